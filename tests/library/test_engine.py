"""What may stand on a disk, and what a disk may do."""

from __future__ import annotations

import json
import os
import pwd
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.library.press import Press
from workstation.domain.selection import Selection
from workstation.errors import (
    LibraryDamaged,
    LibraryLocked,
    LibraryReadOnly,
    NotALibrary,
    Unwritable,
    WorkstationError,
)
from workstation.library import articles, checks, corpus, engine
from workstation.library.library import Library

A_VISITOR = """
import json, os, sys, tempfile
from workstation.domain.selection import Selection
from workstation.errors import WorkstationError
from workstation.library import checks, corpus
from workstation.library.library import Library
# All that is imported late is imported now: it may stand in a folder of the user's own.
with tempfile.TemporaryDirectory() as folder:
    with Library.create(folder + "/x.mwlib", zone="Asia/Damascus") as library:
        checks.check(library)
if sys.argv[3]:
    os.setgroups([])
    os.setgid(int(sys.argv[3]))
    os.setuid(int(sys.argv[3]))
said = {}
try:
    with Library.open(sys.argv[1]) as library:
        said["read_only"] = library.read_only
        with library.read() as reading:
            said["size"] = corpus.size(reading)
            said["found"] = corpus.count(reading, Selection(words=sys.argv[2]))
        said["problems"] = checks.check(library).problems
        with library.write():
            pass
except WorkstationError as error:
    said["error"] = error.code
print(json.dumps(said))
"""


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "x.mwlib"


@pytest.fixture
def filled(where: Path) -> Path:
    with Library.create(where, zone="Asia/Damascus") as library:
        press = Press(library)
        for n in range(20):
            press.named(f"Russia and Syria met again, {n}. " * 50, "Russia", "Syria")
    return where


def visit(where: Path, words: str = "again") -> dict[str, object]:
    """What somebody without any rights makes of the library."""
    nobody = ""
    if os.getuid() == 0:
        try:
            nobody = str(pwd.getpwnam("nobody").pw_uid)
        except KeyError:
            pytest.skip("there is nobody without rights on this machine")
    said = subprocess.run(
        [sys.executable, "-c", A_VISITOR, where, words, nobody],
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, object] = json.loads(said.stdout)
    return found


