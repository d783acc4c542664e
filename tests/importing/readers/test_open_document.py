from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.importing.readers.packing import LAUGHS, packed, stealing
from workstation.domain.article import Draft
from workstation.errors import Refused

ReadOne = Callable[..., Draft]

KIND = "application/vnd.oasis.opendocument.text"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "meta", "table")
)
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def content(*blocks: str, styles: str = "", doctype: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content {NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(blocks)}</office:text></office:body>"
        "</office:document-content>"
    )


def paragraphs(body: str) -> list[str]:
    return [f'<text:p text:style-name="P1">{part}</text:p>' for part in body.split("\n\n")]


META = (
    f"<office:document-meta {NAMES}><office:meta><dc:title>Ferry stays in harbour</dc:title>"
    "<meta:initial-creator>Mira Voss</meta:initial-creator><dc:publisher>Island Post</dc:publisher>"
    "<meta:creation-date>2024-12-14T23:20:11.5</meta:creation-date></office:meta>"
    "</office:document-meta>"
)


def document(written: str | bytes, **parts: str) -> bytes:
    return packed({"content.xml": written, **parts}, mimetype=KIND)


def test_paragraphs_and_properties_are_read(read_one: ReadOne, body: str) -> None:
    raw = document(content(*paragraphs(body)), **{"meta.xml": META})
    draft = read_one(raw, "x.zip")
    assert draft.text == body
    assert (draft.title, draft.author) == ("Ferry stays in harbour", "Mira Voss")
    assert draft.outlet == "Island Post"
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 14)
    assert any("file was made" in note for note in draft.notes)


def test_a_title_and_headings_are_known_by_their_styles(read_one: ReadOne, body: str) -> None:
    styles = '<style:style style:name="P7" style:parent-style-name="Title"/>'
    title = '<text:p text:style-name="P7">Ferry stays</text:p>'
    heading = '<text:h text:outline-level="2">Captain is ‘very sorry’ about it</text:h>'
    first, *rest = paragraphs(body)
    raw = document(content(title, first, heading, *rest, styles=styles), **{"meta.xml": META})
    draft = read_one(raw, "x.odt")
    assert draft.title == "Ferry stays"
    assert draft.text.startswith(body[:90])
    assert "Captain is ‘very sorry’ about it" in draft.text
    assert draft.passages == ()


def test_tables_frames_breaks_and_spaces_are_read_and_notes_and_deletions_are_not(
    read_one: ReadOne, body: str
) -> None:
    first, second, third = body.split("\n\n")
    cut = "<text:tracked-changes><text:p>DELETED</text:p></text:tracked-changes>"
    note = "<text:note><text:note-body><text:p>NOTE</text:p></text:note-body></text:note>"
    remark = "<office:annotation><text:p>REMARK</text:p></office:annotation>"
    spaced = second.replace(" ", "<text:s/>", 1).replace(" ", '<text:s text:c="2"/>', 1)
    table = (
        "<table:table><table:table-row><table:table-cell><text:p>"
        f"<text:span>{spaced}</text:span></text:p></table:table-cell></table:table-row></table:table>"
    )
    raw = document(
        content(cut, f"<text:p>{first}{note}{remark}</text:p>", table, *paragraphs(third))
    )
    assert read_one(raw, "x.odt").text == body


@pytest.mark.parametrize(
    "words",
    [
        "Паром на остров в понедельник не ушёл, потому что капитан потерял свои ключи в городе.",
        "لم تغادر العبّارة يوم الاثنين لأن القبطان فقد مفاتيحه في المدينة القديمة قرب الميناء.",
        "渡轮星期一没有离开，因为船长丢了钥匙。没有人生气，大家都很好奇。",
    ],
)
def test_other_scripts_are_read(read_one: ReadOne, words: str) -> None:
    assert read_one(document(content(*paragraphs(words))), "x.odt").text == words


def test_a_locked_document_is_refused_as_protected(read_one: ReadOne) -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(Refused, match="password"):
        read_one(document("\x01\x02", **{"META-INF/manifest.xml": manifest}), "x.odt")


def test_a_document_cannot_pull_in_other_files(
    read_one: ReadOne, body: str, tmp_path: Path
) -> None:
    secret = tmp_path / "canary.txt"
    secret.write_text("CANARY")
    written = content(*paragraphs(body + " &x;"), doctype=stealing(secret.as_uri()))
    assert read_one(document(written), "x.odt").text == body


def test_billions_of_laughs_are_refused(read_one: ReadOne, body: str) -> None:
    written = content(*paragraphs(body + " &a11;"), doctype=LAUGHS)
    with pytest.raises(Refused, match="damaged"):
        read_one(document(written), "x.odt")


def test_a_bomb_is_refused_before_it_is_unpacked(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="unpack"):
        read_one(document(content(" " * (30 << 20))), "x.odt")


@pytest.mark.parametrize("written", ["", "<a", content("<text:p>" * 5_000 + "</text:p>" * 5_000)])
def test_broken_content_is_refused_as_damaged(read_one: ReadOne, written: str) -> None:
    with pytest.raises(Refused, match="damaged"):
        read_one(document(written), "x.odt")


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(document(content(*paragraphs(body)), **{"meta.xml": META}), "x.odt")


def test_damage_inside_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(content(*paragraphs(body)).encode(), "x.odt", wrap=document)
