"""A selection that was saved under a name."""

from dataclasses import dataclass

from workstation.domain.selection import Selection


@dataclass(frozen=True, slots=True)
class Search:
    """A saved search; its name is its own within its `group`, the watchlist it came with."""

    name: str
    selection: Selection
    group: str = ""
    articles: int = 0
    new: int = 0
    """Those of its articles that came into the library since it was opened last."""

    @property
    def address(self) -> str:
        """What tells it from all others: its group, where it has one, and its name."""
        return f"{self.group}/{self.name}" if self.group else self.name
