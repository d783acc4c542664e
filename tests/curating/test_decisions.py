from __future__ import annotations

from datetime import date

import pytest

from tests.library.press import Press
from workstation.curating import decisions, layer
from workstation.domain.actor import Actor, actor_uuid
from workstation.domain.changes import Changes
from workstation.domain.decision import Decision, Order, Reach, Verb
from workstation.domain.selection import Selection
from workstation.errors import UnknownName, Unreadable
from workstation.library import checks, corpus, mentions
from workstation.library.library import Library
from workstation.library.mentions import Findings


@pytest.fixture(autouse=True)
def news(press: Press) -> None:
    press.named("Russia met Syria. Russia left Moscow.", "Russia", "Syria", "Moscow")
    press.named("Moscow spoke.", "Moscow", on=date(2024, 12, 14))
    smiths = press.article("Smith and J. Smith wrote.")
    press.tag(smiths, {"J. Smith": "Smith", "Smith and": "Smith"})


def uuid(name: str) -> str:
    return actor_uuid(f"state/{name}")


def decide(
    library: Library, verb: Verb, *names: str, who: str = "ann", reason: str = ""
) -> Decision:
    with library.read() as reading:
        wanted = decisions.order(reading, verb, *names, reason=reason)
    expected = decisions.preview(library, wanted)
    taken = decisions.decide(library, wanted, who=who)
    assert taken.reach == expected
    assert checks.check(library).problems == ()
    return taken


def undo(library: Library, who: str = "ann", number: int | None = None) -> Decision:
    return decisions.undo(library, who=who, number=number)


def redo(library: Library, who: str = "ann") -> Decision:
    return decisions.redo(library, who=who)


def actors(library: Library) -> dict[str, int]:
    with library.read() as reading:
        return {a.name: a.mentions for a in corpus.actors(reading, Selection())}


def find(library: Library, name: str) -> Actor:
    with library.read() as reading:
        return corpus.find_actor(reading, name)


def tag_as_decided(library: Library, press: Press, names: dict[str, str]) -> None:
    """Tags the last article as the tagger does: with what was decided before."""
    with library.write() as writing:
        last = corpus.size(writing)
        found = press.found(corpus.body(writing, last).text, names)
        mentions.record(
            writing, "test/1", [Findings(last, 1, found)], meanings=layer.meanings(writing)
        )


START = {"Moscow": 2, "Russia": 2, "Smith": 2, "Syria": 1}


# Verbs --------------------------------------------------------------------------------------


def test_merged_actors_count_as_one(library: Library) -> None:
    taken = decide(library, "merge", "Moscow", "Russia", reason="The capital stands for it.")
    assert actors(library) == {"Russia": 4, "Smith": 2, "Syria": 1}
    assert find(library, "Russia").articles == 2
    assert taken.words == "Merged “Moscow” into “Russia”."
    assert (taken.who, taken.reach, taken.revoked_by) == ("ann", Reach(2, 2), None)
    assert taken.order == Order(
        "merge", uuid("Moscow"), (uuid("Russia"),), "The capital stands for it."
    )
    undo(library)
    assert actors(library) == START


def test_merges_follow_each_other_however_many(library: Library) -> None:
    decide(library, "merge", "Moscow", "Russia")
    decide(library, "merge", "Russia", "Syria")
    assert actors(library) == {"Syria": 5, "Smith": 2}
    undo(library, number=1)
    assert actors(library) == {"Syria": 3, "Moscow": 2, "Smith": 2}
    undo(library)
    assert actors(library) == START


def test_a_split_takes_the_named_surfaces_away(library: Library, press: Press) -> None:
    taken = decide(library, "split", "Smith", "John Smith", "J. Smith")
    assert actors(library) == START | {"Smith": 1, "John Smith": 1}
    assert taken.words == "Split “J. Smith” from “Smith” as “John Smith”."
    assert taken.reach == Reach(1, 1)
    assert find(library, "John Smith").aliases == ("J. Smith",)
    press.named("J. Smith again.")
    tag_as_decided(library, press, {"J. Smith": "Smith"})
    assert actors(library)["John Smith"] == 2
    undo(library)
    assert actors(library) == START | {"Smith": 3}
    redo(library)
    assert actors(library)["John Smith"] == 2


def test_a_split_reaches_whoever_was_merged_by_then(library: Library) -> None:
    decide(library, "merge", "Moscow", "Russia")
    taken = decide(library, "split", "Russia", "City of Moscow", "Moscow")
    assert taken.reach == Reach(2, 2)
    numbers = actors(library)
    assert (numbers["City of Moscow"], numbers["Russia"]) == (2, 2)
    # Without the merge, the split reaches nothing of what Moscow is found as.
    undo(library, number=1)
    assert actors(library) == START
    redo(library)
    assert actors(library)["City of Moscow"] == 2


def test_a_merge_after_a_split_moves_nothing_back(library: Library) -> None:
    decide(library, "split", "Smith", "John Smith", "J. Smith")
    decide(library, "merge", "Moscow", "Smith")
    numbers = actors(library)
    assert (numbers["Smith"], numbers["John Smith"]) == (3, 1)


