"""Decisions about titles, authors, outlets and languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.curating.desks import OTHER, TEXT, adopt, decide, log, rewritten
from tests.library.press import Press
from workstation.curating import adopting, carrying, decisions, editing
from workstation.domain.article import Article
from workstation.domain.selection import Selection
from workstation.errors import UnknownName, Unreadable
from workstation.library import checks, corpus, full_text, schema
from workstation.library.library import Library


def article(library: Library, number: int = 1) -> Article:
    with library.read() as reading:
        assert [words for words, wrong in checks._invariants(reading) if wrong] == []
        return corpus.article(reading, number)


def found(library: Library, words: str) -> list[int]:
    with library.write() as writing:
        assert full_text.check(writing)
    with library.read() as reading:
        return [one.id for one in corpus.articles(reading, Selection(words=words))]


def waiting(library: Library) -> list[int]:
    with library.read() as reading:
        asked = sa.select(schema.articles.c.id).where(schema.articles.c.tagged_with.is_(None))
        return list(reading.connection.scalars(asked))


def test_what_is_decided_of_an_article_holds_until_it_is_taken_back(desk: Library) -> None:
    before = article(desk)
    said = decide(desk, "edit", "1", "title", "  Ferries\nstop ")
    assert said.words == "The title of “A title” is “Ferries stop”."
    assert decide(desk, "edit", "1", "author", "Jo Marsh").words == "“Ferries stop” is by Jo Marsh."
    assert decide(desk, "edit", "1", "outlet", "").words == "“Ferries stop” has no outlet."
    decide(desk, "edit", "1", "language", "DE")
    now = article(desk)
    assert (now.title, now.author, now.outlet, now.language) == (
        "Ferries stop", "Jo Marsh", "", "de",
    )  # fmt: skip
    assert found(desk, "title:ferries") == [1]
    assert found(desk, "title:title") == [2]
    assert waiting(desk) == [1], "it alone is to be tagged again"
    for _ in range(4):
        decisions.undo(desk, who="ann")
    back = article(desk)
    assert (back.title, back.author, back.outlet, back.language, back.title_derived) == (
        before.title, before.author, before.outlet, before.language, before.title_derived,
    )  # fmt: skip
    assert found(desk, "title:ferries") == []


def test_the_later_decision_holds_and_the_earlier_comes_back(desk: Library) -> None:
    decide(desk, "edit", "1", "author", "Jo Marsh")
    decide(desk, "edit", "1", "author", "Jo March", who="bob")
    assert article(desk).author == "Jo March"
    assert waiting(desk) == [], "nobody reads an author's name"
    decisions.undo(desk, who="bob")
    assert article(desk).author == "Jo Marsh"


def test_a_newer_version_brings_its_own_facts_and_keeps_the_decided_ones(
    desk: Library, press: Press
) -> None:
    decide(desk, "edit", "1", "title", "Ferries stop")
    stored = press.store(
        TEXT + "\n\nMore.", title="Ferry", outlet="The Quay", identity="id:1", provider_version=1
    )
    assert stored.outcome == "version"
    now = article(desk)
    assert (now.title, now.outlet) == ("Ferries stop", "The Quay")
    decisions.undo(desk, who="ann")
    assert article(desk).title == "Ferry"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("colour", "red", "that can be edited"),
        ("language", "German", "no code"),
        ("title", "…", "needs a letter"),
        ("title", "A title", "is that already"),
    ],
)
def test_what_no_article_can_be_is_refused(
    desk: Library, field: str, value: str, told: str
) -> None:
    with pytest.raises(Unreadable, match=told):
        decide(desk, "edit", "1", field, value)
    with pytest.raises(UnknownName):
        decide(desk, "edit", "77", "author", "Jo")


def test_edits_travel_wait_for_their_article_and_tell_conflicts(
    desk: Library, other: Library, library: Library, tmp_path: Path
) -> None:
    decide(desk, "edit", "1", "outlet", "The Quay")
    decide(other, "edit", "1", "outlet", "The Key", who="bob")
    adoption = adopt(desk, other)
    assert adoption.new == 1
    assert len(adoption.conflicts) == 1
    assert article(desk).outlet == "The Key"
    adopt(other, desk)
    assert article(other).outlet == "The Key"
    assert log(desk) == log(other)
    with Library.create(tmp_path / "empty.mwlib", zone="UTC") as empty:
        assert adopt(empty, desk).waiting == 2
        Press(empty).article(TEXT, identity="another name")
        assert article(empty).outlet == "The Key", "it is known by its words"
        Press(empty).article(OTHER, identity="id:2")
        assert article(empty, 2).outlet == "Halyard Wire"


def test_a_strangers_edit_says_only_what_this_program_writes(
    desk: Library, other: Library, tmp_path: Path
) -> None:
    decide(desk, "edit", "1", "language", "de")
    path = tmp_path / "decisions.jsonl"
    with desk.read() as reading:
        path.write_bytes(b"".join(carrying.lines(reading, library="x", by="ann")))
    text_hash = log(desk)[0][5][2]
    for terms in (["language", "<b>", text_hash], ["title", "", text_hash], ["file", "a", "b"]):
        adoption = adopting.adopt(other, rewritten(path, tmp_path, terms=terms), who="carla")
        assert (adoption.new, len(adoption.refused)) == (0, 1)


def test_several_articles_are_edited_at_once_and_taken_back_at_once(desk: Library) -> None:
    with desk.read() as reading:
        wanted = {1: {"outlet": "The Quay", "author": "Jo"}, 2: {"outlet": "The Quay"}}
        orders = list(editing.orders(reading, wanted))  # type: ignore[arg-type]
    assert len(decisions.decide_at_once(desk, orders, who="ann")) == 3
    assert {article(desk, n).outlet for n in (1, 2)} == {"The Quay"}
    decisions.undo(desk, who="ann")
    assert {article(desk, n).outlet for n in (1, 2)} == {"Halyard Wire"}
    assert article(desk).author == ""
