"""Days in words that a user describes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.errors import Unreadable
from workstation.importing.date_pattern import DatePattern

DAY = date(2024, 12, 14)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("Stand: %d.%m.%Y", "Berlin\n\nStand: 14.12.2024, 10 Uhr"),
        ("stand:  %d.%m.%Y", "STAND:\u00a014.12.2024"),
        ("%d%m%y", "reuters-141224.txt"),
        ("%B %d, %Y", "As of December 14, 2024."),
        ("%e %b %Y", "14 déc. 2024"),
        ("%d %B %Y", "١٤ ديسمبر ٢٠٢٤"),
        ("(%m/%d/%Y)", "(12/14/2024)"),
        ("100%% on %Y-%m-%d", "100% on 2024-12-14"),
    ],
)
def test_a_day_is_found_in_the_words_of_its_pattern(pattern: str, text: str) -> None:
    assert DatePattern(pattern).days(text) == [DAY]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("Stand: %d.%m.%Y", "14.12.2024"),
        ("%d.%m.%Y", "31.02.2024"),
        ("%d.%m.%Y", "114.12.2024 and 14.12.20245"),
        ("%d.%m.%Y", "14.12.1024"),
        ("%d %B %Y", "14 Nonsense 2024"),
        ("%d.%m.%Y", ""),
    ],
)
def test_what_does_not_fit_is_no_day(pattern: str, text: str) -> None:
    assert DatePattern(pattern).days(text) == []


def test_several_days_are_all_told_and_the_same_one_once() -> None:
    text = "1.2.2024 and 01.02.2024 and 3.2.2024"
    assert DatePattern("%d.%m.%Y").days(text) == [date(2024, 2, 1), date(2024, 2, 3)]


def test_years_of_two_digits_are_of_our_time() -> None:
    assert DatePattern("%d.%m.%y").days("1.1.68 2.1.69") == [date(2068, 1, 1), date(1969, 1, 2)]


@pytest.mark.parametrize(
    "words",
    ["", "Stand", "%d.%m", "%d.%m.%Y.%y", "%d.%d.%m.%Y", "%d.%m.%Y %H", "%d.%m.%Y%", "%%d.%m.%Y",
     "%d.%m.%Y" + "x" * 200],
)  # fmt: skip
def test_a_pattern_without_day_month_and_year_is_refused_with_words(words: str) -> None:
    with pytest.raises(Unreadable):
        DatePattern(words)


@given(st.text(max_size=60), st.text(max_size=200))
def test_no_pattern_and_no_text_breaks_it(around: str, text: str) -> None:
    try:
        pattern = DatePattern(f"{around}%d.%m.%Y")
    except Unreadable:
        return
    assert all(1600 <= day.year <= 2200 for day in pattern.days(text))


@given(st.dates(date(1600, 1, 1), date(2200, 12, 31)))
def test_every_day_that_is_written_so_is_found(day: date) -> None:
    assert DatePattern("on %d/%m/%Y.").days(f"Seen on {day:%d/%m}/{day.year}.") == [day]
