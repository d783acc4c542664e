"""The commands about where panes stand: layouts by name, single panes, and the other window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QWidget

from workstation.desktop import layouts
from workstation.desktop.actions import Actions
from workstation.desktop.dialogs.layouts import LayoutsDialog, SaveLayoutDialog
from workstation.desktop.layouts import Layout
from workstation.desktop.notices import Notices
from workstation.desktop.words import isolated, shown

if TYPE_CHECKING:
    from workstation.desktop.docks import Docks

_ALWAYS = ("articles", "facets", "actors")
"""What stands beside the reader; all others share the place below."""


class Arranging(QObject):
    """Fills the menus of layouts and panes, and carries out what they offer."""

    def __init__(self, window: QMainWindow, actions: Actions, notices: Notices) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._notices = notices
        self._docks: Docks | None = None
        self._last: QDockWidget | None = None
        self.layouts = QMenu(self.tr("Layouts"), window.menuBar())
        self.layouts.aboutToShow.connect(self._list_layouts)
        self.panes = QMenu(self.tr("Panes"), window.menuBar())
        self.panes.aboutToShow.connect(self._list_panes)
        for name, act in {
            "save-layout": self._ask_name,
            "layouts": self._show_layouts,
            "new-window": self._open_other,
            "move-pane": self._move,
        }.items():
            actions.carry_out(name, act)
        self._list_layouts()
        self._list_panes()

    def take(self, docks: "Docks") -> None:
        """Takes the panes of the window, once there are any."""
        self._docks = docks
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def offered(self) -> list[QAction]:
        """What the palette offers beside the commands: layouts, and panes one by one."""
        if self._docks is None:
            return []
        words = self.tr("Layout: {name}")
        made = [self._action(words.format(name=n), act) for n, act in self._choices()]
        for dock in self._docks.docks:
            name = dock.windowTitle()
            there = dock.parent() is self._docks.other
            move = self.tr("{pane}: back to the main window") if there else ""
            move = move or self.tr("{pane}: to the other window")
            made.append(self._action(self.tr("Show: {pane}").format(pane=name), self._shower(dock)))
            made.append(self._action(move.format(pane=name), partial(self._docks.move, dock)))
        return made

    # ------------------------------------------------------------------------------------------

    def _choices(self) -> list[tuple[str, Callable[[], object]]]:
        shipped: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Standard"), self._standard),
            (self.tr("Reading"), self._reading),
            (self.tr("Analysis"), self._analysis),
            (self.tr("Cleaning"), self._cleaning),
        ]
        own = [(shown(name), partial(self._choose, one)) for name, one in layouts.named().items()]
        return [*shipped, *sorted(own, key=lambda one: one[0].casefold())]

    def _choose(self, layout: Layout) -> None:
        if self._docks is not None:
            self._docks.arrange(layout)

    def _standard(self) -> None:
        if self._docks is not None:
            self._docks.reset()

    def _reading(self) -> None:
        """The article between its list and its actors."""
        if self._docks is not None:
            self._docks.reset()
            for dock in self._docks.docks:
                dock.setVisible(dock.objectName() in _ALWAYS)

    def _analysis(self) -> None:
        """The chart beside the network, and more room for both."""
        docks = self._docks
        if docks is None:
            return
        docks.reset([["timeline"], ["network", "concordance", "appellations"]])
        docks.give_below(0.42)

    def _cleaning(self) -> None:
        """The queue in front, with the room that its sentences need."""
        docks = self._docks
        if docks is None:
            return
        docks.reset()
        docks.dock("facets").hide()
        docks.dock("cleaning").raise_()
        docks.give_below(0.5)

    def _list_layouts(self) -> None:
        self.layouts.clear()
        choices = self._choices()
        shipped = len(choices) - len(layouts.named())
        for index, (name, act) in enumerate(choices):
            if index == shipped:
                self.layouts.addSeparator()
            self.layouts.addAction(self._action(name, act))
        self.layouts.addSeparator()
        for command in ("save-layout", "layouts", "", "unlock", "lock", "reset"):
            if command:
                self.layouts.addAction(self._actions[command])
            else:
                self.layouts.addSeparator()
        for action in self.layouts.actions()[: len(choices) + 1]:
            action.setEnabled(self._docks is not None and self._actions["reset"].isEnabled())

    def _list_panes(self) -> None:
        self.panes.clear()
        docks = self._docks.docks if self._docks is not None else []
        for dock in docks:
            self.panes.addAction(dock.toggleViewAction())
        self.panes.addSeparator()
        for command in ("new-window", "move-pane"):
            self.panes.addAction(self._actions[command])

    def _action(self, words: str, act: Callable[[], object]) -> QAction:
        # An ampersand would make the next letter a shortcut.
        action = QAction(words.replace("&", "&&"), self.layouts)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _shower(self, dock: QDockWidget) -> Callable[[], None]:
        def show() -> None:
            dock.show()
            dock.raise_()
            dock.window().activateWindow()
            pane = dock.widget()
            if pane is not None:
                pane.setFocus(Qt.FocusReason.OtherFocusReason)

        return show

    def _ask_name(self) -> None:
        SaveLayoutDialog(self._save, self._window).open()

    def _save(self, name: str) -> None:
        if self._docks is None:
            return
        if layouts.save(name, self._docks.layout()):
            words = self.tr("The layout is saved as {name}.")
        else:
            words = self.tr("The layout {name} could not be saved: delete another, or make room.")
        self._notices.say(words.format(name=isolated(name)))

    def _show_layouts(self) -> None:
        LayoutsDialog(self._choose, self._deleted, self._window).open()

    def _deleted(self, name: str, layout: Layout) -> None:
        words = self.tr("Deleted the layout {name}.").format(name=isolated(name))

        def restore() -> None:
            layouts.save(name, layout)

        self._notices.say(words, self.tr("Undo"), restore)

    # The other window -------------------------------------------------------------------------

    def _open_other(self) -> None:
        docks = self._docks
        if docks is None:
            return
        if not docks.elsewhere:
            docks.move(self._last or docks.dock("timeline"))
        docks.other.activateWindow()

    def _move(self) -> None:
        if self._docks is None:
            return
        if self._last is None:
            self._notices.say(self.tr("Go to the pane first that is to move; the reader stays."))
        else:
            self._docks.move(self._last)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or self._docks is None:
            return
        for dock in self._docks.docks:
            if dock.isAncestorOf(now):
                self._last = dock
        if self._docks.room.isAncestorOf(now):
            self._last = None
