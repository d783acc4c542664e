"""Key word in context: what stands before and after every place that is looked at."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from workstation.domain.mention import Field
from workstation.domain.names import fold

LineOrder = Literal["newest", "left", "node", "right"]
LINE_ORDERS: tuple[LineOrder, ...] = get_args(LineOrder)


@dataclass(frozen=True, slots=True)
class Line:
    """One place in context; `start` and `end` are the node's code points in its field."""

    article: int
    field: Field
    start: int
    end: int
    left: str
    node: str
    right: str
    outlet: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Concordance:
    """Lines from the newest article on; `more`: there are others that were not asked for."""

    lines: tuple[Line, ...] = ()
    more: bool = False

    def ordered(self, order: LineOrder) -> "Concordance":
        """The same lines by what stands beside the node, from the node outwards, or by the node.

        Lines that are alike keep the order they have.
        """
        if order == "newest":
            return self
        return Concordance(tuple(sorted(self.lines, key=_KEYS[order])), self.more)


def _words_before(line: Line) -> list[str]:
    return fold(line.left).split()[::-1]


def _words_after(line: Line) -> list[str]:
    return fold(line.right).split()


_KEYS = {"left": _words_before, "right": _words_after, "node": lambda line: [fold(line.node)]}
