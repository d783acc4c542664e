"""Tables are looked at before they are imported: a doubtful guess is worth a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal

from workstation.desktop.desk import Desk
from workstation.domain.progress import Progress, Tell
from workstation.errors import Refused, WorkstationError

if TYPE_CHECKING:
    from workstation.importing.glimpse import Glimpse

_MOST: Final = 20
"""Tables of one drop that are looked at: whoever drops more does not want to be asked."""


@dataclass(slots=True)
class _Seen:
    """What came of looking at tables."""

    sure: list[Path] = field(default_factory=list)
    doubtful: dict[tuple[str, ...], list[Path]] = field(default_factory=dict)
    """Those to be asked about, by their labels."""


class DoubtfulTables(QObject):
    """Splits what is dropped into files to be imported and tables to be asked about."""

    found = Signal(object)
    """Tables with the same labels whose columns were guessed, and not well."""

    def __init__(
        self, desk: Desk, take: Callable[[Sequence[Path]], None], parent: QObject | None = None
    ) -> None:
        """`take` imports files without a question."""
        super().__init__(parent)
        self._desk = desk
        self._take = take

    def offer(self, paths: Sequence[Path]) -> None:
        """Imports files, but asks about doubtful tables first."""
        from workstation.importing import looking  # noqa: PLC0415 - start-up stays light

        library = self._desk.library
        tables = [path for path in paths if looking.may_be_table(path)]
        if library is None or library.read_only or not 0 < len(tables) <= _MOST:
            self._take(paths)
            return
        rest = [path for path in paths if path not in tables]
        if rest:
            self._take(rest)

        def done(seen: object) -> None:
            if not job.cancelled:
                self._sort(cast("_Seen", seen))

        def fail(error: BaseException) -> None:
            # What cannot be looked at is read as it is, which says what is wrong.
            self._take(tables)
            if not isinstance(error, WorkstationError):
                self._desk.jobs.broke.emit(error)

        job = self._desk.jobs.start(
            self.tr("Looking at tables"),
            lambda tell, cancelled: _look(tables, tell, cancelled),
            done,
            fail,
        )

    def _sort(self, seen: _Seen) -> None:
        if seen.sure:
            self._take(seen.sure)
        for group in seen.doubtful.values():
            self.found.emit(group)


def _look(tables: Sequence[Path], tell: Tell, cancelled: Event) -> _Seen:
    from workstation.importing.looking import Spyglass  # noqa: PLC0415 - start-up stays light

    seen = _Seen()
    with Spyglass() as spyglass:
        for done, path in enumerate(tables):
            tell(Progress("Looking at tables", "files", done, len(tables)))
            try:
                glimpse = spyglass.at_file(path, cancelled=cancelled)
            except Refused:
                seen.sure.append(path)
                continue
            if _is_doubtful(glimpse):
                seen.doubtful.setdefault(glimpse.labels, []).append(path)
            else:
                seen.sure.append(path)
    return seen


def _is_doubtful(glimpse: "Glimpse") -> bool:
    return bool(glimpse.doubts or not glimpse.drafts)
