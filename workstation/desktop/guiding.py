"""What stands beside the work and helps with it: preferences, shortcuts and the guide."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from workstation.desktop.alone import Alone
from workstation.desktop.dialogs.help import HelpDialog
from workstation.desktop.dialogs.preferences import PreferencesDialog
from workstation.desktop.dialogs.shortcuts import ShortcutsDialog
from workstation.desktop.dialogs.told import ToldDialog
from workstation.desktop.guide import page_for
from workstation.desktop.preferring import Preferring

if TYPE_CHECKING:
    from workstation.desktop.window import Window

Opened = TypeVar("Opened", bound=QDialog)


class Guiding(QObject):
    """Opens each of them once, beside the window; asked again, brings it to the front."""

    def __init__(self, window: "Window", preferring: Preferring) -> None:
        super().__init__(window)
        self._window = window
        self._preferring = preferring
        self._open: dict[str, QDialog] = {}
        Alone(window)
        for name, act in {
            "preferences": self.show_preferences,
            "shortcuts": self.show_shortcuts,
            "help": self.show_help,
            "describe": self.describe_timeline,
        }.items():
            window.commands.carry_out(name, act)

    def show_preferences(self) -> PreferencesDialog:
        """Opens the preferences."""

        def make() -> PreferencesDialog:
            dialog = PreferencesDialog(self._preferring, self._window)
            dialog.restart_asked.connect(self._window.start_again)
            return dialog

        return self._beside("preferences", make)

    def show_shortcuts(self) -> ShortcutsDialog:
        """Opens the list of all keys."""
        docks = self._window.docks
        named = {dock.objectName(): dock.windowTitle() for dock in docks.docks} if docks else {}
        named["reader"] = self.tr("Reader")
        bar = self._window.menuBar()
        return self._beside("shortcuts", lambda: ShortcutsDialog(bar, named, self._window))

    def show_help(self) -> HelpDialog:
        """Opens the guide at the page about what has the focus."""
        page = page_for(QApplication.focusWidget())
        theme = self._window.theme
        dialog = self._beside("help", lambda: HelpDialog(theme, self._window))
        dialog.show_page(page)
        return dialog

    def describe_timeline(self) -> None:
        """Says in sentences what the timeline shows."""
        docks = self._window.docks
        if docks is not None:
            words = docks.timeline.chart.accessibleDescription()
            ToldDialog(self.tr("What the timeline shows"), words, self._window).open()

    def _beside(self, name: str, make: Callable[[], Opened]) -> Opened:
        there = self._open.get(name)
        if there is None or not shiboken6.isValid(there):
            there = self._open[name] = make()
        there.show()
        there.raise_()
        there.activateWindow()
        return there  # type: ignore[return-value]  # each name has a class of its own
