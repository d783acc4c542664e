"""Concordance: every place of the actors picked, or of the words searched, in its context."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QActionGroup, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from workstation.desktop.desk import Desk, Spot
from workstation.desktop.pane import Pane, plain_label
from workstation.desktop.panes.concordance.model import (
    LEFT,
    NODE,
    RIGHT,
    WHERE,
    ConcordanceRows,
    Lined,
    lined,
)
from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import number, several
from workstation.domain.concordance import Concordance, LineOrder
from workstation.domain.selection import Aspect, Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading

_WHERE: Final = 210
_NODE: Final = 170
_SPACIOUS: Final = 760
"""Pixels below which the lines do without saying where they were read."""
_HIGH: Final = 24


class ConcordancePane(Pane[Lined]):
    """Lists places in context; a click opens the article at the place."""

    depends_on = frozenset[Aspect]({"words", "brush", "undated", "doubtful", "facets", "picked"})
    listens_to = frozenset({"articles", "mentions", "actors"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Concordance"), desk, theme)
        # The tab of the dock says the name already.
        self.caption.hide()
        self._order: LineOrder = "newest"
        self._lines = Concordance()
        self.rows = ConcordanceRows(self)
        self.table = self._make_table()
        self._empty = plain_label(
            self.tr("Choose an actor, or search for words: each place is a line here."), "empty"
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        self.body.addWidget(self._stack, 1)
        self._sorting = self._make_sorting()
        self._copying = QToolButton()
        self._copying.setObjectName("flat")
        self._copying.setText(self.tr("Copy"))
        self._copying.clicked.connect(self.copy)
        self.heading.addWidget(self._sorting)
        self.heading.addWidget(self._copying)
        # What is told stands left, where the name would.
        self.heading.removeWidget(self.figure)
        self.heading.insertWidget(1, self.figure)
        self.setFocusProxy(self.table)

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Lined] | None":
        asked = lined(selection)
        if asked is None:
            self._show(Concordance())
            self.figure.setText("")
            self._stack.setCurrentIndex(0)
        return asked

    @override
    def present(self, answer: Lined) -> None:
        self._show(answer.concordance)
        self._stack.setCurrentIndex(1)
        n = len(answer.concordance.lines)
        if answer.concordance.more:
            self.figure.setText(self.tr("the newest {n} places").format(n=number(n)))
        elif answer.of_actors:
            told = several(n, self.tr("{n} mention"), self.tr("{n} mentions"))
            self.figure.setText(told)
        else:
            self.figure.setText(several(n, self.tr("{n} place"), self.tr("{n} places")))

    @override
    def dress(self) -> None:
        self.table.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(WHERE, event.size().width() < _SPACIOUS)

    # Commands ---------------------------------------------------------------------------------

    def sort(self, order: LineOrder) -> None:
        """Lists the lines in another order."""
        self._order = order
        self._sorting.setText(self._orders()[order])
        self._show(self._lines)
        self.table.scrollToTop()

    def copy(self) -> None:
        """Copies all lines, their parts with tabs between."""
        QGuiApplication.clipboard().setText(self.rows.text)

    # ------------------------------------------------------------------------------------------

    def _show(self, lines: Concordance) -> None:
        self._lines = lines
        self.rows.take(lines, self._order)

    def _open(self, index: QModelIndex) -> None:
        line = self.rows.line(index.row())
        if line is not None:
            self.desk.go_to(Spot(line.article, line.field, line.start, line.end))

    def _orders(self) -> dict[LineOrder, str]:
        return {
            "newest": self.tr("Newest"),
            "left": self.tr("Words before"),
            "node": self.tr("Spelling"),
            "right": self.tr("Words after"),
        }

    def _sort_by(self, column: int) -> None:
        orders: tuple[LineOrder, ...] = ("left", "node", "right", "newest")
        self.sort(orders[column])

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        table.setObjectName("plain")
        table.setItemDelegate(_Cell(self.theme, table))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_HIGH)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort_by)
        for column in (LEFT, RIGHT):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(NODE, _NODE)
        table.setColumnWidth(WHERE, _WHERE)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.clicked.connect(self._open)
        table.activated.connect(self._open)
        table.setAccessibleName(self.tr("Places in context"))
        return table

    def _make_sorting(self) -> QToolButton:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order, words in self._orders().items():
            action = menu.addAction(words, partial(self.sort, order))
            action.setCheckable(True)
            action.setChecked(order == self._order)
            group.addAction(action)
        button = QToolButton()
        button.setObjectName("flat")
        button.setText(self._orders()[self._order])
        button.setIcon(self.theme.icon("down", "muted"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setAccessibleName(self.tr("Order of the places"))
        return button


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
