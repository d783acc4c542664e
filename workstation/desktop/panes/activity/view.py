"""Activity: the jobs that run, and what became of every file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from workstation.desktop.desk import Desk
from workstation.desktop.pane import Pane, plain_label
from workstation.desktop.panes.activity.jobs import JobList
from workstation.desktop.panes.activity.model import ROWS, LedgerRows
from workstation.desktop.theme import Theme
from workstation.desktop.words import number, several
from workstation.domain.ledger import Entry
from workstation.domain.selection import Selection
from workstation.library import ledger

if TYPE_CHECKING:
    from workstation.library.library import Reading

_NOTES = 3


class ActivityPane(Pane[list[Entry]]):
    """Lists the ledger, newest first; a double click opens the articles of a file."""

    listens_to = frozenset({"ledger"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Activity"), desk, theme)
        # The tab of the dock says the name already.
        self.caption.hide()
        self.rows = LedgerRows(theme, self)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setObjectName("plain")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(_NOTES, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((340, 90, 76)):
            self.table.setColumnWidth(column, width)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.activated.connect(self._open)
        self.table.setAccessibleName(self.tr("What became of every file"))
        self._details = plain_label("", "empty")
        self._details.setWordWrap(True)
        self._details.setContentsMargins(14, 4, 14, 6)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.hide()
        self.table.selectionModel().currentRowChanged.connect(self._explain)
        self.body.addWidget(JobList(desk.jobs))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._details)
        self.setFocusProxy(self.table)

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], list[Entry]] | None":
        return lambda reading: ledger.entries(reading, newest_first=True, limit=ROWS)

    @override
    def present(self, answer: list[Entry]) -> None:
        self.rows.take(answer)
        refused = sum(entry.verdict == "refused" for entry in answer)
        told = several(len(answer), self.tr("1 file"), self.tr("{n} files"))
        if refused:
            told += " · " + self.tr("{n} refused").format(n=number(refused))
        self.figure.setText(told)

    def _explain(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index.row())
        words = "" if entry is None else " ".join(filter(None, (entry.message, entry.details)))
        self._details.setText(words)
        self._details.setVisible(bool(words))

    def _open(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index.row())
        if entry is not None and entry.articles:
            now = self.desk.selection.value
            facets = now.with_facet("article", tuple(map(str, entry.articles))).facets
            self.desk.selection.change(facets=facets, focus=entry.articles[0])
