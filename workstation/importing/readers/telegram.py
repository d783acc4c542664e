"""Channels exported by Telegram Desktop (JSON)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from workstation.domain.article import Draft
from workstation.importing.exports import telegram
from workstation.importing.exports.json_text import Damaged, parse
from workstation.importing.exports.telling import told
from workstation.importing.reader import Reader

_CHANNEL = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*\{[^{\[]{0,2000}\"messages\"\s*:\s*\[\s*(?:\]|\{\s*\"id\"\s*:)"
)
_ALL = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*\{.{0,6000}\"chats\"\s*:\s*\{.{0,2000}\"list\"\s*:", re.DOTALL
)


class Telegram:
    """Reads each message with a text as an article of its channel."""

    name = "telegram"
    version = 1
    precedence = 7

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file is JSON with the messages of a channel."""
        del name
        return bool(_CHANNEL.match(head) or _ALL.match(head))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """The messages; the name of the file says nothing of them."""
        del name
        value = parse(file, "messages")
        if isinstance(value, Damaged):
            yield from told(chain(telegram.articles(telegram.channel(value)), [value.refusal]))
        else:
            yield from told(telegram.articles(value))


READER: Reader = Telegram()
