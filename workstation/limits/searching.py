"""How much is looked for, and how many searches are kept."""

SEARCHES = 2_000
"""Saved searches of a library: each is counted whenever they are listed."""
