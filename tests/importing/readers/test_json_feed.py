from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from workstation.domain.article import Draft
from workstation.errors import Refused

Read = Callable[..., list[Draft]]


def feed(*entries: Any, **fields: Any) -> bytes:
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Island Post",
        "items": entries,
    }
    return json.dumps({**whole, **fields}).encode()


def entry(**fields: Any) -> dict[str, Any]:
    return {"id": "77", "url": "https://island-post.example/ferry", "title": "Ferry", **fields}


def test_entries_are_articles(read: Read, body: str) -> None:
    markup = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    raw = feed(
        entry(content_html=markup, date_published="2024-12-14T16:20:11+02:00",
              authors=[{"name": "Mira Voss"}, {"name": "Jon Bell"}]),
        entry(id=78, url="https://island-post.example/keys", content_text=body),
        entry(id="79", summary="Keys were found."),
    )  # fmt: skip
    first, second, third = read(raw, "x.json")
    assert (first.title, first.text, first.outlet) == ("Ferry", body, "Island Post")
    assert (first.author, first.provider_id) == (
        "Mira Voss, Jon Bell",
        "guid:island-post.example:77",
    )
    assert first.published is not None
    assert first.published.instant == datetime(2024, 12, 14, 14, 20, tzinfo=UTC)
    assert (second.text, second.provider_id) == (body, "guid:island-post.example:78")
    assert third.notes == ("Only the summary stands in the feed.",)


def test_slashes_may_be_escaped(read: Read) -> None:
    raw = feed(entry(content_text="Words.")).replace(b"/", b"\\/")
    assert len(read(raw, "x.txt")) == 1


@pytest.mark.parametrize("junk", [None, 7, "x", [], {"authors": 3}, {"title": ["x"], "id": {}}])
def test_nonsense_in_entries_is_told(read: Read, junk: Any) -> None:
    with pytest.raises(Refused, match="1 of 1 entries"):
        read(feed(junk), "x.json")


@pytest.mark.parametrize("items", [None, 3, {}, []])
def test_a_feed_without_entries_is_refused(read: Read, items: Any) -> None:
    with pytest.raises(Refused, match="no entries"):
        read(feed(items=items), "x.json")


def test_a_feed_that_was_cut_off_is_refused(read: Read) -> None:
    with pytest.raises(Refused, match="damaged"):
        read(feed(entry(content_text="Words."))[:-20], "x.json")


def test_a_feed_nested_without_end_is_refused(read: Read) -> None:
    raw = feed(entry()).replace(b'"77"', b"[" * 100_000 + b"]" * 100_000)
    with pytest.raises(Refused):
        read(raw, "x.json")


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(feed(entry(content_text=body), entry(content_html=body)), "x.json")
