from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from workstation.domain.changes import Changes
from workstation.domain.selection import Selection
from workstation.errors import (
    LibraryDamaged,
    LibraryMissing,
    LibraryReadOnly,
    NotALibrary,
    Unreadable,
    Unwritable,
)
from workstation.library import articles, checks, corpus
from workstation.library.library import Library

if TYPE_CHECKING:
    from tests.library.press import Press

# Creating and opening -----------------------------------------------------------------------


def test_a_library_keeps_its_time_zone(tmp_path: Path) -> None:
    Library.create(tmp_path / "x.mwlib", zone="America/St_Johns").close()
    with Library.open(tmp_path / "x.mwlib") as library:
        assert str(library.zone) == "America/St_Johns"
        assert library.name == "x"
        assert not library.read_only


def test_without_a_zone_the_machine_s_own_is_kept(tmp_path: Path) -> None:
    with Library.create(tmp_path / "x.mwlib") as made:
        zone = str(made.zone)
    with Library.open(tmp_path / "x.mwlib") as library:
        assert str(library.zone) == zone


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "/etc/passwd", "\0", "é"])
def test_a_zone_that_nobody_knows_is_refused_and_leaves_nothing(tmp_path: Path, zone: str) -> None:
    with pytest.raises(Unreadable):
        Library.create(tmp_path / "x.mwlib", zone=zone)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["50% of it?", "#1", "a b", "новости", "o'hara", 'q"q'])
def test_a_library_may_have_any_name(tmp_path: Path, name: str) -> None:
    where = tmp_path / f"{name}.mwlib"
    Library.create(where).close()
    for writing in (True, False):
        with Library.open(where, writing=writing) as library:
            assert library.name == name


def test_nothing_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        Library.open(tmp_path / "x.mwlib")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "x.mwlib").write_text("x")
    with pytest.raises(NotALibrary):
        Library.open(tmp_path / "x.mwlib")
    with pytest.raises(NotALibrary):
        Library.create(tmp_path / "x.mwlib")
    with pytest.raises(NotALibrary):
        Library.open_or_create(tmp_path / "x.mwlib")


def test_a_folder_of_other_things_is_no_library_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    for way in (Library.open, Library.create, Library.open_or_create):
        with pytest.raises(NotALibrary):
            way(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_another_program_s_database_is_no_library(tmp_path: Path) -> None:
    import sqlite3  # noqa: PLC0415

    store = sqlite3.connect(tmp_path / "library.sqlite")
    store.execute("CREATE TABLE moz_places (id)")
    store.close()
    with pytest.raises(NotALibrary):
        Library.open(tmp_path)


def test_a_library_is_not_created_twice(tmp_path: Path) -> None:
    Library.create(tmp_path / "x.mwlib").close()
    with pytest.raises(NotALibrary):
        Library.create(tmp_path / "x.mwlib")
    Library.open(tmp_path / "x.mwlib").close()


def test_an_empty_folder_becomes_a_library(tmp_path: Path) -> None:
    Library.open_or_create(tmp_path).close()
    Library.open(tmp_path).close()


def test_open_or_create_does_either(tmp_path: Path) -> None:
    Library.open_or_create(tmp_path / "x.mwlib").close()
    with Library.open_or_create(tmp_path / "x.mwlib") as library:
        assert not library.read_only


def test_a_creation_that_was_killed_is_done_again(tmp_path: Path) -> None:
    where = tmp_path / "x.mwlib"
    (where / "originals").mkdir(parents=True)
    (where / "lock").touch()
    (where / "holder.json").write_text("{}")
    (where / "library.sqlite.part").write_bytes(b"half a store")
    Library.open_or_create(where).close()
    with Library.open(where) as library:
        assert checks.check(library).problems == ()
    assert not list(where.glob("*.part*"))


def test_a_folder_that_cannot_be_made_is_told_with_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unwritable):
        Library.create(tmp_path / "file" / "x.mwlib")


def test_on_a_server_a_library_is_created_once(empty_database: Callable[[], str]) -> None:
    where = empty_database()
    with pytest.raises(LibraryMissing):
        Library.open(where)
    with Library.open_or_create(where) as made:
        assert made.name == sa.make_url(where).database
    Library.open_or_create(where).close()
    with pytest.raises(NotALibrary):
        Library.create(where)


def test_a_database_without_unicode_is_no_place_for_a_library(
    empty_database: Callable[[str], str],
) -> None:
    where = empty_database("ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'")
    with pytest.raises(NotALibrary, match="letter"):
        Library.create(where)


def test_a_server_that_goes_away_is_told_with_words(emptied_on_server: str) -> None:
    with Library.open(emptied_on_server) as library:
        with pytest.raises(LibraryMissing, match="cannot be reached"), library.write() as writing:
            writing.connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        with library.read() as reading:
            assert corpus.size(reading) == 0


def test_a_server_that_does_not_answer_is_told_without_its_password(tmp_path: Path) -> None:
    where = f"postgresql+psycopg://ann:canary@/x?host={tmp_path}"
    for way in (Library.open, Library.create, Library.open_or_create):
        with pytest.raises(LibraryMissing) as caught:
            way(where)
        assert "canary" not in caught.value.sentence


@pytest.mark.parametrize("where", ["nonsense://x", "mysql://x/y", "sqlite://", "://", "oracle://"])
def test_an_address_that_makes_no_sense_is_refused(where: str) -> None:
    for way in (Library.open, Library.create, Library.open_or_create):
        with pytest.raises(Unreadable):
            way(where)


