"""How much an analyst decides, gives a register or brings from elsewhere."""

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

ERASED_AT_ONCE = 1_000
"""Articles erased at once: more of them are a library to be thrown away, or a slip of the hand."""

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

# Users' registers
REGISTER_BYTES = 64 << 20
"""The largest register: 200,000 names take some 20 MB in the wordiest format."""

REGISTER_ALIASES = 200_000
"""Names in all registers of a library: so many cost each worker 3 s at its start and 190 MB."""

REGISTER_REMARKS = 1_000
"""Remarks kept with a register: who has more of them mends the file by its first ones."""

REGISTER_NAMES_SOUGHT = 200
"""Names changed at once that texts are searched for; more, and all articles are matched again."""

# Cleaning
SPELLINGS = 500
"""Spellings of one actor that a split offers: nobody has more that are worth a look."""

QUEUE_FORMS = 5_000
"""Forms that the cleaning queue holds: nobody gets to the end of it, and the rest matters least."""

SUGGESTIONS = 300
"""Merges suggested at once: whoever has been through them gets the next ones."""

COMPANY_ARTICLES = 200
"""Articles of an actor in which those beside it are counted: more tell nothing new."""

SHARED_WORD_ACTORS = 40
"""Actors that share a word for which each is compared with each: "united" would be a hundred."""
