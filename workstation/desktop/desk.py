"""What every pane sits at: the open library, the one selection, the jobs and the notices."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workstation.desktop.deciding import Deciding
from workstation.desktop.handwork import Handwork
from workstation.desktop.jobs import Jobs
from workstation.desktop.notices import Notices
from workstation.desktop.noting import Noting
from workstation.desktop.selection_model import SelectionModel
from workstation.domain.changes import Changes
from workstation.domain.mention import Field
from workstation.domain.selection import Selection

if TYPE_CHECKING:
    from workstation.library.library import Library, Reading

Answer = TypeVar("Answer")

_JOIN_MS: Final = 250
"""Changes are told at most four times a second: an import would redraw every pane otherwise."""

_PATIENCE: Final = 10.0
"""Seconds that closing a library waits for a job: one that takes longer hangs."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of an article's title or text, in code points."""

    article: int
    field: Field
    start: int
    end: int


class Desk(QObject):
    """Holds one library at a time, and joins what its writers say to a few changes a second."""

    changed = Signal(object)
    """The `Changes` of the last quarter of a second."""
    opened = Signal()
    """Another library lies on the desk, or none."""
    sought = Signal(object)
    """The `Spot` that the reader is to show, once its article is open."""
    keep_wanted = Signal(int)
    """The number of an article that is to have a tab of its own."""
    closing = Signal()
    """The library is about to be taken from the desk."""

    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection = SelectionModel(self)
        self.jobs = Jobs(self)
        self.notices = Notices(self)
        self.library: Library | None = None
        self.deciding = Deciding(self.jobs, self.notices, lambda: self.library, self)
        self.noting = Noting(
            self.jobs, self.notices, self.deciding, self.selection, lambda: self.library
        )
        self.handwork = Handwork(self.jobs, self.notices, self.noting, lambda: self.library, self)
        self._waiting = Changes()
        self._join = QTimer(self)
        self._join.setSingleShot(True)
        self._join.setInterval(_JOIN_MS)
        self._join.timeout.connect(self._tell)
        self._heard.connect(self._collect, Qt.ConnectionType.QueuedConnection)

    def lay(self, library: "Library") -> None:
        """Puts an open library on the desk, in the place of the one before."""
        self.clear()
        self.library = library
        library.listen(self._hear)
        self.opened.emit()

    def clear(self) -> None:
        """Stops what works on the library, and then closes it, off the GUI thread."""
        if self.library is not None:
            self.closing.emit()
        library, self.library = self.library, None
        self.noting.start_over()
        if library is None:
            return
        self.selection.begin(Selection(unit=self.selection.value.unit))
        working = self.jobs.cancel_all()

        def close() -> None:
            # Whoever goes on writing when the lock is given back is a second writer.
            for job in working:
                job.thread.join(_PATIENCE)
            library.close()

        self.jobs.write(close, _nothing)

    def shut(self, patience: float) -> None:
        """Stops all work, waiting up to `patience` seconds, and closes the library."""
        self.noting.start_over()
        self.jobs.close(patience)
        library, self.library = self.library, None
        if library is not None:
            library.close()

    def ask(
        self,
        owner: object,
        function: "Callable[[Reading], Answer]",
        deliver: Callable[[Answer], None],
        fail: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Answers a question about the library off the GUI thread; only the latest is delivered."""
        library = self.library
        if library is None:
            self.jobs.forget(owner)
            return

        def read() -> Answer:
            with library.read() as reading:
                return function(reading)

        self.jobs.read(owner, read, deliver, fail)

    def go_to(self, spot: Spot) -> None:
        """Opens an article at a spot."""
        self.selection.change(focus=spot.article)
        self.sought.emit(spot)

    def _hear(self, changes: Changes) -> None:
        # Called from a writer's thread, which may outlive the window.
        if shiboken6.isValid(self):
            self._heard.emit(changes)

    def _collect(self, changes: Changes) -> None:
        self._waiting |= changes
        if not self._join.isActive():
            self._join.start()

    def _tell(self) -> None:
        changes, self._waiting = self._waiting, Changes()
        if "decisions" in changes.kinds:
            self._follow_merges()
        self.changed.emit(changes)

    def _follow_merges(self) -> None:
        from workstation.library import actors  # noqa: PLC0415 - start-up stays light

        picked = self.selection.value.picked

        def follow(now: dict[str, str]) -> None:
            kept = tuple(dict.fromkeys(now[actor] for actor in picked if actor in now))
            if self.selection.value.picked == picked:
                self.selection.change(picked=kept)

        if picked:
            self.ask(self, lambda reading: actors.standing_for(reading, picked), follow)


def _nothing(_answer: object) -> None:
    return