def test_an_alias_means_the_actor_everywhere(library: Library) -> None:
    taken = decide(library, "alias", "Russia", "Moscow")
    assert actors(library) == {"Russia": 4, "Smith": 2, "Syria": 1}
    assert taken.words == "“Moscow” means “Russia”."
    with library.read() as reading:
        (mention,) = corpus.mentions_in(reading, 2)
    assert mention.why == "Decision 1: “Moscow” means “Russia”."
    assert find(library, "moscow").name == "Russia"
    undo(library)
    assert actors(library) == START
    assert find(library, "moscow").name == "Moscow"


def test_an_alias_tells_how_often_texts_hold_it_though_nobody_found_it_yet(
    library: Library, press: Press
) -> None:
    press.named("The big bear slept, and the big bear woke.")
    assert decide(library, "alias", "Russia", "big bear").reach == Reach(2, 1)


@pytest.mark.parametrize("word", ["the", "The", "a", "x", "..."])
def test_an_everyday_word_means_nobody(library: Library, word: str) -> None:
    with pytest.raises(Unreadable):
        decide(library, "alias", "Russia", word)


def test_a_split_names_spellings_that_the_actor_has(library: Library) -> None:
    with pytest.raises(Unreadable, match="No mention of “Smith” is spelled “Smyth”"):
        decide(library, "split", "Smith", "John Smith", "Smyth")


def test_the_reason_of_a_mention_tells_what_decisions_made_of_its_actor(library: Library) -> None:
    decide(library, "merge", "Moscow", "Russia")
    with library.read() as reading:
        (merged,) = corpus.mentions_in(reading, 2)
    assert merged.why.endswith("By decision it counts as “Russia”.")
    decide(library, "not-an-actor", "Russia")
    with library.read() as reading:
        (left_out,) = corpus.mentions_in(reading, 2)
    assert left_out.why.endswith("By decision that is not an actor.")


def test_the_last_word_about_a_surface_holds(library: Library) -> None:
    decide(library, "alias", "Russia", "Moscow")
    decide(library, "alias", "Syria", "moscow")
    assert actors(library) == {"Syria": 3, "Russia": 2, "Smith": 2}
    undo(library)
    assert actors(library) == {"Russia": 4, "Smith": 2, "Syria": 1}


def test_a_rename_and_a_kind_change_what_is_shown(library: Library) -> None:
    assert decide(library, "rename", "Russia", "Russian Federation").words == (
        "Renamed “Russia” to “Russian Federation”."
    )
    assert decide(library, "kind", "Russian Federation", "government").words == (
        "Made “Russian Federation” a government."
    )
    found = find(library, "russian federation")
    assert (found.id, found.kind, found.mentions) == (uuid("Russia"), "government", 2)
    undo(library)
    undo(library)
    assert find(library, "Russia").kind == "state"


def test_what_is_not_an_actor_is_not_counted(library: Library) -> None:
    assert decide(library, "not-an-actor", "Smith").words == "“Smith” is not an actor."
    assert actors(library) == {"Moscow": 2, "Russia": 2, "Syria": 1}
    with library.read() as reading:
        assert {m.counted for m in corpus.mentions_in(reading, 3)} == {False}
        assert corpus.article(reading, 3).mentions == 0
    undo(library)
    assert actors(library) == START


# Orders -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "names"),
    [
        ("merge", ["Russia"]),
        ("merge", ["Russia", "russia"]),
        ("split", ["Smith", "John Smith"]),
        ("rename", ["Russia"]),
        ("rename", ["Russia", "  "]),
        ("alias", ["Russia", ""]),
        ("split", ["Smith", "", "J. Smith"]),
        ("split", ["Smith", "John", " "]),
        ("kind", ["Russia", "empire"]),
        ("kind", ["Russia", "state"]),
        ("rename", ["Smith", "Russia"]),
        ("kind", ["Russia"]),
        ("merge", ["Moscow", "Syria", "Russia"]),
        ("rename", ["Russia", "A", "B"]),
        ("kind", ["Russia", "place", "people"]),
        ("alias", ["Russia", "A", "B"]),
        ("not-an-actor", ["Russia", "Syria"]),
        ("rename", ["Russia", "!!"]),
        ("rename", ["Russia", "\u202e\u200b"]),
        ("alias", ["Russia", "…"]),
        ("split", ["Smith", "John", "--"]),
    ],
)
def test_an_order_that_makes_no_sense_is_refused(
    library: Library, verb: Verb, names: list[str]
) -> None:
    with pytest.raises(Unreadable), library.read() as reading:
        decisions.order(reading, verb, *names)


@pytest.mark.parametrize(
    ("verb", "names"), [("merge", ["Nobody", "Russia"]), ("merge", ["Russia", "Nobody"])]
)
def test_an_order_about_nobody_is_refused(library: Library, verb: Verb, names: list[str]) -> None:
    with pytest.raises(UnknownName), library.read() as reading:
        decisions.order(reading, verb, *names)


