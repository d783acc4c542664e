"""Where things stand in a chart: scales, ticks, and labels that do not overlap."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workstation.domain.frequency import By
from workstation.reporting.words import MONTHS

_EVERY: dict[By, tuple[int, ...]] = {
    "day": (1, 2, 3, 7, 14),
    "week": (1, 2, 4, 8),
    "month": (1, 2, 3, 6, 12, 24, 60, 120),
}
_DAYS_PER_PERIOD: dict[By, float] = {"day": 1, "week": 7, "month": 30.44}
_MONTHS_BETWEEN_STARTS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place of the time axis; `year` is "" where it is the same as before."""

    index: int
    label: str
    year: str


def time_ticks(periods: Sequence[date], by: By, most: int) -> list[Tick]:
    """Labels for at most `most` of the periods, at even steps that people count in."""
    chosen = _even(len(periods), by, most)
    if chosen is None:
        chosen = _month_starts(periods, by, most)
    ticks: list[Tick] = []
    before: date | None = None
    for index in chosen:
        at = periods[index]
        year = str(at.year) if before is None or before.year != at.year else ""
        ticks.append(Tick(index, _label(at, by, before), year))
        before = at
    return ticks


def _even(count: int, by: By, most: int) -> list[int] | None:
    for every in _EVERY[by]:
        if math.ceil(count / every) <= most:
            return list(range(0, count, every))
    return None


def _month_starts(periods: Sequence[date], by: By, most: int) -> list[int]:
    months = len(periods) * _DAYS_PER_PERIOD[by] / 30.44
    fitting = (n for n in _MONTHS_BETWEEN_STARTS if months / n <= most - 1)
    step = next(fitting, math.ceil(months / max(1, most - 1)))
    starts: list[int] = []
    seen: set[int] = set()
    for index, at in enumerate(periods):
        month = at.year * 12 + at.month - 1
        if month % step == 0 and month not in seen and (at.day <= 7 or by == "month"):  # noqa: PLR2004 - the first week
            seen.add(month)
            starts.append(index)
    return starts or [0]


def _label(at: date, by: By, before: date | None) -> str:
    month = MONTHS[at.month - 1][:3]
    if by == "month":
        return month
    if before is None or (before.year, before.month) != (at.year, at.month):
        return f"{at.day} {month}"
    return str(at.day)


def share_steps(highest: float) -> list[float]:
    """Gridlines of a share axis from 0 up to the first one at or above `highest`."""
    for step in (0.01, 0.02, 0.05, 0.1, 0.2, 0.25):
        if highest <= step * 4:
            return [step * n for n in range(max(1, math.ceil(highest / step)) + 1)]
    return [0.0, 0.25, 0.5, 0.75, 1.0]


def count_steps(highest: int) -> list[float]:
    """Gridlines of a count axis from 0 up to the first one at or above `highest`."""
    if highest <= 4:  # noqa: PLR2004 - each whole number has a line
        return [float(n) for n in range(max(1, highest) + 1)]
    rough = highest / 4
    power = 10 ** math.floor(math.log10(rough))
    step = float(next(n * power for n in (1, 2, 5, 10) if rough <= n * power))
    return [step * n for n in range(math.ceil(highest / step) + 1)]


def spread(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Places near the wanted ones, at least `gap` apart, between top and bottom if they fit."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = [0.0] * len(wanted)
    edge = top
    for i in order:
        placed[i] = max(wanted[i], edge)
        edge = placed[i] + gap
    edge = bottom
    for i in reversed(order):
        placed[i] = min(placed[i], edge)
        edge = placed[i] - gap
    if order and placed[order[0]] < top:
        for rank, i in enumerate(order):
            placed[i] = top + rank * gap
    return placed


def gaps(covered: Sequence[bool]) -> list[tuple[int, int]]:
    """The stretches of periods without any article in the library: (first, one past the last)."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index, has in enumerate([*covered, True]):
        if not has and start is None:
            start = index
        elif has and start is not None:
            found.append((start, index))
            start = None
    return found
