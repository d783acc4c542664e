"""Text documents of LibreOffice and others (ODT)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from lxml import etree

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.importing.archive import encrypted
from workstation.importing.dates import read_date
from workstation.importing.facts import MADE, Facts
from workstation.importing.lines import draft_from_lines
from workstation.importing.office import sensible_author, sensible_outlet, sensible_title
from workstation.importing.packed_xml import Packed
from workstation.importing.reader import Reader

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_SKIPPED = {
    f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}ruby-text",
    f"{_TEXT}index-title-template", f"{_TEXT}table-of-content",
}  # fmt: skip
_BREAKS = {f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_MOST_SPACES = 100


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    style: str


class OpenDocument:
    """Reads the body of a document in its order: paragraphs, tables, frames."""

    name = "odt"
    version = 1
    precedence = 12

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a packed file says that it is a text document, or is named one."""
        if not head.startswith(b"PK\x03\x04"):
            return False
        said = b"mimetypeapplication/vnd.oasis.opendocument.text" in head[: limits.HEAD_BYTES]
        return said or PurePath(name).suffix.lower() in {".odt", ".ott"}

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article."""
        packed = Packed(file)
        manifest = "META-INF/manifest.xml"
        if manifest in packed.names and b"encryption-data" in packed.raw(manifest):
            raise encrypted()
        lines = [line for line in _lines(packed.tree("content.xml")) if line.words.strip()]
        properties = _properties(packed) if "meta.xml" in packed.names else Facts()
        title = lines[0].words if lines and lines[0].style in {"Title", "heading 1"} else ""
        body = lines[1:] if title else lines
        headings = [line.words for line in body if line.style.startswith("heading")]
        words = [part for line in body for part in line.words.split("\n")]
        yield draft_from_lines(words, name, Facts(title=title), headings, otherwise=properties)


def _lines(content: etree._Element) -> Iterator[_Line]:
    parents = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name")
        for style in content.iter(f"{_STYLE}style")
    }
    for paragraph in content.iter(*_PARAGRAPHS):
        if any(above.tag in _SKIPPED for above in paragraph.iterancestors()):
            continue
        named = paragraph.get(f"{_TEXT}style-name") or ""
        style = parents.get(named) or named
        if paragraph.tag == f"{_TEXT}h" and style != "Title":
            style = f"heading {paragraph.get(f'{_TEXT}outline-level') or 2}"
        yield _Line("".join(_words(paragraph)), style)


def _words(element: etree._Element) -> Iterator[str]:
    """The words of a paragraph, without those of paragraphs inside it, notes and comments."""
    yield element.text or ""
    for child in element.iterchildren():
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c") or "1"
            yield " " * min(_MOST_SPACES, int(count) if count.isdecimal() else 1)
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _PARAGRAPHS | _SKIPPED:
            yield from _words(child)
        yield child.tail or ""


def _properties(packed: Packed) -> Facts:
    meta = packed.tree("meta.xml")

    def said(*names: str) -> str:
        return next((words for name in names if (words := meta.findtext(f".//{name}"))), "").strip()

    made = read_date(said(f"{_META}creation-date").partition("T")[0], MADE)
    return Facts(
        title=sensible_title(said(f"{_DC}title")),
        outlet=sensible_outlet(said(f"{_DC}publisher")),
        author=sensible_author(said(f"{_META}initial-creator", f"{_DC}creator")),
        language=said(f"{_DC}language"),
        published=Published.on(made.day, MADE) if made and made.day else None,
    )


READER: Reader = OpenDocument()
