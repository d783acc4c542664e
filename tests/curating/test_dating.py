"""Decisions about dates: what holds, what comes back, and what goes with it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.curating.desks import TEXT, adopt, arrive, carry, decide, desks, log, rewritten
from tests.library.press import Press
from workstation.curating import adopting, decisions
from workstation.domain.actor import actor_uuid
from workstation.domain.article import Article, Published
from workstation.domain.decision import Order
from workstation.domain.selection import Brush, Selection
from workstation.errors import UnknownName, Unreadable
from workstation.library import checks, corpus, schema
from workstation.library.library import Library

DAY = date(2024, 12, 14)


def article(library: Library, number: int = 1) -> Article:
    with library.read() as reading:
        assert [words for words, wrong in checks._invariants(reading) if wrong] == []
        return corpus.article(reading, number)


def dated(library: Library, days: dict[int, str], who: str = "ann") -> list[Order]:
    with library.read() as reading:
        orders = [decisions.order(reading, "date", str(n), day) for n, day in days.items()]
    decisions.date_all(library, orders, who=who)
    return orders


def waiting(library: Library) -> list[int]:
    with library.read() as reading:
        asked = sa.select(schema.articles.c.id).where(schema.articles.c.tagged_with.is_(None))
        return list(reading.connection.scalars(asked))


def test_a_date_is_decided_and_taken_back(desk: Library) -> None:
    before = article(desk)
    decision = decide(desk, "date", "1", "2024-12-14")
    assert decision.words == "“A title” was published on 2024-12-14."
    now = article(desk)
    assert (now.published, now.day) == (Published.on(DAY, "set by ann"), DAY)
    decisions.undo(desk, who="ann")
    assert (article(desk).published, article(desk).day) == (before.published, before.day)
    decisions.redo(desk, who="ann")
    assert article(desk) == now


def test_an_instant_falls_on_the_day_of_the_library(desk: Library) -> None:
    decide(desk, "date", "1", "2024-12-14T22:30Z")
    found = article(desk)
    assert found.published == Published.at(datetime(2024, 12, 14, 22, 30, tzinfo=UTC), "set by ann")
    assert found.day == date(2024, 12, 15)  # in Damascus
    assert "2024-12-14 22:30 UTC" in decisions.undo(desk, who="ann").words


def test_counts_and_lists_follow_the_date(desk: Library) -> None:
    russia = actor_uuid("state/Russia")
    decide(desk, "date", "1", "2024-12-14")
    with desk.read() as reading:
        counted = corpus.frequency(reading, Selection(), [russia])
        assert counted.periods == (DAY,)
        assert counted.series[0].mentions == (2,)
        assert counted.series[0].undated_mentions == 1
        brushed = corpus.articles(reading, Selection(brush=Brush(DAY, DAY)))
        assert [one.id for one in brushed] == [1]
        assert [one.id for one in corpus.articles(reading, Selection(), order="newest")] == [1, 2]
    decisions.undo(desk, who="ann")
    with desk.read() as reading:
        assert corpus.frequency(reading, Selection(), [russia]).periods == ()


def test_an_article_of_another_day_is_matched_again(desk: Library) -> None:
    assert waiting(desk) == []
    decide(desk, "date", "1", "2024-12-14")
    assert waiting(desk) == [1]


def test_the_later_date_holds_and_the_earlier_comes_back(desk: Library) -> None:
    decide(desk, "date", "1", "2024-12-14")
    decide(desk, "date", "1", "2024-12-15", who="bob")
    assert article(desk).published == Published.on(date(2024, 12, 15), "set by bob")
    decisions.undo(desk, who="bob")
    assert article(desk).published == Published.on(DAY, "set by ann")


def test_several_dates_are_taken_back_and_put_back_at_once(desk: Library) -> None:
    days = {1: "2024-12-14", 2: "2024-12-16"}
    dated(desk, days)
    assert {n: article(desk, n).day.isoformat() for n in days} == days  # type: ignore[union-attr]
    back = decisions.undo(desk, who="ann")
    assert back.words.endswith("(2 decisions at once)")
    assert back.reach.articles == 2
    assert [article(desk, n).day for n in days] == [None, None]
    decisions.redo(desk, who="ann")
    assert {n: article(desk, n).day.isoformat() for n in days} == days  # type: ignore[union-attr]
    decisions.undo(desk, who="ann")
    assert [article(desk, n).day for n in days] == [None, None]


def test_one_of_several_is_taken_back_by_its_number(desk: Library) -> None:
    dated(desk, {1: "2024-12-14", 2: "2024-12-16"})
    decisions.undo(desk, who="ann", number=1)
    assert [article(desk, n).day for n in (1, 2)] == [None, date(2024, 12, 16)]
    decisions.undo(desk, who="ann")
    assert [article(desk, n).day for n in (1, 2)] == [None, None]


def test_what_was_decided_before_several_is_left_alone(desk: Library) -> None:
    decide(desk, "rename", "Russia", "Rossiya")
    dated(desk, {1: "2024-12-14", 2: "2024-12-16"})
    decisions.undo(desk, who="ann")
    assert decisions.undo(desk, who="ann").words.startswith("Took back decision 1: Renamed")


def test_a_newer_version_keeps_the_decision_and_undo_gives_the_newer_found_date(
    desk: Library, press: Press
) -> None:
    decide(desk, "date", "1", "2024-12-14")
    press.store("Other words.", identity="id:1", on=date(2024, 12, 20))
    assert article(desk).published == Published.on(DAY, "set by ann")
    decisions.undo(desk, who="ann")
    assert article(desk).published == Published.on(date(2024, 12, 20), "test")


@pytest.mark.parametrize("when", ["yesterday", "14.12.2024", "2024-12-14T16:20", "0900-01-01", ""])
def test_what_is_no_date_is_refused_with_words(desk: Library, when: str) -> None:
    with desk.read() as reading, pytest.raises(Unreadable, match="is no date"):
        decisions.order(reading, "date", "1", when)


def test_an_article_that_is_not_there_has_no_date(desk: Library) -> None:
    with desk.read() as reading, pytest.raises(UnknownName, match="no article 9"):
        decisions.order(reading, "date", "9", "2024-12-14")


def test_the_same_date_twice_changes_nothing(desk: Library) -> None:
    decide(desk, "date", "1", "2024-12-14")
    with pytest.raises(Unreadable, match="already"):
        decide(desk, "date", "1", "2024-12-14")


def test_dates_travel_and_so_does_their_undoing(desk: Library, other: Library) -> None:
    dated(desk, {1: "2024-12-14", 2: "2024-12-16T10:00+00:00"})
    adopt(other, desk)
    assert [article(other, n).published for n in (1, 2)] == [
        article(desk, n).published for n in (1, 2)
    ]
    decisions.undo(desk, who="ann")
    adopt(other, desk)
    assert [article(other, n).day for n in (1, 2)] == [None, None]
    assert log(other) == log(desk)


def test_a_date_waits_for_its_article(desk: Library, library: Library, tmp_path: Path) -> None:
    decide(desk, "date", "1", "2024-12-14")
    with Library.create(tmp_path / "late.mwlib", zone="Asia/Damascus") as late:
        assert adopt(late, desk).waiting == 1
        with late.read() as reading:
            assert decisions.log(reading)[0].words.endswith("(waits for its article)")
        arrive(Press(late), TEXT, "id:1")
        assert article(late).published == Published.on(DAY, "set by ann")
        decisions.undo(late, who="carla")
        assert article(late).day is None


def test_an_article_with_another_identity_is_dated_by_its_words(
    desk: Library, tmp_path: Path
) -> None:
    decide(desk, "date", "1", "2024-12-14")
    with Library.create(tmp_path / "else.mwlib", zone="Asia/Damascus") as other:
        first = arrive(Press(other), TEXT, "another:1")
        adopt(other, desk)
        assert article(other, first).day == DAY
        # The article itself comes, with other words: the decision is its alone.
        itself = arrive(Press(other), "Quite other words.", "id:1")
        assert [article(other, n).day for n in (first, itself)] == [None, DAY]


def test_two_desks_that_differ_are_told_and_come_to_the_same(desk: Library, other: Library) -> None:
    decide(desk, "date", "1", "2024-12-14")
    decide(other, "date", "1", "2024-12-15", who="bob")
    assert "Yours is the later" in adopt(other, desk).conflicts[0].words
    adopt(desk, other)
    assert article(desk).published == article(other).published
    assert article(desk).day == date(2024, 12, 15)


@pytest.mark.parametrize(
    "terms",
    [
        ["2024-12-14"],
        ["14 December", "0" * 64],
        ["2024-12-14T16:20:00+01:00", "0" * 64],
        ["2024-12-14", "short"],
        ["9999-12-31", "0" * 64],
    ],
)
def test_a_stranger_cannot_date_by_what_is_no_date(
    desk: Library, other: Library, tmp_path: Path, terms: list[str]
) -> None:
    decide(desk, "date", "1", "2024-12-14")
    path = rewritten(carry(desk), tmp_path, terms=terms)
    adoption = adopting.adopt(other, path, who="carla")
    assert (adoption.new, len(adoption.refused)) == (0, 1)


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("undo"), st.none()),
            st.tuples(st.just("redo"), st.none()),
            st.tuples(
                st.just("date"),
                st.dictionaries(
                    st.sampled_from([1, 2]),
                    st.sampled_from(["2024-12-14", "2024-12-16", "2024-03-31T00:30+02:00"]),
                    min_size=1,
                ),
            ),
        ),
        max_size=8,
    )
)
def test_undoing_everything_gives_back_exactly_what_was_found(acts: list[tuple[str, dict]]) -> None:  # type: ignore[type-arg]
    with desks("a") as (library,):
        before = [article(library, n) for n in (1, 2)]
        for verb, days in acts:
            try:
                if verb == "date":
                    dated(library, days)
                elif verb == "undo":
                    decisions.undo(library, who="ann")
                else:
                    decisions.redo(library, who="ann")
            except (UnknownName, Unreadable):
                continue
            article(library)
        while True:
            try:
                decisions.undo(library, who="ann")
            except UnknownName:
                break
        after = [article(library, n) for n in (1, 2)]
        assert [(a.published, a.day) for a in after] == [(b.published, b.day) for b in before]
        with library.read() as reading:
            for table in (schema.decided_dates, schema.found_dates):
                assert reading.connection.execute(sa.select(table)).all() == []
