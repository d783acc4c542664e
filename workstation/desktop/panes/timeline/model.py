"""What the timeline draws: values a period, the ticks below them, and the days behind them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import floor, log10, nan
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QLocale

from workstation.desktop.words import day, month, number
from workstation.domain.frequency import By, Frequency, Measure, Series, last_day
from workstation.domain.selection import Brush, Selection
from workstation.domain.spikes import spikes
from workstation.library import corpus

if TYPE_CHECKING:
    from workstation.library.library import Reading

Bins = By | Literal["automatic"]

_DAYS_BY_DAY: Final = 190
_DAYS_BY_WEEK: Final = 5 * 366
_TICK: Final = 62
"""Pixels between two dates below the axis."""
_STEPS: Final[dict[By, tuple[int, ...]]] = {
    "day": (1, 2, 5, 7, 14, 28, 56),
    "week": (1, 2, 4, 8, 13, 26, 52),
    "month": (1, 2, 3, 6, 12, 24, 60, 120),
}
_SMALLEST: Final = 1e-4
"""The least share an axis is made for: one article among ten thousand."""
_NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Line:
    """One picked actor's values, a period each; not a number where nothing is known."""

    actor_id: str
    name: str
    values: tuple[float, ...]
    undated: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A word at a place on an axis."""

    at: float
    words: str


def asked(selection: Selection, bins: Bins) -> "Callable[[Reading], Frequency]":
    """The question of the timeline; its own brush is left out, so that all days can be seen."""
    whole = selection.without("brush")

    def ask(reading: "Reading") -> Frequency:
        by = bins
        if by == "automatic":
            by = fitting(corpus.frequency(reading, whole.corpus(), (), "month"))
        unit = selection.unit
        return corpus.frequency(reading, whole.corpus(), selection.picked, by, unit=unit)

    return ask


def fitting(months: Frequency) -> By:
    """The period in which the days of a selection can be told apart on a screen."""
    if not months.periods:
        return "day"
    length = (months.periods[-1] - months.periods[0]).days
    if length <= _DAYS_BY_DAY:
        return "day"
    return "week" if length <= _DAYS_BY_WEEK else "month"


def standing_out(frequency: Frequency) -> list[int]:
    """The periods in which an actor drawn, or all that is drawn, is far above what is usual."""
    counts = [series.named_in(frequency.unit) for series in frequency.series]
    found = (spikes(one, frequency.covered) for one in counts or [frequency.totals])
    return sorted({at for some in found for at in some})


def lines(frequency: Frequency, measure: Measure) -> list[Line]:
    """The values to draw for each picked actor."""
    return [_line(frequency, series, measure) for series in frequency.series]


def _line(frequency: Frequency, series: Series, measure: Measure) -> Line:
    values: Sequence[float] = frequency.values(series, measure)
    undated = frequency.undated_value(series, measure)
    if measure == "share":
        # Of none at all there is no share.
        values = [v if n else nan for v, n in zip(values, frequency.totals, strict=True)]
    held = zip(values, frequency.covered, strict=True)
    return Line(series.actor_id, series.actor, tuple(v if c else nan for v, c in held), undated)


def brushed(frequency: Frequency, left: float, right: float) -> Brush:
    """The days between two places on the axis, at the nearest ends of periods."""
    last = len(frequency.periods) - 1
    first = min(max(0, round(left + 0.5)), last)
    until = min(max(first, round(right - 0.5)), last)
    return Brush(frequency.periods[first], last_day(frequency.by, frequency.periods[until]))


def region(frequency: Frequency, brush: Brush) -> tuple[float, float]:
    """The places on the axis between which the days of a brush lie."""
    periods, last = frequency.periods, len(frequency.periods) - 1
    first, until = 0, last
    if brush.first is not None:
        first = sum(last_day(frequency.by, p) < brush.first for p in periods)
    if brush.last is not None:
        until = sum(p <= brush.last for p in periods) - 1
    return min(first, last) - 0.5, max(until, min(first, last)) + 0.5


def dated_in(frequency: Frequency, brush: Brush) -> int | None:
    """How many of the articles a brush takes, or None where it takes a part of a period.

    Nor is it known of stories and outlets, which may have articles in several periods.
    """
    if frequency.unit != "articles":
        return None
    taken = 0
    for first, total in zip(frequency.periods, frequency.totals, strict=True):
        last = last_day(frequency.by, first)
        after = brush.last is not None and brush.last < first
        if after or (brush.first is not None and last < brush.first):
            continue
        begins_inside = brush.first is not None and first < brush.first
        ends_inside = brush.last is not None and brush.last < last
        if total and (begins_inside or ends_inside):
            return None
        taken += total
    return taken


def gaps(frequency: Frequency) -> list[tuple[float, float]]:
    """The stretches of the axis in which the library holds no article at all."""
    found = []
    for held, group in groupby(enumerate(frequency.covered), key=lambda pair: pair[1]):
        indexes = [index for index, _ in group]
        if not held:
            found.append((indexes[0] - 0.5, indexes[-1] + 0.5))
    return found


def date_ticks(frequency: Frequency, width: float) -> list[Tick]:
    """The dates below the axis, as many as have room."""
    periods, by = frequency.periods, frequency.by
    most = max(1, int(width / _TICK))
    step = next((s for s in _STEPS[by] if len(periods) / s <= most), _STEPS[by][-1])
    ticks, before = [], None
    for index in range(0, len(periods), step):
        ticks.append(Tick(index, _tick_words(by, periods[index], before)))
        before = periods[index]
    return ticks


def _tick_words(by: By, first: date, before: date | None) -> str:
    new_year = before is None or before.year != first.year
    if by == "month":
        return month(first) if new_year else month(first).split()[0]
    if before is not None and not new_year and before.month == first.month and by == "day":
        return number(first.day)
    return day(first, year=new_year and before is not None)


def value_ticks(highest: float, *, share: bool, steps: int = 4) -> list[Tick]:
    """Round values from nought to a little above the highest."""
    highest = max(highest, _SMALLEST) if highest else (0.1 if share else 1.0)
    rough = highest / steps
    power = 10.0 ** floor(log10(rough))
    nice = next(power * n for n in _NICE if power * n >= rough)
    if not share:
        nice = max(1.0, float(round(nice)))
    count = int(-(-highest // nice))
    return [Tick(n * nice, _value_words(n * nice, share=share)) for n in range(count + 1)]


def _value_words(value: float, *, share: bool) -> str:
    return f"{QLocale().toString(value * 100, 'g', 4)} %" if share else number(round(value))
