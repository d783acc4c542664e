from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workstation import limits
from workstation.domain.article import Body, Passage, Published
from workstation.domain.clean import clean_line, clean_text
from workstation.domain.selection import Brush, Selection
from workstation.errors import UnknownName
from workstation.library import articles, checks, corpus
from workstation.library.articles import Arrival, Stored, Wanted
from workstation.library.library import Library

if TYPE_CHECKING:
    from tests.library.press import Press

HEALTHY = [HealthCheck.function_scoped_fixture]


def found(library: Library, words: str) -> list[int]:
    with library.read() as reading:
        return [article.id for article in corpus.articles(reading, Selection(words=words))]


def texts(library: Library, article: int) -> list[str]:
    """The text as it is now, and what it was before, newest first."""
    with library.read() as reading:
        older = reading.connection.scalars(
            sa.text("SELECT text FROM versions WHERE article_id = :id ORDER BY number DESC"),
            {"id": article},
        )
        return [articles.body(reading, article).text, *older]


# New, known, changed ------------------------------------------------------------------------


def test_a_new_article_is_stored_as_it_was_read(library: Library, press: Press) -> None:
    instant = datetime(2024, 12, 14, 22, 30, tzinfo=UTC)
    number = press.article(
        "One paragraph.\n\nAnother.",
        title="A title",
        outlet="Halyard Wire",
        language="en",
        at=instant,
        passages=[Passage(16, 24)],
    )
    with library.read() as reading:
        article = corpus.article(reading, number)
        assert corpus.body(reading, number) == Body(
            "A title", "One paragraph.\n\nAnother.", (Passage(16, 24),)
        )
    assert (article.title, article.outlet, article.language) == ("A title", "Halyard Wire", "en")
    assert article.published == Published.at(instant, "test")
    assert article.day == date(2024, 12, 15)  # half past one in Damascus
    assert (article.words, article.version, article.mentions) == (3, 1, 0)
    assert (article.story, article.story_size) == (number, 1)


def test_a_known_article_is_a_duplicate_and_changes_nothing(library: Library, press: Press) -> None:
    first = press.store("The same.", identity="x")
    told: list[object] = []
    library.listen(told.append)
    assert press.store("The same.", identity="x") == Stored(first.article, "duplicate")
    assert told == []


def test_the_same_words_elsewhere_are_another_article(library: Library, press: Press) -> None:
    assert press.article("The same.") != press.article("The same.")


def test_a_changed_text_is_a_version_and_the_older_text_is_kept(
    library: Library, press: Press
) -> None:
    number = press.article("The harbour is closed.", identity="x")
    changed = press.store("The harbour is open again.", identity="x", title="New title")
    assert changed == Stored(number, "version")
    assert texts(library, number) == ["The harbour is open again.", "The harbour is closed."]
    assert found(library, "closed") == []
    assert found(library, '"open again"') == [number]
    assert found(library, '"New title"') == [number]
    with library.read() as reading:
        assert corpus.article(reading, number).version == 2
    assert checks.check(library).problems == ()


def test_a_text_the_article_had_before_is_a_duplicate(library: Library, press: Press) -> None:
    """Importing a folder with both versions again must not turn the article back and forth."""
    number = press.article("First.", identity="x")
    press.article("Second.", identity="x")
    assert press.store("First.", identity="x") == Stored(number, "duplicate")
    assert press.store("Second.", identity="x") == Stored(number, "duplicate")
    assert texts(library, number) == ["Second.", "First."]


def test_a_lower_version_of_the_provider_is_kept_and_replaces_nothing(
    library: Library, press: Press
) -> None:
    number = press.article("Third.", identity="x", provider_version=3)
    assert press.store("Second.", identity="x", provider_version=2) == Stored(number, "older")
    assert press.store("First.", identity="x", provider_version=1) == Stored(number, "older")
    assert press.store("First.", identity="x", provider_version=1) == Stored(number, "duplicate")
    assert texts(library, number) == ["Third.", "Second.", "First."]
    with library.read() as reading:
        assert corpus.article(reading, number).version == 1


def test_a_provider_may_go_back_to_an_older_text(library: Library, press: Press) -> None:
    number = press.article("First.", identity="x", provider_version=1)
    press.article("Second.", identity="x", provider_version=2)
    again = press.store("First.", identity="x", provider_version=3)
    assert again == Stored(number, "version")
    assert texts(library, number) == ["First.", "Second.", "First."]


