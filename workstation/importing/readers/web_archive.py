"""Web archives (WARC), packed with gzip or not: the pages in them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.encoding import charset_of
from workstation.errors import Refused
from workstation.importing.dates import FIRST_YEAR, LAST_YEAR
from workstation.importing.facts import Facts, clean_address
from workstation.importing.page import draft_of_page
from workstation.importing.reader import Reader
from workstation.importing.turns import Count, in_turn

_START = re.compile(rb"WARC/\d")
_GZIP = b"\x1f\x8b"
_PAGES = ("text/html", "application/xhtml+xml")
_CHUNK = 1 << 16
# What the library lets through where a record is cut off or lies about itself.
_BROKEN = (
    ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, EOFError, OSError, ValueError,
    LookupError, TypeError, AttributeError, RecursionError, AssertionError, OverflowError,
)  # fmt: skip


class WebArchive:
    """Reads the pages that servers answered with; pictures, scripts and repeats are passed over."""

    name = "warc"
    version = 1
    precedence = 12

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file begins with a record, packed or not."""
        del name
        return bool(_START.match(_unpacked(head) if head.startswith(_GZIP) else head))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article for each page that has one."""
        # An archive is named for the day on which it was made.
        del name
        count = Count()
        try:
            yield from in_turn(filter(_is_page, ArchiveIterator(file)), _draft, count)
        except _BROKEN as error:
            raise Refused(
                "The web archive is damaged, or was cut off; what stood before that was read.",
                "Save the pages again, or look for a whole copy.",
                code="damaged",
            ) from error
        if not count.read:
            raise Refused(
                f"None of the {count.records:,} pages in the web archive holds an article."
                if count.records
                else "The web archive holds no pages.",
                "Look at it in a program for web archives.",
                code="no-article",
            )


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, limits.HEAD_BYTES)
    except zlib.error:
        return b""


def _is_page(record: Any) -> bool:
    """Whether a record is a server's answer with a page; repeats point to one of those."""
    if record.rec_type == "resource":
        kind = record.content_type or ""
    elif record.rec_type == "response" and record.http_headers is not None:
        if not str(record.http_headers.get_statuscode()).startswith("2"):
            return False
        kind = record.http_headers.get_header("Content-Type") or ""
    else:
        return False
    return str(kind).partition(";")[0].strip().lower() in _PAGES


def _draft(record: Any) -> Draft:
    """The article of a page.

    Raises:
        Refused: there is none, as on lists and front pages.
    """
    headers = record.http_headers
    said = (headers.get_header("Content-Type") if headers else record.content_type) or ""
    raw = record.content_stream().read(limits.PAGE_BYTES + 1)
    while record.raw_stream.read(_CHUNK):
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError("the record ends before it says")
    saved = Facts(
        url=clean_address((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")),
        captured=_saved_at(record.rec_headers.get_header("WARC-Date") or ""),
    )
    return draft_of_page(raw, "", declared=charset_of(said), otherwise=saved)


def _saved_at(words: str) -> datetime | None:
    """The instant of the record, which is that of saving and never of publication."""
    try:
        at = datetime.fromisoformat(words)
        at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at if FIRST_YEAR <= at.year <= LAST_YEAR else None


READER: Reader = WebArchive()
