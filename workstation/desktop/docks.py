"""Where the panes stand around the reader, and how that is kept and given back."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from workstation.desktop.actions import Actions
from workstation.desktop.desk import Desk
from workstation.desktop.panes.activity.view import ActivityPane
from workstation.desktop.panes.actors.view import ActorsPane
from workstation.desktop.panes.appellations.view import AppellationsPane
from workstation.desktop.panes.articles.view import ArticlesPane
from workstation.desktop.panes.cleaning.view import CleaningPane
from workstation.desktop.panes.concordance.view import ConcordancePane
from workstation.desktop.panes.decisions.view import DecisionsPane
from workstation.desktop.panes.facets.view import FacetsPane
from workstation.desktop.panes.network.view import NetworkPane
from workstation.desktop.panes.reader.room import ReadingRoom
from workstation.desktop.panes.reader.view import ReaderPane
from workstation.desktop.panes.timeline.view import TimelinePane
from workstation.desktop.shares import Shares
from workstation.desktop.theme import Theme
from workstation.desktop.words import tr
from workstation.domain.signs import IRRELEVANT, READ, RELEVANT, STARRED, TONES, Sign
from workstation.settings import state_folder

_LAYOUT: Final = "layout.bin"
_FACETS: Final = 0.17
"""Of the window's height: a heading and a few outlets, and the articles above stay a list."""
_LEFT: Final = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT: Final = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM: Final = Qt.DockWidgetArea.BottomDockWidgetArea


