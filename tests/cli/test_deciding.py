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
        "words", "brought_by", "revoked_by",
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


# Places -------------------------------------------------------------------------------------


def mentions(say: Say, desk: str) -> list[tuple[str, int, str, str]]:
    """Surface, place, actor and origin of what is counted in the first article."""
    return [
        (m["text"], m["start"], m["actor"], m["origin"])
        for m in say("mentions", desk, "--json").json
        if m["article"] == 1 and m["counted"]
    ]


def test_one_mention_is_assigned_to_another_actor_and_back(desk: str, say: Say) -> None:
    before = mentions(say, desk)
    said = say("decide", desk, "assign", 1, "Russia", "Turkey", "--at", 29, "--json").json
    assert (said["verb"], said["mentions"], said["articles"]) == ("assign", 1, 1)
    assert said["words"] == "In “A title”, “Russia” means “Turkey”."
    assert mentions(say, desk) == [*before[:2], ("Russia", 29, "Turkey", "rule")]
    say("undo", desk)
    assert mentions(say, desk) == before


def test_a_quote_that_stands_several_times_is_asked_about(desk: str, say: Say) -> None:
    said = say("decide", desk, "assign", 1, "Russia", "Turkey")
    assert (said.code, said.out) == (1, "")
    assert "“Russia” stands at 0, 29." in said.err


def test_a_new_mention_of_a_new_actor_takes_a_kind(desk: str, say: Say) -> None:
    said = say("decide", desk, "mention", 1, "Latakia", "Latakia")
    assert (said.code, "No actor is called “Latakia”" in said.err) == (1, True)
    assert say("decide", desk, "mention", 1, "Latakia", "Latakia", "--kind", "place").code == 0
    assert ("Latakia", 20, "Latakia", "analyst") in mentions(say, desk)
    (new,) = [a for a in say("actors", desk, "--json").json if a["name"] == "Latakia"]
    assert (new["kind"], new["mentions"]) == ("place", 1)


def test_a_name_in_a_title_is_a_place_too(desk: str, say: Say) -> None:
    assert say("decide", desk, "mention", 2, "phone", "Turkey", "--at", "title:7").code == 0
    listed = say("mentions", desk, "--json").json
    assert ("title", "phone") in {(m["field"], m["text"]) for m in listed}


def test_a_paragraph_is_set_aside_and_taken_back(desk: str, say: Say) -> None:
    before = mentions(say, desk)
    said = say("decide", desk, "boilerplate", 1, "met Syria")
    assert said.out.endswith("is not the article's own words. (3 mentions in 1 article)\n")
    assert mentions(say, desk) == []
    assert say("decide", desk, "body", 1, "met Syria").code == 0
    assert mentions(say, desk) == before
    said = say("decide", desk, "body", 1, "met Syria")
    assert (said.code, said.err.startswith("workstation: It is read so already.")) == (1, True)


def test_a_paragraph_is_set_aside_in_all_of_an_outlet(desk: str, say: Say) -> None:
    said = say("decide", desk, "boilerplate", 1, "met Syria", "--outlet-wide")
    assert said.out.startswith("In every article of “")
    assert said.out.endswith("are not the article's own words. (3 mentions in 1 article)\n")
    assert mentions(say, desk) == []
    assert say("undo", desk).code == 0
    assert mentions(say, desk) != []


def test_a_capital_is_decided_by_its_name(desk: str, say: Say) -> None:
    said = say("decide", desk, "metonym", "moscow", "place", "--json").json
    assert (said["terms"], said["words"]) == (
        ["Moscow", "place"],
        "“Moscow” always means the town.",
    )
    assert say("decide", desk, "metonym", "Moscow", "nothing").code == 1
    assert "No register knows" in say("decide", desk, "metonym", "Tartus", "place").err
    assert say("undo", desk).out.startswith("Took back decision 1: “Moscow” always")


@pytest.mark.parametrize(
    "words",
    [
        ("assign", "1", "Russia"),
        ("mention", "1"),
        ("boilerplate", "1"),
        ("body", "1", "met", "Syria"),
        ("metonym", "Moscow"),
        ("boilerplate", "1", "met", "--kind", "place"),
        ("alias", "Russia", "Rus", "--outlet-wide"),
        ("merge", "Russia", "Syria", "--at", "0"),
        ("assign", "1", "Russia", "Turkey", "--at", "here"),
        ("assign", "1", "Russia", "Turkey", "--at", "author:0"),
        ("mention", "1", "Latakia", "Latakia", "--kind", "town"),
    ],
)
def test_a_place_that_is_asked_for_wrongly_is_wrong_usage(
    words: tuple[str, ...], desk: str, say: Say
) -> None:
    said = say("decide", desk, *words)
    assert (said.code, said.out) == (2, "")
    assert say("decisions", desk, "--json").json == []


@pytest.mark.parametrize(
    "words",
    [
        ("assign", "9", "Russia", "Turkey"),
        ("assign", "Russia", "Russia", "Turkey"),
        ("assign", "9" * 5000, "Russia", "Turkey"),
        ("assign", "1", "Russia", "Russia", "--at", "0"),
        ("assign", "1", "Russia", "Turkey", "--at", "9" * 5000),
        ("assign", "1", "Latakia", "Turkey"),
        ("mention", "1", "Syria", "Turkey"),
        ("mention", "1", "Damascus", "Turkey"),
        ("mention", "1", "", "Turkey"),
        ("mention", "1", "Latakia", "!", "--kind", "place"),
        ("boilerplate", "1", "Turkey"),
        ("boilerplate", "1", "."),
        ("body", "1", "Syria"),
    ],
)
def test_a_place_that_is_not_there_or_changes_nothing_is_refused_with_words(
    words: tuple[str, ...], desk: str, say: Say
) -> None:
    said = say("decide", desk, *words)
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1
    assert say("decisions", desk, "--json").json == []


def test_an_alias_may_hold_only_near_some_words(desk: str, say: Say) -> None:
    said = say("decide", desk, "alias", "Russia", "the bear", "--near", "Kremlin; Duma")
    assert said.out.startswith("“the bear” means “Russia” near “Kremlin”, “Duma”.")
    assert say("decisions", desk, "--json").json[0]["terms"] == ["the bear", "Kremlin", "Duma"]
    refused = say("decide", desk, "rename", "Russia", "Rossiya", "--near", "Duma")
    assert (refused.code, refused.err.split(" For example")[0]) == (
        2,
        "workstation: “rename” takes no “near”.",
    )
