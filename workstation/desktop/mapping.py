"""Which columns of tables hold what: asked, saved, and used for importing and reading again."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.columns import ColumnsDialog, OfEntry, OfFiles
from workstation.desktop.tasks import Tasks
from workstation.domain.ledger import Entry

if TYPE_CHECKING:
    from workstation.importing.columns import Given


class Mapping(QObject):
    """Asks about one table after the other."""

    def __init__(self, window: QWidget, desk: Desk, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tasks = tasks
        self._waiting: deque[Sequence[Path]] = deque()
        self._asking = False
        tasks.tables.found.connect(self.ask)
        desk.opened.connect(self._waiting.clear)

    def choose(self) -> None:
        """Asks for a table, and how it is to be imported."""
        file, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a table"),
            filter=self.tr(
                "Tables (*.csv *.tsv *.tab *.txt *.xlsx *.xls *.xlsb *.ods *.json *.jsonl *.ndjson)"
                ";;All files (*)"
            ),
        )
        if file:
            self.ask((Path(file),))

    def ask(self, paths: Sequence[Path]) -> None:
        """Asks how tables with the same labels are to be imported, after those before."""
        self._waiting.append(paths)
        if not self._asking:
            self._ask_next()

    def ask_about(self, entry: Entry) -> None:
        """Asks how the table of a row is to be read again."""
        from workstation.importing.again import Otherwise  # noqa: PLC0415 - start-up stays light
        from workstation.importing.offered import options_of  # noqa: PLC0415

        library = self._desk.library
        if library is None:
            return
        options = options_of(entry)

        def read(given: "Given") -> None:
            from workstation.importing import again  # noqa: PLC0415 - start-up stays light

            how = Otherwise(options.encoding, options.reader, given)
            self._tasks.start_import(
                self.tr("Reading again"),
                lambda tell, cancelled: again.read_again(
                    library, (entry,), otherwise=how, tell=tell, cancelled=cancelled
                ),
                self._tasks.tag,
            )

        ColumnsDialog(self._desk, OfEntry(library, entry), read, self._window).open()

    def _ask_next(self) -> None:
        self._asking = bool(self._waiting)
        if self._asking:
            paths = self._waiting.popleft()
            act = partial(self._import, paths)
            dialog = ColumnsDialog(self._desk, OfFiles(paths), act, self._window)
            dialog.finished.connect(self._ask_next)
            dialog.open()

    def _import(self, paths: Sequence[Path], given: "Given") -> None:
        library = self._desk.library
        if library is None:
            return
        from workstation.importing import importer  # noqa: PLC0415 - start-up stays light
        from workstation.importing.options import Options  # noqa: PLC0415

        options = Options(columns=given)
        self._tasks.start_import(
            self.tr("Importing"),
            lambda tell, cancelled: importer.import_paths(
                library, paths, options=options, tell=tell, cancelled=cancelled
            ),
            self._tasks.tag,
        )
