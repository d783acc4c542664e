"""Takes a library up where it was left, and remembers how it is left."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from workstation.desktop import session
from workstation.desktop.desk import Desk
from workstation.desktop.session import Session
from workstation.desktop.suggesting import Suggesting

if TYPE_CHECKING:
    from workstation.desktop.docks import Docks

_PAUSE_MS: Final = 4_000
"""After the last change: a power cut costs no more than a few gestures."""


class Resuming(QObject):
    """Knows what of the window belongs to a session."""

    def __init__(self, desk: Desk, suggesting: Suggesting) -> None:
        super().__init__(desk)
        self._desk = desk
        self._suggesting = suggesting
        self._docks: Docks | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        desk.selection.changed.connect(self._pause.start)
        desk.closing.connect(self.save)

    def take(self, docks: "Docks") -> None:
        """Takes the panes of the window, once there are any."""
        self._docks = docks

    def resume(self, left: Session) -> None:
        """Lets everything stand as it was left."""
        self._suggesting.recent = list(left.recent)
        docks = self._docks
        if docks is None:
            return
        docks.room.resume(left.tabs, left.side)
        docks.articles.resume(left.order, left.top)
        docks.actors.filter.setText(left.actors.filter)
        docks.actors.arrangement.resume(left.actors)
        docks.timeline.resume(left.bins)
        front = docks.room.side.tabs.current
        unit, focus = self._desk.selection.value.unit, left.selection.focus
        if focus is None and front is not None:
            focus = front.article
        self._desk.selection.begin(replace(left.selection, unit=unit, focus=focus))
        self._pause.stop()

    def save(self) -> None:
        """Remembers how the library is left."""
        library, docks = self._desk.library, self._docks
        self._pause.stop()
        if library is None or docks is None:
            return
        tabs = tuple(docks.room.standing())
        selection = self._desk.selection.value
        focus = next((tab.identifier for tab in tabs if tab.article == selection.focus), "")
        actors = replace(docks.actors.arrangement.left(), filter=docks.actors.filter.text())
        session.leave(
            library.where,
            Session(
                replace(selection, focus=None),
                focus,
                tuple(replace(tab, article=0) for tab in tabs if tab.identifier),
                docks.room.at,
                docks.articles.order,
                docks.articles.top,
                actors,
                docks.timeline.bins,
                tuple(self._suggesting.recent),
            ),
        )

    def forget_searches(self) -> None:
        """Forgets what was searched for, here and on the disk."""
        self._suggesting.recent.clear()
        self.save()
        self._desk.notices.say(self.tr("The last searches in this library are forgotten."))
