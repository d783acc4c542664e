"""Decisions about places outlive tagging again, new versions, and each other."""

from __future__ import annotations

import pytest

from tests.library.press import Press
from workstation.curating import decisions, layer
from workstation.curating.placing import At
from workstation.domain.actor import actor_uuid
from workstation.domain.article import Passage
from workstation.domain.decision import Decision, Order, Verb
from workstation.domain.selection import Selection
from workstation.errors import UnknownName, Unreadable
from workstation.library import checks, corpus, mentions
from workstation.library.library import Library
from workstation.library.mentions import Findings
from workstation.limits import QUOTE_CHARACTERS

TEXT = "Russia met Smith.\n\nSmith left Syria."
NAMES = {"Russia": "Russia", "Smith": "Smith", "Syria": "Syria"}


@pytest.fixture(autouse=True)
def article(press: Press) -> int:
    number = press.article(TEXT, title="Two meetings", identity="a")
    press.tag(number, NAMES)
    return number


def decide(
    library: Library, verb: Verb, *terms: str, at: At | None = None, kind: str = ""
) -> Decision:
    with library.read() as reading:
        wanted = decisions.order(reading, verb, "1", *terms, at=at, kind=kind, reason="I know.")
    expected = decisions.preview(library, wanted)
    taken = decisions.decide(library, wanted, who="ann")
    assert taken.reach == expected
    assert checks.check(library).problems == ()
    return taken


def tag(library: Library, press: Press, names: dict[str, str] = NAMES) -> None:
    """Tags the article as the tagger does: with what was decided before."""
    with library.write() as writing:
        version = corpus.article(writing, 1).version
        found = press.found(corpus.body(writing, 1).text, names)
        mentions.record(
            writing, "test/1", [Findings(1, version, found)], meanings=layer.meanings(writing)
        )
    assert checks.check(library).problems == ()


def rewrite(library: Library, press: Press, text: str) -> None:
    """The article comes in other words, and is tagged."""
    assert press.store(text, title="Two meetings", identity="a").outcome == "version"
    tag(library, press)


def listed(library: Library) -> list[tuple[str, str | None, bool]]:
    with library.read() as reading:
        return [(m.text, m.actor, m.counted) for m in corpus.mentions_in(reading, 1)]


def counts(library: Library) -> dict[str, int]:
    with library.read() as reading:
        return {a.name: a.mentions for a in corpus.actors(reading, Selection())}


def lost(library: Library) -> list[int]:
    with library.read() as reading:
        log = decisions.log(reading)
    return [d.number for d in log if d.words.endswith(" (lost its place)")]


FOUND = {"Russia": 1, "Smith": 2, "Syria": 1}


def test_an_assigned_mention_is_so_again_after_tagging(library: Library, press: Press) -> None:
    taken = decide(library, "assign", "Smith", "Syria", at=("text", 19))
    assert taken.words == "In “Two meetings”, “Smith” means “Syria”."
    assert (taken.order.reason, taken.order.terms[:3]) == ("I know.", ("Smith", "text", "19"))
    for _ in range(2):
        assert counts(library) == {"Russia": 1, "Smith": 1, "Syria": 2}
        tag(library, press)
    decisions.undo(library, who="ann")
    assert counts(library) == FOUND


def test_an_assigned_mention_is_the_nearest_one_in_a_new_version(
    library: Library, press: Press
) -> None:
    decide(library, "assign", "Smith", "Syria", at=("text", 19))
    rewrite(library, press, "Today Russia met Smith.\n\nSmith left Syria.")
    found = listed(library)
    assert found[1:3] == [("Smith", "Smith", True), ("Smith", "Syria", True)]
    assert lost(library) == []


def test_what_lost_its_place_is_left_out_and_listed(library: Library, press: Press) -> None:
    decide(library, "assign", "Smith", "Syria", at=("text", 19))
    decide(library, "mention", "left", "Russia")
    decide(library, "boilerplate", "Smith left")
    rewrite(library, press, "Russia met Smith.")
    assert lost(library) == [2, 3]
    assert listed(library) == [("Russia", "Russia", True), ("Smith", "Syria", True)]
    # It is found again when the words come back, and may be taken back while it is lost.
    decisions.undo(library, who="ann", number=3)
    rewrite(library, press, "Russia met Smith. Smith left Syria again.")
    assert lost(library) == []
    assert ("left", "Russia", True) in listed(library)


