from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.importing.readers import vendors
from tests.importing.readers.vendors import Story
from workstation.domain.article import Draft
from workstation.errors import Refused

Read = Callable[..., list[Draft]]
STORIES = [
    Story(),
    Story("Bakers ask for flour & <salt>", "Shore Post", date(2023, 5, 9), "", ("No flour.",)),
    Story("14 December 2024", body=("A day is a day.", "<b>Not bold</b> & no markup.")),
]


def told(draft: Draft) -> tuple[object, ...]:
    assert draft.published is not None
    assert draft.published.instant is not None
    return draft.title, draft.outlet, draft.published.instant.date(), draft.author, draft.text


def expected(story: Story) -> tuple[object, ...]:
    return story.title, story.outlet, story.day, story.author, story.text


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("under", ["", "items"])
def test_every_item_is_told_exactly(read: Read, marked: bool, under: str) -> None:
    items = [vendors.ninjs_item(story, n, marked=marked) for n, story in enumerate(STORIES)]
    drafts = read(json.dumps({under: items} if under else items).encode(), "x.json")
    assert [told(draft) for draft in drafts] == [expected(story) for story in STORIES]
    assert drafts[2].provider_id == "ninjs:urn:ninjs:island.example:2"


def test_subjects_are_hints_and_no_text(read: Read) -> None:
    (draft,) = read(json.dumps(vendors.ninjs_item(STORIES[0])).encode(), "x.json")
    assert ("subject", "FERRIES (93%)") in draft.hints
    assert ("person", "Jonas Quill") in draft.hints


def test_versions_are_numbers_or_instants(read: Read) -> None:
    (numbered,) = read(json.dumps(vendors.ninjs_item(STORIES[0], version="3")).encode(), "x.json")
    (timed,) = read(json.dumps(vendors.ninjs_item(STORIES[0])).encode(), "x.json")
    assert numbered.provider_version == 3
    assert timed.provider_version == 1_734_193_200


def test_bodies_of_the_newer_standard_are_read(read: Read) -> None:
    item = {
        "uri": "urn:x",
        "type": "text",
        "contentcreated": "2024-12-14T16:20:00Z",
        "headlines": [{"value": "Ferry stays", "role": "main"}],
        "bodies": [{"contenttype": "text/html", "value": "<p>It stayed.</p><p>It rained.</p>"}],
        "infosources": [{"name": "Island Post"}],
    }
    (draft,) = read(json.dumps(item).encode(), "x.json")
    assert (draft.title, draft.outlet) == ("Ferry stays", "Island Post")
    assert draft.text == "It stayed.\n\nIt rained."


def test_a_withdrawn_item_is_told(read: Read) -> None:
    item = vendors.ninjs_item(replace(STORIES[0], body=()), pubstatus="canceled", ednote="Wrong.")
    (draft,) = read(json.dumps(item).encode(), "x.json")
    assert draft.notes == ("The provider has withdrawn this article.",)
    assert draft.text == "Wrong."


def test_an_embargo_is_told(read: Read) -> None:
    item = vendors.ninjs_item(STORIES[0], embargoed="2024-12-20T10:00:00Z")
    (draft,) = read(json.dumps(item).encode(), "x.json")
    assert draft.notes == ("Under embargo until 2024-12-20T10:00:00Z.",)


def test_the_items_before_the_end_of_a_file_that_is_cut_off_are_read() -> None:
    raw = json.dumps([vendors.ninjs_item(story, n) for n, story in enumerate(STORIES)]).encode()
    drafts, error = vendors.read_all(raw[:-200])
    assert [told(draft) for draft in drafts] == [expected(story) for story in STORIES[:2]]
    assert error is not None
    assert "damaged or was cut off" in error.what_happened


@pytest.mark.parametrize("value", ["[" * 100_000, '{"uri": "x", "pubstatus": "usable"}', "[]"])
def test_what_holds_no_article_is_refused(read: Read, value: str) -> None:
    marks = '[{"uri": 1, "pubstatus": ' + value
    with pytest.raises(Refused):
        read(marks.encode(), "x.json")


@pytest.mark.parametrize("wrong", [None, 7, True, [], {}, [[]], {"value": {}}, "text"])
def test_values_of_wrong_kinds_are_read_or_refused(wrong: object) -> None:
    item = vendors.ninjs_item(STORIES[0])
    for name in item:
        vendors.read_all(json.dumps({**item, name: wrong}).encode())


def test_mutants_are_read_or_refused() -> None:
    raw = json.dumps([vendors.ninjs_item(story, n) for n, story in enumerate(STORIES)]).encode()
    for mutant in vendors.mutants(raw, 50):
        vendors.read_all(mutant)
