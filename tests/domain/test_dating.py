"""How sure dates are, and how they are written."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import Published
from workstation.domain.dating import (
    DOUBTS,
    FIRST_YEAR,
    LAST_YEAR,
    UNLIKELY_YEAR,
    doubt,
    is_set,
    likely,
    read_when,
    set_by,
)

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
INSTANTS = st.datetimes(
    datetime(FIRST_YEAR, 1, 2),  # noqa: DTZ001 - the strategy adds the zone
    datetime(LAST_YEAR, 12, 30),  # noqa: DTZ001
    timezones=st.sampled_from(sorted(available_timezones())).map(ZoneInfo),
)


@given(DAYS)
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read_when(Published.on(day, "x").iso(), "x") == Published.on(day, "x")


@given(INSTANTS)
def test_an_instant_is_read_as_it_is_written(instant: datetime) -> None:
    written = Published.at(instant, "x").iso()
    assert read_when(written, "x") == Published.at(instant, "x")


def test_a_time_with_its_zone_is_an_instant() -> None:
    found = read_when("2024-12-14T16:20+01:00", "x")
    assert found == Published.at(datetime(2024, 12, 14, 15, 20, tzinfo=UTC), "x")


@pytest.mark.parametrize(
    "words",
    ["", "x", "2024", "20241214", "2024-W50-6", "2024-12-14T16:20", "2024-02-30", "1599-12-31",
     "2201-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "2024-12-14 x"],
)  # fmt: skip
def test_anything_else_is_no_date(words: str) -> None:
    assert read_when(words, "x") is None


@given(st.text())
def test_no_words_break_it(words: str) -> None:
    read_when(words, "x")


def test_only_some_sources_are_doubtful() -> None:
    for source, why in DOUBTS.items():
        assert doubt(Published.on(date(2024, 12, 14), source)) == why
    for source in ("json-ld", "header line", "given at import", set_by("ann"), "set by file name"):
        assert doubt(Published.on(date(2024, 12, 14), source)) == ""
    assert doubt(None) == ""


def test_what_an_analyst_decided_says_so() -> None:
    assert is_set(Published.on(date(2024, 12, 14), set_by("ann")))
    assert not is_set(Published.on(date(2024, 12, 14), "json-ld"))


@pytest.mark.parametrize("day", [date(1850, 1, 1), date(2099, 3, 5)])
def test_a_day_of_an_unlikely_year_is_doubtful(day: date) -> None:
    published = likely(Published.on(day, "header line"), date(2024, 12, 14))
    assert (published.day, published.source) == (day, UNLIKELY_YEAR)
    assert doubt(published)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2025, 3, 1)])
def test_a_day_of_a_likely_year_is_not(day: date) -> None:
    published = Published.on(day, "header line")
    assert likely(published, date(2024, 12, 14)) == published
