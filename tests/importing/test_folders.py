from __future__ import annotations

import os
from pathlib import Path

import pytest

from workstation import limits
from workstation.importing.folders import files_in


def made(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def names(root: Path, *paths: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in files_in(paths or (root,))]


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "c/d/e.txt")
    assert names(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt", "c/d/e.txt"]


def test_hidden_files_locks_and_libraries_are_left_out(tmp_path: Path) -> None:
    made(
        tmp_path, ".hidden", ".git/x", "~$doc.docx", ".~lock.doc.odt#", "x.part", "x.crdownload",
        "Thumbs.db", "desktop.ini", "press.mwlib/library.sqlite", "kept.txt", "notes.txt~",
    )  # fmt: skip
    assert names(tmp_path) == ["kept.txt"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    made(tmp_path, ".hidden")
    assert names(tmp_path, tmp_path / ".hidden") == [".hidden"]


def test_a_path_that_is_not_there_is_given_back(tmp_path: Path) -> None:
    assert names(tmp_path, tmp_path / "gone.txt") == ["gone.txt"]


def test_each_file_comes_once(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    assert names(tmp_path, tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    made(tmp_path, "a/x.txt")
    try:
        (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert names(tmp_path) == ["a/x.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_given_back_so_that_somebody_says_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken").symlink_to(tmp_path / "gone")
    made(tmp_path, "a.txt")
    assert names(tmp_path) == ["a.txt", "broken", "pipe"]


def test_a_folder_that_lies_too_deep_is_given_back(tmp_path: Path) -> None:
    made(tmp_path, "/".join("d" * (limits.FOLDER_DEPTH + 3)) + "/deep.txt", "a.txt")
    first, deep = names(tmp_path)
    assert first == "a.txt"
    assert deep == "/".join("d" * (limits.FOLDER_DEPTH + 1))


def test_links_are_followed_inside_the_folder_only(tmp_path: Path) -> None:
    made(tmp_path, "secret/key.txt", "secret.txt", "drop/real/1.txt")
    drop = tmp_path / "drop"
    try:
        (drop / "out").symlink_to(tmp_path / "secret", target_is_directory=True)
        (drop / "out.txt").symlink_to(tmp_path / "secret.txt")
        (drop / "up").symlink_to(tmp_path, target_is_directory=True)
        (drop / "same.txt").symlink_to(drop / "real" / "1.txt")
    except OSError:
        pytest.skip("links cannot be made here")
    assert names(drop) == ["real/1.txt", "same.txt"]
    assert names(tmp_path, drop / "out.txt") == ["drop/out.txt"]
