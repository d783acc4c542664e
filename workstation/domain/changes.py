"""Which kinds of things a write touched."""

from dataclasses import dataclass
from typing import Literal, get_args

Touched = Literal[
    "articles", "mentions", "actors", "decisions", "ledger", "registers", "searches",
    "signs", "read", "notes", "events", "texts",
]  # fmt: skip
EVERYTHING: frozenset[Touched] = frozenset(get_args(Touched))


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of things a write touched; changes join with `|`."""

    kinds: frozenset[Touched] = frozenset()

    @classmethod
    def of(cls, *kinds: Touched) -> "Changes":
        """Changes of these kinds."""
        return cls(frozenset(kinds))

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.kinds | other.kinds)

    def __bool__(self) -> bool:
        return bool(self.kinds)
