"""Articles are taken out of the store for good: no word of them stays in a table."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from workstation.domain.ledger import ERASED
from workstation.library import dates, full_text, mentions, schema
from workstation.library.amendments import decided_facts, erasures
from workstation.library.annotations import notes
from workstation.library.articles import LAST_ERASED, last_number
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import (
    actors,
    articles,
    bodies,
    decided_dates,
    decisions,
    facts,
    ledger,
    ledger_articles,
    originals,
    versions,
)

_PENDING: Final = "erasing"
_AT_ONCE: Final = 5_000
_SPLIT_OFF: Final = "split/"
"""How the keys begin of actors that decisions made, which name them by no identifier."""

SHOWN: Final = "(erased)"
"""What the ledger calls a file of which no article is left."""


@dataclass(frozen=True, slots=True)
class Erased:
    """That an article was erased: when, and by whom."""

    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Held:
    """What the store holds of some articles, before it goes."""

    uuids: tuple[str, ...]
    hashes: tuple[str, ...]
    versions: int
    notes: int
    mentions: int
    originals: tuple[str, ...]
    """The files that they were read from, by what these hold."""
    sharing: int
    """Other articles that were read from these files, too."""
    copies: int
    """Other articles that tell the same stories, and stay."""


def held(reading: Reading, numbers: Sequence[int]) -> Held:
    """What the store holds of some articles that are there."""
    wanted = articles.c.id.in_(numbers)
    rows = reading.connection.execute(
        sa.select(articles.c.uuid, articles.c.story, bodies.c.text_hash, articles.c.mentions)
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(wanted)
    ).all()
    former = versions.c.article_id.in_(numbers)
    older = reading.connection.scalars(sa.select(versions.c.text_hash).where(former)).all()
    files = _originals_of(reading, numbers)
    stories = articles.c.story.in_({row.story for row in rows})
    return Held(
        uuids=tuple(row.uuid for row in rows),
        hashes=tuple({*(row.text_hash for row in rows), *older}),
        versions=len(older),
        notes=_count(reading, notes, notes.c.article_id.in_(numbers)),
        mentions=sum(row.mentions for row in rows),
        originals=tuple(sorted(files)),
        sharing=_count(reading, articles, articles.c.id.in_(_read_from(files)), ~wanted),
        copies=_count(reading, articles, stories, ~wanted),
    )


def erase(
    writing: Writing, numbers: Sequence[int], gone: Held, log: Collection[int], *, who: str
) -> None:
    """Takes articles out of every table, and some decisions out of the log, by number.

    What stands beside the store is still there: `pending` tells of it until `done`.
    """
    connection = writing.connection
    words = set(connection.scalars(sa.select(articles.c.title).where(articles.c.id.in_(numbers))))
    for number in numbers:
        mentions.forget(writing, number)
        full_text.remove(writing, number)
    _blank_ledger(writing, numbers, gone.originals, {one for one in words if one})
    for table in (decided_dates, decided_facts):
        about = table.c.uuid.in_(gone.uuids) | table.c.text_hash.in_(gone.hashes)
        connection.execute(sa.delete(table).where(about))
    connection.execute(sa.delete(decisions).where(decisions.c.number.in_(list(log))))
    connection.execute(sa.delete(originals).where(originals.c.sha256.in_(gone.originals)))
    _note(writing, LAST_ERASED, str(last_number(writing)))
    connection.execute(sa.delete(articles).where(articles.c.id.in_(numbers)))
    _tell_stories(writing, numbers)
    _forget_actors(writing)
    known = sa.delete(erasures).where(erasures.c.uuid.in_(gone.uuids))
    connection.execute(known)
    rows = [{"uuid": uuid, "at": now(), "who": who} for uuid in gone.uuids]
    connection.execute(sa.insert(erasures), rows)
    left = sorted({*pending(writing), *gone.originals})
    _note(writing, _PENDING, json.dumps(left))
    writing.touched("articles", "mentions", "actors", "decisions", "ledger", "signs", "notes")


def of(reading: Reading, uuid: str) -> Erased | None:
    """When an article was erased, and by whom, if it was."""
    row = reading.connection.execute(
        sa.select(erasures).where(erasures.c.uuid == uuid)
    ).one_or_none()
    at = None if row is None else dates.instant_of(row.at)
    return None if row is None or at is None else Erased(at, row.who)


def forget(writing: Writing, uuid: str) -> None:
    """Forgets that an article was erased, since somebody brings it back."""
    writing.connection.execute(sa.delete(erasures).where(erasures.c.uuid == uuid))


def pending(reading: Reading) -> tuple[str, ...]:
    """The originals that an erasure has still to remove; it was stopped if nobody is at it."""
    value = reading.connection.scalar(sa.select(facts.c.value).where(facts.c.name == _PENDING))
    return tuple(json.loads(value)) if value else ()


def is_pending(reading: Reading) -> bool:
    """Whether an erasure is not done, even if no original is left to remove."""
    asked = sa.select(facts.c.name).where(facts.c.name == _PENDING)
    return reading.connection.scalar(asked) is not None


def done(writing: Writing) -> None:
    """Notes that nothing is left of what was erased."""
    writing.connection.execute(sa.delete(facts).where(facts.c.name == _PENDING))


def note_original(writing: Writing, sha256: str) -> None:
    """Lets an original go that holds what was erased."""
    writing.connection.execute(sa.delete(originals).where(originals.c.sha256 == sha256))


def _note(writing: Writing, name: str, value: str) -> None:
    writing.connection.execute(sa.delete(facts).where(facts.c.name == name))
    writing.connection.execute(sa.insert(facts).values(name=name, value=value))


def _originals_of(reading: Reading, numbers: Sequence[int]) -> set[str]:
    asked = (
        sa.select(articles.c.sha256).where(articles.c.id.in_(numbers)),
        sa.select(versions.c.sha256).where(versions.c.article_id.in_(numbers)),
        sa.select(ledger.c.sha256)
        .join(ledger_articles, ledger_articles.c.ledger_id == ledger.c.id)
        .where(ledger_articles.c.article_id.in_(numbers)),
    )
    found = {one for each in asked for one in reading.connection.scalars(each)}
    return found - {""}


def _read_from(files: Collection[str]) -> sa.CompoundSelect[tuple[int]]:
    return sa.union(
        sa.select(articles.c.id).where(articles.c.sha256.in_(files)),
        sa.select(versions.c.article_id).where(versions.c.sha256.in_(files)),
        sa.select(ledger_articles.c.article_id)
        .join(ledger, ledger_articles.c.ledger_id == ledger.c.id)
        .where(ledger.c.sha256.in_(files)),
    )


def _blank_ledger(
    writing: Writing, numbers: Sequence[int], files: Sequence[str], titles: Collection[str]
) -> None:
    """Takes the words of articles out of the ledger; a file with other articles keeps its name."""
    here = sa.select(ledger_articles.c.ledger_id).where(ledger_articles.c.article_id.in_(numbers))
    with_others = sa.select(ledger.c.id, ledger.c.sha256).where(_holds_others(numbers))
    rows = writing.connection.execute(with_others).all()
    others, shared = {row.id for row in rows}, {row.sha256 for row in rows}
    own = [one for one in files if one not in shared]
    concerned = ledger.c.id.in_(here) | ledger.c.sha256.in_(own)
    for row in writing.connection.execute(sa.select(ledger).where(concerned)).all():
        told = f"{row.message}\n{row.details}"
        values: dict[str, Any] = {}
        if row.id not in others:
            values = {
                "file": SHOWN,
                "sha256": "",
                "given": "",
                "waiting": "",
                "code": ERASED,
                "message": "Its articles were erased.",
                "details": "",
                "seen_at": now(),
            }
        elif any(title in told for title in titles):
            values = {"message": "One of its articles was erased.", "details": ""}
        if values:
            same = sa.update(ledger).where(ledger.c.id == row.id)
            writing.connection.execute(same.values(values))


def _holds_others(numbers: Sequence[int]) -> sa.ColumnElement[bool]:
    return ledger.c.id.in_(
        sa.select(ledger_articles.c.ledger_id).where(ledger_articles.c.article_id.not_in(numbers))
    )


def _tell_stories(writing: Writing, numbers: Sequence[int]) -> None:
    """Lets the stories that were named by articles that are gone be named by their next ones."""
    left = writing.connection.execute(
        sa.select(articles.c.story, sa.func.min(articles.c.id).label("first"))
        .where(articles.c.story.in_(numbers))
        .group_by(articles.c.story)
    ).all()
    for row in left:
        same = sa.update(articles).where(articles.c.story == row.story)
        writing.connection.execute(same.values(story=row.first))


def _forget_actors(writing: Writing) -> None:
    """Forgets the actors that nobody names any more: neither an article, nor an analyst."""
    log = writing.connection.execute(sa.select(decisions.c.subject, decisions.c.terms)).all()
    said = {one for row in log for one in (row.subject, *json.loads(row.terms))}
    found, into = schema.mentions, actors.alias("merged")
    free = [
        actors.c.canonical_id == actors.c.id,
        ~actors.c.key.startswith(_SPLIT_OFF),
        ~sa.exists().where(found.c.actor_id == actors.c.id),
        ~sa.exists().where(found.c.found_actor_id == actors.c.id),
        ~sa.exists().where(into.c.canonical_id == actors.c.id, into.c.id != actors.c.id),
    ]
    rows = writing.connection.execute(sa.select(actors.c.id, actors.c.uuid).where(*free)).all()
    gone = [row.id for row in rows if row.uuid not in said]
    for start in range(0, len(gone), _AT_ONCE):
        some = actors.c.id.in_(gone[start : start + _AT_ONCE])
        writing.connection.execute(sa.delete(actors).where(some))


def _count(reading: Reading, table: sa.Table, *which: sa.ColumnElement[bool]) -> int:
    asked = sa.select(sa.func.count()).select_from(table).where(*which)
    return reading.connection.scalar(asked) or 0
