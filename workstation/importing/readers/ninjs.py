"""News in ninjs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from workstation.domain.article import Draft
from workstation.importing.exports import ninjs
from workstation.importing.exports.json_text import Damaged, parse
from workstation.importing.exports.telling import told
from workstation.importing.reader import Reader

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_NAMED = re.compile(rb"\"uri\"\s*:")
_OWN = re.compile(
    rb"\"(?:body_text|body_xhtml|body_html5?|versioncreated|pubstatus|bodies|headlines|"
    rb"contentcreated|firstcreated|representationtype)\"\s*:"
)


class Ninjs:
    """Reads each item of a file as an article."""

    name = "ninjs"
    version = 1
    precedence = 7

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file is JSON with the names of the standard."""
        del name
        plain = head.replace(b"\0", b"")
        return bool(_START.match(plain) and _NAMED.search(plain) and _OWN.search(plain))

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """The items; the name of the file says nothing of them."""
        del name
        value = parse(file)
        if isinstance(value, Damaged):
            yield from told(chain(ninjs.articles(value.objects), [value.refusal]))
        else:
            yield from told(ninjs.articles(value))


READER: Reader = Ninjs()
