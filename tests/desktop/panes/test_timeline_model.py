from __future__ import annotations

import itertools
from datetime import date, timedelta
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.desktop.panes.timeline.items import spread
from workstation.desktop.panes.timeline.model import (
    brushed,
    date_ticks,
    fitting,
    gaps,
    lines,
    region,
    value_ticks,
)
from workstation.desktop.words import period_words
from workstation.domain.frequency import By, Frequency, Series, last_day
from workstation.domain.selection import Brush

START = date(2024, 11, 27)


def frequency(
    days: int = 10,
    *,
    by: By = "day",
    totals: tuple[int, ...] | None = None,
    covered: tuple[bool, ...] | None = None,
) -> Frequency:
    step = {"day": 1, "week": 7}.get(by, 0)
    periods = tuple(START + timedelta(days=n * step) for n in range(days))
    if by == "month":
        periods = tuple(date(2024 + (n // 12), n % 12 + 1, 1) for n in range(days))
    full = tuple(4 for _ in range(days)) if totals is None else totals
    series = Series("a", "Russia", tuple(range(days)), tuple(min(n, 4) for n in range(days)), 3, 1)
    known = covered or tuple(True for _ in range(days))
    return Frequency(by, periods, full, known, (series,), 2)


def test_a_share_names_its_denominator_period_by_period() -> None:
    line = lines(frequency(6), "share")[0]
    assert line.values == (0, 0.25, 0.5, 0.75, 1, 1)
    assert line.undated == 0.5


def test_where_nothing_is_known_there_is_no_value_and_not_nought() -> None:
    counts = frequency(3, totals=(4, 0, 4), covered=(True, True, False))
    share = lines(counts, "share")[0].values
    assert [isnan(v) for v in share] == [False, True, True]
    mentions = lines(counts, "mentions")[0].values
    assert [isnan(v) for v in mentions] == [False, False, True]


def test_gaps_are_the_stretches_without_any_article() -> None:
    covered = (False, True, False, False, True)
    assert gaps(frequency(5, covered=covered)) == [(-0.5, 0.5), (1.5, 3.5)]


@pytest.mark.parametrize(
    ("months", "by"), [(0, "day"), (5, "day"), (9, "week"), (60, "week"), (70, "month")]
)
def test_periods_fit_the_length_of_the_selection(months: int, by: By) -> None:
    assert fitting(frequency(months, by="month")) == by


@given(st.sampled_from(["day", "week", "month"]), st.integers(0, 39), st.integers(0, 39))
def test_a_brush_and_its_region_are_the_same_days(by: By, one: int, other: int) -> None:
    counts = frequency(40, by=by)
    first, last = sorted((one, other))
    brush = Brush(counts.periods[first], last_day(by, counts.periods[last]))
    left, right = region(counts, brush)
    assert (left, right) == (first - 0.5, last + 0.5)
    assert brushed(counts, left, right) == brush


@given(st.floats(-30, 60), st.floats(-30, 60))
def test_a_drag_anywhere_is_a_brush_of_whole_periods(one: float, other: float) -> None:
    counts = frequency(20)
    brush = brushed(counts, min(one, other), max(one, other))
    assert counts.periods[0] <= brush.first <= brush.last <= counts.periods[-1]


def test_an_open_brush_reaches_the_end() -> None:
    counts = frequency(10)
    assert region(counts, Brush(first=counts.periods[4])) == (3.5, 9.5)
    assert region(counts, Brush(last=counts.periods[4])) == (-0.5, 4.5)


def test_dates_say_the_month_when_it_turns() -> None:
    words = [tick.words for tick in date_ticks(frequency(8), 800)]
    assert words == ["27 Nov", "28", "29", "30", "1 Dec", "2", "3", "4"]


@given(st.integers(1, 800), st.floats(80, 2_000), st.sampled_from(["day", "week"]))
def test_dates_never_crowd_the_axis(days: int, width: float, by: By) -> None:
    ticks = date_ticks(frequency(days, by=by), width)
    longest = {"day": 56, "week": 52}[by]
    assert len(ticks) <= max(1, width / 62) + 1 or len(ticks) == -(-days // longest)


def test_a_turn_of_the_year_is_told() -> None:
    months = [tick.words for tick in date_ticks(frequency(14, by="month"), 2_000)]
    assert months[0] == "Jan 2024"
    assert months[1] == "Feb"
    assert months[12] == "Jan 2025"


@given(st.floats(0, 1e6), st.booleans())
def test_values_are_round_and_reach_over_the_highest(highest: float, share: bool) -> None:
    ticks = value_ticks(min(highest, 1.0) if share else float(int(highest)), share=share)
    places = [tick.at for tick in ticks]
    assert places[0] == 0
    assert places[-1] >= (min(highest, 1.0) if share else int(highest)) - 1e-9
    assert 2 <= len(ticks) <= 12
    assert places == sorted(set(places))
    assert len({tick.words for tick in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("highest", "share", "words"),
    [
        (1.0, True, ["0 %", "25 %", "50 %", "75 %", "100 %"]),
        (0.0, True, ["0 %", "2.5 %", "5 %", "7.5 %", "10 %"]),
        (6.0, False, ["0", "2", "4", "6"]),
        (1.0, False, ["0", "1"]),
    ],
)
def test_some_axes(highest: float, share: bool, words: list[str]) -> None:
    assert [tick.words for tick in value_ticks(highest, share=share)] == words


@given(st.lists(st.floats(0, 300), max_size=8))
def test_names_at_the_ends_of_lines_never_cover_each_other(places: list[float]) -> None:
    moved = spread(sorted(places), 17, 8, 300)
    assert all(b - a >= 17 - 1e-6 for a, b in itertools.pairwise(moved))
    assert all(8 - 1e-6 <= place <= 300 for place in moved)


def test_periods_are_told_in_words() -> None:
    assert period_words("day", START) == "27 Nov 2024"
    assert period_words("week", date(2024, 11, 25)) == "25 Nov – 1 Dec 2024"
    assert period_words("month", date(2024, 2, 1)) == "Feb 2024"
    assert last_day("month", date(2024, 2, 1)) == date(2024, 2, 29)
