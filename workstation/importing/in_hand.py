"""A file that is being read, as the host follows it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from workstation.domain.ledger import Entry
from workstation.importing.former import FormerReading
from workstation.importing.handed import Handed, Wanted, encode
from workstation.importing.losses import Losses, Lost
from workstation.importing.options import Options
from workstation.importing.verdicts import Members, Tally
from workstation.processes.requests import Request


@dataclass(slots=True)
class InArchive:
    """A file in an archive that is being read."""

    tally: Tally = field(default_factory=Tally)
    articles: list[int] = field(default_factory=list)


@dataclass(slots=True)
class InHand:
    """A file that is being read."""

    entry: Entry
    options: Options
    wanted: Wanted
    descriptor: int
    known: int
    """Answers about it that an earlier import has dealt with."""
    seen: int = 0
    waiting: list[Handed | Lost] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    members: Members = field(default_factory=Members)
    losses: Losses = field(default_factory=Losses)
    member: InArchive = field(default_factory=InArchive)
    former: dict[str, FormerReading] = field(default_factory=dict)
    """What it gave before, by the names of files in it, if it is read again."""
    nonsense: bool = False
    stopped: bool = False
    """Whether the import was stopped while words on its pages were recognised."""

    def request(self) -> Request:
        """What a reader is asked: to read it, or to go on behind what ended another."""
        losses = self.losses
        wanted = replace(self.wanted, after=losses.over, unread=losses.unread)
        return Request(self.entry.id, encode(wanted), self.descriptor)
