from __future__ import annotations

from datetime import date

import pytest

from workstation.domain.selection import Brush, Selection
from workstation.reporting import words


def test_thousands_are_set_apart_and_nouns_agree() -> None:
    assert words.number(3411) == "3,411"
    assert words.count(1, "story", "stories") == "1 story"
    assert words.count(3411, "article") == "3,411 articles"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2024, 12, 14), date(2024, 12, 14), "14 December 2024"),
        (date(2024, 12, 8), date(2024, 12, 14), "8–14 December 2024"),
        (date(2024, 11, 27), date(2024, 12, 14), "27 November – 14 December 2024"),
        (date(2023, 11, 27), date(2024, 1, 2), "27 November 2023 – 2 January 2024"),
    ],
)
def test_a_stretch_of_days_says_nothing_twice(first: date, last: date, said: str) -> None:
    assert words.stretch(first, last) == said


def test_an_open_period_says_where_it_begins_or_ends() -> None:
    assert words.period(Brush(date(2024, 12, 8), None)) == "since 8 December 2024"
    assert words.period(Brush(None, date(2024, 12, 8))) == "until 8 December 2024"
    assert words.period(Brush()) == ""


def test_a_selection_is_told_filter_by_filter() -> None:
    selection = (
        Selection(words="withdraw*", brush=Brush(date(2024, 12, 8), date(2024, 12, 14)))
        .with_facet("actor", ("id-1", "id-2"))
        .with_facet("language", ("ru", "xx", ""))
        .with_facet("kind", ("armed-group",))
        .with_facet("outlet", ("A", "B", "C"))
    )
    names = {"id-1": "Russia", "id-2": "Syria"}
    assert words.filters(selection, names.__getitem__) == (
        "matching “withdraw*”",
        "published 8 December 2024 to 14 December 2024",
        "naming Russia or Syria",
        "naming any armed group",
        "written in Russian, xx or an unknown language",
        "from the outlet A, B or C",
    )


def test_everything_needs_no_words() -> None:
    assert words.filters(Selection(), str) == ()
    assert words.filters(Selection(undated=True), str) == ("without a date",)
    assert words.filters(Selection(doubtful=True), str) == ("of a doubtful date",)
    both = Selection(undated=True, doubtful=True)
    assert words.filters(both, str) == ("without a date or of a doubtful date",)
    one = Brush(date(2024, 12, 8), date(2024, 12, 8))
    assert words.filters(Selection(brush=one), str) == ("published on 8 December 2024",)
    assert words.filters(Selection(brush=Brush(date(2024, 12, 8))), str) == (
        "published since 8 December 2024",
    )
