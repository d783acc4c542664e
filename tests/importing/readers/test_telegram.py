from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tests.importing.readers import vendors
from tests.importing.readers.vendors import Story
from workstation.domain.article import Draft

Read = Callable[..., list[Draft]]
POSTS = [
    Story(),
    Story(day=date(2023, 5, 9), body=("No flour came.", "None at all.", "Really none.")),
    Story(day=date(2023, 5, 10), body=("Паром не ушёл.",)),
]


@pytest.mark.parametrize("listed", [True, False])
def test_every_message_with_a_text_is_an_article_of_its_channel(read: Read, listed: bool) -> None:
    drafts = read(vendors.telegram(POSTS, listed=listed), "result.json")
    assert [draft.text for draft in drafts] == [post.text for post in POSTS]
    assert {(draft.outlet, draft.author) for draft in drafts} == {("Quay News", "")}
    assert [draft.published.instant for draft in drafts if draft.published] == [
        datetime(post.day.year, post.day.month, post.day.day, 16, 20, tzinfo=UTC) for post in POSTS
    ]
    assert drafts[0].provider_id == "telegram:9:2"
    assert all(draft.title_derived for draft in drafts)


@pytest.mark.parametrize("listed", [True, False])
def test_the_messages_before_the_end_of_a_file_that_is_cut_off_are_read(listed: bool) -> None:
    drafts, error = vendors.read_all(vendors.telegram(POSTS, listed=listed)[:-300])
    assert [draft.text for draft in drafts] == [post.text for post in POSTS[:2]]
    assert drafts[0].outlet == "Quay News"
    assert error is not None
    assert "damaged or was cut off" in error.what_happened


def changed(**message: object) -> bytes:
    export = json.loads(vendors.telegram(POSTS[:1]))
    export["messages"][1] |= message
    return json.dumps(export).encode()


def test_a_forwarded_message_names_its_source(read: Read) -> None:
    (draft,) = read(changed(forwarded_from="Shore News"), "result.json")
    assert ("forwarded from", "Shore News") in draft.hints
    assert ("outlet", "Shore News") in draft.hints


def test_an_edited_message_is_a_newer_version(read: Read) -> None:
    (draft,) = read(changed(edited_unixtime="1734200000"), "result.json")
    assert draft.provider_version == 1_734_200_000


def test_a_time_without_a_zone_is_a_day(read: Read) -> None:
    (draft,) = read(changed(date_unixtime=""), "result.json")
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 14)


@pytest.mark.parametrize("wrong", [None, 7, -1, True, [], {}, [[7]], [{"text": 7}], "9" * 30])
def test_values_of_wrong_kinds_are_read_or_refused(wrong: object) -> None:
    for name in ("id", "type", "date", "date_unixtime", "from", "text", "edited_unixtime"):
        vendors.read_all(changed(**{name: wrong}))


def test_mutants_are_read_or_refused() -> None:
    for mutant in vendors.mutants(vendors.telegram(POSTS), 50):
        vendors.read_all(mutant)
