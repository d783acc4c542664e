"""The long jobs a user starts from the window: importing, tagging, reporting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from workstation.desktop.arrivals import Arrivals
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.report import Depth
from workstation.desktop.doubtful import DoubtfulTables
from workstation.desktop.drops import Drop, Scrap, hosts
from workstation.desktop.jobs import Work
from workstation.desktop.words import isolated, number, shown
from workstation.domain.changes import Changes
from workstation.domain.ledger import ERASED, Entry
from workstation.domain.progress import Tell
from workstation.domain.selection import Selection
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.importing.options import Options
    from workstation.library.library import Library


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report shall say, and where it goes."""

    target: Path
    title: str
    articles: Depth
    selection: Selection
    notes: bool = False


class Tasks(QObject):
    """Starts long jobs on the open library, and says how they ended."""

    needs_look = Signal()
    """Files were refused, read in part, or more than a list shows: the ledger says which."""
    needs_pipeline = Signal()
    """Articles wait for a pipeline that cannot be used here, and the user asked which."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.workers = 0
        """Processes that tag at the same time; 0 leaves one core to the window."""
        self._tagging = False
        self._tag_again = False
        self._importing = 0
        self._in_turn: list[Path] = []
        self._told: tuple[str, ...] = ()
        self.tables = DoubtfulTables(desk, self.import_paths, self)
        self._arrivals = Arrivals(desk, self)
        self._arrivals.needs_look.connect(self.needs_look)
        desk.opened.connect(self._forget)
        desk.changed.connect(self._follow)

    def take(self, drop: Drop) -> None:
        """Imports what was dropped or pasted."""
        if drop.picture:
            told = self.tr("A picture cannot be read. Paste its text, a link, or files.")
            self._desk.notices.warn(told)
        if drop.paths:
            self.tables.offer(drop.paths)
        if drop.links:
            self.fetch(drop.links)
        if drop.text.strip() or drop.page:
            scrap = Scrap(drop)
            self.import_paths((scrap.path,), after=scrap.throw_away)

    def fetch(self, links: Sequence[str]) -> None:
        """Fetches pages and imports them; only those of the open internet are asked for."""
        library = self._writable()
        if library is None:
            return
        asked = hosts(links)
        if len(asked) == 1:
            words = self.tr("Asking {host} for the page…").format(host=isolated(asked[0]))
        else:
            words = self.tr("Asking {n} hosts for their pages…").format(n=number(len(asked)))
        if asked:
            self._desk.notices.say(words)

        def work(tell: Tell, cancelled: Event) -> object:
            from workstation.importing.links import import_links  # noqa: PLC0415 - not at start

            return import_links(library, links, tell=tell, cancelled=cancelled)

        self.start_import(self.tr("Fetching"), work, self.tag)

    def go_on(self, drops: Sequence[Drop] = ()) -> None:
        """Finishes what was begun when the library was open last, then takes what was dropped."""
        library = self._desk.library
        if library is None or library.read_only:
            self._take_all(drops)
            return
        from workstation.library import ledger  # noqa: PLC0415 - start-up stays light

        self._desk.ask(self, ledger.unfinished, lambda left: self._finish(left, drops))

    def _finish(self, left: list[Entry], drops: Sequence[Drop]) -> None:
        library = self._desk.library
        if library is None or not left:
            self._take_all(drops)
            return

        def work(tell: Tell, cancelled: Event) -> object:
            from workstation.importing import importer  # noqa: PLC0415 - start-up stays light

            return importer.resume(library, tell=tell, cancelled=cancelled)

        self.start_import(
            self.tr("Finishing the last import"),
            work,
            lambda: self._take_all(drops) if self._desk.library is library else None,
        )

    def _take_all(self, drops: Sequence[Drop]) -> None:
        for drop in drops:
            self.take(drop)
        if not drops:
            self.tag()

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        after: Callable[[], None] = lambda: None,
        options: "Options | None" = None,
    ) -> None:
        """Imports files and folders, then tags what came."""
        library = self._writable()
        if library is None:
            after()
            return
        from workstation.importing.options import NOTHING_SAID  # noqa: PLC0415 - not at start

        given = options or NOTHING_SAID

        def work(tell: Tell, cancelled: Event) -> object:
            # Loaded here: the window would stand still for a tenth of a second.
            from workstation.importing import importer  # noqa: PLC0415

            return importer.import_paths(
                library, paths, options=given, tell=tell, cancelled=cancelled
            )

        def ended() -> None:
            after()
            self.tag()

        def offer(entries: list[Entry]) -> bool:
            return not given.erased and self._offer_erased(paths, given, entries)

        self.start_import(self.tr("Importing"), work, ended, offer)

    def _offer_erased(
        self, paths: Sequence[Path], options: "Options", entries: Sequence[Entry]
    ) -> bool:
        """Asks whether articles that were erased are to come back; whether there are any."""
        erased = [entry for entry in entries if entry.code == ERASED]
        there = [path for path in paths if path.exists()]
        if not erased:
            return False
        again = replace(options, erased=True)
        self._desk.notices.warn(
            shown(erased[0].message),
            self.tr("Import all the same") if there else "",
            partial(self.import_paths, there, options=again) if there else None,
        )
        return True

    def import_in_turn(self, paths: Sequence[Path]) -> None:
        """Imports files once no other import runs, which may be about to read the same ones."""
        if self._importing:
            self._in_turn.extend(paths)
        else:
            self.import_paths(paths)

    def start_import(
        self,
        name: str,
        work: Work,
        ended: Callable[[], None],
        told: Callable[[list[Entry]], bool] = lambda _entries: False,
    ) -> None:
        """Starts a job that gives rows of the ledger; `ended` comes first, however it ends.

        One whose library was closed is not told of: it goes on when that is opened again.
        """
        library = self._desk.library
        self._importing += 1

        def over() -> bool:
            self._importing -= 1
            there = self._desk.library is library
            if there and job.cancelled and not self._importing:
                self._arrivals.give_up()
            ended()
            waiting, self._in_turn = self._in_turn, []
            if waiting:
                self.import_in_turn(waiting)
            return there

        def done(entries: object) -> None:
            found = cast("list[Entry]", entries)
            if over() and not told(found):
                self._arrivals.tell(found)

        def fail(error: BaseException) -> None:
            if over() or not isinstance(error, WorkstationError):
                self._warn(error)

        job = self._desk.jobs.start(name, work, done, fail)

    def fill_with_samples(self) -> None:
        """Fills the open library with the sample articles."""
        library = self._writable()
        if library is None:
            return

        def work(tell: Tell, cancelled: Event) -> object:
            from workstation import sample  # noqa: PLC0415 - start-up stays light

            return sample.fill(library, tell=tell, cancelled=cancelled)

        self._start_tagging(self.tr("Filling the sample library"), work)

    def tag(self) -> None:
        """Tags what is not tagged yet; a run that is under way is followed by another."""
        library = self._desk.library
        if library is None or library.read_only:
            return
        if self._tagging:
            self._tag_again = True
            return
        from workstation.tagging import tagger  # noqa: PLC0415 - start-up stays light

        workers = self.workers
        self._start_tagging(
            self.tr("Tagging"),
            lambda tell, cancelled: tagger.tag(
                library, jobs=workers, tell=tell, cancelled=cancelled
            ),
        )

    def _start_tagging(self, name: str, work: Work) -> None:
        library = self._desk.library
        self._tagging = True

        def done(tagged: object) -> None:
            if self._desk.library is library:
                self._tagged(tagged)

        def fail(error: BaseException) -> None:
            if self._desk.library is library:
                self._tagging_failed(error)
            elif not isinstance(error, WorkstationError):
                self._warn(error)

        self._desk.jobs.start(name, work, done, fail)

    def _follow(self, changes: Changes) -> None:
        """A decision may give an actor a name that stands in articles nobody found it in."""
        library = self._desk.library
        if not changes.kinds & {"decisions", "texts"} or library is None or library.read_only:
            return
        from workstation.tagging import tagger  # noqa: PLC0415 - start-up stays light

        self._desk.ask("names", tagger.waits, lambda left: self.tag() if left else None)

    def report(self, wanted: Wanted) -> None:
        """Writes a report of a selection."""
        library = self._desk.library
        if library is None:
            return

        def write(_tell: object, cancelled: Event) -> bool:
            from workstation.reporting import pdf, report  # noqa: PLC0415 - start-up stays light

            specification = report.Specification(
                selection=wanted.selection,
                issued=datetime.now(library.zone).date(),
                title=wanted.title,
                articles=wanted.articles,
                library=library.name,
                notes=wanted.notes,
            )
            with library.read() as reading:
                built = report.build(reading, specification)
            return pdf.write_pdf(built, wanted.target, cancelled=cancelled)

        def done(written: object) -> None:
            if written:
                said = self.tr("The report is written: {name}.")
                self._desk.notices.say(
                    said.format(name=isolated(wanted.target.name)),
                    self.tr("Open"),
                    partial(_open, wanted.target),
                )

        self._desk.jobs.start(self.tr("Writing the report"), write, done, self._warn)

    # ------------------------------------------------------------------------------------------

    def _writable(self) -> "Library | None":
        library = self._desk.library
        if library is not None and library.read_only:
            self._desk.notices.warn(
                self.tr("“{name}” can only be read, so nothing can be imported into it.").format(
                    name=isolated(library.name)
                )
            )
            return None
        return library

    def _tagged(self, done: object) -> None:
        from workstation.tagging.tagger import Tagged  # noqa: PLC0415 - start-up stays light

        self._tagging = False
        waiting = done.waiting if isinstance(done, Tagged) else ()
        # Said once, and not after every decision.
        if waiting and waiting != self._told:
            told = " ".join(map(shown, waiting))
            self._desk.notices.warn(told, self.tr("Pipelines…"), self.needs_pipeline.emit)
        self._told = waiting
        if self._tag_again:
            self._tag_again = False
            self.tag()

    def _tagging_failed(self, error: BaseException) -> None:
        self._tagging = self._tag_again = False
        self._warn(error)

    def _forget(self) -> None:
        self._tagging = self._tag_again = False
        self._in_turn = []
        self._told = ()

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._desk.notices.warn(error.sentence)
        else:
            self._desk.jobs.broke.emit(error)


def _open(target: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
