"""JSON of vendors: values of any kind, asked for with care."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from workstation import limits
from workstation.domain.encoding import decode
from workstation.errors import Refused


def parse(file: BinaryIO) -> Any:
    """The value of a file.

    Raises:
        Refused: it is too large, or damaged.
    """
    raw = file.read(limits.EXPORT_JSON_BYTES + 1)
    if len(raw) > limits.EXPORT_JSON_BYTES:
        raise Refused(
            f"The export is larger than {limits.EXPORT_JSON_BYTES >> 20} MB.",
            "Export a shorter time at once.",
            code="too-large",
        )
    text = decode(raw).text
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Refused(
            "The file is damaged or was cut off.", "Export or copy it again.", code="damaged"
        ) from error


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
