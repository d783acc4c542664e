from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workstation.domain.article import Draft
from workstation.errors import Refused

ReadOne = Callable[..., Draft]

TEXTS = {
    "cp1251": "Паром на остров в понедельник не ушёл: капитан потерял ключи. Никто не сердился.",
    "cp1256": "لم تغادر العبّارة يوم الاثنين لأن القبطان فقد مفاتيحه، ولم يغضب أحد في المدينة.",
    "cp1252": "Die Fähre fuhr am Montag nicht, weil der Kapitän seine Schlüssel verloren hatte.",
    "cp1253": "Το πλοίο δεν έφυγε τη Δευτέρα, γιατί ο καπετάνιος είχε χάσει τα κλειδιά του.",
}


def escaped(text: str, page: str) -> str:
    """As a word processor writes it: bytes of the code page in hexadecimal."""
    parts = []
    for sign in text:
        raw = sign.encode(page)
        parts.append(sign if raw.isascii() else "".join(f"\\'{byte:02x}" for byte in raw))
    return "".join(parts)


def unicode_escaped(text: str) -> str:
    units = text.encode("utf-16-le")
    numbers = [
        int.from_bytes(units[n : n + 2], "little", signed=True) for n in range(0, len(units), 2)
    ]
    return "".join(chr(n) if 0 < n < 128 else f"\\u{n}?" for n in numbers)


def document(*paragraphs: str, page: str = "cp1252", properties: str = "") -> bytes:
    body = "".join(rf"\pard\plain\f0\fs24 {paragraph}\par" + "\n" for paragraph in paragraphs)
    head = rf"{{\rtf1\ansi\ansicpg{page[2:]}\deff0{{\fonttbl{{\f0\froman Times New Roman;}}}}"
    info = rf"{{\info{properties}}}" if properties else ""
    return f"{head}{{\\colortbl;\\red0\\green0\\blue0;}}{info}\n{body}}}".encode("ascii")


def plain(body: str) -> list[str]:
    return [unicode_escaped(paragraph) for paragraph in body.split("\n\n")]


def test_paragraphs_and_properties_are_read(read_one: ReadOne, body: str) -> None:
    properties = (
        r"{\title Ferry stays in harbour}{\author Mira Voss}{\category Island Post}"
        r"{\creatim\yr2024\mo12\dy14\hr16\min20}"
    )
    draft = read_one(document(*plain(body), properties=properties), "x.rtf")
    assert draft.text == body
    assert (draft.title, draft.author) == ("Ferry stays in harbour", "Mira Voss")
    assert draft.outlet == "Island Post"
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 14)
    assert any("file was made" in note for note in draft.notes)


@pytest.mark.parametrize("page", TEXTS)
def test_code_pages_and_their_languages_are_read(read_one: ReadOne, page: str) -> None:
    properties = rf"{{\title {escaped(TEXTS[page][:20], page)}}}"
    raw = document(escaped(TEXTS[page], page), page=page, properties=properties)
    draft = read_one(raw, "x.doc")
    assert draft.text == TEXTS[page]
    assert draft.title == TEXTS[page][:20].strip()


def test_characters_beyond_the_code_page_are_read(read_one: ReadOne) -> None:
    text = "渡轮星期一没有离开，因为船长丢了钥匙。没有人生气。🚢"
    assert read_one(document(unicode_escaped(text)), "x.rtf").text == text


def test_a_header_in_the_text_goes_before_the_properties(read_one: ReadOne, body: str) -> None:
    header = ["Outlet: Shore Post", "By: Jon Bell", "Date: 13 December 2024"]
    raw = document(*header, *plain(body), properties=r"{\author Mira Voss}{\title Ferry}")
    draft = read_one(raw, "x.rtf")
    assert draft.text == body
    assert (draft.title, draft.outlet, draft.author) == ("Ferry", "Shore Post", "Jon Bell")


def test_links_tables_and_pictures_leave_only_words(read_one: ReadOne, body: str) -> None:
    first, *rest = plain(body)
    link = (
        r'{\field{\*\fldinst{HYPERLINK "https://island.example/x"}}'
        r"{\fldrslt{\ul the harbour office}}}"
    )
    picture = r"{\pict\wmetafile8 0100090000}"
    row = r"\trowd\cellx4000\cellx8000 Forty\cell people waited on the quay\cell\row"
    raw = document(first.replace("the harbour office", link, 1), picture, row, *rest)
    parts = body.split("\n\n")
    expected = [parts[0], "Forty people waited on the quay", *parts[1:]]
    assert read_one(raw, "x.rtf").text.split("\n\n") == expected


def test_header_and_footer_of_the_page_are_no_text(read_one: ReadOne, body: str) -> None:
    raw = document(r"{\header Island Post}{\footer Page 1}" + plain(body)[0], *plain(body)[1:])
    assert read_one(raw, "x.rtf").text == body


def test_a_document_without_words_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="no text"):
        read_one(document(r"{\pict 0100}"), "x.rtf")


def test_a_hundred_thousand_groups_are_no_harm(read_one: ReadOne, body: str) -> None:
    deep = "{" * 100_000 + "}" * 100_000
    assert read_one(document(deep, *plain(body)), "x.rtf").text == body


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(document(*plain(body), properties=r"{\title Ferry}"), "x.rtf")
