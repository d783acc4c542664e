from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.importing.readers.compound import compound, outlook_mail
from workstation.domain.article import Draft
from workstation.errors import Refused

ReadOne = Callable[..., Draft]

RUSSIAN = (
    "Паром на остров в понедельник не ушёл: капитан потерял ключи. К полудню на чемоданах сидели "
    "сорок человек."
)


def test_a_plain_mail_is_read_with_its_facts(read_one: ReadOne, body: str) -> None:
    raw = outlook_mail(subject="FW: Ferry stays in harbour", text=body.replace("\n", "\r\n"))
    draft = read_one(raw, "x.msg")
    assert draft.text == body
    assert (draft.title, draft.outlet) == ("Ferry stays in harbour", "Island Post")
    assert draft.published is not None
    assert draft.published.instant == datetime(2024, 12, 14, 14, 20, tzinfo=UTC)


def test_the_header_it_came_with_goes_before_outlooks_own_fields(
    read_one: ReadOne, body: str
) -> None:
    headers = (
        "From: Shore Post <post@shore.example>\r\nMessage-ID: <77@shore.example>\r\n"
        "Date: Fri, 13 Dec 2024 08:00:00 +0100\r\n\r\n"
    )
    draft = read_one(outlook_mail(subject="Ferry", text=body, headers=headers), "x.msg")
    assert (draft.outlet, draft.provider_id) == ("Shore Post", "mid:77@shore.example")
    assert draft.published is not None
    assert draft.published.instant == datetime(2024, 12, 13, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("codepage", "encoding"), [(1251, "cp1251"), (20866, "koi8-r"), (65001, "utf-8")]
)
def test_a_page_goes_before_the_plain_text_in_its_own_encoding(
    read_one: ReadOne, codepage: int, encoding: str
) -> None:
    page = f"<html><body><p>{RUSSIAN}</p></body></html>".encode(encoding)
    raw = outlook_mail(subject="Паром", text="See the page.", page=page, codepage=codepage)
    draft = read_one(raw, "x.bin")
    assert (draft.title, draft.text, draft.language) == ("Паром", RUSSIAN, "ru")


def test_a_long_mail_is_read_to_its_end(read_one: ReadOne, body: str) -> None:
    text = "\n\n".join([body] * 300)
    assert read_one(outlook_mail(subject="Ferry", text=text), "x.msg").text == text


def test_an_address_of_a_colleague_is_no_outlets(read_one: ReadOne, body: str) -> None:
    raw = outlook_mail(subject="Ferry", text=body, address="/O=ISLAND/OU=DESK/CN=MIRA")
    assert read_one(raw, "x.msg").outlet == "Island Post"


def test_a_mail_without_text_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="no text"):
        read_one(outlook_mail(subject="Ferry"), "x.msg")


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        ("WordDocument", "old Word document"),
        ("PowerPoint Document", "old presentation"),
        ("EncryptedPackage", "password"),
        ("Contents", "no mail of Outlook"),
    ],
)
def test_other_compound_files_are_refused_by_their_kind(
    read_one: ReadOne, stream: str, words: str
) -> None:
    with pytest.raises(Refused, match=words) as refused:
        read_one(compound({stream: bytes(600)}), "x.msg")
    assert refused.value.what_you_can_do


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_truncated_mail_is_refused_with_words(read_one: ReadOne, body: str, share: float) -> None:
    raw = outlook_mail(subject="Ferry", text=body)
    with pytest.raises(Refused, match=r"damaged|text"):
        read_one(raw[: int(share * len(raw))], "x.msg")


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(outlook_mail(subject="Ferry", text=body), "x.msg")
