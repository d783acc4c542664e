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
    LibraryLocked,
    LibraryMissing,
    LibraryReadOnly,
    NotALibrary,
    Unreadable,
    Unwritable,
    WorkstationError,
)
from workstation.limits import STORE_CACHE_KIBIBYTES

SUFFIX = ".mwlib"
STORE = "library.sqlite"
APPLICATION_ID = 0x4D574C42
"""Marks the SQLite file as ours: "MWLB"."""

COLUMNS = "columns.npz"
"""The columnar image, which may be removed: it is made anew."""

COLUMNS_PART = "columns.part"
"""The same while it is being written."""

_UNFINISHED = f"{STORE}.part"
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
    nonsense = Unreadable(
        "This is no database address that can be opened.",
        "It looks like postgresql+psycopg://user@host/name.",
    )
    try:
        url = sa.make_url(where)
        dialect = url.get_dialect()
        dialect.import_dbapi()
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError) as error:
        raise nonsense from error
    except ImportError as error:
        raise Unreadable(
            f"The driver of this database, {error.name}, is not installed.",
            f"Install it beside Media Workstation: pip install {error.name}.",
        ) from error
    a_file = dialect.name == "sqlite" and url.database not in (None, "", ":memory:")
    a_server = dialect.name == "postgresql" and dialect.driver.startswith("psycopg")
    if dialect.is_async or not (a_file or a_server):
        raise nonsense
    return url


def shown(where: str) -> str:
    """A library's place as it may be shown: without a password."""
    return sa.make_url(where).render_as_string(hide_password=True) if is_url(where) else where


def forget_columns(folder: Path) -> None:
    """Removes the columnar image, and one that was not finished."""
    for name in (COLUMNS_PART, COLUMNS):
        (folder / name).unlink(missing_ok=True)


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
    try:
        if folder.exists() and not is_unborn(folder):
            raise NotALibrary(
                f"“{folder}” exists already and is no new library.", "Choose a name that is free."
            )
        (folder / "originals").mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise Unwritable(
            f"The library “{folder}” cannot be made: {_said(error)}.",
            "Choose a folder you may write to.",
        ) from error


def is_unborn(folder: Path) -> bool:
    """Whether a folder holds nothing but what a killed creation leaves."""
    if not folder.is_dir():
        return False
    left = {path.name for path in folder.iterdir()}
    originals = folder / "originals"
    kept = originals.is_dir() and any(originals.iterdir())
    return not kept and left <= {"originals", "lock", "holder.json", *_unfinished_names()}


