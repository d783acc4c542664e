"""Commands that ask for a file, or open something over the window."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from workstation.desktop import exporting
from workstation.desktop.actions import Actions
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.about import AboutDialog
from workstation.desktop.dialogs.commands import CommandPalette
from workstation.desktop.dialogs.edit import EditDialog
from workstation.desktop.dialogs.erase import EraseDialog
from workstation.desktop.dialogs.label_name import LabelNameDialog
from workstation.desktop.dialogs.pipelines import PipelinesDialog
from workstation.desktop.dialogs.registers import RegistersDialog
from workstation.desktop.dialogs.report import Depth, ReportDialog
from workstation.desktop.dialogs.searches import SavedSearchesDialog, SaveSearchDialog
from workstation.desktop.dialogs.watch import WatchDialog
from workstation.desktop.dialogs.write import WriteDialog
from workstation.desktop.drops import held
from workstation.desktop.exchanging import Exchanging
from workstation.desktop.exporting import Export, Exporting
from workstation.desktop.finding import Finding
from workstation.desktop.mapping import Mapping
from workstation.desktop.saved import Saved
from workstation.desktop.search_menu import opening
from workstation.desktop.tally import Tally
from workstation.desktop.tasks import Tasks, Wanted
from workstation.desktop.watching import Watching
from workstation.domain.frequency import Size
from workstation.domain.selection import Brush, Selection

_SUFFIX: Final = ".mwlib"


class Commands(QObject):
    """Carries out the commands that need neither the panes nor the window's own state."""

    library_chosen = Signal(str, bool)
    """Where a library is, and whether it may be made there."""
    sample_chosen = Signal()

    def __init__(self, window: QWidget, desk: Desk, tasks: Tasks, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tasks = tasks
        self._actions = actions
        self.tally = Tally(Size(), 0, {})
        self.offering: list[Callable[[], Iterable[QAction]]] = []
        """Who knows what else the palette finds."""
        selection, deciding = desk.selection, desk.deciding
        exchanging = Exchanging(window, desk)
        self._exporting = Exporting(window, desk)
        self.watching = Watching(desk, tasks, self)
        self.mapping = Mapping(window, desk, tasks)
        self.saved = Saved(desk, self)
        for name, act in {
            "new": self._new,
            "open": self._open,
            "sample": self.sample_chosen.emit,
            "quit": window.close,
            "import": self._import,
            "import-table": self.mapping.choose,
            "import-folder": self._import_folder,
            "paste": lambda: tasks.take(held(QGuiApplication.clipboard().mimeData())),
            "write": lambda: WriteDialog(desk, tasks, window).open(),
            "watch": self._show_watched,
            "tag": tasks.tag,
            "pipelines": self._show_pipelines,
            "registers": self._show_registers,
            "report": self._report,
            "export-articles": lambda: self._export(exporting.articles),
            "export-mentions": lambda: self._export(exporting.mentions),
            "export-decisions": exchanging.ask_where_to,
            "merge-decisions": exchanging.ask_where_from,
            "undo": desk.noting.undo,
            "redo": deciding.redo,
            "save-search": self._save_search,
            "searches": self._show_searches,
            "import-watchlist": self._import_watchlist,
            "commands": self._show_palette,
            "back": selection.back,
            "forward": selection.forward,
            "clear": selection.clear,
            "count-articles": lambda: selection.change(unit="articles"),
            "count-stories": lambda: selection.change(unit="stories"),
            "count-outlets": lambda: selection.change(unit="outlets"),
            "undated": lambda: selection.change(brush=Brush(), undated=True, doubtful=False),
            "doubtful": lambda: selection.change(brush=Brush(), undated=False, doubtful=True),
            "about": self._about,
        }.items():
            actions.carry_out(name, act)
        desk.handwork.erase_wanted.connect(lambda c: EraseDialog(desk, c, window).open())
        desk.handwork.erased.connect(self._leave)
        desk.handwork.edit_wanted.connect(lambda c: EditDialog(desk, c, window).open())
        desk.noting.label_name_wanted.connect(
            lambda label: LabelNameDialog(desk, label, window).open()
        )
        tasks.needs_pipeline.connect(self._show_pipelines)

    def _leave(self, numbers: tuple[int, ...]) -> None:
        """Closes articles that are erased, and widens a selection of nothing but such."""
        selection = self._desk.selection.value
        if selection.focus in numbers:
            self._desk.selection.change(focus=None)
        left = [one for one in selection.facet("article") if int(one) not in numbers]
        if len(left) < len(selection.facet("article")):
            self._desk.selection.narrow("article", *left)

    def _new(self) -> None:
        start = str(library_folder() / self.tr("New library.mwlib"))
        where, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("New library"),
            start,
            self.tr("Libraries (*.mwlib)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if where:
            named = where if where.endswith(_SUFFIX) else f"{where}{_SUFFIX}"
            self.library_chosen.emit(named, True)

    def _open(self) -> None:
        where = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open a library (a folder whose name ends in .mwlib)")
        )
        if where:
            self.library_chosen.emit(where, False)

    def _import(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import files"))
        if files:
            self._tasks.tables.offer([Path(file) for file in files])

    def _import_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"))
        if folder:
            self._tasks.import_paths([Path(folder)])

    def _report(self) -> None:
        ReportDialog(self.tally, self._write_report, self._window).open()

    def _write_report(self, target: Path, title: str, articles: Depth, notes: bool) -> None:
        self._tasks.report(Wanted(target, title, articles, self._desk.selection.value, notes))

    def _export(self, make: Callable[[Selection, str], Export]) -> None:
        if self._desk.library is not None:
            wanted = make(self._desk.selection.value, self._desk.library.name)
            self._exporting.ask(wanted)

    def _show_pipelines(self) -> None:
        PipelinesDialog(self._desk, self._tasks.tag, self._window).open()

    def _show_registers(self) -> None:
        RegistersDialog(self._desk, self._tasks.tag, self._window).open()

    def _show_watched(self) -> None:
        WatchDialog(self.watching, self._window).open()

    def _show_palette(self) -> None:
        searches = opening(self.saved, self.saved.searches, words=self.tr("Search: {name}"))
        others = [action for source in self.offering for action in source()]
        # Over whichever window it was asked for in.
        over = QApplication.activeWindow() or self._window
        palette = CommandPalette([*self._actions, *searches, *others], over)
        Finding(palette, self._desk)
        palette.open()

    def _save_search(self) -> None:
        selection = self._desk.selection.value
        if selection.narrows:
            SaveSearchDialog(self.saved, selection.words, self._window).open()
        else:
            self._desk.notices.say(self.tr("Search for something first; then it can be saved."))

    def _import_watchlist(self) -> None:
        kinds = self.tr("Watchlists (*.csv *.tsv *.txt);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import a watchlist"), str(Path.home()), kinds
        )
        if file:
            self.saved.take(Path(file))

    def _show_searches(self) -> None:
        library = self._desk.library
        writing = library is not None and not library.read_only
        SavedSearchesDialog(self.saved, writing=writing, parent=self._window).open()

    def _about(self) -> None:
        AboutDialog(self._desk, self._window).open()


def library_folder() -> Path:
    """Where libraries stand unless the user says otherwise."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents) or Path.home()) / "Media Workstation"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
