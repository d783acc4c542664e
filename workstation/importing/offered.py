"""Files that are about to be read: offered by somebody, or left by a stopped import."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import quote_from_bytes, unquote_to_bytes

import msgspec

from workstation import limits
from workstation.domain.ledger import Entry
from workstation.errors import Refused
from workstation.importing.folders import shown_path
from workstation.importing.options import Options
from workstation.library import ledger, originals
from workstation.library.library import Library, Writing

_OPTIONS: Final = msgspec.json.Decoder(Options).decode


def plan(library: Library, paths: Sequence[Path], options: Options) -> list[Offered]:
    """The files, each with a row that says where it is: who is stopped before it finds it there."""
    shown = [(shown_path(path), _where(path)) for path in paths]
    with library.write() as writing:
        rows = ledger.plan(writing, shown, given=_given(options))
    return [Offered(library, path, options, row) for path, row in zip(paths, rows, strict=True)]


def left(library: Library, entries: Sequence[Entry]) -> list[Offered | Kept]:
    """The files of open rows, from where they are or were stored."""
    return [
        Offered(library, _path(entry.waiting), options_of(entry), entry.id, shown=entry.file)
        if entry.waiting
        else Kept(library, entry)
        for entry in entries
    ]


def options_of(entry: Entry) -> Options:
    """What the user said of a file when it was offered."""
    return _OPTIONS(entry.given) if entry.given else Options()


def _given(options: Options) -> str:
    return msgspec.json.encode(options).decode()


def _where(path: Path) -> str:
    return quote_from_bytes(os.fsencode(path.absolute()))


def _path(where: str) -> Path:
    return Path(os.fsdecode(unquote_to_bytes(where)))


class Offered:
    """A file somebody offers."""

    def __init__(
        self, library: Library, path: Path, options: Options, row: int, *, shown: str = ""
    ) -> None:
        self._library = library
        self._path = path
        self._row = row
        self.options = options
        self.shown = shown or shown_path(path)
        self.name = PurePath(self.shown).name

    def enter(self) -> Entry:
        """Stores the original and opens its row.

        Raises:
            Refused: there is no such file, or it cannot be kept.
        """
        size = self._size()
        sha256 = originals.store(self._library, self._path)
        with self._library.write() as writing:
            originals.note(writing, sha256, name=self.shown, size=size)
            given = _given(self.options)
            return ledger.offer(writing, self.shown, sha256, given=given, planned=self._row)

    def row(self, writing: Writing) -> Entry:
        """A row for a file that was never stored."""
        return ledger.offer(writing, self.shown, "", planned=self._row)

    def _size(self) -> int:
        try:
            size = self._path.stat().st_size
        except (OSError, ValueError) as error:
            raise Refused(
                "There is no such file, or it may not be looked at.",
                "Check its name and its rights.",
                code="missing",
            ) from error
        if self._path.is_dir():
            raise Refused(
                "The folder cannot be opened, or lies in too many others.",
                "Check your rights to it, or give it by itself.",
                code="folder",
            )
        if not self._path.is_file():
            raise Refused("This is no file.", "Give files and folders.", code="not-a-file")
        if size > limits.READER_FILE_BYTES:
            raise Refused(
                f"The file is larger than {limits.READER_FILE_BYTES >> 30} GB.",
                "Split it and import the parts.",
                code="too-large",
            )
        return size


class Kept:
    """A file whose original the library holds already."""

    def __init__(self, library: Library, entry: Entry) -> None:
        self._library = library
        self._entry = entry
        self.options = options_of(entry)
        source = self.options.source
        self.name = source.name if source else PurePath(entry.file).name

    def enter(self) -> Entry:
        """The row that was left open.

        Raises:
            Refused: the original is gone.
        """
        if not originals.path(self._library, self._entry.sha256).is_file():
            raise Refused(
                "The import was stopped, and the stored file is gone.",
                "Import it again.",
                code="missing",
            )
        return self._entry

    def row(self, _writing: Writing) -> Entry:
        """The row that was left open."""
        return self._entry
