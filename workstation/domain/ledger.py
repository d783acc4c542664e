"""What became of a file that was offered."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["imported", "partly", "duplicate", "refused"]
View = Literal["all", "needs-you", "noted", "unread"]
"""Which rows of the ledger are listed: `noted` are those of which something was guessed."""

STOPPED = "stopped"
"""The code of a file that an import did not come to before somebody stopped it."""

LOST, LOST_RECORDS = "lost-record", "lost-records"
"""The codes of a record that ended its reader, and of a file that was read but for such records."""

WITHDRAWN, EMBARGOED = "withdrawn", "embargoed"
"""The codes of a file with an article that its provider withdrew, or that is not to be used yet.

Whether it was read or not, somebody has to know.
"""

ERASED = "erased"
"""The code of a file whose articles were erased, or which holds none but such."""

BETWEEN = " » "
"""Stands between the name of an archive and that of a file in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the ledger; `verdict` is None while the file is still being read."""

    id: int
    file: str
    given: str
    sha256: str
    verdict: Verdict | None
    reader: str
    articles: tuple[int, ...]
    code: str
    message: str
    details: str
    offered_at: int = 0
    """Unix seconds."""
    waiting: str = ""
    """Where a file is that is not stored, in percent-encoded bytes."""
    needs_you: bool = False
    """It was not read, or not whole, nobody has dismissed that, and no later row stands for it.

    A file that nobody has come to is only unread.
    """

    @property
    def notes(self) -> tuple[str, ...]:
        """What was guessed, left out or put right while the file was read."""
        read = self.verdict in {"imported", "duplicate"}
        return tuple(filter(None, self.details.split("\n"))) if read else ()

    @property
    def member(self) -> str:
        """Which file of an archive it is; "" for one that stands by itself."""
        return self.file.partition(BETWEEN)[2] if self.sha256 else ""


@dataclass(frozen=True, slots=True)
class Totals:
    """The ledger in four numbers; a file that was offered twice counts once."""

    files: int
    articles: int
    needs_you: int
    unread: int
    """Files that wait, are being read, or were left when somebody stopped an import."""


@dataclass(frozen=True, slots=True)
class Offer:
    """When a file was offered last, and what it held."""

    sha256: str
    """"" for a file that could not be kept."""
    bytes: int | None
    at: int
    """Unix seconds."""
