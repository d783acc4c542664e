"""How much is noted about articles."""

LABEL_CHARACTERS = 60
"""Characters of a label: a chip of more is a note."""

LABELS = 2_000
"""Different labels of a library: a menu of more is no help, and each search looks through them."""

NOTE_CHARACTERS = 20_000
"""Characters of a note: what is longer is an article of its own."""
