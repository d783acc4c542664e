from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from workstation import limits
from workstation.importing.importer import import_paths
from workstation.importing.watching import Folder, Look, Watch, offers
from workstation.library.library import Library

STILL = limits.WATCH_STILL_SECONDS
WORDS = "The ferry was late again on Monday, and nobody on the quay was surprised by it.\n"


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    return folder


def write(path: Path, words: str = WORDS, *, ago: float = 0) -> Path:
    """Writes a file; `ago` is how many seconds before now it was changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words)
    if ago:
        then = time.time() - ago
        os.utime(path, (then, then))
    return path


def look(folder: Folder, now: float) -> list[str]:
    found = folder.sift(folder.walk(now))
    return [path.relative_to(folder.path).as_posix() for path in found.ready]


def known(library: Library, press: Path) -> Folder:
    with library.read() as reading:
        return Folder(press, offers(reading, press))


def test_a_file_is_given_on_once_when_it_has_stood_still(press: Path) -> None:
    folder = Folder(press, {})
    write(press / "a.txt")
    assert look(folder, 0) == []
    assert look(folder, STILL - 1) == []
    assert look(folder, STILL) == ["a.txt"]
    assert look(folder, STILL + 1) == []
    assert look(folder, 9 * STILL) == []


def test_a_file_that_grows_is_waited_for(press: Path) -> None:
    folder = Folder(press, {})
    for n in range(4):
        write(press / "a.txt", WORDS * (n + 1))
        assert look(folder, n * (STILL - 1)) == []
    assert look(folder, 3 * (STILL - 1) + STILL) == ["a.txt"]


def test_a_file_without_a_byte_and_a_download_are_waited_for(press: Path) -> None:
    folder = Folder(press, {})
    write(press / "a.txt", "")
    write(press / "b.txt.part")
    assert look(folder, 0) == look(folder, 2 * STILL) == []
    write(press / "a.txt")
    (press / "b.txt.part").rename(press / "b.txt")
    assert look(folder, 3 * STILL) == []
    assert look(folder, 4 * STILL) == ["a.txt", "b.txt"]


def test_folders_inside_are_watched_and_libraries_are_not(press: Path) -> None:
    folder = Folder(press, {})
    write(press / "deep" / "down" / "a.txt")
    write(press / "x.mwlib" / "originals" / "b.txt")
    write(press / ".hidden" / "c.txt")
    assert look(folder, 0) == []
    assert look(folder, STILL) == ["deep/down/a.txt"]


def test_a_file_that_is_only_touched_is_nothing_new(press: Path) -> None:
    folder = Folder(press, {})
    write(press / "a.txt", ago=60)
    assert look(folder, 0) == []
    assert look(folder, STILL) == ["a.txt"]
    os.utime(press / "a.txt")
    assert look(folder, 2 * STILL) == look(folder, 3 * STILL) == []
    write(press / "a.txt", WORDS * 2)
    assert look(folder, 4 * STILL) == []
    assert look(folder, 5 * STILL) == ["a.txt"]


def test_what_could_not_be_taken_is_given_again(press: Path) -> None:
    folder = Folder(press, {})
    path = write(press / "a.txt")
    assert look(folder, 0) == []
    assert look(folder, STILL) == ["a.txt"]
    folder.give_again([path])
    assert look(folder, STILL + 1) == ["a.txt"]
    assert look(folder, STILL + 2) == []


@pytest.mark.usefixtures("children_do_not_run_pytest")
def test_the_ledger_remembers_across_restarts(library: Library, press: Path) -> None:
    old, refused = write(press / "a.txt"), write(press / "b.bin", "\0\1\2")
    import_paths(library, [old, refused], jobs=1)
    write(press / "new.txt", WORDS * 2)
    folder = known(library, press)
    assert look(folder, 0) == []
    assert look(folder, STILL) == ["new.txt"]
    # The file is as young as its row, and was compared by what it holds.
    assert not folder._was_offered(old, folder._taken[old])


def test_what_the_ledger_has_seen_unchanged_is_not_read_again(
    library: Library, press: Path
) -> None:
    path = write(press / "a.txt")
    import_paths(library, [path], jobs=1)
    folder = known(library, press)
    late = {name: type(o)(o.sha256, o.bytes, o.at + 60) for name, o in folder._offers.items()}
    folder = Folder(press, late)
    path.chmod(0o000)
    assert look(folder, 0) == look(folder, STILL) == []
    path.chmod(0o600)
    assert folder._standing == {}


@pytest.mark.usefixtures("children_do_not_run_pytest")
def test_what_was_changed_while_nobody_watched_is_given_on(library: Library, press: Path) -> None:
    path = write(press / "a.txt")
    import_paths(library, [path], jobs=1)
    write(path, WORDS * 2)
    folder = known(library, press)
    assert look(folder, 0) == []
    assert look(folder, STILL) == ["a.txt"]


def test_files_of_a_folder_with_a_like_name_are_not_taken_for_its_own(
    library: Library, press: Path
) -> None:
    odd = press / "100%_a"
    write(odd / "a.txt")
    write(press / "100x_a" / "a.txt")
    import_paths(library, [press / "100x_a"], jobs=1)
    with library.read() as reading:
        assert offers(reading, odd) == {}


def test_a_folder_that_vanishes_is_told_once_and_so_is_its_return(press: Path) -> None:
    folder = Folder(press, {})
    write(press / "a.txt")
    assert not folder.walk(0)
    press.rename(press.with_name("away"))
    assert folder.walk(1) == Look(press, lost=True)
    assert not folder.walk(STILL)
    press.with_name("away").rename(press)
    assert folder.walk(STILL + 1) == Look(press, back=True)
    assert look(folder, 2 * STILL + 1) == ["a.txt"]


def test_watching_goes_on_until_it_is_stopped(press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WATCH_STILL_SECONDS", 0.0)
    monkeypatch.setattr(limits, "WATCH_PAUSE_SECONDS", 0.01)
    heard: list[Look] = []
    stop, came = threading.Event(), threading.Event()

    def hear(new: Look) -> None:
        heard.append(new)
        came.set()

    thread = threading.Thread(target=Watch([Folder(press, {})], hear).run, args=(stop,))
    thread.start()
    write(press / "a.txt")
    assert came.wait(20)
    came.clear()
    (press / "a.txt").unlink()
    press.rmdir()
    assert came.wait(20)
    stop.set()
    thread.join(20)
    assert not thread.is_alive()
    assert [(new.ready, new.lost) for new in heard] == [((press / "a.txt",), False), ((), True)]


def test_large_folders_are_looked_at_less_often(
    press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "WATCH_PAUSE_SECONDS", 0.0)
    for n in range(300):
        write(press / f"{n}.txt")
    pauses: list[float] = []

    class Hurried(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            pauses.append(timeout or 0)
            return len(pauses) > 3

    began = time.thread_time()
    Watch([Folder(press, {})], lambda _look: None).run(Hurried())
    spent = time.thread_time() - began
    assert sum(pauses[1:]) >= spent / limits.WATCH_SHARE * 0.5
