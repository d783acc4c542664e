"""Outlets, languages, tones and labels, to narrow the selection by."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView
from typing_extensions import override

from workstation.desktop.desk import Desk
from workstation.desktop.pane import Pane
from workstation.desktop.panes.facets.model import NAMES, FacetRows, Name
from workstation.desktop.theme import Theme
from workstation.domain.frequency import FacetCount
from workstation.domain.selection import Aspect, Selection
from workstation.library import corpus

if TYPE_CHECKING:
    from workstation.library.library import Reading

_ROW: Final = 25
_FOOT: Final = 6

Counts = dict[Name, list[FacetCount]]


class FacetsPane(Pane[Counts]):
    """A click on a value narrows to it; more values of one facet widen again."""

    depends_on = frozenset[Aspect]({"words", "brush", "undated", "doubtful", "facets", "unit"})
    listens_to = frozenset({"articles", "signs"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Narrow by"), desk, theme)
        self.rows = FacetRows(theme, self)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 56)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        # In a low window the articles above need the room more.
        self.table.setMinimumHeight(_ROW)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setObjectName("facets")
        self.table.installEventFilter(self)
        self.table.clicked.connect(self._toggle)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.setAccessibleName(self.tr("Outlets, languages, tones and labels"))
        self.body.addWidget(self.table, 1)
        self._take_room()
        self.setFocusProxy(self.table)

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Counts] | None":
        asked, unit = selection.corpus(), selection.unit
        return lambda reading: {
            name: corpus.facet(reading, asked.without(name), name, unit) for name in NAMES
        }

    @override
    def present(self, answer: Counts) -> None:
        selection = self.desk.selection.value
        chosen = {name: selection.facet(name) for name in NAMES}
        self.rows.take(answer, chosen, selection.unit)
        self._take_room()

    @override
    def dress(self) -> None:
        self.table.viewport().update()

    def _take_room(self) -> None:
        rows = self.rows.rowCount()
        head = self.head.height() + _FOOT
        self.setMaximumHeight(head + rows * _ROW if rows else 0)

    def _toggle(self, index: QModelIndex) -> None:
        toggled = self.rows.toggled(index.row())
        if toggled is not None:
            name, values = toggled
            self.desk.selection.narrow(name, *values)

    def rename(self, row: int) -> None:
        """Asks for another name of the label in a row, if one stands there."""
        found = self.rows.rows[row]
        library = self.desk.library
        if found.facet == "label" and found.value and library and not library.read_only:
            self.desk.noting.label_name_wanted.emit(found.value)

    def _open_menu(self, point: QPoint) -> None:
        row = self.table.rowAt(point.y())
        if row >= 0 and self.rows.rows[row].facet == "label" and self.rows.rows[row].value:
            menu = QMenu(self)
            menu.addAction(self.tr("Rename the label…"), partial(self.rename, row))
            menu.exec(self.table.viewport().mapToGlobal(point))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A table keeps the space bar for a search of its own.
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        current = self.table.currentIndex()
        key = Qt.Key(event.key()) if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and key in keys and current.isValid():
            self._toggle(current)
            return True
        if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_F2 and current.isValid():
            self.rename(current.row())
            return True
        return super().eventFilter(watched, event)
