"""Every size, time and depth limit, with its reason."""

# Articles
ARTICLE_CHARACTERS = 5_000_000
"""The longest text one article may have: longer ones are books or dumps and freeze every view."""

TITLE_CHARACTERS = 300
"""The longest title kept: longer ones are paragraphs that a page calls its title."""

ARTICLES_PER_TRANSACTION = 200
"""Articles stored in one transaction: a cancel or a kill loses less than a second of work."""

# Library
LOCK_SECONDS = 2.0
"""How long a write waits for another program's lock before it names the holder."""

LIST_ROWS = 200
"""Rows a list asks for at once: more than a screen shows, few enough to answer in milliseconds."""

ACTOR_ROWS = 2_000
"""Actors an actor list asks for at once."""
