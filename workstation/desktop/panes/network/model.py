"""What the network pane asks, and the ties of a network as a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.handing import HandedRows, in_rows
from workstation.desktop.panes.network.layout import Place, lay_out
from workstation.desktop.words import (
    amount,
    decimal,
    isolated,
    kind_name,
    mentions_in_articles,
    number,
    several,
    shown,
    tr,
)
from workstation.domain.network import Network, Node, Ranking, Tie, Within
from workstation.domain.selection import Selection
from workstation.library import network as networks

if TYPE_CHECKING:
    from workstation.library.library import Reading

Index = QModelIndex | QPersistentModelIndex

Reach = Literal["units", "sentences"]
"""Whether actors have to be named in one article (or what is counted instead), or sentence."""
REACHES: tuple[Reach, ...] = get_args(Reach)

_REMEMBERED: Final = 60
"""Pictures that look the same when they come back: about as many as anybody steps back."""
_TENTHS: Final = 10
"""Numbers from here on need no tenths."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A network, and where each of its actors stands."""

    network: Network
    places: Mapping[str, Place]


class Remembered:
    """Where actors stood in the pictures that were shown, the newest last."""

    def __init__(self) -> None:
        self._pictures: dict[Network, Mapping[str, Place]] = {}
        self._stood: dict[str, Place] = {}

    def forget(self) -> None:
        """Forgets everything: another library has other actors."""
        self._pictures, self._stood = {}, {}

    def keep(self, drawn: Drawn) -> None:
        """Remembers a picture, and where actors were seen for the first time."""
        self._pictures.pop(drawn.network, None)
        self._pictures[drawn.network] = drawn.places
        self._pictures = dict(list(self._pictures.items())[-_REMEMBERED:])
        self._stood = {**drawn.places, **self._stood}

    def layer(self) -> Callable[[Network], Drawn]:
        """What lays a network out, in any thread, by what is remembered now."""
        pictures, stood = dict(self._pictures), dict(self._stood)

        def lay(network: Network) -> Drawn:
            return Drawn(network, pictures.get(network) or lay_out(network, stood))

        return lay


def asked(
    selection: Selection, reach: Reach, ranking: Ranking, lay: Callable[[Network], Drawn]
) -> "Callable[[Reading], Drawn]":
    """The question who is named with whom in a selection."""
    inside, picked, unit = selection.corpus(), selection.picked, selection.unit

    def answer(reading: "Reading") -> Drawn:
        if reach == "sentences":
            found = networks.in_sentences(reading, inside, ranking=ranking, beside=picked)
        else:
            found = networks.in_units(reading, inside, unit=unit, ranking=ranking, beside=picked)
        return lay(found)

    return answer


# In words ----------------------------------------------------------------------------------------


def counted(n: int, within: Within) -> str:
    """A number of what two actors are named in together."""
    if within == "sentences":
        return several(n, tr("Network", "1 sentence"), tr("Network", "{n} sentences"))
    return amount(n, within)


def told(network: Network) -> str:
    """What is shown, in a line."""
    nodes, ties = len(network.nodes), len(network.ties)
    actors = several(nodes, tr("Network", "1 actor"), tr("Network", "{n} actors"))
    pairs = several(ties, tr("Network", "1 pair"), tr("Network", "{n} pairs"))
    if network.left_out:
        pairs = tr("Network", "the strongest {n} of {all} pairs").format(
            n=number(ties), all=number(ties + network.left_out)
        )
    among = counted(network.among, network.within)
    if network.cut:
        among = tr("Network", "{sentences} of the newest articles").format(sentences=among)
    return f"{actors} · {pairs} · {among}"


def tie_words(network: Network, tie: Tie) -> str:
    """`Russia and Turkey: 12 articles together, by chance 4.1`."""
    return tr("Network", "{one} and {other}: {counted} together, by chance {expected}").format(
        one=isolated(network.name(tie.first)),
        other=isolated(network.name(tie.second)),
        counted=counted(tie.together, network.within),
        expected=_tenths(tie.expected),
    )


def node_words(network: Network, node: Node) -> str:
    """`Russia (state): 214 mentions in 61 articles; with Turkey, Syria and Hmeimim`."""
    if network.within == "articles":
        named = mentions_in_articles(node.mentions, node.named_in)
    else:
        mentions = several(node.mentions, tr("Network", "1 mention"), tr("Network", "{n} mentions"))
        named = f"{mentions}, {counted(node.named_in, network.within)}"
    kind = kind_name(node.kind)
    ties = [tie for tie in network.ties if tie.joins(node.id)]
    others = [network.name(t.second if t.first == node.id else t.first) for t in ties]
    words = f"{isolated(node.name)} ({kind}): {named}"
    if others:
        words += "; " + tr("Network", "with {actors}").format(
            actors=", ".join(map(isolated, others[:_SPOKEN]))
        )
    return words


_SPOKEN: Final = 4
"""Neighbours told with an actor: the strongest ones; the others can be seen."""


def _tenths(value: float) -> str:
    return decimal(value, 1) if value < _TENTHS else number(round(value))


# As a table --------------------------------------------------------------------------------------

FIRST, SECOND, TOGETHER, EXPECTED, ASSOCIATION = range(5)


class TieRows(HandedRows):
    """A row a tie: the two actors, how often they are named together, and what chance expects."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._network = Network()

    def take(self, network: Network) -> None:
        """Takes another network."""
        self.beginResetModel()
        self._network = network
        self.endResetModel()

    def tie(self, row: int) -> Tie | None:
        """The tie of a row."""
        ties = self._network.ties
        return ties[row] if 0 <= row < len(ties) else None

    @property
    def text(self) -> str:
        """All rows, with their heads, as lines of tab-separated words."""
        columns = range(self.columnCount())
        rows = [[self._cell(tie, column) for column in columns] for tie in self._network.ties]
        return in_rows([[self._head(c) for c in columns], *rows])

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._network.ties)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else ASSOCIATION + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(section)
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        tie = self._network.ties[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(tie, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tie_words(self._network, tie)
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _cell(self, tie: Tie, column: int) -> str:
        if column in (FIRST, SECOND):
            return shown(self._network.name(tie.first if column == FIRST else tie.second))
        if column == TOGETHER:
            return number(tie.together)
        return _tenths(tie.expected) if column == EXPECTED else decimal(tie.association, 1)

    def _head(self, column: int) -> str:
        within = self._network.within
        return (
            self.tr("actor"),
            self.tr("named with"),
            self.tr("sentences") if within == "sentences" else _unit(within),
            self.tr("by chance"),
            self.tr("association"),
        )[column]


def _unit(within: Within) -> str:
    return {
        "articles": tr("Network", "articles"),
        "stories": tr("Network", "stories"),
        "outlets": tr("Network", "outlets"),
    }.get(within, "")


def _side(column: int) -> Qt.AlignmentFlag:
    words = column in (FIRST, SECOND)
    side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
