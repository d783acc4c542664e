"""The files in archives: ZIP, tar, and files packed one by one."""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import tarfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, BinaryIO, Self, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from workstation import limits
from workstation.domain.clean import clean_line
from workstation.domain.encoding import decode
from workstation.errors import Refused
from workstation.importing.archive import damaged, encrypted, unpacked
from workstation.importing.folders import is_left_out

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ZIP = b"PK\x03\x04"
_TAR_AT, _TAR = 257, b"ustar"
_PACKED = {b"\x1f\x8b": ".gz", b"BZh": ".bz2", b"\xfd7zXZ\x00": ".xz"}
# Formats that are read here and there, which a packed file cannot be.
_WITH_PLACES = (_ZIP, b"%PDF-", b"\xd0\xcf\x11\xe0")
_CHUNK = 1 << 18
_RECORDS = "archive/"
_WIDE_NAME = 0x800
_BROKEN = (
    BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError,
    LookupError, NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip


_OPENED: dict[str, Callable[[BinaryIO], IO[bytes]]] = {
    ".gz": lambda file: cast("IO[bytes]", gzip.GzipFile(fileobj=file, mode="rb")),
    ".bz2": lambda file: cast("IO[bytes]", bz2.BZ2File(file)),
    ".xz": lambda file: cast("IO[bytes]", lzma.LZMAFile(file)),  # noqa: SIM115 - closed by nobody
}


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, by the name it has there; without content if it may not be read."""

    name: str
    content: bytes = b""
    refusal: Refused | None = None
    stream: BinaryIO | None = None
    """What is in it, instead of its content, where that is too long to stand in memory."""

    def file(self) -> BinaryIO:
        """What is in it.

        Raises:
            Refused: it may not be read; also while a long one is.
        """
        if self.refusal is not None:
            raise self.refusal
        return BytesIO(self.content) if self.stream is None else self.stream


@dataclass(slots=True)
class Budget:
    """What an archive may still unpack to, with the archives in it."""

    members: int = limits.ARCHIVE_MEMBERS
    size: int = limits.ARCHIVE_BYTES

    @classmethod
    def of(cls, file: BinaryIO) -> Self:
        """What the archive in a file may unpack to, by its size; the file is rewound."""
        whole = file.seek(0, 2)
        file.seek(0)
        most = max(limits.ARCHIVE_RATIO * whole, limits.ARCHIVE_FREE_BYTES)
        return cls(size=min(limits.ARCHIVE_BYTES, most))

    def expect(self, members: int) -> None:
        """Looks at how many members an archive lists before any is read.

        Raises:
            Refused: there are more than it may have; else each would be told by itself.
        """
        if members > self.members:
            raise _too_many()

    def take(self, size: int) -> None:
        """Counts a member.

        Raises:
            Refused: the archive holds more than any may.
        """
        self.members -= 1
        self.size -= size
        if self.members < 0 or self.size < 0:
            raise _too_many()


def is_archive(file: BinaryIO) -> bool:
    """Whether a file begins as an archive does; it is rewound."""
    file.seek(0)
    head = file.read(limits.HEAD_BYTES)
    file.seek(0)
    return head.startswith((_ZIP, *_PACKED)) or head[_TAR_AT:].startswith(_TAR)


def members_of(file: BinaryIO, name: str, budget: Budget) -> Iterator[Member]:
    """The files in an archive, in its order, each unpacked when it is asked for.

    Names are only told, never followed; links are refused.

    Raises:
        Refused: the archive is damaged, or holds more than any may; those before stay.
    """
    file.seek(0)
    head = file.read(limits.HEAD_BYTES)
    file.seek(0)
    try:
        if head.startswith(_ZIP):
            yield from _zipped(file, budget)
        elif head[_TAR_AT:].startswith(_TAR):
            yield from _tarred(file, budget)
        else:
            yield from _packed(file, name, head, budget)
    except MemoryError as error:
        raise _too_much() from error
    except _BROKEN as error:
        raise damaged() from error


def document_inside(file: BinaryIO) -> str:
    """The ending of the office document that a ZIP archive is, "." for one of no known kind, or "".

    The file is rewound.
    """
    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
    except _BROKEN:
        return ""
    finally:
        file.seek(0)
    if "word/document.xml" in names:
        return ".docx"
    return "." if not names.isdisjoint(("[Content_Types].xml", "mimetype")) else ""


def _zipped(file: BinaryIO, budget: Budget) -> Iterator[Member]:
    with ZipFile(file) as archive:
        budget.expect(len(archive.infolist()))
        web = _is_web_archive(set(archive.namelist()))
        for entry in archive.infolist():
            name = _zip_name(entry)
            if entry.is_dir() or _is_left_out(name) or (web and not name.startswith(_RECORDS)):
                continue
            refusal = _refusal(entry)
            if refusal is not None:
                budget.take(0)
                yield Member(name, refusal=refusal)
                continue
            budget.take(entry.file_size)
            try:
                yield Member(name, unpacked(archive, entry))
            except MemoryError:
                # A few bytes may ask for a dictionary of gigabytes.
                yield Member(name, refusal=_too_much())
            except _BROKEN:
                yield Member(name, refusal=damaged())


def _is_web_archive(names: set[str]) -> bool:
    """Whether it is a WACZ: its records are articles, and its lists of pages repeat them."""
    return "datapackage.json" in names and any(name.startswith(_RECORDS) for name in names)


def _zip_name(entry: ZipInfo) -> str:
    """The name; where it is not marked as Unicode, Python has read it as an American one."""
    try:
        raw = b"" if entry.flag_bits & _WIDE_NAME else entry.orig_filename.encode("cp437")
        return _shown(decode(raw).text if raw else entry.filename)
    except (UnicodeError, Refused):
        return _shown(entry.filename)


def _refusal(entry: ZipInfo) -> Refused | None:
    if entry.flag_bits & 1:
        return encrypted()
    if stat.S_ISLNK(entry.external_attr >> 16):
        return _link()
    packed = max(1, entry.compress_size)
    return _too_much() if _swells(entry.file_size, packed) else None


def _tarred(file: IO[bytes], budget: Budget) -> Iterator[Member]:
    # Read as a stream: an archive that is packed as a whole is unpacked once.
    with tarfile.open(fileobj=file, mode="r|") as archive:
        for entry in archive:
            name = _shown(entry.name)
            if entry.isdir() or _is_left_out(name):
                continue
            whole = entry.isfile() and entry.size <= limits.ARCHIVE_MEMBER_BYTES
            budget.take(entry.size)
            content = archive.extractfile(entry) if whole else None
            if content is None:
                yield Member(name, refusal=_too_much() if entry.isfile() else _link())
            else:
                yield Member(name, content.read())


def _packed(file: BinaryIO, name: str, head: bytes, budget: Budget) -> Iterator[Member]:
    ending = next(ending for sign, ending in _PACKED.items() if head.startswith(sign))
    whole = file.seek(0, 2)
    file.seek(0)
    stream = _OPENED[ending](file)
    begin = stream.read(_TAR_AT + len(_TAR))
    stream.seek(0)
    if begin[_TAR_AT:] == _TAR:
        yield from _tarred(stream, budget)
        return
    inner = PurePosixPath(_shown(name))
    shown = inner.stem if inner.suffix.lower() == ending else inner.name
    budget.take(0)
    most = min(budget.size, max(limits.ARCHIVE_RATIO * whole, limits.ARCHIVE_RATIO_FROM_BYTES))
    unpacking = BufferedReader(_Unpacking(stream, most), _CHUNK)
    try:
        yield _alone(shown, unpacking)
    except Refused as error:
        yield Member(shown, refusal=error)
    budget.size -= unpacking.raw.furthest


def _alone(name: str, unpacking: BufferedReader[_Unpacking]) -> Member:
    """The only file in a packed one, in memory where it is short or has to be.

    Raises:
        Refused: it is damaged, or too much.
    """
    content = unpacking.read(limits.ARCHIVE_STREAM_BYTES + 1)
    if content.startswith(_WITH_PLACES):
        content += unpacking.read(limits.ARCHIVE_MEMBER_BYTES - len(content))
        if unpacking.read(1):
            raise _too_much()
    elif len(content) > limits.ARCHIVE_STREAM_BYTES:
        unpacking.seek(0)
        return Member(name, stream=unpacking)
    return Member(name, content)


class _Unpacking(RawIOBase):
    """What a packed file unpacks to, read as far as `most` bytes and no further."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        super().__init__()
        self._stream = stream
        self._most = most
        self.furthest = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """It can be rewound, which unpacks it anew."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Goes to another place."""
        try:
            return self._stream.seek(offset, whence)
        except _BROKEN as error:
            raise damaged() from error

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Unpacks some more.

        Raises:
            Refused: it is damaged, or there is more than there may be.
        """
        try:
            chunk = self._stream.read(len(memoryview(buffer)))
        except _BROKEN as error:
            raise damaged() from error
        self.furthest = max(self.furthest, self._stream.tell())
        if self.furthest > self._most:
            raise _too_much()
        memoryview(buffer)[: len(chunk)] = chunk
        return len(chunk)


def _shown(name: str) -> str:
    """A name as it may be told: an archive's own, and no path on this machine."""
    line = clean_line(name.replace("\\", "/"), limits.NAME_CHARACTERS // 4)
    parts = [part for part in line.split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "unnamed"


def _is_left_out(name: str) -> bool:
    return any(is_left_out(part) for part in name.split("/"))


def _swells(size: int, packed: int) -> bool:
    if size <= limits.ARCHIVE_RATIO_FROM_BYTES:
        return False
    return size > limits.ARCHIVE_MEMBER_BYTES or size > limits.ARCHIVE_RATIO * packed


def _too_many() -> Refused:
    return Refused(
        f"The archive holds more than {limits.ARCHIVE_MEMBERS:,} files, "
        f"{limits.ARCHIVE_BYTES >> 30} GB, or {limits.ARCHIVE_RATIO} times its own size; "
        "no more of it was read.",
        "Unpack it, and import the folder.",
        code="too-large",
    )


def _too_much() -> Refused:
    return Refused(
        "The file would unpack to far more than a document holds.",
        "If you trust it, unpack it and import it by itself.",
        code="too-large",
    )


def _link() -> Refused:
    return Refused(
        "This is a link to another file, and was not followed.",
        "Import the file itself.",
        code="not-a-file",
    )
