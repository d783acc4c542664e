"""Single mails (EML), such as newsletters and articles sent by mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO, cast

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.domain.encoding import decode
from workstation.errors import Refused
from workstation.importing.facts import Facts
from workstation.importing.lines import draft_from_lines
from workstation.importing.page import draft_of_page
from workstation.importing.reader import Reader

_FIELD = re.compile(rb"([!-9;-~]{2,60}):[ \t]")
_SURE = {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"x-mailer"}
_USUAL = {b"from", b"to", b"subject", b"date", b"reply-to", b"sender", b"list-id"}
_FEWEST_USUAL = 3
_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|fw)\s*:\s*)+", re.IGNORECASE)
_ADDRESS_LINE = re.compile(r"\s*<?https?://\S+>?\s*")
_NEWSLETTER = re.compile(
    r"\b(?:newsletters?|note|brief(?:ing)?|digest|daily|weekly|morning|evening|alerts?|updates?)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^(?:>\s?)+")


class _Clipped(EmailPolicy):
    """Reads the beginning of each field of a header, also of those of parts."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[: limits.MAIL_FIELD_CHARACTERS]


CLIPPED = cast("EmailPolicy[EmailMessage]", _Clipped())


class Mail:
    """Reads the text of one mail."""

    name = "mail"
    version = 1
    precedence = 40

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the first lines are the header of a mail."""
        del name
        fields = set()
        for line in head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").splitlines():
            if not line.strip():
                break
            found = _FIELD.match(line + b" ")
            if found:
                fields.add(found[1].lower())
            elif not line[:1].isspace():
                return False
        usual = len(fields & _USUAL)
        return usual >= _FEWEST_USUAL or (usual > 0 and bool(fields & _SURE))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article; the HTML part goes before the plain one, as its writer meant it."""
        yield draft_of_mail(file.read(limits.MAIL_BYTES + 1), name)


def draft_of_mail(raw: bytes, name: str) -> Draft:
    """The article that a mail holds.

    Raises:
        Refused: the mail is too large, cannot be taken apart, or holds no text.
    """
    _check(raw)
    try:
        message = BytesParser(EmailMessage, policy=CLIPPED).parsebytes(raw)
        facts = _facts(message)
        pages, plain = _texts(message)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError) as error:
        raise Refused(
            "The mail cannot be taken apart.", "Save it again.", code="damaged"
        ) from error
    return draft_of_letter(pages, plain, facts, name)


def _check(raw: bytes) -> None:
    if len(raw) > limits.MAIL_BYTES:
        raise Refused(
            f"The mail is larger than {limits.MAIL_BYTES >> 20} MB.",
            "Save only its text.",
            code="too-large",
        )
    head = re.search(rb"\r?\n\r?\n", raw[: limits.MAIL_HEADER_BYTES])
    # As many boundaries as parts: counted before the parser builds a tree of them.
    parts = len(re.findall(rb"^--[^\s-]", raw, re.MULTILINE))
    nested = len(re.findall(rb"^content-type:\s*(?:multipart|message)/", raw, re.M | re.I))
    if parts > limits.MAIL_PARTS or nested > limits.MAIL_DEPTH:
        raise _too_deep()
    if head is None and len(raw) > limits.MAIL_HEADER_BYTES:
        raise Refused(
            "The mail’s header is far longer than any mail’s.",
            "Save only its text.",
            code="damaged",
        )


def _too_deep() -> Refused:
    return Refused(
        "The mail has more parts inside one another than any program writes.",
        "Save only its text.",
        code="too-deep",
    )


def draft_of_letter(
    pages: list[tuple[bytes, str]], plain: list[tuple[bytes, str]], facts: Facts, name: str
) -> Draft:
    """The article of a letter, out of its HTML or plain parts, each with its declared encoding.

    Raises:
        Refused: it holds no text.
    """
    refusal: Refused | None = None
    for raw, charset in pages:
        try:
            return draft_of_page(raw, name, declared=charset, known=facts)
        except Refused as error:
            refusal = error
    if not plain:
        raise refusal or Refused(
            "The mail holds no text.", "Look at its attachments.", code="empty"
        )
    decoded = decode(*plain[0])
    lines = (_QUOTED.sub("", line) for line in decoded.text.splitlines())
    # Plain newsletters write each link's address on a line of its own.
    kept = [line for line in lines if not _ADDRESS_LINE.fullmatch(line)]
    known = facts.or_else(Facts(notes=decoded.notes))
    return draft_from_lines(kept, name, known)


def letter_facts(*, subject: str, sender: str, identifier: str, date: str) -> Facts:
    """What the header of a mail says, by the words of its fields."""
    named, address = parseaddr(sender)
    bare = identifier.strip("<> ")
    return Facts(
        title=_PREFIX.sub("", subject),
        outlet=_outlet(named, address.rpartition("@")[2]),
        provider_id=f"mid:{bare}" if bare else "",
        published=_date(date),
    )


def _facts(message: EmailMessage) -> Facts:
    return letter_facts(
        subject=header_words(message, "Subject"),
        sender=header_words(message, "From"),
        identifier=header_words(message, "Message-ID"),
        # Parsed, a date without a zone looks like one in UTC.
        date=raw_header(message, "Date"),
    )


def _outlet(sender: str, domain: str) -> str:
    """The sender's name, without that of the newsletter where the address tells them apart."""
    labels = {"".join(filter(str.isalnum, label)).lower() for label in domain.split(".")[:-1]}
    words = sender.split()
    for end in range(1, len(words)):
        name = "".join(filter(str.isalnum, "".join(words[:end]))).lower()
        known = name in labels or name.removeprefix("the") in labels
        if known and _NEWSLETTER.search(" ".join(words[end:])):
            return " ".join(words[:end])
    return sender or domain


def header_words(message: Message, name: str) -> str:
    """The words of a header field, decoded; "" without any that can be read."""
    try:
        value = message.get(name, "")
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError):
        # The standard library's header parser fails on some malformed headers.
        return ""
    return " ".join(str(value).split())


def raw_header(message: Message, name: str) -> str:
    """A header field as it was written, or ""."""
    raw = (value for key, value in message.raw_items() if key.lower() == name.lower())
    return str(next(raw, ""))


def _date(words: str) -> Published | None:
    try:
        at = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # A zone of -0000 means that the sender did not say where the clock stood.
    if at.tzinfo is None and words.rstrip().endswith("-0000"):
        at = at.replace(tzinfo=UTC)
    return _published(at)


def _published(at: datetime) -> Published | None:
    try:
        day = at.date()
        return Published.at(at, "mail header") if at.tzinfo else Published.on(day, "mail header")
    except (OverflowError, ValueError):
        return None


def _texts(message: EmailMessage) -> tuple[list[tuple[bytes, str]], list[tuple[bytes, str]]]:
    """The bytes and encodings of the HTML parts, and of the plain ones."""
    pages: list[tuple[bytes, str]] = []
    plain: list[tuple[bytes, str]] = []
    waiting: list[tuple[Message, int]] = [(message, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop(0)
        seen += 1
        if depth > limits.MAIL_DEPTH or seen > limits.MAIL_PARTS:
            raise _too_deep()
        if part.is_multipart():
            inner = part.get_payload()
            waiting += [(one, depth + 1) for one in inner if isinstance(one, Message)]
        elif part.get_content_disposition() != "attachment":
            target = {"text/html": pages, "text/plain": plain}.get(part.get_content_type())
            body = part.get_payload(decode=True)
            if target is not None and isinstance(body, bytes) and body.strip():
                target.append((body, part.get_content_charset() or ""))
    return pages, plain


READER: Reader = Mail()
