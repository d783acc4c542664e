from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tests.importing.test_members import tarred, zipped
from workstation.errors import Refused
from workstation.importing.answering import answers
from workstation.importing.handed import Handed, Wanted, decode_handed

FERRY = (
    b"Ferry stays\nOutlet: Island Post\n\nThe ferry did not leave on Monday, and nobody was angry."
)

MAIL = b"From: a@x.example\nTo: b@x.example\nSubject: Keys\n\nThey were found in a coat."


def read(raw: bytes, name: str, **how: str | bool) -> list[Handed]:
    wanted = Wanted(name, **how)  # type: ignore[arg-type]
    return [decode_handed(part) for part in answers(io.BytesIO(raw), wanted) if part]


def told(handed: list[Handed]) -> list[tuple[str, str, str]]:
    """The files that were done with, with their readers and codes."""
    return [(one.member, one.reader, one.ended.code) for one in handed if one.ended]


def test_each_file_of_an_archive_is_read_by_its_own_reader() -> None:
    raw = zipped({"a/ferry.txt": FERRY, "keys.eml": MAIL, "picture.png": b"\x89PNG" + bytes(99)})
    handed = read(raw, "clippings.zip")
    assert handed[0] == Handed("archive 1")
    assert told(handed) == [
        ("a/ferry.txt", "text 1", ""),
        ("keys.eml", "mail 1", ""),
        ("picture.png", "", "unknown-format"),
    ]
    drafts = [one.draft for one in handed if one.draft]
    assert [draft.title for draft in drafts] == ["Ferry stays", "Keys"]


def test_an_archive_may_stand_in_another_but_no_deeper() -> None:
    inner = zipped({"ferry.txt": FERRY, "deep.tar": tarred({"ferry.txt": FERRY})})
    handed = read(tarred({"2024/inner.zip": inner}, "w:gz"), "all.tgz")
    assert told(handed) == [
        ("2024/inner.zip » ferry.txt", "text 1", ""),
        ("2024/inner.zip » deep.tar", "", "too-deep"),
    ]


def test_a_day_in_the_name_of_a_file_is_its_own() -> None:
    (draft,) = [
        one.draft for one in read(zipped({"x/2024-12-14-ferry.txt": FERRY}), "x.zip") if one.draft
    ]
    assert draft.published is not None
    assert draft.published.iso() == "2024-12-14"


def test_columns_reach_the_tables_in_an_archive() -> None:
    raw = zipped({"a.csv": b"Kopf,Rumpf\nFerry,It stayed.\n"})
    wanted = Wanted("x.zip", (("title", "Kopf"), ("text", "Rumpf")))
    handed = [decode_handed(part) for part in answers(io.BytesIO(raw), wanted) if part]
    assert [one.draft.title for one in handed if one.draft] == ["Ferry"]


def test_a_document_that_ends_like_none_is_known_by_what_is_in_it(body: str) -> None:
    document = docx.Document()
    document.add_paragraph(body)
    file = io.BytesIO()
    document.save(file)
    # Some programs write what the document is behind all of its parts.
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    first = {"a.bin": bytes(range(256)) * 99}
    types = {"[Content_Types].xml": parts.pop("[Content_Types].xml")}
    (handed,) = read(zipped({**first, **parts, **types}), "ferry")
    assert handed.reader == "docx 1"


def test_an_office_document_of_another_kind_is_refused() -> None:
    raw = zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<a/>"})
    with pytest.raises(Refused, match="office document"):
        read(raw, "slides.pptx")


def test_what_is_no_archive_either_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(b"\x89PNG" + bytes(99), "x.zip")
    assert refused.value.code == "unknown-format"


def test_the_readers_that_know_a_file_are_told_on_request() -> None:
    assert [one.reader for one in read(MAIL, "a.txt", ask=True)] == ["mail", "text"]
    assert [one.reader for one in read(FERRY, "a.txt", ask=True)] == ["text"]
    assert read(zipped({"a.txt": FERRY}), "a.zip", ask=True) == []


def test_a_reader_that_is_wanted_reads_what_it_knows() -> None:
    assert [one.reader for one in read(MAIL, "a.txt", reader="text")] == ["text 1"]
    with pytest.raises(Refused, match="does not know") as refused:
        read(MAIL, "a.txt", reader="pdf")
    assert refused.value.what_you_can_do == "These do: mail, text."


def test_an_encoding_is_meant_for_files_and_not_for_their_names() -> None:
    raw = zipped({"паром.txt".encode("cp866").decode("cp437"): "Паром ушёл.".encode("cp1251")})
    (name,) = [one.member for one in read(raw, "a.zip") if one.ended]
    handed = read(raw, "a.zip", encoding="windows-1251", member=name)
    assert [one.draft.text for one in handed if one.draft] == ["Паром ушёл."]


def test_one_file_of_an_archive_in_an_archive_is_read_alone() -> None:
    inner = zipped({"ferry.txt": FERRY, "other.txt": FERRY})
    raw = zipped({"inner.zip": inner, "ferry.txt": FERRY})
    handed = read(raw, "a.zip", member="inner.zip » ferry.txt")
    assert [one.member for one in handed if one.ended] == ["inner.zip » ferry.txt"]


def test_a_format_that_says_its_encoding_needs_none() -> None:
    made = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("The ferry did not leave on Monday.")
    document.save(made)
    handed = read(made.getvalue(), "a.docx", encoding="koi8-r")
    (draft,) = [one.draft for one in handed if one.draft]
    assert any("was not needed" in note for note in draft.notes)
