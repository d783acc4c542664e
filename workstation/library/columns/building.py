"""The image of a library as it stands, and what a write changes of one, read from the tables."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final, cast

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from workstation.domain.dating import DOUBTS
from workstation.library.columns.generation import Generation
from workstation.library.columns.image import (
    NO_INSTANT,
    Actors,
    Articles,
    Change,
    Image,
    Longs,
    Pairs,
)
from workstation.library.columns.memory import Memory
from workstation.library.schema import UNDATED, actors, article_actors, articles
from workstation.limits import COLUMNS_NUMBER

_COLUMNS: Final = (
    articles.c.id,
    sa.func.coalesce(articles.c.day, UNDATED),
    sa.func.coalesce(articles.c.instant, NO_INSTANT),
    articles.c.story,
    articles.c.mentions,
    articles.c.dated_from.in_(sorted(DOUBTS)),
)
_NAMES: Final = (articles.c.outlet, articles.c.language)
_PAIRS: Final = (article_actors.c.article_id, article_actors.c.actor_id, article_actors.c.mentions)
_ACTORS: Final = (actors.c.id, actors.c.canonical_id, actors.c.counted)


def build(connection: sa.Connection, generation: Generation) -> Image:
    """The image of the library as the connection's transaction sees it.

    Raises:
        ValueError: there are numbers of which no image can be made.
    """
    nothing = np.empty(0, dtype=np.int32)
    empty = Image(
        generation,
        _articles(np.empty((0, len(_COLUMNS)), dtype=np.int64)),
        np.empty(0, dtype=bool),
        Pairs(np.empty(0, dtype=np.int64), nothing, nothing),
        Actors(nothing, nothing, np.empty(0, dtype=bool)),
        (),
        (),
        (),
        nothing,
        Memory(),
    )
    return empty.changed(_read(connection, generation, generation, sa.true(), sa.true(), sa.true()))


def change(
    connection: sa.Connection, since: Generation, now: Generation, touched: sa.TableClause
) -> Change:
    """What a write changed, which noted kind and number of what it touched.

    Raises:
        ValueError: there are numbers of which no image can be made.
    """
    of = {kind: sa.select(touched.c.number).where(touched.c.kind == kind) for kind in (0, 1)}
    return _read(
        connection,
        since,
        now,
        articles.c.id.in_(of[0]),
        article_actors.c.article_id.in_(of[0]),
        actors.c.id.in_(of[1]),
        _numbers(connection, of[0]),
        _numbers(connection, of[1]),
    )


def _read(
    connection: sa.Connection,
    since: Generation,
    now: Generation,
    of_articles: sa.ColumnElement[bool],
    of_pairs: sa.ColumnElement[bool],
    of_actors: sa.ColumnElement[bool],
    touched: Longs | None = None,
    touched_actors: Longs | None = None,
) -> Change:
    in_order = sa.select(*_COLUMNS).where(of_articles).order_by(articles.c.id)
    named = sa.select(*_NAMES).where(of_articles).order_by(articles.c.id)
    rows = _numbers(connection, in_order)
    names = connection.execute(named).all()
    who = sa.select(*_ACTORS).where(of_actors).order_by(actors.c.id)
    kinds = sa.select(actors.c.kind).where(of_actors).order_by(actors.c.id)
    actor_rows = _numbers(connection, who)
    pairs = _numbers(connection, sa.select(*_PAIRS).where(of_pairs))
    found = rows[:, 0] if touched is None else touched[:, 0]
    found_actors = actor_rows[:, 0] if touched_actors is None else touched_actors[:, 0]
    # A stranger's library may hold any number, and a row is kept for each below the highest one.
    for some in (found, rows[:, 3], found_actors, actor_rows[:, 1], pairs[:, 1]):
        if len(some) and not 0 <= some.min() <= some.max() < COLUMNS_NUMBER:
            raise ValueError("numbers too high for an image")
    return Change(
        since,
        now,
        found,
        _articles(rows),
        [row[0] for row in names],
        [row[1] for row in names],
        pairs,
        found_actors,
        actor_rows,
        list(connection.scalars(kinds)),
    )


def _articles(rows: Longs) -> Articles:
    number, day, instant, story, mentions, doubtful = rows.T
    nameless = np.zeros(len(rows), dtype=np.int32)
    return Articles(
        _short(number), _short(day), instant.copy(), nameless, nameless, _short(story),
        _short(mentions), doubtful.astype(bool),
    )  # fmt: skip


def _short(values: Longs) -> NDArray[np.int32]:
    return values.astype(np.int32)


def _numbers(connection: sa.Connection, asked: sa.Select[Any]) -> Longs:
    """The rows of a question whose columns are all whole numbers."""
    return numbers(connection, asked).reshape(-1, len(asked.selected_columns))


def numbers(connection: sa.Connection, asked: sa.Select[Any]) -> Longs:
    """The whole numbers that answer a question, row by row."""
    with connection.execute(asked) as result:
        # Rows as the driver gives them: there may be ten million.
        rows = cast("Iterable[tuple[int, ...]]", result.cursor)
        return np.fromiter(chain.from_iterable(rows), dtype=np.int64)
