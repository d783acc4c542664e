"""The numbers of a frequency: of actors, and of the stories and outlets that they are among."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import sqlalchemy as sa

from workstation.domain.frequency import Frequency, Series, Unit
from workstation.domain.selection import Selection
from workstation.library import by_day, periods
from workstation.library import schema as tables
from workstation.library.by_day import Members
from workstation.library.library import Reading
from workstation.library.periods import Period


def series(
    reading: Reading,
    selection: Selection,
    roots: Mapping[str, int],
    bins: Sequence[Period],
    units: Collection[Unit],
) -> tuple[Series, ...]:
    """The numbers of some actors in each period; actors are rows by identifier.

    Their mentions and articles are always counted, stories and outlets where they are asked for.
    """
    numbers = sorted(set(roots.values()))
    named = _names(reading, numbers)
    counted = by_day.mentions(reading, selection, numbers)
    found = {root: _series(named[root], counted.get(root, {}), bins) for root in numbers}
    if "stories" in units:
        told = by_day.naming(reading, selection, numbers, "stories")
        for root in numbers:
            here, undated = _distinct(told.get(root, {}), bins)
            found[root] = replace(found[root], stories=here, undated_stories=undated)
    if "outlets" in units:
        told = by_day.naming(reading, selection, numbers, "outlets")
        for root in numbers:
            here, undated = _distinct(told.get(root, {}), bins)
            found[root] = replace(found[root], outlets=here, undated_outlets=undated)
    return tuple(found[root] for root in roots.values())


def among(
    reading: Reading,
    inside: Sequence[sa.ColumnElement[bool]],
    counted: Frequency,
    bins: Sequence[Period],
    unit: Unit,
) -> Frequency:
    """The same frequency among stories or outlets in the place of articles."""
    members = by_day.members(reading, inside, unit)
    totals, undated = _distinct(members, bins)
    dated: set[int | str] = set()
    dated.update(*(here for day, here in members.items() if day is not None))
    return replace(counted, unit=unit, totals=totals, undated_total=undated, dated_total=len(dated))


def _distinct(members: Members, bins: Sequence[Period]) -> tuple[tuple[int, ...], int]:
    return tuple(periods.distinct(bins, members)), len(members.get(None, ()))


def _names(reading: Reading, roots: Sequence[int]) -> dict[int, Series]:
    rows = reading.connection.execute(
        sa.select(tables.actors.c.id, tables.actors.c.uuid, tables.actors.c.name).where(
            tables.actors.c.id.in_(roots)
        )
    )
    return {row.id: Series(row.uuid, row.name, (), ()) for row in rows}


def _series(
    named_so: Series, numbers: Mapping[int | None, tuple[int, int]], bins: Sequence[Period]
) -> Series:
    undated = numbers.get(None, (0, 0))
    return replace(
        named_so,
        mentions=tuple(periods.summed(bins, {day: n for day, (n, _) in numbers.items()})),
        articles=tuple(periods.summed(bins, {day: n for day, (_, n) in numbers.items()})),
        undated_mentions=undated[0],
        undated_articles=undated[1],
    )