@pytest.mark.parametrize(
    "wanted",
    [
        Order("merge", uuid("Nobody"), (uuid("Russia"),)),
        Order("merge", uuid("Russia"), (uuid("Nobody"),)),
        Order("split", uuid("Nobody"), ("A", "B")),
        Order("rename", uuid("Nobody"), ("A",)),
    ],
)
def test_a_decision_about_nobody_leaves_no_trace(library: Library, wanted: Order) -> None:
    with pytest.raises(UnknownName):
        decisions.decide(library, wanted, who="ann")
    with library.read() as reading:
        assert decisions.log(reading) == []
    assert actors(library) == START


def test_without_a_name_the_decision_is_of_whoever_is_logged_in(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "carol")
    taken = decisions.decide(library, Order("rename", uuid("Russia"), ("R",)))
    assert taken.who == "carol"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Rus\x1b[31m\x07sia", "Rus[31msia"),
        ("\u202eaissuR\u2069", "aissuR"),
        ("two\n\nlines\there", "two lines here"),
        ("Ros\udcffsiya\x00\ufffe", "Rossiya"),
        ("Cafe\u0301", "Café"),
        ("long " * 1000, " ".join(["long"] * 39) + "…"),
    ],
)
def test_names_and_reasons_are_cleaned_before_they_are_kept(
    library: Library, typed: str, kept: str
) -> None:
    wanted = Order("rename", uuid("Syria"), (typed,), reason=typed[:30])
    taken = decisions.decide(library, wanted, who="ann")
    assert taken.order.terms == (kept,)
    assert taken.order.reason == kept[:29]
    assert taken.words == f"Renamed “Syria” to “{kept}”."
    assert kept in actors(library)


def test_a_name_without_a_letter_is_refused_wherever_it_comes_from(library: Library) -> None:
    with pytest.raises(Unreadable, match="letter or a digit"):
        decisions.decide(library, Order("rename", uuid("Syria"), ("\u202e!!",)))
    assert actors(library) == START


def test_a_login_name_is_cleaned_too(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ca\udcff\x1brol")
    assert decisions.decide(library, Order("rename", uuid("Syria"), ("R",))).who == "carol"
    assert decisions.undo(library).who == "carol"


def test_a_decision_is_told_once(library: Library) -> None:
    told: list[Changes] = []
    library.listen(told.append)
    decide(library, "alias", "Russia", "Moscow")
    assert len(told) == 1
    assert told[0].kinds >= {"decisions", "actors", "mentions", "articles"}


# Undo and redo ------------------------------------------------------------------------------


def test_undo_takes_my_last_decision_back_and_nobody_else_s(library: Library) -> None:
    decide(library, "rename", "Russia", "A", who="ann")
    decide(library, "rename", "Syria", "B", who="bob")
    undone = undo(library, "ann")
    assert undone.words == "Took back decision 1: Renamed “Russia” to “A”."
    assert set(actors(library)) == {"Russia", "B", "Moscow", "Smith"}
    with pytest.raises(UnknownName, match="nothing to undo"):
        undo(library, "ann")


def test_redo_puts_back_in_the_opposite_order(library: Library) -> None:
    decide(library, "rename", "Russia", "A")
    decide(library, "rename", "A", "B")
    undo(library)
    undo(library)
    assert "Russia" in actors(library)
    assert redo(library).words == "Put back decision 1: Renamed “Russia” to “A”."
    assert "A" in actors(library)
    redo(library)
    assert "B" in actors(library)
    with pytest.raises(UnknownName, match="nothing to redo"):
        redo(library)
    undo(library)
    undo(library)
    assert actors(library) == START


def test_after_a_new_decision_nothing_can_be_redone(library: Library) -> None:
    decide(library, "rename", "Russia", "A")
    undo(library)
    decide(library, "rename", "Syria", "B")
    with pytest.raises(UnknownName, match="nothing to redo"):
        redo(library)


def test_a_decision_is_taken_back_singly(library: Library) -> None:
    decide(library, "rename", "Russia", "A")
    decide(library, "rename", "Syria", "B", who="bob")
    undo(library, "carol", number=1)
    assert set(actors(library)) == {"Russia", "B", "Moscow", "Smith"}
    with pytest.raises(UnknownName, match="Decision 1 does not hold"):
        undo(library, number=1)
    with pytest.raises(UnknownName, match="Decision 9 does not hold"):
        undo(library, number=9)
    redo(library, "carol")
    assert "A" in actors(library)


def test_undo_and_redo_survive_a_restart(library: Library) -> None:
    decide(library, "merge", "Moscow", "Russia")
    library.close()
    with Library.open(library.where) as again:
        undo(again)
        assert actors(again) == START
    with Library.open(library.where) as again:
        redo(again)
        assert actors(again)["Russia"] == 4
        with again.read() as reading:
            log = decisions.log(reading)
    assert [(d.number, d.order.verb, d.revoked_by) for d in log] == [
        (1, "merge", None),
        (2, "revoke", 3),
        (3, "revoke", None),
    ]
