"""How much of a network is counted and drawn."""

NETWORK_ACTORS = 40
"""Actors of a network: with more of them, names cover each other and nobody reads the picture."""

NETWORK_ACTORS_AT_ONCE = 60
"""Actors whose articles are told apart at once: each is a bit of a number that both stores add."""

NETWORK_TIES = 110
"""Ties of a network: about three an actor; with more of them it is a ball of wool."""

NETWORK_ARTICLES = 3_000
"""Articles that are cut into sentences, the newest ones: they take about two seconds."""
