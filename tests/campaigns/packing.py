"""Writes archives whose headers may lie, and packed streams that are made faster than unpacked."""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import tarfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

STORED, DEFLATED, BZIP2, LZMA = 0, 8, 12, 14
_CHUNK = 16 << 20


@dataclass(frozen=True)
class Entry:
    """A member of a ZIP archive: its packed bytes, and what the headers claim of it."""

    name: bytes
    packed: bytes = b""
    size: int = 0
    crc: int = 0
    method: int = STORED
    flags: int = 0
    external: int = 0
    extra: bytes = b""
    claimed_packed: int | None = None
    at: int | None = None
    """Where its own header stands, if it has none of its own there."""
    local_size: int | None = None


def stored(name: str, content: bytes) -> Entry:
    return Entry(name.encode(), content, len(content), zlib.crc32(content))


def deflated(name: str, content: bytes) -> Entry:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return Entry(name.encode(), packed, len(content), zlib.crc32(content), DEFLATED)


def same(name: str, sign: bytes, size: int) -> Entry:
    """A member that is one sign over and over: a thousandth of its size."""
    return Entry(name.encode(), deflate_of(sign, size), size, crc_of(sign, size), DEFLATED)


@cache
def deflate_of(sign: bytes, size: int) -> bytes:
    """The packed form of one sign over and over, put together of equal pieces."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(sign * min(size, _CHUNK)) + packer.flush(zlib.Z_FULL_FLUSH)
    last = zlib.compressobj(9, zlib.DEFLATED, -15)
    end = last.compress(sign * (size % _CHUNK if size > _CHUNK else 0)) + last.flush()
    return piece * max(1, size // _CHUNK) + end


@cache
def crc_of(sign: bytes, size: int) -> int:
    found, piece = 0, sign * _CHUNK
    for _ in range(size // _CHUNK):
        found = zlib.crc32(piece, found)
    return zlib.crc32(sign * (size % _CHUNK), found)


def zipped(
    entries: Sequence[Entry], *, comment: bytes = b"", before: bytes = b"", **lies: int
) -> bytes:
    """An archive; `lies` are claimed of its end: count, directory_size, directory_at."""
    body, directory, places = bytearray(before), bytearray(), {}
    for one in entries:
        at = one.at
        if at is None:
            at = len(body)
            body += local_header(one) + one.packed
        places[one.name] = at
        directory += _listed(one, at)
    directory_at = len(body)
    count = lies.get("count", min(len(entries), 0xFFFF))
    size = lies.get("directory_size", len(directory))
    where = lies.get("directory_at", directory_at)
    if len(entries) > 0xFFFF:
        end64 = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, len(entries), len(entries),
                            len(directory), directory_at)  # fmt: skip
        end64 += struct.pack("<IIQI", 0x07064B50, 0, directory_at + len(directory), 1)
        directory += end64
    end = struct.pack("<IHHHHIIH", 0x06054B50, lies.get("disk", 0), 0, count, count, size, where,
                      len(comment))  # fmt: skip
    return bytes(body) + bytes(directory) + end + comment


def local_header(one: Entry) -> bytes:
    size = one.size if one.local_size is None else one.local_size
    return (
        struct.pack(
            "<IHHHHHIIIHH", 0x04034B50, 45, one.flags, one.method, 0, 0x21, one.crc,
            _narrow(len(one.packed)), _narrow(size), len(one.name), 0,
        )
        + one.name
    )  # fmt: skip


def _listed(one: Entry, at: int) -> bytes:
    packed = len(one.packed) if one.claimed_packed is None else one.claimed_packed
    extra = one.extra
    if one.size > 0xFFFFFFFE:
        extra += struct.pack("<HHQ", 1, 8, one.size)
    return (
        struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 0x0314, 45, one.flags, one.method, 0, 0x21, one.crc,
            _narrow(packed), _narrow(one.size), len(one.name), len(extra), 0, 0, 0, one.external,
            at,
        )
        + one.name
        + extra
    )  # fmt: skip


def _narrow(size: int) -> int:
    return min(size, 0xFFFFFFFF)


def overlapping(count: int, sign: bytes, size: int) -> bytes:
    """Members that quote the headers of those after them, and so share one packed kernel."""
    packed, content = deflate_of(sign, size), sign * size
    listed: list[Entry] = []
    header = b""
    for number in reversed(range(count)):
        name = f"{number:05}.txt".encode()
        one = Entry(name, packed, len(content), zlib.crc32(content), DEFLATED)
        listed.append(one)
        header = local_header(one)
        quoted = b"\0" + struct.pack("<HH", len(header), len(header) ^ 0xFFFF) + header
        packed, content = quoted + packed, header + content
    # The first member of the chain is not quoted by another.
    places = [number * (len(header) + 5) for number in range(count)]
    entries = [replace(one, at=at) for one, at in zip(reversed(listed), places, strict=True)]
    return zipped(entries, before=packed[5:])


# Streams -------------------------------------------------------------------------------------


def gzip_of(sign: bytes, size: int) -> bytes:
    end = struct.pack("<II", crc_of(sign, size), size & 0xFFFFFFFF)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + deflate_of(sign, size) + end


def bzip2_of(sign: bytes, size: int) -> bytes:
    piece = bz2.compress(sign * _CHUNK)
    return piece * max(1, size // _CHUNK)


def xz_of(sign: bytes, size: int) -> bytes:
    piece = lzma.compress(sign * _CHUNK, preset=1)
    return piece * max(1, size // _CHUNK)


def tar_entry(name: str, content: bytes = b"", **fields: Any) -> bytes:
    """The header and content of a member; `fields` are set as they are."""
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    for field_name, value in fields.items():
        setattr(entry, field_name, value)
    return entry.tobuf(tarfile.GNU_FORMAT) + content + bytes(-len(content) % 512)


TAR_END = bytes(1024)


def claimed(name: str, size: int, kind: bytes = b"0", content: bytes = b"") -> bytes:
    """A member whose header claims a size, in base 256 where it is large."""
    raw = bytearray(tar_entry(name, type=kind)[:512])
    if size < 8**11:
        raw[124:136] = f"{size:011o}\0".encode()
    else:
        raw[124:136] = b"\x80" + (size % (1 << 88)).to_bytes(11, "big")
    raw[148:156] = b"        "
    raw[148:156] = f"{sum(raw):06o}\0 ".encode()
    return bytes(raw) + content + bytes(-len(content) % 512)


def tarred(members: Sequence[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return file.getvalue()
