"""How far a long job is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Steps done of a job, in the unit its user thinks in ("files", "articles")."""

    verb: str
    unit: str
    done: int
    total: int
    problems: int = 0
    articles: int = 0
    """Articles stored so far, for a job that reads files."""


Tell = Callable[[Progress], None]
"""Where a job tells its progress; called from the job's own thread, which it may hold for a pause:
never inside a transaction."""


def nobody(_progress: Progress) -> None:
    """Tells nobody."""
