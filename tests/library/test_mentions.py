from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from workstation.domain.actor import actor_uuid
from workstation.domain.anchor import Anchor
from workstation.domain.decision import Order, Reach
from workstation.domain.selection import Selection
from workstation.library import actors, articles, checks, corpus, counts, decisions, mentions
from workstation.library.articles import Wanted
from workstation.library.decided import Decided, Meaning, Pin
from workstation.library.decisions import Taken
from workstation.library.library import Library, Writing
from workstation.library.mentions import Findings

if TYPE_CHECKING:
    from tests.library.press import Press

RUSSIA, SYRIA = actor_uuid("state/Russia"), actor_uuid("state/Syria")


def rows(library: Library, *names: str) -> list[int]:
    with library.read() as reading:
        numbers = actors.rows_of(reading, [actor_uuid(f"state/{name}") for name in names])
    return [numbers[actor_uuid(f"state/{name}")] for name in names]


def numbers(library: Library) -> dict[str, int]:
    """Counted mentions by name."""
    with library.read() as reading:
        return {actor.name: actor.mentions for actor in corpus.actors(reading, Selection())}


def aliases(library: Library) -> tuple[str, ...]:
    with library.read() as reading:
        return corpus.find_actor(reading, "Russia").aliases


def test_what_was_found_is_kept_in_reading_order(library: Library, press: Press) -> None:
    number = press.article("Russia met Syria. Moscow smiled.", title="Syria")
    in_text = press.found(
        "Russia met Syria. Moscow smiled.", {"Moscow": "Russia", "Russia": "Russia", "Syria": ""}
    )
    in_title = replace(press.found("Syria", {"Syria": "Syria"})[0], field="title", origin="model")
    with library.write() as writing:
        mentions.record(writing, "test/1", [Findings(number, 1, [*in_text[::-1], in_title])])
    with library.read() as reading:
        found = corpus.mentions_in(reading, number)
        body = corpus.body(reading, number)
    assert [(m.field, m.text, m.actor) for m in found] == [
        ("title", "Syria", "Syria"),
        ("text", "Russia", "Russia"),
        ("text", "Syria", None),
        ("text", "Moscow", "Russia"),
    ]
    assert [m.origin for m in found] == ["model", "rule", "rule", "rule"]
    assert all(getattr(body, m.field)[m.start : m.end] == m.text for m in found)
    assert (found[2].actor_id, found[2].kind) == (None, None)
    assert found[3].why == "“Moscow” is a name of Russia."


def test_tagging_again_replaces_everything_and_decides_it_anew(
    library: Library, press: Press
) -> None:
    number = press.named("Russia met the others.", "Russia")
    (russia,) = rows(library, "Russia")
    anchor = Anchor("the others", "text", 11, "")
    decided = Decided(places={number: [Pin(anchor, russia, "GPE", "Decision 1.", new=True)]})
    for _ in range(2):
        found = press.found("Russia met the others.", {"Russia": "Russia"})
        with library.write() as writing:
            mentions.record(writing, "test/1", [Findings(number, 1, found)], meanings=decided)
        with library.read() as reading:
            listed = corpus.mentions_in(reading, number)
        assert [(m.text, m.origin) for m in listed] == [
            ("Russia", "rule"),
            ("the others", "analyst"),
        ]
        assert numbers(library) == {"Russia": 2}
        assert checks.check(library).problems == ()
    press.tag(number, {"Russia": "Russia"})
    assert numbers(library) == {"Russia": 1}


def test_an_actor_that_is_no_longer_found_leaves_its_day(library: Library, press: Press) -> None:
    number = press.named("Russia met Syria.", "Russia", "Syria", on=date(2024, 12, 14))
    press.tag(number, {"Russia": "Russia"})
    assert numbers(library) == {"Russia": 1}
    assert checks.check(library).problems == ()


def test_an_alias_goes_with_its_last_mention_unless_it_was_decided(
    library: Library, press: Press
) -> None:
    text = "Moscow spoke, the Bear listened, the Kremlin and Russia waited."
    names = dict.fromkeys(("Moscow", "Bear", "Kremlin", "Russia"), "Russia")
    first, second = press.article(text), press.article(text)
    press.tag(first, names)
    press.tag(second, names)
    press.tag(first, {"Russia": "Russia"})
    assert set(aliases(library)) == {"Moscow", "Bear", "Kremlin"}
    (russia,) = rows(library, "Russia")
    decided = Decided([Meaning("bear", russia, "Decision 1.")])
    found = press.found(text, {"Kremlin": "Russia", "Russia": "Russia"})
    with library.write() as writing:
        mentions.record(writing, "test/1", [Findings(second, 1, found)], meanings=decided)
    assert set(aliases(library)) == {"Bear", "Kremlin"}


