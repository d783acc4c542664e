"""The folders whose files the open library takes in by itself."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from workstation import settings
from workstation.desktop.desk import Desk
from workstation.desktop.tasks import Tasks
from workstation.desktop.words import isolated
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.importing.watching import Look, Offers
    from workstation.library.library import Library, Reading


class Watching(QObject):
    """Looks at folders in a thread of its own, as long as their library is open for writing."""

    changed = Signal()
    """Another folder is watched, or one less, or one is gone or back."""

    _heard = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._stop = threading.Event()
        self.folders: tuple[Path, ...] = ()
        self.lost: frozenset[Path] = frozenset()
        """Those of them that are not there."""
        desk.opened.connect(self._opened)
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def add(self, folder: Path) -> None:
        """Watches one more folder; what lies in it already is imported too."""
        if folder not in self.folders:
            self._become((*self.folders, folder))

    def remove(self, folder: Path) -> None:
        """Watches a folder no more; what came from it stays."""
        self._become(tuple(one for one in self.folders if one != folder))

    def stop(self) -> None:
        """Looks at nothing any more."""
        self._stop.set()

    def _become(self, folders: tuple[Path, ...]) -> None:
        library = self._desk.library
        if library is None:
            return
        try:
            settings.watch(library.where, [str(folder) for folder in folders])
        except WorkstationError as error:
            self._desk.notices.warn(error.sentence)
            return
        self._watch(library, folders)

    def _opened(self) -> None:
        library = self._desk.library
        if library is None or library.read_only:
            self._rest(())
        else:
            self._watch(library, tuple(map(Path, settings.watched(library.where))))

    def _rest(self, folders: tuple[Path, ...]) -> None:
        self._stop.set()
        self._desk.jobs.forget(self)
        self.folders, self.lost = folders, frozenset()
        self.changed.emit()

    def _watch(self, library: "Library", folders: tuple[Path, ...]) -> None:
        self._rest(folders)
        if not folders:
            return

        def known(reading: "Reading") -> "list[tuple[Path, Offers]]":
            from workstation.importing.watching import offers  # noqa: PLC0415 - start-up stays light

            return [(folder, offers(reading, folder)) for folder in folders]

        self._desk.ask(self, known, lambda found: self._begin(library, found))

    def _begin(self, library: "Library", known: "list[tuple[Path, Offers]]") -> None:
        from workstation.importing.watching import Folder, Watch  # noqa: PLC0415 - as above

        self._stop = stop = threading.Event()

        def hear(look: "Look") -> None:
            # The window may be gone before its thread is.
            if not stop.is_set() and shiboken6.isValid(self):
                self._heard.emit(library, look)

        watch = Watch([Folder(folder, offers) for folder, offers in known], hear)
        threading.Thread(target=watch.run, args=(stop,), name="watch", daemon=True).start()

    def _take(self, library: "Library", look: "Look") -> None:
        if self._desk.library is not library or look.folder not in self.folders:
            return
        if look.lost or look.back:
            gone = frozenset({look.folder})
            self.lost = self.lost | gone if look.lost else self.lost - gone
            self._tell(look)
            self.changed.emit()
        if look.ready:
            self._tasks.import_in_turn(look.ready)

    def _tell(self, look: "Look") -> None:
        name = isolated(str(look.folder))
        if look.lost:
            told = self.tr("The watched folder {name} is gone. It is waited for.")
            self._desk.notices.warn(told.format(name=name))
        else:
            told = self.tr("The watched folder {name} is there again.")
            self._desk.notices.say(told.format(name=name))
