"""The counts kept beside the mentions: per article and actor, per actor and day, and per article.

They are always made anew from the mentions, never moved by a difference, so no error stays.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa

from workstation.library.library import Writing
from workstation.library.schema import (
    UNDATED,
    actor_days,
    actors,
    article_actors,
    articles,
    mentions,
)

_CHUNK = 10_000
"""Numbers in one question: SQLite takes 32,766, PostgreSQL 65,535."""

root = actors.alias("counted_root")

total = (
    sa.select(sa.func.coalesce(sa.func.sum(article_actors.c.mentions), 0))
    .select_from(
        article_actors.join(actors, actors.c.id == article_actors.c.actor_id).join(
            root, root.c.id == actors.c.canonical_id
        )
    )
    .where(article_actors.c.article_id == articles.c.id, root.c.counted)
    .scalar_subquery()
)
"""What `articles.mentions` has to be: the mentions of actors that count."""


@contextmanager
def recounted(writing: Writing, which: Collection[int]) -> Iterator[None]:
    """Counts the mentions of these articles anew when the block has changed them."""
    chunks = list(_chunks(sorted(which)))
    days: set[int] = set()
    numbers: set[int] = set()
    for chunk in chunks:
        _gather(writing, chunk, days, numbers)
    yield
    for chunk in chunks:
        _recount_articles(writing, chunk)
        _gather(writing, chunk, days, numbers)
    for some_days in _chunks(sorted(days)):
        for some_actors in _chunks(sorted(numbers)):
            _recount_days(writing, some_days, some_actors)


def recount(writing: Writing, which: Collection[int], of_actors: Collection[int]) -> None:
    """Counts some actors anew after mentions in these articles passed from one to another.

    It leaves the other actors of the articles alone: a common name stands in half of a library.
    """
    numbers = sorted(of_actors)
    for chunk in _chunks(sorted(which)):
        _recount_articles(writing, chunk, numbers)
    writing.connection.execute(sa.delete(actor_days).where(actor_days.c.actor_id.in_(numbers)))
    _count_days(writing, article_actors.c.actor_id.in_(numbers))


def refresh_articles(writing: Writing, of_actors: Collection[int]) -> None:
    """Brings `articles.mentions` in line after some actors began, or ceased, to count."""
    for chunk in _chunks(sorted(of_actors)):
        naming = sa.select(article_actors.c.article_id).where(article_actors.c.actor_id.in_(chunk))
        writing.connection.execute(
            sa.update(articles).where(articles.c.id.in_(naming)).values(mentions=total)
        )


def _chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _CHUNK):
        yield numbers[start : start + _CHUNK]


def _gather(writing: Writing, chunk: Sequence[int], days: set[int], numbers: set[int]) -> None:
    """Notes on which days, and of which actors, these articles hold counted mentions."""
    pairs = writing.connection.execute(
        sa.select(sa.func.coalesce(articles.c.day, UNDATED), article_actors.c.actor_id)
        .join(articles, articles.c.id == article_actors.c.article_id)
        .where(article_actors.c.article_id.in_(chunk))
        .distinct()
    )
    for day, actor in pairs.all():
        days.add(day)
        numbers.add(actor)


def _recount_articles(
    writing: Writing, chunk: Sequence[int], of_actors: Sequence[int] | None = None
) -> None:
    connection = writing.connection
    old = [article_actors.c.article_id.in_(chunk)]
    new = [mentions.c.article_id.in_(chunk), mentions.c.counted, mentions.c.actor_id.is_not(None)]
    if of_actors is not None:
        old.append(article_actors.c.actor_id.in_(of_actors))
        new.append(mentions.c.actor_id.in_(of_actors))
    connection.execute(sa.delete(article_actors).where(*old))
    connection.execute(
        sa.insert(article_actors).from_select(
            ["article_id", "actor_id", "mentions"],
            sa.select(mentions.c.article_id, mentions.c.actor_id, sa.func.count())
            .where(*new)
            .group_by(mentions.c.article_id, mentions.c.actor_id),
        )
    )
    connection.execute(sa.update(articles).where(articles.c.id.in_(chunk)).values(mentions=total))


def _recount_days(writing: Writing, days: Sequence[int], numbers: Sequence[int]) -> None:
    writing.connection.execute(
        sa.delete(actor_days).where(actor_days.c.day.in_(days), actor_days.c.actor_id.in_(numbers))
    )
    dated = articles.c.day.in_([day for day in days if day != UNDATED])
    of_days = sa.or_(dated, articles.c.day.is_(None)) if UNDATED in days else dated
    _count_days(writing, of_days, article_actors.c.actor_id.in_(numbers))


def _count_days(writing: Writing, *which: sa.ColumnElement[bool]) -> None:
    day = sa.func.coalesce(articles.c.day, UNDATED)
    writing.connection.execute(
        sa.insert(actor_days).from_select(
            ["actor_id", "day", "mentions", "articles"],
            sa.select(
                article_actors.c.actor_id,
                day,
                sa.func.sum(article_actors.c.mentions),
                sa.func.count(),
            )
            .join(articles, articles.c.id == article_actors.c.article_id)
            .where(*which)
            .group_by(article_actors.c.actor_id, day),
        )
    )
