from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import Published

ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
INSTANTS = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    datetime(2099, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(st.dates(), ZONES)
def test_a_day_never_moves_across_time_zones(day: date, zone: ZoneInfo) -> None:
    assert Published.on(day, "header line").local_day(zone) == day


@given(INSTANTS, ZONES)
def test_an_instant_falls_on_the_calendar_day_of_the_zone(
    instant: datetime, zone: ZoneInfo
) -> None:
    published = Published.at(instant, "json-ld")
    assert published.local_day(zone) == published.instant.astimezone(zone).date()  # type: ignore[union-attr]


@given(INSTANTS, st.integers(-14 * 60, 14 * 60))
def test_the_zone_an_instant_was_written_in_does_not_matter(
    instant: datetime, minutes: int
) -> None:
    elsewhere = instant.astimezone(timezone(timedelta(minutes=minutes)))
    assert Published.at(elsewhere, "x") == Published.at(instant, "x")


def test_an_instant_without_a_zone_counts_as_utc() -> None:
    naive = datetime(2024, 12, 14, 16, 20)  # noqa: DTZ001
    assert Published.at(naive, "x").iso() == "2024-12-14T16:20:00Z"


def test_precision_says_how_exactly_the_time_is_known() -> None:
    assert Published.at(datetime(2024, 12, 14, tzinfo=UTC), "x").precision == "minute"
    assert Published.on(date(2024, 12, 14), "x").precision == "day"


@given(st.dates())
def test_a_day_is_written_as_iso_8601_reads_it(day: date) -> None:
    assert date.fromisoformat(Published.on(day, "x").iso()) == day


@given(st.datetimes(timezones=st.just(UTC)))
def test_an_instant_is_written_as_iso_8601_reads_it(instant: datetime) -> None:
    written = Published.at(instant, "x").iso()
    assert datetime.fromisoformat(written) == instant.replace(second=0, microsecond=0)


def test_neither_an_instant_nor_a_day_is_a_bug() -> None:
    with pytest.raises(ValueError, match="neither"):
        Published("x").local_day(UTC)