@pytest.fixture
def open_to_all(filled: Path) -> Iterator[Path]:
    """The library in a folder that everybody may read and nobody may write."""
    for folder in takewhile(Path(tempfile.gettempdir()).__ne__, filled.parents):
        with suppress(PermissionError):
            folder.chmod(0o755)
    for path in (filled, *filled.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield filled
    for path in (filled, *filled.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


# Read only ----------------------------------------------------------------------------------


def test_a_library_in_a_folder_nobody_may_write_can_be_read(open_to_all: Path) -> None:
    before = sorted(path.name for path in open_to_all.iterdir())
    assert visit(open_to_all) == {
        "read_only": True,
        "size": 20,
        "found": 20,
        "problems": [],
        "error": "LibraryReadOnly",
    }
    assert sorted(path.name for path in open_to_all.iterdir()) == before


def test_a_visitor_sees_what_a_killed_writer_left_in_the_journal(open_to_all: Path) -> None:
    """The journal holds commits that the store alone does not."""
    writer = sqlite3.connect(open_to_all / "library.sqlite")
    writer.execute("DELETE FROM articles WHERE id > 15")
    writer.commit()
    kept = open_to_all.with_name("y.mwlib")
    shutil.copytree(open_to_all, kept)
    writer.close()
    assert (kept / "library.sqlite-wal").stat().st_size > 0
    for path in (kept, *kept.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    said = visit(kept)
    assert (said["size"], said["error"]) == (15, "LibraryReadOnly")

    (kept / "library.sqlite-shm").unlink()
    assert visit(kept) == {"error": "LibraryReadOnly"}


# Damage -------------------------------------------------------------------------------------


def test_a_store_that_is_something_else_is_no_library(filled: Path) -> None:
    (filled / "library.sqlite").write_bytes(b"PK\x03\x04 not a store at all")
    with pytest.raises(NotALibrary):
        Library.open(filled)


def test_a_store_cut_short_is_damaged(filled: Path) -> None:
    store = filled / "library.sqlite"
    os.truncate(store, store.stat().st_size // 3)
    with pytest.raises(LibraryDamaged), Library.open(filled) as library:
        checks.check(library)


def test_a_store_of_zeros_is_damaged(filled: Path) -> None:
    store = filled / "library.sqlite"
    size = store.stat().st_size
    store.write_bytes(store.read_bytes()[:200].ljust(size, b"\0"))
    with pytest.raises(LibraryDamaged):
        Library.open(filled)


def test_a_lost_version_is_damage(filled: Path) -> None:
    with sqlite3.connect(filled / "library.sqlite") as store:
        store.execute("DELETE FROM alembic_version")
    store.close()
    with pytest.raises(LibraryDamaged):
        Library.open(filled)


def test_damage_is_told_with_words_or_does_no_harm(filled: Path) -> None:
    """Bits fall over all over the store: nothing but words may come of it."""
    dice = random.Random(20241214)  # noqa: S311
    store = filled / "library.sqlite"
    whole = store.read_bytes()
    noticed = 0
    for _ in range(40):
        damaged = bytearray(whole)
        at = dice.randrange(100, len(whole) - 64)
        damaged[at : at + 64] = dice.randbytes(64)
        store.write_bytes(damaged)
        try:
            with Library.open(filled) as library:
                with library.read() as reading:
                    corpus.articles(reading, Selection(words="again"))
                    corpus.actors(reading, Selection())
                noticed += bool(checks.check(library).problems)
        except WorkstationError:
            noticed += 1
    # Half of the pages are those of tables that hold nothing.
    assert noticed > 10


# Full ---------------------------------------------------------------------------------------


def test_a_full_disk_is_told_with_words_and_earlier_work_is_safe(filled: Path) -> None:
    with Library.open(filled) as library:
        press = Press(library)
        with library.write() as writing:
            pages = writing.connection.exec_driver_sql("PRAGMA page_count").scalar_one()

        @sa.event.listens_for(library._engine, "begin")
        def fill(connection: sa.Connection) -> None:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 8}")

        stored = 0
        with pytest.raises(Unwritable, match="could not be written"):  # noqa: PT012
            while stored < 1_000:
                press.article(f"News {stored}, and more of them. " * 400)
                stored += 1
        sa.event.remove(library._engine, "begin", fill)
        with library.read() as reading:
            assert corpus.size(reading) == 20 + stored
        assert checks.check(library).problems == ()
        with library.write() as writing:
            writing.connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
            articles.add(writing, press.arrival("there is room again"))


def test_a_library_on_a_full_disk_needs_room_and_no_backup(filled: Path) -> None:
    resource = pytest.importorskip("resource")
    code = (
        "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "from workstation.library.library import Library; Library.open(sys.argv[1], writing=False)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, filled],
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )
    assert "Unwritable: The library" in ended.stderr


def test_a_store_that_another_program_holds_is_locked(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = sqlite3.connect(filled / "library.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Library.open(filled) as library:

        @sa.event.listens_for(library._engine, "connect")
        def wait_less(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute("PRAGMA busy_timeout = 10")

        library._engine.dispose()
        with pytest.raises(LibraryLocked), library.write():
            pass
    holder.close()


def test_words_about_a_server_never_hold_its_password() -> None:
    where = "postgresql+psycopg://ann:canary@host/news"
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorname = "SQLITE_FULL"
    with pytest.raises(Unwritable) as caught, engine.words_for(where):
        raise sa.exc.OperationalError("INSERT", {}, full)
    assert "canary" not in caught.value.sentence


# Strangers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER evil AFTER INSERT ON articles BEGIN DELETE FROM bodies; END",
        "CREATE VIEW evil AS SELECT load_extension('evil')",
        "CREATE VIRTUAL TABLE evil USING fts5(x)",
    ],
)
def test_a_library_with_something_planted_in_it_is_refused(filled: Path, planted: str) -> None:
    store = sqlite3.connect(filled / "library.sqlite")
    store.execute(planted)
    store.close()
    for writing in (True, False):
        with pytest.raises(NotALibrary, match="evil"):
            Library.open(filled, writing=writing)


def test_a_read_only_library_of_an_older_version_says_so(filled: Path) -> None:
    with sqlite3.connect(filled / "library.sqlite") as store:
        store.execute("UPDATE alembic_version SET version_num = '0001'")
    store.close()
    with pytest.raises(LibraryReadOnly, match="older"):
        Library.open(filled, writing=False)
