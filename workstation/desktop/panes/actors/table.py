"""The table of actors: it knows a click that picks one alone from one that adds."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from workstation.desktop.panes.actors.model import ActorRows, Column
from workstation.desktop.panes.actors.rows import HEIGHT, ActorRow

_WIDTHS = {Column.HERE: 36, Column.MENTIONS: 60, Column.NAMED_IN: 50, Column.TREND: 60}
_GIVE_WAY = {Column.TREND: 320, Column.NAMED_IN: 260}
"""The widths below which a column leaves its room to the names."""


class ActorTable(QTableView):
    """Rows of actors, several of which can be chosen."""

    def __init__(self, rows: ActorRows, paint: ActorRow, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.alone = False
        """Whether the last gesture chose a row in the place of all others."""
        self.setModel(rows)
        self.setItemDelegate(paint)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        for column, width in _WIDTHS.items():
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
        for column, least in _GIVE_WAY.items():
            self.setColumnHidden(column, event.size().width() < least)
