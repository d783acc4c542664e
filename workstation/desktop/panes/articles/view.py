"""The list of articles in the selection: one is in focus, and arrows, J and K walk along it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStackedWidget,
    QToolButton,
)
from typing_extensions import override

from workstation.desktop.buttons import chooser
from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.dragging import Dragging
from workstation.desktop.paging import seen_pages
from workstation.desktop.pane import Pane, plain_label
from workstation.desktop.panes.articles.menu import offer
from workstation.desktop.panes.articles.model import (
    FOLD,
    UNFOLDED,
    ArticleRows,
    Folded,
    Folding,
    Listed,
    chosen,
    listed,
)
from workstation.desktop.panes.articles.rows import ArticleRow
from workstation.desktop.panes.articles.table import ArticleTable
from workstation.desktop.theme import Theme
from workstation.desktop.words import isolated, number
from workstation.domain.changes import Changes
from workstation.domain.selection import Aspect, Brush, Selection
from workstation.domain.signs import Sign
from workstation.library import corpus, signs

if TYPE_CHECKING:
    from workstation.library.library import Reading

_CAPTIONED: Final = 245
"""Pixels beside which a caption has room, too."""
_NARROWING: Final = frozenset[Aspect]({"words", "brush", "undated", "doubtful", "facets"})


class ArticlesPane(Pane[Listed]):
    """Shows a page of articles at a time, and says how many there are."""

    depends_on = _NARROWING
    listens_to = frozenset({"articles", "mentions", "actors"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Articles"), desk, theme)
        self._order: corpus.Order = "newest"
        self._folding = UNFOLDED
        self._anew = True
        self._held = 0
        self._open_first = True
        self._begin_at = 0
        self._wanted: frozenset[int] = frozenset()
        self.rows = ArticleRows(self._want, self)
        self._dragging = Dragging(desk, self)
        self.table = self._make_table()
        self._empty = plain_label("", "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(24, 24, 24, 24)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)
        self.heading.addWidget(self._make_sorting())
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(0)
        self._fetch.timeout.connect(self._ask_pages)
        desk.opened.connect(self._start_over)
        self.setFocusProxy(self.table)

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Listed] | None":
        self._anew = True
        pages = {0} | self._seen_pages()
        return listed(selection.corpus(), self._order, pages, self._folding)

    @override
    def present(self, answer: Listed) -> None:
        top = self.table.verticalScrollBar().value()
        before = self._chosen()
        self.rows.take(answer, anew=self._anew, opened=self._folding.opened)
        if len(before) > 1 and self._chosen() != before:
            # Other articles stand in these rows now.
            self.table.clearSelection()
        self._anew = False
        self._held = answer.held
        self._tell(answer)
        if self._open_first and answer.count and self.desk.selection.value.focus is None:
            first = self.rows.article(0)
            if first is not None:
                self.desk.selection.change(focus=first.id)
        self._open_first = self._open_first and not answer.count
        self.table.verticalScrollBar().setValue(top)
        if self._begin_at and answer.count:
            row = self.rows.index(min(self._begin_at, answer.count - 1), 0)
            self.table.scrollTo(row, QAbstractItemView.ScrollHint.PositionAtTop)
            self._begin_at = 0
        self._point()

    @override
    def gestured(self, aspects: frozenset[Aspect]) -> None:
        if "focus" in aspects:
            self._point()
        if aspects & _NARROWING:
            self.table.scrollToTop()

    @override
    def dress(self) -> None:
        self.table.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # How many there are matters more than what everybody sees they are.
        self.caption.setVisible(event.size().width() >= _CAPTIONED)

    # Commands ---------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Opens the next or previous article."""
        row = self.table.currentIndex().row() + by
        if 0 <= row < self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(row, 0))

    def date(self) -> None:
        """Asks for the dates of the chosen articles, or of all in the selection."""
        self.desk.deciding.dates_wanted.emit(self._chosen_articles())

    def edit(self) -> None:
        """Asks what the chosen articles, or the one in focus, are."""
        wanted = self._meant()
        if wanted is not None:
            self.desk.handwork.edit_wanted.emit(wanted)

    def erase(self) -> None:
        """Asks whether the chosen articles, or the one in focus, are to go for good."""
        wanted = self._meant()
        if wanted is not None:
            self.desk.handwork.erase_wanted.emit(wanted)

    def toggle(self, sign: Sign) -> None:
        """Sets a sign on the chosen articles or on the one in focus, or takes it away."""
        wanted = self._meant()
        if wanted is not None:
            self.desk.noting.toggle(wanted, sign)

    def label(self) -> None:
        """Asks for the labels of the chosen articles or of the one in focus."""
        wanted = self._meant()
        if wanted is not None:
            self.desk.noting.labels_wanted.emit(wanted)

    @property
    def order(self) -> corpus.Order:
        """The order of the list."""
        return self._order

    @property
    def top(self) -> int:
        """The first row in view."""
        return max(0, self.table.rowAt(0))

    def resume(self, order: str, top: int) -> None:
        """Lists the articles as they were left; `top` is the first row in view."""
        known = next((one for one in self._orders() if one == order), self._order)
        if known != self._order:
            self.sort(known)
        self._begin_at = top

    def cite(self) -> None:
        """Copies the citation of the chosen articles or of the one in focus."""
        wanted = self._meant()
        if wanted is not None:
            self._dragging.copy_citations(wanted)

    def sort(self, order: corpus.Order) -> None:
        """Lists the articles in another order."""
        self._order = order
        self._sorting.setText(self._orders()[order])
        self.table.scrollToTop()
        self.refresh()

    @property
    def folds(self) -> bool:
        """Whether copies of a story are one row."""
        return self._folding.on

    def fold(self, *, on: bool) -> None:
        """Shows copies of a story as one row, or each by itself."""
        if on != self._folding.on:
            self._folding = Folding(on)
            self._folds.setChecked(on)
            self.refresh()

    def turn(self, row: int) -> None:
        """Shows the copies behind a row, or folds them away again."""
        article = self.rows.article(row)
        if article is not None and self._folding.on and self.rows.index(row, 0).data(FOLD):
            self._folding = Folding(on=True, opened=self._folding.opened ^ {article.story})
            self.refresh()

    # ------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        self._open_first = True
        self._folding = Folding(self._folding.on)

    def _tell(self, answer: Listed) -> None:
        if self.desk.selection.value.narrows:
            told = self.tr("{n} of {all}").format(n=number(answer.held), all=number(answer.size))
        else:
            told = number(answer.size)
        self.figure.setText(told)
        if answer.count:
            self._stack.setCurrentIndex(0)
            return
        empty = self.tr("No article fits. Take out words or a chip above to see more.")
        if not answer.size:
            empty = self.tr("Drop files, folders or text anywhere here to import them.")
        self._empty.setText(empty)
        self._stack.setCurrentIndex(1)

    def _want(self, pages: frozenset[int]) -> None:
        self._wanted = pages
        self._fetch.start()

    def _ask_pages(self) -> None:
        selection = self.desk.selection.value.corpus()
        pages = set(self._wanted) & (self._seen_pages() or set(self._wanted))
        asked = listed(selection, self._order, pages, self._folding)
        self.desk.ask(self, asked, self._answered, self._failed)

    def _seen_pages(self) -> set[int]:
        return seen_pages(self.table)

    def _point(self) -> None:
        focus = self.desk.selection.value.focus
        row = None if focus is None else self.rows.row_of(focus)
        if row is None:
            self.table.clearSelection()
        elif row != self.table.currentIndex().row() or not self.table.selectedIndexes():
            self.table.setCurrentIndex(self.rows.index(row, 0))

    def _chosen_articles(self) -> Chosen:
        rows = self._chosen_rows()
        ask = chosen(self.desk.selection.value.corpus(), self._order, rows, self._folding)
        return Chosen(len(rows), ask, self._held)

    def _meant(self) -> Chosen | None:
        """The chosen articles; the one that is read where none, or only another row, is chosen."""
        focus = self.desk.selection.value.focus
        if len(self._chosen_rows()) > 1 or focus is None:
            return self._chosen_articles() if self._chosen_rows() else None
        alone = Selection().with_facet("article", (str(focus),))
        return Chosen(1, lambda _reading: alone, 1)

    @override
    def _library_changed(self, changes: Changes) -> None:
        super()._library_changed(changes)
        here = self.rows.here
        if changes.kinds & {"signs", "read"} and here:
            self.desk.ask(
                self.rows,
                lambda reading: signs.of(reading, here),
                lambda found: self.rows.mark(here, found),
            )

    def _chosen_rows(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectedIndexes())

    def _chosen(self) -> list[int | None]:
        rows = self._chosen_rows()
        if len(rows) < 2:  # noqa: PLR2004 - one is in focus, and followed wherever it goes
            return []
        return [self.rows.seen(row) for row in rows]

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        article = self.rows.article(current.row()) if current.isValid() else None
        if article is not None:
            self.desk.selection.change(focus=article.id)

    def _orders(self) -> dict[corpus.Order, str]:
        return {
            "newest": self.tr("Newest"),
            "oldest": self.tr("Oldest"),
            "title": self.tr("Title"),
            "outlet": self.tr("Outlet"),
            "mentions": self.tr("Most mentions"),
        }

    def _make_table(self) -> ArticleTable:
        paint = ArticleRow(self.theme, self)
        table = ArticleTable(self.rows, paint)
        paint.turned.connect(self.turn)
        table.installEventFilter(self)
        table.dragged.connect(lambda: self._dragging.drag_articles(self._chosen_articles()))
        table.customContextMenuRequested.connect(self._open_menu)
        table.doubleClicked.connect(lambda index: self._keep(index.row()))
        table.viewport().installEventFilter(self)
        table.selectionModel().currentChanged.connect(self._moved)
        table.setAccessibleName(self.tr("Articles in the selection"))
        return table

    def _make_sorting(self) -> QToolButton:
        down = self.theme.icon("down", "muted")
        self._sorting = chooser(self._orders(), self._order, self.sort, down)
        self._sorting.setAccessibleName(self.tr("Order of the articles"))
        menu = self._sorting.menu()
        menu.addSeparator()
        self._folds = menu.addAction(self.tr("Fold copies of a story"))
        self._folds.setCheckable(True)
        self._folds.triggered.connect(lambda on: self.fold(on=on))
        return self._sorting

    def _open_menu(self, point: QPoint) -> None:
        row = self.table.rowAt(point.y())
        article = self.rows.article(row)
        if article is None:
            return
        narrow = self.desk.selection.narrow
        menu = QMenu(self)
        menu.addAction(self.tr("Keep in a tab"), partial(self.desk.keep_wanted.emit, article.id))
        if article.outlet:
            words = self.tr("Only {outlet}").format(outlet=isolated(article.outlet))
            menu.addAction(words, partial(narrow, "outlet", article.outlet))
        if article.story_size > 1:
            words = self.tr("The {n} articles of this story").format(n=article.story_size)
            menu.addAction(words, partial(narrow, "story", str(article.story)))
        if article.day is not None:
            day = Brush(article.day, article.day)
            words = self.tr("The articles of this day")
            menu.addAction(words, partial(self._show_days, day))
        library = self.desk.library
        if library is not None and not library.read_only:
            offer(menu, self)
        menu.exec(self.table.viewport().mapToGlobal(point))

    def _keep(self, row: int) -> None:
        article = self.rows.article(row)
        if article is not None:
            self.desk.keep_wanted.emit(article.id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton:
            # The row stays where it is: an article put by for later does not lead away.
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._keep(self.table.rowAt(event.position().toPoint().y()))
            return True
        # Left and right have nowhere to go in one column.
        wanted = {Qt.Key.Key_Right: False, Qt.Key.Key_Left: True}
        key = Qt.Key(event.key()) if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and key in wanted:
            current = self.table.currentIndex()
            folded: Folded | None = current.data(FOLD) if current.isValid() else None
            if folded is not None and folded.is_open == wanted[key]:
                self.turn(current.row())
                return True
        return super().eventFilter(watched, event)

    def _show_days(self, days: Brush) -> None:
        self.desk.selection.change(brush=days, undated=False, doubtful=False)
