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


def read(raw: bytes, name: str) -> list[Handed]:
    return [decode_handed(part) for part in answers(io.BytesIO(raw), Wanted(name)) if part]


def told(handed: list[Handed]) -> list[tuple[str, str, str]]:
    """The files that were done with, with their readers and codes."""
    return [(one.member, one.reader, one.ended.code) for one in handed if one.ended]


def test_each_file_of_an_archive_is_read_by_its_own_reader() -> None:
    mail = b"From: a@x.example\nTo: b@x.example\nSubject: Keys\n\nThey were found in a coat."
    raw = zipped({"a/ferry.txt": FERRY, "keys.eml": mail, "picture.png": b"\x89PNG" + bytes(99)})
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
