"""Decisions: everything that analysts corrected, each to be taken back or put back by itself."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
)
from typing_extensions import override

from workstation.curating import history
from workstation.curating.history import About, View
from workstation.desktop.desk import Desk, Spot
from workstation.desktop.paging import seen_pages
from workstation.desktop.pane import Field, Figure, Pane, plain_label
from workstation.desktop.panes.decisions.model import (
    FATE,
    REACH,
    REASON,
    WORDS,
    DecisionRows,
    Listed,
    Row,
    listed,
)
from workstation.desktop.theme import Theme
from workstation.desktop.words import number, several
from workstation.domain.selection import Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading

_WIDTHS: Final = (104, 92, 400, 190, 196, 96)
_HIGH: Final = 26
_FILTER: Final = 190
_SPACIOUS: Final = 900
"""Pixels below which a row has to do without its reach and its reason."""


class DecisionsPane(Pane[Listed]):
    """Lists the log, newest first; a double click goes to what a decision is about."""

    listens_to = frozenset({"decisions", "articles"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Decisions"), desk, theme)
        # The tab of the dock says the name already.
        self.caption.hide()
        self._view: View = "all"
        self._anew = True
        self._wanted: frozenset[int] = frozenset()
        self.rows = DecisionRows(theme, self._want, self)
        self.table = self._make_table()
        self.filter = Field()
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the decisions"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(_FILTER)
        self.filter.textChanged.connect(self._list_anew)
        self._told = Figure()
        self._told.setObjectName("headline")
        self._empty = plain_label("", "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._empty.setAccessibleName(self.tr("Why no decision is listed"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.turn = QPushButton(self.tr("Take back"))
        self.turn.setEnabled(False)
        self.turn.clicked.connect(self._turn)
        self.heading.insertWidget(1, self._told)
        self.heading.addWidget(self.filter)
        self._make_views()
        self.heading.addWidget(self.turn)
        self.body.addWidget(self._stack, 1)
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(0)
        self._fetch.timeout.connect(self._ask_pages)
        self._stack.currentChanged.connect(self._stand)
        self._stand()

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Listed] | None":
        self._anew = True
        return listed(self._view, self.filter.text(), self._seen_pages())

    @override
    def present(self, answer: Listed) -> None:
        chosen = self.chosen
        self.rows.take(answer, anew=self._anew)
        self._anew = False
        row = self.rows.row_of(chosen.id) if chosen is not None else None
        if row is not None:
            self.table.selectRow(row)
        self._told.setText(self._totals(answer))
        self._empty.setText(self._nothing(answer))
        self._stack.setCurrentIndex(0 if answer.count else 1)
        self._tell_turn()

    @override
    def dress(self) -> None:
        self.table.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (REASON, REACH):
            self.table.setColumnHidden(column, event.size().width() < _SPACIOUS)

    # Commands ---------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Lists all decisions, or only those that hold or were taken back."""
        self._view = view
        self._views[view].setChecked(True)
        self._list_anew()

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.rows.at(rows[0].row()) if rows else None

    # ------------------------------------------------------------------------------------------

    def _stand(self) -> None:
        self.setFocusProxy(self._stack.currentWidget() or self.table)

    def _totals(self, answer: Listed) -> str:
        taken = self.tr("1 decision"), self.tr("{n} decisions")
        words = several(answer.taken, *taken)
        if answer.holding != answer.taken:
            hold = self.tr("{words}, {n} hold")
            words = hold.format(words=words, n=number(answer.holding))
        return words if answer.taken else ""

    def _nothing(self, answer: Listed) -> str:
        if not answer.taken:
            return self.tr(
                "Every correction is listed here: who decided it, why, and what it reached. "
                "Each can be taken back by itself, whenever."
            )
        return self.tr("No decision fits.")

    def _list_anew(self) -> None:
        self.table.clearSelection()
        self.table.scrollToTop()
        self.refresh()

    def _want(self, pages: frozenset[int]) -> None:
        self._wanted = pages
        self._fetch.start()

    def _ask_pages(self) -> None:
        pages = set(self._wanted) & self._seen_pages() or self._seen_pages()
        asked = listed(self._view, self.filter.text(), pages)
        self.desk.ask(self, asked, self._answered, self._failed)

    def _seen_pages(self) -> set[int]:
        return seen_pages(self.table, whole=self.rows.rowCount() - 1)

    def _tell_turn(self) -> None:
        row, library = self.chosen, self.desk.library
        writing = library is not None and not library.read_only
        ordinary = row is not None and row.decision.order.verb != "revoke"
        back = row is not None and row.taken_back is not None
        self.turn.setText(self.tr("Put back") if back else self.tr("Take back"))
        self.turn.setEnabled(ordinary and writing)

    def _turn(self) -> None:
        row = self.chosen
        if row is None or not self.turn.isEnabled():
            return
        deciding = self.desk.deciding
        turn = deciding.take_back if row.taken_back is None else deciding.put_back
        turn(row.decision.number)

    def _go(self, index: QModelIndex) -> None:
        row = self.rows.at(index.row())
        if row is not None:
            decision = row.decision
            self.desk.ask(self._told, lambda r: history.about(r, decision), self._show_about)

    def _show_about(self, about: About) -> None:
        selection = self.desk.selection
        if about.article is not None and about.end:
            self.desk.go_to(Spot(about.article, about.field, about.start, about.end))
        elif about.article is not None:
            selection.change(focus=about.article)
        elif about.actor:
            selection.change(picked=(about.actor,))
        elif about.outlet:
            selection.narrow("outlet", about.outlet)
        else:
            self.desk.notices.say(self.tr("What that decision is about is not here now."))

    def _show_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Go to what it is about"), partial(self._go, index))
        turn = menu.addAction(self.turn.text(), self._turn)
        turn.setEnabled(self.turn.isEnabled())
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        table.setObjectName("plain")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_HIGH)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        head.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(FATE, QHeaderView.ResizeMode.Fixed)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.activated.connect(self._go)
        table.selectionModel().selectionChanged.connect(self._tell_turn)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.setAccessibleName(self.tr("What was decided"))
        return table

    def _make_views(self) -> None:
        group = QButtonGroup(self)
        self._views: dict[View, QToolButton] = {}
        names: dict[View, str] = {
            "all": self.tr("All"),
            "hold": self.tr("Hold"),
            "taken-back": self.tr("Taken back"),
        }
        for view, words in names.items():
            button = QToolButton()
            button.setObjectName("flat")
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(view == self._view)
            button.clicked.connect(partial(self.show_view, view))
            group.addButton(button)
            self.heading.addWidget(button)
            self._views[view] = button

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.table.hasFocus():
            self._turn()
        else:
            super().keyPressEvent(event)
