"""The lines of texts too large to stand in memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from workstation import limits
from workstation.domain.encoding import decode
from workstation.errors import Refused

_CHUNK = 1 << 18
_WIDEST = 4
_DAMAGED = "damaged "


def encoding_of(file: BinaryIO) -> tuple[str, tuple[str, ...]]:
    """The encoding of a whole file, which is rewound, and what the analyst should know of it.

    Its beginning tells; where that is plain and a later part is not, that part does.

    Raises:
        Refused: the file is no text.
    """
    file.seek(0)
    decoded = decode(_sample(file.read(limits.DETECT_SAMPLE_BYTES)))
    encoding, notes = decoded.encoding.removeprefix(_DAMAGED), decoded.notes
    wrong = _first_wrong(file, encoding)
    if wrong and encoding == "utf-8":
        decoded = decode(_sample(wrong))
        encoding, notes = decoded.encoding.removeprefix(_DAMAGED), decoded.notes
        wrong = _first_wrong(file, encoding)
    if wrong:
        notes = (*notes, f"Some letters of the file could not be read as {encoding}.")
    file.seek(0)
    return encoding, notes


def lines_of(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines of a file from its start, with their ends.

    Raises:
        Refused: a line is longer than a row with the longest article.
    """
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    rest = end = ""
    while chunk := file.read(_CHUNK):
        text = decoder.decode(chunk)
        if not end:
            text = text.removeprefix("\ufeff")
            # Old Macintosh programs ended lines with half of what Windows does.
            end = "\r" if "\r" in text and "\n" not in text else "\n"
        *lines, rest = (rest + text).split(end)
        yield from (line + end for line in lines)
        if len(rest) > limits.ARTICLE_CHARACTERS:
            raise Refused(
                f"A line is longer than {limits.ARTICLE_CHARACTERS:,} characters.",
                "Export it again.",
                code="too-large",
            )
    rest += decoder.decode(b"", final=True)
    if rest:
        yield rest


def _sample(raw: bytes) -> bytes:
    """As much as ends with a whole letter."""
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in raw
    if wide:
        return raw[: len(raw) // _WIDEST * _WIDEST] or raw
    return raw[: raw.rfind(b"\n") + 1] or raw


def _first_wrong(file: BinaryIO, encoding: str) -> bytes:
    """The lines from the first bytes on that are none of the encoding; empty where all are."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    before = b""
    while chunk := file.read(_CHUNK):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            whole = before[-_WIDEST:] + chunk
            start = whole.rfind(b"\n", 0, error.start) + 1
            return whole[start : start + limits.DETECT_SAMPLE_BYTES]
        before = chunk
    return b""
