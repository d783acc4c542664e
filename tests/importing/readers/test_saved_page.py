from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tests.importing.conftest import FOREIGN
from workstation.domain.article import Draft
from workstation.errors import Refused

ReadOne = Callable[..., Draft]

PLACE = "https://island-post.example/2024/12/14/ferry?utm_source=x"
RUSSIAN = (
    "Паром на остров в понедельник не ушёл: капитан потерял ключи. К полудню на чемоданах сидели "
    "сорок человек. Женщина продавала чай из детской коляски, и никто не сердился."
)


def page(body: str, head: str = "") -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n"))
    return (
        f"<!DOCTYPE html><html><head><title>Ferry stays in harbour | Island Post</title>{head}"
        f"</head><body><nav><a href='/'>Home</a></nav><article><h1>Ferry stays in harbour</h1>"
        f"{paragraphs}</article></body></html>"
    )


def part(content: bytes, kind: str, place: str) -> bytes:
    head = (
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: {place}\r\n\r\n"
    )
    return head.encode() + base64.encodebytes(content).replace(b"\n", b"\r\n")


def saved(
    *parts: bytes, header: str = "", boundary: str = "----MultipartBoundary--a1----"
) -> bytes:
    """A page as a browser built on Blink saves it."""
    head = header or (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {PLACE}\r\n"
        "Subject: =?utf-8?Q?Ferry_stays?=\r\nDate: Mon, 16 Dec 2024 09:30:00 -0000\r\n"
    )
    head += (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        f'\tboundary="{boundary}"\r\n\r\n\r\n'
    )
    mark = f"--{boundary}".encode()
    return head.encode() + b"".join(mark + b"\r\n" + one + b"\r\n" for one in parts) + mark + b"--"


def test_the_page_is_read_and_the_day_of_saving_is_no_day_of_publication(
    read_one: ReadOne, body: str
) -> None:
    draft = read_one(saved(part(page(body).encode(), "text/html", PLACE)), "x.mhtml")
    assert draft.text == body
    assert (draft.title, draft.url) == ("Ferry stays in harbour", PLACE)
    assert draft.captured == datetime(2024, 12, 16, 9, 30, tzinfo=UTC)
    assert draft.published is not None
    assert (draft.published.day, draft.published.source) == (date(2024, 12, 14), "address")


def test_what_the_page_says_goes_before_what_the_browser_says(read_one: ReadOne, body: str) -> None:
    head = (
        '<link rel="canonical" href="https://island-post.example/ferry">'
        '<meta property="article:published_time" content="2024-12-13T22:00:00Z">'
    )
    draft = read_one(saved(part(page(body, head).encode(), "text/html", PLACE)), "x.mhtml")
    assert draft.url == "https://island-post.example/ferry"
    assert draft.published is not None
    assert draft.published.instant == datetime(2024, 12, 13, 22, tzinfo=UTC)


def test_the_saved_page_goes_before_its_frames(read_one: ReadOne, body: str) -> None:
    frame = page("An advertisement for keys that float in sea water, in many words. " * 9)
    draft = read_one(
        saved(
            part(frame.encode(), "text/html", "cid:frame@mhtml.blink"),
            part(b"--wp--x: 1;" * 9, "text/css", "cid:css@mhtml.blink"),
            part(page(body).encode(), "text/html", PLACE),
        ),
        "x.mhtml",
    )
    assert draft.text == body


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8", "utf-16"])
def test_encodings_are_those_of_the_part(read_one: ReadOne, encoding: str) -> None:
    raw = page(RUSSIAN).encode(encoding)
    draft = read_one(saved(part(raw, f"text/html; charset={encoding}", PLACE)), "x.mht")
    assert draft.text == RUSSIAN
    assert draft.language == "ru"


@pytest.mark.parametrize("encoding", FOREIGN)
def test_short_pages_too(read_one: ReadOne, encoding: str) -> None:
    raw = part(
        page(FOREIGN[encoding] * 9).encode(encoding), f"text/html; charset={encoding}", PLACE
    )
    assert read_one(saved(raw), "x.mht").text == FOREIGN[encoding] * 9


def test_older_programs_name_no_address_of_their_own(read_one: ReadOne, body: str) -> None:
    header = 'From: "Saved by Windows Internet Explorer 8"\r\nSubject: Ferry\r\n'
    raw = saved(part(page(body).encode(), "text/html", PLACE), header=header)
    draft = read_one(raw, "x.mht")
    assert draft.text == body
    assert draft.captured is None


def test_a_mail_with_pictures_is_still_a_mail(read_one: ReadOne, body: str) -> None:
    header = "From: Island Post <post@island.example>\r\nTo: b@x.example\r\nSubject: Ferry\r\n"
    raw = saved(part(page(body).encode(), "text/html", "x"), header=header)
    assert read_one(raw, "x.eml").outlet == "Island Post"


def test_a_file_without_a_page_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="No page"):
        read_one(saved(part(b"\x89PNG", "image/png", "x")), "x.mhtml")


def test_countless_parts_are_refused_before_they_are_parsed(read_one: ReadOne) -> None:
    with pytest.raises(Refused) as refused:
        read_one(saved(*[b"\r\n"] * 10_000), "x.mhtml")
    assert refused.value.code == "too-deep"


def test_styles_that_look_like_boundaries_are_none(read_one: ReadOne, body: str) -> None:
    style = b"Content-Type: text/css\r\n\r\n:root {\r\n" + b"--colour--sea: #012;\r\n" * 9_000
    raw = saved(part(page(body).encode(), "text/html", PLACE), style)
    assert read_one(raw, "x.mhtml").text == body


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(saved(part(page(body).encode(), "text/html", PLACE)), "x.mhtml")
