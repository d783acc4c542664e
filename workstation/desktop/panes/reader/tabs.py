"""The tabs above a reader: articles that are kept open, and the one that follows the list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton
from typing_extensions import override

from workstation.desktop.theme import Theme
from workstation.desktop.words import isolated, shown, tip
from workstation.domain.article import Article

_END: Final = QTabBar.ButtonPosition.RightSide
_LETTERS: Final = 28
"""Letters of a title: enough to know an article by, few enough for five of them."""


@dataclass(slots=True)
class Tab:
    """An article that stands open; one that is not kept gives way to the next in focus."""

    article: int
    kept: bool
    title: str | None = None
    """None until it is known."""
    identifier: str = ""
    """What the article keeps, whatever its number; nothing until it is known."""
    gone: bool = False
    """Whether the library holds it no longer."""


class Tabs(QTabBar):
    """One tab an article; it hides while there is but the one that follows the list."""

    turned = Signal(int)
    """The article whose tab somebody chose."""
    closing = Signal(object)
    """The `Tab` that somebody closes."""
    moving = Signal(object)
    """The `Tab` that is to stand on the other side."""
    kept = Signal()
    """A tab stays now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._filling = False
        self.alone = True
        """Whether there is no other side, so that a single tab says nothing."""
        self.setObjectName("tabs")
        self.setAccessibleName(self.tr("Open articles"))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(12, 12))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.currentChanged.connect(self._turn)
        self.tabBarDoubleClicked.connect(self._keep_at)
        theme.changed.connect(self.dress)
        self._settle()

    @property
    def tabs(self) -> list[Tab]:
        """The tabs in their order."""
        return [self.tabData(index) for index in range(self.count())]

    @property
    def current(self) -> Tab | None:
        """The tab that is in front."""
        return self.tabData(self.currentIndex()) if self.count() else None

    def tab_of(self, article: int) -> Tab | None:
        """The tab of an article."""
        return next((tab for tab in self.tabs if tab.article == article), None)

    def turn_to(self, article: int) -> None:
        """Brings an article to the front; without a tab of its own, in the one that follows."""
        if self.tab_of(article) is None:
            follows = next((tab for tab in self.tabs if not tab.kept), None)
            if follows is None:
                self.open(Tab(article, kept=False))
            else:
                follows.article, follows.title = article, None
                follows.identifier, follows.gone = "", False
                self._tell(self.tabs.index(follows))
        self.setCurrentIndex([tab.article for tab in self.tabs].index(article))

    def open(self, tab: Tab) -> None:
        """Puts a tab behind the one in front."""
        at = self.insertTab(self.currentIndex() + 1, "")
        self.setTabData(at, tab)
        self.setTabButton(at, _END, self._closer(tab))
        self._tell(at)
        self._settle()

    def keep(self, tab: Tab) -> None:
        """Lets a tab stay when another article comes into focus."""
        tab.kept = True
        self._tell(self.tabs.index(tab))
        self._settle()
        self.kept.emit()

    def close_tab(self, tab: Tab) -> None:
        """Takes a tab away; its neighbour comes to the front."""
        self.removeTab(self.tabs.index(tab))
        self._settle()

    def walk(self, by: int) -> None:
        """Brings the next or previous tab to the front, round the end."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def name(
        self, articles: Mapping[int, Article], identifiers: Mapping[int, str], asked: Iterable[int]
    ) -> None:
        """Takes the titles of those articles asked for that the library holds."""
        wanted = set(asked)
        for index, tab in enumerate(self.tabs):
            if tab.article in wanted:
                found = articles.get(tab.article)
                tab.gone = found is None
                tab.title = tab.title if found is None else found.title
                tab.identifier = identifiers.get(tab.article, "")
                self._tell(index)

    def fill(self, tabs: Sequence[Tab], front: int = -1) -> None:
        """Puts tabs in the place of all others, and tells nobody."""
        self._filling = True
        while self.count():
            self.removeTab(0)
        for tab in tabs:
            self.open(tab)
            self.setCurrentIndex(self.count() - 1)
        self.setCurrentIndex(front)
        self._filling = False
        self._settle()

    def share(self, *, alone: bool) -> None:
        """Says whether there is another side beside this one."""
        self.alone = alone
        self._settle()

    def dress(self) -> None:
        """Takes the colours of another theme."""
        for index in range(self.count()):
            closer = self.tabButton(index, _END)
            if isinstance(closer, QToolButton):
                closer.setIcon(self._theme.icon("close", "muted"))
            self._tell(index)

    # ------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        self.setVisible(self.count() > 1 or not self.alone or any(tab.kept for tab in self.tabs))

    def _tell(self, index: int) -> None:
        tab: Tab = self.tabData(index)
        title = shown(tab.title or "…")
        if tab.gone:
            title = self.tr("No longer in the library")
        words = title if len(title) <= _LETTERS else f"{title[:_LETTERS].rstrip()}…"
        # An ampersand would make the next letter a shortcut.
        self.setTabText(index, isolated(words).replace("&", "&&"))
        stays = self.tr("{title}: follows what is chosen; Ctrl+T keeps it")
        self.setTabToolTip(index, tip(title if tab.kept else stays.format(title=title)))
        self.setTabIcon(index, self._theme.icon("saved", "muted") if tab.kept else QIcon())
        closer = self.tabButton(index, _END)
        if closer is not None:
            closer.setAccessibleName(self.tr("Close {title}").format(title=title))
            closer.setToolTip(self.tr("Close (Ctrl+W)"))

    def _closer(self, tab: Tab) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIcon(self._theme.icon("close", "muted"))
        button.setIconSize(QSize(10, 10))
        button.setFixedSize(18, 18)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.closing.emit(tab))
        return button

    def _turn(self, index: int) -> None:
        # A tab that is just being put there has no article yet.
        tab: Tab | None = self.tabData(index) if index >= 0 else None
        if tab is not None and not self._filling:
            self.turned.emit(tab.article)

    def _keep_at(self, index: int) -> None:
        if index >= 0:
            self.keep(self.tabData(index))

    def menu_of(self, tab: Tab) -> QMenu:
        """What can be done with a tab."""
        menu = QMenu(self)
        if not tab.kept:
            menu.addAction(self.tr("Keep in a tab"), lambda: self.keep(tab))
        menu.addAction(self.tr("Put on the other side"), lambda: self.moving.emit(tab))
        menu.addSeparator()
        menu.addAction(self.tr("Close"), lambda: self.closing.emit(tab))
        others = [other for other in self.tabs if other is not tab]
        close = menu.addAction(self.tr("Close the others"), lambda: self._close_all(others))
        close.setEnabled(bool(others))
        return menu

    def _close_all(self, tabs: Iterable[Tab]) -> None:
        for tab in tabs:
            self.closing.emit(tab)

    def _open_menu(self, point: QPoint) -> None:
        index = self.tabAt(point)
        if index >= 0:
            self.menu_of(self.tabData(index)).popup(self.mapToGlobal(point))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self.closing.emit(self.tabData(index))
            return
        super().mouseReleaseEvent(event)
