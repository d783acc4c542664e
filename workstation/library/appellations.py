"""By which names the outlets of a selection call some actors, and when."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from workstation.domain.appellation import Appellations, Usage
from workstation.domain.frequency import By
from workstation.domain.selection import Selection
from workstation.library import actors as actor_rows
from workstation.library import periods
from workstation.library.conditions import where
from workstation.library.library import Reading
from workstation.library.schema import actors, articles, mentions
from workstation.limits import APPELLATION_OUTLETS, APPELLATION_PERIODS, APPELLATIONS


def by_outlet(reading: Reading, selection: Selection, actor_ids: Sequence[str]) -> Appellations:
    """The names that each outlet uses; only the outlets with the most mentions, if there are many.

    Names that differ only in case and accents are one.
    """
    told = _counted(reading, selection, actor_ids, articles.c.outlet)
    names, folded = _names(reading, selection, actor_ids)
    usages = [
        Usage(*_split(counts, folded), outlet=outlet)
        for outlet, counts in sorted(told.items(), key=lambda one: (-one[1].total(), one[0]))
    ]
    shown = tuple(usages[:APPELLATION_OUTLETS])
    return Appellations(names, shown, None, _others(told, folded))


def over_time(reading: Reading, selection: Selection, actor_ids: Sequence[str]) -> Appellations:
    """The names that are used in each period of the days on which there is any mention."""
    told = _counted(reading, selection, actor_ids, articles.c.day)
    names, folded = _names(reading, selection, actor_ids)
    known = sorted(day for day in told if day is not None)
    by = _fitting(known)
    bins = periods.between(known, selection.brush, by) if known else []
    columns = [
        periods.summed(bins, {day: counts[name] for day, counts in told.items()}) for name in folded
    ]
    totals = periods.summed(bins, {day: counts.total() for day, counts in told.items()})
    usages = []
    for at, (period, total) in enumerate(zip(bins, totals, strict=True)):
        counts = tuple(column[at] for column in columns)
        usages.append(Usage(counts, total - sum(counts), day=period.first))
    if None in told:
        usages.append(Usage(*_split(told[None], folded)))
    return Appellations(names, tuple(usages), by, _others(told, folded))


def _counted(
    reading: Reading,
    selection: Selection,
    actor_ids: Sequence[str],
    user: sa.ColumnElement[Any],
) -> dict[Any, Counter[str]]:
    rows = reading.connection.execute(
        _of(
            sa.select(user.label("user"), mentions.c.folded, _MANY), reading, selection, actor_ids
        ).group_by(user, mentions.c.folded)
    )
    found: defaultdict[Any, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row.user][row.folded] = row.many
    return dict(found)


def _names(
    reading: Reading, selection: Selection, actor_ids: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names used most, in their commonest spelling, and as they are compared."""
    rows = reading.connection.execute(
        _of(
            sa.select(mentions.c.folded, mentions.c.surface, _MANY), reading, selection, actor_ids
        ).group_by(mentions.c.folded, mentions.c.surface)
    ).all()
    totals: Counter[str] = Counter()
    spelt: dict[str, tuple[int, str]] = {}
    for row in rows:
        totals[row.folded] += row.many
        spelt[row.folded] = max(spelt.get(row.folded, (0, "")), (row.many, row.surface))
    chosen = sorted(totals, key=lambda name: (-totals[name], name))[:APPELLATIONS]
    return tuple(spelt[name][1] for name in chosen), tuple(chosen)


_MANY = sa.func.count().label("many")


def _of(
    asked: sa.Select[Any], reading: Reading, selection: Selection, actor_ids: Sequence[str]
) -> sa.Select[Any]:
    roots = actor_rows.roots_of(reading, actor_ids).values()
    return (
        asked.select_from(mentions)
        .join(actors, actors.c.id == mentions.c.actor_id)
        .join(articles, articles.c.id == mentions.c.article_id)
        .where(
            *where(reading, selection), mentions.c.counted, actors.c.canonical_id.in_(list(roots))
        )
    )


def _fitting(days: Sequence[int]) -> By:
    """The shortest periods of which there are not too many, days being ordinals in order."""
    length = days[-1] - days[0] if days else 0
    if length < APPELLATION_PERIODS:
        return "day"
    return "week" if length < APPELLATION_PERIODS * 7 else "month"


def _split(counts: Counter[str], names: Sequence[str]) -> tuple[tuple[int, ...], int]:
    here = tuple(counts[name] for name in names)
    return here, counts.total() - sum(here)


def _others(told: Mapping[Any, Counter[str]], names: Sequence[str]) -> int:
    return len({name for counts in told.values() for name in counts}) - len(names)
