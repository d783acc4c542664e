"""One pane in all the room: where everything is drawn large, there is room for no second one."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

if TYPE_CHECKING:
    from workstation.desktop.docks import Docks
    from workstation.desktop.window import Window

_NARROW: Final = 520
_LOW: Final = 340
"""A window smaller than this in both begins with one pane: each of three would show two rows."""


class Alone(QObject):
    """Gives the pane in focus all the room, until the others are asked back."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._shown: QDockWidget | None = None
        for name, act in {
            "only-pane": self.toggle,
            "next-pane": lambda: self._step(1),
            "previous-pane": lambda: self._step(-1),
        }.items():
            window.commands.carry_out(name, act)
        window.desk.opened.connect(self._opened)

    @property
    def on(self) -> bool:
        """Whether one pane has all the room."""
        docks = self._window.docks
        return docks is not None and docks.before is not None

    def toggle(self) -> None:
        """Shows only the pane in focus, or all of them again."""
        docks = self._window.docks
        if self.on:
            self.give_back()
        elif docks is not None:
            docks.before = docks.layout()
            self._show(docks, _dock_of(QApplication.focusWidget()))

    def begin(self) -> None:
        """Shows only the reader where there is no room for more."""
        docks, room = self._window.docks, self._window.size()
        small = room.width() < _NARROW and room.height() < _LOW
        if docks is not None and self._window.desk.library is not None and small and not self.on:
            docks.before = docks.layout()
            self._show(docks, None)

    def give_back(self) -> None:
        """Lets all panes stand as they stood before."""
        docks = self._window.docks
        if docks is not None and docks.before is not None:
            before, docks.before = docks.before, None
            self._middle.show()
            docks.arrange(before)

    def _opened(self) -> None:
        docks = self._window.docks
        if docks is not None:
            # What was remembered when the library was closed is what stood before.
            docks.before = None
            self._middle.show()
        QTimer.singleShot(0, self.begin)

    @property
    def _middle(self) -> QWidget:
        return cast("QWidget", self._window.centralWidget())

    def _step(self, by: int) -> None:
        docks = self._window.docks
        if docks is None or not self.on:
            return
        here = [dock for dock in docks.docks if dock not in docks.elsewhere]
        order = [*here[:2], None, *here[2:]]
        at = order.index(self._shown) if self._shown in order else 0
        self._show(docks, order[(at + by) % len(order)])

    def _show(self, docks: "Docks", shown: QDockWidget | None) -> None:
        """Shows one dock, or what stands in the middle."""
        self._shown = shown
        self._middle.setVisible(shown is None)
        for dock in docks.docks:
            if dock not in docks.elsewhere:
                dock.setVisible(dock is shown)
        pane = docks.reader if shown is None else shown.widget()
        if pane is not None:
            pane.setFocus(Qt.FocusReason.TabFocusReason)


def _dock_of(widget: QWidget | None) -> QDockWidget | None:
    while widget is not None and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return widget
