"""Whatever is decided, tagged and taken back, in any order, the layer is what it has to be."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.library.press import Press
from workstation.curating import decisions, layer, metonyms
from workstation.curating.placing import MAKING, At
from workstation.domain.actor import actor_uuid
from workstation.domain.anchor import ANCHOR_TERMS, Anchor, places
from workstation.domain.article import Passage
from workstation.domain.decision import Decision, Order, Verb
from workstation.domain.names import fold
from workstation.errors import UnknownName, Unreadable
from workstation.library import (
    actors,
    articles,
    checks,
    corpus,
    mentions,
    passages,
    schema,
    wordings,
)
from workstation.library.library import Library, Reading
from workstation.library.mentions import Findings

SURFACES = ("Russia", "Moscow", "the Kremlin", "Smith")
MARKING = ("boilerplate", "body")
QUOTES = (*SURFACES, "Rus", "and", "Moscow and Smith", "Kremlin\n\nSmith")
ACTORS = ("Russia", "Moscow", "Syria")
PEOPLE = ("ann", "bob")
PARAGRAPHS = st.lists(st.sampled_from(SURFACES), min_size=1, max_size=4).map(" and ".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=3).map("\n\n".join)
DAYS = st.none() | st.dates(date(2024, 12, 1), date(2024, 12, 3))
FOUND = st.fixed_dictionaries(
    {"Russia": st.sampled_from(ACTORS), "Smith": st.sampled_from((*ACTORS, ""))},
    optional={"Moscow": st.sampled_from(ACTORS), "the Kremlin": st.sampled_from(ACTORS)},
)
ACTOR = st.sampled_from(ACTORS)
WHO = st.sampled_from(PEOPLE)


def uuid(name: str) -> str:
    return actor_uuid(f"state/{name}")


ORDERS = st.one_of(
    st.builds(lambda a, b: Order("merge", uuid(a), (uuid(b),)), ACTOR, ACTOR),
    st.builds(
        lambda a, s: Order("split", uuid(a), ("Other", *s)),
        ACTOR,
        st.lists(st.sampled_from(SURFACES), min_size=1, max_size=2),
    ),
    st.builds(lambda a, s: Order("alias", uuid(a), (s,)), ACTOR, st.sampled_from(SURFACES)),
    st.builds(lambda a: Order("rename", uuid(a), ("New name",)), ACTOR),
    st.builds(lambda a: Order("kind", uuid(a), ("party",)), ACTOR),
    st.builds(lambda a: Order("not-an-actor", uuid(a)), ACTOR),
    st.builds(
        lambda meant: metonyms.order("Moscow", meant), st.sampled_from(["place", "state", "both"])
    ),
)


def anchor_place(anchor: Anchor) -> tuple[str, int | None]:
    return anchor.quote, anchor.start


def state(reading: Reading) -> dict[str, Any]:
    """What the layer is made of: how actors stand, what mentions mean, and every count."""
    stands = sa.select(
        schema.actors.c.uuid,
        schema.actors.c.name,
        schema.actors.c.kind,
        schema.actors.c.canonical_id,
        schema.actors.c.counted,
    ).where(schema.actors.c.key.not_like("split/%"), schema.actors.c.key.not_like("person/%"))
    # The rows of analysts' own mentions are made anew, all others stay what they are.
    machines = sa.select(schema.mentions.c.id).where(schema.mentions.c.layer != "analyst")
    means = sa.select(*(column for column in schema.mentions.c if column.name != "id"))
    asked = {
        "actors": stands,
        "machines": machines,
        "mentions": means,
        "paragraphs": sa.select(schema.decided_paragraphs),
        "articles": sa.select(schema.articles.c.id, schema.articles.c.mentions),
        "counts": sa.select(schema.article_actors),
        "days": sa.select(schema.actor_days),
    }
    return {
        name: Counter(map(tuple, reading.connection.execute(question)))
        for name, question in asked.items()
    }


class Curating(RuleBasedStateMachine):
    """Two analysts, a tagger and an importer at one library."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.library = Library.create(Path(self.folder.name) / "x.mwlib", zone="Asia/Damascus")
        self.press = Press(self.library)

    def teardown(self) -> None:
        for who in PEOPLE:
            self.undo_all(who)
        with self.library.read() as reading:
            self.is_as_found(reading)
        self.library.close()
        self.folder.cleanup()

    @initialize()
    def everybody_is_named(self) -> None:
        self.press.named(" and ".join(ACTORS), *ACTORS, identity="first")

    @rule(
        text=TEXTS,
        day=DAYS,
        identity=st.sampled_from(["a", "b"]),
        found=FOUND,
        promoted=st.booleans(),
    )
    def an_article_arrives_and_is_tagged(
        self, text: str, day: date | None, identity: str, found: dict[str, str], promoted: bool
    ) -> None:
        end = text.find("\n\n")
        aside = [Passage(0, end)] if promoted and end > 0 else []
        number = self.press.article(text, identity=identity, on=day, passages=aside)
        self.tag(number, found)

    @rule(number=st.integers(2, 3), found=FOUND)
    def an_article_is_tagged_again(self, number: int, found: dict[str, str]) -> None:
        with self.library.read() as reading:
            there = number <= corpus.size(reading)
        if there:
            self.tag(number, found)

    def tag(self, number: int, found: dict[str, str]) -> None:
        with self.library.write() as writing:
            text = articles.body(writing, number).text
            version = corpus.article(writing, number).version
            aside = passages.found(writing, [number]).get(number, ())
            findings = Findings(
                number,
                version,
                [
                    replace(one, counted=not any(p.start <= one.start < p.end for p in aside))
                    for one in self.press.found(text, found)
                ],
            )
            decided = layer.meanings(writing)
            mentions.record(writing, "test/1", [findings], meanings=decided)

    @rule(wanted=ORDERS, who=WHO)
    def something_is_decided(self, wanted: Order, who: str) -> None:
        expected = decisions.preview(self.library, wanted)
        held = self.holding()
        try:
            assert decisions.decide(self.library, wanted, who=who).reach == expected
        except Unreadable:
            assert self.holding() == held

    @rule(data=st.data(), who=WHO, actor=st.sampled_from([*ACTORS, "Somebody"]))
    def a_mention_is_assigned_or_made(self, data: st.DataObject, who: str, actor: str) -> None:
        with self.library.read() as reading:
            found = corpus.mentions(reading, corpus.Selection())
            one = data.draw(st.sampled_from(found))
            text = corpus.body(reading, one.article).text
        verb: Verb = "assign" if data.draw(st.booleans()) else "mention"
        quote, start = one.text, one.start
        if verb == "mention":
            start += data.draw(st.integers(-4, 4))
            start = max(0, min(start, len(text) - 1))
            quote = text[start : start + data.draw(st.integers(3, 20))]
        kind = "person" if actor == "Somebody" else ""
        self.decide_of_a_place(verb, one.article, quote, actor, at=start, kind=kind, who=who)

    @rule(
        data=st.data(),
        who=WHO,
        verb=st.sampled_from(["boilerplate", "body"]),
        everywhere=st.booleans(),
    )
    def a_paragraph_is_set_aside_or_taken_back(
        self, data: st.DataObject, who: str, verb: Verb, everywhere: bool
    ) -> None:
        with self.library.read() as reading:
            number = data.draw(st.integers(1, corpus.size(reading)))
            text = corpus.body(reading, number).text
        quote = data.draw(st.sampled_from([quote for quote in QUOTES if quote in text]))
        start = None if everywhere else data.draw(st.sampled_from(list(places(quote, text))))
        self.decide_of_a_place(verb, number, quote, at=start, who=who)

    def decide_of_a_place(
        self, verb: Verb, number: int, *terms: str, at: int | None, kind: str = "", who: str
    ) -> None:
        place: At | None = None if at is None else ("text", at)
        with self.library.read() as reading:
            try:
                wanted = decisions.order(reading, verb, str(number), *terms, at=place, kind=kind)
            except (Unreadable, UnknownName):
                return
        self.something_is_decided(wanted, who)

    @rule(who=WHO)
    def something_is_taken_back_and_put_back(self, who: str) -> None:
        with self.library.read() as reading:
            before = state(reading)
        try:
            decisions.undo(self.library, who=who)
        except UnknownName:
            return
        decisions.redo(self.library, who=who)
        with self.library.read() as reading:
            assert state(reading) == before

    @rule(who=WHO)
    def something_is_taken_back(self, who: str) -> None:
        try:
            decisions.undo(self.library, who=who)
        except UnknownName:
            assert not self.holding(who)

    @rule(who=WHO)
    def something_is_put_back(self, who: str) -> None:
        try:
            decisions.redo(self.library, who=who)
        except UnknownName:
            return

    @precondition(lambda self: self.holding())
    @rule(data=st.data())
    def a_single_decision_is_taken_back(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(self.holding()))
        decisions.undo(self.library, who="ann", number=one.number)

    @rule()
    def the_library_is_opened_again(self) -> None:
        self.library.close()
        self.library = Library.open(self.library.where)
        self.press = Press(self.library)

    @invariant()
    def every_count_equals_a_recount(self) -> None:
        with self.library.read() as reading:
            assert [words for words, wrong in checks._invariants(reading) if wrong] == []

    @invariant()
    def the_layer_is_what_the_decisions_make_of_what_was_found(self) -> None:
        with self.library.write() as writing:
            before = state(writing)
            every = writing.connection.scalars(sa.select(schema.articles.c.id)).all()
            made = layer.rules(decisions.log(writing))
            layer.refresh(writing, made, sorted(fold(surface) for surface in SURFACES), every)
            assert state(writing) == before

    @invariant()
    def the_last_word_about_a_place_holds(self) -> None:
        with self.library.read() as reading:
            last = {d.order.subject: d for d in self.holding() if d.order.verb in MAKING}
            for uuid, decision in last.items():
                anchor, actor = Anchor.of(decision.order.terms), decision.order.terms[ANCHOR_TERMS]
                (number,) = wordings.numbers_of(reading, [uuid]).values()
                if wordings.hashes_of(reading, [uuid]) == {uuid: anchor.text_hash}:
                    there = corpus.mentions_in(reading, number)
                    means = {m.actor_id for m in there if (m.text, m.start) == anchor_place(anchor)}
                    assert means == set(actors.standing_for(reading, [actor]).values())

    @invariant()
    def nothing_is_counted_in_what_was_set_aside_last(self) -> None:
        with self.library.read() as reading:
            last = {d.order.subject: d for d in self.holding() if d.order.verb in MARKING}
            for uuid, decision in last.items():
                (number,) = wordings.numbers_of(reading, [uuid]).values()
                body = corpus.body(reading, number)
                aside = decision.order.verb == "boilerplate"
                anchor = Anchor.of(decision.order.terms)
                if anchor.start is not None or "\n" in anchor.quote:
                    continue
                at = 0
                for paragraph in body.text.split("\n\n"):
                    inside = range(at, at + len(paragraph))
                    if anchor.quote in paragraph:
                        covered = [p for p in body.passages if p.start <= at < p.end]
                        assert bool(covered) == aside
                        there = corpus.mentions_in(reading, number)
                        counted = {m.counted for m in there if m.start in inside}
                        assert True not in counted or not aside
                    at += len(paragraph) + 2

    def holding(self, who: str = "") -> list[Decision]:
        with self.library.read() as reading:
            log = decisions.log(reading)
        ordinary = [d for d in log if d.order.verb != "revoke" and d.revoked_by is None]
        return [d for d in ordinary if not who or d.who == who]

    def undo_all(self, who: str) -> None:
        for _ in self.holding(who):
            decisions.undo(self.library, who=who)
        assert self.holding(who) == []

    def is_as_found(self, reading: Reading) -> None:
        """With every decision taken back, nothing is left but what texts and registers said."""
        stands, found = schema.actors.c, schema.mentions.c
        decided = sa.or_(
            stands.name != stands.found_name,
            stands.kind != stands.found_kind,
            stands.canonical_id != stands.id,
            sa.not_(stands.counted),
        )
        assert reading.connection.execute(sa.select(stands.uuid).where(decided)).all() == []
        moved = sa.or_(
            sa.func.coalesce(found.actor_id, 0) != sa.func.coalesce(found.found_actor_id, 0),
            found.why != found.found_why,
            found.counted != found.found_counted,
            found.decided != "",
            found.layer == "analyst",
        )
        assert reading.connection.execute(sa.select(found.id).where(moved)).all() == []
        assert reading.connection.execute(sa.select(schema.decided_paragraphs)).all() == []


def test_whatever_is_decided_the_layer_and_its_counts_are_right() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Curating,
        settings=settings(
            max_examples=12,
            stateful_step_count=14,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_undoing_everything_gives_back_the_aliases_too(library: Library, press: Press) -> None:
    press.named("Russia, Moscow, the Kremlin.", "Russia", "Moscow", "the Kremlin")

    def aliases() -> dict[str, tuple[str, ...]]:
        with library.read() as reading:
            return {a.name: a.aliases for a in corpus.actors(reading, corpus.Selection())}

    before = aliases()
    orders = [
        Order("alias", uuid("Russia"), ("the Kremlin",)),
        Order("split", uuid("Russia"), ("State of Russia", "Russia")),
        Order("merge", uuid("Moscow"), (uuid("Russia"),)),
        Order("alias", uuid("Moscow"), ("Russia",)),
    ]
    for wanted in orders:
        decisions.decide(library, wanted, who="ann")
    assert aliases() != before
    for _ in orders:
        decisions.undo(library, who="ann")
    assert aliases() == before
