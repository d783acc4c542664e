from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from workstation.domain.selection import Selection
from workstation.errors import LibraryLocked, Unwritable
from workstation.library import checks, corpus, lock
from workstation.library.library import Library

if TYPE_CHECKING:
    from tests.library.press import Press

ANOTHER_PROGRAM = """
import sys
from workstation.library.library import Library
library = Library.open(sys.argv[2])
with library.write() as writing:
    writing.connection.exec_driver_sql("UPDATE facts SET value = 'UTC' WHERE name = 'zone'")
    print("holding", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def no_long_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workstation.library.library.LOCK_SECONDS", 0.05)


@contextmanager
def held_elsewhere(where: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER_PROGRAM, "import", where],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "holding\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_a_locked_library_names_its_holder(library: Library) -> None:
    library.close()
    with held_elsewhere(library.where) as holder:
        with pytest.raises(LibraryLocked) as caught:
            Library.open(library.where)
        assert "Media Workstation import" in caught.value.what_happened
        assert os.uname().nodename in caught.value.what_happened
        if "://" not in library.where:
            assert f"(process {holder.pid})" in caught.value.what_happened
        with Library.open(library.where, writing=False) as reader:
            assert str(reader.zone) == "Asia/Damascus"


def test_the_lock_falls_with_a_killed_program_and_its_half_write_too(library: Library) -> None:
    library.close()
    with held_elsewhere(library.where) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with Library.open(library.where) as opened:
            assert str(opened.zone) == "Asia/Damascus"
            assert checks.check(opened).problems == ()


def test_one_program_cannot_open_a_library_twice_for_writing(library: Library) -> None:
    with pytest.raises(LibraryLocked, match=f"process {os.getpid()}|Media Workstation"):
        Library.open(library.where)
    library.close()
    Library.open(library.where).close()


def test_the_lock_is_given_back_by_whichever_thread_closes(library: Library) -> None:
    library.close()
    with ThreadPoolExecutor(1) as elsewhere:
        opened = elsewhere.submit(Library.open, library.where).result()
        opened.close()
        Library.open(library.where).close()


def test_closing_twice_takes_nothing_from_the_next_one(library: Library) -> None:
    library.close()
    with Library.open(library.where):
        library.close()
        with pytest.raises(LibraryLocked, match="Media Workstation"):
            Library.open(library.where)


@pytest.mark.parametrize("said", ["", "{", "[]", '{"program": 1}', "\x00"])
def test_a_holder_that_left_no_sense_is_another_program(tmp_path: Path, said: str) -> None:
    Library.create(tmp_path / "x.mwlib").close()
    with Library.open(tmp_path / "x.mwlib"):
        (tmp_path / "x.mwlib" / "holder.json").write_text(said)
        with pytest.raises(LibraryLocked, match="another program"):
            Library.open(tmp_path / "x.mwlib")


def test_a_lock_file_nobody_may_write_is_told_with_words(tmp_path: Path) -> None:
    Library.create(tmp_path / "x.mwlib").close()
    (tmp_path / "x.mwlib" / "lock").unlink(missing_ok=True)
    (tmp_path / "x.mwlib" / "lock").mkdir()
    with pytest.raises(Unwritable):
        lock.lock_of(str(tmp_path / "x.mwlib"), 0)


def test_a_reader_sees_what_a_writer_elsewhere_committed(library: Library, press: Press) -> None:
    with Library.open(library.where, writing=False) as reader:
        press.article("news")
        with reader.read() as reading:
            assert corpus.count(reading, Selection(words="news")) == 1
