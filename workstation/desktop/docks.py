"""Where the panes stand around the reader, and how that is kept and given back."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from workstation.desktop import layouts
from workstation.desktop.actions import Actions
from workstation.desktop.annex import Annex
from workstation.desktop.desk import Desk
from workstation.desktop.layouts import Layout
from workstation.desktop.pane import Pane
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
from workstation.desktop.shares import Shares, facing
from workstation.desktop.theme import Theme
from workstation.desktop.words import tr
from workstation.domain.signs import IRRELEVANT, READ, RELEVANT, STARRED, TONES, Sign

_VERSION: Final = 1
"""Of what Qt writes of the docks: there are other panes in another version."""
_FACETS: Final = 0.17
"""Of the window's height: a heading and a few outlets, and the articles above stay a list."""
_LEFT: Final = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT: Final = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM: Final = Qt.DockWidgetArea.BottomDockWidgetArea


class Docks:
    """The panes of a window, each but the reader in a dock."""

    def __init__(self, window: QMainWindow, desk: Desk, theme: Theme, actions: Actions) -> None:
        self.window = window
        self.other = Annex(actions)
        self.other.closed.connect(self.bring_home)
        desk.closing.connect(self.save)
        self._locked = True
        self.before: Layout | None = None
        """How the panes stood before one of them took all the room, while it has it."""
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
        acts: dict[str, Callable[[], object]] = {
            "find": self.find,
            "keep-tab": self.room.keep,
            "close-tab": self.room.close_current,
            "next-tab": lambda: self.room.walk(1),
            "previous-tab": lambda: self.room.walk(-1),
            "side-by-side": self.room.split,
            "other-side": self.room.move_over,
            "next-article": lambda: self.articles.step(1),
            "previous-article": lambda: self.articles.step(-1),
            "next-mention": lambda: self.reader.step(1),
            "previous-mention": lambda: self.reader.step(-1),
            "next-pane": lambda: self.visit(1),
            "previous-pane": lambda: self.visit(-1),
            "edit": self.articles.edit,
            "erase": self.articles.erase,
            "date": self.articles.date,
            "star": lambda: self.articles.toggle(STARRED),
            "read": lambda: self.articles.toggle(READ),
            "relevant": lambda: self.articles.toggle(RELEVANT),
            "irrelevant": lambda: self.articles.toggle(IRRELEVANT),
            **{tone: partial(self.articles.toggle, Sign("tone", tone)) for tone in TONES},
            "labels": self.articles.label,
            "cite": self.articles.cite,
            "note": self.note,
            "pin-event": self.timeline.pin,
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
        }
        for name, act in acts.items():
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
        if not panes:
            # Another library is being opened in their place.
            return
        focused = QApplication.focusWidget()
        here = [i for i, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)]
        at = here[0] if here else -1
        there = panes[(at + by) % len(panes)]
        there.window().activateWindow()
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def show(self) -> None:
        """Shows the panes as they were left, or as they are meant to stand."""
        self.reset()
        left = layouts.last()
        if left is not None:
            self.arrange(left)

    def hide(self) -> None:
        """Hides all panes but the reader, which stands in the middle."""
        self.bring_home()
        for dock in self.docks:
            dock.hide()

    def save(self) -> None:
        """Remembers how the panes stand, or stood before one of them took all the room."""
        layouts.leave(self.before or self.layout())

    def shut(self) -> None:
        """Closes the other window for good."""
        self.other.closed.disconnect(self.bring_home)
        self.other.close()
        self.other.deleteLater()

    def layout(self) -> Layout:
        """How the panes stand."""
        there = self.elsewhere
        return Layout(
            bytes(self.window.saveState(_VERSION).data()),
            bytes(self.other.saveState(_VERSION).data()) if there else b"",
            bytes(self.other.saveGeometry().data()) if there else b"",
            tuple(dock.objectName() for dock in there),
            self._locked,
        )

    def arrange(self, layout: Layout) -> None:
        """Lets the panes stand as a layout says; one that cannot be read changes nothing."""
        self.bring_home()
        for dock in self.docks:
            if dock.objectName() in layout.elsewhere:
                self._put_elsewhere(dock)
        if not self.window.restoreState(QByteArray(layout.main), _VERSION):
            self.reset()
            return
        if self.elsewhere:
            self.other.restoreState(QByteArray(layout.other), _VERSION)
            self.other.restoreGeometry(QByteArray(layout.frame))
            self._show_other()
        self.lock(locked=layout.locked)
        QTimer.singleShot(0, self._shares.keep)

    @property
    def elsewhere(self) -> list[QDockWidget]:
        """The panes in the other window."""
        return [dock for dock in self.docks if dock.parent() is self.other]

    def move(self, dock: QDockWidget) -> None:
        """Moves a pane to the other window, or back."""
        if dock.parent() is self.other:
            self._put_home(dock)
            if not self.elsewhere:
                self.other.close()
        else:
            self._put_elsewhere(dock)
            self._show_other()

    def bring_home(self) -> None:
        """Brings every pane back from the other window."""
        for dock in self.elsewhere:
            self._put_home(dock)
        self.other.hide()

    def reset(self, below: Sequence[Sequence[str]] = ()) -> None:
        """Puts every pane where it is meant to stand.

        `below` are the panes below, group beside group, each in tabs; all others join the first.
        """
        self.bring_home()
        window = self.window
        for dock in self.docks:
            dock.setFloating(False)
            if _area(dock) == _BOTTOM:
                # Those that share a place already would not stand beside each other.
                window.removeDockWidget(dock)
            window.addDockWidget(_area(dock), dock)
            dock.show()
        window.splitDockWidget(self.docks[0], self.docks[1], Qt.Orientation.Vertical)
        self._stand_below(below or [["timeline"]])
        self._name_bars()
        high = [int(window.height() * _FACETS)]
        window.resizeDocks([self.docks[1]], high, Qt.Orientation.Vertical)
        self._shares.suit()

    def _stand_below(self, groups: Sequence[Sequence[str]]) -> None:
        named = {name for group in groups for name in group}
        others = [d.objectName() for d in self.docks if _area(d) == _BOTTOM]
        others = [name for name in others if name not in named]
        firsts = [self.dock(group[0]) for group in groups]
        for dock in self.docks:
            if _area(dock) == _BOTTOM and dock not in firsts:
                self.window.removeDockWidget(dock)
        for before, dock in pairwise(firsts):
            self.window.splitDockWidget(before, dock, Qt.Orientation.Horizontal)
        for first, group in zip(firsts, groups, strict=True):
            for name in (*group[1:], *(others if first is firsts[0] else ())):
                self.window.tabifyDockWidget(first, self.dock(name))
                self.dock(name).show()
            first.raise_()

    def lock(self, *, locked: bool) -> None:
        """Takes the title bars away, by which panes are moved, or gives them back."""
        self._locked = locked
        for dock in self.docks:
            # In the other window nothing else says which pane is which.
            bare = locked and dock.parent() is not self.other
            dock.setTitleBarWidget(QWidget() if bare else None)  # type: ignore[arg-type]

    def give_below(self, share: float) -> None:
        """Gives the panes below a share of the window's height."""
        high = [int(self.window.height() * share)]
        below = next(d for d in self.docks if _area(d) == _BOTTOM and d.isVisible())
        self.window.resizeDocks([below], high, Qt.Orientation.Vertical)
        QTimer.singleShot(0, self._shares.keep)

    def dock(self, name: str) -> QDockWidget:
        """A pane's dock by its name."""
        return next(dock for dock in self.docks if dock.objectName() == name)

    def _put_elsewhere(self, dock: QDockWidget) -> None:
        before = self.elsewhere
        dock.setFloating(False)
        self.window.removeDockWidget(dock)
        self.other.addDockWidget(_LEFT, dock)
        if before:
            # Beside each other where there is room: a second screen is for looking at.
            self.other.splitDockWidget(before[-1], dock, Qt.Orientation.Vertical)
        dock.show()

    def _put_home(self, dock: QDockWidget) -> None:
        dock.setFloating(False)
        self.other.removeDockWidget(dock)
        self.window.addDockWidget(_area(dock), dock)
        below = [
            other
            for other in self.docks
            if other is not dock and self.window.dockWidgetArea(other) == _BOTTOM
        ]
        if _area(dock) == _BOTTOM and below:
            self.window.tabifyDockWidget(below[0], dock)
        dock.show()
        self.lock(locked=self._locked)
        self._name_bars()
        QTimer.singleShot(0, self._shares.keep)

    def _show_other(self) -> None:
        names = ", ".join(dock.windowTitle() for dock in self.elsewhere)
        title = self.window.windowTitle()
        self.lock(locked=self._locked)
        self.other.setWindowTitle(f"{names} — {title}")
        self.other.show()
        self._name_bars()

    def _name_bars(self) -> None:
        for window in (self.window, self.other):
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            for bar in window.findChildren(QTabBar, options=direct):
                bar.setAccessibleName(tr("Docks", "Panes that share a place"))

    def raise_concordance(self) -> None:
        """Brings the concordance in front of what shares its place."""
        self._bring("concordance")

    def raise_activity(self) -> None:
        """Brings the activity in front of what shares its place."""
        self._bring("activity")

    def _bring(self, name: str) -> None:
        dock = self.dock(name)
        dock.show()
        dock.raise_()
        if dock.parent() is self.other:
            self.other.raise_()

    def _dock(self, name: str, pane: Pane[Any], side: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(pane.accessibleName(), self.window)
        dock.setObjectName(name)
        dock.setAccessibleName(pane.accessibleName())
        dock.setWidget(pane)
        dock.visibilityChanged.connect(partial(self._turn, dock, pane))
        dock.hide()
        self.window.addDockWidget(facing(side), dock)
        return dock

    def _turn(self, dock: QDockWidget, pane: Pane[Any], seen: bool) -> None:
        # Docks are still hidden when their window is gone.
        if shiboken6.isValid(self.window):
            # One that has no tab has only not found its place yet, for want of something to show.
            pane.come_forward(seen=seen or not self.window.tabifiedDockWidgets(dock))


def _area(dock: QDockWidget) -> Qt.DockWidgetArea:
    side = {"articles": _LEFT, "facets": _LEFT, "actors": _RIGHT}.get(dock.objectName(), _BOTTOM)
    return facing(side)
