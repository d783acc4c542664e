"""Activity: the jobs that run, and what became of every file."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from workstation.desktop.desk import Desk
from workstation.desktop.paging import seen_pages
from workstation.desktop.pane import Figure, Pane, plain_label
from workstation.desktop.panes.activity.about import About
from workstation.desktop.panes.activity.jobs import JobList
from workstation.desktop.panes.activity.model import (
    READER,
    WHEN,
    WORDS,
    LedgerRows,
    Listed,
    listed,
)
from workstation.desktop.theme import Theme
from workstation.desktop.words import number, several, tr
from workstation.domain.ledger import Entry, Totals, View
from workstation.domain.selection import Selection
from workstation.library import ledger
from workstation.limits import LIST_ROWS

if TYPE_CHECKING:
    from workstation.library.library import Reading

_WIDTHS: Final = (240, 96, 76, 78, 92, 116)
_SPACIOUS: Final = 1_000
"""Pixels below which the words of a row have to do without its reader and its time."""


class ActivityPane(Pane[Listed]):
    """Lists the ledger, newest first; a double click opens the articles of a file."""

    listens_to = frozenset({"ledger"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Activity"), desk, theme)
        # The tab of the dock says the name already.
        self.caption.hide()
        self._view: View = "all"
        self._anew = True
        self._wanted: frozenset[int] = frozenset()
        self.rows = LedgerRows(theme, self._want, self)
        self.table = self._make_table()
        self.about = About()
        self.about.open_asked.connect(self._open)
        self._told = Figure()
        self._told.setObjectName("headline")
        self._empty = plain_label("", "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self.about)
        self.heading.insertWidget(1, self._told)
        self._views = self._make_views()
        self.body.addWidget(JobList(desk.jobs))
        self.body.addWidget(both, 1)
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(0)
        self._fetch.timeout.connect(self._ask_pages)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._empty.setAccessibleName(self.tr("Why no file is listed"))
        self._stack.currentChanged.connect(self._stand)
        self._stand()

    def _stand(self) -> None:
        self.setFocusProxy(self._stack.currentWidget() or self.table)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        table.setObjectName("plain")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(26)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.activated.connect(lambda index: self._open(self._entries([index])))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.selectionModel().selectionChanged.connect(self._explain)
        table.setAccessibleName(self.tr("What became of every file"))
        return table

    def _make_views(self) -> dict[View, QToolButton]:
        group = QButtonGroup(self)
        made: dict[View, QToolButton] = {}
        names: dict[View, str] = {
            "all": self.tr("All"),
            "needs-you": self.tr("Needs you"),
            "noted": self.tr("Guesses"),
            "unread": self.tr("Not read"),
        }
        for view, words in names.items():
            button = QToolButton()
            button.setObjectName("flat")
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(view == self._view)
            button.clicked.connect(lambda _checked=False, view=view: self.show_view(view))
            group.addButton(button)
            self.heading.addWidget(button)
            made[view] = button
        return made

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Listed] | None":
        self._anew = True
        return listed(self._view, self._seen_pages())

    @override
    def present(self, answer: Listed) -> None:
        rows = self._chosen()
        # Most of a whole ledger is not fetched, and so has no entries to choose again by.
        everything = len(rows) > LIST_ROWS and len(rows) == self.rows.rowCount()
        chosen = [entry.id for entry in self._entries(rows)]
        top = self.table.verticalScrollBar().value()
        self.rows.take(answer, anew=self._anew)
        self._anew = False
        if everything:
            self.table.selectAll()
        else:
            self._choose(chosen)
        self.table.verticalScrollBar().setValue(top)
        self._told.setText(told(answer.totals))
        self._stack.setCurrentIndex(0 if answer.count else 1)
        self.about.setVisible(bool(answer.count))
        self._empty.setText("" if answer.count else self._nothing(answer.totals))
        self._explain()

    @override
    def dress(self) -> None:
        self.table.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (READER, WHEN):
            self.table.setColumnHidden(column, event.size().width() < _SPACIOUS)

    def show_view(self, view: View) -> None:
        """Lists all rows, or only some."""
        self._view = view
        self._views[view].setChecked(True)
        self.table.clearSelection()
        self.table.scrollToTop()
        self.refresh()

    # ------------------------------------------------------------------------------------------

    def _nothing(self, totals: Totals) -> str:
        if not totals.files and not totals.unread:
            return self.tr(
                "Every file that is dropped here gets a row: what was read in it, what was "
                "guessed, and what went wrong."
            )
        if self._view == "needs-you":
            return self.tr("No file needs you.")
        if self._view == "unread":
            return self.tr("Every file was read.")
        return self.tr("Nothing was guessed.")

    def _want(self, pages: frozenset[int]) -> None:
        self._wanted = pages
        self._fetch.start()

    def _ask_pages(self) -> None:
        pages = set(self._wanted) & self._seen_pages() or self._seen_pages()
        self.desk.ask(self, listed(self._view, pages), self._answered, self._failed)

    def _seen_pages(self) -> set[int]:
        return seen_pages(self.table, whole=self.rows.rowCount() - 1)

    def _chosen(self) -> list[QModelIndex]:
        return self.table.selectionModel().selectedRows()

    def _entries(self, rows: Sequence[QModelIndex]) -> list[Entry]:
        found = (self.rows.at(index.row()) for index in rows)
        return [entry for entry in found if entry is not None]

    def _choose(self, ids: Sequence[int]) -> None:
        if [entry.id for entry in self._entries(self._chosen())] == list(ids):
            return
        model = self.table.selectionModel()
        model.clearSelection()
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for entry in ids:
            row = self.rows.row_of(entry)
            if row is not None:
                model.select(self.rows.index(row, 0), how)

    def _explain(self) -> None:
        chosen = self._chosen()
        entries = self._entries(chosen)
        if len(entries) == len(chosen):
            self.desk.jobs.forget(self.about)
            self._tell_about(entries)
            return
        rows = [index.row() for index in chosen]

        def pick(every: list[Entry]) -> None:
            self._tell_about([every[row] for row in rows if row < len(every)])

        view = self._view
        self.desk.ask(self.about, lambda reading: ledger.within(reading, view), pick)

    def _tell_about(self, entries: Sequence[Entry]) -> None:
        library = self.desk.library
        writing = library is not None and not library.read_only
        self.about.show_entries(entries, writing=writing)

    def _show_menu(self, place: QPoint) -> None:
        if self._chosen():
            self.about.menu(self).popup(self.table.viewport().mapToGlobal(place))

    def _open(self, entries: Sequence[Entry]) -> None:
        held = tuple(dict.fromkeys(n for entry in entries for n in entry.articles))
        if not held:
            return
        if len(held) > LIST_ROWS:
            self.desk.selection.change(focus=held[0])
            return
        now = self.desk.selection.value
        facets = now.with_facet("article", tuple(map(str, held))).facets
        self.desk.selection.change(facets=facets, focus=held[0])


def told(totals: Totals) -> str:
    """The ledger in a line: `42 files → 1,310 articles, 7 need you`."""
    files = several(totals.files, tr("Ledger", "1 file"), tr("Ledger", "{n} files"))
    articles = several(totals.articles, tr("Ledger", "1 article"), tr("Ledger", "{n} articles"))
    words = f"{files} → {articles}"
    if totals.needs_you:
        needs = several(totals.needs_you, tr("Ledger", "1 needs you"), tr("Ledger", "{n} need you"))
        words = f"{words}, {needs}"
    if totals.unread:
        left = tr("Ledger", "{n} still to be read").format(n=number(totals.unread))
        words = f"{words}, {left}"
    return words
