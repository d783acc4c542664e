"""Network: who is named with whom; a click on an actor picks it, one on a tie reads about both."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTableView,
)
from typing_extensions import override

from workstation.desktop import exporting
from workstation.desktop.buttons import chooser, flat
from workstation.desktop.desk import Desk
from workstation.desktop.exporting import Exporting
from workstation.desktop.handing import hand_out
from workstation.desktop.pane import Figure, Pane, plain_label
from workstation.desktop.panes.network.canvas import Canvas
from workstation.desktop.panes.network.model import (
    FIRST,
    SECOND,
    Drawn,
    Reach,
    Remembered,
    TieRows,
    asked,
    told,
)
from workstation.desktop.theme import Theme
from workstation.domain.network import Ranking, Tie
from workstation.domain.selection import Aspect, Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading

Offered = TypeVar("Offered", Reach, Ranking)

_HIGH: Final = 24
_NAME: Final = 210
_EMPTY, _PICTURE, _TABLE = range(3)


class NetworkPane(Pane[Drawn]):
    """Shows who is named with whom in the selection, as a picture or as a table."""

    depends_on = frozenset[Aspect]({"words", "brush", "undated", "doubtful", "facets", "unit"})
    listens_to = frozenset({"articles", "mentions", "actors"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Network"), desk, theme)
        # The tab of the dock says the name already.
        self.caption.hide()
        self._reach: Reach = "units"
        self._ranking: Ranking = "association"
        self._remembered = Remembered()
        desk.opened.connect(self._remembered.forget)
        self.canvas = Canvas(desk.selection, theme)
        self.rows = TieRows(self)
        self.table = self._make_table()
        self._readout = Figure()
        empty = plain_label(self.tr("No actor is named in the selection."), "empty")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        self._stack = QStackedWidget()
        for widget in (empty, self.canvas, self.table):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        # What is told stands left, where the name would.
        self.heading.removeWidget(self.figure)
        self.heading.insertWidget(1, self.figure)
        self.heading.insertWidget(3, self._readout)
        down = theme.icon("down", "muted")
        self._reaching = chooser(self._reaches(), self._reach, self.reach, down)
        self._reaching.setAccessibleName(self.tr("Named together in what"))
        self._ordering = chooser(self._rankings(), self._ranking, self.rank, down)
        self._ordering.setAccessibleName(self.tr("Which pairs come first"))
        self._tabling = flat(self.tr("Table"), theme.icon("table", "muted"))
        self._tabling.setCheckable(True)
        self._tabling.toggled.connect(self._choose_view)
        copy = flat(self.tr("Copy"))
        copy.clicked.connect(self.copy)
        save = flat(self.tr("Save…"))
        save.clicked.connect(self.save)
        for button in (self._reaching, self._ordering, self._tabling, copy, save):
            self.heading.addWidget(button)
        self.canvas.picking.connect(self._pick)
        self.canvas.narrowing.connect(partial(desk.selection.narrow, "actor"))
        self.canvas.opening.connect(self._open)
        self.canvas.pointed.connect(self._readout.setText)
        self.setFocusProxy(self.canvas)

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Drawn] | None":
        return asked(selection, self._reach, self._ranking, self._remembered.layer())

    @override
    def present(self, answer: Drawn) -> None:
        self._remembered.keep(answer)
        self.canvas.show_network(answer)
        self.rows.take(answer.network)
        self.figure.setText(told(answer.network) if answer.network.nodes else "")
        self._readout.setText("")
        self._choose_view()

    @override
    def gestured(self, aspects: frozenset[Aspect]) -> None:
        if "picked" not in aspects:
            return
        # Whoever is picked is shown, however rarely it is named.
        if all(actor in self.canvas.drawn.places for actor in self.desk.selection.value.picked):
            self.canvas.update()
        else:
            self.refresh()

    @override
    def dress(self) -> None:
        self.canvas.update()

    # Commands ---------------------------------------------------------------------------------

    def reach(self, reach: Reach) -> None:
        """Counts who is named in the same articles, or in the same sentences."""
        self._reach = reach
        self._reaching.setText(self._reaches()[reach])
        self.refresh()

    def rank(self, ranking: Ranking) -> None:
        """Shows those ties first that chance explains least, or those that are counted most."""
        self._ranking = ranking
        self._ordering.setText(self._rankings()[ranking])
        self.refresh()

    def copy(self) -> None:
        """Copies the picture, or the table as text."""
        clipboard = QGuiApplication.clipboard()
        if self._tabling.isChecked():
            clipboard.setText(self.rows.text)
            self.desk.notices.say(self.tr("The table is on the clipboard."))
        else:
            clipboard.setPixmap(self.canvas.grab())
            self.desk.notices.say(self.tr("The picture is on the clipboard."))

    def save(self) -> None:
        """Asks for a file, and saves the network for other programs."""
        library = self.desk.library
        if library is not None:
            name = self.tr("{library} network").format(library=library.name)
            network, selection = self.canvas.drawn.network, self.desk.selection.value
            Exporting(self, self.desk).ask(exporting.network(network, selection, name))

    # ------------------------------------------------------------------------------------------

    def _pick(self, actor: str, adding: bool) -> None:
        picked = self.desk.selection.value.picked
        if not adding:
            picked = (actor,)
        elif actor in picked:
            picked = tuple(other for other in picked if other != actor)
        else:
            picked = (*picked, actor)
        self.desk.selection.change(picked=picked)

    def _open(self, tie: Tie) -> None:
        both, now = (tie.first, tie.second), self.desk.selection.value
        all_named = tuple(dict.fromkeys((*now.facet("together"), *both)))
        facets = now.with_facet("together", all_named).facets
        self.desk.selection.change(facets=facets, picked=both)

    def _pick_row(self, index: QModelIndex) -> None:
        tie = self.rows.tie(index.row())
        if tie is not None:
            self.desk.selection.change(picked=(tie.first, tie.second))

    def _open_row(self, index: QModelIndex) -> None:
        tie = self.rows.tie(index.row())
        if tie is not None:
            self._open(tie)

    def _choose_view(self) -> None:
        tabled = self._tabling.isChecked()
        self.setFocusProxy(self.table if tabled else self.canvas)
        if not self.canvas.drawn.network.nodes:
            self._stack.setCurrentIndex(_EMPTY)
        else:
            self._stack.setCurrentIndex(_TABLE if tabled else _PICTURE)

    def _reaches(self) -> dict[Reach, str]:
        return {"units": self.tr("In one article"), "sentences": self.tr("In one sentence")}

    def _rankings(self) -> dict[Ranking, str]:
        return {"association": self.tr("More than by chance"), "count": self.tr("Most often")}

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        hand_out(table)
        table.setObjectName("plain")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_HIGH)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        for column in (FIRST, SECOND):
            table.setColumnWidth(column, _NAME)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.clicked.connect(self._pick_row)
        table.activated.connect(self._open_row)
        table.setAccessibleName(self.tr("Network as a table"))
        return table
