from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from workstation.library import ledger
from workstation.library.library import Library

Program = Callable[..., subprocess.Popen[str]]

ROAD = "Trucks wait at the border\n\nThe road to Homs was closed on Monday.\n\nNobody said why.\n"
QUICK = (
    "from workstation import limits\n"
    "limits.WATCH_STILL_SECONDS, limits.WATCH_PAUSE_SECONDS = 0.2, 0.05"
)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    return folder


@pytest.fixture
def watcher(program: Program, press: Path, tmp_path: Path) -> Iterator[Program]:
    """Watches the folder, as a program of its own that is ended with the test."""
    begun: list[subprocess.Popen[str]] = []

    def start(*words: str) -> subprocess.Popen[str]:
        where = str(tmp_path / "w.mwlib")
        begun.append(program("watch", where, str(press), "--no-tag", *words, before=QUICK))
        assert "Watching" in begun[-1].stderr.readline()
        return begun[-1]

    yield start
    for process in begun:
        if process.poll() is None:
            process.kill()
        process.communicate()


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    return process.returncode, out, err


def put(folder: Path, name: str, words: str) -> None:
    """Puts a whole file there at once."""
    (folder / f"{name}.part").write_text(words)
    (folder / f"{name}.part").rename(folder / name)


def rows(tmp_path: Path) -> list[str]:
    with Library.open(tmp_path / "w.mwlib") as library, library.read() as reading:
        return [f"{e.verdict} {Path(e.file).name}" for e in ledger.entries(reading)]


def test_each_file_is_told_and_ctrl_c_is_the_end_that_was_meant(
    watcher: Program, press: Path, tmp_path: Path
) -> None:
    process = watcher()
    put(press, "a.txt", ROAD)
    assert process.stdout.readline() == f"imported: {press / 'a.txt'}: 1 new article.\n"
    put(press, "b.bin", "\0\1\2")
    assert process.stdout.readline().startswith(f"refused: {press / 'b.bin'}: ")
    code, out, err = ended(process)
    assert (code, out, err) == (0, "", "")
    assert rows(tmp_path) == ["imported a.txt", "refused b.bin"]


def test_what_came_meanwhile_is_imported_at_the_start_and_nothing_twice(
    watcher: Program, press: Path, tmp_path: Path
) -> None:
    put(press, "a.txt", ROAD)
    first = watcher("--json")
    assert json.loads(first.stdout.readline())["verdict"] == "imported"
    assert ended(first)[0] == 0
    put(press, "b.txt", ROAD.replace("Homs", "Hama"))
    again = watcher("--json")
    row = json.loads(again.stdout.readline())
    assert (row["file"], row["verdict"]) == (str(press / "b.txt"), "imported")
    assert ended(again)[1] == ""
    assert rows(tmp_path) == ["imported a.txt", "imported b.txt"]


def test_files_wait_while_the_library_is_open_elsewhere(
    watcher: Program, press: Path, tmp_path: Path
) -> None:
    process = watcher()
    with Library.open(tmp_path / "w.mwlib"):
        put(press, "a.txt", ROAD)
        assert "Files wait" in process.stderr.readline()
    assert process.stdout.readline().startswith("imported: ")
    assert ended(process)[0] == 0


def test_a_folder_that_goes_and_comes_is_told(watcher: Program, press: Path) -> None:
    process = watcher()
    press.rename(press.with_name("away"))
    assert "is gone" in process.stderr.readline()
    press.with_name("away").rename(press)
    assert "there again" in process.stderr.readline()
    assert ended(process)[0] == 0


def test_a_folder_that_is_not_there_is_refused(say: Say, tmp_path: Path) -> None:
    said = say("watch", tmp_path / "w.mwlib", tmp_path / "nowhere")
    assert said.code == 1
    assert "There is no folder" in said.err
    assert not (tmp_path / "w.mwlib").exists()
