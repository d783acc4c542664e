"""What is read of files, by kind."""

from workstation.limits.articles import ARTICLE_CHARACTERS

HEAD_BYTES = 8_192
"""What a reader sees of a file to tell whether it is its own: front matter and mail headers fit."""

TEXT_BYTES = 4 * ARTICLE_CHARACTERS
"""What is read of a text file: every article that may be kept fits, in any encoding."""

PAGE_BYTES = 20 << 20
"""The largest web page: the longest live blogs have 5 MB, and its tree takes ten times as much."""

PAGE_ELEMENTS = 200_000
"""Elements a page may have: long articles have 5,000, and each one costs time."""

TAG_CHARACTERS = 20_000
"""Tags up to this length are not looked into before they are taken apart."""

TAG_ATTRIBUTES = 5_000
"""Attributes a longer tag may have: parsers take the square of their number in time."""

FEED_ELEMENTS = 400_000
"""Tags a feed may have, those in its texts too: its parser takes a tenth of a millisecond each."""

PAGE_DATA_BYTES = 1 << 20
"""The largest block of linked data read in a page: the longest honest ones have 100 kB."""

PAGE_ARTICLE_CHARACTERS = 120
"""The shortest text that counts as a page's article: shorter ones are cookie words or captions."""

ARCHIVE_MEMBERS = 10_000
"""Members an archive may hold: documents have some hundred."""

ARCHIVE_MEMBER_BYTES = 200 << 20
"""The largest unpacked member of an archive: a child with 1 GiB of memory can hold it."""

ARCHIVE_STREAM_BYTES = 32 << 20
"""From this size on a file packed by itself is unpacked as it is read: a mailbox has gigabytes."""

ARCHIVE_BYTES = 2 << 30
"""What an archive may unpack to in all."""

ARCHIVE_RATIO = 100
"""How many times smaller than its contents a packed member may be: text packs to a tenth."""

ARCHIVE_FREE_BYTES = 32 << 20
"""What any archive may unpack to in all, however small it is: that is soon read."""

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

MAIL_FIELD_CHARACTERS = 4_000
"""What is read of one field of a mail's header: its parser takes the square of that in time."""

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

LANGUAGE_PLAIN_WORDS = 0.12
"""The share of words without a capital below which a text is names only: German has 0.6."""

LANGUAGE_PIECES = 12
"""Sentences whose languages are compared: more tell no more, and each takes half a millisecond."""

LANGUAGE_OTHERS = 0.35
"""The share of a text in other languages above which it has none: quotations reach a quarter."""

DERIVED_TITLE_CHARACTERS = 110
"""The longest title made from a first sentence: a row of a list shows about so much."""

DATE_CHARACTERS = 500
"""What of a line is looked through for a date: lines that tell one are shorter."""

LABEL_CHARACTERS = 200
"""The longest label a column may be known by: the longest honest ones are questions."""

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

STORY_NEIGHBOURS = 200
"""Articles a new one is compared with: where so many are near it, the oldest tell the story."""

STORY_SAMPLE_CHARACTERS = 200_000
"""What of a text is compared with other stories: the longest articles have as much."""

FOLDER_DEPTH = 64
"""How deep folders are followed: deeper ones are loops in disguise."""

READER_OPEN_FILES = 64
"""Files a reader process may have open: the one it reads, its pipe, and a library being loaded."""

READER_FILE_BYTES = 4 << 30
"""The largest file offered to a reader: larger ones are archives of archives."""

COLUMN_PROFILES = 200
"""Saved mappings of columns: each reader process is told all of them."""

COLUMN_PROFILE_BYTES = 1 << 20
"""The largest file of a mapping: a thousand labels fit."""

GLIMPSE_ROWS = 20
"""Rows of a table that are shown as articles before it is imported: a screen of them."""

GLIMPSE_CHARACTERS = 300
"""What is shown of a text or of a cell: two lines."""

READER_LOSSES = 20
"""Records of one file that may end their readers: each may cost the time of a stall."""

READER_UNREAD = 100_000
"""Records that could not be read and are remembered for the next reader of the file."""

OCR_PAGES = 300
"""Pages whose text is recognised in one file: longer ones are books, and keep a core for hours."""

OCR_DPI = 300
"""How finely pages are drawn for recognition: Tesseract's letters were learnt at that."""

OCR_PAGE_PIXELS = 20_000_000
"""The largest picture of a page: A3 at 300 dpi; larger pages are drawn more coarsely."""

OCR_PAGE_SECONDS = 120.0
"""How long a page may take: a newspaper's takes 20 s on a slow machine."""

OCR_MEMORY_BYTES = 2 << 30
"""The address space of Tesseract: five languages and the largest page fit."""

OCR_LANGUAGES = 4
"""Languages that are looked for on a page together: each makes it slower."""

OCR_SURE = 60
"""How sure Tesseract must be of a word, 0 to 100, for it not to be doubtful: noise is below."""

OCR_PAGE_CHARACTERS = 200_000
"""The longest text of one page: a newspaper's has 40,000."""

DAYS_AHEAD = 366
"""Days before it comes that a date is doubted: magazines are dated months ahead, not years."""

FIRST_LIKELY_YEAR = 1900
"""Articles of an earlier year are doubted: few papers are kept as text from before, and a wrong
year is more common."""
