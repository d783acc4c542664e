"""How much of the window each side takes, and how that is kept when the window is resized."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar
from typing_extensions import override

_LEFT: Final = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT: Final = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM: Final = Qt.DockWidgetArea.BottomDockWidgetArea


class Shares(QObject):
    """Gives the sides what suits the window's size, until somebody moves their edges."""

    def __init__(self, window: QMainWindow, docks: list[QDockWidget]) -> None:
        """The docks stand at the left, the right, and twice below in tabs."""
        super().__init__(window)
        self._window = window
        self._left, self._right, *self._below = docks
        self._chosen: tuple[float, float, float] | None = None
        window.installEventFilter(self)

    def suit(self) -> None:
        """Gives each side what suits the window again, whatever was chosen."""
        self._chosen = None
        self._give()

    def keep(self) -> None:
        """Keeps the shares that the sides have now."""
        room, low = self._window.size(), self._low()
        if low is not None and self._docked() and not room.isEmpty():
            wide, high = room.width(), room.height()
            left, right = self._left.width(), self._right.width()
            # What is given below is shared by a pane and the tabs above it.
            bars = self._window.findChildren(
                QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            tabs = sum(bar.height() for bar in bars if bar.isVisible())
            self._chosen = left / wide, right / wide, (low.height() + tabs) / high

    def _give(self) -> None:
        if not self._docked():
            return
        room = self._window.size()
        left, right, low = suiting(room)
        if self._chosen is not None:
            left, right = (round(share * room.width()) for share in self._chosen[:2])
            low = round(self._chosen[2] * room.height())
        resize = self._window.resizeDocks
        resize([self._left, self._right], [left, right], Qt.Orientation.Horizontal)
        resize(self._below[:1], [low], Qt.Orientation.Vertical)

    def _docked(self) -> bool:
        places = ((self._left, _LEFT), (self._right, _RIGHT), (self._below[0], _BOTTOM))
        return all(
            dock.isVisible()
            and not dock.isFloating()
            and self._window.dockWidgetArea(dock) == facing(place)
            for dock, place in places
        )

    def _low(self) -> QDockWidget | None:
        # A dock behind another tab counts as visible, and keeps a size from long ago.
        return next((dock for dock in self._below if not dock.visibleRegion().isEmpty()), None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._give()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            # Edges are dragged on the window itself, and follow the mouse a moment later.
            QTimer.singleShot(0, self.keep)
        return super().eventFilter(watched, event)


def facing(side: Qt.DockWidgetArea) -> Qt.DockWidgetArea:
    """A side of the window where languages run from the left; the other one where they do not."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return {_LEFT: _RIGHT, _RIGHT: _LEFT}.get(side, side)
    return side


def suiting(room: QSize) -> tuple[int, int, int]:
    """The widths at the left and right and the height below that suit a window.

    A fifth of it each; where that is little, what articles, actors and bars need to be read.
    """
    width, height = room.width(), room.height()
    return (
        max(int(width * 0.2), min(250, int(width * 0.24))),
        max(int(width * 0.2), min(360, int(width * 0.3))),
        max(int(height * 0.29), min(230, int(height * 0.33))),
    )
