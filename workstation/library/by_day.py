"""Counts by day: of articles, and of the mentions of actors; and stories and outlets by day."""

from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from workstation.domain.frequency import Unit
from workstation.domain.selection import Selection
from workstation.library import schema as tables
from workstation.library.columns import days
from workstation.library.conditions import named, where
from workstation.library.library import Reading

Days = dict[int, dict[int | None, tuple[int, int]]]
"""Mentions, and articles that hold them, by actor and day."""

Members = Mapping[int | None, set[int | str]]
"""What has an article on each day; a story or an outlet may have several, on several days."""

UNIT_COLUMNS: Mapping[Unit, sa.ColumnElement[int | str | None]] = {
    "articles": tables.articles.c.id,
    "stories": tables.articles.c.story,
    # What names no outlet is nobody's.
    "outlets": sa.func.nullif(tables.articles.c.outlet, ""),
}
"""What tells articles, stories and outlets apart."""


def different(unit: Unit) -> sa.Label[int]:
    """How many articles, stories or outlets there are, as a column of that name."""
    return sa.func.count(sa.distinct(UNIT_COLUMNS[unit])).label(unit)


def articles(reading: Reading, selection: Selection) -> dict[int | None, int]:
    """How many articles each day has; None is the undated ones."""
    if (image := reading.columns) is not None:
        return days.articles(image, reading, selection)
    rows = reading.connection.execute(
        sa.select(tables.articles.c.day, sa.func.count())
        .where(*where(reading, selection))
        .group_by(tables.articles.c.day)
    )
    return {day: n for day, n in rows}  # noqa: C416 - rows are not pairs to mypy


def members(reading: Reading, selection: Selection, unit: Unit) -> Members:
    """The stories or outlets that have articles on each day; None is the undated ones."""
    column = UNIT_COLUMNS[unit]
    rows = reading.connection.execute(
        sa.select(tables.articles.c.day, column)
        .where(*where(reading, selection), column.is_not(None))
        .distinct()
    )
    found: dict[int | None, set[int | str]] = {}
    for day, member in rows:
        found.setdefault(day, set()).add(member)
    return found


def naming(
    reading: Reading, selection: Selection, roots: Sequence[int], unit: Unit
) -> dict[int, Members]:
    """The stories or outlets that name each of some actors, by day."""
    if not roots:
        return {}
    root, column = tables.actors.c.canonical_id, UNIT_COLUMNS[unit]
    rows = reading.connection.execute(
        sa.select(root, tables.articles.c.day, column)
        .select_from(named())
        .where(*where(reading, selection), root.in_(_counting(roots)), column.is_not(None))
        .distinct()
    )
    found: dict[int, dict[int | None, set[int | str]]] = {}
    for number, day, member in rows:
        found.setdefault(number, {}).setdefault(day, set()).add(member)
    return {**found}


def mentions(reading: Reading, selection: Selection, roots: Sequence[int]) -> Days:
    """The mentions of some actors in the selection, and the articles that hold them, by day."""
    if (image := reading.columns) is not None:
        return days.mentions(image, reading, selection, roots)
    found: Days = {}
    ready: set[int] = set()
    if not (selection.words.strip() or selection.facets or selection.doubtful):
        ready = _unmerged(reading, roots)
        found = _kept(reading, selection, sorted(ready))
    counted = _counted(reading, selection, [root for root in roots if root not in ready])
    return found | counted


def _unmerged(reading: Reading, roots: Sequence[int]) -> set[int]:
    """Those of the actors that nobody was merged into: what is kept by day is theirs alone."""
    merged = tables.actors.c.canonical_id
    rows = sa.select(merged).where(merged.in_(roots)).group_by(merged)
    return set(reading.connection.scalars(rows.having(sa.func.count() == 1)))


def _kept(reading: Reading, selection: Selection, numbers: Sequence[int]) -> Days:
    kept = tables.actor_days
    rows = reading.connection.execute(
        sa.select(kept.c.actor_id, kept.c.day, kept.c.mentions, kept.c.articles)
        .join(tables.actors, tables.actors.c.id == kept.c.actor_id)
        .where(kept.c.actor_id.in_(numbers), tables.actors.c.counted, *_on_kept(selection))
    )
    found: Days = {}
    for number, day, named_there, in_articles in rows:
        when = None if day == tables.UNDATED else day
        found.setdefault(number, {})[when] = (named_there, in_articles)
    return found


def _on_kept(selection: Selection) -> list[sa.ColumnElement[bool]]:
    day = tables.actor_days.c.day
    conditions: list[sa.ColumnElement[bool]] = []
    if selection.brush:
        first, last = selection.brush.first or date.min, selection.brush.last or date.max
        conditions.append(day.between(first.toordinal(), last.toordinal()))
    if selection.undated:
        conditions.append(day == tables.UNDATED)
    return conditions


def _counted(reading: Reading, selection: Selection, roots: Sequence[int]) -> Days:
    if not roots:
        return {}
    root = tables.actors.c.canonical_id
    rows = reading.connection.execute(
        sa.select(
            root,
            tables.articles.c.day,
            sa.func.sum(tables.article_actors.c.mentions),
            sa.func.count(tables.articles.c.id.distinct()),
        )
        .select_from(named())
        .where(*where(reading, selection), root.in_(_counting(roots)))
        .group_by(root, tables.articles.c.day)
    )
    found: Days = {}
    for number, day, named_there, in_articles in rows:
        found.setdefault(number, {})[day] = (named_there, in_articles)
    return found


def _counting(roots: Sequence[int]) -> sa.Select[tuple[int]]:
    return sa.select(tables.actors.c.id).where(
        tables.actors.c.id.in_(roots), tables.actors.c.counted
    )
