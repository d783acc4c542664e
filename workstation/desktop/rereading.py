"""What may be done about a row of the ledger: its original, reading it again, setting it aside."""

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.tasks import Tasks
from workstation.desktop.words import isolated, several
from workstation.domain.ledger import BETWEEN, Entry
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.desktop.panes.activity.about import About
    from workstation.importing.again import Otherwise


class Rereading(QObject):
    """Carries out what the activity asks for."""

    def __init__(self, window: QWidget, desk: Desk, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tasks = tasks

    def serve(self, about: "About") -> None:
        """Does what is asked for beside the ledger."""
        about.again_asked.connect(self.read_again)
        about.otherwise_asked.connect(self.ask_how)
        about.dismiss_asked.connect(self.dismiss)
        about.folder_asked.connect(self.show_original)
        about.copy_asked.connect(self.ask_where_to)

    def read_again(self, entries: Sequence[Entry], otherwise: "Otherwise | None" = None) -> None:
        """Reads files again, and tags what changed."""
        library = self._desk.library
        if library is None:
            return
        from workstation.importing import again  # noqa: PLC0415 - start-up stays light

        self._tasks.start_import(
            self.tr("Reading again"),
            lambda tell, cancelled: again.read_again(
                library, entries, otherwise=otherwise, tell=tell, cancelled=cancelled
            ),
            self._tasks.tag,
        )

    def ask_how(self, entry: Entry) -> None:
        """Asks in which encoding, and by which reader, a file is to be read again."""
        from workstation.desktop.dialogs import read_again  # noqa: PLC0415 - start-up stays light

        ask = partial(self.read_again, (entry,))
        read_again.ReadAgainDialog(self._desk, entry, ask, self._window).open()

    def dismiss(self, entries: Sequence[Entry]) -> None:
        """Notes that these need nobody any more."""
        self._note(entries, back=False, done=partial(self._dismissed, entries))

    def show_original(self, entry: Entry) -> None:
        """Shows the original in the file manager."""
        library = self._desk.library
        if library is not None:
            from workstation.library import originals  # noqa: PLC0415 - start-up stays light

            folder = originals.path(library, entry.sha256).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def ask_where_to(self, entry: Entry) -> None:
        """Asks for a place, and copies the original there under its own name."""
        name = PurePath(entry.file.partition(BETWEEN)[0].replace("\\", "/")).name
        file, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the original as"), str(Path.home() / name)
        )
        if file:
            self.save_original(entry, Path(file))

    def save_original(self, entry: Entry, target: Path) -> None:
        """Copies the original to a place."""
        library = self._desk.library
        if library is None:
            return
        from workstation.library import originals  # noqa: PLC0415 - start-up stays light

        def copy() -> None:
            with originals.reading(library, entry.sha256) as source, target.open("wb") as copied:
                shutil.copyfileobj(source, copied)

        def done(_nothing: None) -> None:
            said = self.tr("The original is saved: {name}.")
            self._desk.notices.say(said.format(name=isolated(target.name)))

        self._desk.jobs.write(copy, done, self._warn)

    def _note(self, entries: Sequence[Entry], *, back: bool, done: Callable[[None], None]) -> None:
        library = self._desk.library
        if library is None:
            return
        from workstation.library import ledger  # noqa: PLC0415 - start-up stays light

        def write() -> None:
            with library.write() as writing:
                ledger.dismiss(writing, [entry.id for entry in entries], back=back)

        self._desk.jobs.write(write, done)

    def _dismissed(self, entries: Sequence[Entry], _nothing: None) -> None:
        one, more = self.tr("1 file is dismissed."), self.tr("{n} files are dismissed.")
        self._desk.notices.say(
            several(len(entries), one, more),
            self.tr("Undo"),
            lambda: self._note(entries, back=True, done=lambda _nothing: None),
        )

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._desk.notices.warn(error.sentence)
        elif isinstance(error, OSError):
            said = self.tr("The original could not be saved: {why}.")
            self._desk.notices.warn(said.format(why=error.strerror))
        else:
            self._desk.jobs.broke.emit(error)