class Docks:
    """The panes of a window, each but the reader in a dock."""

    def __init__(self, window: QMainWindow, desk: Desk, theme: Theme) -> None:
        self._window = window
        self.room = ReadingRoom(desk, theme)
        self.articles = ArticlesPane(desk, theme)
        self.facets = FacetsPane(desk, theme)
        self.actors = ActorsPane(desk, theme)
        self.timeline = TimelinePane(desk, theme)
        self.concordance = ConcordancePane(desk, theme)
        self.appellations = AppellationsPane(desk, theme)
        self.network = NetworkPane(desk, theme)
        self.cleaning = CleaningPane(desk, theme)
        self.decisions = DecisionsPane(desk, theme)
        self.activity = ActivityPane(desk, theme)
        self.docks = [
            self._dock("articles", self.articles, _LEFT),
            self._dock("facets", self.facets, _LEFT),
            self._dock("actors", self.actors, _RIGHT),
            self._dock("timeline", self.timeline, _BOTTOM),
            self._dock("concordance", self.concordance, _BOTTOM),
            self._dock("appellations", self.appellations, _BOTTOM),
            self._dock("network", self.network, _BOTTOM),
            self._dock("cleaning", self.cleaning, _BOTTOM),
            self._dock("decisions", self.decisions, _BOTTOM),
            self._dock("activity", self.activity, _BOTTOM),
        ]
        self._shares = Shares(window, [self.docks[0], *self.docks[2:]])
        window.setDockNestingEnabled(True)
        window.setTabPosition(_BOTTOM, QTabWidget.TabPosition.North)
        for corner, side in (
            (Qt.Corner.BottomLeftCorner, _BOTTOM),
            (Qt.Corner.BottomRightCorner, _BOTTOM),
        ):
            window.setCorner(corner, side)
        self.lock(locked=True)

    @property
    def reader(self) -> ReaderPane:
        """The reader whose article is in focus."""
        return self.room.side.reader

    def __iter__(self) -> Iterator[QWidget]:
        """The panes in the order in which F6 visits them."""
        return iter(
            (
                self.articles,
                self.facets,
                *self.room,
                self.actors,
                self.timeline,
                self.concordance,
                self.appellations,
                self.network,
                self.cleaning,
                self.decisions,
                self.activity,
            )
        )

    def connect_to(self, actions: Actions) -> None:
        """Carries out the commands that concern panes."""
        for name, act in {
            "find": self.find,
            "keep-tab": self.room.keep,
            "close-tab": self.room.close_current,
            "next-tab": lambda: self.room.walk(1),
            "previous-tab": lambda: self.room.walk(-1),
            "side-by-side": self.room.split,
            "other-side": self.room.move,
            "next-article": lambda: self.articles.step(1),
            "previous-article": lambda: self.articles.step(-1),
            "next-mention": lambda: self.reader.step(1),
            "previous-mention": lambda: self.reader.step(-1),
            "next-pane": lambda: self.visit(1),
            "previous-pane": lambda: self.visit(-1),
            "edit": self.articles.edit,
            "date": self.articles.date,
            "star": lambda: self.articles.toggle(STARRED),
            "read": lambda: self.articles.toggle(READ),
            "relevant": lambda: self.articles.toggle(RELEVANT),
            "irrelevant": lambda: self.articles.toggle(IRRELEVANT),
            **{tone: partial(self.articles.toggle, Sign("tone", tone)) for tone in TONES},
            "labels": self.articles.label,
            "note": self.note,
            "cleaning": lambda: self._bring("cleaning"),
            "history": lambda: self._bring("decisions"),
            "meaning": lambda: self.reader.say_meaning(everywhere=False),
            "meaning-everywhere": lambda: self.reader.say_meaning(everywhere=True),
            "fold": lambda: self.articles.fold(on=not self.articles.folds),
            "merge": self.actors.merge,
            "narrow": self.actors.narrow,
            "concordance": self.raise_concordance,
            "appellations": lambda: self._bring("appellations"),
            "network": lambda: self._bring("network"),
            "larger": lambda: self.zoom(1),
            "smaller": lambda: self.zoom(-1),
            "normal": lambda: self.zoom(0),
            "unlock": lambda: self.lock(locked=False),
            "lock": lambda: self.lock(locked=True),
            "reset": self.reset,
        }.items():
            actions.carry_out(name, act)

    def find(self) -> None:
        """Asks what to find in the article that is read."""
        self.reader.finding.enter()

    def note(self) -> None:
        """Asks for a note about what is read."""
        self.reader.note()

    def zoom(self, steps: int) -> None:
        """Makes the letters of every reader larger or smaller."""
        for reader in self.room:
            reader.zoom(steps)

    def scale(self, percent: int) -> None:
        """Makes the letters of every reader as large as they were left."""
        for reader in self.room:
            reader.paper.scale(percent)

    def visit(self, by: int) -> None:
        """Gives the focus to the next or previous pane that can be seen."""
        # A pane behind another one counts as visible to Qt, though nothing of it is.
        panes = [pane for pane in self if not pane.visibleRegion().isEmpty()]
        focused = QApplication.focusWidget()
        here = [i for i, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)]
        at = here[0] if here else -1
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def show(self) -> None:
        """Shows the panes as they were left, or as they are meant to stand."""
        stored = state_folder() / _LAYOUT
        self.reset()
        if stored.exists():
            self._window.restoreState(QByteArray(stored.read_bytes()))
            QTimer.singleShot(0, self._shares.keep)

    def hide(self) -> None:
        """Hides all panes but the reader, which stands in the middle."""
        for dock in self.docks:
            dock.hide()

    def save(self) -> None:
        """Remembers how the panes stand; a disk that refuses is no reason to complain."""
        try:
            state_folder().mkdir(parents=True, exist_ok=True)
            (state_folder() / _LAYOUT).write_bytes(self._window.saveState().data())
        except OSError:
            return

    def reset(self) -> None:
        """Puts every pane where it is meant to stand."""
        articles, facets, _, timeline, *behind = self.docks
        window = self._window
        areas = (_LEFT, _LEFT, _RIGHT, *[_BOTTOM] * (1 + len(behind)))
        for dock, area in zip(self.docks, areas, strict=True):
            dock.setFloating(False)
            window.addDockWidget(area, dock)
            dock.show()
        window.splitDockWidget(articles, facets, Qt.Orientation.Vertical)
        for dock in behind:
            window.tabifyDockWidget(timeline, dock)
        timeline.raise_()
        for bar in window.findChildren(QTabBar):
            bar.setAccessibleName(tr("Docks", "Panes that share a place"))
        high = [int(window.height() * _FACETS)]
        window.resizeDocks([facets], high, Qt.Orientation.Vertical)
        self._shares.suit()

    def lock(self, *, locked: bool) -> None:
        """Takes the title bars away, by which panes are moved, or gives them back."""
        for dock in self.docks:
            dock.setTitleBarWidget(QWidget() if locked else None)  # type: ignore[arg-type]

    def raise_concordance(self) -> None:
        """Brings the concordance in front of what shares its place."""
        self._bring("concordance")

    def raise_activity(self) -> None:
        """Brings the activity in front of what shares its place."""
        self._bring("activity")

    def _bring(self, name: str) -> None:
        dock = next(dock for dock in self.docks if dock.objectName() == name)
        dock.show()
        dock.raise_()

    def _dock(self, name: str, pane: QWidget, side: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(pane.accessibleName(), self._window)
        dock.setObjectName(name)
        dock.setAccessibleName(pane.accessibleName())
        dock.setWidget(pane)
        dock.hide()
        self._window.addDockWidget(side, dock)
        return dock
