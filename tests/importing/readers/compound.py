"""Writes small compound files, as Outlook and old office programs do."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file whose root holds the streams."""
    mini, minifat, entries = b"", [], []
    large: list[tuple[int, bytes]] = []
    for number, (name, content) in enumerate(streams.items()):
        start = _END
        if len(content) >= _CUTOFF:
            large.append((number, content))
        elif content:
            start = len(minifat)
            blocks = -(-len(content) // _MINI)
            minifat += [*range(start + 1, start + blocks), _END]
            mini += content.ljust(blocks * _MINI, b"\0")
        entries.append([name, start, len(content)])
    fat: list[int] = []
    body = b""

    def placed(content: bytes) -> int:
        nonlocal body
        blocks = -(-len(content) // _SECTOR)
        start = len(fat)
        fat.extend([*range(start + 1, start + blocks), _END] if blocks else [])
        body += content.ljust(blocks * _SECTOR, b"\0")
        return start if blocks else _END

    for number, content in large:
        entries[number][1] = placed(content)
    root = ["Root Entry", placed(mini), len(mini)]
    minifat_at = placed(struct.pack(f"<{len(minifat)}I", *minifat).ljust(_SECTOR, b"\xff"))
    folder = b"".join(
        _entry(name, 5 if name == "Root Entry" else 2, start, size, n, len(entries))
        for n, (name, start, size) in enumerate([root, *entries])
    )
    folder_at = placed(folder)
    fat_at = len(fat)
    blocks = 1
    while (len(fat) + blocks) > blocks * _SECTOR // 4:
        blocks += 1
    fat += [_FAT] * blocks
    body += struct.pack(f"<{len(fat)}I", *fat).ljust(blocks * _SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    minis = -(-len(minifat) * 4 // _SECTOR) or 1
    header += struct.pack("<HHHHH6xI", 0x3E, 3, 0xFFFE, 9, 6, 0)
    header += struct.pack("<5I", blocks, folder_at, 0, _CUTOFF, minifat_at)
    header += struct.pack("<4I", minis, _END, 0, fat_at)
    header += struct.pack(f"<{blocks - 1}I", *range(fat_at + 1, fat_at + blocks))
    return header.ljust(_SECTOR, b"\xff") + body


def _entry(name: str, kind: int, start: int, size: int, number: int, last: int) -> bytes:
    # The streams hang on one another as right siblings, which every reader follows.
    wide = name.encode("utf-16-le") + b"\0\0"
    right = number + 1 if kind == 2 and number < last else _NONE
    child = 1 if kind == 5 and last else _NONE
    return wide.ljust(64, b"\0") + struct.pack(
        "<HBBIII16xI8x8xIQ", len(wide), kind, 1, _NONE, right, child, 0, start, size
    )


def outlook_mail(
    *,
    subject: str,
    text: str = "",
    page: bytes = b"",
    codepage: int = 65001,
    sender: str = "Island Post",
    address: str = "post@island.example",
    sent: datetime = datetime(2024, 12, 14, 14, 20, tzinfo=UTC),
    headers: str = "",
) -> bytes:
    """A mail as Outlook keeps it."""
    wide = {0x001A: "IPM.Note", 0x0037: subject, 0x0C1A: sender, 0x0C1F: address, 0x1000: text}
    wide[0x007D] = headers
    streams = {
        f"__substg1.0_{number:04X}001F": words.encode("utf-16-le")
        for number, words in wide.items()
        if words
    }
    if page:
        streams["__substg1.0_10130102"] = page
    properties = bytes(32)
    for name, content in streams.items():
        number, kind = int(name[-8:-4], 16), int(name[-4:], 16)
        properties += struct.pack("<HHIII", kind, number, 6, len(content), 0)
    ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    properties += struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    properties += struct.pack("<HHIII", 0x0003, 0x3FDE, 6, codepage, 0)
    return compound({"__properties_version1.0": properties, **streams})