def test_an_alias_goes_with_the_words_of_an_older_version(library: Library, press: Press) -> None:
    number = press.article("Moscow and the Bear met Russia.", identity="x")
    press.tag(number, dict.fromkeys(("Moscow", "Bear", "Russia"), "Russia"))
    order = Order("alias", RUSSIA, ("Bear",))
    with library.write() as writing:
        decisions.append(writing, [], Taken(order, "ann", Reach(1, 1), "“Bear” means “Russia”."))
    assert set(aliases(library)) == {"Moscow", "Bear"}
    press.article("It was Russia.", identity="x")
    press.tag(number, {"Russia": "Russia"})
    assert aliases(library) == ("Bear",)


def test_findings_about_older_words_are_left_alone(library: Library, press: Press) -> None:
    number = press.article("Russia.", identity="x")
    old = press.found("Russia.", {"Russia": "Russia"})
    press.article("It was Russia.", identity="x")
    with library.write() as writing:
        mentions.record(writing, "test/1", [Findings(number, 1, old), Findings(99, 1, old)])
        assert articles.count_untagged(writing, Wanted("test/1")) == 1
    assert numbers(library) == {}


def test_a_batch_is_recorded_at_once(library: Library, press: Press) -> None:
    texts = [f"Russia met Syria on day {n}." for n in range(30)]
    stored = [press.article(text, on=date(2024, 12, 1 + n % 3)) for n, text in enumerate(texts)]
    names = {"Russia": "Russia", "Syria": "Syria"}
    findings = [
        Findings(number, 1, press.found(text, names))
        for number, text in zip(stored, texts, strict=True)
    ]
    with library.write() as writing:
        mentions.record(writing, "test/1", findings)
    assert numbers(library) == {"Russia": 30, "Syria": 30}
    with library.read() as reading:
        assert articles.count_untagged(reading, Wanted("test/1")) == 0
        assert {a.mentions for a in corpus.articles(reading, Selection())} == {2}
    assert checks.check(library).problems == ()


def test_an_article_without_any_name_is_tagged_too(library: Library, press: Press) -> None:
    number = press.article("Nobody was there.")
    with library.write() as writing:
        mentions.record(writing, "test/1", [Findings(number, 1, [])])
        mentions.record(writing, "test/1", [])
        assert articles.count_untagged(writing, Wanted("test/1")) == 0


def test_mentions_set_aside_are_kept_but_not_counted(library: Library, press: Press) -> None:
    number = press.article("Russia.")
    press.tag(number, {"Russia": "Russia"}, counted=False)
    with library.read() as reading:
        assert [m.counted for m in corpus.mentions_in(reading, number)] == [False]
        assert corpus.article(reading, number).mentions == 0
    assert numbers(library) == {}


def test_an_actor_is_the_same_row_in_every_article(library: Library, press: Press) -> None:
    press.named("Russia.", "Russia")
    press.named("Russia.", "Russia")
    with library.read() as reading:
        known = reading.connection.execute(sa.text("SELECT uuid, name, kind FROM actors")).all()
    assert [tuple(row) for row in known] == [(RUSSIA, "Russia", "state")]


# Meanings -----------------------------------------------------------------------------------


def reinterpret(library: Library, folded: list[str], *meanings: Meaning) -> None:
    with library.write() as writing:
        mentions.reinterpret(writing, folded, Decided(meanings))


def test_a_surface_means_what_was_decided_for_old_mentions_and_new_ones(
    library: Library, press: Press
) -> None:
    press.named("Russia and the Kremlin.", "Russia", "Kremlin", on=date(2024, 12, 1))
    (russia,) = rows(library, "Russia")
    decided = Meaning("KREMLIN", russia, "Decision 1.")
    reinterpret(library, ["kremlin"], decided)
    assert numbers(library) == {"Russia": 2}

    later = press.article("The Kremlin again.", on=date(2024, 12, 2))
    found = press.found("The Kremlin again.", {"Kremlin": "Kremlin"})
    with library.write() as writing:
        known = Decided([decided])
        mentions.record(writing, "test/1", [Findings(later, 1, found)], meanings=known)
    assert numbers(library) == {"Russia": 3}
    with library.read() as reading:
        assert corpus.mentions_in(reading, later)[0].why == "Decision 1."
    assert checks.check(library).problems == ()

    reinterpret(library, ["kremlin"])
    assert numbers(library) == {"Kremlin": 2, "Russia": 1}
    assert checks.check(library).problems == ()


