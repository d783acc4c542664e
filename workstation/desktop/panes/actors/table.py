"""The table of actors: it knows a click that picks one alone from one that adds."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from workstation.desktop.handing import hand_out
from workstation.desktop.panes.actors.model import EXTRA, ActorRows, Column
from workstation.desktop.panes.actors.rows import HEIGHT, ActorRow

_WIDTHS = {
    Column.HERE: 36,
    Column.MENTIONS: 60,
    Column.NAMED_IN: 50,
    Column.TREND: 60,
    Column.FIRST: 86,
    Column.LAST: 86,
    Column.BEFORE: 62,
}
_GIVE_WAY = (Column.TREND, Column.NAMED_IN, Column.FIRST, Column.LAST, Column.BEFORE)
"""The columns that leave their room to the names where it is narrow, the first ones first."""
_AROUND = 5
"""Pixels between a heading and the next one."""
_NAME = 114
_NAME_BESIDE_EXTRA = 160
"""Pixels that the names keep at the least."""


class ActorTable(QTableView):
    """Rows of actors, several of which can be chosen."""

    def __init__(self, rows: ActorRows, paint: ActorRow, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.alone = False
        """Whether the last gesture chose a row in the place of all others."""
        self.extra: tuple[Column, ...] = ()
        """The further columns that somebody asked for."""
        self.setModel(rows)
        hand_out(self)
        self.setItemDelegate(paint)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        # In another language a heading may need more room than the numbers.
        self._widths = {column: max(_WIDTHS[column], self._heading(column)) for column in _WIDTHS}
        for column, width in self._widths.items():
            self.setColumnWidth(column, width)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.MENTIONS, Qt.SortOrder.DescendingOrder)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(name)

    @override
    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        command = super().selectionCommand(index, event)
        clears = QItemSelectionModel.SelectionFlag.Clear
        self.alone = event is not None and bool(command & clears)
        return command

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def show_extra(self, column: Column, *, on: bool) -> None:
        """Shows a further column, or takes it away."""
        others = tuple(other for other in self.extra if other != column)
        self.extra = (*others, column) if on else others
        self._give_way()

    def _heading(self, column: Column) -> int:
        head = self.horizontalHeader()
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        return head.fontMetrics().horizontalAdvance(words) + _AROUND

    def _give_way(self) -> None:
        # Whoever asks for further columns has room for them, and less use for the trends.
        room = self.viewport().width() - (_NAME_BESIDE_EXTRA if self.extra else _NAME)
        wanted = [c for c in self._widths if c not in EXTRA or c in self.extra]
        for column in _GIVE_WAY:
            if column in wanted and sum(self._widths[c] for c in wanted) > room:
                wanted.remove(column)
        for column in _GIVE_WAY:
            self.setColumnHidden(column, column not in wanted)