def test_a_version_without_new_words_still_counts(library: Library, press: Press) -> None:
    number = press.article("Same.", identity="x", provider_version=1)
    assert press.store("Same.", identity="x", provider_version=3).outcome == "duplicate"
    assert press.store("Between.", identity="x", provider_version=2) == Stored(number, "older")
    assert texts(library, number) == ["Same.", "Between."]


def test_a_version_takes_the_mentions_of_the_old_words_away(library: Library, press: Press) -> None:
    number = press.named("Russia left.", "Russia", identity="x", on=date(2024, 12, 1))
    press.article("It was said that Russia left.", identity="x", on=date(2024, 12, 3))
    with library.read() as reading:
        assert corpus.mentions_in(reading, number) == []
        assert corpus.article(reading, number).mentions == 0
        assert corpus.actors(reading, Selection()) == []
        assert [row.id for row in articles.untagged(reading, Wanted("test/1"), limit=5)] == [number]
    assert checks.check(library).problems == ()
    press.tag(number, {"Russia": "Russia"})
    assert checks.check(library).problems == ()


def test_a_version_brings_its_own_passages_and_hints(library: Library, press: Press) -> None:
    number = press.article("Read more. News.", identity="x", passages=[Passage(0, 10)])
    press.article("News. Read more.", identity="x", passages=[Passage(6, 16)])
    with library.read() as reading:
        assert corpus.body(reading, number).passages == (Passage(6, 16),)


def test_there_is_no_article_of_that_number(library: Library) -> None:
    with library.read() as reading:
        for asked in (corpus.article, corpus.body):
            with pytest.raises(UnknownName):
                asked(reading, 1)


# To do --------------------------------------------------------------------------------------


def test_what_a_pipeline_has_not_read_is_asked_of_the_library(
    library: Library, press: Press
) -> None:
    numbers = [press.article(f"Text {n}.") for n in range(4)]
    press.tag(numbers[1], {})
    with library.write() as writing:
        articles.mark_problem(writing, numbers[2], "test/1", "It is too long.")
    with library.read() as reading:
        assert articles.count_untagged(reading, Wanted("test/1")) == 2
        page = articles.untagged(reading, Wanted("test/1"), limit=1)
        page += articles.untagged(reading, Wanted("test/1"), after=page[0].id, limit=1)
        assert [row.id for row in page] == [numbers[0], numbers[3]]
        assert articles.count_untagged(reading, Wanted("test/2")) == 4
        assert corpus.article(reading, numbers[2]).problem == "It is too long."


def test_tagging_again_forgets_problems_too(library: Library, press: Press) -> None:
    number = press.article("Text.")
    with library.write() as writing:
        articles.mark_problem(writing, number, "test/1", "It is too long.")
        articles.forget_tagging(writing, Selection())
    with library.read() as reading:
        assert articles.count_untagged(reading, Wanted("test/1")) == 1
        assert corpus.article(reading, number).problem == ""


# Stories ------------------------------------------------------------------------------------


def test_articles_of_one_story_know_how_many_they_are(library: Library, press: Press) -> None:
    first = press.article("The same.")
    second = press.article("The same.", outlet="Another", story=first)
    with library.read() as reading:
        sizes = {a.id: (a.story, a.story_size) for a in corpus.articles(reading, Selection())}
    assert sizes == {first: (first, 2), second: (first, 2)}


def test_neighbours_share_a_band(library: Library, press: Press) -> None:
    def arrival(*bands: int) -> Arrival:
        plain = press.arrival("Text.")
        return Arrival(
            plain.draft,
            plain.identity,
            plain.text_hash,
            "a.txt",
            plain.sha256,
            "text",
            signature=b"\x00\xff",
            bands=bands,
        )

    with library.write() as writing:
        first = articles.add(writing, arrival(1, -(2**63), 2**63 - 1, 1)).article
        articles.add(writing, arrival(2))
        near = articles.neighbours(writing, [2**63 - 1, 5])
        assert [(n.article, n.story, n.signature) for n in near] == [(first, first, b"\x00\xff")]
        assert articles.neighbours(writing, []) == []


def test_of_countless_neighbours_the_oldest_are_told(
    library: Library, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "STORY_NEIGHBOURS", 2)
    with library.write() as writing:
        added = [
            articles.add(
                writing, replace(press.arrival(f"Text {n}."), signature=b"\x00", bands=(1,))
            ).article
            for n in range(4)
        ]
        assert [n.article for n in articles.neighbours(writing, [1])] == added[:2]


