from __future__ import annotations

import io
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.readers import mailbox

Read = Callable[..., list[Draft]]
ReadPartly = Callable[..., tuple[list[Draft], Refused | None]]

LANGUAGES = {
    "en": "The ferry did not leave on Monday, because the captain had lost his keys in the town.",
    "de": "Die Fähre fuhr am Montag nicht, weil der Kapitän seine Schlüssel verloren hatte.",
    "fr": "Le ferry n’est pas parti lundi, parce que le capitaine avait perdu ses clés en ville.",
    "ru": "Паром в понедельник не ушёл, потому что капитан потерял свои ключи в городе.",
    "ar": "لم تغادر العبّارة يوم الاثنين لأن القبطان فقد مفاتيحه في المدينة القديمة.",
}
CHARSETS = {"en": "ascii", "de": "iso-8859-1", "fr": "utf-8", "ru": "koi8-r", "ar": "cp1256"}


def mail(words: str, number: int = 1, charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["From"] = "Island Post <post@island.example>"
    message["To"] = "reader@mail.example"
    message["Subject"] = f"Ferry {number}"
    message["Date"] = "Sat, 14 Dec 2024 16:20:11 +0200"
    message["Message-ID"] = f"<{number}@island.example>"
    message.set_content(words, charset=charset, cte="8bit" if charset == "utf-8" else None)
    return message.as_bytes()


def box(
    *mails: bytes, postmark: bytes = b"From post@island.example Sat Dec 14 16:20:11 2024"
) -> bytes:
    return b"".join(postmark + b"\n" + one.rstrip(b"\n") + b"\n\n" for one in mails)


def test_each_mail_is_an_article_in_its_language(read: Read) -> None:
    mails = [
        mail(words, n, CHARSETS[language])
        for n, (language, words) in enumerate(LANGUAGES.items())
        if language != "fr"
    ]
    drafts = read(box(*mails), "2020-01-01.mbox")
    assert [draft.language for draft in drafts] == ["en", "de", "ru", "ar"]
    assert [draft.text for draft in drafts] == [LANGUAGES[draft.language] for draft in drafts]
    assert [draft.provider_id for draft in drafts] == [
        f"mid:{n}@island.example" for n in (0, 1, 3, 4)
    ]
    assert all(draft.published and draft.published.source == "mail header" for draft in drafts)


def test_a_mailbox_does_not_date_its_mails(read: Read, body: str) -> None:
    undated = mail(body).replace(b"Date: Sat, 14 Dec 2024 16:20:11 +0200\n", b"")
    (draft,) = read(box(undated), "2020-01-01.mbox")
    assert draft.published is None


@pytest.mark.parametrize(
    "postmark",
    [
        b"From - Sat Dec 14 16:20:11 2024",
        b"From 1234567890@xxx Sat Dec 14 16:20:11 +0000 2024",
        b"From MAILER-DAEMON Sat Dec 14 16:20 2024",
    ],
)
def test_postmarks_of_several_programs_are_known(read: Read, body: str, postmark: bytes) -> None:
    assert len(read(box(mail(body), mail(body, 2), postmark=postmark), "Inbox")) == 2


def test_a_line_that_begins_like_a_postmark_is_text(read: Read, body: str) -> None:
    text = "From Monday on there was no ferry.\n\n>From post@x.example Sat Dec 14 16:20:11 2024\n\n"
    (draft,) = read(box(mail(text + body)), "x.mbox")
    assert draft.text.startswith("From Monday on there was no ferry.\n\nFrom post@x.example")


def test_windows_line_ends_are_read_as_well(read: Read, body: str) -> None:
    drafts = read(box(mail(body), mail(body, 2)).replace(b"\n", b"\r\n"), "x.mbox")
    assert [draft.text for draft in drafts] == [body, body]


def test_a_broken_mail_does_not_end_the_rest_and_is_told(
    read_partly: ReadPartly, body: str
) -> None:
    raw = box(mail(body), b"Subject: nothing in it\n", mail(body, 3))
    drafts, refused = read_partly(raw, "x")
    assert [draft.title for draft in drafts] == ["Ferry 1", "Ferry 3"]
    assert refused is not None
    assert refused.what_happened.startswith("1 of 3 mails")


def test_a_mail_that_is_too_large_is_left_out(
    monkeypatch: pytest.MonkeyPatch, read_partly: ReadPartly, body: str
) -> None:
    monkeypatch.setattr(limits, "MAIL_BYTES", 4_000)
    raw = box(mail(body), mail("Long words. " * 3_000, 2), mail(body, 3))
    drafts, refused = read_partly(raw, "x")
    assert [draft.title for draft in drafts] == ["Ferry 1", "Ferry 3"]
    assert refused is not None


def test_a_mailbox_is_never_read_as_a_whole(body: str) -> None:
    file = io.BytesIO(box(*(mail(body, n) for n in range(50))))
    next(mailbox.READER.read(file, "x"))
    assert file.tell() < len(file.getvalue()) / 10


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(box(*(mail(body, n) for n in range(3))), "x.mbox")
