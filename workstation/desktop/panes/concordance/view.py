"""Concordance: every place of the actors picked, or of the words searched, in its context."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from workstation.desktop.buttons import chooser, flat
from workstation.desktop.desk import Desk
from workstation.desktop.lines import LineTable
from workstation.desktop.pane import Pane, plain_label
from workstation.desktop.panes.concordance.model import Lined, lined
from workstation.desktop.theme import Theme
from workstation.desktop.words import number, several
from workstation.domain.concordance import Concordance, LineOrder
from workstation.domain.selection import Aspect, Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading


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
        self.table = LineTable(desk, theme, self.tr("Places in context"))
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self._empty = plain_label(
            self.tr("Choose an actor, or search for words: each place is a line here."), "empty"
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        self.body.addWidget(self._stack, 1)
        down = theme.icon("down", "muted")
        self._sorting = chooser(self._orders(), self._order, self.sort, down)
        self._sorting.setAccessibleName(self.tr("Order of the places"))
        self._copying = flat(self.tr("Copy"))
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

    # Commands ---------------------------------------------------------------------------------

    def sort(self, order: LineOrder) -> None:
        """Lists the lines in another order."""
        self._order = order
        self._sorting.setText(self._orders()[order])
        self._show(self._lines)
        self.table.scrollToTop()

    def copy(self) -> None:
        """Copies all lines, their parts with tabs between."""
        QGuiApplication.clipboard().setText(self.table.rows.text)

    # ------------------------------------------------------------------------------------------

    def _show(self, lines: Concordance) -> None:
        self._lines = lines
        self.table.rows.take(lines, self._order)

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
