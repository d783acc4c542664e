"""Packs the parts of documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def packed(parts: Mapping[str, str | bytes], *, mimetype: str = "") -> bytes:
    """A ZIP archive; the kind of document stands first and unpacked, where programs look."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "]>"
)
"""A document type whose entity `a11` would be a hundred billion letters long."""


def stealing(address: str) -> str:
    """A document type whose entity `x` is the file at an address."""
    return f'<!DOCTYPE x [<!ENTITY x SYSTEM "{address}">]>'
