"""How much is looked for, and how many searches are kept."""

SEARCHES = 2_000
"""Saved searches of a library: each is counted whenever they are listed."""

INFLECTED_TOKENS = 24
"""Signs of a query up to which its words are looked for in every form: a pasted sentence is one
that stands somewhere as it is, and each word in each language is a question of its own."""

NEAR_FORMS = 200
"""Pairs of forms that the index is asked for: beyond them the texts themselves are quicker."""

PARTS_JOINED = 8
"""Parts of a query that PostgreSQL may put in the best order: that takes it time without end."""

WATCHLIST_BYTES = 4 << 20
"""The largest watchlist: far more names than searches are kept."""

SUGGESTIONS = 12
"""Values suggested for what is typed: as many as are read at a glance."""

RECENT_SEARCHES = 10
"""Searches that the search field remembers of each library."""
