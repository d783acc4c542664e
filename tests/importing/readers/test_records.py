from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from workstation.domain.article import Draft
from workstation.errors import Refused

Read = Callable[..., list[Draft]]
ReadPartly = Callable[..., tuple[list[Draft], Refused | None]]


def record(body: str, **fields: Any) -> dict[str, Any]:
    return {
        "title": "Ferry stays",
        "content": body,
        "source": {"id": "island", "name": "Island Post"},
        "authors": ["Mira Voss", "Jon Bell"],
        "publishedAt": "2024-12-14T14:20:00Z",
        "url": "https://island-post.example/ferry",
        "rank": 7,
        **fields,
    }


@pytest.mark.parametrize("wrap", ["list", "articles", "hits", "response", "one"])
def test_lists_are_found_where_services_put_them(read: Read, body: str, wrap: str) -> None:
    one = record(body)
    whole = {
        "list": [one],
        "articles": {"status": "ok", "totalResults": 1, "articles": [one]},
        "hits": {"hits": {"total": 1, "hits": [{"_id": "x", "_source": one}]}},
        "response": {"response": {"docs": [one]}},
        "one": one,
    }[wrap]
    (draft,) = read(json.dumps(whole, indent=1).encode(), "x.json")
    assert (draft.title, draft.text, draft.outlet) == ("Ferry stays", body, "Island Post")
    assert draft.author == "Mira Voss, Jon Bell"
    assert draft.published is not None
    assert draft.published.instant == datetime(2024, 12, 14, 14, 20, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_lines_of_objects_are_read(read: Read, encoding: str) -> None:
    words = "Паром в понедельник не ушёл, потому что капитан потерял свои ключи в городе."
    lines = [
        json.dumps({"text": words, "title": f"Паром {n}"}, ensure_ascii=False) for n in range(3)
    ]
    drafts = read("\r\n".join(lines).encode(encoding), "x.jsonl")
    assert [draft.title for draft in drafts] == ["Паром 0", "Паром 1", "Паром 2"]
    assert {draft.text for draft in drafts} == {words}


def test_fields_that_come_late_are_found(read: Read) -> None:
    lines = [json.dumps({"title": "a"}), json.dumps({"title": "b", "body": "The text."})]
    first, second = read("\n".join(lines).encode(), "x.jsonl")
    assert (first.text, second.text) == ("a", "The text.")


@pytest.mark.parametrize("number", [1, 2, 301])
def test_a_broken_line_is_told_and_the_others_are_read(
    read_partly: ReadPartly, number: int
) -> None:
    lines = [b'{"title": "Ferry", "text": "It stayed."}'] * 300
    lines.insert(number - 1, b'{"title": "Fer')
    drafts, refused = read_partly(b"\n".join(lines), "x.jsonl")
    assert len(drafts) == 300
    assert refused is not None
    assert refused.what_happened == f"Line {number} of the file is damaged and was left out."


@pytest.mark.parametrize(
    "raw", [b"{", b"[]", b"{}", b'{"a": 1}', b"[[[]]]", b"[" * 100_000, b"7", b'["x"]', b"null"]
)
def test_what_holds_no_articles_is_refused(read: Read, raw: bytes) -> None:
    with pytest.raises(Refused):
        read(raw, "x.json")


def test_one_very_long_line_is_read(read: Read, body: str) -> None:
    many = [record(body, url=f"https://x.example/{n}", pad="x" * 5_000) for n in range(1_200)]
    assert len(read(json.dumps(many).encode(), "x.json")) == 1_200


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(json.dumps([record(body), record(body)]).encode(), "x.json")


def test_damage_in_lines_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(f"{json.dumps(record(body))}\n".encode() * 3, "x.jsonl")