# Odd letters --------------------------------------------------------------------------------


@settings(max_examples=25, suppress_health_check=HEALTHY)
@given(raw=st.text(st.characters()), title=st.text(st.characters()))
def test_what_the_gate_lets_through_comes_back_as_it_was(
    library: Library, press: Press, raw: str, title: str
) -> None:
    text, line = clean_text(raw), clean_line(title, 100)
    number = press.article(text, title=line)
    with library.read() as reading:
        body = corpus.body(reading, number)
    assert (body.text, body.title) == (text, line)


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "a\x00b", "\udfff…"])
def test_what_the_gate_never_lets_through_is_stored_whole_or_not_at_all(
    library: Library, press: Press, odd: str
) -> None:
    try:
        number = press.article(f"Text {odd} end.", title=odd)
    except (ValueError, sa.exc.DBAPIError):
        with library.read() as reading:
            assert corpus.size(reading) == 0
    else:
        with library.read() as reading:
            assert corpus.body(reading, number) == Body(odd, f"Text {odd} end.")
    assert checks.check(library).problems == ()


# Days ---------------------------------------------------------------------------------------

ZONES = st.sampled_from(sorted(available_timezones()))
MOMENTS = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    datetime(2037, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@settings(max_examples=25, suppress_health_check=HEALTHY)
@given(
    zone=ZONES,
    moments=st.lists(MOMENTS, max_size=6),
    days=st.lists(st.dates(date(2000, 1, 1), date(2037, 12, 31)), max_size=4),
    undated=st.integers(0, 2),
)
def test_in_every_zone_all_articles_are_counted_and_no_day_moves(
    library: Library,
    press: Press,
    zone: str,
    moments: list[datetime],
    days: list[date],
    undated: int,
) -> None:
    library.zone = ZoneInfo(zone)
    with library.write() as writing:
        for table in ("bodies", "articles"):
            writing.connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
        arrivals = [press.arrival("x", at=moment) for moment in moments]
        arrivals += [press.arrival("x", on=day) for day in days]
        arrivals += [press.arrival("x") for _ in range(undated)]
        numbers = [articles.add(writing, arrival).article for arrival in arrivals]
        counts = corpus.frequency(writing, Selection(), [], "month")
        assert sum(counts.totals) + counts.undated_total == len(arrivals)
        assert counts.undated_total == undated
        for number, day in zip(numbers[len(moments) :], days, strict=False):
            stored = corpus.article(writing, number)
            assert (stored.day, stored.published) == (day, Published.on(day, "test"))
        for number, moment in zip(numbers, moments, strict=False):
            assert corpus.article(writing, number).published == Published.at(moment, "test")
        writing.connection.exec_driver_sql("DELETE FROM bodies")


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Paris", date(2024, 3, 31), 23),
        ("Europe/Paris", date(2024, 10, 27), 25),
        ("Australia/Lord_Howe", date(2024, 4, 7), 24.5),
        ("America/Santiago", date(2024, 9, 8), 23),
        ("Asia/Tehran", date(2024, 3, 21), 24),
    ],
)
def test_a_short_and_a_long_day_have_one_bar_each(
    library: Library, press: Press, zone: str, day: date, hours: float
) -> None:
    library.zone = ZoneInfo(zone)
    midnight = datetime(day.year, day.month, day.day, tzinfo=library.zone).astimezone(UTC)
    half_hours = int(hours * 2)
    with library.write() as writing:
        for half_hour in range(-1, half_hours + 1):
            moment = midnight + timedelta(minutes=30 * half_hour)
            articles.add(writing, press.arrival("x", at=moment))
        counts = corpus.frequency(writing, Selection(brush=Brush(day, day)), [], "day")
    assert counts.periods == (day,)
    assert counts.totals == (half_hours,)


@pytest.mark.parametrize("year", [1, 1900, 1969, 2100, 9999])
def test_an_article_of_any_year_is_stored_and_counted(
    library: Library, press: Press, year: int
) -> None:
    on = press.article("x", on=date(year, 12, 31))
    at = press.article("x", at=datetime(year, 6, 15, 12, 30, tzinfo=UTC))
    with library.read() as reading:
        assert corpus.article(reading, on).day == date(year, 12, 31)
        published = corpus.article(reading, at).published
        assert published == Published.at(datetime(year, 6, 15, 12, 30, tzinfo=UTC), "test")
        counts = corpus.frequency(reading, Selection(), [], "month")
    assert sum(counts.totals) == 2
