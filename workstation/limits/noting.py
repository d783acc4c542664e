"""How much is noted about articles."""

LABEL_CHARACTERS = 60
"""Characters of a label: a chip of more is a note."""

LABELS = 2_000
"""Different labels of a library: a menu of more is no help, and each search looks through them."""

NOTE_CHARACTERS = 20_000
"""Characters of a note: what is longer is an article of its own."""

EVENT_CHARACTERS = 160
"""Characters of an event on the timeline: a flag of more is a note."""

EVENTS = 1_000
"""Events of a library: a chart of more is flags and nothing else."""
