"""How much is fetched, and how often folders are looked at."""

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
