"""Exports of Factiva: pages, and indexed rich text and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.importing.exports import factiva, factiva_page
from workstation.importing.exports.containers import (
    can_hold_lines,
    glimpse,
    is_page,
    lines_in,
    refuse_more,
)
from workstation.importing.exports.telling import told
from workstation.importing.page import taken_apart
from workstation.importing.reader import Reader

_PAGE = re.compile(rb"class\s*=\s*[\"'][^\"'>]{0,80}\b[a-z]{2,6}Article\b")
_PARAGRAPH = re.compile(rb"articleParagraph")


class Factiva:
    """Splits an export into its articles."""

    name = "factiva"
    version = 1
    precedence = 6

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file is a document of a kind that Factiva exports."""
        del name
        return can_hold_lines(head)

    def accepts(self, file: BinaryIO) -> bool:
        """Whether it is a page with the marks of an article, or has codes before its lines."""
        raw = file.read(limits.EXPORT_GLIMPSE_BYTES)
        file.seek(0)
        if is_page(raw):
            return bool(_PAGE.search(raw) and _PARAGRAPH.search(raw))
        return factiva.is_indexed(glimpse(file).splitlines())

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """The articles; the name of the file says nothing of them."""
        del name
        if is_page(file.read(limits.HEAD_BYTES)):
            file.seek(0)
            decoded, tree = taken_apart(file.read(limits.PAGE_BYTES + 1))
            yield from told(factiva_page.articles(tree, decoded.notes))
            return
        file.seek(0)
        lines, _notes = lines_in(file)
        yield from told(factiva.articles([line.words for line in lines]))
        refuse_more(file)


READER: Reader = Factiva()
