"""Where the window stands on the screen, and how it is found there the next time."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

from workstation.settings import state_folder

_GEOMETRY: Final = "window.bin"
_WIDTH: Final = 1280
_HEIGHT: Final = 800
_LEAST: Final = QSize(600, 400)
"""Below that a pane shows two rows; at 150 per cent a laptop's screen has 853 by 500."""
_SHARE: Final = 0.85
"""Of a large screen: room for three panes beside each other, and a bit of what lies behind."""
_FRAME: Final = QSize(16, 48)
"""What a desktop puts around a window, which is not known before it stands there."""


def stand(window: QWidget) -> None:
    """Puts a window where it stood when it was closed, or where it fits the screen."""
    with suppress(OSError):
        if window.restoreGeometry(QByteArray((state_folder() / _GEOMETRY).read_bytes())):
            return
    window.resize(fitting(window.screen().availableSize()))


def fitting(screen: QSize) -> QSize:
    """The first size of a window on a screen, which is never more than the screen has."""
    wanted = QSize(
        max(_WIDTH, int(screen.width() * _SHARE)), max(_HEIGHT, int(screen.height() * _SHARE))
    )
    return wanted.boundedTo(screen - _FRAME)


def least(screen: QSize) -> QSize:
    """The smallest size of a window: one that is larger than its screen could not be used."""
    return _LEAST.boundedTo(screen - _FRAME)


def remember(window: QWidget) -> None:
    """Remembers where a window stands; a disk that refuses is no reason to complain."""
    with suppress(OSError):
        state_folder().mkdir(parents=True, exist_ok=True)
        (state_folder() / _GEOMETRY).write_bytes(window.saveGeometry().data())
