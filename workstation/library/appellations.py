"""By which names the outlets of a selection call some actors, and when."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    told, names = _counted(reading, selection, actor_ids, articles.c.outlet)
    usages = [
        Usage(*_split(counts, names), outlet=outlet)
        for outlet, counts in sorted(told.items(), key=lambda one: (-one[1].total(), one[0]))
    ]
    shown = tuple(usages[:APPELLATION_OUTLETS])
    return Appellations(tuple(names.values()), shown, None, _others(told, names))


def over_time(reading: Reading, selection: Selection, actor_ids: Sequence[str]) -> Appellations:
    """The names that are used in each period of the days on which there is any mention."""
    told, names = _counted(reading, selection, actor_ids, articles.c.day)
    known = sorted(day for day in told if day is not None)
    by = _fitting(known)
    bins = periods.between(known, selection.brush, by) if known else []
    columns = [
        periods.summed(bins, {day: counts[name] for day, counts in told.items()}) for name in names
    ]
    totals = periods.summed(bins, {day: counts.total() for day, counts in told.items()})
    usages = []
    for at, (period, total) in enumerate(zip(bins, totals, strict=True)):
        counts = tuple(column[at] for column in columns)
        usages.append(Usage(counts, total - sum(counts), day=period.first))
    if None in told:
        usages.append(Usage(*_split(told[None], names)))
    return Appellations(tuple(names.values()), tuple(usages), by, _others(told, names))


def _counted(
    reading: Reading,
    selection: Selection,
    actor_ids: Sequence[str],
    user: sa.ColumnElement[Any],
) -> tuple[dict[Any, Counter[str]], dict[str, str]]:
    """How often each user says each name, and the names used most in their commonest spelling."""
    roots = actor_rows.roots_of(reading, actor_ids).values()
    rows = reading.connection.execute(
        sa.select(
            user.label("user"),
            mentions.c.folded,
            mentions.c.surface,
            sa.func.count().label("many"),
        )
        .select_from(mentions)
        .join(actors, actors.c.id == mentions.c.actor_id)
        .join(articles, articles.c.id == mentions.c.article_id)
        .where(
            *where(reading, selection), mentions.c.counted, actors.c.canonical_id.in_(list(roots))
        )
        .group_by(user, mentions.c.folded, mentions.c.surface)
    )
    told: defaultdict[Any, Counter[str]] = defaultdict(Counter)
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        told[row.user][row.folded] += row.many
        spelt[row.folded][row.surface] += row.many
    chosen = sorted(spelt, key=lambda name: (-spelt[name].total(), name))[:APPELLATIONS]
    commonest = {
        name: max(spelt[name], key=lambda surface: (spelt[name][surface], surface))
        for name in chosen
    }
    return dict(told), commonest


def _fitting(days: Sequence[int]) -> By:
    """The shortest periods of which there are not too many, days being ordinals in order."""
    length = days[-1] - days[0] if days else 0
    if length < APPELLATION_PERIODS:
        return "day"
    return "week" if length < APPELLATION_PERIODS * 7 else "month"


def _split(counts: Counter[str], names: Iterable[str]) -> tuple[tuple[int, ...], int]:
    here = tuple(counts[name] for name in names)
    return here, counts.total() - sum(here)


def _others(told: Mapping[Any, Counter[str]], names: Collection[str]) -> int:
    return len({name for counts in told.values() for name in counts}) - len(names)
