"""Rich text documents (RTF)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.importing.facts import MADE, Facts
from workstation.importing.lines import draft_from_lines
from workstation.importing.office import sensible_author, sensible_outlet, sensible_title
from workstation.importing.reader import Reader
from workstation.importing.rich_text import is_rich_text, rich_text

# Properties stand behind fonts and styles.
_HEAD_BYTES = 1 << 20
_CODE_PAGE = re.compile(rb"\\ansicpg\d{3,5}")
_PROPERTY = re.compile(
    rb"\{\\(title|author|category)\b ?((?:[^{}\\]|\\[^*\n]|\{\\uc?\d[^{}]{0,40}\}){1,1000})\}"
)
_MADE = re.compile(rb"\{\\creatim\\yr(\d{4})\\mo(\d\d?)\\dy(\d\d?)")


class RichText:
    """Reads the words of a document in their order."""

    name = "rtf"
    version = 1
    precedence = 50

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file begins as rich text does."""
        del name
        return is_rich_text(head)

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article."""
        raw = file.read(limits.RICH_TEXT_BYTES + 1)
        lines = [_without_bars(line) for line in rich_text(raw).splitlines()]
        yield draft_from_lines(lines, name, otherwise=_properties(raw))


def _without_bars(line: str) -> str:
    """A row of a table as words: its cells end in bars."""
    return line.replace("|", " ") if line.rstrip().endswith("|") else line


def _properties(raw: bytes) -> Facts:
    head = raw[:_HEAD_BYTES]
    page = _CODE_PAGE.search(head)
    start = b"{\\rtf1\\ansi" + (page[0] if page else b"") + b" "
    found = {m[1]: rich_text(start + m[2] + b"}") for m in _PROPERTY.finditer(head)}
    return Facts(
        title=sensible_title(found.get(b"title", "")),
        outlet=sensible_outlet(found.get(b"category", "")),
        author=sensible_author(found.get(b"author", "")),
        published=_day(_MADE.search(head)),
    )


def _day(made: re.Match[bytes] | None) -> Published | None:
    try:
        return Published.on(date(*map(int, made.groups())), MADE) if made else None
    except ValueError:
        return None


READER: Reader = RichText()
