"""The text of rich text documents (RTF)."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from workstation import limits
from workstation.errors import Refused

_START = re.compile(rb"\s*\{\\rtf")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
# The library looks for the addresses of links to write them behind their words, which no reader
# sees, and searches the rest of the line for each. Without this word it finds none.
_FIELD = re.compile(r"\\field\b")


def is_rich_text(head: bytes) -> bool:
    """Whether bytes are the beginning of a rich text document."""
    return bool(_START.match(head))


def rich_text(raw: bytes) -> str:
    """The words of a document; a paragraph ends in a line break, a cell of a table in a bar.

    Raises:
        Refused: it is too large, or damaged.
    """
    if len(raw) > limits.RICH_TEXT_BYTES:
        raise Refused(
            f"The document is larger than {limits.RICH_TEXT_BYTES >> 20} MB.",
            "Save it without pictures, or as plain text.",
            code="too-large",
        )
    try:
        plain = _FIELD.sub("", _decoded(raw))
        text: str = rtf_to_text(plain, errors="replace")  # type: ignore[no-untyped-call]
        # Characters beyond the first 65,536 stand in two halves.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    except (ValueError, OverflowError, LookupError, TypeError) as error:
        raise Refused(
            "The document is damaged or was cut off.", "Copy or download it again.", code="damaged"
        ) from error


def _decoded(raw: bytes) -> str:
    page = _CODE_PAGE.search(raw[: limits.HEAD_BYTES])
    try:
        return raw.decode(f"cp{page[1].decode()}" if page else "cp1252", "replace")
    except LookupError:
        return raw.decode("cp1252", "replace")
