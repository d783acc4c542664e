"""Compound files: mails of Outlook (MSG); old office documents are refused by their kind."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from email.utils import format_datetime
from typing import BinaryIO

from olefile import OleFileIO
from oxmsg import Message

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.archive import damaged, encrypted
from workstation.importing.reader import Reader
from workstation.importing.readers.mail import draft_of_letter, letter_facts

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIL = "__properties_version1.0"
_LOCKED = "EncryptedPackage"
_KINDS = {
    "WordDocument": "an old Word document (DOC)",
    "PowerPoint Document": "an old presentation (PPT)",
}
_PLAIN, _PAGE, _SENDER = 0x1000, 0x1013, 0x0C1A
# What the libraries below let through where a structure is cut off or points nowhere.
_BROKEN = (
    OSError, EOFError, struct.error, LookupError, ValueError, TypeError, AttributeError,
    OverflowError, NotImplementedError, AssertionError, RecursionError,
)  # fmt: skip


class Outlook:
    """Reads the text of one mail; looks into the file to tell it from old documents."""

    name = "outlook"
    version = 1
    precedence = 12

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file is a compound one."""
        del name
        return head.startswith(_SIGNATURE)

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article; the HTML part goes before the plain one, as in other mails."""
        try:
            parts = _parts(file)
        except _BROKEN as error:
            raise damaged() from error
        if _MAIL not in parts:
            raise _refused(parts)
        try:
            message = Message.load(file)
            pages, plain = _texts(message)
            headers = message.message_headers
            facts = letter_facts(
                subject=message.subject,
                sender=_sender(message),
                identifier=headers.get("Message-ID", ""),
                date=headers.get("Date", "") or _sent(message),
            )
        except _BROKEN as error:
            raise damaged() from error
        yield draft_of_letter(pages, plain, facts, name)


def _parts(file: BinaryIO) -> frozenset[str]:
    """The names of the streams at the top of a compound file, which is rewound.

    Raises:
        Refused: its streams claim to be longer than the file, which they share.
    """
    whole = file.seek(0, 2)
    file.seek(0)
    if whole > limits.MAIL_BYTES:
        raise Refused(
            f"The file is larger than {limits.MAIL_BYTES >> 20} MB.",
            "Save the text by itself.",
            code="too-large",
        )
    with OleFileIO(file) as ole:
        names = ole.listdir()
        if len(names) > limits.ARCHIVE_MEMBERS or sum(map(ole.get_size, names)) > 2 * whole:
            raise damaged()
    file.seek(0)
    return frozenset(path[0] for path in names)


def _refused(parts: frozenset[str]) -> Refused:
    if _LOCKED in parts:
        return encrypted()
    kind = next((words for part, words in _KINDS.items() if part in parts), "no mail of Outlook")
    return Refused(
        f"The file is {kind}, which cannot be read.",
        "Open it in the program it was made with and save it in a newer format, such as DOCX.",
        code="unknown-format",
    )


def _texts(message: Message) -> tuple[list[tuple[bytes, str]], list[tuple[bytes, str]]]:
    """The HTML and the plain part, each with its encoding, where there are any."""
    held = message.properties
    page = held.binary_prop_value(_PAGE)
    written = "" if page else message.html_body or ""
    plain = held.str_prop_value(_PLAIN) or ""
    pages = [(page, held.body_encoding)] if page else [(written.encode(), "utf-8")]
    return (
        [one for one in pages if one[0].strip()],
        [(plain.encode("utf-8", "replace"), "utf-8")] if plain.strip() else [],
    )


def _sender(message: Message) -> str:
    """Who wrote it; Outlook's own addresses of colleagues are no mail addresses."""
    sender = message.sender or ""
    if "</" not in sender:
        return sender
    named = (message.properties.str_prop_value(_SENDER) or "").replace('"', "")
    return f'"{named}" <>'


def _sent(message: Message) -> str:
    at = message.sent_date
    return format_datetime(at) if at else ""


READER: Reader = Outlook()
