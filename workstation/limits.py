"""Every size, time and depth limit, with its reason."""

# Articles
ARTICLE_CHARACTERS = 5_000_000
"""The longest text one article may have: longer ones are books or dumps and freeze every view."""

PERIODS = 20_000
"""Periods counted at once: 55 years of days. A wrong year must not make millions."""

TITLE_CHARACTERS = 300
"""The longest title kept: longer ones are paragraphs that a page calls its title."""

ARTICLES_PER_TRANSACTION = 200
"""Articles stored in one transaction: a cancel or a kill loses less than a second of work."""

# Library
LOCK_SECONDS = 2.0
"""How long a write waits for another program's lock before it names the holder."""

STORE_CACHE_KIBIBYTES = 32_768
"""Pages a connection keeps: with SQLite's own 2 MiB, counting actors takes twice as long."""

LIST_ROWS = 200
"""Rows a list asks for at once: more than a screen shows, few enough to answer in milliseconds."""

ACTOR_ROWS = 2_000
"""Actors an actor list asks for at once."""

QUERY_TOKENS = 200
"""Words and signs of a query that count: a pasted paragraph is found by its first ones."""

QUERY_DEPTH = 20
"""How deep the parentheses of a query may be nested: nobody thinks deeper than five."""

# Curating
ACTOR_NAME_CHARACTERS = 200
"""The longest name that a decision gives: the longest names of states and parties have 100."""

REASON_CHARACTERS = 1_000
"""The longest reason kept with a decision: a paragraph."""

QUOTE_CHARACTERS = 2_000
"""The longest quote that a decision holds on to: a long paragraph."""

NAMES_SOUGHT = 20
"""Names decided at once that all texts are searched for: more, and all are matched again."""

SURFACES_AT_ONCE = 5_000
"""Surfaces that one statement names: databases take no more than some thirty thousand values."""

DATES_AT_ONCE = 2_000
"""Dates decided at once: each is a decision, and a library gives away no more than these."""

PATTERN_CHARACTERS = 200
"""The longest pattern of a date: a line of words around it."""

DECISIONS = 10_000
"""Decisions of a library with those of others: a desk that takes ten a day needs four years."""

DECISIONS_BYTES = 32 << 20
"""The largest file of decisions: ten thousand take about 10 MB."""

DECISION_LINE_BYTES = 64 << 10
"""The longest line of it: one with the longest quote, reason and names, and every sign escaped."""

DECISION_TERMS = 24
"""Terms of a decision from another library: a split names a few surfaces, an alias a few words."""

DECISION_KEY_CHARACTERS = 600
"""The longest key of an actor in a file of decisions: a kind, and a name folded; or a split's."""

DECISION_AHEAD_SECONDS = 86_400
"""How far another computer's clock may be ahead; later decisions would outrank all to come."""

# Child processes
CHILD_MEMORY_BYTES = 1 << 30
"""The address space of a child unless its room says otherwise: the worst honest PDF fits."""

CHILD_STALL_SECONDS = 90.0
"""How long a child may work on a request without a sign of progress; 30 failed busy machines."""

CHILD_TOTAL_SECONDS = 120.0
"""How long a child may work on one request in all: a queue behind it is waiting."""

CHILD_FRAME_BYTES = 32 << 20
"""The largest frame a child may send: no article comes near it, so a larger one is a lie."""

CHILD_WORDS_CHARACTERS = 2_000
"""The longest words for the user that a child may send: they have to fit on a row."""

CHILD_TRACE_CHARACTERS = 20_000
"""The longest traceback a child may send: enough for any, too little to flood the log."""

CHILD_READ_BYTES = 1 << 20
"""What is read from one child before the others get their turn."""

CHILD_IN_FLIGHT = 2
"""Requests given to one child at a time: it never waits for the host, and a cancel is quick."""

CHILD_START_SECONDS = 60.0
"""How long a child may take to come up: importing spaCy from a cold, busy disk takes 10 s."""

