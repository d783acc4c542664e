"""Offers archives and documents that swell, lie or lead astray: `archive_bombs [--only GROUP]`."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import struct
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tests.campaigns import attacks
from tests.campaigns.attacks import Attack
from tests.campaigns.packing import (
    BZIP2,
    DEFLATED,
    LZMA,
    TAR_END,
    Entry,
    bzip2_of,
    claimed,
    deflate_of,
    deflated,
    gzip_of,
    overlapping,
    same,
    stored,
    tar_entry,
    tarred,
    xz_of,
    zipped,
)
from tests.campaigns.specimens import MARKUP
from tests.importing.conftest import BODY
from tests.importing.readers import sheets, vendors
from tests.importing.readers import test_epub as epub
from tests.importing.readers import test_open_document as odt

MB, GB = 1 << 20, 1 << 30
WORDS = b"The ferry stayed in the harbour on Monday, and nobody was angry.\n"
Bombs = dict[str, Callable[[], bytes]]


def _text(number: int) -> bytes:
    return f"Ferry number {number} stays\n\n{BODY}\n\nIt was ferry number {number}.\n".encode()


def flat() -> Bombs:
    """Members that unpack to far more than they are."""
    some = [same(f"{n}.txt", b" ", 1_000_000) for n in range(3_000)]
    return {
        "300-mb.zip": lambda: zipped([same("a.txt", b"\0", 300 * MB)]),
        "150-mb-of-spaces.zip": lambda: zipped([same("a.txt", b" ", 150 * MB)]),
        "4-gb.zip": lambda: zipped([same("a.txt", b"a", 4 * GB)]),
        "8-gb-in-zip64.zip": lambda: zipped([same("a.html", b"<", 8 * GB)]),
        "1000-of-5-mb.zip": lambda: zipped([same(f"{n}.txt", b"a", 5 * MB) for n in range(1_000)]),
        "3000-of-1-mb.zip": lambda: zipped(some),
        "9000-of-1-mb-pages.zip": lambda: zipped(
            [same(f"{n}.html", b"<p>", 999_999) for n in range(9_000)]
        ),
        "bzip2-member.zip": lambda: zipped(
            [Entry(b"a.txt", bzip2_of(b"a", 64 * MB), 64 * MB, method=BZIP2)]
        ),
        "lzma-member.zip": _lzma_member,
        "overlapping.zip": lambda: overlapping(1_000, b"a", 900_000),
        "one-place-5000-times.zip": _one_place,
    }


def _lzma_member() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", b"a" * 150 * MB)
    return file.getvalue()


def _one_place() -> bytes:
    kernel = same("k.txt", b"a", 1_000_000)
    others = [
        Entry(kernel.name, kernel.packed, kernel.size, kernel.crc, DEFLATED, at=0)
        for _ in range(5_000)
    ]
    return zipped([kernel, *others])


def nested() -> Bombs:
    """Archives in archives."""
    return {
        "zip-10-deep.zip": lambda: _deep(10, 1),
        "zip-100-deep.zip": lambda: _deep(100, 1),
        "16-in-16-in-16.zip": lambda: _deep(4, 16),
        "16-in-16-with-gigabytes.zip": lambda: _deep(2, 16, same("a.txt", b"a", 4 * GB)),
        "gz-10-deep.gz": lambda: _wrapped(gzip.compress, 10),
        "bz2-10-deep.bz2": lambda: _wrapped(bz2.compress, 10),
        "xz-10-deep.xz": lambda: _wrapped(lzma.compress, 10),
        "tar-20-deep.tar": lambda: _tar_deep(20),
        "zip-in-tar-in-gz.tgz": lambda: gzip.compress(tarred([("a.zip", _deep(3, 2))])),
        "docx-in-zip-in-zip.zip": lambda: _deep(2, 1, stored("a.docx", vendors.docx_of([BODY]))),
        "200-zips-of-gigabytes.zip": lambda: zipped(
            [stored(f"{n}.zip", zipped([same("a.txt", b"a", 4 * GB)])) for n in range(20)]
        ),
        "1000-zips-of-zeros.zip": lambda: zipped(
            [deflated(f"{n}.zip", zipped([same("a.txt", b"a", 900_000)])) for n in range(1_000)]
        ),
    }


def _deep(depth: int, width: int, kernel: Entry | None = None) -> bytes:
    whole = zipped([kernel or stored("a.txt", WORDS * 20)])
    for _ in range(depth):
        whole = zipped([deflated(f"{n}.zip", whole) for n in range(width)])
    return whole


def _wrapped(pack: Callable[[bytes], bytes], depth: int) -> bytes:
    whole = WORDS * 100
    for _ in range(depth):
        whole = pack(whole)
    return whole


def _tar_deep(depth: int) -> bytes:
    whole = WORDS * 20
    for _ in range(depth):
        whole = tarred([("a.tar", whole)])
    return whole


def lying() -> Bombs:
    """Headers that say what is not so."""
    kernel = deflate_of(b"a", 300 * MB)
    big = 1 << 31
    return {
        "says-100-bytes.zip": lambda: zipped([Entry(b"a.txt", kernel, 100, method=DEFLATED)]),
        "local-says-1-gb.zip": lambda: zipped(
            [Entry(b"a.txt", WORDS, len(WORDS), zlib.crc32(WORDS), local_size=GB)]
        ),
        "says-4-gb.zip": lambda: zipped([Entry(b"a.txt", WORDS, 4 * GB - 1)]),
        "says-2-to-the-63.zip": lambda: zipped([Entry(b"a.txt", WORDS, 1 << 63)]),
        "packed-says-2-gb.zip": lambda: zipped([Entry(b"a.txt", WORDS, big, claimed_packed=big)]),
        "stored-says-150-mb.zip": lambda: zipped(
            [Entry(b"a.txt", WORDS, 150 * MB, claimed_packed=150 * MB)]
        ),
        "160-bytes-ask-for-a-dictionary.zip": lambda: zipped([_dictionary(0xFFFFFFF0)]),
        "150-mb-dictionary.zip": lambda: zipped([_dictionary(150 * MB)]),
        "says-65535-entries.zip": lambda: zipped([stored("a.txt", WORDS)], count=0xFFFF),
        "directory-of-4-gb.zip": lambda: zipped(
            [stored("a.txt", WORDS)], directory_size=0xFFFFFFF0
        ),
        "directory-at-4-gb.zip": lambda: zipped([stored("a.txt", WORDS)], directory_at=0xFFFFFFF0),
        "wrong-checksum.zip": lambda: zipped([Entry(b"a.txt", WORDS, len(WORDS), 7)]),
        "encrypted.zip": lambda: zipped([Entry(b"a.txt", WORDS, len(WORDS), 7, flags=1)]),
        "unknown-packing.zip": lambda: zipped([Entry(b"a.txt", WORDS, len(WORDS), 7, method=99)]),
        "deflate64.zip": lambda: zipped([Entry(b"a.txt", kernel[:999], 999, 7, method=9)]),
        "second-disk.zip": lambda: zipped([stored("a.txt", WORDS)], disk=7),
        "bad-extra-fields.zip": lambda: zipped(
            [Entry(b"a.txt", WORDS, len(WORDS), extra=b"\x01\0\xff\xff" + b"x" * 99)]
        ),
        "only-an-end.zip": lambda: zipped([]),
        "long-comment.zip": lambda: zipped([stored("a.txt", WORDS)], comment=b"PK\5\6" * 16_000),
        "pdf-before.zip": lambda: zipped([stored("a.txt", WORDS)], before=b"%PDF-1.7\n" * 99),
        "tar-says-8-tb.tar": lambda: claimed("a.txt", 1 << 43, content=WORDS) + TAR_END,
        "tar-says-less-than-nothing.tar": lambda: claimed("a.txt", -5, content=WORDS) + TAR_END,
        "tar-wrong-checksum.tar": lambda: bytes(148).join((b"a.txt".ljust(100), b"1" * 300)),
        "sparse-8-tb.tar": _sparse,
        "long-name-of-1-gb.tar": lambda: claimed("././@LongLink", GB, b"L") + TAR_END,
        "pax-header-of-1-gb.tar": lambda: claimed("x", GB, b"x") + TAR_END,
        "pax-says-8-eb.tar": lambda: (
            _pax(b"size=9223372036854775807\n") + tar_entry("a.txt", WORDS)
        ),
        "pax-sparse.tar": lambda: _pax(
            b"GNU.sparse.major=1\n", b"GNU.sparse.minor=0\n", b"GNU.sparse.realsize=8796093022208\n"
        ) + tar_entry("a.txt", b"1\n0\n8796093022208\n".ljust(512, b"\0")),
        "pax-100000-records.tar": lambda: _pax(*[b"k%d=v\n" % n for n in range(100_000)]),
    }  # fmt: skip


def _dictionary(size: int) -> Entry:
    """A member whose few bytes ask for a dictionary of that size."""
    packed = b"\x09\x04" + struct.pack("<H", 5) + b"\x5d" + struct.pack("<I", size) + bytes(40)
    return Entry(b"a.txt", packed, 4_000, 7, LZMA, flags=2)


def _sparse() -> bytes:
    raw = bytearray(claimed("a.txt", 512, b"S", WORDS.ljust(512))[:512])
    raw[386:398], raw[398:410] = b"%011o\0" % ((1 << 33) - 512), b"%011o\0" % 512
    raw[483:495] = b"%011o\0" % ((1 << 33) - 1)
    raw[148:156] = b"        "
    raw[148:156] = f"{sum(raw):06o}\0 ".encode()
    return bytes(raw) + WORDS.ljust(512) + TAR_END


def _pax(*records: bytes) -> bytes:
    content = b""
    for record in records:
        length = len(record) + 1
        while length != len(str(length)) + 1 + len(record):
            length += 1
        content += b"%d %s" % (length, record)
    return tar_entry("x", content, type=tarfile.XHDTYPE)


def crowded() -> Bombs:
    """Too many members, or too many names."""
    return {
        "65000-empty.zip": lambda: zipped([Entry(b"%d.txt" % n) for n in range(65_000)]),
        "200000-empty.zip": lambda: zipped([Entry(b"%d.txt" % n) for n in range(200_000)]),
        "12000-small.zip": lambda: zipped([stored(f"{n}.txt", WORDS) for n in range(12_000)]),
        "same-name-3000-times.zip": lambda: zipped([stored("a.txt", WORDS)] * 3_000),
        "only-folders.zip": lambda: zipped([Entry(b"%d/" % n) for n in range(20_000)]),
        "names-of-65000-letters.zip": lambda: zipped(
            [Entry(b"%d" % n + b"x" * 65_000 + b".txt", WORDS, len(WORDS)) for n in range(300)]
        ),
        "folders-10000-deep.zip": lambda: zipped([stored("a/" * 10_000 + "a.txt", WORDS)]),
        "200000-empty.tar": lambda: tar_entry("a.txt") * 200_000 + TAR_END,
        "200000-empty.tar.gz": lambda: gzip.compress(tar_entry("a.txt") * 200_000 + TAR_END),
        "100000-empty-gzips.gz": lambda: gzip.compress(b"") * 100_000,
        "long-name-of-50-mb.tar": lambda: claimed(
            "././@LongLink", 50 * MB, b"L", b"x" * 50 * MB
        ) + tar_entry("a.txt", WORDS) + TAR_END,
        "50000-long-names.tar": lambda: (
            claimed("././@LongLink", 9, b"L", b"a/b.txt\0\0") * 50_000 + TAR_END
        ),
    }  # fmt: skip


NAMES = (
    "../../../../tmp/evil.txt", "/etc/cron.d/evil.txt", "..\\..\\evil.txt", "C:\\Windows\\evil.txt",
    "\\\\host\\share\\evil.txt", "con.txt", "aux", "nul.txt", "com1.txt", "a.txt:stream.txt",
    "a\0.txt", "\u202etxt.exe", "-rf.txt", "$(reboot).txt", "a\nb.txt", " .txt", "....//evil.txt",
    "~/.ssh/evil.txt", "A.TXT", "a.txt", "file:///etc/passwd", "%2e%2e%2fevil.txt", "a\u0301.txt",
    "x" * 255 + ".txt", "held.mwlib/library.sqlite", "originals/../library.sqlite", "\ud83d\udca3",
)  # fmt: skip


def astray() -> Bombs:
    """Names that lead elsewhere, links, devices."""
    link = (stat.S_IFLNK | 0o777) << 16
    fields: list[dict[str, Any]] = [
        {"type": kind, "linkname": "/etc/passwd"}
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE,
                     tarfile.FIFOTYPE, tarfile.CONTTYPE)
    ]  # fmt: skip
    named = [name.encode("utf-8", "surrogatepass") for name in NAMES]
    return {
        "names.zip": lambda: zipped(
            [
                Entry(name, text, len(text), zlib.crc32(text))
                for name, text in zip(named, map(_text, range(99)), strict=False)
            ]
        ),
        "names.tar": lambda: b"".join(
            tar_entry(name.encode("utf-8", "replace").decode(), _text(n))
            for n, name in enumerate(NAMES)
        ) + TAR_END,
        "links.zip": lambda: zipped(
            [Entry(b"%d.txt" % n, b"/etc/passwd", 11, zlib.crc32(b"/etc/passwd"), external=link)
             for n in range(20)]
        ),
        "links-and-devices.tar": lambda: b"".join(
            tar_entry(f"{n}.txt", **one) for n, one in enumerate(fields)
        ) + TAR_END,
        "link-then-file.tar": lambda: (
            tar_entry("a", type=tarfile.SYMTYPE, linkname="/etc") + tar_entry("a/b.txt", _text(1))
            + TAR_END
        ),
        "link-circle.tar": lambda: (
            tar_entry("a", type=tarfile.LNKTYPE, linkname="b")
            + tar_entry("b", type=tarfile.LNKTYPE, linkname="a") + TAR_END
        ),
    }  # fmt: skip


def streams() -> Bombs:
    """Files packed one by one."""
    return {
        "4-gb.txt.gz": lambda: gzip_of(b"a", 4 * GB),
        "1-gb.tar.gz": lambda: gzip_of(b"\0", GB),
        "tar-with-1-gb.tar.gz": lambda: (
            gzip.compress(claimed("a.txt", GB)) + gzip_of(b"a", GB)
        ),
        "tar-with-3000-of-1-mb.tar.gz": lambda: (
            b"".join(_tar_of(n) for n in range(3_000))
        ),
        "4-gb.txt.bz2": lambda: bzip2_of(b"a", 4 * GB),
        "2-gb.txt.xz": lambda: xz_of(b"a", 2 * GB),
        "asks-for-4-gb.xz": _hungry_xz,
        "2-gb.warc.gz": lambda: gzip.compress(b"WARC/1.0\r\n") + gzip_of(b"a", 2 * GB),
        "record-of-2-gb.warc.gz": lambda: gzip.compress(_RECORD) + gzip_of(b"a", 2 * GB),
        "half.gz": lambda: gzip_of(b"a", 16 * MB)[:-9],
    }  # fmt: skip


def _tar_of(number: int) -> bytes:
    return gzip.compress(claimed(f"{number}.txt", MB)) + gzip_of(b"a", MB)


_RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nContent-Type: "
    b"application/http; msgtype=response\r\nContent-Length: 2147483648\r\n\r\nHTTP/1.1 200 OK\r\n"
    b"Content-Type: text/html\r\n\r\n"
)


def _hungry_xz() -> bytes:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 20}]
    raw = bytearray(lzma.compress(WORDS, filters=filters))
    # The dictionary's size stands in the block's header, which has a checksum of its own.
    raw[12 + 4] = 40
    length = (raw[12] + 1) * 4
    raw[12 + length - 4 : 12 + length] = struct.pack(
        "<I", zlib.crc32(bytes(raw[12 : 12 + length - 4]))
    )
    return bytes(raw)


def documents() -> Bombs:
    """Packed documents that swell."""
    return {
        "600-mb-of-spaces.docx": lambda: _with(
            vendors.docx_of([BODY]), same("word/document.xml", b" ", 600 * MB)
        ),
        "150-mb-of-words.docx": lambda: _with(
            vendors.docx_of([BODY]), deflated("word/document.xml", _wordy(150 * MB))
        ),
        "1000-pictures.docx": lambda: _with(
            vendors.docx_of([BODY]),
            *[same(f"word/media/{n}.png", b"\0", 150 * MB) for n in range(1_000)],
        ),
        "12000-parts.docx": lambda: _with(
            vendors.docx_of([BODY]), *[stored(f"word/x{n}.xml", b"<x/>") for n in range(12_000)]
        ),
        "150-mb.odt": lambda: _with(
            odt.document(odt.content()), same("content.xml", b"<a>", 150 * MB)
        ),
        "strings-of-500-mb.xlsx": lambda: _with(
            sheets.xlsx({"A": [["Headline", "Text"]]}), same("xl/sharedStrings.xml", b"a", 500 * MB)
        ),
        "cell-at-the-end.xlsx": lambda: sheets.xlsx(
            {"A": [["Headline", "Text"], ["Ferry", BODY]]}, corner="XFD1048576"
        ),
        "cell-beyond-the-end.xlsx": lambda: sheets.xlsx(
            {"A": [["Headline", "Text"], ["Ferry", BODY]]}, corner="ZZZZZZ99999999999"
        ),
        "repeated-rows.ods": _repeated_rows,
        "5000-chapters.epub": lambda: epub.book(
            {f"{n}.xhtml": epub.chapter(f"Noon {n}", BODY) for n in range(5_000)}
        ),
        "chapters-of-1-mb.epub": lambda: _with(
            epub.book({f"{n}.xhtml": b"" for n in range(500)}),
            *[same(f"OEBPS/{n}.xhtml", b"<p>a", 999_996) for n in range(500)],
        ),
        "chapter-of-150-mb.epub": lambda: _with(
            epub.book({"a.xhtml": b""}), deflated("OEBPS/a.xhtml", _wordy(150 * MB))
        ),
        "crawl.wacz": lambda: zipped(
            [stored("datapackage.json", b"{}"), stored("archive/a.warc.gz", gzip_of(b"a", 2 * GB))]
        ),
    }


def _wordy(size: int) -> bytes:
    """Random enough to pass for text by how it packs."""
    piece = b"".join(b"<w:p>%d %s</w:p>" % (n * 7919 % 99991, WORDS) for n in range(9_999))
    return piece * (size // len(piece))


def _with(whole: bytes, *entries: Entry) -> bytes:
    """A packed document with other parts in place of, or beside, its own."""
    names = {one.name.decode() for one in entries}
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        kept = [stored(n, archive.read(n)) for n in archive.namelist() if n not in names]
    return zipped([*kept, *entries])


def _repeated_rows() -> bytes:
    whole = sheets.ods([["Headline", "Text"], ["Ferry", BODY]])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        text = archive.read("content.xml").replace(
            b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1000000000">'
        )
    return _with(whole, stored("content.xml", text))


def sound() -> Bombs:
    """Large archives that are none of this: they are read whole."""
    return {
        "5000-texts.zip": lambda: zipped([deflated(f"{n}.txt", _text(n)) for n in range(5_000)]),
        "500-texts.tar.gz": lambda: gzip.compress(
            tarred([(f"{n}.txt", _text(10_000 + n)) for n in range(500)])
        ),
        "300-pages.zip": lambda: zipped(
            [deflated(f"{n}.html", _sound_page(n)) for n in range(300)]
        ),
    }  # fmt: skip


def _sound_page(number: int) -> bytes:
    title = f"Page number {number} is turned"
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{MARKUP}"
        f"<p>It was page {number}.</p></article></body></html>"
    ).encode()


GROUPS: dict[str, Callable[[], Bombs]] = {
    "flat": flat,
    "nested": nested,
    "lying": lying,
    "crowded": crowded,
    "astray": astray,
    "streams": streams,
    "documents": documents,
    "sound": sound,
}


def every_bomb(_secret: Path) -> Iterator[Attack]:
    for group, bombs in GROUPS.items():
        for name, make in bombs().items():
            yield Attack(group, name, make)


main = partial(attacks.run, "archives", __doc__, every_bomb)

if __name__ == "__main__":
    sys.exit(main())
