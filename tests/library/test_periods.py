from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workstation.domain.frequency import BYS, By
from workstation.domain.selection import Brush
from workstation.errors import Unreadable
from workstation.library import periods

DAYS = st.dates(date(2023, 1, 1), date(2025, 12, 31))
ONE = timedelta(days=1)


@settings(max_examples=50)
@given(st.lists(DAYS, min_size=1, max_size=10), st.sampled_from(BYS))
def test_periods_follow_each_other_without_a_gap(days: list[date], by: By) -> None:
    found = periods.between([day.toordinal() for day in days], Brush(), by)
    assert found[0].first <= min(days) <= found[0].last
    assert found[-1].first <= max(days) <= found[-1].last
    assert all(one.last + ONE == other.first for one, other in pairwise(found))


@settings(max_examples=50)
@given(st.dictionaries(st.none() | DAYS, st.integers(0, 9)), st.sampled_from(BYS))
def test_every_dated_thing_falls_into_one_period(numbers: dict[date | None, int], by: By) -> None:
    ordinals = {day.toordinal() if day else None: n for day, n in numbers.items()}
    found = periods.between(ordinals, Brush(), by)
    dated = sum(n for day, n in ordinals.items() if day is not None)
    assert sum(periods.summed(found, ordinals)) == dated


@settings(max_examples=50)
@given(st.lists(DAYS, max_size=5), DAYS, DAYS)
def test_a_brush_says_where_periods_begin_and_end(days: list[date], one: date, other: date) -> None:
    first, last = sorted((one, other))
    ordinals = [day.toordinal() for day in days]
    found = periods.between(ordinals, Brush(first, last), "day")
    assert (found[0].first, found[-1].last) == (first, last)
    inside = {day.toordinal(): 1 for day in days if first <= day <= last}
    assert sum(periods.summed(found, dict.fromkeys(ordinals, 1))) == len(inside)


def test_weeks_begin_on_mondays_and_months_on_the_first() -> None:
    saturday = date(2024, 12, 14)
    assert periods.start_of(saturday, "week") == date(2024, 12, 9)
    assert periods.start_of(saturday, "month") == date(2024, 12, 1)
    found = periods.between([], Brush(date(2024, 12, 31), date(2025, 3, 1)), "month")
    assert [p.first.month for p in found] == [12, 1, 2, 3]


@pytest.mark.parametrize("by", BYS)
def test_the_calendar_ends(by: By) -> None:
    found = periods.between([], Brush(date(9999, 12, 1), date.max), by)
    assert found[-1].last == date.max
    assert periods.between([], Brush(date.min, date(1, 1, 31)), by)[0].first == date.min


def test_without_any_day_there_is_no_period() -> None:
    assert periods.between([None], Brush(), "day") == []
    assert periods.between([], Brush(date(2024, 12, 2), date(2024, 12, 1)), "day") == []
    assert len(periods.between([], Brush(first=date(2024, 12, 2)), "day")) == 1


def test_more_periods_than_anybody_can_look_at_are_refused_with_words() -> None:
    ever = Brush(date.min, date.max)
    for by in BYS:
        with pytest.raises(Unreadable):
            periods.between([], ever, by)
    century = Brush(date(1900, 1, 1), date(2000, 1, 1))
    with pytest.raises(Unreadable, match="too many days"):
        periods.between([], century, "day")
    assert len(periods.between([], century, "month")) == 1_201