CHILD_START_ATTEMPTS = 3
"""Failed starts in a row after which the program says so instead of trying for ever."""

CHILD_PICKUP_SECONDS = 20.0
"""How long an idle child may take to take up a request: after that it is frozen, not busy."""

CHILD_UNBLAMED_LOSSES = 3
"""Children a request may lose before it was taken up: then it is the request that kills them."""

CHILD_BEAT_SECONDS = 1.0
"""How often a working child says how far it has read."""

CHILD_CANCEL_LOOK_SECONDS = 0.1
"""How often a run looks whether it was cancelled: a cancel has to be over within a second."""

CHILD_CANCEL_GRACE_SECONDS = 0.5
"""What a cancelled child may still take to finish: half of the second a cancel may last."""

CHILD_EXIT_SECONDS = 0.2
"""How long a child that fell silent may take to be gone: its exit code says what happened."""

CHILD_END_SECONDS = 1.0
"""How long children may take to leave by themselves when their crew is closed."""

# Fetching
FETCH_BYTES = 20 << 20
"""The largest answer of a web server, packed or unpacked: as much as is read of a page."""

FETCH_HEADER_BYTES = 1 << 20
"""What an answer may have beside its page, such as its header: honest ones have some kB."""

FETCH_SECONDS = 30.0
"""How long one address may take in all, with all machines it leads on to: people wait for it."""

FETCH_CONNECT_SECONDS = 8.0
"""How long one machine may take to answer at all: then the host's next one is tried."""

FETCH_LOOK_SECONDS = 0.1
"""How often a fetch looks whether it was cancelled: a cancel has to be over within a second."""

FETCH_REDIRECTS = 5
"""How often an address may lead on to another: honest ones do so two or three times."""

FETCH_MACHINES = 8
"""Machines of one host that are tried: large ones name so many."""

FETCH_PIECE_BYTES = 1 << 16
"""What is read of an answer at once: a bomb is noticed before it goes off."""

# Watching folders
WATCH_STILL_SECONDS = 5.0
"""How long a file must stand unchanged: copies over slow networks pause for a second or two."""

WATCH_PAUSE_SECONDS = 2.0
"""The shortest pause between two looks at a folder: nobody waits for a file with a watch."""

WATCH_SHARE = 0.01
"""The share of one core that looking at folders may take, 0 to 1: larger folders wait longer."""

WATCH_CLOCK_SECONDS = 3
"""How far clocks of files and of the ledger may differ: what changed closer by is compared."""

# Reading files
HEAD_BYTES = 8_192
"""What a reader sees of a file to tell whether it is its own: front matter and mail headers fit."""

TEXT_BYTES = 4 * ARTICLE_CHARACTERS
"""What is read of a text file: every article that may be kept fits, in any encoding."""

PAGE_BYTES = 20 << 20
"""The largest web page: the longest live blogs have 5 MB, and its tree takes ten times as much."""

PAGE_ELEMENTS = 200_000
"""Elements a page may have: long articles have 5,000, and each one costs time."""

PAGE_DATA_BYTES = 1 << 20
"""The largest block of linked data read in a page: the longest honest ones have 100 kB."""

PAGE_ARTICLE_CHARACTERS = 120
"""The shortest text that counts as a page's article: shorter ones are cookie words or captions."""

ARCHIVE_MEMBERS = 10_000
"""Members an archive may hold: documents have some hundred."""

ARCHIVE_MEMBER_BYTES = 200 << 20
"""The largest unpacked member of an archive: a child with 1 GiB of memory can hold it."""

ARCHIVE_BYTES = 2 << 30
"""What an archive may unpack to in all."""

ARCHIVE_RATIO = 100
"""How many times smaller than its contents a packed member may be: text packs to a tenth."""

ARCHIVE_RATIO_FROM_BYTES = 1 << 20
"""Members up to this size may pack to anything: they cannot fill the memory."""

READER_TOTAL_SECONDS = 6 * 3_600.0
"""How long reading one file may take in all: a mailbox of 4 GB holds a hundred thousand mails."""

