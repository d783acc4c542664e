"""What a selection means: articles, mentions, actors, days and counts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import sqlalchemy as sa

from workstation.domain.actor import Actor
from workstation.domain.article import Article, Body
from workstation.domain.frequency import UNITS, By, FacetCount, Frequency, Size, Unit, unit_of
from workstation.domain.mention import Mention
from workstation.domain.selection import Facet, Selection
from workstation.errors import Unreadable
from workstation.library import actors as actor_rows
from workstation.library import articles as article_rows
from workstation.library import by_day, over_time, periods
from workstation.library import mentions as mention_rows
from workstation.library import schema as tables
from workstation.library.actor_numbers import most_named
from workstation.library.annotations import signs
from workstation.library.by_day import different
from workstation.library.calling import called
from workstation.library.columns import counting, days, listing
from workstation.library.conditions import named, where
from workstation.library.library import Reading
from workstation.limits import ACTOR_ROWS, LIST_ROWS

Order = Literal["newest", "oldest", "title", "outlet", "mentions"]

_SPARKS = 40
_DAYS_KEPT = 20_000
_AT_ONCE = 10_000
"""Numbers in one question: SQLite takes 32,766, PostgreSQL 65,535."""

ORDERS: Mapping[Order, tuple[Any, ...]] = {
    "newest": (
        tables.articles.c.day.desc().nulls_last(),
        tables.articles.c.instant.desc().nulls_last(),
        tables.articles.c.id.desc(),
    ),
    "oldest": (
        tables.articles.c.day.asc().nulls_last(),
        tables.articles.c.instant.asc().nulls_last(),
        tables.articles.c.id,
    ),
    "title": (tables.articles.c.title, tables.articles.c.id),
    "outlet": (
        tables.articles.c.outlet,
        tables.articles.c.day.desc().nulls_last(),
        tables.articles.c.id,
    ),
    "mentions": (tables.articles.c.mentions.desc(), tables.articles.c.id),
}


# Articles ------------------------------------------------------------------------------------


def size(reading: Reading) -> int:
    """How many articles the library holds."""
    if (image := reading.columns) is not None:
        return counting.size(image)
    return reading.connection.scalar(sa.select(sa.func.count()).select_from(tables.articles)) or 0


def count(reading: Reading, selection: Selection) -> int:
    """How many articles the selection holds."""
    if (image := reading.columns) is not None:
        return counting.count(image, reading, selection)
    asked = (
        sa.select(sa.func.count()).select_from(tables.articles).where(*where(reading, selection))
    )
    return reading.connection.scalar(asked) or 0


def extent(reading: Reading, selection: Selection) -> Size:
    """How many articles, stories and outlets the selection holds."""
    if (image := reading.columns) is not None:
        return counting.extent(image, reading, selection)
    asked = sa.select(*(different(unit) for unit in UNITS))
    row = reading.connection.execute(asked.where(*where(reading, selection))).one()
    return Size(row.articles, row.stories, row.outlets)


def articles(
    reading: Reading,
    selection: Selection,
    *,
    order: Order = "newest",
    offset: int = 0,
    limit: int | None = LIST_ROWS,
) -> list[Article]:
    """A page of the selection's articles."""
    if selection.narrows and order != "title" and (image := reading.columns) is not None:
        page = listing.page(image, reading, selection, order, offset, limit)
        known = numbered(reading, page)
        return [known[number] for number in page]
    return _articles(
        reading, where(reading, selection), order=ORDERS[order], offset=offset, limit=limit
    )


def numbered(reading: Reading, numbers: Iterable[int]) -> dict[int, Article]:
    """The articles of some numbers that are there."""
    found: dict[int, Article] = {}
    for some in _some(list(numbers)):
        which = [tables.articles.c.id.in_(some)]
        listed = _articles(reading, which, order=(), offset=0, limit=None)
        found.update((one.id, one) for one in listed)
    return found


def not_tagged(reading: Reading) -> list[Article]:
    """The articles that a tagger was given and could not read."""
    asked = [tables.articles.c.problem != ""]
    return _articles(reading, asked, order=ORDERS["oldest"], offset=0, limit=None)


def article(reading: Reading, number: int) -> Article:
    """One article.

    Raises:
        UnknownName: there is no such article.
    """
    found = _articles(reading, [tables.articles.c.id == number], order=(), offset=0, limit=1)
    if not found:
        raise article_rows.no_such_article(number)
    return found[0]


