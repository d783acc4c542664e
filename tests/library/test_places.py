"""What decisions about places make of one article, and of its row in every count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workstation.domain.anchor import Anchor
from workstation.domain.article import Passage
from workstation.domain.selection import Selection
from workstation.library import checks, corpus, mentions
from workstation.library.decided import Decided, Mark, Pin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.library.press import Press
    from workstation.library.library import Library

TEXT = "Smith met Smith.\n\nRead more on Russia."


@pytest.fixture
def article(press: Press) -> int:
    press.named("Syria.", "Syria")
    number = press.article(TEXT, passages=[Passage(18, len(TEXT))])
    press.tag(number, {"Smith": "Smith", "Russia": "Russia"})
    return number


def lay(library: Library, article: int, *decided: Pin | Mark) -> list[tuple[str, int, str, bool]]:
    """The article's mentions after these decisions: surface, place, actor, counted."""
    places: dict[int, Sequence[Pin | Mark]] = {article: decided} if decided else {}
    with library.write() as writing:
        mentions.reinterpret(writing, [], Decided(places=places), within=[article])
    assert checks.check(library).problems == ()
    with library.read() as reading:
        found = corpus.mentions_in(reading, article)
    return [(m.text, m.start, m.actor or "", m.counted) for m in found]


def pin(library: Library, quote: str, start: int, *, new: bool = False, actor: str = "") -> Pin:
    with library.read() as reading:
        row = reading.connection.exec_driver_sql(
            f"SELECT id FROM actors WHERE name = '{actor or 'Syria'}'"  # noqa: S608
        ).scalar_one()
    return Pin(Anchor(quote, "text", start, ""), row, "GPE", "Decision 1: because.", new=new)


def mark(quote: str, *, own: bool) -> Mark:
    return Mark(Anchor(quote, "text", None, ""), own, "Decision 2: because.")


FOUND = [("Smith", 0, "Smith", True), ("Smith", 10, "Smith", True), ("Russia", 31, "Russia", True)]


def test_one_mention_means_another_actor(library: Library, article: int) -> None:
    laid = lay(library, article, pin(library, "Smith", 10))
    assert laid == [FOUND[0], ("Smith", 10, "Syria", True), FOUND[2]]
    with library.read() as reading:
        assert corpus.mentions_in(reading, article)[1].why == "Decision 1: because."
    assert lay(library, article) == FOUND


def test_machines_give_way_to_what_an_analyst_saw(library: Library, article: int) -> None:
    laid = lay(library, article, pin(library, "met Smith", 6, new=True))
    assert laid == [FOUND[0], ("met Smith", 6, "Syria", True), FOUND[2]]
    with library.read() as reading:
        assert corpus.mentions_in(reading, article)[1].origin == "analyst"
    assert checks.check(library).mentions == 4
    assert lay(library, article) == FOUND


def test_an_assigned_mention_stands_although_no_machine_finds_it_any_more(
    library: Library, press: Press, article: int
) -> None:
    press.tag(article, {"Russia": "Russia"})
    assert lay(library, article, pin(library, "Smith", 0)) == [
        ("Smith", 0, "Syria", True),
        FOUND[2],
    ]


def test_of_two_decisions_on_the_same_words_the_later_holds(library: Library, article: int) -> None:
    wide = pin(library, "Smith met", 0, new=True)
    narrow = pin(library, "Smith", 0, actor="Russia")
    assert lay(library, article, wide, narrow)[0] == ("Smith", 0, "Russia", True)
    assert lay(library, article, narrow, wide)[0] == ("Smith met", 0, "Syria", True)


def test_an_analyst_s_mention_stays_the_same_row(library: Library, article: int) -> None:
    seen = set()
    for actor in ("Syria", "Russia"):
        lay(library, article, pin(library, "met", 6, new=True, actor=actor))
        with library.read() as reading:
            seen |= {m.id for m in corpus.mentions_in(reading, article) if m.text == "met"}
    assert len(seen) == 1


def test_what_is_set_aside_is_not_counted_and_is_no_body(library: Library, article: int) -> None:
    aside = mark("met", own=False)
    laid = lay(library, article, aside)
    assert [counted for *_, counted in laid] == [False, False, True]
    with library.read() as reading:
        assert corpus.body(reading, article).passages == (
            Passage(0, 16),
            Passage(18, len(TEXT)),
        )
        assert corpus.mentions_in(reading, article)[0].why.endswith(" Decision 2: because.")
        assert corpus.article(reading, article).mentions == 1
    assert lay(library, article, aside, mark("met", own=True)) == FOUND
    assert lay(library, article) == FOUND


def test_what_is_taken_back_is_counted_and_is_body(
    library: Library, press: Press, article: int
) -> None:
    press.tag(article, {"Russia": "Russia"}, counted=False)
    assert lay(library, article) == [("Russia", 31, "Russia", False)]
    assert lay(library, article, mark("more", own=True)) == [("Russia", 31, "Russia", True)]
    with library.read() as reading:
        assert corpus.body(reading, article).passages == ()
    lay(library, article)
    with library.read() as reading:
        assert corpus.body(reading, article).passages == (Passage(18, len(TEXT)),)


def test_what_was_not_counted_in_the_body_is_not_counted_by_taking_the_body_back(
    library: Library, press: Press, article: int
) -> None:
    press.tag(article, {"Smith": "Smith"}, counted=False)
    assert [m[3] for m in lay(library, article, mark("met", own=True))] == [False, False]


def test_an_analyst_s_mention_in_a_promotional_line_is_not_counted(
    library: Library, article: int
) -> None:
    seen = pin(library, "Read", 18, new=True)
    assert ("Read", 18, "Syria", False) in lay(library, article, seen)
    with library.read() as reading:
        (why,) = (m.why for m in corpus.mentions_in(reading, article) if m.text == "Read")
    assert why == "Decision 1: because; not counted, as it stands in a promotional line or credit."
    assert ("Read", 18, "Syria", True) in lay(library, article, seen, mark("Read", own=True))


def test_the_body_of_a_passage_of_several_paragraphs_is_taken_back_singly(
    library: Library, press: Press
) -> None:
    text = "One.\n\nTwo.\n\nThree."
    article = press.article(text, passages=[Passage(0, len(text))])
    lay(library, article, mark("Two", own=True))
    with library.read() as reading:
        passages = corpus.body(reading, article).passages
    assert " ".join(text[p.start : p.end] for p in passages).split() == ["One.", "Three."]


def test_a_new_version_waits_for_the_tagger_without_its_old_places(
    library: Library, press: Press
) -> None:
    article = press.named("Smith met.", "Smith", identity="a")
    press.named("Syria.", "Syria")
    lay(library, article, pin(library, "met", 6, new=True), mark("met", own=False))
    assert press.store("Nobody was there.", identity="a").outcome == "version"
    with library.read() as reading:
        assert corpus.mentions_in(reading, article) == []
        assert corpus.body(reading, article).passages == ()
        assert [a.name for a in corpus.actors(reading, Selection())] == ["Syria"]
    assert checks.check(library).problems == ()
