"""Records that end their readers: each is left out, and another reader goes on behind it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from workstation import limits
from workstation.domain.ledger import BETWEEN
from workstation.importing.handed import Handed
from workstation.importing.turns import Place, is_over, name_of
from workstation.processes.requests import End, Verdict

_ENDED_BY_ITSELF: Final[frozenset[Verdict]] = frozenset({"done", "refused", "cancelled"})
# Another process may have taken the memory; a stall or nonsense is no accident.
_WORTH_ANOTHER_TRY: Final[frozenset[Verdict]] = frozenset({"crashed", "memory"})


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that ended its reader, or a file in an archive that did."""

    name: str
    how: Verdict
    place: Place
    is_file: bool


class Losses:
    """How far readers came in one file, and what ended them."""

    def __init__(self) -> None:
        self.lost: list[Lost] = []
        self._at: Place = ()
        self._over: Place = ()
        self._unread: set[Place] = set()
        self._files: dict[Place, str] = {}
        self._tried: Place = ()
        self._readers = 1
        self._since = time.monotonic()

    @property
    def over(self) -> Place:
        """The last record that is over."""
        return self._over

    @property
    def unread(self) -> tuple[Place, ...]:
        """The records up to there that could not be read, lost ones too."""
        return tuple(sorted(self._unread))

    @property
    def all_unread_are_lost(self) -> bool:
        """Whether nothing else was wrong with any record."""
        return self._unread <= {one.place for one in self.lost}

    def follow(self, handed: Handed) -> None:
        """Notes where the reader stands."""
        place = handed.place
        if not place:
            return
        if handed.draft is not None or handed.ended is not None or handed.unread:
            self._over = place
        else:
            self._at = place
        if handed.unread and len(self._unread) < limits.READER_UNREAD:
            self._unread.add(place)
        if handed.member and not handed.reader:
            around = {at: name for at, name in self._files.items() if place[: len(at)] == at}
            self._files = {**around, place: handed.member}

    def take(self, end: End) -> list[Lost] | None:
        """What was lost with a reader, so that another goes on; None if none is to go on.

        Nothing is lost yet if the record gets another try.
        """
        guilty = self._guilty()
        spent = time.monotonic() - self._since > limits.READER_TOTAL_SECONDS
        if end.verdict in _ENDED_BY_ITSELF or not guilty or spent:
            return None
        if self._readers > 2 * limits.READER_LOSSES or len(self.lost) >= limits.READER_LOSSES:
            return None
        self._readers += 1
        self._at = ()
        if end.verdict in _WORTH_ANOTHER_TRY and guilty != self._tried:
            self._tried = guilty
            return []
        lost = Lost(self._name(guilty), end.verdict, guilty, guilty in self._files)
        self.lost.append(lost)
        self._over = guilty
        if not lost.is_file:
            self._unread.add(guilty)
        return [lost]

    def _guilty(self) -> Place:
        """The record that was being read, or the file in an archive around it; () for none."""
        place = self._at
        while place and is_over(place, self._over):
            place = place[:-1]
        return place

    def _name(self, place: Place) -> str:
        if place in self._files:
            return self._files[place]
        record = name_of(place[-1])
        around = self._files.get(place[:-1], "")
        return f"{around}{BETWEEN}{record}" if around else record
