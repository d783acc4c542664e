from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from tests.importing.conftest import FOREIGN
from workstation.domain.article import Draft
from workstation.errors import Refused

ReadOne = Callable[..., Draft]


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.get("sender", "Island Post <post@island.example>")
    message["To"] = "reader@mail.example"
    message["Subject"] = headers.get("subject", "Ferry stays in harbour")
    message["Date"] = headers.get("date", "Sat, 14 Dec 2024 16:20:11 +0200")
    message["Message-ID"] = "<1234@island.example>"
    return message


def test_the_header_gives_the_facts(read_one: ReadOne, body: str) -> None:
    message = mail()
    message.set_content(body)
    draft = read_one(message.as_bytes(), "x.eml")
    assert draft.text == body
    assert (draft.title, draft.outlet) == ("Ferry stays in harbour", "Island Post")
    assert draft.provider_id == "mid:1234@island.example"
    assert draft.published is not None
    assert draft.published.instant == datetime(2024, 12, 14, 14, 20, tzinfo=UTC)
    assert draft.published.source == "mail header"


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("Island Post Morning Note <note@island-post.example>", "Island Post"),
        ("The Island Post Note <note@mail.islandpost.example>", "The Island Post"),
        ("Island Post <post@example.example>", "Island Post"),
        ("note@island-post.example", "island-post.example"),
    ],
)
def test_the_address_tells_the_outlet_from_its_newsletter(
    read_one: ReadOne, body: str, sender: str, outlet: str
) -> None:
    message = mail(sender=sender)
    message.set_content(body)
    assert read_one(message.as_bytes(), "x.eml").outlet == outlet


def test_the_html_part_goes_before_the_plain_one(read_one: ReadOne, body: str) -> None:
    message = mail()
    message.set_content("Look at the HTML.")
    paragraphs = "".join(f"<p>{p}</p>" for p in body.split("\n\n"))
    message.add_alternative(
        "<html><head><title>x</title><style>p {}</style></head><body>"
        f"<div style='display: none'>Preview words</div>{paragraphs}"
        "<p><a href='https://x.example'>Unsubscribe</a></p></body></html>",
        subtype="html",
    )
    draft = read_one(message.as_bytes(), "x.eml")
    assert draft.text == f"{body}\n\nUnsubscribe"
    assert [draft.text[p.start : p.end] for p in draft.passages] == ["Unsubscribe"]
    assert draft.title == "Ferry stays in harbour"


def test_a_page_without_words_falls_back_to_the_plain_part(read_one: ReadOne, body: str) -> None:
    message = mail()
    message.set_content(body)
    message.add_alternative("<html><body><img src='x.png'></body></html>", subtype="html")
    assert read_one(message.as_bytes(), "x.eml").text == body


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8"])
def test_the_declared_encoding_is_used(read_one: ReadOne, encoding: str) -> None:
    message = mail(subject="Паром")
    text = "Паром на остров не ушёл. Капитан потерял ключи, и никто не сердился."
    message.set_content(text, charset=encoding)
    draft = read_one(message.as_bytes(), "x.eml")
    assert (draft.title, draft.text) == ("Паром", text)


@pytest.mark.parametrize("encoding", FOREIGN)
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_short_parts_are_in_the_encoding_that_they_declare(
    read_one: ReadOne, encoding: str, kind: str
) -> None:
    words = FOREIGN[encoding]
    body = f"<html><body><p>{words}</p></body></html>" if kind == "html" else words
    head = (
        "From: a@x.example\nTo: b@x.example\nSubject: A\n"
        f"Content-Type: text/{kind}; charset={encoding}\n\n"
    )
    assert read_one(head.encode() + body.encode(encoding), "x.eml").text == words


def test_prefixes_of_replies_are_no_part_of_the_title(read_one: ReadOne, body: str) -> None:
    message = mail(subject="Fwd: RE: Ferry stays in harbour")
    message.set_content(body)
    assert read_one(message.as_bytes(), "x.eml").title == "Ferry stays in harbour"


