"""Libraries with the same articles, and what is decided in them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from hypothesis import strategies as st

from tests.library.press import Press
from workstation.curating import adopting, carrying, decisions, layer, metonyms
from workstation.curating.adopting import Adoption
from workstation.curating.placing import At
from workstation.domain.actor import actor_uuid
from workstation.domain.decision import Decision, Order, Verb
from workstation.errors import UnknownName, Unreadable
from workstation.library import checks, corpus, mentions, schema
from workstation.library.library import Library, Reading
from workstation.library.mentions import Findings

ACTORS = ("Russia", "Moscow", "Syria", "Smith")
TEXT = "Russia and Moscow met Smith.\n\nSmith of Syria left, Moscow and Russia say."
OTHER = "Syria, Smith and Russia.\n\nNothing of Moscow."

Act = tuple[Any, ...]

ACTOR = st.sampled_from(ACTORS)
NAME = st.sampled_from(["Kremlin", "The others", *ACTORS])
ACTS = st.one_of(
    st.tuples(st.just("merge"), ACTOR, ACTOR),
    st.tuples(st.just("split"), ACTOR, NAME, ACTOR),
    st.tuples(st.just("rename"), ACTOR, NAME),
    st.tuples(st.just("alias"), ACTOR, NAME),
    st.tuples(st.just("kind"), ACTOR, st.sampled_from(["party", "place"])),
    st.tuples(st.just("not-an-actor"), ACTOR),
    st.tuples(st.just("not-the-same"), ACTOR, ACTOR),
    st.tuples(st.just("no-name"), ACTOR, ACTOR),
    st.tuples(st.just("role"), ACTOR, st.just("mayor"), ACTOR, st.sampled_from(["", "2024"])),
    st.tuples(st.just("no-mention"), st.sampled_from("12"), ACTOR),
    st.tuples(st.just("metonym"), st.just("Moscow"), st.sampled_from(metonyms.MEANT)),
    st.tuples(st.sampled_from(["assign", "mention"]), st.sampled_from("12"), ACTOR, ACTOR),
    st.tuples(st.just("mention"), st.just("1"), st.just("and Moscow"), st.just("Nobody Else")),
    st.tuples(st.sampled_from(["boilerplate", "body"]), st.sampled_from("12"), ACTOR),
    st.tuples(
        st.just("date"), st.sampled_from("12"), st.sampled_from(["2024-12-14", "2024-12-16T10:00Z"])
    ),
    st.tuples(
        st.just("edit"),
        st.sampled_from("12"),
        st.sampled_from(["outlet", "author"]),
        st.sampled_from(["The Quay", "Jo Marsh", ""]),
    ),
    st.tuples(st.sampled_from(["undo", "redo"])),
)
DONE = st.lists(st.tuples(st.sampled_from(["ann", "bob"]), ACTS), max_size=6)


def uuid(name: str) -> str:
    return actor_uuid(f"state/{name}")


def fill(library: Library, *, articles: tuple[int, ...] = (1, 2)) -> None:
    press = Press(library)
    for number, text in ((1, TEXT), (2, OTHER)):
        if number in articles:
            arrive(press, text, f"id:{number}")


def arrive(press: Press, text: str, identity: str) -> int:
    """An article is imported, and tagged as everywhere."""
    number = press.article(text, identity=identity)
    with press.library.write() as writing:
        found = Findings(number, 1, press.found(text, {name: name for name in ACTORS}))
        mentions.record(writing, "test/1", [found], meanings=layer.meanings(writing))
    return number


@contextmanager
def desks(*names: str) -> Iterator[list[Library]]:
    """Libraries with the same articles."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        made = [
            stack.enter_context(Library.create(folder / f"{name}.mwlib", zone="UTC"))
            for name in names
        ]
        for library in made:
            fill(library)
        yield made


