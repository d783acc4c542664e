"""What every format must offer, and which reader a file gets."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, Protocol, runtime_checkable

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing import readers
from workstation.importing.columns import Cell
from workstation.importing.facts import cut_draft
from workstation.importing.profiles import NOTHING_SAID, Said

_LOCK = "~$"


class Reader(Protocol):
    """Reads one format; each module of `readers/` has one as `READER`."""

    name: str
    version: int
    """Goes up when the same file would be read differently."""
    precedence: int
    """Lower is asked first: 10 for a signature in the bytes, 50 for marks in a text, 90 for any."""

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a file that begins with `head` is of this format.

        The content decides; the name only where the content fits several formats.
        """
        ...

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """The articles of a file; None only says that the work goes on.

        Raises:
            Refused: no article can be read, or no further one; those yielded before are kept.
        """
        ...


@runtime_checkable
class Inspector(Reader, Protocol):
    """A reader whose format hides in a container that others read too: it has to look inside."""

    def accepts(self, file: BinaryIO) -> bool:
        """Whether a file that it recognises by its beginning is its own all the same."""
        ...


@runtime_checkable
class ColumnReader(Reader, Protocol):
    """A reader of tables, whose columns the user may name."""

    def read_columns(self, file: BinaryIO, name: str, said: Said) -> Iterator[Draft | None]:
        """As `read`, with what is said of the columns."""
        ...

    def tables(self, file: BinaryIO) -> Iterator[Iterator[Sequence[Cell]]]:
        """The rows of each table.

        Raises:
            Refused: as `read`; also while the rows are gone through.
        """
        ...


@cache
def all_readers() -> tuple[Reader, ...]:
    """The readers of all formats, in the order they are asked."""
    modules = (
        import_module(f"{readers.__name__}.{module.name}")
        for module in pkgutil.iter_modules(readers.__path__)
    )
    found: list[Reader] = [module.READER for module in modules]
    return tuple(sorted(found, key=lambda reader: (reader.precedence, reader.name)))


def readers_for(file: BinaryIO, name: str) -> Iterator[Reader]:
    """The readers that know a file, which is rewound, best first.

    Raises:
        Refused: the file is empty, or only the lock of one.
    """
    if PurePath(name).name.startswith(_LOCK):
        raise Refused(
            "It is no document, but what an office program leaves beside one that is open.",
            "Close the document and import it.",
            code="lock",
        )
    file.seek(0)
    head = file.read(limits.HEAD_BYTES)
    file.seek(0)
    if not head.strip():
        raise Refused("The file is empty.", code="empty")
    for reader in all_readers():
        if reader.recognises(head, name) and _accepted(reader, file):
            yield reader


def reader_for(file: BinaryIO, name: str, *, wanted: str = "") -> Reader:
    """The reader for a file, which is rewound: the one that is `wanted`, else the first.

    Raises:
        Refused: the file is empty, of a format that nobody here reads, or not for that reader.
    """
    others = []
    for reader in readers_for(file, name):
        if wanted in {"", reader.name}:
            return reader
        others.append(reader.name)
    if others:
        raise Refused(
            f"The reader “{wanted}” does not know this file.",
            f"These do: {', '.join(others)}.",
            code="other-reader",
        )
    head = file.read(limits.HEAD_BYTES)
    file.seek(0)
    raise Refused(
        f"The file is {_kind(head)}, which cannot be read yet.",
        "Save its text as a Word document, a web page, a PDF or plain text.",
        code="unknown-format",
    )


def _accepted(reader: Reader, file: BinaryIO) -> bool:
    if not isinstance(reader, Inspector):
        return True
    try:
        return reader.accepts(file)
    finally:
        file.seek(0)


def read_articles(
    reader: Reader, file: BinaryIO, name: str, said: Said = NOTHING_SAID
) -> Iterator[Draft | None]:
    """What the reader finds, each text cut to the length an article may have.

    Raises:
        Refused: as the reader; also after the last article if a text had to be cut.
    """
    cut = False
    if isinstance(reader, ColumnReader):
        found = reader.read_columns(file, name, said)
    else:
        found = reader.read(file, name)
    for draft in found:
        if draft is None:
            yield None
            continue
        kept, shortened = cut_draft(draft)
        cut |= shortened
        yield kept
    if cut:
        raise Refused(
            f"The text is longer than {limits.ARTICLE_CHARACTERS:,} characters; "
            "only its beginning was read.",
            "Split the file and import the parts.",
            code="too-long",
        )


_KINDS = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"SQLite format 3", "a database"),
    (b"<?xml", "an XML document"),
)


def _kind(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((kind for sign, kind in _KINDS if start.startswith(sign)), "of an unknown format")
