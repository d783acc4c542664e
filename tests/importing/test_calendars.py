from __future__ import annotations

from datetime import date

import pytest

from workstation.importing.calendars import foreign_dates
from workstation.importing.dates import read_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("۱ فروردین ۱۴۰۳", date(2024, 3, 20)),
        ("30 اسفند 1403", date(2025, 3, 20)),
        ("1 فروردین 1404", date(2025, 3, 21)),
        ("31 شهریور 1359", date(1980, 9, 22)),
        ("22 بهمن 1357", date(1979, 2, 11)),
        ("15 آذر ماه 1403", date(2024, 12, 5)),
        ("5 ธันวาคม 2567", date(2024, 12, 5)),
        ("5 ธ.ค. 2567", date(2024, 12, 5)),
        ("中華民國113年12月5日", date(2024, 12, 5)),
    ],
)
def test_years_that_are_counted_otherwise_become_our_own(words: str, day: date) -> None:
    found = read_date(words, "header line")
    assert found is not None
    assert (found.day, found.precision, found.source) == (day, "day", "header line")


@pytest.mark.parametrize(
    "words", ["30 اسفند 1404", "1 آذر 1203", "32 ธันวาคม 2567", "民國113年13月5日"]
)
def test_days_that_no_calendar_has_are_none(words: str) -> None:
    assert foreign_dates(words) == []
