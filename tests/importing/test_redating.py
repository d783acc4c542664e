"""Dates that articles would get by other ways than their readers'."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.library.press import Press
from workstation.domain.article import Published
from workstation.domain.selection import Selection
from workstation.importing.date_pattern import DatePattern
from workstation.importing.redating import Given, InFileName, InText, Proposal, Way, propose
from workstation.library import articles
from workstation.library.library import Library

DAY = date(2024, 12, 14)
STAND = InText(DatePattern("Stand: %d.%m.%Y"))


def keep(
    library: Library,
    text: str = "Some words.",
    *,
    file: str = "a.txt",
    published: Published | None = None,
    title: str = "A title",
) -> int:
    arrival = Press(library).arrival(text, title=title)
    draft = replace(arrival.draft, published=published)
    with library.write() as writing:
        return articles.add(writing, replace(arrival, draft=draft, file=file)).article


def proposed(library: Library, way: Way, *, also_sure: bool = False) -> Proposal:
    with library.read() as reading:
        return propose(reading, Selection(), way, also_sure=also_sure)


def days(proposal: Proposal) -> dict[int, str]:
    return {fix.article.id: fix.published.iso() for fix in proposal.fixes if fix.published}


def whys(proposal: Proposal) -> dict[int, str]:
    return {fix.article.id: fix.why for fix in proposal.left}


def test_a_day_in_the_text_or_the_title_is_found(library: Library) -> None:
    first = keep(library, "Berlin.\n\nStand: 14.12.2024")
    second = keep(library, title="Stand: 15.12.2024")
    assert days(proposed(library, STAND)) == {first: "2024-12-14", second: "2024-12-15"}


def test_several_days_and_none_are_told_and_left(library: Library) -> None:
    several = keep(library, "Stand: 14.12.2024. Stand: 15.12.2024.")
    none = keep(library)
    assert whys(proposed(library, STAND)) == {
        several: "several days stand there: 2024-12-14, 2024-12-15",
        none: "no such day stands in the text",
    }


def test_articles_whose_date_is_sure_are_left_unless_they_are_wanted(library: Library) -> None:
    sure = keep(library, published=Published.on(date(2024, 1, 1), "json-ld"))
    doubtful = keep(library, published=Published.on(date(2024, 1, 1), "address"))
    way = Given(Published.on(DAY, ""))
    assert days(proposed(library, way)) == {doubtful: "2024-12-14"}
    assert whys(proposed(library, way)) == {sure: "its date is sure: json-ld"}
    assert set(days(proposed(library, way, also_sure=True))) == {sure, doubtful}


def test_a_doubtful_date_can_be_confirmed_but_not_by_where_it_was_read(library: Library) -> None:
    one = keep(library, file="2024-12-14.txt", published=Published.on(DAY, "file name"))
    assert whys(proposed(library, InFileName())) == {one: "it has that date already"}
    assert days(proposed(library, Given(Published.on(DAY, "")))) == {one: "2024-12-14"}


def test_a_time_is_not_given_away_for_its_own_day(library: Library) -> None:
    at = Published.at(datetime(2024, 12, 13, 22, 30, tzinfo=UTC), "json-ld")
    one = keep(library, published=at)
    way = Given(Published.on(DAY, ""))  # that instant's day in Damascus
    assert whys(proposed(library, way, also_sure=True)) == {one: "it has that date already"}


@pytest.mark.parametrize(
    "file",
    [
        "reuters 14.12.2024.pdf",
        "reuters_14_Dec_2024_x.pdf",
        "clip-20241214-7.txt",
        "2024-11-01.zip » 2024-12-14-envoys.txt",
    ],
)
def test_a_day_in_a_file_name_is_found_in_many_shapes(library: Library, file: str) -> None:
    assert list(days(proposed(library, InFileName())).values()) == []
    keep(library, file=file)
    assert list(days(proposed(library, InFileName())).values()) == ["2024-12-14"]


def test_a_pattern_may_be_of_the_file_name(library: Library) -> None:
    one = keep(library, "Nothing of 151224.", file="ap141224.txt")
    found = proposed(library, InFileName(DatePattern("ap%d%m%y")))
    assert days(found) == {one: "2024-12-14"}


def test_a_file_name_with_two_days_is_told_and_left(library: Library) -> None:
    one = keep(library, file="clips 14.12.2024 to 15.12.2024.txt")
    assert whys(proposed(library, InFileName())) == {
        one: "several days stand there: 2024-12-14, 2024-12-15"
    }