PDF_PAGES = 5_000
"""Pages read of a PDF: longer ones are dumps, and the time for one file is over before."""

PDF_PAGE_PIECES = 20_000
"""Pieces of text on one page of a PDF: a newspaper's page has 3,000; drawings have millions."""

MAIL_BYTES = 64 << 20
"""The largest mail: servers refuse to carry more than 50 MB."""

MAIL_HEADER_BYTES = 1 << 20
"""The largest header of a mail: honest ones have some ten kB."""

MAIL_DEPTH = 50
"""How deep the parts of a mail may be nested: forwarding by hand reaches ten."""

MAIL_PARTS = 1_000
"""Parts of a mail that are looked at: a newsletter with all its pictures has a hundred."""

RICH_TEXT_BYTES = 32 << 20
"""The largest rich text document: a vendor's export of a hundred articles has 3 MB."""

EXPORT_GLIMPSE_BYTES = 4 << 20
"""What is unpacked of a document to see whether it is a vendor's export: its first articles."""

EXPORT_XML_BYTES = 64 << 20
"""The largest XML export: its tree takes ten times as much, and an agency's day has 20 MB."""

EXPORT_JSON_BYTES = 128 << 20
"""The largest JSON export: a channel with a hundred thousand posts has 100 MB."""

TABLE_CELLS = 10_000_000
"""Cells that a sheet may span: its reader makes room for all of them, empty ones too."""

DETECT_BYTES = 200
"""The shortest text whose encoding is guessed by its letters: on shorter ones guesses are noise."""

DETECT_FOREIGN_BYTES = 60
"""The fewest bytes beyond ASCII that are guessed on in a shorter text: a Greek or Arabic line."""

DETECT_SAMPLE_BYTES = 65_536
"""What the guess of an encoding looks at: more makes it slower, not better."""

LANGUAGE_LETTERS = 20
"""The fewest letters whose language is told: on fewer ones guesses are noise."""

LANGUAGE_SAMPLE_CHARACTERS = 10_000
"""What the guess of a language looks at: more makes it slower, not better."""

LANGUAGE_SURE = 0.75
"""How probable the best language must be, 0 to 1: below it, names and quotes decide."""

DERIVED_TITLE_CHARACTERS = 110
"""The longest title made from a first sentence: a row of a list shows about so much."""

HEADLINE_CHARACTERS = 150
"""The longest line that counts as a headline: the longest honest ones have 130 characters."""

FIELD_CHARACTERS = 200
"""The longest outlet or author kept: longer ones are sentences that a page puts there."""

ADDRESS_CHARACTERS = 2_000
"""The longest web address kept: browsers show no longer one."""

NOTE_CHARACTERS = 500
"""The longest note about a reading: a sentence."""

NAME_CHARACTERS = 1_000
"""The longest file name kept: no system allows a longer one, and with folders few are."""

STORY_LIKENESS = 0.5
"""The share of three-word runs that makes two articles one story, 0 to 1: a tenth of the words may
differ."""

STORY_SAMPLE_CHARACTERS = 200_000
"""What of a text is compared with other stories: the longest articles have as much."""

FOLDER_DEPTH = 64
"""How deep folders are followed: deeper ones are loops in disguise."""

READER_OPEN_FILES = 64
"""Files a reader process may have open: the one it reads, its pipe, and a library being loaded."""

READER_FILE_BYTES = 4 << 30
"""The largest file offered to a reader: larger ones are archives of archives."""

# Reports
CHART_SERIES = 8
"""Lines in one chart: more colours than these cannot be told apart."""

CHART_LABEL_CHARACTERS = 24
"""The longest name at the end of a line: a longer one would take a third of the chart."""

CHART_MARKERS = 31
"""Markers on one line: a month of days has one each, longer times would be a row of dots."""

REPORT_PRINTED_ARTICLES = 1_000
"""Articles a report prints in full: more are a thousand pages, and gigabytes to set."""

