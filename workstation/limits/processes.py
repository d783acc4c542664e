"""What a child process may take, and the log that tells of it."""

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

# The command line
LOG_BYTES = 1 << 20
"""The size at which the log is begun anew: some hundred bugs."""

DISK_LOW_BYTES = 1 << 30
"""Free room below which a machine is short of it: a large library's backup has as much."""