@contextmanager
def unfinished(where: str, url: sa.URL) -> Iterator[sa.Engine]:
    """A new store, to be filled; it stands in its place when it is complete.

    Raises:
        NotALibrary: another program was quicker.
    """
    if is_url(where):
        engine = connect(url, immutable=False)
        try:
            yield engine
        finally:
            engine.dispose()
        return
    folder = Path(where)
    for name in _unfinished_names():
        (folder / name).unlink(missing_ok=True)
    engine = connect(url.set(database=str(folder / _UNFINISHED)), immutable=False)
    try:
        yield engine
    finally:
        engine.dispose()
    if (folder / STORE).exists():
        raise NotALibrary(f"“{folder}” exists already.", "Choose a name that is free.")
    (folder / _UNFINISHED).replace(folder / STORE)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Returns when the names in a folder are safely on disk."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def store_of(url: sa.URL) -> Path | None:
    """The file a library's tables stand in; none where a server keeps them."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def expect_store(where: str, store: Path) -> None:
    """Checks, before anything is opened, that a library may stand there.

    Raises:
        LibraryMissing, NotALibrary.
    """
    try:
        if not (store if is_url(where) else store.parent).exists():
            raise LibraryMissing(
                f"There is no library “{where}”.",
                "Import something into it to create it, or check the name.",
            )
        with store.open("rb") as file:
            if file.read(16) == _SQLITE_HEADER:
                return
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        if store.parent.is_dir() and where.rstrip("/").endswith(SUFFIX):
            raise LibraryDamaged(
                f"The library “{where}” has lost its {store.name}.", "Restore it from a backup."
            ) from error
        raise NotALibrary(
            f"“{where}” is not a library.", "A library is a folder whose name ends in .mwlib."
        ) from error
    except (OSError, ValueError) as error:
        raise NotALibrary(
            f"“{where}” cannot be read: {_said(error)}.", "Ask its owner to let you read it."
        ) from error
    raise NotALibrary(
        f"“{where}” is not a library: its {store.name} is something else.",
        "Restore it from a backup.",
    )


def _said(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _unfinished_names() -> list[str]:
    return [_UNFINISHED + suffix for suffix in ("", "-wal", "-shm", "-journal")]


def writable(store: Path) -> bool:
    """Whether this program may write to the store, and beside it."""
    return os.access(store.parent, os.W_OK) and os.access(store, os.W_OK)


def connect(url: sa.URL, *, immutable: bool) -> sa.Engine:
    """An engine whose transactions begin when we say so.

    An `immutable` SQLite store stands where not even its journal could be written.
    """
    store = store_of(url)
    if store is None:
        return connect_server(url)
    if immutable:
        # Percent signs and question marks of the path must not be read as part of the URI.
        path = store.resolve()
        # Commits that stand in the journal alone are missed by who takes the store for unchanging.
        journal = Path(f"{path}-wal")
        left = journal.exists() and journal.stat().st_size
        query = {"mode": "ro", "uri": "true"} | ({} if left else {"immutable": "1"})
        url = url.set(database=path.as_uri(), query=query)
    engine = sa.create_engine(
        url, poolclass=QueuePool, connect_args={"check_same_thread": False, "timeout": 5}
    )
    event.listen(engine, "connect", _set_up_immutable if immutable else _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def connect_server(url: sa.URL, **options: str) -> sa.Engine:
    """An engine for a database on a server; `options` are those of its driver."""
    return sa.create_engine(
        url,
        pool_pre_ping=True,
        # A reading asks several questions of one moment, as it does of SQLite.
        isolation_level="REPEATABLE READ",
        connect_args={"client_encoding": "utf8", **options},
    )


def _set_up_immutable(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute(f"PRAGMA cache_size=-{STORE_CACHE_KIBIBYTES}")


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
        f"cache_size=-{STORE_CACHE_KIBIBYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("mw_begin", "BEGIN"))


def cannot_open(where: str, error: DatabaseError) -> WorkstationError:
    """The words for a store that cannot be opened at all."""
    if is_url(where):
        return LibraryMissing(
            f"The library at {shown(where)} cannot be reached.", "Check the address and the server."
        )
    if _code(error).startswith("SQLITE_CANTOPEN"):
        return LibraryReadOnly(
            f"The library “{where}” was left open, and has work to finish before it can be read.",
            "Copy it to a folder you may write to, and open the copy.",
        )
    if _code(error).startswith(("SQLITE_IOERR", "SQLITE_FULL")):
        # Even a reader needs some room beside the store.
        return Unwritable(
            f"The library “{where}” cannot be opened: {error.orig}.",
            "Make room on the disk and try again.",
        )
    return LibraryDamaged(
        f"The library “{where}” cannot be read: {error.orig}.", "Restore it from a backup."
    )


@contextmanager
def words_for(where: str) -> Iterator[None]:
    """Turns what a disk or a server does to us into words.

    Raises:
        Unwritable: the disk is full, or the store may not be written.
        LibraryLocked: another program holds the store.
        LibraryDamaged: the store's pages make no sense.
        LibraryMissing: the server is gone.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise _no_text(where) from error
    except DatabaseError as error:
        words = _in_words(where, error)
        if words is None:
            raise
        raise words from error


_WORDS: tuple[tuple[tuple[str, ...], type[WorkstationError], str, str], ...] = (
    (
        # 53: insufficient resources, 25006: read-only transaction, 42501: no such right.
        ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "53", "25006", "42501"),
        Unwritable,
        "could not be written",
        "What was accepted before is safe. Make room on the disk and try again.",
    ),
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED", "55P03"),
        LibraryLocked,
        "is in use by another program",
        "Close it there, or wait until it is done.",
    ),
    (
        ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CANTOPEN", "XX"),
        LibraryDamaged,
        "is damaged",
        "Restore it from a backup.",
    ),
    # 57P: the server was shut down, 08: the connection broke.
    (("57P", "08"), LibraryMissing, "cannot be reached", "Check the server and try again."),
)


def _no_text(where: str) -> LibraryDamaged:
    # The words that cannot be read are the user's, and belong in no message.
    return LibraryDamaged(
        f"The library “{shown(where)}” is damaged: it holds letters that are none.",
        "Restore it from a backup.",
    )


def _in_words(where: str, error: DatabaseError) -> WorkstationError | None:
    if "Could not decode to UTF-8" in str(error.orig):
        return _no_text(where)
    for codes, kind, happened, advice in _WORDS:
        if _code(error).startswith(codes):
            return kind(f"The library “{shown(where)}” {happened}: {error.orig}.", advice)
    if error.connection_invalidated:
        return cannot_open(where, error)
    return None


def _code(error: DatabaseError) -> str:
    return getattr(error.orig, "sqlite_errorname", "") or getattr(error.orig, "sqlstate", "") or ""
