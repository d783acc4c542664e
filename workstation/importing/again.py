"""Files are read again from the originals that the library kept, as they were or otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from threading import Event

import msgspec

from workstation.domain.encoding import encoding_named
from workstation.domain.ledger import BETWEEN, Entry
from workstation.domain.progress import Tell, nobody
from workstation.errors import Unreadable
from workstation.importing.handed import Wanted, decode_handed, encode
from workstation.importing.importer import crew_of_readers, read_kept
from workstation.importing.offered import options_of
from workstation.library import ledger, originals
from workstation.library.library import Library, Writing
from workstation.processes.requests import Part, Request


@dataclass(frozen=True, slots=True)
class Otherwise:
    """How a file is to be read from now on; "" and () leave it to the program."""

    encoding: str = ""
    reader: str = ""
    columns: tuple[tuple[str, str], ...] = ()

    def checked(self) -> Otherwise:
        """The same, with the name that the encoding has here.

        Raises:
            Unreadable: there is no such encoding.
        """
        return replace(self, encoding=self.encoding and encoding_named(self.encoding))


def read_again(
    library: Library,
    entries: Sequence[Entry],
    *,
    otherwise: Otherwise | None = None,
    jobs: int = 0,
    tell: Tell = nobody,
    cancelled: Event | None = None,
) -> list[Entry]:
    """Reads files again, and returns their new rows; the old ones stay.

    Each is read as it was for its row, or `otherwise`; what was never stored is looked for where it
    was. An article that it gave before gets another version; nothing is deleted. Of an archive in
    which a row's file stands, only that is read.

    Raises:
        Unreadable: there is no such encoding, or no original of a file is kept.
        WorkstationError: as `import_paths`.
    """
    library.expect_writable()
    how = otherwise and otherwise.checked()
    with library.write() as writing:
        stored = [entry for entry in entries if not entry.waiting]
        rows = [_offer(library, writing, entry, how) for entry in stored]
        rows += _planned(writing, [entry for entry in entries if entry.waiting])
    return read_kept(library, rows, jobs=jobs, tell=tell, cancelled=cancelled)


def readers_of(library: Library, entry: Entry, *, cancelled: Event | None = None) -> list[str]:
    """The readers that know a file, best first; none for an archive.

    Raises:
        Unreadable: its original is not kept.
        WorkstationError: no reader process comes up.
    """
    _expect_kept(library, entry)
    with (
        originals.reading(library, entry.sha256) as file,
        crew_of_readers(1) as crew,
    ):
        wanted = Wanted(PurePath(entry.file).name, ask=True)
        asked = [Request(entry.id, encode(wanted), file.fileno())]
        parts = [it for it in crew.run(asked, cancelled) if isinstance(it, Part)]
        return [decode_handed(part.payload).reader for part in parts]


def _planned(writing: Writing, entries: Sequence[Entry]) -> list[Entry]:
    """New rows for files that were never stored."""
    said: dict[str, dict[str, str]] = {}
    for entry in entries:
        said.setdefault(entry.given, {})[entry.waiting] = entry.file
    rows: list[int] = []
    for given, files in said.items():
        rows += ledger.plan(writing, [(name, where) for where, name in files.items()], given=given)
    return ledger.newest(writing, rows)


def _offer(library: Library, writing: Writing, entry: Entry, how: Otherwise | None) -> Entry:
    _expect_kept(library, entry)
    options = replace(options_of(entry), again=entry.id, member=entry.member)
    if how is not None:
        columns = how.columns or options.columns
        options = replace(options, encoding=how.encoding, reader=how.reader, columns=columns)
    whole = entry.file.partition(BETWEEN)[0] if entry.member else entry.file
    given = msgspec.json.encode(options).decode()
    return ledger.offer_again(writing, whole, entry.sha256, given=given)


def _expect_kept(library: Library, entry: Entry) -> None:
    if not entry.sha256 or not originals.path(library, entry.sha256).is_file():
        raise Unreadable(
            f"The library keeps no original of “{PurePath(entry.file).name}”.",
            "Import it again.",
            code="missing",
        )
