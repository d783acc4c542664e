"""The saved searches of the open library: listed, opened, saved, renamed and deleted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from workstation.desktop.desk import Desk
from workstation.desktop.words import isolated, number, several
from workstation.domain.changes import Changes
from workstation.domain.search import Search
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.library.library import Reading, Writing
    from workstation.library.watchlists import Taken

_RECOUNT_MS: Final = 3_000
"""An import brings articles several times a second, and a watchlist has hundreds of searches."""


class Saved(QObject):
    """Knows every saved search with its numbers, also when another writer changes them."""

    changed = Signal()
    """There are other searches, or other numbers."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.searches: tuple[Search, ...] = ()
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self._ask)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._follow)

    @property
    def new(self) -> int:
        """How many articles are new, each search counted by itself."""
        return sum(search.new for search in self.searches)

    def groups(self) -> dict[str, list[Search]]:
        """The searches by the watchlist they came with."""
        found: dict[str, list[Search]] = {}
        for search in self.searches:
            found.setdefault(search.group, []).append(search)
        return found

    def open(self, search: Search) -> None:
        """Selects what a search says; what is read, picked and counted by stays."""
        now = self._desk.selection.value
        kept = replace(search.selection, picked=now.picked, focus=now.focus, unit=now.unit)
        self._desk.selection.become(kept)
        library = self._desk.library
        if search.new and library is not None and not library.read_only:
            from workstation.library import searches  # noqa: PLC0415 - start-up stays light

            self._write(lambda writing: searches.note_opened(writing, search.address))

    def save(self, name: str) -> None:
        """Saves the present selection under a name."""
        from workstation.library import searches  # noqa: PLC0415 - start-up stays light

        selection = self._desk.selection.value
        told = self.tr("Saved as {name}.").format(name=isolated(name.strip()))
        self._write(lambda writing: searches.save(writing, name, selection), told)

    def rename(self, search: Search, name: str) -> None:
        """Gives a search another name."""
        from workstation.library import searches  # noqa: PLC0415 - start-up stays light

        self._write(lambda writing: searches.rename(writing, search.address, name))

    def delete(self, search: Search) -> None:
        """Deletes a search, which the notice brings back."""
        from workstation.library import searches  # noqa: PLC0415 - start-up stays light

        def restore() -> None:
            name, group = search.name, search.group
            self._write(lambda writing: searches.save(writing, name, search.selection, group=group))

        told = self.tr("Deleted the search {name}.").format(name=isolated(search.name))
        self._write(lambda writing: searches.remove(writing, search.address), told, restore)

    def take(self, file: Path) -> None:
        """Saves a search for each line of a watchlist."""
        from workstation.library import watchlists  # noqa: PLC0415 - start-up stays light

        library = self._desk.library
        if library is None:
            return

        def take() -> "Taken":
            raw = watchlists.bytes_of(file)
            with library.write() as writing:
                return watchlists.take(writing, raw, file.name)

        self._desk.jobs.write(take, lambda taken: self._tell(file.name, taken), self._warn)

    def _tell(self, name: str, taken: "Taken") -> None:
        one = self.tr("{n} search is saved in the watchlist {name}.")
        many = self.tr("{n} searches are saved in the watchlist {name}.")
        told = several(taken.saved, one, many, name=isolated(name))
        if taken.remarks:
            first, left = taken.remarks[0], len(taken.remarks)
            why = self.tr("{left} left out; line {line}: {words}")
            words = isolated(first.words)
            told += " " + why.format(left=number(left), line=number(first.line), words=words)
        self._desk.notices.say(told)

    def _write(
        self,
        act: "Callable[[Writing], object]",
        told: str = "",
        undo: Callable[[], None] | None = None,
    ) -> None:
        library = self._desk.library
        if library is None:
            return

        def write() -> None:
            with library.write() as writing:
                act(writing)

        def tell(_nothing: object) -> None:
            if told:
                self._desk.notices.say(told, self.tr("Undo") if undo else "", undo)

        self._desk.jobs.write(write, tell, self._warn)

    def _opened(self) -> None:
        self._take(())
        self._ask()

    def _follow(self, changes: Changes) -> None:
        if "searches" in changes.kinds:
            self._ask()
        elif changes and self.searches and not self._recount.isActive():
            self._recount.start()

    def _ask(self) -> None:
        self._desk.ask(self, _listed, self._take, self._warn)

    def _take(self, searches: tuple[Search, ...]) -> None:
        if searches != self.searches:
            self.searches = searches
            self.changed.emit()

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._desk.notices.warn(error.sentence)
            # Whoever shows what was wanted shows what is.
            self.changed.emit()
        else:
            self._desk.jobs.broke.emit(error)


def _listed(reading: "Reading") -> tuple[Search, ...]:
    from workstation.library import searches  # noqa: PLC0415 - start-up stays light

    return tuple(searches.listed(reading))
