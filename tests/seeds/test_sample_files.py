"""The sample library's files are whole, marked, and all named in its README."""

import email
import email.policy
import gzip
import re
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import html
from striprtf.striprtf import rtf_to_text

SEEDS = Path(__file__).parents[2] / "seeds"
MARK = "Written for demonstration by the makers of Media Workstation."
FILES = sorted(p for p in SEEDS.iterdir() if p.name not in {"README.md", ".gitattributes"})
OTHER_ENCODINGS = {"2024-12-14-northmoor-courier-hezbollah-road.txt": "windows-1252"}


def words_of_text(path: Path) -> str:
    return path.read_bytes().decode(OTHER_ENCODINGS.get(path.name, "utf-8-sig"))


def words_of_page(path: Path) -> str:
    return str(html.fromstring(path.read_bytes()).xpath("string()"))


def words_of_document(path: Path) -> str:
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)


def words_of_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def words_of_mail(path: Path) -> str:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert not mail.defects
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def words_of_mailbox(path: Path) -> str:
    assert path.read_bytes().count(b"\nFrom letter@") == 1
    return words_of_text(path)


def words_of_saved_page(path: Path) -> str:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert not mail.defects
    page = mail.get_body(("html",))
    assert page is not None
    return str(html.fromstring(page.get_payload(decode=True)).xpath("string()"))


def words_of_rich_text(path: Path) -> str:
    return str(rtf_to_text(path.read_text(encoding="ascii")))


def words_of_packed_parts(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        parts = [archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()]
    return re.sub(r"<[^>]*>", " ", " ".join(parts))


def words_of_records(path: Path) -> str:
    records = gzip.decompress(path.read_bytes()).decode("utf-8")
    assert records.count("WARC-Type: response") == 3
    return records


WORDS = {
    ".txt": words_of_text,
    ".md": words_of_text,
    ".html": words_of_page,
    ".docx": words_of_document,
    ".pdf": words_of_pdf,
    ".eml": words_of_mail,
    ".json": words_of_text,
    ".xml": words_of_text,
    ".rss": words_of_text,
    ".jsonl": words_of_text,
    ".mbox": words_of_mailbox,
    ".mhtml": words_of_saved_page,
    ".rtf": words_of_rich_text,
    ".odt": words_of_packed_parts,
    ".epub": words_of_packed_parts,
    ".xlsx": words_of_packed_parts,
    ".zip": words_of_packed_parts,
    ".gz": words_of_records,
}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_file_can_be_read_and_says_that_it_was_written_for_demonstration(path: Path) -> None:
    words = " ".join(WORDS[path.suffix](path).split())
    assert MARK in words
    assert "\N{REPLACEMENT CHARACTER}" not in words
    assert len(words.split()) > 150


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_file_name_begins_with_its_day_or_says_undated(path: Path) -> None:
    assert re.match(r"2024-1[12]-\d\d-|undated-", path.name)


def test_the_readme_names_every_file_once_and_no_other() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([^`]+)` \|", readme, flags=re.MULTILINE)
    assert sorted(named) == [p.name for p in FILES]
