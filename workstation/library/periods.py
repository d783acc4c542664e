"""Calendar periods: days, weeks from Monday, months."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from workstation.domain.frequency import By
from workstation.domain.selection import Brush


@dataclass(frozen=True, slots=True)
class Period:
    """A period by its first and last day, both counted."""

    first: date
    last: date

    @property
    def ordinals(self) -> range:
        """Its days as ordinals."""
        return range(self.first.toordinal(), self.last.toordinal() + 1)


def between(days: Collection[int | None], brush: Brush, by: By) -> list[Period]:
    """The periods from the first to the last of some days (ordinals), without gaps.

    An end of the brush that is set stands for the first or last day.
    """
    known = [day for day in days if day is not None]
    first = brush.first or (date.fromordinal(min(known)) if known else brush.last)
    last = brush.last or (date.fromordinal(max(known)) if known else brush.first)
    if first is None or last is None or first > last:
        return []
    found = []
    start = start_of(first, by)
    while start <= last:
        following = _next(start, by)
        found.append(Period(start, following - timedelta(days=1)))
        start = following
    return found


def start_of(day: date, by: By) -> date:
    """The first day of the period that holds a day."""
    if by == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if by == "month" else day


def _next(start: date, by: By) -> date:
    if by == "day":
        return start + timedelta(days=1)
    if by == "week":
        return start + timedelta(days=7)
    return (start + timedelta(days=31)).replace(day=1)
