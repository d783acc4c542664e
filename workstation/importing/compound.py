"""Compound files, written anew around one stream."""

from __future__ import annotations

import struct

_SECTOR = 4_096
_NUMBERS = _SECTOR // 4
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_HEADER = struct.Struct("<8s16xHHHHH6xIIIIIIIII")
_LISTED = 109


def compound_file(name: str, stream: bytes) -> bytes:
    """A compound file (version 4) that holds one stream, of at most 400 MB.

    Layout: [MS-CFB]. The stream comes first, then the folder, then the table of sectors.
    """
    padded = stream.ljust(_SECTOR, b"\0")
    sectors = -(-len(padded) // _SECTOR)
    folder = sectors
    tables = 1
    while sectors + 1 + tables > tables * _NUMBERS:
        tables += 1
    table = [*range(1, sectors), _END, _END, *[_TABLE] * tables]
    places = [folder + 1 + n for n in range(tables)]
    header = _HEADER.pack(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E, 4, 0xFFFE, 12, 6,
        1, tables, folder, 0, _SECTOR, _END, 0, _END, 0,
    )  # fmt: skip
    header += struct.pack(f"<{_LISTED}I", *places, *[_FREE] * (_LISTED - tables))
    # Some readers want the root to start somewhere, although nothing of it is there.
    root = _entry("Root Entry", 5, child=1, start=folder, size=0)
    entries = root + _entry(name, 2, child=_FREE, start=0, size=len(padded))
    return b"".join(
        (
            header.ljust(_SECTOR, b"\0"),
            padded.ljust(sectors * _SECTOR, b"\0"),
            entries.ljust(_SECTOR, b"\0"),
            struct.pack(f"<{len(table)}I", *table).ljust(tables * _SECTOR, b"\xff"),
        )
    )


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    rest = struct.pack("<HBBIII16xI16xIQ", len(wide), kind, 1, _FREE, _FREE, child, 0, start, size)
    return wide.ljust(64, b"\0") + rest
