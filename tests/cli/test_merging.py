from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from workstation.library.library import Library


@pytest.fixture
def other(desk: str, tmp_path: Path) -> str:
    """A copy of the library, in which something else is decided."""
    where = tmp_path / "other.mwlib"
    shutil.copytree(desk, where)
    return str(where)


@pytest.fixture
def file(other: str, say: Say, tmp_path: Path) -> Path:
    """The decisions of the other library: Russia is renamed, then undone, then so is Syria."""
    say("decide", other, "rename", "Russia", "Россия")
    say("undo", other)
    say("decide", other, "rename", "Syria", "Souriya", "--reason", "as it calls itself")
    target = tmp_path / "decisions.jsonl"
    said = say("decisions", other, "-o", target)
    assert (said.code, said.out, said.err) == (0, "", f"Written: {target} (3 decisions)\n")
    return target


def names(say: Say, desk: str) -> set[str]:
    return {actor["name"] for actor in say("actors", desk, "--json").json}


def test_the_first_line_says_what_the_file_is_and_each_other_line_is_a_decision(
    file: Path,
) -> None:
    header, *lines = map(json.loads, file.read_text("utf-8").splitlines())
    assert (header["format"], header["version"], header["library"], header["decisions"]) == (
        "media-workstation-decisions", 1, "other", 3,
    )  # fmt: skip
    assert [line["verb"] for line in lines] == ["rename", "revoke", "rename"]
    assert lines[1]["subject"] == lines[0]["id"]
    assert [a["key"] for a in lines[0]["actors"]] == ["state/Russia"]


def test_a_dry_run_tells_what_would_come_and_changes_nothing(
    desk: str, file: Path, say: Say
) -> None:
    before = names(say, desk)
    with Library.open(desk):
        # The window may have the library open meanwhile.
        said = say("merge-decisions", desk, file, "--dry-run")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "From “other”: 3 decisions would be merged, 0 here already, 0 waiting for their articles, "
        "0 conflicts, 0 refused.\n"
    )
    assert names(say, desk) == before


def test_a_merge_is_told_and_one_undo_takes_it_back(desk: str, file: Path, say: Say) -> None:
    before = names(say, desk)
    said = say("merge-decisions", desk, file)
    assert said.code == 0
    assert said.out.startswith("From “other”: 3 decisions merged, ")
    assert "Souriya" in names(say, desk)
    assert "Россия" not in names(say, desk)
    assert "3 here already" in say("merge-decisions", desk, file).out
    assert "Merged 3 decisions of the library “other”." in say("undo", desk).out
    assert names(say, desk) == before


def test_the_keys_of_a_merge(desk: str, file: Path, say: Say) -> None:
    say("decide", desk, "rename", "Syria", "Sham")
    merged = say("merge-decisions", desk, file, "--json").json
    assert set(merged) == {
        "library", "by", "new", "known", "waiting", "conflicts", "refused", "decision",
    }  # fmt: skip
    assert (merged["library"], merged["new"], merged["refused"]) == ("other", 3, [])
    assert [told["line"] for told in merged["conflicts"]] == [4]
    assert merged["decision"]["verb"] == "adopt"
    assert say("merge-decisions", desk, file, "--json").json["decision"] is None


def test_refused_lines_are_listed_and_the_others_merged(desk: str, file: Path, say: Say) -> None:
    file.write_text(file.read_text("utf-8") + "nonsense\n", "utf-8")
    said = say("merge-decisions", desk, file)
    assert said.code == 3
    assert said.err.startswith("line 5: refused: It is no decision")
    assert "3 decisions merged" in said.out


def test_what_is_no_file_of_decisions_is_refused(desk: str, say: Say, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear reader")
    for path in (letter, tmp_path / "none"):
        said = say("merge-decisions", desk, path)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith("workstation: “")


def test_decisions_are_written_to_jsonl_and_nothing_else(desk: str, say: Say) -> None:
    said = say("decisions", desk, "-o", "decisions.csv")
    assert said.code == 1
    assert ".jsonl" in said.err
