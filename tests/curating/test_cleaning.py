from __future__ import annotations

from dataclasses import replace

import pytest

from tests.library.press import Press
from workstation.curating import cleaning, decisions, suggesting
from workstation.domain.actor import Actor, Kind
from workstation.domain.cleaning import WEIGHTS, Doubted
from workstation.domain.decision import Order, Reach
from workstation.domain.mention import Found, Origin
from workstation.errors import Unreadable
from workstation.library import checks, corpus, mentions
from workstation.library.library import Library
from workstation.library.mentions import Findings

NAMES: dict[str, tuple[str, Kind, Origin]] = {
    "Russia": ("Russia", "state", "rule"),
    "Harbour Watch": ("Harbour Watch", "organisation", "model"),
    "harbour-watch": ("Harbour-Watch", "company", "model"),
    "Zakaria Harir": ("Zakaria Harir", "person", "model"),
    "Zakariya Harir": ("Zakariya Harir", "person", "model"),
    "Аssad": ("Аssad", "person", "model"),
}
TEXTS = (
    "Zakaria Harir met Harbour Watch. Zakaria Harir met Russia.",
    "Zakariya Harir met Harbour Watch, said Zakaria Harir. Russia did not.",
    "harbour-watch asked Аssad about Russia.",
)


@pytest.fixture(autouse=True)
def news(library: Library, press: Press) -> None:
    for text in TEXTS:
        number = press.article(text)
        found = [
            Found(
                "text", start, start + len(surface), surface, "ORG", origin,
                f"{kind}/{name.casefold()}", name, kind, "why",
            )
            for surface, (name, kind, origin) in NAMES.items()
            for start in range(len(text))
            if text.startswith(surface, start)
        ]  # fmt: skip
        with library.write() as writing:
            mentions.record(writing, "test/1", [Findings(number, 1, found)])


def queue(library: Library) -> dict[str, Doubted]:
    with library.read() as reading:
        return {one.form.surface: one for one in cleaning.queue(reading)}


def actor(library: Library, name: str) -> str:
    with library.read() as reading:
        return corpus.find_actor(reading, name).id


def test_the_forms_that_cost_most_if_they_are_wrong_come_first(library: Library) -> None:
    listed = queue(library)
    assert next(iter(listed)) == "Zakaria Harir"
    assert "Russia" not in listed, "a register knows it"
    assert listed["Zakaria Harir"].doubts == ("machine",)
    assert listed["Аssad"].doubts == ("imitates", "machine")
    assert listed["harbour-watch"].doubts == ("machine", "shape")
    assert listed["Zakaria Harir"].impact == pytest.approx(3 * WEIGHTS["machine"])
    assert [one.id for one in listed.values()] == list(range(len(listed)))


def test_an_accepted_form_leaves_the_queue_changes_nothing_and_comes_back_with_undo(
    library: Library,
) -> None:
    harir = actor(library, "Zakaria Harir")
    order = Order("accept", harir, ("Zakaria Harir",))
    assert decisions.preview(library, order) == Reach(3, 2)
    taken = decisions.decide(library, order)
    assert taken.words == "“Zakaria Harir” rightly means “Zakaria Harir”."
    assert "Zakaria Harir" not in queue(library)
    with pytest.raises(Unreadable, match="accepted already"):
        decisions.decide(library, replace(order, terms=("ZAKARIA HARIR",)))
    assert checks.check(library).problems == ()
    decisions.undo(library)
    assert "Zakaria Harir" in queue(library)


def test_a_form_that_the_actor_does_not_have_is_not_accepted(library: Library) -> None:
    with pytest.raises(Unreadable, match="spelled"):
        decisions.decide(library, Order("accept", actor(library, "Russia"), ("Moscow",)))


def test_what_somebody_decided_about_is_no_more_doubtful(library: Library) -> None:
    decisions.decide(library, Order("alias", actor(library, "Russia"), ("harbour-watch",)))
    decisions.decide(library, Order("kind", actor(library, "Harbour Watch"), ("company",)))
    listed = queue(library)
    assert not {"harbour-watch", "Harbour Watch"} & listed.keys()


def test_a_letter_that_differs_is_suggested_for_merging_and_never_merged(library: Library) -> None:
    with library.read() as reading:
        found = suggesting.suggestions(reading)
        log = decisions.log(reading)
    told = {(one.lesser.name, one.greater.name): one.nearness for one in found}
    assert told[("Zakariya Harir", "Zakaria Harir")] == "letters"
    assert told[("Harbour-Watch", "Harbour Watch")] == "alike"
    assert log == []


