"""The window: one library on the desk, the panes around the reader, and every command."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget
from typing_extensions import override

from workstation.desktop import counting, place, session, tally
from workstation.desktop.actions import Actions
from workstation.desktop.applying import Applying
from workstation.desktop.arranging import Arranging
from workstation.desktop.commands import Commands, library_folder
from workstation.desktop.crash import Crash
from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.another_name import AnotherNameDialog
from workstation.desktop.dialogs.dates import DatesDialog
from workstation.desktop.dialogs.decide import DecideDialog
from workstation.desktop.dialogs.event import EventDialog
from workstation.desktop.dialogs.labels import LabelsDialog
from workstation.desktop.dialogs.meaning import MeaningDialog
from workstation.desktop.dialogs.note import NoteDialog
from workstation.desktop.dialogs.outlet_wide import OutletWideDialog
from workstation.desktop.dialogs.role import RoleDialog
from workstation.desktop.dialogs.split import SplitDialog
from workstation.desktop.drops import Drop, held, libraries, named
from workstation.desktop.footer import Footer
from workstation.desktop.guiding import Guiding
from workstation.desktop.languages import LanguageMenu
from workstation.desktop.menus import Menus
from workstation.desktop.notices import NoticeBar
from workstation.desktop.pane import plain_label
from workstation.desktop.rereading import Rereading
from workstation.desktop.resuming import Resuming
from workstation.desktop.scaling import Fitting
from workstation.desktop.suggesting import Suggesting
from workstation.desktop.tasks import Tasks
from workstation.desktop.theme import Theme, Wish
from workstation.desktop.toolbar import Toolbar
from workstation.desktop.veil import Veil
from workstation.desktop.welcome import Welcome
from workstation.desktop.words import isolated, shown
from workstation.domain.decision import ABOUT_OUTLETS, Order
from workstation.domain.meaning import Pointed
from workstation.errors import LibraryLocked, WorkstationError
from workstation.settings import Settings

if TYPE_CHECKING:
    from workstation.desktop.docks import Docks
    from workstation.library.library import Library

_PATIENCE: Final = 3.0
"""Seconds that closing waits for jobs to stop; what they have not done is done the next time."""


_OWN: Final = "My library.mwlib"
_SAMPLE: Final = "Sample.mwlib"


class Window(QMainWindow):
    """Light until it is shown: the panes and the store come with the first library."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.theme = theme
        self.settings = settings
        self.desk = Desk(self)
        self.tasks = Tasks(self.desk, self)
        self.crash = Crash(self)
        self.commands = Actions(self)
        self._dress()
        self.docks: Docks | None = None
        self._after_opening: list[Drop] = []
        self._fill_with_samples = False
        self._commanding = Commands(self, self.desk, self.tasks, self.commands)
        self.toolbar = Toolbar(self.commands, self.desk.selection, theme, self._commanding.saved)
        self._resuming = Resuming(self.desk, Suggesting(self.toolbar.search, self.desk))
        self.addToolBar(self.toolbar)
        language = LanguageMenu(settings.language, self.choose_language, self)
        self._arranging = Arranging(self, self.commands, self.desk.notices)
        self._menus = Menus(
            self.menuBar(), self.commands, theme, self.choose_look, language, self._arranging
        )
        self.preferring = Applying(self)
        self.starts_again = False
        """Whether the program is to be started anew when the window is closed."""
        Guiding(self, self.preferring)
        Fitting(self)
        self._commanding.offering.append(self._menus.offered)
        self.footer = Footer(self.desk)
        self.setStatusBar(self.footer)
        self.welcome = Welcome(self.commands, theme)
        self._opening = plain_label("", "empty")
        self._opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.welcome)
        self._middle.addWidget(self._opening)
        self.setCentralWidget(self._middle)
        NoticeBar(self.desk.notices, self._middle)
        self._veil = Veil(theme, self)
        self.setAcceptDrops(True)
        self.setMinimumSize(place.least(self.screen().availableSize()))
        place.stand(self)
        self.desk.selection.change(unit=counting.remembered(settings))
        self._connect()
        self._show_welcome()

    def _connect(self) -> None:
        self.theme.changed.connect(self._dress)
        self.desk.jobs.broke.connect(self.crash.take_error)
        self.desk.selection.changed.connect(self._selection_changed)
        self.desk.changed.connect(self._count)
        self.desk.opened.connect(self._opened)
        self.desk.deciding.lacking.connect(self._complete)
        self.desk.deciding.dates_wanted.connect(self._ask_dates)
        self.desk.deciding.meaning_wanted.connect(self._ask_meaning)
        self.desk.noting.labels_wanted.connect(lambda c: LabelsDialog(self.desk, c, self).open())
        self.desk.noting.note_wanted.connect(lambda w: NoteDialog(self.desk, w, self).open())
        self.desk.noting.event_wanted.connect(lambda p: EventDialog(self.desk, p, self).open())
        self.footer.activity_asked.connect(self.show_activity)
        self.tasks.needs_look.connect(self.show_activity)
        self.welcome.chosen.connect(self.open_library)
        self._commanding.library_chosen.connect(self._chosen)
        self._commanding.sample_chosen.connect(self._open_sample)
        self.commands.carry_out("close", self.close_library)
        self.commands.carry_out("search", self.toolbar.search.setFocus)
        self.commands.carry_out("activity", self.show_activity)
        self.commands.carry_out("forget-searches", self._resuming.forget_searches)
        self.addActions(list(self.commands))

    # Libraries --------------------------------------------------------------------------------

    def start(self, where: str | None, names: Sequence[str]) -> None:
        """Opens the library named, or the one opened last, and imports what else is named."""
        last = next(iter(self.settings.recent), None)
        if names:
            self._after_opening.append(named(names))
        if where is None and last is not None and (names or "://" in last or Path(last).exists()):
            where = last
        if where is not None:
            self.open_library(where)
        elif names:
            self.open_library(str(library_folder() / _OWN), create=True)

    def open_library(self, where: str, *, create: bool = False, writing: bool = True) -> None:
        """Opens a library off the GUI thread."""
        if "://" not in where:
            # Remembered as it is found from anywhere.
            where = str(Path(where).absolute())
        if self._is_open(where):
            self._fill_with_samples = False
            return
        self._opening.setText(self.tr("Opening {name}…").format(name=isolated(Path(where).stem)))
        self._middle.setCurrentWidget(self._opening)
        self.welcome.show_trouble("")

        def open_it() -> "tuple[Library, session.Session]":
            from workstation.library.library import Library  # noqa: PLC0415 - start-up stays light

            make = Library.open_or_create
            library = make(where) if create else Library.open(where, writing=writing)
            library.keep_columns()
            return library, session.left(library)

        self.desk.jobs.read(self, open_it, self._lay, lambda e: self._not_opened(where, e))

    def _is_open(self, where: str) -> bool:
        library = self.desk.library
        return library is not None and library.where == where and not library.read_only

    def close_library(self) -> None:
        """Closes the library and returns to the first screen."""
        self.desk.clear()
        self.desk.opened.emit()

    def _chosen(self, where: str, create: bool) -> None:
        self.open_library(where, create=create)

    def _open_sample(self) -> None:
        self._fill_with_samples = True
        self.open_library(str(library_folder() / _SAMPLE), create=True)

    def take(self, drop: Drop) -> None:
        """Opens a library that was dropped, and imports anything else."""
        dropped = libraries(drop.paths)
        if dropped:
            self.open_library(str(dropped[0]))
        elif self.desk.library is None and drop:
            self._after_opening.append(drop)
            self.open_library(str(library_folder() / _OWN), create=True)
        else:
            self.tasks.take(drop)

    def choose_look(self, wish: Wish) -> None:
        """Turns light or dark, and remembers it."""
        self.settings = replace(self.settings, theme=wish)
        self.settings.save()
        self.theme.choose(wish)

    def choose_language(self, code: str) -> None:
        """Remembers the language of the next start."""
        self.settings = replace(self.settings, language=code)
        self.settings.save()
        self.desk.notices.say(self.tr("The language changes when the program is started again."))

    def start_again(self) -> None:
        """Closes the window, and opens another one in a new process."""
        self.starts_again = True
        self.close()

    def show_activity(self) -> None:
        """Shows the jobs and the ledger."""
        if self.docks is not None:
            self.docks.raise_activity()

    def _lay(self, opened: "tuple[Library, session.Session]") -> None:
        library, left = opened
        library.refuse_thread(threading.get_ident())
        self._furnish()
        self.settings = self.settings.opened(library.where)
        self.settings.save()
        self.desk.lay(library)
        self._resuming.resume(left)

    def _not_opened(self, where: str, error: BaseException) -> None:
        self._fill_with_samples = False
        still_open = self.docks is not None and self.desk.library is not None
        if self.docks is not None and still_open:
            self._middle.setCurrentWidget(self.docks.room)
        else:
            self._show_welcome()
        if isinstance(error, LibraryLocked):
            self.desk.notices.warn(
                error.sentence,
                self.tr("Read only"),
                lambda: self.open_library(where, writing=False),
            )
        elif not isinstance(error, WorkstationError):
            self.crash.take_error(error)
        elif still_open:
            self.desk.notices.warn(error.sentence)
        else:
            self.welcome.show_trouble(error.sentence)

    def _furnish(self) -> None:
        if self.docks is None:
            from workstation.desktop.docks import Docks  # noqa: PLC0415 - start-up stays light

            self.docks = Docks(self, self.desk, self.theme, self.commands)
            self._arranging.take(self.docks)
            self.docks.other.dropped.connect(self.take)
            self._commanding.offering += (self._arranging.offered, self.docks.room.offered)
            self._resuming.take(self.docks)
            self.docks.scale(self.settings.zoom)
            self.preferring.furnish(self.docks)
            self._middle.addWidget(self.docks.room)
            self.docks.connect_to(self.commands)
            self.docks.activity.about.columns_asked.connect(self._commanding.mapping.ask_about)
            Rereading(self, self.desk, self.tasks).serve(self.docks.activity.about)

    def _opened(self) -> None:
        library = self.desk.library
        writing = library is not None and not library.read_only
        self.commands.enable(library=library is not None, writing=writing)
        if library is None or self.docks is None:
            self._show_welcome()
            return
        self.setWindowTitle(f"{shown(library.name)} — {QGuiApplication.applicationDisplayName()}")
        self._menus.show_recent(self.settings.recent, self.open_library)
        self._middle.setCurrentWidget(self.docks.room)
        self.toolbar.show()
        self.footer.show()
        self.docks.show()
        self._count()
        waiting, self._after_opening = self._after_opening, []
        if self._fill_with_samples:
            self._fill_with_samples = False
            self.tasks.fill_with_samples()
        else:
            self.tasks.go_on(waiting)

    def _show_welcome(self) -> None:
        self.setWindowTitle(QGuiApplication.applicationDisplayName())
        self.welcome.show_recent(self.settings.recent)
        self._menus.show_recent(self.settings.recent, self.open_library)
        self.commands.enable(library=False, writing=False)
        self._middle.setCurrentWidget(self.welcome)
        self.toolbar.hide()
        self.footer.hide()
        if self.docks is not None:
            self.docks.hide()

    def _dress(self) -> None:
        self.commands.dress(self.theme.icon)

    # The selection ----------------------------------------------------------------------------

    def _selection_changed(self) -> None:
        self.commands["back"].setEnabled(self.desk.selection.can_go_back)
        self.commands["forward"].setEnabled(self.desk.selection.can_go_forward)
        self._count()

    def _count(self) -> None:
        selection = self.desk.selection.value
        self.desk.ask(self.toolbar, tally.asked(selection), self._counted, self._not_counted)

    def _counted(self, counted: tally.Tally) -> None:
        self._commanding.tally = counted
        self.toolbar.show_tally(counted)
        self.footer.show_tally(counted)

    def _not_counted(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self.toolbar.show_problem(error.sentence)
        else:
            self.crash.take_error(error)

    def _invite(self, drop: Drop | None) -> None:
        library = self.desk.library
        self.welcome.invite(over=drop is not None)
        if drop is None or library is None:
            self._veil.hide()
        else:
            self._veil.invite(drop, read_only=library.read_only)

    def _complete(self, order: Order) -> None:
        if order.verb in ABOUT_OUTLETS:
            OutletWideDialog(self.desk, order, self).open()
        elif order.verb == "split":
            SplitDialog(self.desk, order, self).open()
        elif order.verb == "alias" and order.subject:
            AnotherNameDialog(self.desk, order, self).open()
        elif order.verb == "role":
            RoleDialog(self.desk, order, self).open()
        else:
            DecideDialog(self.desk, order, self).open()

    def _ask_meaning(self, words: Pointed, everywhere: bool) -> None:
        MeaningDialog(self.desk, words, self, everywhere=everywhere).open()

    def _ask_dates(self, chosen: Chosen) -> None:
        DatesDialog(self.desk, chosen, self).open()

    # What Qt calls ----------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What is dragged from here is in the library already.
        if event.source() is None and _takes(event.mimeData()):
            self._invite(held(event.mimeData()))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._invite(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._invite(None)
        if event.source() is not None:
            event.ignore()
            return
        # Whoever is told that its words were moved takes them away.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(held(event.mimeData()))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        place.remember(self)
        if self.docks is not None:
            self.settings = self.preferring.now
            if self.desk.library is not None:
                self.docks.save()
                self._resuming.save()
            self.docks.shut()
        self.settings.save()
        self._commanding.watching.stop()
        self.desk.shut(_PATIENCE)
        super().closeEvent(event)


def _takes(mime: QMimeData) -> bool:
    return bool(held(mime))