REPORT_LISTED_ARTICLES = 5_000
"""Articles a report lists: more are a hundred pages of rows, for which an export is the answer."""

REPORT_ACTOR_ROWS = 50
"""Rows of a report's actor table: two pages; those named once or twice would fill ten."""

REPORT_ACTORS_COUNTED = 30_000
"""Actors counted for a report: a database takes no longer list of names in one question."""

REPORT_CHART_ACTORS = 5
"""Lines in a report's chart where the analyst picked none: they can be told apart at a glance."""

REPORT_PRINTED_CHARACTERS = 4_000_000
"""Characters of text a report prints: setting them takes a minute and three gigabytes."""

REPORT_CHILD_MEMORY_BYTES = 8 << 30
"""The address space of the child that sets a report: twice what the largest report takes."""

REPORT_SECONDS = 600.0
"""How long setting a report may take: ten times what the largest takes on a slow machine."""

REPORT_PART_BYTES = 1 << 20
"""What is sent at once of a finished report: a 30 MB file never stands twice in memory."""

LEFTOVER_SECONDS = 3_600.0
"""After which an unfinished file is a killed program's: no report or export takes so long."""

EXPORT_ROWS = 2_000
"""Articles an export asks for at once: few enough to hold, enough that asking costs nothing."""

# The command line
LOG_BYTES = 1 << 20
"""The size at which the log is begun anew: some hundred bugs."""

# Tagging
PIPELINE_CHARACTERS = 20_000
"""Characters a pipeline gets at once: memory grows with them, spaCy itself refuses a million."""

BATCH_ARTICLES = 25
"""Articles sent to a worker at once: more gain nothing, and cancelling would wait for them."""

BATCH_CHARACTERS = 60_000
"""A batch of long articles ends early, so that progress and cancelling stay quick."""

WINDOW_PIECES = 126
"""Word pieces the classifier reads at once, without its two marks: as many as it was trained on."""

RUN_CHARACTERS = 400
"""Characters without a blank that are cut into words at once: longer runs are no prose."""

WORD_PIECES = 12
"""Pieces of one word that are read: longer words are addresses, or scripts without blanks."""

WORD_CHARACTERS = 100
"""The longest word that is cut into pieces: longer ones count as unknown, as with BERT."""

REMEMBERED_WORDS = 50_000
"""Words whose pieces a worker remembers: a language's common ones and a batch's names, 10 MB."""

TAGGER_MEMORY_BYTES = 4 << 30
"""Address space of a tagging worker: spaCy, numpy and the model map about 1.5 GiB of it."""

TAGGER_TOTAL_SECONDS = 600.0
"""Time for one batch: the longest article allowed takes about five minutes on a slow machine."""

PACKAGE_META_BYTES = 8 << 20
"""The largest meta.json of a pipeline package: those of large ones have half a megabyte."""

PACKAGE_NAME_CHARACTERS = 64
"""The longest name and version of a pipeline package: those that exist have half of it."""

PACKAGE_WORDS_CHARACTERS = 64
"""The longest licence, label or version of a pipeline package that is shown."""

PACKAGE_LOAD_SECONDS = 180.0
"""Time to load a pipeline package: large ones take half a minute on a slow machine."""

# Resolving
NEAR_CHARACTERS = 150
"""How far "near" reaches to either side of an alias: about the sentence it stands in."""

PERSON_WORDS = 7
"""The most words in a person's name: longer spans are half a sentence."""

NAME_WORDS = 12
"""The most words in any other name."""

# Users' registers
REGISTER_BYTES = 64 << 20
"""The largest register: 200,000 names take some 20 MB in the wordiest format."""

REGISTER_ALIASES = 200_000
"""Names in all registers of a library: so many cost each worker 3 s at its start and 190 MB."""

REGISTER_REMARKS = 1_000
"""Remarks kept with a register: who has more of them mends the file by its first ones."""

REGISTER_NAMES_SOUGHT = 200
"""Names changed at once that texts are searched for; more, and all articles are matched again."""
