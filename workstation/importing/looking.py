"""Looking at tables before they are imported, or read again with other columns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path, PurePath
from threading import Event, Lock
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from workstation.domain.ledger import BETWEEN, Entry
from workstation.errors import Refused
from workstation.importing import profiles
from workstation.importing.columns import Given
from workstation.importing.glimpse import Glimpse, Look, decode_glimpse
from workstation.importing.offered import options_of
from workstation.library import originals
from workstation.library.library import Library
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Part, Request

_ENTRY = "workstation.importing.showing:serve"
_CONFINE = "workstation.processes.doors:shut"
_NAMES = frozenset(
    (".csv", ".tsv", ".tab", ".xlsx", ".xls", ".xlsb", ".ods", ".json", ".jsonl", ".ndjson")
)


def may_be_table(path: Path) -> bool:
    """Whether a file is called as tables are."""
    return path.suffix.lower() in _NAMES


class Spyglass:
    """Looks at tables, one after the other, in a confined process that stays till put away."""

    def __init__(self) -> None:
        self._turn = Lock()
        known = profiles.encode(profiles.saved())
        self._crew = Crew(_ENTRY, setup=known, confine=_CONFINE)

    def at_file(
        self,
        path: Path,
        given: Given = (),
        *,
        plain: bool = False,
        cancelled: Event | None = None,
    ) -> Glimpse:
        """How a file that nobody has imported yet is understood; `plain` without saved mappings.

        Raises:
            Refused: it is no table, or cannot be read.
            ProcessesFailed: no process comes up.
        """
        return self._look(_opened(path), Look(path.name, given=given, plain=plain), cancelled)

    def at_entry(
        self, library: Library, entry: Entry, given: Given | None = None, *, plain: bool = False
    ) -> Glimpse:
        """How the kept original of a row is understood, as it was for the row or as `given` says.

        Raises:
            Refused: it is no table, or cannot be read.
            ProcessesFailed: no process comes up.
        """
        options = options_of(entry)
        whole = entry.file.partition(BETWEEN)[0] if entry.member else entry.file
        look = Look(
            options.source.name if options.source else PurePath(whole).name,
            entry.member,
            options.columns if given is None else given,
            plain,
            options.encoding,
            options.reader,
        )
        return self._look(originals.reading(library, entry.sha256), look, None)

    def put_away(self) -> None:
        """Ends the process, once it has looked."""
        with self._turn:
            self._crew.close()

    def _look(
        self,
        opened: AbstractContextManager[BinaryIO],
        look: Look,
        cancelled: Event | None,
    ) -> Glimpse:
        raw = b""
        with self._turn, opened as file:
            request = Request(0, msgspec.msgpack.encode(look), file.fileno())
            for outcome in self._crew.run([request], cancelled):
                if isinstance(outcome, Part):
                    raw = outcome.payload
                elif outcome.verdict != "done":
                    raise _refused(outcome)
        try:
            return decode_glimpse(raw)
        except (msgspec.MsgspecError, ValueError) as error:
            raise _refused(End(0, "broken")) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.put_away()


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise Refused(
            f"“{path.name}” cannot be opened.", "Check its name and its rights.", code="missing"
        ) from error


def _refused(end: End) -> Refused:
    if end.verdict == "refused":
        return Refused(end.what_happened, end.what_you_can_do, code=end.code)
    return Refused(
        "The table could not be looked at.",
        "The file may be damaged: open it in the program it was made with and save it again.",
        code=f"reader-{end.verdict}",
    )
