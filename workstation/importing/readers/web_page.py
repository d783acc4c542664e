"""Saved web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.importing.page import draft_of_page
from workstation.importing.reader import Reader

_NAMES = {".html", ".htm", ".xhtml", ".shtml"}
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|title|meta|div|section|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    rb"</?(?:html|head|body|div|p|article|title|h1|meta|span)\b[^<>]*>", re.IGNORECASE
)
_FEWEST_TAGS = 3


class WebPage:
    """Reads HTML and XHTML."""

    name = "html"
    version = 1
    precedence = 50

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the bytes begin as a page, or are named one and have its tags."""
        plain = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
        if _START.match(plain):
            return True
        named = PurePath(name).suffix.lower() in _NAMES
        return named and len(_TAGS.findall(plain)) >= _FEWEST_TAGS

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article."""
        yield draft_of_page(file.read(limits.PAGE_BYTES + 1), name)


READER: Reader = WebPage()
