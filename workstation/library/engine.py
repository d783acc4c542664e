"""Connections to the store, set up the same way everywhere."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from platformdirs import user_data_path
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from workstation.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryMissing,
    NotALibrary,
    Unreadable,
    Unwritable,
)

STORE = "library.sqlite"
APPLICATION_ID = 0x4D574C42
"""Marks the SQLite file as ours: "MWLB"."""

_SQLITE_HEADER = b"SQLite format 3\x00"


def is_url(where: str) -> bool:
    """Whether a library is named by a database URL instead of a folder."""
    return "://" in where


def url_of(where: str) -> sa.URL:
    """The database URL of a library.

    Raises:
        Unreadable: the URL makes no sense.
    """
    if not is_url(where):
        return sa.URL.create("sqlite", database=str(Path(where) / STORE))
    try:
        url = sa.make_url(where)
        url.get_dialect()
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError) as error:
        raise Unreadable(
            "This is no database address that can be opened.",
            "It looks like postgresql+psycopg://user@host/name.",
        ) from error
    return url


def folder_of(where: str) -> Path:
    """Where a library's originals stand; those of a server's library stand with this user."""
    if not is_url(where):
        return Path(where)
    url = sa.make_url(where)
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(url.database).parent
    named = sha256(url.render_as_string(hide_password=True).encode()).hexdigest()[:16]
    return user_data_path("media-workstation", appauthor=False) / "originals" / named


def make_folder(folder: Path) -> None:
    """Makes the folder of a new library.

    Raises:
        NotALibrary: something else stands there.
        Unwritable: it cannot be made.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise NotALibrary(
            f"“{folder}” exists already and is no library.", "Choose a name that is free."
        )
    try:
        (folder / "originals").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritable(
            f"The library “{folder}” cannot be made: {error.strerror}.",
            "Choose a folder you may write to.",
        ) from error


def expect_folder(folder: Path) -> None:
    """Checks, before anything is opened, that a library may stand in the folder.

    Raises:
        LibraryMissing, NotALibrary.
    """
    store = folder / STORE
    if not folder.exists():
        raise LibraryMissing(
            f"There is no library “{folder}”.",
            "Import something into it to create it, or check the name.",
        )
    if not store.is_file():
        raise NotALibrary(
            f"“{folder}” is not a library.", "A library is a folder whose name ends in .mwlib."
        )
    with store.open("rb") as file:
        if file.read(16) != _SQLITE_HEADER:
            raise NotALibrary(
                f"“{folder}” is not a library: its {STORE} is something else.",
                "Restore it from a backup.",
            )


def writable(folder: Path) -> bool:
    """Whether this program may write in the folder."""
    return os.access(folder, os.W_OK) and os.access(folder / STORE, os.W_OK)


def connect(url: sa.URL, *, immutable: bool) -> sa.Engine:
    """An engine whose transactions begin when we say so.

    An `immutable` SQLite store stands where not even its journal could be written.
    """
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, pool_pre_ping=True)
    if immutable and url.database:
        # Percent signs and question marks of the path must not be read as part of the URI.
        path = Path(url.database).resolve().as_uri()
        url = url.set(database=f"{path}?mode=ro&immutable=1&uri=true")
    engine = sa.create_engine(
        url, poolclass=QueuePool, connect_args={"check_same_thread": False, "timeout": 5}
    )
    event.listen(engine, "connect", _set_up_immutable if immutable else _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_immutable(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA trusted_schema=OFF")


def _set_up(connection: Any, _record: object) -> None:
    # The driver would begin transactions by itself, and too late for BEGIN IMMEDIATE.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=5000",
        "mmap_size=0",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "journal_size_limit=67108864",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("mw_begin", "BEGIN"))


def cannot_open(where: str, error: DatabaseError) -> LibraryError:
    """The words for a store that cannot be opened at all."""
    if is_url(where):
        shown = sa.make_url(where).render_as_string(hide_password=True)
        return LibraryMissing(
            f"The library at {shown} cannot be reached.", "Check the address and the server."
        )
    return LibraryDamaged(
        f"The library “{where}” cannot be read: {error.orig}.", "Restore it from a backup."
    )


@contextmanager
def words_for(where: str) -> Iterator[None]:
    """Turns a full disk or a damaged file into words.

    Raises:
        Unwritable: the disk is full, or the store may not be written.
        LibraryDamaged: the store's pages make no sense.
    """
    try:
        yield
    except DatabaseError as error:
        said = str(error.orig)
        if "full" in said or "disk I/O" in said or "readonly" in said:
            raise Unwritable(
                f"The library “{where}” could not be written: {said}.",
                "What was accepted before is safe. Make room on the disk and try again.",
            ) from error
        if "malformed" in said or "not a database" in said:
            raise LibraryDamaged(
                f"The library “{where}” is damaged: {said}.", "Restore it from a backup."
            ) from error
        raise
