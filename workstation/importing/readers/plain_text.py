"""Plain text: a title line and header lines where there are any, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.encoding import can_be_text, decode
from workstation.errors import Refused
from workstation.importing.facts import Facts
from workstation.importing.lines import draft_from_lines
from workstation.importing.reader import Reader

_LAST_LINE = 1 << 16
"""Bytes at the end in which a break is looked for: a text of one line keeps nearly all of it."""

_NAMES = {".txt", ".text", ".asc", ""}
# Text by its characters, and something else by what it is for.
_OTHER_NAMES = {".csv", ".tsv", ".json", ".jsonl", ".xml", ".rss", ".atom", ".opml", ".rtf", ".py"}
_RULE = re.compile(r"\s*([=*_~#-])\1{2,}\s*")
# What is text to the eye but another format to its readers.
_OTHER_TEXT = re.compile(rb"\s*(?:\{\\rtf|<\?xml|WARC/\d|From \S+@\S+ )")
# Archives, whatever they are called.
_PACKED = re.compile(rb"PK\x03\x04|\x1f\x8b|BZh\d1AY|\xfd7zXZ|.{257}ustar", re.DOTALL)
# What can only be data unless its name says otherwise.
_DATA = re.compile(rb"\s*[\[{]\s*[\"{\[]")


class PlainText:
    """Reads any text; asked last."""

    name = "text"
    version = 1
    precedence = 90

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the bytes can be text; a .txt file is taken at its word, and refused later."""
        start, ending = head.removeprefix(b"\xef\xbb\xbf"), PurePath(name).suffix.lower()
        if _OTHER_TEXT.match(start) or _PACKED.match(start) or ending in _OTHER_NAMES:
            return False
        return ending in _NAMES or (can_be_text(head) and not _DATA.match(start))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article."""
        decoded = decode(read_text_bytes(file))
        lines = [line for line in decoded.text.splitlines() if not _RULE.fullmatch(line)]
        yield draft_from_lines(lines, name, Facts(notes=decoded.notes))
        refuse_the_rest(file)


def read_text_bytes(file: BinaryIO) -> bytes:
    """As much of a text file as an article may have, ending between two words."""
    raw = file.read(limits.TEXT_BYTES)
    if len(raw) == limits.TEXT_BYTES and file.read(1):
        end = max(raw.rfind(b"\n", -_LAST_LINE), raw.rfind(b" ", -_LAST_LINE))
        # The break may be half of a wide letter's last byte pair; two bytes keep pairs whole.
        raw = raw[: end & ~1] if end > 0 else raw
    return raw


def refuse_the_rest(file: BinaryIO) -> None:
    """Says so when the file goes on after what was read.

    Raises:
        Refused: it does.
    """
    if file.tell() > limits.TEXT_BYTES:
        raise Refused(
            f"The file is larger than {limits.TEXT_BYTES >> 20} MB; only its beginning was read.",
            "Split the file and import the parts.",
            code="too-long",
        )


READER: Reader = PlainText()
