"""What an import brought, told in a notice, and shown where there is something to show."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from workstation.desktop.desk import Desk
from workstation.desktop.words import several, shown
from workstation.domain.ledger import Entry
from workstation.domain.selection import Selection
from workstation.limits import LIST_ROWS


class Arrivals(QObject):
    """Tells how imports ended."""

    needs_look = Signal()
    """Files were refused, read in part, or more than a list shows: the ledger says which."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def tell(self, entries: Sequence[Entry]) -> None:
        """Says what became of files; of a single one that was refused, why."""
        new = [n for e in entries if e.verdict in {"imported", "partly"} for n in e.articles]
        known = sum(e.verdict == "duplicate" for e in entries)
        wrong = [e for e in entries if e.verdict in {"refused", "partly"}]
        one = self.tr("1 article imported.")
        words = [several(len(new), one, self.tr("{n} articles imported."))]
        if known:
            one = self.tr("1 file was in the library already.")
            words.append(several(known, one, self.tr("{n} files were in the library already.")))
        if wrong:
            one = self.tr("1 file could not be read in full.")
            words.append(several(len(wrong), one, self.tr("{n} files could not be read in full.")))
            if len(entries) == 1 and not new:
                words = [shown(wrong[0].message)]
            self._desk.notices.warn(" ".join(words), self.tr("Show"), self.needs_look.emit)
        elif new:
            self._desk.notices.say(" ".join(words), self.tr("Show"), partial(self._show, new))
        else:
            self._desk.notices.say(" ".join(words))

    def give_up(self) -> None:
        """Gives what a stopped import left unread its verdict, so that nobody takes it for read."""
        library = self._desk.library
        if library is None:
            return
        from workstation.library import ledger  # noqa: PLC0415 - start-up stays light

        said = self.tr("The import was stopped before this file was read. Read it again.")

        def write() -> int:
            with library.write() as writing:
                return ledger.give_up(writing, said)

        def done(left: int) -> None:
            if left:
                one = self.tr("Stopped. 1 file was not read.")
                words = several(left, one, self.tr("Stopped. {n} files were not read."))
                self._desk.notices.warn(words, self.tr("Show"), self.needs_look.emit)

        self._desk.jobs.write(write, done)

    def _show(self, new: list[int]) -> None:
        selection = self._desk.selection
        if len(new) > LIST_ROWS:
            self.needs_look.emit()
        elif len(new) == 1:
            selection.change(focus=new[0])
        else:
            only = Selection().with_facet("article", tuple(map(str, new)))
            selection.become(replace(only, picked=selection.value.picked, focus=new[0]))
