"""What an analyst writes about an article, or about a passage of one."""

from dataclasses import dataclass
from datetime import datetime

from workstation.domain.anchor import Anchor
from workstation.domain.mention import Field


@dataclass(frozen=True, slots=True)
class Note:
    """A note; one about a passage has the anchor that holds on to it."""

    number: int
    article: int
    words: str
    who: str
    at: datetime
    changed: datetime | None = None
    anchor: Anchor | None = None
    start: int | None = None
    """Where the passage stands in the present version, in code points of its field."""

    @property
    def lost(self) -> bool:
        """Whether the present version holds the passage no more."""
        return self.anchor is not None and self.start is None

    @property
    def place(self) -> tuple[Field, int, int] | None:
        """The field, the start and the end of the passage, if it is there."""
        if self.anchor is None or self.start is None:
            return None
        return self.anchor.field, self.start, self.start + len(self.anchor.quote)
