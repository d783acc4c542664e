"""A paragraph that an outlet repeats is set aside in all its articles, and in those to come."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.press import Press
from workstation.curating import adopting, decisions, layer
from workstation.domain.anchor import paragraph_key
from workstation.domain.article import Passage, outlet_uuid
from workstation.domain.decision import Decision, Order, Reach, Verb
from workstation.domain.selection import Selection
from workstation.errors import UnknownName, Unreadable
from workstation.library import checks, corpus, mentions
from workstation.library.library import Library
from workstation.library.mentions import Findings
from workstation.limits import QUOTE_CHARACTERS
from workstation.reporting import exports

NAMES = {"Russia": "Russia", "Syria": "Syria"}
FOOT = "Coast Courier watches Russia and Syria. Updated {} at 12:30."


def text(day: str, body: str = "Russia left.") -> str:
    return f"{body}\n\n{FOOT.format(day)}"


def publish(
    press: Press, words: str, *, outlet: str = "Coast Courier", identity: str = "",
    passages: tuple[Passage, ...] = (),
) -> int:  # fmt: skip
    """An article as the importer and the tagger bring it, with what was decided before."""
    number = press.article(words, outlet=outlet, identity=identity, passages=passages)
    with press.library.write() as writing:
        version = corpus.article(writing, number).version
        found = press.found(words, NAMES)
        decided = layer.meanings(writing)
        mentions.record(writing, "test/1", [Findings(number, version, found)], meanings=decided)
    return number


@pytest.fixture
def courier(press: Press) -> list[int]:
    """Two articles with that foot, one of the same outlet without, and one of another with it."""
    return [
        publish(press, text("14.12.2024"), identity="a"),
        publish(press, text("3.12.2024"), identity="b"),
        publish(press, "Syria waits.", identity="c"),
        publish(press, text("14.12.2024"), outlet="Halyard Wire", identity="d"),
    ]


def wide(library: Library, verb: Verb, article: int, quote: str) -> Decision:
    with library.read() as reading:
        wanted = decisions.order(reading, verb, str(article), quote)
    expected = decisions.preview(library, wanted)
    taken = decisions.decide(library, wanted, who="ann")
    assert taken.reach == expected
    assert checks.check(library).problems == ()
    return taken


def counted(library: Library, number: int) -> list[bool]:
    with library.read() as reading:
        return [mention.counted for mention in corpus.mentions_in(reading, number)]


def dimmed(library: Library, number: int) -> list[str]:
    with library.read() as reading:
        body = corpus.body(reading, number)
    return [body.text[p.start : p.end] for p in body.passages]


def test_a_paragraph_is_set_aside_wherever_its_outlet_repeats_it(
    library: Library, press: Press, courier: list[int]
) -> None:
    taken = wide(library, "outlet-boilerplate", courier[0], "Coast Courier watches")
    assert taken.reach == Reach(4, 2)
    assert taken.words.startswith("In every article of “Coast Courier”, paragraphs like “Coast C")
    for number in courier[:2]:
        assert counted(library, number) == [True, False, False]
        assert len(dimmed(library, number)) == 1
    assert counted(library, courier[3]) == [True, True, True]
    with library.read() as reading:
        why = corpus.mentions_in(reading, courier[1])[1].why
        assert corpus.articles(reading, Selection(), order="oldest")[1].mentions == 1
    assert why.endswith(f"Decision 1: {taken.words}")

    later = publish(press, text("1.1.2025"), identity="e")
    assert counted(library, later) == [True, False, False]
    # Another version of an article is read in the same way, and so is one tagged again.
    again = publish(press, text("5.1.2025", "Syria and Russia."), identity="a")
    assert (again, counted(library, again)) == (courier[0], [True, True, False, False])
    with library.read() as reading:
        alias = decisions.order(reading, "alias", "Syria", "Russia")
    decisions.decide(library, alias, who="ann")
    assert counted(library, later) == [True, False, False]

    decisions.undo(library, who="ann", number=1)
    assert all(counted(library, later) + counted(library, courier[1]))
    assert dimmed(library, later) == []
    assert checks.check(library).problems == ()


def test_words_that_a_reader_took_for_boilerplate_are_the_articles_after_all(
    library: Library, press: Press
) -> None:
    words = text("14.12.2024")
    number = publish(press, words, passages=(Passage(14, len(words)),))
    assert dimmed(library, number) == [words[14:]]
    taken = wide(library, "outlet-body", number, words[14:])
    assert (dimmed(library, number), taken.reach.articles) == ([], 1)
    assert "are the article's own words" in taken.words


def test_the_later_of_an_outlets_and_an_articles_decision_holds(
    library: Library, courier: list[int]
) -> None:
    def once(verb: Verb) -> None:
        with library.read() as reading:
            wanted = decisions.order(reading, verb, str(courier[0]), "Coast Courier watches")
        decisions.decide(library, wanted, who="ann")

    wide(library, "outlet-boilerplate", courier[0], "Coast Courier watches")
    once("body")
    assert all(counted(library, courier[0]))
    assert counted(library, courier[1]) == [True, False, False]
    wide(library, "outlet-body", courier[1], "Coast Courier watches")
    assert all(counted(library, courier[1]))
    wide(library, "outlet-boilerplate", courier[1], "Coast Courier watches")
    assert counted(library, courier[0]) == [True, False, False]
    for _ in range(3):
        decisions.undo(library, who="ann")
    assert counted(library, courier[0]) == [True, False, False]


def test_what_makes_no_sense_is_refused_with_words(
    library: Library, press: Press, courier: list[int]
) -> None:
    nameless = publish(press, "Russia.\n\nFoot of it.", outlet="")
    long = publish(press, "Russia. " * QUOTE_CHARACTERS)
    wide(library, "outlet-boilerplate", courier[0], "Coast Courier watches")
    for article, quote, told in (
        (courier[0], "Updated", "It is read so already."),
        (nameless, "Foot", "The outlet of this article is not known."),
        (long, "Russia. Russia.", "too long to be repeated"),
    ):
        with library.read() as reading, pytest.raises(Unreadable, match=told):
            decisions.order(reading, "outlet-boilerplate", str(article), quote)
    for quote, told in (
        ("nowhere", "does not hold"),
        ("er", "different paragraphs"),
        (" ", "hold"),
    ):
        with library.read() as reading, pytest.raises(UnknownName, match=told):
            decisions.order(reading, "outlet-boilerplate", str(press_both(press)), quote)
    numbers = Order("outlet-body", outlet_uuid("Coast Courier"), ("Coast Courier", "12 - 13"))
    with pytest.raises(Unreadable, match="no paragraph to hold on to"):
        decisions.decide(library, numbers)


def press_both(press: Press) -> int:
    return press.article("Here or there.\n\nNever, ever.", outlet="Coast Courier")


def test_the_rules_of_an_outlet_travel_and_contradictions_are_told(
    library: Library, other: Library, courier: list[int], tmp_path: Path
) -> None:
    wide(library, "outlet-boilerplate", courier[0], "Coast Courier watches")
    abroad = Press(other)
    number = publish(abroad, text("9.5.2025"), identity="z")
    sent = tmp_path / "decisions.jsonl"
    with library.read() as reading:
        exports.write_decisions(reading, sent, library="desk", by="ann")
    adoption = adopting.adopt(other, sent, who="bob")
    assert (adoption.new, adoption.waiting, adoption.refused) == (1, 0, ())
    assert counted(other, number) == [True, False, False]
    decisions.undo(other, who="bob")
    assert all(counted(other, number))

    wide(other, "outlet-body", number, "Coast Courier watches")
    told = adopting.preview(other, sent)
    assert [conflict.line for conflict in told.conflicts] == [2]
    forged = tmp_path / "forged.jsonl"
    forged.write_text(sent.read_text().replace(outlet_uuid("Coast Courier"), outlet_uuid("Other")))
    assert [told.words for told in adopting.preview(other, forged).refused] == [
        "“outlet-boilerplate” cannot say that, or a name in it is none."
    ]


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_do_not_tell_paragraphs_apart(one: int, other: int) -> None:
    assert paragraph_key(f"Read {one} times, at {one}:{other}.") == paragraph_key(
        f"Read {other} times, at {other}."
    )
    assert paragraph_key("Read it.") != paragraph_key(f"Read {one}.")