def test_addresses_on_lines_of_their_own_are_left_out(read_one: ReadOne, body: str) -> None:
    message = mail()
    message.set_content(body.replace("\n\n", "\n\nhttps://island.example/ferry\n\n"))
    assert read_one(message.as_bytes(), "x.eml").text == body


@pytest.mark.parametrize(
    ("words", "day"),
    [("14 Dec 2024 16:20:11", date(2024, 12, 14)), ("Sat, 14 Dec 2024 16:20 -0000", None)],
)
def test_a_clock_without_a_zone_gives_a_day(
    read_one: ReadOne, body: str, words: str, day: date | None
) -> None:
    draft = read_one(f"From: a@x.example\nTo: b@x.example\nDate: {words}\n\n{body}".encode())
    assert draft.published is not None
    assert draft.published.day == day


@pytest.mark.parametrize("words", ["yesterday", "Sat, 99 Dec 2024", "", "1 Jan 99999 00:00 +2359"])
def test_a_header_without_a_date_is_no_error(read_one: ReadOne, body: str, words: str) -> None:
    draft = read_one(f"From: a@x.example\nTo: b@x.example\nDate: {words}\n\n{body}".encode())
    assert draft.published is None


def test_attachments_are_not_the_article(read_one: ReadOne, body: str) -> None:
    message = mail()
    message.set_content(body)
    message.add_attachment("ATTACHED", filename="notes.txt")
    assert read_one(message.as_bytes(), "x.eml").text == body


def test_a_mail_of_pictures_is_refused(read_one: ReadOne) -> None:
    message = mail()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="x.png")
    with pytest.raises(Refused, match="no text"):
        read_one(message.as_bytes(), "x.eml")


@pytest.mark.parametrize("depth", [60, 1_000, 20_000])
def test_a_mail_nested_deeper_than_any_is_refused(read_one: ReadOne, depth: int) -> None:
    head = "From: a@x.example\nTo: b@x.example\nSubject: deep\nMIME-Version: 1.0\n"
    layers = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    with pytest.raises(Refused) as refused:
        read_one((head + layers + "\nend").encode(), "x.eml")
    assert refused.value.code == "too-deep"


def test_a_mail_of_countless_parts_is_refused(read_one: ReadOne) -> None:
    head = "From: a@x.example\nTo: b@x.example\nSubject: many\n"
    parts = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n" * 100_000
    with pytest.raises(Refused) as refused:
        read_one((head + parts).encode(), "x.eml")
    assert refused.value.code == "too-deep"


@pytest.mark.parametrize(
    "header",
    [
        "From: =?utf-8?q?=FF?= <a@x.example>",
        "From: @@@<<<>>>",
        "Subject: =?utf-8?b?!!!!?=",
        "Message-ID: <<<",
        "Content-Type: text/plain; charset=klingon",
        "Content-Type: ;;;",
        "Content-Transfer-Encoding: nonsense",
    ],
)
def test_a_malformed_header_is_no_error(read_one: ReadOne, body: str, header: str) -> None:
    raw = f"To: b@x.example\nDate: x\nReply-To: c@x.example\n{header}\n\n{body}".encode()
    assert read_one(raw, "x.eml").text == body


@pytest.mark.parametrize("field", ['Content-Type: text/plain; a="', "From: ", "Subject: =?u?q?"])
def test_a_field_without_end_is_read_at_its_beginning(
    read_one: Callable[..., Draft], body: str, field: str
) -> None:
    usual = "To: reader@mail.example\nMessage-ID: <1@island.example>\nDate: x\n"
    draft = read_one(f"{usual}{field}{'(' * 300_000}\n\n{body}".encode(), "x.eml")
    assert draft.text.endswith(body.rsplit("\n\n", maxsplit=1)[-1])
