"""Lines of a concordance as a table: what stands before, the words, what stands after, where."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from workstation.desktop.desk import Desk, Spot
from workstation.desktop.handing import HandedRows, hand_out, in_rows
from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import day, outlet_name, shown, tip
from workstation.domain.concordance import Concordance, Line, LineOrder

Index = QModelIndex | QPersistentModelIndex
LEFT, NODE, RIGHT, WHERE = range(4)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WHERE: Final = 210
_NODE: Final = 170
_SPACIOUS: Final = 760
"""Pixels below which the lines do without saying where they were read."""
_HIGH: Final = 24


class LineRows(HandedRows):
    """What stands before a node, the node, what stands after it, and where it was read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._more: Callable[[], None] | None = None

    def take(
        self, lines: Concordance, order: LineOrder, more: Callable[[], None] | None = None
    ) -> None:
        """Takes other lines, the same in another order, or others that follow those here.

        `more` is called when somebody comes to the end of the lines.
        """
        new, many = lines.ordered(order).lines, len(self._lines)
        self._more = more
        if 0 < many < len(new) and new[:many] == self._lines:
            self.beginInsertRows(QModelIndex(), many, len(new) - 1)
            self._lines = new
            self.endInsertRows()
            return
        self.beginResetModel()
        self._lines = new
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @property
    def text(self) -> str:
        """All rows as lines of tab-separated words."""
        return in_rows(map(_cells, self._lines))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more is not None

    @override
    def fetchMore(self, parent: Index) -> None:
        more, self._more = self._more, None
        if more is not None and not parent.isValid():
            more()

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


class LineTable(QTableView):
    """A table of lines; a click, or Enter, opens the article at the place."""

    def __init__(self, desk: Desk, theme: Theme, name: str) -> None:
        """A table whose accessible name is `name`."""
        super().__init__()
        self._desk = desk
        self.rows = LineRows(self)
        self.setModel(self.rows)
        hand_out(self)
        self.setObjectName("plain")
        # What stands before the words stands at their left, as it does on the page.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setItemDelegate(_Cell(theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HIGH)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for column in (LEFT, RIGHT):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(NODE, _NODE)
        self.setColumnWidth(WHERE, _WHERE)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        self.setAccessibleName(name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(WHERE, event.size().width() < _SPACIOUS)

    def _open(self, index: QModelIndex) -> None:
        line = self.rows.line(index.row())
        if line is not None:
            self._desk.go_to(Spot(line.article, line.field, line.start, line.end))


class _Cell(QStyledItemDelegate):
    """A cell whose words are left out at the end that is farther from the node."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strong = sans(10, strong=True)

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        column = index.column()
        option.textElideMode = Qt.TextElideMode.ElideRight
        if column == LEFT:
            option.textElideMode = Qt.TextElideMode.ElideLeft
        if column == NODE:
            option.font = self._strong
        if column == WHERE:
            option.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("muted"))
