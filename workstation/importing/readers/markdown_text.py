"""Markdown: front matter, headings and emphasis become facts and plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from workstation.domain.article import Draft
from workstation.domain.encoding import decode, looks_binary
from workstation.importing.lines import draft_from_lines
from workstation.importing.markdown import front_matter, to_plain
from workstation.importing.reader import Reader
from workstation.importing.readers.plain_text import read_text_bytes, refuse_the_rest

_NAMES = {".md", ".markdown", ".mdown", ".mkd"}
_MARKS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:---[ \t]*\r?\n[A-Za-z_][\w -]*:|#{1,6} \S)")


class Markdown:
    """Reads texts that begin with front matter or a heading, and those named .md."""

    name = "markdown"
    version = 1
    precedence = 60

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the text begins as Markdown does; any text, if it is named so."""
        named = PurePath(name).suffix.lower() in _NAMES
        return not looks_binary(head) and (named or bool(_MARKS.match(head)))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article."""
        decoded = decode(read_text_bytes(file))
        lines = decoded.text.splitlines()
        facts, used = front_matter(lines)
        plain = to_plain(lines[used:])
        # The front matter's title goes before; a heading that repeats it is dropped later.
        known = replace(facts, title=facts.title or plain.title, notes=decoded.notes)
        if facts.title and plain.title:
            plain.lines.insert(0, plain.title)
        yield draft_from_lines(plain.lines, name, known, plain.headings)
        refuse_the_rest(file)


READER: Reader = Markdown()
