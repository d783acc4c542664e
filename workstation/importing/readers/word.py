"""Word documents (DOCX)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePath
from typing import BinaryIO

import docx
from docx.document import Document

from workstation.domain.article import Draft, Published
from workstation.importing.archive import check_archive, damaged
from workstation.importing.document import BROKEN, document_lines
from workstation.importing.facts import MADE, Facts
from workstation.importing.lines import draft_from_lines
from workstation.importing.office import sensible_author, sensible_outlet, sensible_title
from workstation.importing.reader import Reader

# The day of the template that documents made by programs start from.
_TEMPLATE_DAY = datetime(2013, 12, 23, 23, 15)  # noqa: DTZ001 - python-docx gives naive UTC


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
            lines = [line for line in document_lines(document) if line.words.strip()]
            properties = _properties(document)
        except BROKEN as error:
            raise damaged() from error
        title = lines[0].words if lines and _is_title(lines[0].style) else ""
        body = lines[1:] if title else lines
        headings = [line.words for line in body if line.style.startswith("heading")]
        words = [part for line in body for part in line.words.split("\n")]
        yield draft_from_lines(words, name, Facts(title=title), headings, otherwise=properties)


def _is_title(style: str) -> bool:
    return style in {"title", "heading 1"}


def _properties(document: Document) -> Facts:
    known = document.core_properties
    created = known.created
    made = created if created and created.replace(tzinfo=None) != _TEMPLATE_DAY else None
    return Facts(
        title=sensible_title(known.title or ""),
        outlet=sensible_outlet(known.category or ""),
        author=sensible_author(known.author or ""),
        published=Published.at(made.replace(tzinfo=made.tzinfo or UTC), MADE) if made else None,
    )


READER: Reader = Word()