def act(library: Library, who: str, wanted: Act) -> None:
    verb: str = wanted[0]
    try:
        if verb == "undo":
            decisions.undo(library, who=who)
        elif verb == "redo":
            decisions.redo(library, who=who)
        else:
            _, subject, *terms = wanted
            with library.read() as reading:
                order = order_of(reading, wanted[0], subject, terms)
            decisions.decide(library, order, who=who)
    except (UnknownName, Unreadable):
        return


def order_of(reading: Reading, verb: Verb, subject: str, terms: list[str]) -> Order:
    at: At | None = None
    if verb in ("assign", "mention"):
        at = ("text", corpus.body(reading, int(subject)).text.find(terms[0]))
    kind = "person" if "Nobody Else" in terms else ""
    return decisions.order(reading, verb, subject, *terms, at=at, kind=kind, reason="so it is")


def carry(library: Library) -> Path:
    path = Path(library.where).with_suffix(".jsonl")
    with library.read() as reading:
        path.write_bytes(b"".join(carrying.lines(reading, library=library.name, by="ann")))
    return path


def state(library: Library) -> dict[str, Any]:
    """What analysts see, named as every library names it."""
    actors, root, articles = schema.actors, schema.actors.alias("root"), schema.articles
    found, days, of_article = schema.mentions, schema.actor_days, schema.article_actors
    asked = {
        "actors": sa.select(
            actors.c.uuid, actors.c.name, actors.c.kind, actors.c.counted, actors.c.key, root.c.uuid
        ).join(root, root.c.id == actors.c.canonical_id),
        "aliases": sa.select(actors.c.uuid, schema.aliases.c.folded).join_from(
            schema.aliases, actors
        ),
        "mentions": sa.select(
            *(c for c in found.c if not c.name.endswith("id") and "why" not in c.name),
            articles.c.uuid,
            actors.c.uuid,
        )
        .join_from(found, articles)
        .outerjoin(actors, actors.c.id == found.c.actor_id),
        "paragraphs": sa.select(schema.decided_paragraphs),
        "dates": sa.select(
            articles.c.uuid,
            articles.c.instant,
            articles.c.day,
            articles.c.dated_from,
            articles.c.outlet,
            articles.c.author,
        ),
        "counts": sa.select(actors.c.uuid, articles.c.uuid, of_article.c.mentions)
        .join_from(of_article, actors)
        .join(articles, articles.c.id == of_article.c.article_id),
        "days": sa.select(actors.c.uuid, days.c.day, days.c.mentions).join_from(days, actors),
    }
    with library.read() as reading:
        assert [words for words, wrong in checks._invariants(reading) if wrong] == []
        return {
            name: sorted(map(str, reading.connection.execute(question)))
            for name, question in asked.items()
        }


def log(library: Library) -> list[tuple[Any, ...]]:
    """The log without what is of one library alone."""
    with library.read() as reading:
        taken = decisions.log(reading)
    ids = {d.number: d.id for d in taken}
    subjects = [
        d.order.subject if d.order.verb != "revoke" else ids[int(d.order.subject)] for d in taken
    ]
    return [
        (
            d.id,
            d.at,
            d.who,
            d.order.verb,
            subject,
            d.order.terms,
            d.order.reason,
            d.revoked_by is None,
        )
        for d, subject in zip(taken, subjects, strict=True)
        if d.order.verb != "adopt"
    ]


def decide(library: Library, verb: Verb, subject: str, *terms: str, who: str = "ann") -> Decision:
    with library.read() as reading:
        order = order_of(reading, verb, subject, list(terms))
    return decisions.decide(library, order, who=who)


def adopt(library: Library, of: Library) -> Adoption:
    return adopting.adopt(library, carry(of), who="carla")


def rewritten(path: Path, folder: Path, line: int = 1, **values: object) -> Path:
    """A copy of a file with some values of one line changed; None takes one away."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    lines[line] = {k: v for k, v in (lines[line] | values).items() if v is not None}
    changed = folder / f"{uuid4()}.jsonl"
    changed.write_text("\n".join(json.dumps(one) for one in lines), "utf-8")
    return changed
