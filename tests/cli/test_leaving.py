from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say

NOWHERE = ("--query", "nowheretobefound")


def test_a_table_is_written_and_told(desk: str, tmp_path: Path, say: Say) -> None:
    target = tmp_path / "a.csv"
    said = say("export", desk, "-o", target)
    assert (said.code, said.out) == (0, "")
    assert said.err == f"Written: {target} (2 articles)\n"
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["A title", "On the phone"]


def test_an_empty_selection_is_written_with_its_heading(
    desk: str, tmp_path: Path, say: Say
) -> None:
    assert say("export", desk, "-o", tmp_path / "a.csv").code == 0
    assert say("export", desk, *NOWHERE, "-o", tmp_path / "no.csv").code == 0
    assert say("frequency", desk, *NOWHERE, "-o", tmp_path / "f.csv").code == 0
    full, empty, counts = (
        (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()
        for name in ("a", "no", "f")
    )
    assert empty == full[:1]
    assert counts == [
        "actor,actor_id,period,mentions,articles,share,of,stories,outlets,unit,events"
    ]


def test_lines_of_json_have_the_keys_of_the_listing(desk: str, tmp_path: Path, say: Say) -> None:
    target = tmp_path / "a.jsonl"
    say("export", desk, "-o", target)
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    listed = say("articles", desk, "--json").json
    assert sorted(rows, key=str) == sorted(listed, key=str)


@pytest.mark.parametrize(
    ("verb", "name", "advice"),
    [
        ("report", "r.txt", ".pdf"),
        ("report", "r", ".pdf"),
        ("export", "a.doc", ".csv or .jsonl"),
        ("frequency", "f.gif", ".csv, .jsonl, .svg or .png"),
    ],
)
def test_a_target_of_another_kind_is_refused(
    verb: str, name: str, advice: str, desk: str, tmp_path: Path, say: Say
) -> None:
    said = say(verb, desk, "-o", tmp_path / name)
    assert (said.code, said.out) == (1, "")
    assert advice in said.err
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("verb", "name"), [("report", "r.pdf"), ("export", "a.csv"), ("frequency", "f.svg")]
)
def test_a_target_that_cannot_be_written_is_told(
    verb: str, name: str, desk: str, tmp_path: Path, say: Say
) -> None:
    said = say(verb, desk, "-o", tmp_path / "no" / name)
    assert (said.code, said.out) == (1, "")
    assert "no such folder" in said.err


def test_a_report_is_written_whatever_its_title_is(desk: str, tmp_path: Path, ask: Say) -> None:
    target = str(tmp_path / "r.pdf")
    said = ask("report", desk, "--title", b"\xff\x1b[2J \xe2\x80\xae!", "-o", target)
    assert (said.code, said.out, said.err) == (0, "", f"Written: {target}\n")
    assert Path(target).read_bytes().startswith(b"%PDF-")


def test_bytes_that_are_no_utf_8_make_a_chart_all_the_same(
    desk: str, tmp_path: Path, say: Say
) -> None:
    library = Path(desk).rename(tmp_path / "de\udcffsk.mwlib")
    say("decide", library, "rename", "Russia", "Rus\ud800\x01\ufffesia")
    for form in ("svg", "csv"):
        assert say("frequency", library, "-o", tmp_path / f"f\udcff.{form}").code == 0
    assert "Rus\ufffdsia" in (tmp_path / "f\udcff.svg").read_text(encoding="utf-8")
