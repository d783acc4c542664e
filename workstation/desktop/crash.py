"""When the program itself is wrong: a log for whoever mends it, and one calm dialog."""

import faulthandler
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from workstation import __version__
from workstation.settings import state_folder

_LOG: Final = "crash.log"
_LONGEST: Final = 200_000
"""Bytes of the log that are kept: some dozen crashes."""


class Crash(QObject):
    """Takes every error that nobody else took; tells the user of one at a time."""

    _happened = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: QMessageBox | None = None
        self._native: TextIO | None = None
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catches what would else end in the terminal, native faults included."""
        sys.excepthook = self.take
        folder = state_folder()
        folder.mkdir(parents=True, exist_ok=True)
        self._native = (folder / "fault.log").open("a", encoding="utf-8")
        faulthandler.enable(self._native)

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Writes an error down and tells the user."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._happened.emit(write_down(error))

    def take_error(self, error: BaseException) -> None:
        """Writes an error of a thread down and tells the user."""
        self.take(type(error), error, error.__traceback__)

    def _tell(self, log: str) -> None:
        if self._open is not None:
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.setText(self.tr("The program made a mistake. Your library is safe."))
        box.setInformativeText(
            self.tr("You can go on. What happened is written in a file, and goes nowhere else.")
        )
        show = box.addButton(self.tr("Show the file"), QMessageBox.ButtonRole.ActionRole)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(log)))
        box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.finished.connect(self._closed)
        self._open = box
        box.open()

    def _closed(self) -> None:
        self._open = None


def write_down(error: BaseException) -> str:
    """Appends an error to the log; returns where the log stands."""
    log = state_folder() / _LOG
    log.parent.mkdir(parents=True, exist_ok=True)
    home = str(Path.home())
    lines = "".join(traceback.format_exception(error)).replace(home, "~")
    entry = f"--- {datetime.now(UTC):%Y-%m-%d %H:%M:%S} {__version__}\n{lines}\n"
    before = log.read_text("utf-8", "replace") if log.exists() else ""
    log.write_text((before + entry)[-_LONGEST:], encoding="utf-8")
    return str(log)