def test_what_was_merged_or_split_is_suggested_no_more(library: Library) -> None:
    order = Order("merge", actor(library, "Zakariya Harir"), (actor(library, "Zakaria Harir"),))
    decisions.decide(library, order)
    split = Order("split", actor(library, "Zakaria Harir"), ("Zakariya Harir", "Zakariya Harir"))
    with library.read() as reading:
        pairs = {one.lesser.name for one in suggesting.suggestions(reading)}
    assert "Zakariya Harir" not in pairs
    decisions.decide(library, split)
    with library.read() as reading:
        pairs = {one.lesser.name for one in suggesting.suggestions(reading)}
    assert "Zakariya Harir" not in pairs


def test_what_is_told_apart_is_suggested_no_more_and_may_still_be_merged(library: Library) -> None:
    lesser, greater = actor(library, "Zakariya Harir"), actor(library, "Zakaria Harir")
    decided = decisions.decide(library, Order("not-the-same", greater, (lesser,), "A cousin"))
    assert decided.words == "“Zakaria Harir” and “Zakariya Harir” are not the same."
    merge = Order("merge", lesser, (greater,))
    with library.read() as reading:
        assert "Zakariya Harir" not in {o.lesser.name for o in suggesting.suggestions(reading)}
        against = decisions.warning(reading, merge)
        assert decisions.warning(reading, Order("rename", lesser, ("Harir",))) == ""
    assert against.startswith("Decision 1 of ")
    assert against.endswith("says that they are not the same. Its reason: A cousin.")
    with pytest.raises(Unreadable, match="told apart already, by decision 1"):
        decisions.decide(library, Order("not-the-same", lesser, (greater,)))
    decisions.decide(library, merge)
    with pytest.raises(Unreadable, match="count as one"):
        decisions.decide(library, Order("not-the-same", lesser, (greater,)))
    decisions.undo(library)
    decisions.undo(library)
    with library.read() as reading:
        assert "Zakariya Harir" in {o.lesser.name for o in suggesting.suggestions(reading)}


def test_a_form_that_names_nobody_leaves_its_actor_the_other_forms(library: Library) -> None:
    harbour = actor(library, "Harbour Watch")
    decisions.decide(library, Order("merge", actor(library, "Harbour-Watch"), (harbour,)))
    order = Order("no-name", harbour, ("harbour-watch",))
    assert decisions.preview(library, order) == Reach(1, 1)
    decided = decisions.decide(library, order)
    assert decided.words == "“harbour-watch” names nobody where it was read as “Harbour Watch”."
    with library.read() as reading:
        assert corpus.actors_in(reading, 3).get(harbour) is None
        there = {m.text: m for m in corpus.mentions_in(reading, 3)}
        assert corpus.find_actor(reading, "Harbour Watch").mentions == 2
    assert (there["harbour-watch"].actor, there["harbour-watch"].counted) == (None, False)
    assert there["harbour-watch"].why.startswith("Decision 2: ")
    assert checks.check(library).problems == ()
    decisions.undo(library)
    with library.read() as reading:
        assert corpus.find_actor(reading, "Harbour Watch").mentions == 3


def named(name: str, kind: Kind = "person", *aliases: str) -> Actor:
    return Actor(name, name, kind, 1, 1, 1, None, None, aliases)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (named("Ahmed al-Sharaa"), named("Ahmed Sharaa"), "alike"),
        (named("Öncü Pınar"), named("Oncu Pinar"), "letters"),
        (named("Harir, Zakaria"), named("Zakaria Harir"), "order"),
        (named("Harir"), named("Zakaria Harir"), "part"),
        (named("Hafez al-Assad"), named("Bashar al-Assad", "person", "Assad"), None),
        (named("Damascus", "place"), named("Syria", "state", "Damascus"), None),
        (named("Unit 12", "military"), named("Unit 13", "military"), None),
        (named("Harbour Watch", "company"), named("Harbour-Watch", "organisation"), "alike"),
        (named("Lea"), named("Lee"), None),
    ],
)
def test_names_are_near_for_a_reason_or_not_at_all(
    one: Actor, other: Actor, how: str | None
) -> None:
    for pair in ((one, other), (other, one)):
        found = suggesting.nearness(*pair)
        assert (found[1] if found else None) == how
