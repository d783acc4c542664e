"""News in NITF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from workstation.domain.article import Draft
from workstation.importing.exports import nitf
from workstation.importing.exports.markup import inside, parse, read
from workstation.importing.exports.telling import told
from workstation.importing.reader import Reader

_START = re.compile(
    rb"[^<]{0,20}(?:<[!?][^>]{0,2000}>\s*){0,20}(?:<nitf\b|<!doctype\s+nitf\b)", re.IGNORECASE
)


class Nitf:
    """Reads the article of a document, or those of several in one file."""

    name = "nitf"
    version = 1
    precedence = 7

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the document is of this kind by its first element."""
        del name
        return bool(_START.match(head.replace(b"\0", b"")))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """The articles; the name of the file says nothing of them."""
        del name
        root = parse(read(file))
        yield from told(partial(nitf.draft_of, one) for one in inside(root, "nitf"))


READER: Reader = Nitf()
