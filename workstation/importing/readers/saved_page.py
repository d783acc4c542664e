"""Web pages that a browser saved in one file (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.dates import FIRST_YEAR, LAST_YEAR
from workstation.importing.facts import Facts, clean_address
from workstation.importing.page import draft_of_page
from workstation.importing.reader import Reader
from workstation.importing.readers.mail import CLIPPED, header_words, raw_header

_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
# What browsers write into the header, and what only a mail that was sent has.
_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*[\"<]?saved by\b)", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(rb"^(?:to|received|message-id|return-path):", re.IGNORECASE | re.MULTILINE)


class SavedPage:
    """Reads the page in a web archive of one page, with the address it was saved from."""

    name = "mhtml"
    version = 1
    precedence = 35

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the head is that of a mail which no mail program has sent."""
        del name
        header = _END_OF_HEADER.split(head.removeprefix(b"\xef\xbb\xbf").lstrip(), maxsplit=1)[0]
        if not _RELATED.search(header):
            return False
        return bool(_SAVED.search(header)) or not _SENT.search(header)

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article: that of the page itself, or of the first frame that has one."""
        raw = file.read(limits.MAIL_BYTES + 1)
        _check(raw)
        try:
            message = BytesParser(EmailMessage, policy=CLIPPED).parsebytes(raw)
            pages = _pages(message)
            saved = _facts(message)
        except (MessageError, RecursionError, ValueError, LookupError, TypeError) as error:
            raise _damaged() from error
        yield _draft(pages, saved, name)


def _check(raw: bytes) -> None:
    if len(raw) > limits.MAIL_BYTES:
        raise Refused(
            f"The page is larger than {limits.MAIL_BYTES >> 20} MB.",
            "Save it as a page without its pictures.",
            code="too-large",
        )
    try:
        header = BytesHeaderParser(EmailMessage, policy=CLIPPED).parsebytes(
            raw[: limits.MAIL_HEADER_BYTES]
        )
        boundary = str(header.get_boundary() or "")
    except (MessageError, ValueError, LookupError, TypeError) as error:
        raise _damaged() from error
    # Counted before the parser builds a tree of them. Style sheets have lines like boundaries.
    parts = raw.count(b"--" + boundary.encode("utf-8", "replace")) if boundary else 0
    nested = len(re.findall(rb"^content-type:\s*(?:multipart|message)/", raw, re.M | re.I))
    if parts > limits.ARCHIVE_MEMBERS or nested > limits.MAIL_DEPTH:
        raise Refused(
            "The page has more parts than any page.",
            "Save only the article as a page or as text.",
            code="too-deep",
        )


def _damaged() -> Refused:
    return Refused(
        "The saved page cannot be taken apart.", "Save it again with a browser.", code="damaged"
    )


def _pages(message: EmailMessage) -> list[tuple[bytes, str]]:
    """The pages and their encodings, the one that was saved before its frames."""
    saved = _address(message)
    found: list[tuple[bool, bytes, str]] = []
    for part in message.walk():
        body = None if part.is_multipart() else part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(body, bytes) and body.strip():
            place = "".join(header_words(part, "Content-Location").split())
            found.append((place != saved, body, part.get_content_charset() or ""))
    return [(body, charset) for _other, body, charset in sorted(found, key=lambda one: one[0])]


def _address(message: Message) -> str:
    # A long address may have been folded.
    return "".join(header_words(message, "Snapshot-Content-Location").split())


def _facts(message: Message) -> Facts:
    located = "".join(header_words(message, "Content-Location").split())
    return Facts(
        title=header_words(message, "Subject"),
        url=clean_address(_address(message)) or clean_address(located),
        captured=_saved_at(raw_header(message, "Date")),
    )


def _saved_at(words: str) -> datetime | None:
    """The instant of the header's date, which is that of saving and never of publication."""
    try:
        at = parsedate_to_datetime(words)
        at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if FIRST_YEAR <= at.year <= LAST_YEAR else None


def _draft(pages: list[tuple[bytes, str]], saved: Facts, name: str) -> Draft:
    refusal: Refused | None = None
    for raw, charset in pages:
        try:
            return draft_of_page(raw, name, declared=charset, otherwise=saved)
        except Refused as error:
            refusal = refusal or error
    raise refusal or Refused(
        "No page stands in the file.", "Save it again with a browser.", code="no-article"
    )


READER: Reader = SavedPage()
