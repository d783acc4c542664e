"""How long articles are, and how many are listed, searched and stored at once."""

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

COLUMNS_NUMBER = 50_000_000
"""Numbers of articles and actors that the columnar image knows: it has four bytes for each."""

COLUMNS_BYTES = 2 << 30
"""Of an image on disk that is read; ten million articles have less."""

COLUMNS_TOUCHED = 20_000
"""Articles and actors of one write that the columnar image follows: more are read anew."""

QUERY_TOKENS = 200
"""Words and signs of a query that count: a pasted paragraph is found by its first ones."""

QUERY_DEPTH = 20
"""How deep the parentheses of a query may be nested: nobody thinks deeper than five."""

NEAR_WORDS = 100
"""How far apart words may stand to be near each other: farther is the same article."""

CONCORDANCE_FIRST = 200
"""Lines of a concordance that are read before anybody scrolls, sorts or copies."""

CONCORDANCE_LINES = 5_000
"""Lines of a concordance: nobody reads more, and sorting them must not be felt."""

CONCORDANCE_CHARACTERS = 120
"""Code points on each side of a concordance's node: as many as half a wide screen shows."""

APPELLATIONS = 6
"""Names of an actor that are told apart: as many columns as half a wide screen shows."""

APPELLATION_OUTLETS = 200
"""Outlets whose names for an actor are listed: those below use few."""

APPELLATION_PERIODS = 60
"""Periods that are counted by days, or by weeks: a table of more rows shows no trend."""

SPIKE_STORIES = 5
"""Stories that are told of a period: they fit into a menu, and the first ones made the spike."""

SPIKE_WORDS = 8
"""Words that are told of a period: they fit beside the stories."""

SPIKE_TITLES = 50_000
"""Headlines whose words are counted, the newest first: reading these takes half a second."""
