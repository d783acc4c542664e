"""One library: where it is, who may write to it, and its short transactions."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from tzlocal import get_localzone_name

from workstation.domain.changes import Changes, Touched
from workstation.errors import LibraryDamaged, LibraryMissing, LibraryReadOnly, Unreadable
from workstation.library import compacting, engine, migration, schema
from workstation.library.columns.following import following
from workstation.library.lock import Lock, lock_of
from workstation.limits import LOCK_SECONDS

if TYPE_CHECKING:
    from workstation.library.columns.image import Image
    from workstation.library.columns.keeping import Keeper


def _zone_of(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _is_free(folder: Path) -> bool:
    try:
        return not folder.exists() or engine.is_unborn(folder)
    except (OSError, ValueError):
        return False


def now() -> int:
    """The present as Unix seconds."""
    return int(datetime.now(UTC).timestamp())


class Reading:
    """One read transaction."""

    def __init__(
        self, connection: sa.Connection, zone: tzinfo, columns: "Keeper | None" = None
    ) -> None:
        self.connection = connection
        self.zone = zone
        self._columns = columns

    @cached_property
    def columns(self) -> "Image | None":
        """The columnar image of what this transaction sees; None where SQL has to answer."""
        return self._columns.image(self.connection) if self._columns is not None else None

    @property
    def sqlite(self) -> bool:
        """Whether the store is SQLite."""
        return self.connection.dialect.name == "sqlite"


class Writing(Reading):
    """The one write transaction, and what it touched."""

    changes = Changes()

    def touched(self, *kinds: Touched) -> None:
        """Notes which kinds of things listeners must ask for again."""
        self.changes |= Changes.of(*kinds)


class Library:
    """A library that is open; `close` it, or use it as a context."""

    def __init__(self, where: str, url: sa.URL, *, lock: Lock | None, immutable: bool) -> None:
        """Open the store at `url`; without a `lock` it can only be read."""
        self.where = where
        self._lock = lock
        self._engine = engine.connect(url, immutable=immutable)
        self._writer = threading.Lock()
        self._writing_thread = 0
        self._refused: set[int] = set()
        self._listeners: list[Callable[[Changes], None]] = []
        self._columns: Keeper | None = None
        self.zone: tzinfo = UTC

    # Opening ---------------------------------------------------------------------------------

    @classmethod
    def create(cls, where: str | Path, *, zone: str = "") -> Self:
        """Creates a library in the time zone named `zone` (the machine's, if none is named).

        Raises:
            NotALibrary: something else stands there already.
            Unwritable: the folder cannot be made.
            Unreadable: there is no such time zone.
        """
        name = zone or get_localzone_name() or "UTC"
        if _zone_of(name) is None:
            raise Unreadable(f"There is no time zone “{name}”.", "Name one such as Europe/Paris.")
        where = str(where)
        url = engine.url_of(where)
        if not engine.is_url(where):
            engine.make_folder(Path(where))
        lock = lock_of(where, LOCK_SECONDS)
        try:
            with engine.words_for(where), engine.unfinished(where, url) as store:
                migration.create(store, {"zone": name, "created": str(now())})
        except BaseException:
            lock.release()
            raise
        return cls._ready(where, url, lock=lock, immutable=False)

    @classmethod
    def open(cls, where: str | Path, *, writing: bool = True) -> Self:
        """Opens a library that exists, for writing unless `writing` is false.

        A library that nobody may write to is opened for reading only; `read_only` tells.

        Raises:
            LibraryMissing, NotALibrary, LibraryTooNew, LibraryLocked, LibraryDamaged.
        """
        where = str(where)
        url = engine.url_of(where)
        unwritable = False
        if store := engine.store_of(url):
            engine.expect_store(where, store)
            unwritable = not engine.writable(store)
        lock = lock_of(where, LOCK_SECONDS) if writing and not unwritable else None
        return cls._ready(where, url, lock=lock, immutable=unwritable)

    @classmethod
    def _ready(cls, where: str, url: sa.URL, *, lock: Lock | None, immutable: bool) -> Self:
        library = cls(where, url, lock=lock, immutable=immutable)
        try:
            migration.bring_up(library._engine, may_write=lock is not None)
            library._remember_zone()
        except DatabaseError as error:
            library.close()
            raise engine.cannot_open(where, error) from error
        except BaseException:
            library.close()
            raise
        return library

    @classmethod
    def open_or_create(cls, where: str | Path) -> Self:
        """Opens a library for writing, and creates it where nothing stands."""
        if engine.is_url(str(where)):
            try:
                return cls.open(where)
            except LibraryMissing:
                return cls.create(where)
        folder = Path(where)
        return cls.create(where) if _is_free(folder) else cls.open(where)

    def keep_columns(self) -> None:
        """Begins to keep the columnar image, for whoever goes on asking for counts.

        A server counts for itself.
        """
        from workstation.library.columns.keeping import Keeper  # noqa: PLC0415 - numpy weighs

        if self._columns is None and not engine.is_url(self.where):
            file = self.folder / engine.COLUMNS
            self._columns = Keeper(self._engine.begin, file, writes=self._lock is not None)
            self._columns.start()

    def close(self) -> None:
        """Closes every connection and gives the lock back."""
        if self._columns is not None:
            self._columns.close()
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The library's name as a title bar shows it."""
        return (
            sa.make_url(self.where).database or ""
            if engine.is_url(self.where)
            else Path(self.where).name.removesuffix(engine.SUFFIX)
        )

    @property
    def read_only(self) -> bool:
        """Whether this program may not write."""
        return self._lock is None

    @property
    def folder(self) -> Path:
        """Where originals and backups stand."""
        return engine.folder_of(self.where)

    def _remember_zone(self) -> None:
        with self._engine.connect() as connection:
            name = connection.scalar(
                sa.select(schema.facts.c.value).where(schema.facts.c.name == "zone")
            )
        zone = _zone_of(name or "UTC")
        if zone is None:
            raise LibraryDamaged(
                f"The library's days are of the time zone “{name}”, which is not known here.",
                "Update Media Workstation, or restore the library from a backup.",
            )
        self.zone = zone

    # Transactions ----------------------------------------------------------------------------

    def refuse_thread(self, ident: int) -> None:
        """Makes every read and write from that thread an error: a window must never wait."""
        self._refused.add(ident)

    def _check_thread(self) -> None:
        if threading.get_ident() in self._refused:
            raise RuntimeError("the window's thread asked the library; ask through desktop/jobs.py")

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """A read transaction; keep it short, or old pages pile up behind it."""
        self._check_thread()
        with engine.words_for(self.where), self._engine.begin() as connection:
            yield Reading(connection, self.zone, self._columns)

    @contextmanager
    def write(self) -> Iterator[Writing]:
        """The write transaction: one at a time, committed at the end, then told to listeners.

        Raises:
            LibraryReadOnly, LibraryMissing: as `expect_writable`.
        """
        self._check_thread()
        self.expect_writable()
        with self._alone(), engine.words_for(self.where):
            with (
                self._engine.connect().execution_options(mw_begin="BEGIN IMMEDIATE") as connection,
                connection.begin(),
                following(connection, self._columns) as changes,
            ):
                writing = Writing(connection, self.zone)
                yield writing
            if self._columns is not None:
                self._columns.tell(changes)
        if writing.changes:
            for hear in tuple(self._listeners):
                hear(writing.changes)

    def expect_writable(self) -> None:
        """Checks, before anything is done that ends in a write, that there will be one.

        Raises:
            LibraryReadOnly: the library was opened for reading only.
            LibraryMissing: somebody removed it meanwhile.
        """
        if self._lock is None:
            raise LibraryReadOnly(
                f"“{self.name}” can only be read.",
                "Copy the library to a folder you may write to, and open the copy.",
            )
        store = engine.store_of(self._engine.url)
        if store is not None and not store.exists():
            # Its pages would go on being written, and nobody would find them again.
            raise LibraryMissing(
                f"The library “{self.where}” is gone: somebody moved or removed it.",
                "Put it back where it was.",
            )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a write inside a write would wait for itself")
        with self._writer:
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = 0

    def compact(self) -> None:
        """Writes the store anew, so that nothing stays of what was deleted.

        Raises:
            LibraryLocked: somebody reads in the library all the time.
        """
        self._check_thread()
        self.expect_writable()
        with self._alone(), engine.words_for(self.where):
            compacting.compact(self._engine)
        # It may still name an outlet that nothing else does.
        if self._columns is not None:
            self._columns.discard()
        else:
            engine.forget_columns(self.folder)

    def listen(self, hear: Callable[[Changes], None]) -> None:
        """Calls `hear` after each write, from the thread that wrote."""
        self._listeners.append(hear)

    def check(self) -> list[str]:
        """What is wrong with the store, as sentences; none if all is well."""
        with self.read() as reading:
            if not reading.sqlite:
                return []
            found = reading.connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            lost = reading.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        broken = [] if found == ["ok"] else [str(row) for row in found]
        orphans = [f"A row of {row[0]} belongs to one of {row[2]} that is gone." for row in lost]
        return broken + orphans
