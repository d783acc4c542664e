"""What became of a file that was offered."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["imported", "partly", "duplicate", "refused"]


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


@dataclass(frozen=True, slots=True)
class Offer:
    """When a file was offered last, and what it held."""

    sha256: str
    """"" for a file that could not be kept."""
    bytes: int | None
    at: int
    """Unix seconds."""
