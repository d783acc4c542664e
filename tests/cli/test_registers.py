"""Registers on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.library.press import Press
from workstation.library.library import Library

ROWS = "name,kind,alias\nAmber Brigade,armed-group,Ambers;Ambrigs\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "desk.csv"
    file.write_text(ROWS, encoding="utf-8")
    return file


@pytest.fixture
def german(tmp_path: Path, say: Say) -> str:
    """A tagged library in a language without a model, which comes up quickly."""
    where = tmp_path / "german.mwlib"
    with Library.create(where) as library:
        Press(library).article("Die Ambers kamen nach Tartus.", language="de")
    say("tag", where)
    return str(where)


def test_a_register_is_added_listed_and_removed(german: str, register: Path, say: Say) -> None:
    added = say("registers", german, "add", register)
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith(
        "“desk.csv” added: 1 actor, 3 names, 0 lines refused; looked for in 1 article."
    )
    (row,) = say("registers", german, "--json").json
    assert (row["name"], row["format"], row["actors"], row["aliases"]) == ("desk.csv", "csv", 1, 3)
    (mention,) = say("mentions", german, "--actor", "Amber Brigade", "--json").json
    assert mention["why"].endswith("(register “desk.csv”, line 2).")

    removed = say("registers", german, "remove", "desk.csv")
    assert (removed.code, removed.out) == (0, "“desk.csv” removed; 1 article matched again.\n")
    assert say("registers", german, "--json").json == []


def test_refused_lines_are_told_and_kept(german: str, register: Path, say: Say) -> None:
    register.write_text(f"{ROWS},person\nAmber Bank,company,Ambrigs\n", encoding="utf-8")
    added = say("registers", german, "add", register, "--name", "banks", "--json")
    assert added.code == 3
    assert (added.json["refused"], added.json["replaced"]) == (2, False)
    assert "refused: line 3: There is no name." in added.err
    shown = say("registers", german, "show", "banks", "--json").json
    assert [(one["line"], one["verdict"]) for one in shown["remarks"]] == [
        (3, "refused"),
        (4, "refused"),
    ]
    assert "line 2" in say("registers", german, "show", "banks").out


def test_an_exported_register_can_be_added_again(
    german: str, register: Path, tmp_path: Path, say: Say
) -> None:
    register.write_text(
        "name,kind,alias,language,wikidata,near,unless near\n"
        "'@Amber,organisation,,,Q12\n'@Amber,,=AB,de,,Tartus;Hama,Zurich\nRussia,,Great Bear\n",
        encoding="utf-8",
    )
    say("registers", german, "add", register)
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert say("registers", german, "export", "desk.csv", "-o", first).code == 0
    again = say("registers", german, "add", first, "--name", "again")
    assert "4 names, 0 lines refused" in again.out
    say("registers", german, "export", "again", "-o", second)
    assert first.read_text("utf-8") == second.read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("remove",),
        ("add",),
        ("export", "x"),
        ("show", "x", "-o", "y.csv"),
        ("remove", "x", "--name", "y"),
        ("burn", "x"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(german: str, words: tuple[str, ...], say: Say) -> None:
    assert say("registers", german, *words).code == 2


@pytest.mark.parametrize(
    "words",
    [("remove", "x"), ("show", "\udcff"), ("add", "/nowhere.csv"), ("export", "x", "-o", "y.csv")],
)
def test_what_is_not_there_is_said(german: str, words: tuple[str, ...], say: Say) -> None:
    said = say("registers", german, *words)
    assert said.code == 1
    assert said.err.startswith("workstation: ")


def test_a_waiting_library_goes_on_waiting(desk: str, register: Path, say: Say) -> None:
    added = say("registers", desk, "add", register, "--json")
    assert (added.code, added.json["matched"]) == (0, 0)
