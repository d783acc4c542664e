"""The lines of a Word document, in their order: paragraphs, tables, shapes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import BadZipFile

from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

_PARAGRAPH, _TEXT, _LINK = qn("w:p"), qn("w:t"), qn("w:hyperlink")
_SPACES = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# Shapes are stored twice for the sake of old programs; the second copy is the fallback.
_SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"

BROKEN = (
    BadZipFile, zlib.error, NotImplementedError, OpcError, etree.LxmlError, LookupError, ValueError,
    TypeError, AttributeError, EOFError, OSError,
)  # fmt: skip
"""What python-docx lets through from the layers below when a part is missing or cut off."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a paragraph, the name of its style, and where its first link leads."""

    words: str
    style: str = ""
    link: str = ""


def document_lines(document: Document) -> Iterator[Line]:
    """All lines of a document, the empty ones too.

    Raises:
        Exception: one of `BROKEN`, where the document is damaged.
    """
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    for paragraph in document.element.body.iter(_PARAGRAPH):
        if not any(above.tag in _SKIPPED for above in paragraph.iterancestors()):
            style = paragraph.find(_STYLE)
            name = "" if style is None else names.get(style.get(qn("w:val")), "")
            yield Line("".join(_words(paragraph)), name, _link(paragraph, document))


def _words(element: etree._Element) -> Iterator[str]:
    """The words of a paragraph, without those of paragraphs inside it and deleted ones."""
    for child in element.iterchildren():
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag != _PARAGRAPH and child.tag not in _SKIPPED:
            yield from _words(child)


def _link(paragraph: etree._Element, document: Document) -> str:
    link = paragraph.find(f".//{_LINK}")
    relation = document.part.rels.get(link.get(qn("r:id"))) if link is not None else None
    return str(relation.target_ref) if relation is not None and relation.is_external else ""
