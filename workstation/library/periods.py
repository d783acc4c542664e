"""Calendar periods: days, weeks from Monday, months."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workstation import limits
from workstation.domain.frequency import By
from workstation.domain.selection import Brush
from workstation.errors import Unreadable

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A period by its first and last day, both counted."""

    first: date
    last: date


def between(days: Collection[int | None], brush: Brush, by: By) -> list[Period]:
    """The periods from the first to the last of some days (ordinals), without gaps.

    An end of the brush that is set stands for the first or last day.

    Raises:
        Unreadable: there are more periods than anybody can look at.
    """
    known = [day for day in days if day is not None]
    first = brush.first or (date.fromordinal(min(known)) if known else brush.last)
    last = brush.last or (date.fromordinal(max(known)) if known else brush.first)
    if first is None or last is None or first > last:
        return []
    if length(first, last, by) > limits.PERIODS:
        longer = "Name a shorter stretch of time" if by == "month" else "Count by longer periods"
        raise Unreadable(
            f"From {first.isoformat()} to {last.isoformat()} there are too many {by}s to count.",
            f"{longer}, such as --from 2024-01-01.",
        )
    found = []
    start: date | None = start_of(first, by)
    while start is not None and start <= last:
        following = _next(start, by)
        found.append(Period(start, following - _DAY if following else date.max))
        start = following
    return found


def length(first: date, last: date, by: By) -> int:
    """About how many periods there are from one day to another."""
    return (last - first).days // _DAYS[by] + 1


_DAYS: Final[dict[By, int]] = {"day": 1, "week": 7, "month": 30}


def summed(periods: Sequence[Period], numbers: Mapping[int | None, int]) -> list[int]:
    """The sum of each period's days; days outside of all periods are left out."""
    starts = [period.first.toordinal() for period in periods]
    sums = [0] * len(periods)
    for day, number in numbers.items():
        if day is None:
            continue
        at = bisect_right(starts, day) - 1
        if at >= 0 and day <= periods[at].last.toordinal():
            sums[at] += number
    return sums


def distinct(
    periods: Sequence[Period], members: Mapping[int | None, Collection[int | str]]
) -> list[int]:
    """How many different members the days of each period have together."""
    starts = [period.first.toordinal() for period in periods]
    found: list[set[int | str]] = [set() for _ in periods]
    for day, here in members.items():
        if day is None:
            continue
        at = bisect_right(starts, day) - 1
        if at >= 0 and day <= periods[at].last.toordinal():
            found[at].update(here)
    return list(map(len, found))


def start_of(day: date, by: By) -> date:
    """The first day of the period that holds a day."""
    if by == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if by == "month" else day


def _next(start: date, by: By) -> date | None:
    """The first day of the following period; None at the end of the calendar."""
    try:
        if by == "month":
            return (start + 31 * _DAY).replace(day=1)
        return start + (7 if by == "week" else 1) * _DAY
    except OverflowError:
        return None
