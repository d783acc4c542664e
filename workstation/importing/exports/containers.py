"""What the documents have in common that vendors pack their exports in: lines."""

from __future__ import annotations

import html
import re
from typing import BinaryIO
from zipfile import ZipFile

import docx

from workstation import limits
from workstation.domain.encoding import can_be_text, decode
from workstation.errors import Refused
from workstation.importing.archive import check_archive, damaged
from workstation.importing.document import BROKEN, Line, document_lines
from workstation.importing.page import words_of_page
from workstation.importing.readers.plain_text import read_text_bytes, refuse_the_rest
from workstation.importing.rich_text import is_rich_text, rich_text

Notes = tuple[str, ...]

_PACKED = b"PK\x03\x04"
_MAIN_PART = "word/document.xml"
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")
_TAG_END = re.compile(r"</w:p>|<w:br\b|</?(?:p|div|td|tr|br|h\d)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_CONTROL = re.compile(r"\\([a-z]+)(-?\d*) ?|[{}]", re.IGNORECASE)
_BREAKS = {"par", "line", "page", "sect", "cell", "row"}


def can_hold_lines(head: bytes) -> bool:
    """Whether a file that begins so is a document with lines."""
    return head.startswith(_PACKED) or (can_be_text(head) and not head.startswith(b"%PDF"))


def glimpse(file: BinaryIO) -> str:
    """The first words of a document in lines, good enough to see whose export it is."""
    raw = file.read(limits.EXPORT_GLIMPSE_BYTES)
    if raw.startswith(_PACKED):
        return _marked(_main_part(file))
    words = raw.decode("utf-8", "replace") if b"\0" not in raw else _wide(raw)
    if is_rich_text(raw):
        return _CONTROL.sub(_break, words.replace("\\~", " ").replace("\\tab", "\t"))
    return _marked(words) if is_page(raw) else words


def is_page(head: bytes) -> bool:
    """Whether bytes begin as a page or another marked text does."""
    return bool(_PAGE.match(head))


def lines_in(file: BinaryIO) -> tuple[list[Line], Notes]:
    """The lines of a Word, rich text, HTML or text document, and notes about its encoding.

    Raises:
        Refused: it is damaged or too large.
    """
    head = file.read(limits.HEAD_BYTES)
    file.seek(0)
    if head.startswith(_PACKED):
        return _document(file), ()
    if is_rich_text(head):
        return _plain(rich_text(file.read(limits.RICH_TEXT_BYTES + 1))), ()
    if is_page(head):
        paragraphs, _headings = words_of_page(file.read(limits.PAGE_BYTES + 1))
        return [Line(words) for words in paragraphs], ()
    decoded = decode(read_text_bytes(file))
    return _plain(decoded.text), decoded.notes


def refuse_more(file: BinaryIO) -> None:
    """Says so when a text goes on after what was read of it.

    Raises:
        Refused: it does.
    """
    file.seek(0)
    head = file.read(limits.HEAD_BYTES)
    if not (head.startswith(_PACKED) or is_rich_text(head) or is_page(head)):
        file.seek(0)
        read_text_bytes(file)
        refuse_the_rest(file)


def _plain(text: str) -> list[Line]:
    return [Line(words) for words in text.splitlines()]


def _document(file: BinaryIO) -> list[Line]:
    check_archive(file)
    try:
        found = list(document_lines(docx.Document(file)))
    except BROKEN as error:
        raise damaged() from error
    return [Line(part, line.style, line.link) for line in found for part in line.words.split("\n")]


def _main_part(file: BinaryIO) -> str:
    file.seek(0)
    try:
        check_archive(file)
        with ZipFile(file) as archive, archive.open(_MAIN_PART) as part:
            return part.read(limits.EXPORT_GLIMPSE_BYTES).decode("utf-8", "replace")
    except (*BROKEN, Refused):
        # The reader of such documents says what is wrong with it.
        return ""


def _marked(words: str) -> str:
    return html.unescape(_TAG.sub("", _TAG_END.sub(lambda tag: "\n" + tag[0], words)))


def _break(control: re.Match[str]) -> str:
    return "\n" if control[1] in _BREAKS else ""


def _wide(raw: bytes) -> str:
    return raw.replace(b"\0", b"").decode("latin-1")
