"""Decisions from the window to a file, and from the file of another library."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from workstation.desktop import sentences
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.merge_decisions import MergeDecisionsDialog
from workstation.desktop.words import isolated, several
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.curating.adopting import Adoption

_SUFFIX: Final = ".jsonl"


class Exchanging(QObject):
    """Asks for files, and starts the jobs that write and read them."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk

    def ask_where_to(self) -> None:
        """Asks for a file, and writes the decisions to it."""
        library = self._desk.library
        if library is None:
            return
        named = self.tr("{library} decisions").format(library=library.name)
        file, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export decisions"),
            str(Path.home() / f"{named}{_SUFFIX}"),
            self._kinds(),
        )
        if file:
            self.export(Path(file if file.endswith(_SUFFIX) else f"{file}{_SUFFIX}"))

    def ask_where_from(self) -> None:
        """Asks for a file, and shows what merging its decisions would do."""
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Merge decisions"), str(Path.home()), self._kinds()
        )
        if file:
            MergeDecisionsDialog(self._desk, Path(file), self.merge, self._window).open()

    def export(self, target: Path) -> None:
        """Writes the decisions to a file."""
        library = self._desk.library
        if library is None:
            return
        from workstation.curating.decisions import me  # noqa: PLC0415 - start-up stays light
        from workstation.reporting import exports  # noqa: PLC0415

        def write(_tell: object, _cancelled: Event) -> int:
            with library.read() as reading:
                return exports.write_decisions(reading, target, library=library.name, by=me())

        def done(count: object) -> None:
            one = self.tr("1 decision is written: {name}.")
            many = self.tr("{n} decisions are written: {name}.")
            name = isolated(target.name)
            self._desk.notices.say(several(cast("int", count), one, many, name=name))

        self._desk.jobs.start(self.tr("Exporting decisions"), write, done, self._warn)

    def merge(self, path: Path) -> None:
        """Merges the decisions of a file."""
        library = self._desk.library
        if library is None:
            return
        from workstation.curating import adopting  # noqa: PLC0415 - start-up stays light

        self._desk.jobs.start(
            self.tr("Merging decisions"),
            lambda _tell, _cancelled: adopting.adopt(library, path),
            lambda adoption: self._told(cast("Adoption", adoption)),
            self._warn,
        )

    def _told(self, adoption: "Adoption") -> None:
        decision = adoption.decision
        if decision is not None:
            undo = self._desk.deciding.undo
            self._desk.notices.say(sentences.told(decision.words), self.tr("Undo"), undo)

    def _kinds(self) -> str:
        return self.tr("Decisions (*.jsonl)")

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._desk.notices.warn(error.sentence)
        else:
            self._desk.jobs.broke.emit(error)
