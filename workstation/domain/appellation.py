"""By which names an actor goes, for whom and when."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from workstation.domain.frequency import By

Users = Literal["outlets", "periods"]
"""Whose names are told apart: those of each outlet, or those of each period."""
USERS: tuple[Users, ...] = get_args(Users)


@dataclass(frozen=True, slots=True)
class Usage:
    """How often an outlet, or a period, calls an actor by each of its names.

    A period is told by its first day; `day` is None where articles are undated.
    """

    counts: tuple[int, ...]
    others: int
    outlet: str = ""
    day: date | None = None

    @property
    def mentions(self) -> int:
        """All of its mentions, under whatever name."""
        return sum(self.counts) + self.others


@dataclass(frozen=True, slots=True)
class Appellations:
    """The names used most, the commonest first, and what each outlet or period makes of them.

    Outlets are in the order of their mentions, the most first; periods the oldest first, without
    gaps, and behind them what is undated.
    """

    names: tuple[str, ...] = ()
    usages: tuple[Usage, ...] = ()
    by: By | None = None
    """The length of a period; None: these are outlets."""
    other_names: int = 0
    """How many names there are beside these."""
