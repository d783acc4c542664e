"""JSON of vendors: values of any kind, asked for with care."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

import msgspec

from workstation import limits
from workstation.domain.encoding import decode
from workstation.errors import Refused
from workstation.importing.whole import read_whole

_BETWEEN = re.compile(r"\s*,\s*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file that is no JSON: the objects of its first list of objects that are whole."""

    before: str
    """What stands before the list."""
    objects: list[dict[str, Any]]
    refusal: Refused


def parse(file: BinaryIO, listed: str = "") -> Any:
    """The value of a file, or what is whole of a damaged one in its first list of that name.

    Raises:
        Refused: it is too large, or nothing of it is whole.
    """
    raw = read_whole(file, limits.EXPORT_JSON_BYTES, "export", "Export a shorter time at once.")
    text = decode(raw).text
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        refusal = Refused(
            "The file is damaged or was cut off.", "Export or copy it again.", code="damaged"
        )
        salvaged = _salvaged(text, listed, refusal)
        if not salvaged.objects:
            raise refusal from error
        return salvaged


def _salvaged(text: str, listed: str, refusal: Refused) -> Damaged:
    named = rf'"{re.escape(listed)}"\s*:\s*' if listed else ""
    start = re.search(rf"{named}\[\s*\{{", text)
    objects: list[dict[str, Any]] = []
    at = start.end() - 1 if start else len(text)
    with suppress(ValueError, RecursionError):
        while at < len(text) and text[at] == "{":
            value, end = _DECODER.raw_decode(text, at)
            objects.append(value)
            gap = _BETWEEN.match(text, end)
            at = gap.end() if gap else len(text)
    return Damaged(text[: start.start()] if start else "", objects, refusal)


def words(value: object) -> str:
    """A text or a number as words; "" for anything else."""
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, str | int | float) else ""


def members(value: object) -> Iterator[dict[str, Any]]:
    """The objects of a list, or the object itself."""
    found = value if isinstance(value, list) else [value]
    yield from (one for one in found if isinstance(one, dict))


def whole(value: object) -> int:
    """A whole number, also one written as a text; 0 for anything else or a huge one."""
    said = words(value)
    return int(said) if said.isdecimal() and said.isascii() and len(said) < 16 else 0  # noqa: PLR2004
