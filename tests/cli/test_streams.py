"""Whatever standard output and standard error are, words get there or the program says so."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Say
from workstation.cli import streams

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells are others there")


def shell(line: str, *words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a line of shell in which `$W "$@"` is the command."""
    return subprocess.run(
        ["bash", "-c", f'W="{sys.executable} -m workstation"; {line}', "bash", *words],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | env,
    )


@pytest.mark.parametrize(
    "env", [{"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_json_is_utf_8_and_tables_lose_no_row_whatever_the_terminal_speaks(
    desk: str, say: Say, env: dict[str, str]
) -> None:
    assert say("decide", desk, "rename", "Syria", "الجمهورية السورية").code == 0
    found = shell('$W actors "$@" --json; $W actors "$@"', desk, **env)
    assert found.returncode == 0
    printed, _, table = found.stdout.partition(b"\n]\n")
    names = {actor["name"] for actor in json.loads(printed.decode() + "]")}
    assert "الجمهورية السورية" in names
    assert b"\\u0627\\u0644" in table
    assert b"Turkey" in table


@pytest.mark.parametrize("words", [["articles", "--json"], ["actors"], ["--help"]])
@pytest.mark.parametrize(("place", "reason"), [(">/dev/full", "No space"), (">&-", "closed")])
def test_output_that_cannot_be_written_is_an_error_of_one_line(
    desk: str, words: list[str], place: str, reason: str
) -> None:
    library = [] if words == ["--help"] else [desk]
    found = shell(f'$W "$@" {place}', words[0], *library, *words[1:])
    assert found.returncode == 1
    assert reason in found.stderr.decode()
    assert found.stderr.count(b"\n") == 1


def test_an_import_is_done_and_counted_though_nobody_can_be_told(desk: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Russia has left the pier, and nobody said a word about it.")
    found = shell('$W import "$@" --no-tag >&- 2>&-', desk, str(tmp_path / "a.txt"))
    assert found.returncode == 1
    found = shell('$W articles "$@" --json', desk)
    assert len(json.loads(found.stdout)) == 3


def test_a_reader_who_has_had_enough_is_no_error(desk: str) -> None:
    found = shell('$W mentions "$@" | true; echo "${PIPESTATUS[0]}"', desk)
    assert (found.stdout, found.stderr) == (b"0\n", b"")
    found = shell('$W articles "$@" --text | head -c 5 >&2; echo "${PIPESTATUS[0]}"', desk)
    assert (found.stdout, found.stderr) == (b"0\n", b"id  p")


def test_words_that_nobody_can_read_do_not_end_a_job(desk: str, tmp_path: Path) -> None:
    found = shell('$W import "$@" --no-tag 2>/dev/full', desk, str(tmp_path / "missing.txt"))
    assert found.returncode == 3
    assert b"1 refused" in found.stdout


TEXT = "words of an article"


def read_number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(text) from error


# The log ------------------------------------------------------------------------------------


def log_of(home: Path) -> Path:
    return home / "STATE" / "media-workstation" / "workstation.log"


def test_what_rooms_log_reaches_the_log_and_not_the_terminal(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with streams.logged():
        logging.getLogger("workstation.processes").warning("child 7: it fell over")
        try:
            int(TEXT)
        except ValueError:
            logging.getLogger("elsewhere").exception("a library complains")
    text = log_of(home).read_text(encoding="utf-8")
    assert "workstation.processes: child 7: it fell over" in text
    assert "a library complains" in text
    assert "builtins.ValueError" in text
    assert TEXT not in text
    assert capsys.readouterr().err == ""


def test_a_log_that_has_grown_too_long_is_begun_anew(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "LOG_BYTES", 10)
    for words in ("the first entry", "the second", "the third"):
        assert streams.write_down(words) == log_of(home)
    assert log_of(home).read_text() == "the third\n"
    assert {path.name for path in log_of(home).parent.iterdir()} == {
        "workstation.log", "workstation.old.log",
    }  # fmt: skip


def test_a_place_that_takes_no_log_is_said_and_nothing_more(home: Path) -> None:
    home.write_text("a file")
    assert streams.write_down("words") is None


def test_the_cause_of_an_error_is_kept_without_its_words() -> None:
    try:
        read_number(TEXT)
    except RuntimeError as error:
        told = streams.frames(error)
    assert TEXT not in told
    assert told.index("builtins.RuntimeError") < told.index("builtins.ValueError")
    assert "in read_number" in told