def body(reading: Reading, number: int) -> Body:
    """The words of an article.

    Raises:
        UnknownName: there is no such article.
    """
    return article_rows.body(reading, number)


def facet(
    reading: Reading, selection: Selection, name: Facet, unit: Unit = "articles"
) -> list[FacetCount]:
    """The values of "outlet", "language", "tone" or "label" in the selection, most of a unit first.

    Outlets are counted in articles where they are asked for in outlets.
    """
    columns = {"outlet": tables.articles.c.outlet, "language": tables.articles.c.language}
    if name in columns and (image := reading.columns) is not None:
        return counting.facet(image, reading, selection, name, unit)
    column = columns.get(name, signs.c.label)
    labelled = sa.and_(signs.c.article_id == tables.articles.c.id, signs.c.sign == name)
    joined = tables.articles if name in columns else tables.articles.join(signs, labelled)
    rows = reading.connection.execute(
        sa.select(column, different(unit_of(name, unit)).label("n"))
        .select_from(joined)
        .where(*where(reading, selection))
        .group_by(column)
        .order_by(sa.desc("n"), sa.func.count().desc(), column)
    )
    return [FacetCount(value, n) for value, n in rows]


# Mentions ------------------------------------------------------------------------------------


def mentions(
    reading: Reading,
    selection: Selection,
    *,
    actor_ids: Sequence[str] = (),
    kinds: Sequence[str] = (),
    limit: int | None = None,
) -> list[Mention]:
    """The mentions in the selection's articles; only those of some actors or kinds, if named."""
    which: list[sa.ColumnElement[bool]] = []
    if selection.narrows:
        inside = sa.select(tables.articles.c.id).where(*where(reading, selection))
        which.append(tables.mentions.c.article_id.in_(inside))
    if actor_ids:
        # Asked of the mentions' own column, or its index would not be used.
        roots = actor_rows.roots_of(reading, actor_ids)
        merged = tables.actors.c.canonical_id.in_(roots.values())
        which.append(tables.mentions.c.actor_id.in_(sa.select(tables.actors.c.id).where(merged)))
    if kinds:
        which.append(mention_rows.root.c.kind.in_(kinds))
    return mention_rows.list_of(reading, sa.and_(sa.true(), *which), limit=limit)


def mentions_in(reading: Reading, number: int) -> list[Mention]:
    """All mentions of one article, the title's first, in reading order."""
    return mention_rows.of_article(reading, number)


# Actors --------------------------------------------------------------------------------------


def actors(
    reading: Reading,
    selection: Selection,
    *,
    actor_ids: Sequence[str] = (),
    kinds: Sequence[str] = (),
    limit: int | None = ACTOR_ROWS,
) -> list[Actor]:
    """The actors named in the selection's articles, most mentions first."""
    roots = actor_rows.roots_of(reading, actor_ids).values() if actor_ids else None
    numbers = most_named(reading, selection, roots=roots, kinds=kinds, limit=limit)
    names = called(reading, [one.root for one in numbers])
    found = [
        Actor(
            id=who.uuid,
            name=who.name,
            kind=who.kind,
            mentions=one.mentions,
            articles=one.articles,
            stories=one.stories,
            first=_day(one.first),
            last=_day(one.last),
            aliases=who.aliases,
            wikidata=who.wikidata,
            outlets=one.outlets,
        )
        for one, who in zip(numbers, names.values(), strict=True)
    ]
    return sorted(found, key=lambda actor: (-actor.mentions, actor.name))


def find_actor(reading: Reading, name: str) -> Actor:
    """The actor a person means by an identifier, a name or an alias, over the whole library.

    Raises:
        UnknownName: nobody is called so, or several are.
    """
    uuid = actor_rows.find(reading, name)
    found = actors(reading, Selection(), actor_ids=(uuid,))
    if found:
        return found[0]
    row = reading.connection.execute(
        sa.select(tables.actors).where(tables.actors.c.uuid == uuid)
    ).one()
    return Actor(uuid, row.name, row.kind, 0, 0, 0, None, None, (), row.wikidata)


