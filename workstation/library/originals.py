"""The files articles came from, kept unchanged and named by what they hold."""

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import sqlalchemy as sa

from workstation.errors import LibraryDamaged, Refused, Unwritable
from workstation.library import schema
from workstation.library.engine import is_url, sync_folder
from workstation.library.library import Library, Writing, now

_CHUNK = 1 << 20
_UNFINISHED = ".part"


def store(library: Library, source: Path) -> str:
    """Copies a file into the library, safely on disk before this returns its SHA-256.

    Raises:
        Refused: the file cannot be read, or changes meanwhile.
        Unwritable: the library's disk is full or may not be written.
    """
    try:
        with source.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            target = path(library, digest)
            if not target.exists():
                file.seek(0)
                _write(file, target)
    except Unwritable:
        raise
    except OSError as error:
        raise Refused(
            f"“{source.name}” cannot be read: {error.strerror}.",
            "Check that it exists and that you may read it.",
            code="unreadable",
        ) from error
    return digest


def sweep(library: Library) -> None:
    """Removes what a killed program left of originals it had not stored in full."""
    if is_url(library.where):
        # The lock keeps others from a server's tables, and not from this folder.
        return
    ours = f".{os.getpid()}-"
    for left in (library.folder / "originals").glob(f"??/*{_UNFINISHED}"):
        if ours not in left.name:
            left.unlink(missing_ok=True)


def path(library: Library, sha256: str) -> Path:
    """Where the original with that hash stands."""
    return library.folder / "originals" / sha256[:2] / sha256


def remove(library: Library, sha256: str) -> None:
    """Removes an original that holds what was erased."""
    shred(path(library, sha256))


def shred(file: Path) -> None:
    """Removes a file, and what it held with it, as far as the disk keeps no copy of that.

    Raises:
        Unwritable: it cannot be removed.
    """
    try:
        with file.open("r+b") as held:
            left = held.seek(0, os.SEEK_END)
            held.seek(0)
            while left > 0:
                left -= held.write(bytes(min(left, _CHUNK)))
            held.flush()
            os.fsync(held.fileno())
        file.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unwritable(
            f"A file of the library cannot be removed: {error.strerror}.",
            "Check your rights to its folder, and erase once more.",
        ) from error
    sync_folder(file.parent)


@contextmanager
def reading(library: Library, sha256: str) -> Iterator[BinaryIO]:
    """The original, open for reading only.

    Raises:
        LibraryDamaged: it is gone.
    """
    try:
        with path(library, sha256).open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise LibraryDamaged(
            "An original file is missing from the library.", "Restore it from a backup."
        ) from error


def note(writing: Writing, sha256: str, *, name: str, size: int) -> None:
    """Writes down that the original is kept."""
    known = sa.select(schema.originals.c.sha256).where(schema.originals.c.sha256 == sha256)
    if writing.connection.scalar(known) is None:
        writing.connection.execute(
            sa.insert(schema.originals).values(
                sha256=sha256, bytes=size, name=name, stored_at=now()
            )
        )


def _write(source: BinaryIO, target: Path) -> None:
    unfinished = target.with_suffix(f".{os.getpid()}-{threading.get_ident()}{_UNFINISHED}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _copy(source, unfinished, target.name)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        sync_folder(target.parent)
    except OSError as error:
        raise Unwritable(
            f"The library's folder cannot be written: {error.strerror}.",
            "Make room on the disk and import the file again.",
        ) from error


def _copy(source: BinaryIO, target: Path, expected: str) -> None:
    digest = hashlib.sha256()
    with target.open("wb") as copy:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    if digest.hexdigest() != expected:
        raise Refused(
            "The file changed while it was being read.",
            "Import it again when it is complete.",
            code="changing",
        )
