from __future__ import annotations

import io
import pkgutil
import zipfile

import pytest

from workstation import limits
from workstation.errors import Refused
from workstation.importing import readers
from workstation.importing.reader import all_readers, read_articles, reader_for
from workstation.importing.readers import plain_text


def test_every_format_is_found_and_named_once() -> None:
    names = [reader.name for reader in all_readers()]
    modules = [module.name for module in pkgutil.iter_modules(readers.__path__)]
    assert len(set(names)) == len(names) == len(modules)
    assert names[-1] == "text"


@pytest.mark.parametrize(
    ("raw", "name", "reader"),
    [
        (b"%PDF-1.7\n", "x.txt", "pdf"),
        (b"<!DOCTYPE html><html><body><p>x</p></body></html>", "x.txt", "html"),
        (b"From: a@x.example\nTo: b@x.example\nSubject: s\n\nText", "x.txt", "mail"),
        (b"# Ferry\n\nText", "x.txt", "markdown"),
        (b"---\ntitle: Ferry\n---\nText", "x.txt", "markdown"),
        (b"The ferry did not leave.", "x.md", "markdown"),
        (b"The ferry did not leave.", "x.html", "text"),
        (b"The ferry did not leave.", "noending", "text"),
        (b"Subject: the ferry\n\nIt did not leave.", "x.txt", "text"),
        ("The ferry".encode("utf-16"), "x.txt", "text"),
        (b'[{"title": "Ferry"}]', "x.txt", "json"),
        (b"day,outlet\n2024-12-14,Island Post\n", "x.csv", "table"),
        (b"title,url,date\nFerry,https://x.example,2024\n", "x.txt", "table"),
    ],
)
def test_the_content_decides_and_the_name_breaks_a_tie(raw: bytes, name: str, reader: str) -> None:
    assert reader_for(io.BytesIO(raw), name).name == reader


@pytest.mark.parametrize("raw", [b"", b"  \n\t "])
def test_an_empty_file_is_refused_with_words(raw: bytes) -> None:
    with pytest.raises(Refused, match="empty") as refused:
        reader_for(io.BytesIO(raw), "x.txt")
    assert refused.value.code == "empty"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        (b"PK\x03\x04" + bytes(200), "ZIP archive"),
        (b"<?xml version='1.0'?><catalogue/>", "XML"),
        (bytes(range(256)), "unknown format"),
    ],
)
def test_a_format_that_nobody_reads_is_refused_by_its_name(raw: bytes, kind: str) -> None:
    with pytest.raises(Refused, match=kind) as refused:
        reader_for(io.BytesIO(raw), "x.bin")
    assert refused.value.code == "unknown-format"
    assert refused.value.what_you_can_do


def test_rich_text_is_not_read_as_plain_text_whatever_it_is_called() -> None:
    assert reader_for(io.BytesIO(b"{\\rtf1\\ansi Ferry}"), "x.txt").name == "rtf"


def test_a_text_that_is_too_long_is_cut_between_paragraphs_and_told(
    monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    first, second, _third = body.split("\n\n")
    monkeypatch.setattr(limits, "ARTICLE_CHARACTERS", len(first) + len(second) + 20)
    file = io.BytesIO(body.encode())
    articles = read_articles(plain_text.READER, file, "x.txt")
    draft = next(articles)
    assert draft is not None
    assert draft.text == f"{first}\n\n{second}"
    with pytest.raises(Refused, match="longer than") as refused:
        next(articles)
    assert refused.value.code == "too-long"


def test_an_archive_that_begins_with_a_stored_pdf_is_an_archive() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.pdf", b"%PDF-1.7\n...")
    assert not any(
        r.recognises(packed.getvalue(), "a.zip") for r in all_readers() if r.name == "pdf"
    )


def test_the_lock_of_an_open_document_is_refused_with_words() -> None:
    with pytest.raises(Refused, match="no document") as refused:
        reader_for(io.BytesIO(b"\x05Mira"), "~$ferry.docx")
    assert refused.value.code == "lock"
