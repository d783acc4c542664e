"""The numbers of a frequency: of actors, and of the stories and outlets that they are among."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import sqlalchemy as sa

from workstation.domain.frequency import Frequency, Series, Unit
from workstation.domain.selection import Selection
from workstation.library import by_day, periods
from workstation.library import schema as tables
from workstation.library.by_day import Members
from workstation.library.columns import days
from workstation.library.columns.days import Distinct
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
        for root, told in _naming(reading, selection, numbers, bins, "stories").items():
            found[root] = replace(found[root], stories=told.here, undated_stories=told.undated)
    if "outlets" in units:
        for root, told in _naming(reading, selection, numbers, bins, "outlets").items():
            found[root] = replace(found[root], outlets=told.here, undated_outlets=told.undated)
    return tuple(found[root] for root in roots.values())


def among(
    reading: Reading, selection: Selection, counted: Frequency, bins: Sequence[Period], unit: Unit
) -> Frequency:
    """The same frequency among stories or outlets in the place of articles."""
    if (image := reading.columns) is not None:
        told = days.distinct(image, reading, selection, bins, unit)
    else:
        told = _distinct(by_day.members(reading, selection, unit), bins)
    return replace(
        counted,
        unit=unit,
        totals=told.here,
        undated_total=told.undated,
        dated_total=told.dated,
    )


def _naming(
    reading: Reading,
    selection: Selection,
    roots: Sequence[int],
    bins: Sequence[Period],
    unit: Unit,
) -> dict[int, Distinct]:
    if (image := reading.columns) is not None:
        return days.distinct_naming(image, reading, selection, roots, bins, unit)
    told = by_day.naming(reading, selection, roots, unit)
    return {root: _distinct(told.get(root, {}), bins) for root in roots}


def _distinct(members: Members, bins: Sequence[Period]) -> Distinct:
    dated: set[int | str] = set()
    dated.update(*(here for day, here in members.items() if day is not None))
    here = tuple(periods.distinct(bins, members))
    return Distinct(here, len(members.get(None, ())), len(dated))


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
