from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from workstation.cli import listing
from workstation.cli.verbs import VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb: str, say: Say) -> None:
    said = say(verb, "--help")
    assert said.code == 0
    assert f"Example:  workstation {verb} " in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["chekc", "x.mwlib"], "Did you mean “check”?"),
        (["artciles"], "Did you mean “articles”?"),
        (["backup", "--help"], "There is no verb “backup”."),
        (["restore", "x.mwlib", "--json"], "There is no verb “restore”."),
        (["nowhere.txt"], "There is no verb or file “nowhere.txt”."),
    ],
)
def test_a_verb_that_is_none_is_wrong_usage(words: list[str], told: str, say: Say) -> None:
    said = say(*words)
    assert said.code == 2
    assert said.err.startswith("workstation: There is no verb ")
    assert told in said.err
    assert said.out == ""


def test_a_verb_to_come_is_not_taken_for_a_folder_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("backup").mkdir()
    assert say("backup").code == 2


@pytest.mark.parametrize("words", [[], ["here.txt"], ["x.mwlib"], ["open"], ["./backup"]])
def test_the_verb_may_be_left_out_before_what_can_be_opened(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("here.txt").touch()
    Path("backup").mkdir()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = say(*words)
    assert said.code == 1
    assert "no display" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["articles"],
        ["articles", "x.mwlib", "--frm", "2024-12-14"],
        ["articles", "x.mwlib", "--from", "yesterday"],
        ["actors", "x.mwlib", "--kind", "empire"],
        ["frequency", "x.mwlib", "--by", "year"],
        ["tag", "x.mwlib", "--jobs", "0"],
        ["report", "x.mwlib"],
        ["decide", "x.mwlib", "praise", "Russia"],
        ["undo", "x.mwlib", "last"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_is_told_with_the_usage(words: list[str], say: Say) -> None:
    said = say(*words)
    assert said.code == 2
    assert said.err.startswith("usage: ")
    assert said.out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be deleted there")
def test_a_folder_that_was_deleted_meanwhile_is_told_with_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    said = say("articles", "x.mwlib")
    os.chdir(tmp_path)
    assert said.code == 1
    assert said.err.startswith("workstation: The folder you are in is gone.")


def broken(_arguments: object) -> int:
    raise ZeroDivisionError("words of an article")


@pytest.mark.parametrize("can_log", [True, False])
def test_a_bug_is_told_calmly_and_logged_without_words_of_articles(
    can_log: bool, home: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.setattr(listing, "articles", broken)
    if not can_log:
        home.write_text("no folder can be made here")
    said = say("articles", "x.mwlib")
    assert said.code == 70
    assert said.err.startswith("workstation: This should not have happened.")
    assert len(said.err.splitlines()) == 1
    log = home / "STATE" / "media-workstation" / "workstation.log"
    assert (str(log) in said.err) is can_log
    if can_log:
        text = log.read_text(encoding="utf-8")
        assert "ZeroDivisionError" in text
        assert "in broken" in text
        assert text.count("words of an article") == 1, "the line of the program, and no more"