def test_a_decision_about_one_place_outranks_one_about_its_surface(
    library: Library, press: Press
) -> None:
    decide(library, "assign", "Smith", "Syria", at=("text", 19))
    with library.read() as reading:
        wanted = decisions.order(reading, "alias", "Russia", "Smith")
    decisions.decide(library, wanted, who="ann")
    assert counts(library) == {"Russia": 2, "Syria": 2}
    tag(library, press)
    assert counts(library) == {"Russia": 2, "Syria": 2}
    decisions.undo(library, who="ann", number=1)
    assert counts(library) == {"Russia": 3, "Syria": 1}


def test_one_mention_names_nobody_and_the_others_are_left_alone(
    library: Library, press: Press
) -> None:
    taken = decide(library, "no-mention", "Smith", at=("text", 19))
    assert taken.words == "In “Two meetings”, this “Smith” names nobody."
    for _ in range(2):
        assert counts(library) == {"Russia": 1, "Smith": 1, "Syria": 1}
        assert listed(library)[1:3] == [("Smith", "Smith", True), ("Smith", None, False)]
        tag(library, press)
    decide(library, "assign", "Smith", "Syria", at=("text", 19))
    assert counts(library) == {"Russia": 1, "Smith": 1, "Syria": 2}
    decisions.undo(library, who="ann")
    decisions.undo(library, who="ann")
    assert counts(library) == FOUND


def test_every_mention_of_an_article_that_reads_so_names_nobody(
    library: Library, press: Press
) -> None:
    taken = decide(library, "no-mention", "Smith")
    assert taken.words == "In “Two meetings”, “Smith” names nobody."
    assert (taken.reach.mentions, taken.reach.articles) == (2, 1)
    assert counts(library) == {"Russia": 1, "Syria": 1}
    with pytest.raises(Unreadable, match="names anybody"):
        decide(library, "no-mention", "Smith")
    rewrite(library, press, "Smith, Smith and Smithson met Russia.")
    tag(library, press, {**NAMES, "Smithson": "Smithson"})
    # A longer name that holds the words is another.
    assert [m for m in listed(library) if m[0] == "Smithson"] == [("Smithson", "Smithson", True)]
    assert counts(library) == {"Russia": 1, "Smithson": 1}
    decide(library, "no-mention", "Smithson", at=("text", 17))
    assert counts(library) == {"Russia": 1}


def test_what_an_analyst_saw_names_nobody_again(library: Library) -> None:
    decide(library, "mention", "left", "Russia")
    decide(library, "no-mention", "left")
    assert ("left", "Russia", True) not in listed(library)
    with pytest.raises(UnknownName, match="no mention that reads"):
        decide(library, "no-mention", "meetings")


def test_one_place_makes_no_alias(library: Library) -> None:
    decide(library, "assign", "Smith", "Syria", at=("text", 11))
    decide(library, "mention", "left", "Russia")
    with library.read() as reading:
        assert corpus.find_actor(reading, "smith").name == "Smith"
        assert "left" not in corpus.find_actor(reading, "Russia").aliases
        with pytest.raises(UnknownName):
            corpus.find_actor(reading, "left")


def test_a_place_counts_under_whom_its_actor_was_merged_into(library: Library) -> None:
    decide(library, "mention", "left", "Russia")
    with library.read() as reading:
        wanted = decisions.order(reading, "merge", "Russia", "Syria")
    decisions.decide(library, wanted, who="ann")
    assert counts(library) == {"Syria": 3, "Smith": 2}
    with pytest.raises(Unreadable, match="already"):
        decide(library, "assign", "left", "Syria")


