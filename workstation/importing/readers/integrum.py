"""Pages exported by Integrum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.importing.exports import integrum
from workstation.importing.exports.containers import is_page
from workstation.importing.exports.telling import told
from workstation.importing.page import words_of_page
from workstation.importing.reader import Reader

# The label of the outlet, in the encodings that such pages have.
_LABEL = re.compile(
    b"|".join(
        rb"[>\n]\s*" + re.escape("ИС".encode(name)) + rb"\s*:" for name in ("cp1251", "utf-8")
    )
)


class Integrum:
    """Splits a page into its articles."""

    name = "integrum"
    version = 1
    precedence = 7

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file is a page with the label of an outlet near its head."""
        del name
        return is_page(head) and bool(_LABEL.search(head))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """The articles; the name of the file says nothing of them."""
        del name
        lines, _headings = words_of_page(file.read(limits.PAGE_BYTES + 1))
        yield from told(integrum.articles(lines))


READER: Reader = Integrum()
