"""Days of articles in every time zone: what is stored, counted and brushed."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.press import Press
from workstation.domain.article import Published
from workstation.domain.selection import Brush, Selection
from workstation.library import corpus, dates
from workstation.library.library import Library

ZONES = sorted(available_timezones())
FEW = settings(max_examples=25, suppress_health_check=list(HealthCheck))
# Around the days on which clocks change, and a day that Samoa never had.
TURNS = [
    datetime(2024, 3, 31, 1, 0, tzinfo=UTC),
    datetime(2024, 10, 27, 1, 0, tzinfo=UTC),
    datetime(2024, 3, 10, 7, 0, tzinfo=UTC),
    datetime(2022, 3, 24, 22, 0, tzinfo=UTC),
    datetime(2011, 12, 30, 10, 0, tzinfo=UTC),
]
INSTANTS = st.one_of(
    st.builds(
        lambda turn, minutes: turn + timedelta(minutes=minutes),
        st.sampled_from(TURNS),
        st.integers(-26 * 60, 26 * 60),
    ),
    st.datetimes(
        datetime(2023, 12, 30),  # noqa: DTZ001 - the strategy adds the zone
        datetime(2024, 1, 3),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
)


@contextmanager
def in_zone(zone: str) -> Iterator[Press]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.create(Path(folder) / "x.mwlib", zone=zone) as library,
    ):
        yield Press(library)


@pytest.mark.parametrize("zone", ZONES)
def test_a_day_stays_and_an_instant_falls_on_its_local_day(zone: str) -> None:
    here = ZoneInfo(zone)
    for turn in TURNS:
        for hours in range(-26, 27):
            at = turn + timedelta(hours=hours)
            kept = dates.columns(Published.at(at, "x"), here)
            local = at.astimezone(here)
            assert date.fromordinal(kept["day"]) == local.date()
            assert dates.instant_of(kept["instant"]) == at
            assert dates.columns(Published.on(local.date(), "x"), here)["day"] == kept["day"]
    for day in (date(1600, 1, 1), date(2011, 12, 30), date(2200, 12, 31)):
        kept = dates.columns(Published.on(day, "x"), here)
        assert (kept["day"], kept["instant"]) == (day.toordinal(), None)


@FEW
@given(
    zone=st.sampled_from(ZONES),
    instants=st.lists(INSTANTS, min_size=1, max_size=4),
    days=st.lists(st.dates(date(2023, 12, 30), date(2024, 1, 3)), max_size=2),
)
def test_bins_and_brushes_go_by_local_days_across_every_turn_of_the_clock(
    zone: str, instants: list[datetime], days: list[date]
) -> None:
    here = ZoneInfo(zone)
    expected = Counter(
        at.replace(second=0, microsecond=0).astimezone(here).date() for at in instants
    )
    expected.update(days)
    with in_zone(zone) as press:
        for at in instants:
            press.article("Words.", at=at)
        for day in days:
            press.article("Words.", on=day)
        with press.library.read() as reading:
            near = Selection(brush=Brush(min(expected), min(expected) + timedelta(days=40)))
            counted = corpus.frequency(reading, near, [], "day")
            wanted = {d: n for d, n in expected.items() if d <= near.brush.last}  # type: ignore[operator]
            binned = {p: n for p, n in zip(counted.periods, counted.totals, strict=True) if n}
            assert binned == wanted
            for day, count in expected.items():
                assert corpus.count(reading, Selection(brush=Brush(day, day))) == count


def test_what_was_matched_as_of_another_day_is_matched_again(library: Library) -> None:
    press = Press(library)
    day = date(2024, 12, 14)
    dated, undated = press.named("Russia.", "Russia", on=day), press.named("Syria.", "Syria")
    with library.write() as writing:
        assert not dates.match_again(writing, {dated: day, undated: None})
        assert dates.match_again(writing, {dated: None, undated: None})
    with library.read() as reading:
        tagged = {one.id: one.tagged_with for one in corpus.articles(reading, Selection())}
    assert (tagged[dated], bool(tagged[undated])) == ("", True)


def test_doubtful_dates_are_found_alone_and_with_undated_articles(library: Library) -> None:
    press = Press(library)
    day = date(2024, 12, 14)
    sure = press.named("Russia spoke.", "Russia", on=day)
    undated = press.article("Words without a day.")
    named = press.named("Russia left.", "Russia", on=day)
    with library.write() as writing:
        writing.connection.exec_driver_sql(
            f"UPDATE articles SET dated_from = 'file name' WHERE id = {named}"  # noqa: S608
        )
    with library.read() as reading:

        def found(**asked: bool) -> list[int]:
            selection = Selection(**asked)  # type: ignore[arg-type]
            assert corpus.count(reading, selection) == len(corpus.articles(reading, selection))
            return sorted(one.id for one in corpus.articles(reading, selection))

        assert found() == sorted([sure, undated, named])
        assert found(undated=True) == [undated]
        assert found(doubtful=True) == [named]
        assert found(doubtful=True, undated=True) == sorted([undated, named])
        russia = corpus.find_actor(reading, "Russia").id
        counted = corpus.frequency(reading, Selection(doubtful=True), [russia])
        assert counted.series[0].mentions == (1,)
