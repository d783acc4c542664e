"""Tables as text: CSV, TSV and their relatives."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.encoding import can_be_text, decode
from workstation.errors import Refused
from workstation.importing.columns import known_labels
from workstation.importing.profiles import NOTHING_SAID, Said
from workstation.importing.reader import Reader
from workstation.importing.rows import MOST_COLUMNS, SAMPLE_ROWS, drafts_of_table
from workstation.importing.text_lines import encoding_of, lines_of

_NAMES = {".csv", ".tsv", ".tab"}
_DELIMITERS = ",;\t|"
# Spreadsheets let a first line name the delimiter.
_NAMED = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_LOOKED_AT = 30
_FEWEST_LABELS = 3
_FEWEST_LINES = 2

csv.field_size_limit(limits.ARTICLE_CHARACTERS)


class Delimited:
    """Reads each row of a table as an article, one at a time."""

    name = "table"
    version = 1
    precedence = 80

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether text is named a table, or begins with a row of known labels."""
        if not can_be_text(head):
            return False
        if PurePath(name).suffix.lower() in _NAMES:
            return True
        try:
            lines = decode(head[: len(head) & ~3]).text.splitlines(keepends=True)
        except Refused:
            return False
        if len(lines) < _FEWEST_LINES:
            return False
        first = next(iter(_records(lines[:1], _delimiter(lines))), [])
        return known_labels(first) >= _FEWEST_LABELS

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article for each row."""
        return self.read_columns(file, name, NOTHING_SAID)

    def read_columns(self, file: BinaryIO, name: str, said: Said) -> Iterator[Draft | None]:
        """The same, with what is said of the columns."""
        del name
        encoding, notes = encoding_of(file)
        yield from drafts_of_table(_rows(file, encoding), said, notes)

    def tables(self, file: BinaryIO) -> Iterator[Iterator[list[str]]]:
        """The only table."""
        yield _rows(file, encoding_of(file)[0])


def _rows(file: BinaryIO, encoding: str) -> Iterator[list[str]]:
    first = list(islice(lines_of(file, encoding), SAMPLE_ROWS))
    named = _NAMED.fullmatch(first[0]) if first else None
    lines = islice(lines_of(file, encoding), 1 if named else 0, None)
    try:
        yield from _records(lines, named[1] if named else _delimiter(first))
    except csv.Error as error:
        raise Refused(
            "The table cannot be taken apart from some row on: a quote may be missing.",
            "Export it again, as a workbook if possible.",
            code="damaged",
        ) from error


def _records(lines: Iterator[str] | list[str], delimiter: str) -> Iterator[list[str]]:
    # A return without a line feed stands inside a cell, which the parser would not believe.
    plain = (line.replace("\r\n", "\n").replace("\r", " ") for line in lines)
    for row in csv.reader(plain, delimiter=delimiter):
        yield row[:MOST_COLUMNS]


def _delimiter(lines: list[str]) -> str:
    """The sign that gives the most known labels, else the most rows of the same width."""
    return max(_DELIMITERS, key=lambda sign: _fit(lines, sign))


def _fit(lines: list[str], delimiter: str) -> tuple[int, int, int]:
    try:
        rows = list(islice(_records(list(lines), delimiter), _LOOKED_AT))
    except csv.Error:
        return 0, 0, 0
    widths = [len(row) for row in rows if row]
    width = max(set(widths), key=widths.count, default=0)
    labels = max((known_labels(row) for row in rows if len(row) > 1), default=0)
    return labels, widths.count(width) if width > 1 else 0, width


READER: Reader = Delimited()
