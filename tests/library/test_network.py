from __future__ import annotations

from datetime import date

import pytest

from tests.library.press import Press
from workstation.domain.network import Network
from workstation.domain.selection import Brush, Selection
from workstation.library import corpus, network
from workstation.library.library import Library
from workstation.library.schema import actors, articles

RUSSIA, TURKEY, SYRIA, MALTA = "Russia", "Turkey", "Syria", "Malta"


@pytest.fixture
def filled(library: Library, press: Press) -> Library:
    for text, named, on in (
        ("Russia met Turkey. Syria waited.", (RUSSIA, TURKEY, SYRIA), date(2024, 12, 1)),
        ("Russia and Turkey met. Russia left Turkey.", (RUSSIA, TURKEY), date(2024, 12, 2)),
        ("Russia. Moscow spoke to Syria.", (RUSSIA, SYRIA), date(2024, 12, 3)),
        ("Nobody came.", (), date(2024, 12, 4)),
        ("Malta alone.", (MALTA,), None),
    ):
        number = press.article(text, on=on)
        names = {name: name for name in named}
        press.tag(number, names | ({"Moscow": "Moscow"} if "Moscow" in text else {}))
    with library.write() as writing:
        # As a decision to merge leaves it.
        rows = {row.name: row.id for row in writing.connection.execute(actors.select())}
        merged = actors.update().where(actors.c.name == "Moscow")
        writing.connection.execute(merged.values(canonical_id=rows[RUSSIA]))
    return library


def told(found: Network) -> dict[frozenset[str], int]:
    return {frozenset({found.name(t.first), found.name(t.second)}): t.together for t in found.ties}


def test_actors_are_tied_by_the_articles_that_name_both(filled: Library) -> None:
    with filled.read() as reading:
        found = network.in_units(reading, Selection())
    assert told(found) == {
        frozenset({RUSSIA, TURKEY}): 2,
        frozenset({RUSSIA, SYRIA}): 2,
        frozenset({TURKEY, SYRIA}): 1,
    }
    named = {node.name: (node.mentions, node.named_in) for node in found.nodes}
    assert named == {RUSSIA: (5, 3), TURKEY: (3, 2), SYRIA: (2, 2), MALTA: (1, 1)}
    assert (found.among, found.left_out, found.cut) == (5, 0, False)
    strong = next(t for t in found.ties if t.together == 2)
    assert strong.expected == pytest.approx(3 * 2 / 5)
    assert strong.association > 0


def test_actors_are_tied_by_the_sentences_that_name_both(filled: Library) -> None:
    with filled.read() as reading:
        found = network.in_sentences(reading, Selection())
        newest = network.in_sentences(reading, Selection(), most=1)
    # "Moscow" stands for the actor it was merged into.
    assert told(found) == {frozenset({RUSSIA, TURKEY}): 3, frozenset({RUSSIA, SYRIA}): 1}
    # Those of three articles, with their titles.
    assert (found.within, found.among) == ("sentences", 9)
    assert told(newest) == {frozenset({RUSSIA, SYRIA}): 1}
    assert (newest.cut, newest.among) == (True, 3)


def test_copies_of_a_story_count_once_where_stories_are_counted(filled: Library) -> None:
    with filled.write() as writing:
        copies = articles.c.day.in_([date(2024, 12, d).toordinal() for d in (1, 2)])
        writing.connection.execute(articles.update().where(copies).values(story=1))
    with filled.read() as reading:
        found = network.in_units(reading, Selection(), unit="stories")
    assert told(found)[frozenset({RUSSIA, TURKEY})] == 1
    assert (found.within, found.among) == ("stories", 4)


def test_only_the_selection_is_told_and_a_rare_actor_beside_it(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = Selection(brush=Brush(first=date(2024, 12, 2)))
    monkeypatch.setattr(network, "NETWORK_ACTORS", 1)
    with filled.read() as reading:
        syria = corpus.find_actor(reading, SYRIA).id
        assert told(network.in_units(reading, late)) == {}
        beside = network.in_units(reading, late, beside=[syria])
        assert told(beside) == {frozenset({RUSSIA, SYRIA}): 1}
        nothing = Selection(words="nowhere")
        assert network.in_units(reading, nothing) == Network()
        assert network.in_sentences(reading, nothing).nodes == ()


def test_a_selection_may_ask_for_articles_that_name_all_of_some_actors(filled: Library) -> None:
    with filled.read() as reading:
        found = network.in_units(reading, Selection())
        for tie in found.ties:
            both = Selection().with_facet("together", (tie.first, tie.second))
            assert corpus.count(reading, both) == tie.together
        unknown = Selection().with_facet("together", (found.nodes[0].id, "nobody"))
        assert corpus.count(reading, unknown) == 0


def test_what_does_not_count_ties_nobody(library: Library, press: Press) -> None:
    number = press.article("Russia met Turkey.")
    press.tag(number, {RUSSIA: RUSSIA, TURKEY: TURKEY}, counted=False)
    press.named("Russia met Syria.", RUSSIA, SYRIA)
    with library.read() as reading:
        for found in (
            network.in_units(reading, Selection()),
            network.in_sentences(reading, Selection()),
        ):
            assert told(found) == {frozenset({RUSSIA, SYRIA}): 1}
