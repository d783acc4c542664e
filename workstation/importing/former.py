"""Which article a text becomes that is read again from the same original."""

from __future__ import annotations

from workstation.library import former
from workstation.library.articles import Arrival
from workstation.library.former import Former
from workstation.library.library import Reading

_BY_WORDS = "text:"
"""How the identity begins of an article that is known by nothing else."""


class FormerReading:
    """What an original gave when it was read before, to be replaced by what it gives now.

    An article known by its identity is the same. Another takes the place of the next that is left
    if it has as many paragraphs, which no encoding changes, or if there is but one. Two that have
    identifiers or addresses of their own are two.
    """

    def __init__(self, reading: Reading, sha256: str, file: str, taken: tuple[int, ...]) -> None:
        """`taken` are those that were replaced before a stopped reading went on."""
        found = former.read_from(reading, sha256, file)
        self._all = frozenset(one.article for one in found)
        self._only = len(found) == 1
        self._left = [one for one in found if one.article not in taken]

    def of(self, reading: Reading, arrival: Arrival) -> int | None:
        """The article that this one is read anew; None for one that is not known from here."""
        known = former.known(reading, arrival.identity)
        if known is not None:
            self._left = [one for one in self._left if one.article != known]
            return known if known in self._all else None
        if not self._left or not self._fits(self._left[0], arrival):
            return None
        return self._left.pop(0).article

    @property
    def left(self) -> int:
        """How many articles were not read this time."""
        return len(self._left)

    def _fits(self, one: Former, arrival: Arrival) -> bool:
        by_words = one.identity.startswith(_BY_WORDS) or arrival.identity.startswith(_BY_WORDS)
        paragraphs = arrival.draft.text.count("\n\n") + 1
        return self._only or (by_words and one.paragraphs == paragraphs)
