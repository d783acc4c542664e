"""The records of a file, read in turn: one that ends its reader is known by its number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final, TypeVar

from workstation.domain.article import Draft
from workstation.errors import Refused

Place = tuple[int, ...]
"""The number of a record, or that of a file in an archive and of a record in it; () for none."""

_Record = TypeVar("_Record")
_NAMED: Final = re.compile(r"record ([1-9]\d{0,17})")


def name_of(number: int) -> str:
    """What a record is called in the ledger."""
    return f"record {number}"


def number_of(name: str) -> int:
    """The number of the record that is called so; 0 for what is no record's name."""
    named = _NAMED.fullmatch(name)
    return int(named[1]) if named else 0


def is_over(place: Place, last: Place) -> bool:
    """Whether a record was done with when the last one was, and is none that it stands in."""
    if len(last) > len(place) and last[: len(place)] == place:
        return False
    return place <= last or place[: len(last)] == last != ()


@dataclass(slots=True)
class Turns:
    """Where the reading of a file stands, and what another reader has done before."""

    after: Place = ()
    """The last record that is over already, with all before it."""
    unread: frozenset[Place] = frozenset()
    """Those among them that could not be read."""
    only: int = 0
    """The only record that is read; 0 for all."""
    missed: bool = False
    """Whether the present record could not be read."""
    _above: Place = ()
    _number: int = 0

    @property
    def at(self) -> Place:
        """The present record; () before the first."""
        return (*self._above, self._number) if self._number else ()

    def passes(self) -> bool:
        """Goes on to the next record, and says whether it is over already."""
        self._number += 1
        self.missed = False
        return is_over(self.at, self.after) or self.only not in {0, self._number}

    @contextmanager
    def within(self, only: int) -> Iterator[None]:
        """Numbers the records in the present one meanwhile."""
        before = self._above, self._number, self.only
        self._above, self._number, self.only = self.at, 0, only
        try:
            yield
        finally:
            self._above, self._number, self.only = before


_TURNS: ContextVar[Turns | None] = ContextVar("turns", default=None)


@contextmanager
def taken_by(turns: Turns) -> Iterator[None]:
    """Lets all readers take these turns meanwhile."""
    _TURNS.set(turns)
    try:
        yield
    finally:
        _TURNS.set(None)


@dataclass(slots=True)
class Count:
    """What a file's records have come to."""

    records: int = 0
    unread: list[int] = field(default_factory=list)
    """The numbers of those that could not be read, among the records counted here."""
    first: Refused | None = None
    """Why the first of them could not."""

    @property
    def read(self) -> int:
        """How many could be read."""
        return self.records - len(self.unread)

    def miss(self, why: Refused) -> None:
        """Counts the present record as unread."""
        self.unread.append(self.records)
        self.first = self.first or why


def in_turn(
    records: Iterable[_Record], read: Callable[[_Record], Draft], count: Count
) -> Iterator[Draft | None]:
    """The articles of records; None before each, and instead of one that cannot be read.

    Whoever answers for the reader can so tell which record is next before it is read.
    """
    turns = _TURNS.get() or Turns()
    for record in records:
        count.records += 1
        if turns.passes():
            if turns.at in turns.unread:
                count.miss(Refused("It could not be read.", code="unread"))
            continue
        yield None
        try:
            draft = read(record)
        except Refused as error:
            count.miss(error)
            turns.missed = True
            yield None
        else:
            yield draft
