"""Mentions: what a pipeline found, what it means, and the counts kept beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from workstation.domain.decision import Reach
from workstation.domain.mention import Found, Mention, Origin
from workstation.domain.names import fold
from workstation.library import actors as actor_rows
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import (
    UNDATED,
    actor_days,
    actors,
    article_actors,
    articles,
    mentions,
    pipelines,
)

_LAYERS: dict[Origin, str] = {"model": "model", "rule": "register", "analyst": "analyst"}
_ORIGINS = {layer: origin for origin, layer in _LAYERS.items()}

root = actors.alias("root")
"""The actor a mention counts under, after merges."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What decisions make of every mention of one surface that the resolver gave one actor."""

    folded: str
    actor: int | None
    """The row the mentions count under; None for nobody."""
    why: str
    found_actor: int | None = None
    """Only the mentions that the resolver gave this actor; None for all of them."""


def record(
    writing: Writing,
    article: int,
    pipeline: str,
    found: Sequence[Found],
    *,
    version: int = 1,
    meanings: Sequence[Meaning] = (),
) -> None:
    """Replaces everything machines said of an article, and counts it anew.

    Does nothing where the article has another version by now: the offsets would be of old words.
    """
    same = sa.and_(articles.c.id == article, articles.c.version == version)
    if writing.connection.scalar(sa.select(articles.c.id).where(same)) is None:
        return
    numbers = actor_rows.ensure(writing, found)
    by_surface = _by_surface(meanings)
    writing.connection.execute(
        sa.delete(mentions).where(mentions.c.article_id == article, mentions.c.layer != "analyst")
    )
    rows = [_row(article, f, numbers.get(f.key), by_surface) for f in found]
    if rows:
        writing.connection.execute(sa.insert(mentions), rows)
    actor_rows.learn_aliases(writing, ((numbers[f.key], f.surface) for f in found if f.key))
    writing.connection.execute(
        sa.update(articles).where(articles.c.id == article).values(tagged_with=pipeline, problem="")
    )
    recount(writing, [article])
    writing.touched("articles", "mentions", "actors")


def remember_pipeline(writing: Writing, pipeline: str, words: str) -> None:
    """Writes down what tagged articles under this name."""
    known = sa.select(pipelines.c.id).where(pipelines.c.id == pipeline)
    if writing.connection.scalar(known) is None:
        writing.connection.execute(
            sa.insert(pipelines).values(id=pipeline, words=words, first_used=now())
        )


def pipelines_in_use(reading: Reading) -> list[tuple[str, str, int]]:
    """Name, words and number of articles of each pipeline that tagged any."""
    rows = reading.connection.execute(
        sa.select(pipelines.c.id, pipelines.c.words, sa.func.count().label("n"))
        .join(articles, articles.c.tagged_with == pipelines.c.id)
        .group_by(pipelines.c.id, pipelines.c.words)
        .order_by(sa.desc("n"))
    )
    return [(row.id, row.words, row.n) for row in rows]


def reinterpret(writing: Writing, folded: Sequence[str], meanings: Sequence[Meaning]) -> None:
    """Recomputes what the mentions of these surfaces mean: the resolver's word, then decisions'."""
    if not folded:
        return
    reach = mentions.c.folded.in_(list(folded))
    touched = writing.connection.scalars(
        sa.select(mentions.c.article_id).where(reach).distinct()
    ).all()
    writing.connection.execute(
        sa.update(mentions)
        .where(reach)
        .values(actor_id=mentions.c.found_actor_id, why=mentions.c.found_why)
    )
    for meaning in meanings:
        which = mentions.c.folded == meaning.folded
        if meaning.found_actor is not None:
            which = sa.and_(which, mentions.c.found_actor_id == meaning.found_actor)
        writing.connection.execute(
            sa.update(mentions).where(which).values(actor_id=meaning.actor, why=meaning.why)
        )
    recount(writing, touched)
    writing.touched("mentions", "actors", "articles")


def recount(writing: Writing, which: Sequence[int]) -> None:
    """Counts the mentions of these articles anew: per actor, per day, and on the article."""
    if not which:
        return
    numbers = list(which)
    connection = writing.connection
    before = set(connection.execute(_pairs(numbers)).all())
    connection.execute(sa.delete(article_actors).where(article_actors.c.article_id.in_(numbers)))
    counted = sa.and_(mentions.c.counted, mentions.c.actor_id.is_not(None))
    connection.execute(
        sa.insert(article_actors).from_select(
            ["article_id", "actor_id", "mentions"],
            sa.select(mentions.c.article_id, mentions.c.actor_id, sa.func.count())
            .where(mentions.c.article_id.in_(numbers), counted)
            .group_by(mentions.c.article_id, mentions.c.actor_id),
        )
    )
    total = (
        sa.select(sa.func.coalesce(sa.func.sum(article_actors.c.mentions), 0))
        .where(article_actors.c.article_id == articles.c.id)
        .scalar_subquery()
    )
    connection.execute(sa.update(articles).where(articles.c.id.in_(numbers)).values(mentions=total))
    after = set(connection.execute(_pairs(numbers)).all())
    _recount_days(writing, before | after)


