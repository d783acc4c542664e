"""Mailboxes (mbox): one mail after another in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.reader import Reader
from workstation.importing.readers.mail import draft_of_mail
from workstation.importing.turns import Count, in_turn

# "From mira@island.example Sat Dec 14 16:20:00 2024": a clock and a year tell it from prose.
_POSTMARK = re.compile(rb"From \S+ .{0,60}?\d\d:\d\d(?::\d\d)?\b.{0,30}?\d{4}")
# A file that is all one line never stands in memory.
_LINE_BYTES = 1 << 16
_FIELD = re.compile(rb"[!-9;-~]{2,60}:")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


class Mailbox:
    """Reads each mail as an article, one at a time; a broken one does not end the rest."""

    name = "mbox"
    version = 1
    precedence = 30

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a postmark stands on the first line, and a mail's header below it."""
        del name
        lines = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").split(b"\n", 2)
        return len(lines) > 1 and bool(_POSTMARK.match(lines[0])) and bool(_FIELD.match(lines[1]))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article for each mail."""
        # The mailbox's own name says nothing of the day of a mail.
        del name
        count = Count()
        yield from in_turn(_mails(file), lambda raw: draft_of_mail(raw, ""), count)
        if count.unread:
            raise Refused(
                f"{len(count.unread):,} of {count.records:,} mails could not be read, or hold "
                "no text.",
                "Look at them in the mail program, and save those that matter by themselves.",
                code="some-unread",
            )


def _mails(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of each mail; of one that is too large only so much that it is seen to be."""
    lines: list[bytes] = []
    size, blank = 0, True
    while line := file.readline(_LINE_BYTES):
        if blank and _POSTMARK.match(line):
            if size:
                yield _unescaped(lines)
            lines, size = [], 0
        elif size <= limits.MAIL_BYTES:
            lines.append(line)
            size += len(line)
        blank = not line.strip()
    if size:
        yield _unescaped(lines)


def _unescaped(lines: list[bytes]) -> bytes:
    """A line of text that began like a postmark was given a sign before it."""
    return _ESCAPED.sub(rb"\1", b"".join(lines))


READER: Reader = Mailbox()
