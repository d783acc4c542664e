from __future__ import annotations

import pytest

from tests.cli.conftest import Say


def names(say: Say, desk: str) -> set[str]:
    return {actor["name"] for actor in say("actors", desk, "--json").json}


def test_a_decision_is_told_with_what_it_changed(desk: str, say: Say) -> None:
    said = say("decide", desk, "rename", "Russia", "Россия", "--reason", "as it calls itself")
    assert (said.code, said.err) == (0, "")
    assert said.out == "Renamed “Russia” to “Россия”. (3 mentions in 2 articles)\n"
    assert "Россия" in names(say, desk)


def test_the_keys_of_a_decision_are_those_of_the_log(desk: str, say: Say) -> None:
    made = say("decide", desk, "merge", "Syria", "Turkey", "--reason", "a test", "--json").json
    assert set(made) == {
        "number", "verb", "subject", "terms", "reason", "who", "at", "mentions", "articles",
        "words", "revoked_by",
    }  # fmt: skip
    assert (made["verb"], made["reason"], made["mentions"]) == ("merge", "a test", 1)
    assert say("undo", desk, "--json").json["verb"] == "revoke"
    assert say("redo", desk, "--json").json["verb"] == "revoke"
    log = say("decisions", desk, "--json").json
    assert [decision["number"] for decision in log] == [1, 2, 3]
    assert {tuple(decision) for decision in log} == {tuple(made)}
    assert "Merged “Syria” into “Turkey”." in say("decisions", desk).out


def test_undo_brings_back_what_was_there(desk: str, say: Say) -> None:
    before = names(say, desk)
    say("decide", desk, "not-an-actor", "Russia")
    assert names(say, desk) == before - {"Russia"}
    assert say("undo", desk).out.startswith("Took back decision 1: “Russia” is not an actor.")
    assert names(say, desk) == before
    said = say("undo", desk)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("workstation: There is nothing to undo.")


@pytest.mark.parametrize(
    "words",
    [
        ("merge", "Russia"),
        ("merge", "Russia", "Syria", "Turkey"),
        ("split", "Russia", "Moscow"),
        ("rename", "Russia"),
        ("rename", "Russia", "A", "B"),
        ("kind", "Russia", "place", "people"),
        ("alias", "Russia", "A", "B"),
        ("not-an-actor", "Russia", "Syria"),
    ],
)
def test_a_wrong_number_of_names_is_wrong_usage_and_decides_nothing(
    words: tuple[str, ...], desk: str, say: Say
) -> None:
    said = say("decide", desk, *words)
    assert (said.code, said.out) == (2, "")
    assert f"“{words[0]}” takes " in said.err
    assert "For example: " in said.err
    assert say("decisions", desk, "--json").json == []


@pytest.mark.parametrize(
    "words",
    [
        ("rename", "Russia", "!!"),
        ("rename", "Russia", ""),
        ("rename", "Russia", "Syria"),
        ("alias", "Russia", "\u202e"),
        ("merge", "Russia", "Nobody"),
        ("merge", "Russia", "russia"),
        ("kind", "Russia", "empire"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused_with_words(
    words: tuple[str, ...], desk: str, say: Say
) -> None:
    said = say("decide", desk, *words)
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1
    assert say("decisions", desk, "--json").json == []


def test_names_reach_the_library_cleaned(desk: str, say: Say) -> None:
    foul = "\x1b[2J\u202eaissuR\nnew\udcff"
    assert say("decide", desk, "rename", "Russia", foul, "--reason", foul).code == 0
    assert "[2JaissuR new\ufffd" in names(say, desk)
    (made,) = say("decisions", desk, "--json").json
    assert made["reason"] == "[2JaissuR new\ufffd"
