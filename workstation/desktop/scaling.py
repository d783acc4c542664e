"""How large the whole window is drawn: letters, icons, rows and the room between them."""

import os
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QChildEvent, QEvent, QObject, QSize
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

_FACTOR: Final = "QT_SCALE_FACTOR"
_FRAME: Final = QSize(8, 36)
"""What a desktop puts around a dialog."""


def enlarge(percent: int) -> str | None:
    """Draws all windows of this process larger, beside what the screen asks for.

    Has to come before the application is made; gives what the variable held before.
    """
    before = os.environ.get(_FACTOR)
    wished = 1.0
    with suppress(ValueError):
        wished = float(before or 1)
    if percent != 100:  # noqa: PLR2004 - per cent
        os.environ[_FACTOR] = f"{wished * percent / 100:g}"
    return before


def restore(before: str | None) -> None:
    """Gives the variable back what it held, for a process that is started from this one."""
    if before is None:
        os.environ.pop(_FACTOR, None)
    else:
        os.environ[_FACTOR] = before


class Fitting(QObject):
    """Lets a dialog scroll that is larger than the screen, as it is where all is drawn large."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QDialog) and not isinstance(child, QFileDialog):
                fit(child, child.screen().availableSize() - _FRAME)
        return super().eventFilter(watched, event)


def fit(dialog: QDialog, room: QSize) -> None:
    """Puts what a dialog holds into an area that scrolls, if it needs more than there is."""
    column = dialog.layout()
    if column is None:
        return
    least = column.totalMinimumSize().expandedTo(dialog.minimumSize())
    if least.width() <= room.width() and least.height() <= room.height():
        dialog.resize(dialog.size().boundedTo(room))
        return
    wanted = dialog.sizeHint().expandedTo(dialog.size())
    holder = QWidget()
    holder.setMinimumSize(QSize(0, 0))
    # A layout that is given to another widget takes its widgets along.
    holder.setLayout(column)
    area = QScrollArea(dialog)
    area.setObjectName("clear")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(holder)
    dialog.setMinimumSize(QSize(0, 0))
    around = QVBoxLayout(dialog)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(area)
    dialog.resize(wanted.boundedTo(room))
