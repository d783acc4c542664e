"""Saved searches on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say
from tests.library.press import Press
from workstation.library.library import Library


def test_a_search_is_saved_listed_used_renamed_and_deleted(desk: str, say: Say) -> None:
    saved = say("searches", desk, "save", "Phone", "--query", "spoke", "--actor", "Turkey")
    assert (saved.code, saved.out) == (0, "“Phone” saved.\n")
    with Library.open(desk) as library:
        Press(library).named("Turkey spoke again.", "Turkey")
    (row,) = say("searches", desk, "--json").json
    assert (row["name"], row["group"], row["query"]) == ("Phone", "", "spoke")
    assert (len(row["actor"]), row["articles"], row["new"]) == (1, 2, 1)

    found = say("articles", desk, "--search", "Phone", "--json").json
    assert len(found) == 2
    (one,) = say("articles", desk, "--search", "Phone", "--query", "again", "--json").json
    assert "again" in say("articles", desk, "--search", "Phone", "--text").out
    assert one["id"] == 3

    assert say("searches", desk, "seen", "Phone").code == 0
    listed = say("searches", desk).out
    assert listed.splitlines()[1].split() == ["0", "2", "Phone", "spoke"]
    renamed = say("searches", desk, "rename", "Phone", "Calls", "--json")
    assert renamed.json == {"act": "rename", "name": "Calls"}
    assert say("searches", desk, "delete", "Calls").out == "“Calls” deleted; its articles stay.\n"
    assert say("searches", desk, "--json").json == []


def test_a_watchlist_is_imported(desk: str, tmp_path: Path, say: Say) -> None:
    file = tmp_path / "states.csv"
    file.write_text("name,aliases\nTurkey,Ankara\n,none\n", encoding="utf-8")
    taken = say("searches", desk, "import", file)
    assert (taken.code, taken.out) == (0, "1 search saved in the watchlist “states.csv”.\n")
    assert taken.err == "line 3 is left out: There is no name.\n"
    (row,) = say("searches", desk, "--json").json
    assert (row["group"], row["name"], row["articles"]) == ("states.csv", "Turkey", 1)
    gone = say("searches", desk, "import", tmp_path / "gone.csv")
    assert (gone.code, "cannot be read" in gone.err) == (1, True)


def test_a_search_that_is_not_there_is_told_with_words(desk: str, say: Say) -> None:
    gone = say("articles", desk, "--search", "Phone")
    assert (gone.code, gone.out) == (1, "")
    assert "no saved search “Phone”" in gone.err


def test_what_makes_no_sense_is_wrong_usage(desk: str, say: Say) -> None:
    for words in (("save",), ("rename", "a"), ("delete", "a", "b"), ("save", "Everything")):
        assert say("searches", desk, *words).code == 2
