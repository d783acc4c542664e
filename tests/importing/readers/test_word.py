from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from workstation.domain.article import Draft
from workstation.errors import Refused

ReadOne = Callable[..., Draft]


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def document_of(*paragraphs: str, title: str = "", author: str = "") -> Document:
    document = docx.Document()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.author = author
    return document


def test_paragraphs_title_and_properties_are_read(read_one: ReadOne, body: str) -> None:
    document = document_of(*body.split("\n\n"), title="Ferry stays in harbour", author="Mira Voss")
    document.core_properties.created = datetime(2024, 12, 14, 16, 20, tzinfo=UTC)
    draft = read_one(saved(document), "x.docx")
    assert draft.text == body
    assert (draft.title, draft.title_derived) == ("Ferry stays in harbour", False)
    assert draft.author == "Mira Voss"
    assert draft.published is not None
    assert draft.published.source == "document properties"
    assert any("file was made" in note for note in draft.notes)


def test_the_category_names_the_outlet_unless_it_is_a_kind(read_one: ReadOne, body: str) -> None:
    document = document_of(*body.split("\n\n"))
    document.core_properties.category = "Island Post"
    assert read_one(saved(document), "x.docx").outlet == "Island Post"
    document.core_properties.category = "News"
    assert read_one(saved(document), "x.docx").outlet == ""


def test_a_header_in_the_text_goes_before_the_properties(read_one: ReadOne, body: str) -> None:
    header = ("Outlet: Island Post", "By: Jon Bell", "Date: 13 December 2024")
    document = document_of(*header, *body.split("\n\n"), title="Ferry", author="Mira Voss")
    document.core_properties.created = datetime(2024, 12, 14, 16, 20, tzinfo=UTC)
    draft = read_one(saved(document), "x.docx")
    assert draft.text == body
    assert (draft.outlet, draft.author) == ("Island Post", "Jon Bell")
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 13)
    assert draft.notes == ()


def test_the_template_of_a_library_is_no_author_and_no_day(read_one: ReadOne, body: str) -> None:
    document = docx.Document()
    for paragraph in body.split("\n\n"):
        document.add_paragraph(paragraph)
    draft = read_one(saved(document), "x.docx")
    assert draft.author == ""
    assert draft.published is None


@pytest.mark.parametrize("junk", ["Microsoft Word - ferry.doc", "Document1", "ferry.docx"])
def test_a_title_that_only_names_the_file_is_no_title(
    read_one: ReadOne, body: str, junk: str
) -> None:
    document = document_of(*body.split("\n\n"))
    document.core_properties.title = junk
    assert read_one(saved(document), "x.docx").title_derived


def test_tables_line_breaks_and_insertions_are_read_and_deletions_are_not(
    read_one: ReadOne, body: str
) -> None:
    first, second, third = body.split("\n\n")
    document = document_of(first)
    document.add_table(1, 1).cell(0, 0).text = second
    last = document.add_paragraph()
    names = nsdecls("w")
    last._p.append(parse_xml(f"<w:ins {names}><w:r><w:t>{third}</w:t></w:r></w:ins>"))
    last._p.append(parse_xml(f"<w:del {names}><w:r><w:delText>GONE</w:delText></w:r></w:del>"))
    assert read_one(saved(document), "x.docx").text == body


def test_sub_headings_are_known_as_such(read_one: ReadOne, body: str) -> None:
    first, second, _third = body.split("\n\n")
    document = document_of(first)
    document.add_heading("Captain is ‘very sorry’ about it", 2)
    document.add_paragraph(second)
    draft = read_one(saved(document), "x.docx")
    assert "Captain is ‘very sorry’ about it" in draft.text
    assert draft.passages == ()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_docx_is_refused_with_words(read_one: ReadOne, body: str, share: float) -> None:
    raw = saved(document_of(body))
    with pytest.raises(Refused, match="damaged") as refused:
        read_one(raw[: int(share * len(raw))], "x.docx")
    assert refused.value.code == "damaged"


def test_an_archive_without_a_document_is_refused(read_one: ReadOne) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/nothing.xml", "<a/>")
    with pytest.raises(Refused, match="damaged"):
        read_one(file.getvalue(), "x.docx")


def repacked(raw: bytes, content: bytes) -> bytes:
    """The document with another main part."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, content if name == "word/document.xml" else old.read(name))
    return file.getvalue()


def test_a_docx_bomb_is_refused_before_it_is_unpacked(read_one: ReadOne, body: str) -> None:
    bomb = repacked(saved(document_of(body)), b"<a>" + b" " * (30 << 20) + b"</a>")
    with pytest.raises(Refused, match="unpack") as refused:
        read_one(bomb, "x.docx")
    assert refused.value.code == "too-large"


def test_a_document_cannot_pull_in_other_files(
    read_one: ReadOne, body: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("secret") / "canary.txt"
    secret.write_text("CANARY")
    names = nsdecls("w")
    content = (
        f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f"<w:document {names}><w:body><w:p><w:r><w:t>{body} &x;</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    try:
        text = read_one(repacked(saved(document_of(body)), content.encode()), "x.docx").text
    except Refused:
        text = ""
    assert "CANARY" not in text


def test_billions_of_laughs_are_refused(read_one: ReadOne, body: str) -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    names = nsdecls("w")
    content = (
        f"<!DOCTYPE w:document [{entities}]><w:document {names}><w:body><w:p><w:r>"
        "<w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(Refused):
        read_one(repacked(saved(document_of(body)), content.encode()), "x.docx")


def test_an_empty_document_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="no text"):
        read_one(saved(docx.Document()), "x.docx")
