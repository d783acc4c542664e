from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.importing.dates import day_in_file_name, is_only_a_date, read_date

DAYS = st.dates(date(1600, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-12-14", "2024-12-14"),
        ("14 December 2024", "2024-12-14"),
        ("December 14, 2024", "2024-12-14"),
        ("Dec. 14th, 2024", "2024-12-14"),
        ("Friday, 6 Dec 2024", "2024-12-06"),
        ("14.12.2024", "2024-12-14"),
        ("14/12/2024", "2024-12-14"),
        ("12/14/2024", "2024-12-14"),
        ("14. Dezember 2024", "2024-12-14"),
        ("1er août 2024", "2024-08-01"),
        ("3 juin 2024", "2024-06-03"),
        ("3 juillet 2024", "2024-07-03"),
        ("7 de diciembre de 2024", "2024-12-07"),
        ("8 listopada 2024", "2024-11-08"),
        ("14 aralık 2024", "2024-12-14"),
        ("14 декабря 2024 г.", "2024-12-14"),
        ("8 Οκτωβρίου 2024", "2024-10-08"),
        ("14 كانون الأول 2024", "2024-12-14"),
        ("١٤ ديسمبر ٢٠٢٤", "2024-12-14"),
        ("2024年12月14日", "2024-12-14"),
        ("14 Dec 2024, 16:20", "2024-12-14"),
        ("2024-12-14 16:20", "2024-12-14"),
        ("14 Dec 2024, 16:20 IST", "2024-12-14"),
        ("2024-12-14T24:00Z", "2024-12-14"),
    ],
)
def test_a_day_is_read_as_outlets_write_it(words: str, day: str) -> None:
    published = read_date(words, "header line")
    assert published is not None
    assert published.iso() == day
    assert published.source == "header line"


@pytest.mark.parametrize(
    ("words", "instant"),
    [
        ("2024-12-14T16:20:11Z", datetime(2024, 12, 14, 16, 20, tzinfo=UTC)),
        ("2024-12-14T16:20+02:00", datetime(2024, 12, 14, 14, 20, tzinfo=UTC)),
        ("2024-12-14T16:20:11.5-0500", datetime(2024, 12, 14, 21, 20, tzinfo=UTC)),
        ("14 Dec 2024, 16:20 GMT", datetime(2024, 12, 14, 16, 20, tzinfo=UTC)),
        (
            "Published 16:20 GMT, Saturday 14 December 2024",
            datetime(2024, 12, 14, 16, 20, tzinfo=UTC),
        ),
        ("December 14, 2024 at 4:05 p.m. EST", datetime(2024, 12, 14, 21, 5, tzinfo=UTC)),
        ("9 September 2024 at 10:00 UTC+3", datetime(2024, 9, 9, 7, 0, tzinfo=UTC)),
    ],
)
def test_a_time_with_a_zone_is_an_instant(words: str, instant: datetime) -> None:
    published = read_date(words, "json-ld")
    assert published is not None
    assert published.instant == instant


@pytest.mark.parametrize(
    "words",
    ["", "07/08/2024", "31 February 2024", "99/99/2024", "12 ships 2024", "0000-00-00", "tomorrow"],
)
def test_what_is_no_date_or_could_be_two_is_not_read(words: str) -> None:
    assert read_date(words, "") is None


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("14 December 2024", True),
        ("Published on Saturday, 14 Dec 2024 at 16:20 GMT", True),
        ("14 كانون الأول 2024", True),
        ("sobota, 14 grudnia 2024", True),
        ("Tartus, 14 December 2024", False),
        ("On 14 December 2024 it rained", False),
        ("2024-12-14,Ferry stays,Island Post", False),
        ("It rained", False),
    ],
)
def test_a_line_that_is_only_a_date_is_told_from_a_sentence_with_one(
    words: str, only: bool
) -> None:
    assert is_only_a_date(words) is only


@given(DAYS)
def test_every_iso_day_is_read_as_itself(day: date) -> None:
    published = read_date(f"Date {day.isoformat()}.", "")
    assert published is not None
    assert published.day == day


@given(st.datetimes(datetime(1700, 1, 1), datetime(2100, 1, 1)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001
def test_every_instant_is_read_as_itself(at: datetime, minutes: int) -> None:
    moment = at.replace(tzinfo=timezone(timedelta(minutes=minutes)), second=0, microsecond=0)
    published = read_date(moment.isoformat(), "")
    assert published is not None
    assert published.instant == moment


@given(st.text())
def test_any_line_is_read_without_an_error(words: str) -> None:
    read_date(words, "")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-12-14-ferry.txt", date(2024, 12, 14)),
        ("ferry_2024_12_14.md", date(2024, 12, 14)),
        ("20241214 ferry.txt", date(2024, 12, 14)),
        ("ferry 2024.12.14.pdf", date(2024, 12, 14)),
    ],
)
def test_a_file_name_tells_the_day(name: str, day: date) -> None:
    published = day_in_file_name(name)
    assert published is not None
    assert published.day == day
    assert published.source == "file name"


@pytest.mark.parametrize(
    "name", ["ferry.txt", "ferry-20241214.txt", "id-20241399.txt", "1999-13-01.txt"]
)
def test_numbers_in_a_file_name_are_not_taken_for_days(name: str) -> None:
    assert day_in_file_name(name) is None


def test_a_date_is_looked_for_at_the_beginning_of_a_long_line() -> None:
    # A shape that begins with a word would try each of its letters.
    assert read_date("a" * 1_000_000, "") is None
    found = read_date("14 December 2024 " + "a" * 1_000_000, "")
    assert found is not None
    assert found.day == date(2024, 12, 14)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("15. März 2013, 9:30 MEZ", "2013-03-15T08:30:00Z"),
        ("15 марта 2013, 9:30 МСК", "2013-03-15T06:30:00Z"),
        ("March 15, 2013 Friday 9:30 AM QQQT", "2013-03-15"),
        ("2013年3月15日 星期五", "2013-03-15"),
        ("15 березня 2013 року", "2013-03-15"),
    ],
)
def test_a_day_is_kept_whatever_stands_behind_its_clock(words: str, told: str) -> None:
    assert is_only_a_date(words)
    found = read_date(words, "")
    assert found is not None
    assert found.iso() == told