def actors_in(reading: Reading, number: int) -> dict[str, int]:
    """Counted mentions in one article, by actor."""
    root = tables.actors.alias("root")
    rows = reading.connection.execute(
        sa.select(root.c.uuid, sa.func.sum(tables.article_actors.c.mentions))
        .select_from(named().join(root, root.c.id == tables.actors.c.canonical_id))
        .where(tables.articles.c.id == number, root.c.counted)
        .group_by(root.c.uuid)
    )
    return {uuid: n for uuid, n in rows}  # noqa: C416 - rows are not pairs to mypy


def mentions_of(reading: Reading, actor_id: str, numbers: Collection[int]) -> dict[int, int]:
    """How often some articles name an actor; those that do not are left out."""
    counted = tables.article_actors
    roots = actor_rows.roots_of(reading, [actor_id]).values()
    rows = reading.connection.execute(
        sa.select(counted.c.article_id, sa.func.sum(counted.c.mentions))
        .join(tables.actors, tables.actors.c.id == counted.c.actor_id)
        .where(counted.c.article_id.in_(numbers), tables.actors.c.canonical_id.in_(roots))
        .group_by(counted.c.article_id)
    )
    found = {number: n for number, n in rows}  # noqa: C416 - rows are not pairs to mypy
    return {number: found[number] for number in numbers if number in found}


# Days ----------------------------------------------------------------------------------------


def frequency(
    reading: Reading,
    selection: Selection,
    actor_ids: Sequence[str],
    by: By = "day",
    *,
    unit: Unit = "articles",
    beside: Collection[Unit] = (),
) -> Frequency:
    """How often each actor is named, a period, in the selection's articles.

    The periods run without gaps from the first to the last day of the selection, or over its
    brush where that is set. Identifiers of merged actors give one series, under the first of them.
    The `unit` is what shares are shares of; the series hold its numbers, and those of the units
    `beside` it.
    """
    by_days = by_day.articles(reading, selection)
    undated = by_days.pop(None, 0)
    bins = periods.between(by_days, selection.brush, by)
    roots = actor_rows.roots_of(reading, actor_ids)
    first = {roots[uuid]: uuid for uuid in reversed(actor_ids) if uuid in roots}
    asked = [u for u in dict.fromkeys(actor_ids) if u in roots and first[roots[u]] == u]
    counted = Frequency(
        by=by,
        periods=tuple(b.first for b in bins),
        totals=tuple(periods.summed(bins, by_days)),
        covered=tuple(n > 0 for n in periods.summed(bins, by_day.articles(reading, Selection()))),
        series=over_time.series(
            reading, selection, {u: roots[u] for u in asked}, bins, {unit, *beside}
        ),
        undated_total=undated,
        dated_total=sum(by_days.values()),
    )
    return (
        counted if unit == "articles" else over_time.among(reading, selection, counted, bins, unit)
    )


def sparklines(
    reading: Reading, selection: Selection, actor_ids: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """Mentions over the selection's days for each actor, in at most 40 steps."""
    try:
        if (image := reading.columns) is not None:
            named_so = called(reading, {*actor_rows.roots_of(reading, actor_ids).values()})
            told = days.sparks(image, reading, selection, list(named_so), _SPARKS)
            return {named_so[root].uuid: steps for root, steps in told.items()}
        counts = frequency(reading, selection, actor_ids, "day")
    except Unreadable:
        counts = frequency(reading, selection, actor_ids, "month")
    step = max(1, -(-len(counts.periods) // _SPARKS))
    return {
        series.actor_id: tuple(
            sum(series.mentions[i : i + step]) for i in range(0, len(series.mentions), step)
        )
        for series in counts.series
    }


# Rows and values -----------------------------------------------------------------------------


def _articles(
    reading: Reading,
    conditions: Sequence[sa.ColumnElement[bool]],
    *,
    order: Sequence[Any],
    offset: int,
    limit: int | None,
) -> list[Article]:
    twin = tables.articles.alias("twin")
    of_story = (
        sa.select(sa.func.count()).where(twin.c.story == tables.articles.c.story).scalar_subquery()
    )
    rows = reading.connection.execute(
        sa.select(tables.articles, of_story.label("story_size"))
        .where(*conditions)
        .order_by(*order)
        .offset(offset)
        .limit(limit)
    )
    return [article_rows.article_of(row, row.story_size) for row in rows]


@lru_cache(_DAYS_KEPT)
def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None


def _some(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