def test_a_meaning_may_hold_among_some_actors_only(library: Library, press: Press) -> None:
    first, second = press.article("Smith."), press.article("Smith.")
    press.tag(first, {"Smith": "Adam Smith"})
    press.tag(second, {"Smith": "John Smith"})
    adam, john = rows(library, "Adam Smith", "John Smith")
    press.named("Zoe.", "Zoe")
    (zoe,) = rows(library, "Zoe")
    reinterpret(library, ["smith"], Meaning("Smith", zoe, "", frozenset({adam})))
    assert numbers(library) == {"Zoe": 2, "John Smith": 1}
    # Later meanings see what earlier ones made.
    chain = [Meaning("Smith", adam, ""), Meaning("Smith", zoe, "", frozenset({adam}))]
    reinterpret(library, ["smith"], *chain)
    assert numbers(library) == {"Zoe": 3}
    number = press.article("Smith.")
    found = press.found("Smith.", {"Smith": "John Smith"})
    for meanings, meant in [(chain[1:], john), (chain, zoe)]:
        with library.write() as writing:
            decided = Decided(meanings)
            mentions.record(writing, "test/1", [Findings(number, 1, found)], meanings=decided)
            (mention,) = corpus.mentions_in(writing, number)
            assert actors.rows_of(writing, [str(mention.actor_id)]) == {mention.actor_id: meant}


def test_aliases_follow_what_a_surface_means(library: Library, press: Press) -> None:
    press.named("Russia and the Kremlin.", "Russia", "Kremlin")
    (russia,) = rows(library, "Russia")
    decided = Meaning("Kremlin", russia, "Decision 1.")
    reinterpret(library, ["kremlin"], decided)
    with library.read() as reading:
        assert corpus.find_actor(reading, "kremlin").aliases == ("Kremlin",)
        assert corpus.find_actor(reading, "kremlin").name == "Russia"
    reinterpret(library, ["kremlin"])
    with library.read() as reading:
        assert corpus.find_actor(reading, "Kremlin").name == "Kremlin"
        assert corpus.find_actor(reading, "Russia").aliases == ()


def test_a_decided_surface_names_its_actor_before_anyone_uses_it(
    library: Library, press: Press
) -> None:
    press.named("Russia.", "Russia")
    (russia,) = rows(library, "Russia")
    reinterpret(library, ["the bear"], Meaning("the Bear", russia, "Decision 1."))
    with library.read() as reading:
        assert corpus.find_actor(reading, "The Bear").name == "Russia"


def test_reach_counts_mentions_and_the_articles_they_stand_in(
    library: Library, press: Press
) -> None:
    press.tag(press.article("Moscow, Russia. Russia."), {"Moscow": "Russia", "Russia": "Russia"})
    press.tag(press.article("Moscow, Idaho."), {"Moscow": "Idaho"})
    aside = press.article("Moscow.")
    press.tag(aside, {"Moscow": "Russia"}, counted=False)
    with library.read() as reading:
        assert mentions.reach(reading, RUSSIA) == Reach(3, 1)
        assert mentions.reach(reading, folded=["moscow"]) == Reach(2, 2)
        assert mentions.reach(reading, RUSSIA, folded=["moscow"]) == Reach(1, 1)
        assert mentions.reach(reading, SYRIA) == Reach(0, 0)


def test_more_articles_are_recounted_than_one_question_takes(
    library: Library, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = [press.named("Russia.", "Russia", on=date(2024, 12, 1 + n)) for n in range(7)]
    monkeypatch.setattr(counts, "_CHUNK", 2)
    with library.write() as writing:
        with counts.recounted(writing, stored):
            writing.connection.exec_driver_sql("DELETE FROM mentions")
        assert {corpus.article(writing, number).mentions for number in stored} == {0}
    assert checks.check(library).problems == ()


# Pipelines ----------------------------------------------------------------------------------


def test_pipelines_in_use_are_remembered_with_their_words(library: Library, press: Press) -> None:
    def remember(writing: Writing) -> None:
        for name in ("test/1", "unused/1", "test/1"):
            mentions.remember_pipeline(writing, name, f"Words of {name}")

    with library.write() as writing:
        remember(writing)
    press.named("Russia.", "Russia")
    press.named("Syria.", "Syria")
    with library.read() as reading:
        assert mentions.pipelines_in_use(reading) == [("test/1", "Words of test/1", 2)]


@pytest.mark.parametrize("text", ["Ру́ссия 🇷🇺 Russia", "𝐀 Russia", "é Russia"])
def test_offsets_are_code_points(library: Library, press: Press, text: str) -> None:
    press.named(text, "Russia")
    assert checks.check(library).problems == ()
