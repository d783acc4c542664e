"""Records: JSON with a list of objects, and JSON Lines with one object a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import PurePath
from typing import Any, BinaryIO

import msgspec

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.encoding import can_be_text, decode
from workstation.errors import Refused
from workstation.importing.columns import Cell
from workstation.importing.profiles import NOTHING_SAID, Said
from workstation.importing.reader import Reader
from workstation.importing.rows import MOST_COLUMNS, SAMPLE_ROWS, drafts_of_table
from workstation.importing.text_lines import encoding_of, lines_of
from workstation.importing.whole import read_whole

_NAMES = {".json", ".jsonl", ".ndjson"}
_START = re.compile(r'\ufeff?\s*(?:\[\s*\{|\{)\s*"')
# Where services put the list of what was found.
_LISTS = (
    "articles", "items", "results", "documents", "docs", "data", "hits", "response", "stories",
    "news", "entries", "records", "posts", "rows", "value", "content",
)  # fmt: skip
_WRAPPED = ("_source", "document", "doc", "article", "node", "fields")
_DEPTH = 3


class Records:
    """Reads each object of a list as an article, its fields being columns."""

    name = "json"
    version = 1
    precedence = 70

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether text begins with an object, or a list of them."""
        if not can_be_text(head):
            return False
        try:
            start = decode(head[: len(head) & ~3]).text
        except Refused:
            return False
        return bool(_START.match(start)) or PurePath(name).suffix.lower() in _NAMES

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article for each object."""
        return self.read_columns(file, name, NOTHING_SAID)

    def read_columns(self, file: BinaryIO, name: str, said: Said) -> Iterator[Draft | None]:
        """The same, with what is said of the fields."""
        del name
        encoding, notes = encoding_of(file)
        yield from drafts_of_table(_rows(file, encoding), said, notes)

    def tables(self, file: BinaryIO) -> Iterator[Iterator[list[Cell]]]:
        """The only table."""
        yield _rows(file, encoding_of(file)[0])


def _rows(file: BinaryIO, encoding: str) -> Iterator[list[Cell]]:
    return _table(_lines(file, encoding) if _has_lines(file, encoding) else _whole(file))


def _has_lines(file: BinaryIO, encoding: str) -> bool:
    """Whether the first line is an object by itself."""
    try:
        first = next((line for line in lines_of(file, encoding) if line.strip()), "")
        return isinstance(msgspec.json.decode(first), dict)
    except (Refused, msgspec.MsgspecError, ValueError, RecursionError):
        return False


def _lines(file: BinaryIO, encoding: str) -> Iterator[dict[str, Any]]:
    """The objects of the lines; one line alone may hold the list of all."""
    lines = (line for line in lines_of(file, encoding) if line.strip())
    first = msgspec.json.decode(next(lines))
    second = next(lines, None)
    if second is None:
        yield from _records(first)
        return
    yield first
    for number, line in enumerate(chain([second], lines), 2):
        try:
            one = msgspec.json.decode(line)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise Refused(
                f"Line {number:,} of the file is damaged.", "Export it again.", code="damaged"
            ) from error
        yield one if isinstance(one, dict) else {}


def _whole(file: BinaryIO) -> Iterator[dict[str, Any]]:
    file.seek(0)
    raw = read_whole(
        file,
        limits.ARCHIVE_MEMBER_BYTES,
        "file",
        "Export it as JSON Lines or CSV, which may be longer.",
    )
    try:
        found = msgspec.json.decode(decode(raw).text.encode("utf-8", "replace"))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Refused(
            "The file is damaged or was cut off.", "Export it again.", code="damaged"
        ) from error
    yield from _records(found)


def _records(found: object, depth: int = _DEPTH) -> list[dict[str, Any]]:
    """The list of objects in what a service answered."""
    if isinstance(found, list):
        return [_unwrapped(one) for one in found if isinstance(one, dict)]
    if not isinstance(found, dict):
        return []
    inside = (_records(found[name], depth - 1) for name in _LISTS if depth and name in found)
    return next((records for records in inside if records), [found])


def _unwrapped(record: dict[str, Any]) -> dict[str, Any]:
    """The object that search engines wrap in one of their own."""
    for name in _WRAPPED:
        inner = record.get(name)
        if isinstance(inner, dict):
            return {**record, **inner}
    return record


def _table(found: Iterable[dict[str, Any]]) -> Iterator[list[Cell]]:
    """A header with the names of all fields of the first objects, and a row for each object."""
    coming = iter(found)
    first = [_flat(one) for one in islice(coming, SAMPLE_ROWS - 1)]
    columns = list(dict.fromkeys(name for one in first for name in one))[:MOST_COLUMNS]
    yield list(columns)
    for one in chain(first, map(_flat, coming)):
        yield [one.get(name, "") for name in columns]


def _flat(record: dict[str, Any]) -> dict[str, str]:
    """The fields of an object and of those inside it, named "source.name"."""
    flat: dict[str, str] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            flat.update({f"{name}.{inner}": _words(one) for inner, one in value.items()})
            # An object that has a name stands for it.
            flat.setdefault(name, _words(value))
        else:
            flat[name] = _words(value)
    return flat


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value[:MOST_COLUMNS])))
    named = value.get("name") or value.get("title") if isinstance(value, dict) else ""
    return named if isinstance(named, str) else ""


READER: Reader = Records()
