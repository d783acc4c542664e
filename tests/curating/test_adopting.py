"""Decisions of one library in another: all of them, once, in the same order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.curating.desks import (
    DONE,
    TEXT,
    Act,
    act,
    adopt,
    arrive,
    carry,
    decide,
    desks,
    fill,
    log,
    rewritten,
    state,
    uuid,
)
from tests.library.press import Press
from workstation.curating import adopting, decisions
from workstation.domain.decision import Order, Verb
from workstation.errors import LibraryReadOnly
from workstation.library import corpus
from workstation.library.library import Library

FEW = settings(max_examples=8, suppress_health_check=list(HealthCheck))


@FEW
@given(done=DONE)
def test_an_untouched_library_comes_to_the_same_as_the_one_that_decided(
    done: list[tuple[str, Act]],
) -> None:
    with desks("a", "b") as (a, b):
        for who, wanted in done:
            act(a, who, wanted)
        adopting.adopt(b, carry(a), who="carla")
        assert log(b) == log(a)
        assert state(b) == state(a)
        again = adopting.adopt(b, carry(a), who="carla")
        assert (again.new, again.decision) == (0, None)
        assert state(b) == state(a)


@FEW
@given(first=DONE, here=DONE, there=DONE)
def test_merging_both_ways_makes_both_the_same(
    first: list[tuple[str, Act]], here: list[tuple[str, Act]], there: list[tuple[str, Act]]
) -> None:
    with desks("a", "b") as (a, b):
        for who, wanted in first:
            act(a, who, wanted)
        adopting.adopt(b, carry(a), who="carla")
        for library, done in ((a, here), (b, there)):
            for who, wanted in done:
                act(library, who, wanted)
        of_a, of_b = carry(a), carry(b)
        told = adopting.preview(b, of_a)
        done_so = adopting.adopt(b, of_a, who="carla")
        assert (told.new, told.known, told.waiting, told.conflicts, told.refused) == (
            done_so.new, done_so.known, done_so.waiting, done_so.conflicts, done_so.refused,
        )  # fmt: skip
        assert adopting.adopt(a, of_b, who="carla").refused == told.refused == ()
        assert log(b) == log(a)
        assert state(b) == state(a)


@FEW
@given(here=DONE, there=DONE)
def test_one_undo_takes_a_whole_merge_back(
    here: list[tuple[str, Act]], there: list[tuple[str, Act]]
) -> None:
    with desks("a", "b") as (a, b):
        for library, done in ((a, here), (b, there)):
            for who, wanted in done:
                act(library, who, wanted)
        before = state(b)
        if adopting.adopt(b, carry(a), who="carla").decision is None:
            return
        after = state(b)
        decisions.undo(b, who="carla")
        # Actors whom nobody mentions may be left over.
        left = {name: rows for name, rows in state(b).items() if name != "actors"}
        assert left == {name: rows for name, rows in before.items() if name != "actors"}
        decisions.redo(b, who="carla")
        assert state(b) == after
        decisions.undo(b, who="carla")
        assert adopting.adopt(b, carry(a), who="carla").known == 0
        assert state(b) == after


def test_authors_times_and_reasons_come_along(desk: Library, other: Library) -> None:
    taken = decide(other, "rename", "Russia", "Russian Federation", who="bob")
    adopted = adopt(desk, other)
    with desk.read() as reading:
        came, adoption = decisions.log(reading)
    assert (came.who, came.at, came.order, came.id) == ("bob", taken.at, taken.order, taken.id)
    assert came.order.reason == "so it is"
    assert adopted.decision == adoption
    assert (adoption.who, adoption.words) == (
        "carla",
        "Merged 1 decision of the library “other”.",
    )
    assert came.brought_by == adoption.number


def test_a_decision_waits_for_its_article_and_holds_as_soon_as_it_comes(
    library: Library, other: Library
) -> None:
    fill(library, articles=(2,))
    decide(other, "assign", "1", "Smith", "Syria")
    adopted = adopt(library, other)
    assert (adopted.new, adopted.waiting, adopted.refused) == (1, 1, ())
    with library.read() as reading:
        assert decisions.log(reading)[0].words.endswith("(waits for its article)")
    number = arrive(Press(library), TEXT, "id:1")
    with library.read() as reading:
        means = {m.start: m.actor for m in corpus.mentions_in(reading, number) if m.text == "Smith"}
        assert "waits" not in decisions.log(reading)[0].words
    assert means == {22: "Syria", 30: "Smith"}


def test_an_article_that_each_library_knows_otherwise_is_told_by_its_words(
    library: Library, other: Library
) -> None:
    fill(library, articles=(2,))
    number = arrive(Press(library), TEXT, "url:example.org/another-address")
    decide(other, "mention", "1", "and Moscow", "Nobody Else")
    adopted = adopt(library, other)
    assert (adopted.new, adopted.waiting) == (1, 0)
    with library.read() as reading:
        there = {m.text: m.actor for m in corpus.mentions_in(reading, number)}
    assert there["and Moscow"] == "Nobody Else"
    decisions.undo(library, who="carla")
    with library.read() as reading:
        assert "and Moscow" not in {m.text for m in corpus.mentions_in(reading, number)}


@pytest.mark.parametrize(
    ("verb", "subject", "terms", "means"),
    [
        ("alias", "Syria", ("Smith",), {"Smith": "Syria", "Syria": "Syria"}),
        ("merge", "Smith", ("Syria",), {"Smith": "Syria", "Syria": "Syria"}),
        ("split", "Smith", ("Another", "Smith"), {"Smith": "Another", "Syria": "Syria"}),
        ("rename", "Smith", ("John Smith",), {"Smith": "John Smith", "Syria": "Syria"}),
    ],
)
def test_decisions_hold_for_articles_that_come_later(
    desk: Library, other: Library, verb: Verb, subject: str, terms: tuple[str, ...],
    means: dict[str, str],
) -> None:  # fmt: skip
    decide(other, verb, subject, *terms)
    adopt(desk, other)
    for library in (desk, other):
        number = arrive(Press(library), "Smith saw Syria.", "id:3")
        with library.read() as reading:
            found = corpus.mentions_in(reading, number)
        assert {m.text: m.actor for m in found} == means
    assert state(desk) == state(other)


def test_what_was_undone_there_arrives_undone(desk: Library, other: Library) -> None:
    decide(other, "rename", "Russia", "Russian Federation")
    decisions.undo(other, who="ann")
    before = state(desk)
    assert adopt(desk, other).new == 2
    assert state(desk) == before


def test_an_undo_that_comes_later_takes_back_what_came_before(
    desk: Library, other: Library
) -> None:
    before = state(desk)
    decide(other, "rename", "Russia", "Russian Federation")
    adopt(desk, other)
    assert state(desk) != before
    decisions.undo(other, who="ann")
    assert (adopt(desk, other).new, adopt(desk, other).new) == (1, 0)
    assert state(desk) == before


def test_an_actor_that_is_not_there_is_made(library: Library, other: Library) -> None:
    decide(other, "rename", "Russia", "Russian Federation")
    adopt(library, other)
    with library.read() as reading:
        made = corpus.find_actor(reading, uuid("Russia"))
    assert (made.name, made.kind, made.mentions) == ("Russian Federation", "state", 0)


def test_two_names_for_one_actor_are_a_conflict_and_the_later_one_holds(
    desk: Library, other: Library
) -> None:
    decide(desk, "rename", "Russia", "Here", who="ann")
    decide(other, "rename", "Russia", "There", who="bob")
    (conflict,) = adopt(desk, other).conflicts
    assert conflict.line == 2
    assert "Renamed “Russia” to “Here”. (ann" in conflict.words
    assert "Renamed “Russia” to “There”. (bob" in conflict.words
    assert conflict.words.endswith("Theirs is the later one and holds.")
    (conflict,) = adopt(other, desk).conflicts
    assert conflict.words.endswith("Yours is the later one and holds.")
    for library in (desk, other):
        with library.read() as reading:
            assert corpus.find_actor(reading, uuid("Russia")).name == "There"


def test_merges_in_a_circle_are_told_and_the_earlier_one_holds(
    desk: Library, other: Library
) -> None:
    decide(desk, "merge", "Smith", "Syria", who="ann")
    decide(other, "merge", "Syria", "Smith", who="bob")
    (conflict,) = adopt(desk, other).conflicts
    assert conflict.line == 2
    assert "Merged “Syria” into “Smith”. (bob" in conflict.words
    assert "does nothing" in conflict.words
    adopt(other, desk)
    for library in (desk, other):
        with library.read() as reading:
            assert corpus.find_actor(reading, "Smith").name == "Syria"
    assert state(desk) == state(other)


def test_what_both_decided_alike_is_no_conflict(desk: Library, other: Library) -> None:
    for library in (desk, other):
        decide(library, "merge", "Smith", "Syria")
        decide(library, "rename", "Russia", "There")
        decide(library, "metonym", "Moscow", "place")
        decide(library, "assign", "1", "Russia", "Syria")
    assert adopt(desk, other).conflicts == ()


def test_a_merge_that_was_undone_does_not_travel_on(
    desk: Library, other: Library, tmp_path: Path
) -> None:
    decide(other, "rename", "Russia", "Russian Federation")
    adopt(desk, other)
    decisions.undo(desk, who="carla")
    with Library.create(tmp_path / "third.mwlib") as third:
        assert adopt(third, desk).new == 0
        assert adopt(other, desk).new == 0
    with other.read() as reading:
        assert corpus.find_actor(reading, uuid("Russia")).name == "Russian Federation"


def test_a_single_decision_of_a_merge_can_be_taken_back(desk: Library, other: Library) -> None:
    decide(other, "rename", "Russia", "Russian Federation")
    decide(other, "rename", "Syria", "Syrian Republic")
    adopt(desk, other)
    decisions.undo(desk, who="carla", number=1)
    with desk.read() as reading:
        assert corpus.find_actor(reading, uuid("Russia")).name == "Russia"
        assert corpus.find_actor(reading, uuid("Syria")).name == "Syrian Republic"


def test_all_terms_of_an_alias_come_along(desk: Library, other: Library) -> None:
    wanted = Order("alias", uuid("Russia"), ("Rossiya", "Moscow", "Putin"))
    decisions.decide(other, wanted, who="ann")
    adopt(desk, other)
    with desk.read() as reading:
        assert decisions.log(reading)[0].order.terms == wanted.terms


def test_decisions_taken_after_a_merge_come_after_it_though_the_other_clock_was_fast(
    desk: Library, other: Library, tmp_path: Path
) -> None:
    decide(other, "rename", "Russia", "There")
    soon = datetime.now(UTC) + timedelta(hours=20)
    path = rewritten(carry(other), tmp_path, at=soon.isoformat())
    assert adopting.adopt(desk, path, who="carla").new == 1
    decide(desk, "rename", "There", "Here")
    with desk.read() as reading:
        assert corpus.find_actor(reading, uuid("Russia")).name == "Here"
        assert [d.number for d in decisions.log(reading)] == [1, 2, 3]


def test_a_library_that_can_only_be_read_tells_and_refuses(desk: Library, other: Library) -> None:
    decide(other, "rename", "Russia", "There")
    with Library.open(desk.where, writing=False) as reader:
        assert adopting.preview(reader, carry(other)).new == 1
        with pytest.raises(LibraryReadOnly):
            adopt(reader, other)
