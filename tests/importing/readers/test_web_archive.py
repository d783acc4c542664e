from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tests.importing.conftest import FOREIGN
from workstation.domain.article import Draft
from workstation.errors import Refused

Read = Callable[..., list[Draft]]
ReadPartly = Callable[..., tuple[list[Draft], Refused | None]]

PLACE = "https://island-post.example/2024/12/14/ferry"
RUSSIAN = (
    "Паром на остров в понедельник не ушёл: капитан потерял ключи. К полудню на чемоданах сидели "
    "сорок человек. Женщина продавала чай из детской коляски, и никто не сердился."
)


def page(body: str) -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    return (
        "<!DOCTYPE html><html><head><title>Ferry stays in harbour</title></head>"
        f"<body><article><h1>Ferry stays in harbour</h1>{paragraphs}</article></body></html>"
    )


def record(kind: str, content: bytes, *, place: str = PLACE, more: str = "") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {place}\r\n"
        "WARC-Date: 2024-12-16T09:30:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
        f"00000000000{len(content) % 10}>\r\n{more}Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def response(
    content: bytes,
    *,
    kind: str = "text/html",
    status: str = "200 OK",
    more: str = "",
    place: str = PLACE,
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n"
    answer = "Content-Type: application/http; msgtype=response\r\n"
    return record("response", head.encode() + content, more=answer, place=place)


def chunked(content: bytes) -> bytes:
    return b"".join(
        f"{len(content[n : n + 100]):x}\r\n".encode() + content[n : n + 100] + b"\r\n"
        for n in range(0, len(content), 100)
    ) + b"0\r\n\r\n"  # fmt: skip


def archive(*records: bytes, packed: bool = False) -> bytes:
    info = record(
        "warcinfo", b"software: test\r\n", more="Content-Type: application/warc-fields\r\n"
    )
    return b"".join(gzip.compress(one) if packed else one for one in (info, *records))


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_articles_and_the_day_of_saving_is_none_of_publication(
    read: Read, body: str, packed: bool
) -> None:
    raw = archive(
        response(b"GIF89a", kind="image/gif"),
        response(page(body).encode()),
        response(b"gone", status="404 Not Found"),
        record("request", b"GET / HTTP/1.1\r\n\r\n", more="Content-Type: application/http\r\n"),
        response(page(RUSSIAN).encode("cp1251"), kind="text/html; charset=windows-1251", place="https://x.example/p"),
        packed=packed,
    )  # fmt: skip
    first, second = read(raw, "2020-01-01.bin")
    assert (first.title, first.text, first.url) == ("Ferry stays in harbour", body, PLACE)
    assert first.captured == datetime(2024, 12, 16, 9, 30, tzinfo=UTC)
    assert first.published is not None
    assert (first.published.day, first.published.source) == (date(2024, 12, 14), "address")
    assert (second.text, second.published) == (RUSSIAN, None)


def test_short_pages_are_in_the_encoding_that_the_server_said(read: Read) -> None:
    raw = archive(
        *(
            response(
                page(words * 9).encode(name), kind=f"text/html; charset={name}", place=PLACE + name
            )
            for name, words in FOREIGN.items()
        )
    )
    assert [draft.text for draft in read(raw)] == [words * 9 for words in FOREIGN.values()]


@pytest.mark.parametrize("how", ["chunked", "gzip"])
def test_what_the_server_packed_is_unpacked(read: Read, body: str, how: str) -> None:
    raw = page(body).encode()
    header, content = {
        "chunked": ("Transfer-Encoding: chunked\r\n", chunked(raw)),
        "gzip": ("Content-Encoding: gzip\r\n", gzip.compress(raw)),
    }[how]
    (draft,) = read(archive(response(content, more=header)))
    assert draft.text == body


def test_a_repeat_is_passed_over(read: Read, body: str) -> None:
    repeat = record(
        "revisit",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        more="Content-Type: application/http; msgtype=response\r\n",
    )
    assert len(read(archive(response(page(body).encode()), repeat))) == 1


def test_a_page_kept_by_itself_is_read(read: Read, body: str) -> None:
    raw = archive(record("resource", page(body).encode(), more="Content-Type: text/html\r\n"))
    assert read(raw)[0].text == body


def test_an_archive_without_articles_is_refused(read: Read) -> None:
    with pytest.raises(Refused, match="None of the 1 pages"):
        read(archive(response(b"<html><body><a href='/'>Home</a></body></html>")))
    with pytest.raises(Refused, match="no pages"):
        read(archive())


def test_what_stands_before_the_damage_is_kept(read_partly: ReadPartly, body: str) -> None:
    raw = archive(response(page(body).encode()), response(page(body).encode()), packed=True)
    drafts, refused = read_partly(raw[:-200])
    assert len(drafts) == 1
    assert refused is not None
    assert refused.code == "damaged"


def test_a_page_that_unpacks_without_end_is_no_article(read: Read) -> None:
    bomb = gzip.compress(b" " * (200 << 20), 9)
    with pytest.raises(Refused, match="holds an article"):
        read(archive(response(bomb, more="Content-Encoding: gzip\r\n")))


@pytest.mark.parametrize("packed", [False, True])
def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str, packed: bool) -> None:
    pages = [response(page(body).encode(), place=f"{PLACE}/{n}") for n in range(3)]
    damage_is_refused(archive(*pages, packed=packed), "x.warc")
