"""Word documents (DOCX)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import BinaryIO
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from workstation.domain.article import Draft, Published
from workstation.importing.archive import check_archive, damaged
from workstation.importing.facts import MADE, Facts
from workstation.importing.lines import draft_from_lines
from workstation.importing.reader import Reader

_PARAGRAPH, _TEXT, _DELETED = qn("w:p"), qn("w:t"), qn("w:del")
_SPACES = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# Shapes are stored twice for the sake of old programs; the second copy is the fallback.
_SKIPPED = {
    _DELETED,
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
# What programs write as the title, author and day of documents nobody has named.
_NO_TITLE = ("microsoft word", "document", "untitled", "word document", "dokument")
_NO_OUTLET = {"news", "article", "report", "press", "document", "draft", "media", "clipping"}
_NO_AUTHOR = {"python-docx", "microsoft office user", "user", "admin", "unknown", "author"}
_TEMPLATE_DAY = datetime(2013, 12, 23, 23, 15)  # noqa: DTZ001 - python-docx gives naive UTC


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    style: str


# What python-docx lets through from the layers below it when a part is missing or cut off.
_BROKEN = (
    BadZipFile, zlib.error, NotImplementedError, OpcError, etree.LxmlError, LookupError, ValueError,
    TypeError, AttributeError, EOFError, OSError,
)  # fmt: skip


class Word:
    """Reads the body of a document in its order: paragraphs, tables, shapes."""

    name = "docx"
    version = 1
    precedence = 10

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a packed file has a document's parts, or is named one."""
        if not head.startswith(b"PK\x03\x04"):
            return False
        listed = b"[Content_Types].xml" in head and b"word/" in head
        return listed or PurePath(name).suffix.lower() in {".docx", ".docm"}

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article."""
        check_archive(file)
        try:
            document = docx.Document(file)
            lines = [line for line in _lines(document) if line.words.strip()]
            properties = _properties(document)
        except _BROKEN as error:
            raise damaged() from error
        title = lines[0].words if lines and _is_title(lines[0].style) else ""
        body = lines[1:] if title else lines
        headings = [line.words for line in body if line.style.startswith("heading")]
        words = [part for line in body for part in line.words.split("\n")]
        yield draft_from_lines(words, name, Facts(title=title), headings, otherwise=properties)


def _is_title(style: str) -> bool:
    return style in {"title", "heading 1"}


def _lines(document: Document) -> Iterator[_Line]:
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    for paragraph in document.element.body.iter(_PARAGRAPH):
        if not any(above.tag in _SKIPPED for above in paragraph.iterancestors()):
            style = paragraph.find(_STYLE)
            name = "" if style is None else names.get(style.get(qn("w:val")), "")
            yield _Line("".join(_words(paragraph)), name)


def _words(element: etree._Element) -> Iterator[str]:
    """The words of a paragraph, without those of paragraphs inside it and deleted ones."""
    for child in element.iterchildren():
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag != _PARAGRAPH and child.tag not in _SKIPPED:
            yield from _words(child)


def _properties(document: Document) -> Facts:
    known = document.core_properties
    created = known.created
    made = created if created and created.replace(tzinfo=None) != _TEMPLATE_DAY else None
    author = (known.author or "").strip()
    return Facts(
        title=_sensible_title(known.title or ""),
        outlet=_outlet(known.category or ""),
        author="" if author.lower() in _NO_AUTHOR else author,
        published=Published.at(made.replace(tzinfo=made.tzinfo or UTC), MADE) if made else None,
    )


def _outlet(category: str) -> str:
    """Archives file clippings by outlet; a kind of document is none."""
    words = category.strip()
    return "" if words.lower() in _NO_OUTLET else words


def _sensible_title(title: str) -> str:
    words = title.strip()
    named = PurePath(words).suffix.lower() in {".doc", ".docx", ".dotx", ".odt", ".txt", ".pdf"}
    return "" if named or words.lower().startswith(_NO_TITLE) else words


READER: Reader = Word()
