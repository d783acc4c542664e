"""Labels, stars and notes on the command line."""

from __future__ import annotations

from tests.cli.conftest import Say
from workstation.library import notes
from workstation.library.library import Library


def test_articles_are_labelled_starred_and_found_again(desk: str, say: Say) -> None:
    done = say("label", desk, "1", "2", "--add", "Phone", "--set", "starred")
    assert (done.code, done.out) == (0, "2 articles changed.\n")
    assert say("label", desk, "1", "--remove", "phone", "--json").json == {"changed": [1]}
    assert say("label", desk, "--json").json == [{"label": "Phone", "articles": 1}]
    (row,) = say("articles", desk, "--query", "is:starred label:phone", "--json").json
    assert row["id"] == 2
    assert say("label", desk, "2", "--unset", "starred").code == 0
    assert len(say("articles", desk, "--query", "is:starred", "--json").json) == 1
    missing = say("label", desk, "99", "--set", "read")
    assert missing.code
    assert "no article 99" in missing.err


def test_notes_are_listed_with_their_passages(desk: str, say: Say) -> None:
    with Library.open(desk) as library, library.write() as writing:
        notes.add(writing, 1, "Where?", who="ann", passage=("text", 20, 27))
        notes.add(writing, 2, "By phone.", who="ann")
    first, second = say("notes", desk, "--json").json
    assert (first["quote"], first["start"], first["lost"]) == ("Latakia", 20, False)
    assert (second["article"], second["quote"], second["who"]) == (2, None, "ann")
    (row,) = say("notes", desk, "--query", "note:phone", "--json").json
    assert row["words"] == "By phone."
    assert "Latakia" in say("notes", desk).out


def test_tones_are_set_and_labels_renamed(desk: str, say: Say) -> None:
    assert say("label", desk, "1", "--set", "negative", "--add", "bases").code == 0
    assert say("label", desk, "2", "--set", "mixed", "--add", "Ports").code == 0
    (row,) = say("articles", desk, "--query", "is:negative", "--json").json
    assert row["id"] == 1
    assert say("label", desk, "--rename", "Bases", "ports").out == "1 article changed.\n"
    assert say("label", desk, "--json").json == [{"label": "Ports", "articles": 2}]
    assert say("label", desk, "--rename", "bases", "x").code == 1