def test_an_sqlite_address_is_as_good_as_its_folder(tmp_path: Path) -> None:
    where = f"sqlite:///{tmp_path}/x.db"
    with pytest.raises(LibraryMissing):
        Library.open(where)
    with Library.open_or_create(where) as library:
        assert library.folder == tmp_path
    with Library.open(where) as library:
        assert checks.check(library).problems == ()


def test_asking_for_a_library_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    for where in (f"sqlite:///{tmp_path}/gone/x.db", str(tmp_path / "gone" / "x.mwlib")):
        for writing in (True, False):
            with pytest.raises(LibraryMissing):
                Library.open(where, writing=writing)
    assert list(tmp_path.iterdir()) == []


def test_a_zone_this_machine_does_not_know_is_told_with_words(library: Library) -> None:
    with library.write() as writing:
        writing.connection.exec_driver_sql(
            "UPDATE facts SET value='Mars/Olympus' WHERE name='zone'"
        )
    library.close()
    with pytest.raises(LibraryDamaged, match="Mars/Olympus"):
        Library.open(library.where)


# Transactions -------------------------------------------------------------------------------


def test_a_write_that_fails_leaves_nothing(library: Library, press: Press) -> None:
    with pytest.raises(RuntimeError), library.write() as writing:  # noqa: PT012
        articles.add(writing, press.arrival("half a thought"))
        raise RuntimeError
    with library.read() as reading:
        assert corpus.size(reading) == 0
        assert corpus.count(reading, Selection(words="thought")) == 0


def test_a_reading_sees_one_moment(library: Library, press: Press) -> None:
    press.article("before")
    with library.read() as reading:
        assert corpus.size(reading) == 1
        press.article("after")
        assert corpus.size(reading) == 1
        assert corpus.count(reading, Selection(words="after")) == 0
    with library.read() as reading:
        assert corpus.size(reading) == 2


def test_a_write_is_told_once_and_after_it_holds(library: Library, press: Press) -> None:
    told: list[tuple[Changes, int]] = []

    def hear(changes: Changes) -> None:
        with library.read() as reading:
            told.append((changes, corpus.size(reading)))

    library.listen(hear)
    with library.write() as writing:
        articles.add(writing, press.arrival("one"))
        articles.add(writing, press.arrival("two"))
        writing.touched("ledger")
    assert told == [(Changes.of("articles", "ledger"), 2)]


def test_a_write_that_is_rolled_back_or_touches_nothing_is_told_nobody(library: Library) -> None:
    told: list[Changes] = []
    library.listen(told.append)
    with pytest.raises(ZeroDivisionError), library.write() as writing:  # noqa: PT012
        writing.touched("articles")
        1 / 0  # noqa: B018
    with library.write():
        pass
    assert told == []


def test_a_listener_may_write(library: Library, press: Press) -> None:
    def hear(changes: Changes) -> None:
        if changes == Changes.of("articles"):
            with library.write() as writing:
                writing.touched("ledger")

    library.listen(hear)
    press.article("one")
    press.article("two")
    with library.read() as reading:
        assert corpus.size(reading) == 2


def test_the_refused_thread_can_neither_read_nor_write(library: Library) -> None:
    library.refuse_thread(threading.get_ident())
    with pytest.raises(RuntimeError, match="thread"), library.read():
        pass
    with pytest.raises(RuntimeError, match="thread"), library.write():
        pass
    with ThreadPoolExecutor(1) as elsewhere:
        assert elsewhere.submit(library.check).result() == []


def test_a_write_within_a_write_is_a_bug_and_says_so_at_once(library: Library) -> None:
    with library.write(), pytest.raises(RuntimeError, match="inside"), library.write():
        pass
    with library.write() as writing:
        writing.touched("articles")


def test_two_threads_write_one_after_the_other(library: Library, press: Press) -> None:
    start = threading.Barrier(2)

    def work(name: str) -> None:
        start.wait()
        for n in range(20):
            press.article(f"{name} {n}")

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(work, name) for name in ("left", "right")]:
            done.result()
    with library.read() as reading:
        assert corpus.count(reading, Selection(words="left")) == 20
        assert corpus.count(reading, Selection(words="right")) == 20


def test_many_threads_read_while_one_writes(library: Library, press: Press) -> None:
    stop = threading.Event()

    def look() -> int:
        looks = 0
        while not stop.is_set() or not looks:
            with library.read() as reading:
                seen = corpus.size(reading)
                # Articles come in pairs, and a reading sees one moment.
                assert seen % 2 == 0
                assert corpus.count(reading, Selection(words="together")) == seen
            looks += 1
        return looks

    with ThreadPoolExecutor(8) as threads:
        readers = [threads.submit(look) for _ in range(8)]
        for _ in range(15):
            with library.write() as writing:
                for _ in range(2):
                    articles.add(writing, press.arrival("together"))
        stop.set()
        assert all(reader.result() for reader in readers)


def test_a_library_opened_for_reading_refuses_to_write(library: Library) -> None:
    with Library.open(library.where, writing=False) as reader:
        assert reader.read_only
        with pytest.raises(LibraryReadOnly), reader.write():
            pass


def test_the_integrity_of_the_store_is_checked(library: Library) -> None:
    assert library.check() == []