def test_a_new_actor_is_the_one_that_texts_name(library: Library) -> None:
    decide(library, "assign", "Smith", "John Smith", at=("text", 19), kind="person")
    with library.read() as reading:
        john = corpus.find_actor(reading, "John Smith")
    assert (john.id, john.kind, john.mentions) == (actor_uuid("person/john smith"), "person", 1)
    taken = decide(library, "mention", "left", "John Smith", kind="person")
    assert taken.words == "In “Two meetings”, “left” is a mention of “John Smith”."
    assert counts(library)["John Smith"] == 2


def test_a_kind_tells_a_new_actor_from_another_of_the_same_name(library: Library) -> None:
    decide(library, "mention", "left", "Russia", kind="party")
    decide(library, "mention", "met", "Russia", kind="state")
    with library.read() as reading:
        named = corpus.actors(reading, Selection())
    assert {(a.kind, a.mentions) for a in named if a.name == "Russia"} == {
        ("party", 1),
        ("state", 2),
    }


def test_a_paragraph_stays_aside_when_its_article_changes(library: Library, press: Press) -> None:
    taken = decide(library, "boilerplate", "Smith left")
    assert taken.words.endswith("the paragraph “Smith left” is not the article's own words.")
    assert (taken.reach.mentions, counts(library)) == (2, {"Russia": 1, "Smith": 1})
    rewrite(library, press, "Today Russia met Smith.\n\nFor once Smith left Syria.")
    assert counts(library) == {"Russia": 1, "Smith": 1}
    with library.read() as reading:
        assert corpus.body(reading, 1).passages == (Passage(25, 51),)
    decide(library, "body", "once")
    assert counts(library) == FOUND


def test_a_quote_sets_every_paragraph_aside_that_holds_it_or_the_one_named(
    library: Library,
) -> None:
    decide(library, "boilerplate", "Smith")
    assert counts(library) == {}
    decisions.undo(library, who="ann")
    decide(library, "boilerplate", "Smith", at=("text", 11))
    assert counts(library) == {"Smith": 1, "Syria": 1}


def test_a_quote_may_reach_over_paragraphs(library: Library) -> None:
    decide(library, "boilerplate", "Smith.\n\nSmith")
    assert counts(library) == {}
    decide(library, "body", "Russia")
    assert counts(library) == {"Russia": 1, "Smith": 1}


@pytest.mark.parametrize(
    "terms",
    [
        ("Smith", "text", "1", "", actor_uuid("state/Syria")),
        ("Russia met", "text", "0", "", actor_uuid("state/Syria")),
        ("Nobody", "text", "0", "", actor_uuid("state/Syria")),
        ("Smith", "text", "11", "", actor_uuid("state/Nobody")),
        ("Smith", "text", "11", "", actor_uuid("person/a"), "B", "person"),
        ("Smith", "text", "11", "", actor_uuid("person/"), "!", "person"),
        ("Smith", "text", "11", "", actor_uuid("clown/a"), "A", "clown"),
        ("", "text", "11", "", actor_uuid("state/Syria")),
        ("x" * (QUOTE_CHARACTERS + 1), "text", "0", "", actor_uuid("state/Syria")),
    ],
)
def test_an_order_that_does_not_fit_the_article_leaves_no_trace(
    library: Library, terms: tuple[str, ...]
) -> None:
    with library.read() as reading:
        made = decisions.order(reading, "assign", "1", "Smith", "Syria", at=("text", 11))
    text_hash = made.terms[3]
    wanted = Order("assign", made.subject, (*terms[:3], text_hash, "", "", *terms[4:]))
    with pytest.raises((UnknownName, Unreadable)):
        decisions.decide(library, wanted, who="ann")
    elsewhere = (*made.terms[:3], "other words", *made.terms[4:])
    with pytest.raises(UnknownName, match="not there"):
        decisions.decide(library, Order("assign", "no article", elsewhere), who="ann")
    assert counts(library) == FOUND


def test_a_title_made_from_the_text_holds_no_quote(library: Library, press: Press) -> None:
    with library.write() as writing:
        writing.connection.exec_driver_sql("UPDATE articles SET title_derived = (1 = 1)")
    with pytest.raises(UnknownName, match="does not hold"):
        decide(library, "mention", "meetings", "Syria")
