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
_NAMED = 8
"""Damaged lines that are named; more would be no sentence."""


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
        broken: list[int] = []
        try:
            yield from drafts_of_table(_rows(file, encoding, broken), said, notes)
        except Refused as error:
            if not broken:
                raise
            words = f"{_left_out(broken)} {error.what_happened}"
            raise Refused(words, error.what_you_can_do, code=error.code) from error
        if broken:
            raise Refused(_left_out(broken), "Export it again.", code="damaged")

    def tables(self, file: BinaryIO) -> Iterator[Iterator[list[Cell]]]:
        """The only table."""
        yield _rows(file, encoding_of(file)[0], [])


def _left_out(broken: list[int]) -> str:
    numbers = ", ".join(f"{number:,}" for number in broken[:_NAMED])
    more = f" and {len(broken) - _NAMED:,} more" if len(broken) > _NAMED else ""
    if len(broken) == 1:
        return f"Line {numbers} of the file is damaged and was left out."
    return f"Lines {numbers}{more} of the file are damaged and were left out."


def _rows(file: BinaryIO, encoding: str, broken: list[int]) -> Iterator[list[Cell]]:
    """The rows of the table; numbers of lines that cannot be read are added to `broken`."""
    lines = _has_lines(file, encoding)
    return _table(_lines(file, encoding, broken) if lines else _whole(file))


def _has_lines(file: BinaryIO, encoding: str) -> bool:
    """Whether the first line is an object by itself, or the second where the first is damaged."""
    try:
        full = (line for line in lines_of(file, encoding) if line.strip())
        first, second = next(full, ""), next(full, "")
    except (Refused, ValueError):
        return False
    begins = first.lstrip("\ufeff \t").startswith("{") and first.strip() != "{"
    return _object(first) is not None or (begins and _object(second) is not None)


def _object(line: str) -> dict[str, Any] | None:
    try:
        one = msgspec.json.decode(line)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return one if isinstance(one, dict) else None


def _lines(file: BinaryIO, encoding: str, broken: list[int]) -> Iterator[dict[str, Any]]:
    """The objects of the lines; one line alone may hold the list of all."""
    full = ((n, line) for n, line in enumerate(lines_of(file, encoding), 1) if line.strip())
    first = list(islice(full, 2))
    if len(first) == 1:
        yield from _records(_object(first[0][1]))
        return
    for number, line in chain(first, full):
        try:
            one = msgspec.json.decode(line)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            broken.append(number)
        else:
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
