"""News in NewsML-G2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.exports import newsml
from workstation.importing.exports.markup import parse, read
from workstation.importing.exports.telling import told
from workstation.importing.reader import Reader

_SIGN = re.compile(rb"iptc\.org/std/nar/2006-10-01|<(?:\w{1,20}:)?newsItem\b")


class NewsML:
    """Reads each item of a message as an article, and a single item too."""

    name = "newsml"
    version = 1
    precedence = 7

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file begins as XML, and with the namespace of the standard."""
        del name
        plain = head.replace(b"\0", b"")
        return plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and bool(
            _SIGN.search(plain)
        )

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """The items; the name of the file says nothing of them."""
        del name
        raw = read(file)
        try:
            root = parse(raw)
        except Refused as error:
            if error.code != "damaged":
                raise
            yield from told(newsml.salvaged(raw))
        else:
            yield from told(newsml.articles(root))


READER: Reader = NewsML()
