"""Exports of Nexis and Lexis: Word, rich text, text and pages with one article after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from workstation.domain.article import Draft
from workstation.importing.exports import nexis, old_nexis
from workstation.importing.exports import nexis_words as words
from workstation.importing.exports.containers import can_hold_lines, glimpse, lines_in, refuse_more
from workstation.importing.exports.telling import told
from workstation.importing.reader import Reader


class Nexis:
    """Splits an export into its articles, by the layout of today or that of old."""

    name = "nexis"
    version = 1
    precedence = 5

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file is a document of a kind that Nexis exports."""
        del name
        return can_hold_lines(head)

    def accepts(self, file: BinaryIO) -> bool:
        """Whether its lines are those of an export."""
        return is_new(lines := glimpse(file).splitlines()) or is_old(lines)

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """The articles; the name of the file says nothing of them."""
        del name
        lines, _notes = lines_in(file)
        layout = old_nexis if is_old([line.words for line in lines]) else nexis
        yield from told(layout.articles(lines), layout.announced(lines))
        refuse_more(file)


def is_old(lines: list[str]) -> bool:
    """Whether lines count documents and have labels in capitals."""
    counted = any(words.numbered(line)[0] for line in lines)
    return counted and any(words.labelled(line.strip(), shouted=True)[0] for line in lines)


def is_new(lines: list[str]) -> bool:
    """Whether lines mark the text of an article and its end."""
    plain = [words.plain(line) for line in lines]
    end = next((n for n, line in enumerate(plain) if words.is_end(line)), -1)
    if end < 0:
        return False
    marked = any(words.is_body(line) or words.is_classification(line) for line in plain[:end])
    return marked and any(words.labelled(line)[0] for line in plain[:end])


READER: Reader = Nexis()
