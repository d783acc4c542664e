"""Saved column mappings on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say

PIER = "The pier was closed on Monday, because nobody had remembered to open it that morning."


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def test_a_mapping_is_saved_shared_used_and_removed(tmp_path: Path, say: Say) -> None:
    assert say("mappings").out == "No column mapping is saved.\n"
    added = say("mappings", "add", "--name", "Desk", "--map", "title=Kopf,text=Rumpf")
    assert (added.code, added.err) == (0, "")
    (row,) = say("mappings", "--json").json
    assert row == {"name": "Desk", "columns": {"title": "Kopf", "text": "Rumpf"}, "labels": []}
    shared = tmp_path / "desk.json"
    assert say("mappings", "export", "desk", "-o", shared).code == 0
    assert "Desk" not in say("mappings", "remove", "Desk").out
    assert "Colleague" in say("mappings", "add", shared, "--name", "Colleague").out

    table = tmp_path / "a.csv"
    table.write_text(f"Kopf,Rumpf\nPier,{PIER}\n")
    for used in ("colleague", str(shared)):
        desk = tmp_path / f"{Path(used).stem}.mwlib"
        said = say("import", desk, table, "--no-tag", "--map", used, "--json")
        assert (said.code, said.json["articles"]) == (0, 1)
    assert say("articles", desk, "--json").json[0]["title"] == "Pier"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("remove", "Desk"), "No column mapping is saved as “Desk”. None is saved yet."),
        (("export", "Desk", "-o", "x.json"), "No column mapping is saved as “Desk”"),
        (("add", "gone.json"), "The file “gone.json” cannot be read"),
        (("add",), "Something is missing. Name its file"),
        (("add", "--map", "title=A"), "Say how with --name"),
        (("add", "--name", "x", "--map", "author=A"), "names no column for the title or the text"),
    ],
)
def test_what_cannot_be_done_is_told(say: Say, given: tuple[str, ...], words: str) -> None:
    said = say("mappings", *given)
    assert said.code == 1
    assert words in said.err


def test_a_map_that_is_neither_saved_nor_a_file_is_wrong_usage(tmp_path: Path, say: Say) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("[]")
    for given, words in (("Dest", "no saved mapping and no file"), (bad, "no column mapping")):
        said = say("import", tmp_path / "x.mwlib", bad, "--map", given)
        assert said.code == 2
        assert words in said.err
