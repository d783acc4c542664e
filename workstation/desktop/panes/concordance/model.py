"""The lines of a concordance as rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.words import day, outlet_name, shown, tip
from workstation.domain.concordance import Concordance, Line, LineOrder
from workstation.domain.selection import Selection
from workstation.library import concordance

if TYPE_CHECKING:
    from workstation.library.library import Reading

Index = QModelIndex | QPersistentModelIndex
LEFT, NODE, RIGHT, WHERE = range(4)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Lined:
    """Lines, and how the store answered: of the actors picked, or of the words searched."""

    concordance: Concordance
    of_actors: bool


def lined(selection: Selection) -> "Callable[[Reading], Lined] | None":
    """The question for the lines of a selection; None where nothing is looked for in it."""
    corpus, picked = selection.corpus(), selection.picked
    if picked:
        return lambda reading: Lined(concordance.of_actors(reading, corpus, picked), of_actors=True)
    if corpus.words.strip():
        return lambda reading: Lined(concordance.of_words(reading, corpus), of_actors=False)
    return None


class ConcordanceRows(QAbstractTableModel):
    """What stands before a node, the node, what stands after it, and where it was read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def take(self, lines: Concordance, order: LineOrder) -> None:
        """Takes other lines, or the same in another order."""
        self.beginResetModel()
        self._lines = lines.ordered(order).lines
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @property
    def text(self) -> str:
        """All rows as lines of tab-separated words."""
        return "\n".join("\t".join(_cells(line)) for line in self._lines)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WHERE + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = self.tr("before"), self.tr("words"), self.tr("after"), self.tr("where")
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _cells(line)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() != WHERE:
            return tip(f"{line.left}{line.node}{line.right}")
        return None


def _cells(line: Line) -> tuple[str, str, str, str]:
    when = day(line.day) if line.day is not None else ""
    where = f"{outlet_name(line.outlet)} · {when}" if when else outlet_name(line.outlet)
    return shown(line.left), shown(line.node), shown(line.right), where


def _side(column: int) -> Qt.AlignmentFlag:
    sides = {LEFT: Qt.AlignmentFlag.AlignRight, NODE: Qt.AlignmentFlag.AlignHCenter}
    return sides.get(column, Qt.AlignmentFlag.AlignLeft) | _MIDDLE
