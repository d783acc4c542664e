from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.frequency import BYS, By
from workstation.reporting import axes


def periods(first: date, by: By, count: int) -> list[date]:
    if by == "month":
        months = range(first.year * 12 + first.month - 1, 10**6)[:count]
        return [date(m // 12, m % 12 + 1, 1) for m in months]
    step = timedelta(7 if by == "week" else 1)
    return [first + step * n for n in range(count)]


@given(
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.sampled_from(BYS),
    st.integers(1, 2000),
    st.integers(2, 14),
)
def test_time_ticks_fit_and_the_first_one_says_its_year(
    first: date, by: By, count: int, most: int
) -> None:
    ticks = axes.time_ticks(periods(first, by, count), by, most)
    assert 1 <= len(ticks) <= most
    assert ticks[0].year
    assert [tick.index for tick in ticks] == sorted({tick.index for tick in ticks})


def test_days_of_a_fortnight_are_labelled_each_third_day() -> None:
    ticks = axes.time_ticks(periods(date(2024, 11, 27), "day", 14), "day", 6)
    assert [tick.label for tick in ticks] == ["27 Nov", "30", "3 Dec", "6", "9"]
    assert [tick.year for tick in ticks] == ["2024", "", "", "", ""]


def test_years_of_days_are_labelled_at_starts_of_months() -> None:
    ticks = axes.time_ticks(periods(date(2023, 1, 1), "day", 730), "day", 9)
    assert [tick.label for tick in ticks][:3] == ["1 Jan", "1 Apr", "1 Jul"]
    assert [tick.year for tick in ticks if tick.year] == ["2023", "2024"]


@given(st.floats(0, 1))
def test_a_share_axis_holds_its_highest_value(highest: float) -> None:
    steps = axes.share_steps(highest)
    assert steps[0] == 0
    assert highest <= steps[-1] + 1e-9
    assert 2 <= len(steps) <= 6


@given(st.integers(0, 10**7))
def test_a_count_axis_holds_its_highest_value_in_whole_numbers(highest: int) -> None:
    steps = axes.count_steps(highest)
    assert steps[0] == 0
    assert highest <= steps[-1]
    assert 2 <= len(steps) <= 6
    assert all(step == int(step) for step in steps)


@given(st.lists(st.floats(30, 240), max_size=8))
def test_labels_keep_their_distance_and_stay_inside(wanted: list[float]) -> None:
    placed = sorted(axes.spread(wanted, 15, 30, 240))
    assert all(b - a >= 15 - 1e-6 for a, b in itertools.pairwise(placed))
    assert all(30 - 1e-6 <= y <= 240 + 1e-6 for y in placed)


def test_a_gap_is_a_stretch_without_any_article() -> None:
    assert axes.gaps([True, False, False, True, False]) == [(1, 3), (4, 5)]
    assert axes.gaps([]) == []