def of_article(reading: Reading, article: int) -> list[Mention]:
    """All mentions of an article, titles first, in reading order."""
    order = (mentions.c.field.desc(), mentions.c.start)
    return list_of(reading, mentions.c.article_id == article, order=order)


def reach(reading: Reading, actor: str = "", *, folded: Sequence[str] = ()) -> Reach:
    """How many mentions stand under an actor, have one of some surfaces, or both."""
    which = []
    if actor:
        which.append(root.c.uuid == actor)
    if folded:
        which.append(mentions.c.folded.in_(list(folded)))
    asked = sa.select(
        sa.func.count(mentions.c.id), sa.func.count(mentions.c.article_id.distinct())
    ).select_from(_with_actors())
    row = reading.connection.execute(asked.where(mentions.c.counted, *which)).one()
    return Reach(row[0], row[1])


def list_of(
    reading: Reading,
    which: sa.ColumnElement[bool],
    *,
    order: Sequence[Any] = (),
    limit: int | None = None,
) -> list[Mention]:
    """The mentions that fit a condition on `mentions` and `root`."""
    rows = reading.connection.execute(
        sa.select(
            mentions,
            root.c.uuid,
            root.c.name,
            root.c.kind,
            root.c.counted.label("actor_counted"),
        )
        .select_from(_with_actors())
        .where(which)
        .order_by(*(order or (mentions.c.article_id, mentions.c.field.desc(), mentions.c.start)))
        .limit(limit)
    )
    return [
        Mention(
            id=row.id,
            article=row.article_id,
            field=row.field,
            start=row.start,
            end=row.end,
            text=row.surface,
            label=row.label,
            actor_id=row.uuid,
            actor=row.name,
            kind=row.kind,
            origin=_ORIGINS[row.layer],
            counted=row.counted and row.actor_counted is not False,
            why=row.why,
        )
        for row in rows
    ]


def _with_actors() -> sa.Join:
    return mentions.outerjoin(actors, actors.c.id == mentions.c.actor_id).outerjoin(
        root, root.c.id == actors.c.canonical_id
    )


def _by_surface(meanings: Sequence[Meaning]) -> dict[str, list[Meaning]]:
    grouped: dict[str, list[Meaning]] = {}
    for meaning in meanings:
        grouped.setdefault(meaning.folded, []).append(meaning)
    return grouped


def _row(
    article: int, found: Found, actor: int | None, meanings: dict[str, list[Meaning]]
) -> dict[str, Any]:
    folded = fold(found.surface)
    means, why = actor, found.why
    for meaning in meanings.get(folded, ()):
        if meaning.found_actor in (None, actor):
            means, why = meaning.actor, meaning.why
    return {
        "article_id": article,
        "layer": _LAYERS[found.origin],
        "field": found.field,
        "start": found.start,
        "end": found.end,
        "surface": found.surface,
        "folded": folded,
        "label": found.label,
        "found_actor_id": actor,
        "found_why": found.why,
        "actor_id": means,
        "why": why,
        "counted": found.counted,
    }


def _pairs(numbers: list[int]) -> sa.Select[tuple[int, int]]:
    day = sa.func.coalesce(articles.c.day, UNDATED)
    return (
        sa.select(article_actors.c.actor_id, day)
        .join(articles, articles.c.id == article_actors.c.article_id)
        .where(article_actors.c.article_id.in_(numbers))
        .distinct()
    )


def _recount_days(writing: Writing, pairs: set[Any]) -> None:
    by_day: dict[int, list[int]] = {}
    for actor, day in pairs:
        by_day.setdefault(day, []).append(actor)
    for day, numbers in by_day.items():
        writing.connection.execute(
            sa.delete(actor_days).where(actor_days.c.day == day, actor_days.c.actor_id.in_(numbers))
        )
        of_day = articles.c.day.is_(None) if day == UNDATED else articles.c.day == day
        writing.connection.execute(
            sa.insert(actor_days).from_select(
                ["actor_id", "day", "mentions", "articles"],
                sa.select(
                    article_actors.c.actor_id,
                    sa.literal(day),
                    sa.func.sum(article_actors.c.mentions),
                    sa.func.count(),
                )
                .join(articles, articles.c.id == article_actors.c.article_id)
                .where(of_day, article_actors.c.actor_id.in_(numbers))
                .group_by(article_actors.c.actor_id),
            )
        )
