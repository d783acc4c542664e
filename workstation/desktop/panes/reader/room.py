"""One or two readers beside each other, each with its tabs; the one used last is in focus."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.panes.reader.tabs import Tab, Tabs
from workstation.desktop.panes.reader.view import ReaderPane
from workstation.desktop.session import Standing
from workstation.desktop.theme import Theme
from workstation.desktop.words import shown
from workstation.domain.article import Article
from workstation.domain.changes import Changes
from workstation.domain.selection import Aspect, Selection
from workstation.library import corpus, lasting
from workstation.limits import TABS

if TYPE_CHECKING:
    from workstation.library.library import Reading


class Side(QWidget):
    """A reader with its tabs above it."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.tabs = Tabs(theme)
        self.reader = ReaderPane(desk, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.reader, 1)
        self.setFocusProxy(self.reader)

    def remember(self) -> None:
        """Returns to each article of a tab where it was left, and to no other."""
        articles = [tab.article for tab in self.tabs.tabs]
        self.reader.places = {one: self.reader.places.get(one, 0) for one in articles}


class ReadingRoom(QSplitter):
    """Holds the sides; only the paper in front of each is laid out."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk = desk
        self._at = 0
        self._sides = [self._make_side(desk, theme), self._make_side(desk, theme)]
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.right.hide()
        self.right.reader.follow(on=False)
        desk.selection.changed.connect(self._selection_changed)
        desk.changed.connect(self._library_changed)
        desk.keep_wanted.connect(self.keep)
        desk.opened.connect(self.start_over)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def __iter__(self) -> Iterator[ReaderPane]:
        """The readers, also one that is not shown."""
        return (side.reader for side in self._sides)

    @property
    def side(self) -> Side:
        """The side whose article is in focus."""
        return self._sides[self._at]

    @property
    def right(self) -> Side:
        """The side that is there while two articles stand beside each other."""
        return self._sides[1]

    @property
    def at(self) -> int:
        """Which side is in focus: 0 the left one."""
        return self._at

    @property
    def is_split(self) -> bool:
        """Whether two articles stand beside each other."""
        return not self.right.isHidden()

    @property
    def open_tabs(self) -> list[Tab]:
        """All tabs, those at the left first."""
        return [tab for side in self._sides for tab in side.tabs.tabs]

    # Commands ---------------------------------------------------------------------------------

    def keep(self, article: int | None = None) -> None:
        """Gives an article a tab of its own, or the one that is read."""
        tabs = self.side.tabs
        if article is None:
            article = self._desk.selection.value.focus
        if article is None:
            return
        tab = tabs.tab_of(article)
        if sum(tab.kept for tab in self.open_tabs) >= TABS and (tab is None or not tab.kept):
            words = self.tr("{n} articles stand open in tabs. Close one of them first.")
            self._desk.notices.say(words.format(n=TABS))
        elif tab is not None:
            tabs.keep(tab)
        else:
            tabs.open(Tab(article, kept=True))
            self._settle()

    def close_current(self) -> None:
        """Closes the tab that is in front."""
        if self.side.tabs.current is not None:
            self._close(self.side, self.side.tabs.current)

    def walk(self, by: int) -> None:
        """Goes to the next or previous tab."""
        self.side.tabs.walk(by)

    def split(self) -> None:
        """Puts the article that is read beside another one, or all in one row again."""
        if self.is_split:
            self._join()
            return
        tab = self.side.tabs.current
        if tab is None:
            self._desk.notices.say(self.tr("Choose an article first."))
            return
        self._show_right()
        alone = self.side.tabs.count() == 1
        self.right.tabs.open(replace(tab, kept=True))
        self.right.reader.hold(tab.article)
        if not alone:
            self._close(self.side, tab)
        self._settle()

    def move_over(self) -> None:
        """Puts the tab that is in front on the other side."""
        if self.side.tabs.current is not None:
            self._move(self.side, self.side.tabs.current)

    def offered(self) -> list[QAction]:
        """What the palette offers beside the commands: the tabs."""
        words = self.tr("Tab: {title}")
        made = []
        for side in self._sides:
            for tab in side.tabs.tabs:
                title = shown(tab.title or "").replace("&", "&&")
                action = QAction(words.format(title=title), self)
                action.triggered.connect(partial(self._turned, side, tab.article))
                made.append(action)
        return made

    # The session ------------------------------------------------------------------------------

    def standing(self) -> list[Standing]:
        """The tabs as they are to be found again."""
        for reader in self:
            reader.leave()
        return [
            Standing(
                tab.article,
                tab.kept,
                at,
                side.reader.places.get(tab.article, 0),
                tab is side.tabs.current,
                tab.identifier,
            )
            for at, side in enumerate(self._sides)
            for tab in side.tabs.tabs
        ]

    def resume(self, standing: Sequence[Standing], at: int) -> None:
        """Opens tabs as they were left; what is in focus is said by the selection."""
        self.start_over()
        for number, side in enumerate(self._sides):
            here = [one for one in standing if one.side == number][: 2 * TABS]
            front = next((i for i, one in enumerate(here) if one.in_front), 0)
            side.tabs.fill([Tab(one.article, one.kept) for one in here], front)
            side.reader.places = {one.article: one.place for one in here}
            side.reader.aside.stay()
            if number and here:
                self._show_right()
                side.reader.hold(here[front].article)
        if self.is_split:
            self._activate(at)
        self._settle()

    def start_over(self) -> None:
        """Closes every tab."""
        self._at = 0
        for side in self._sides:
            side.tabs.fill(())
            side.tabs.share(alone=True)
            side.remember()
            side.reader.follow(on=side is self.side)
        self.right.reader.hold(None)
        self.right.hide()
        self._settle()

    # ------------------------------------------------------------------------------------------

    def _make_side(self, desk: Desk, theme: Theme) -> Side:
        side = Side(desk, theme)
        self.addWidget(side)
        side.tabs.turned.connect(lambda article: self._turned(side, article))
        side.tabs.closing.connect(lambda tab: self._close(side, tab))
        side.tabs.moving.connect(lambda tab: self._move(side, tab))
        return side

    def _turned(self, side: Side, article: int, _checked: bool = False) -> None:
        if side is not self.side:
            self._activate(self._sides.index(side))
        self._desk.selection.change(focus=article)

    def _close(self, side: Side, tab: Tab) -> None:
        side.tabs.close_tab(tab)
        side.remember()
        self._settle()
        if side is self.side and side.tabs.current is None:
            self._desk.selection.change(focus=None)

    def _move(self, side: Side, tab: Tab) -> None:
        at = 1 - self._sides.index(side)
        other = self._sides[at]
        if not self.is_split:
            self._show_right()
        side.reader.leave()
        if other.tabs.tab_of(tab.article) is None:
            other.tabs.open(replace(tab, kept=True))
        other.reader.places[tab.article] = side.reader.places.get(tab.article, 0)
        side.tabs.close_tab(tab)
        self._activate(at)
        self._desk.selection.change(focus=tab.article)
        self._settle()

    def _join(self) -> None:
        """Puts all tabs in one row."""
        front = self.side.tabs.current
        for tab in self.right.tabs.tabs:
            self._move(self.right, tab)
        if front is not None:
            self._desk.selection.change(focus=front.article)

    def _show_right(self) -> None:
        self.right.show()
        self.setSizes([self.width() // 2, self.width() // 2])
        for side in self._sides:
            side.tabs.share(alone=False)

    def _settle(self) -> None:
        """Takes a side away in which nothing is read, and asks for titles that are not known."""
        left, right = self._sides
        if self.is_split and left.tabs.current is None and right.tabs.count():
            # What is left moves to where a single side stands.
            self._join()
            return
        if self.is_split and right.tabs.current is None:
            self._activate(0)
            right.hide()
            right.reader.hold(None)
            left.tabs.share(alone=True)
        for side in self._sides:
            side.remember()
            # The line below the tab in front tells which side is in focus.
            side.tabs.setProperty("active", side is self.side)
            side.tabs.style().polish(side.tabs)
        if any(tab.title is None for tab in self.open_tabs):
            self._ask_names()

    def _activate(self, at: int) -> None:
        if at == self._at:
            return
        self.side.reader.follow(on=False)
        self._at = at
        tab = self.side.tabs.current
        self.side.reader.follow(on=True)
        if tab is not None:
            self._desk.selection.change(focus=tab.article)
        self._settle()

    def _selection_changed(self, selection: Selection, aspects: frozenset[Aspect]) -> None:
        if "focus" in aspects and selection.focus is not None:
            self.side.tabs.turn_to(selection.focus)
            self._settle()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        for at, side in enumerate(self._sides):
            if now is not None and side.isAncestorOf(now) and side.tabs.count():
                self._activate(at)

    def _library_changed(self, changes: Changes) -> None:
        if "articles" in changes.kinds and self.open_tabs:
            self._ask_names()

    def _ask_names(self) -> None:
        asked = [tab.article for tab in self.open_tabs]

        def ask(reading: "Reading") -> tuple[dict[int, Article], dict[int, str]]:
            return corpus.numbered(reading, asked), lasting.identifiers(reading, asked)

        def name(found: tuple[dict[int, Article], dict[int, str]]) -> None:
            for side in self._sides:
                side.tabs.name(*found, asked)

        self._desk.ask(self, ask, name)
