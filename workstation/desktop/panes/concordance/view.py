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
from workstation.limits import CONCORDANCE_LINES

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
        self._whole = True
        self._copies = False
        self.table = LineTable(desk, theme, self.tr("Places in context"))
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self._empty = plain_label("", "empty")
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
        # What was asked about the former selection is not wanted any more.
        self.desk.jobs.forget(self.table)
        self._copies = False
        asked = lined(selection, whole=self._order != "newest")
        if asked is None:
            self._show(Concordance())
            self.figure.setText("")
            words = self.tr("Choose an actor, or search for words: each place is a line here.")
            self._show_words(words)
        return asked

    @override
    def present(self, answer: Lined) -> None:
        self._show(answer.concordance, whole=answer.whole)
        self._stack.setCurrentIndex(1)
        if not answer.concordance.lines:
            self._show_words(self.tr("No place fits. Take out words or a chip above to see more."))
        self._tell(answer)
        if answer.places is None and not answer.whole:
            # Only who has them all knows how many there are.
            self._ask_whole()

    @override
    def dress(self) -> None:
        self.table.viewport().update()

    # Commands ---------------------------------------------------------------------------------

    def sort(self, order: LineOrder) -> None:
        """Lists the lines in another order."""
        self._order = order
        self._sorting.setText(self._orders()[order])
        self.table.scrollToTop()
        if self._whole:
            self._show(self._lines)
        else:
            self.refresh()

    def copy(self) -> None:
        """Copies all lines, their parts with tabs between; when all are here, if they are not."""
        if not self._whole:
            self._copies = True
            self._ask_whole()
            return
        QGuiApplication.clipboard().setText(self.table.rows.text)

    # ------------------------------------------------------------------------------------------

    def _show_words(self, words: str) -> None:
        self._empty.setText(words)
        self._stack.setCurrentIndex(0)

    def _show(self, lines: Concordance, *, whole: bool = True) -> None:
        self._lines, self._whole = lines, whole
        self.table.rows.take(lines, self._order, more=None if whole else self._ask_whole)

    def _tell(self, answer: Lined) -> None:
        n = len(answer.concordance.lines) if answer.places is None else answer.places
        if n > CONCORDANCE_LINES or (answer.places is None and answer.concordance.more):
            told = self.tr("the newest {n} places").format(n=number(min(n, CONCORDANCE_LINES)))
        elif answer.of_actors:
            told = several(n, self.tr("{n} mention"), self.tr("{n} mentions"))
        else:
            told = several(n, self.tr("{n} place"), self.tr("{n} places"))
        self.figure.setText(told)

    def _ask_whole(self) -> None:
        asked = lined(self.desk.selection.value, whole=True)
        if asked is not None:
            self.desk.ask(self.table, asked, self._complete)

    def _complete(self, answer: Lined) -> None:
        """Shows all lines where the first ones stand, and copies them if somebody waits for it."""
        self._show(answer.concordance)
        self._tell(answer)
        if self._copies:
            self._copies = False
            self.copy()

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
