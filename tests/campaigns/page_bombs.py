"""Offers pages, mails and pictures that are deep, wide, long or without end: `page_bombs`."""

from __future__ import annotations

import base64
import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.campaigns import attacks
from tests.campaigns.attacks import Attack
from tests.campaigns.packing import stored, zipped
from tests.importing.conftest import BODY
from tests.importing.readers import vendors
from tests.importing.readers.compound import outlook_mail

MEGA = 1_000_000
Bombs = dict[str, Callable[[], bytes]]


def _page(words: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>{BODY}</p>{words}</body></html>".encode()


def pages() -> Bombs:
    """Pages that parsers and extractors are slow at, or fall over."""
    nested = {
        f"{name}-{depth}.html": partial(_nested, name, depth)
        for name in ("table", "div", "b", "p", "a", "select", "li")
        for depth in (5, 300, 5_000, 200_000)
    }
    return {
        **nested,
        "a-million-open-divs.html": lambda: _page("<div>" * MEGA),
        "one-word-of-19-mb.html": lambda: _page("<p>" + "x" * 19 * MEGA),
        "one-word-of-30-mb.html": lambda: _page("<p>" + "x" * 30 * MEGA),
        "a-million-breaks.html": lambda: _page("<br>" * MEGA),
        "150000-paragraphs.html": lambda: _page("<p>x</p>" * 150_000),
        "100000-attributes.html": lambda: _page(
            f"<p {' '.join(f'x{n}' for n in range(100_000))}>x"
        ),
        "attribute-of-10-mb.html": lambda: _page(f'<p title="{"x" * 10 * MEGA}">x'),
        "picture-in-the-page.html": lambda: _page(
            f'<img src="data:image/png;base64,{base64.b64encode(bytes(6 * MEGA)).decode()}">'
        ),
        "badly-nested-letters.html": lambda: _page("<b><i><u><p>" * 20_000 + "</b></i></p>" * 9),
        "tables-in-cells.html": lambda: _page("<table><tr><td>" * 20_000),
        "half-a-million-brackets.html": lambda: _page("<" * 500_000),
        "comment-without-end.html": lambda: _page("<!--" + "-" * MEGA),
        "script-without-end.html": lambda: _page("<script>" + "<!--<script>" * 99_999),
        "linked-data-of-9-mb.html": lambda: _page(
            "", f'<script type="application/ld+json">{"[" * 9 * MEGA}</script>'
        ),
        "linked-data-deep.html": lambda: _page(
            "", f'<script type="application/ld+json">{"[" * 900}{"]" * 900}</script>'
        ),
        "200000-meta-tags.html": lambda: _page("", '<meta name="a" content="b">' * 199_000),
        "long-title.html": lambda: _page("", f"<title>{'Ferry ' * MEGA}</title>"),
        "combining-marks.html": lambda: _page("<p>a" + "\u0301" * MEGA),
        "turned-around.html": lambda: _page("<p>" + "\u202eferry\u2066" * 99_999),
        "utf-7.html": lambda: b'<meta charset="utf-7">' + b"+ADw-script+AD4-" * 999,
        "ten-encodings.html": lambda: b"".join(
            BODY.encode(name) for name in ("utf-16", "cp1251", "utf-8", "koi8-r", "cp1256")
        ),
    }  # fmt: skip


def _nested(name: str, depth: int) -> bytes:
    inner = "<tr><td>" if name == "table" else ""
    return _page(f"<{name}>{inner}" * depth + "Deep." + f"</{name}>" * depth)


def texts() -> Bombs:
    """Texts that are long in an unusual way."""
    line = "The ferry stayed in the harbour on Monday, and nobody was angry. "
    return {
        "19-mb-of-words.txt": (line * 300_000).encode,
        "a-million-lines.txt": lambda: b"x\n" * MEGA,
        "a-million-blank-lines.md": lambda: b"# Ferry\n" + b"\n" * MEGA + BODY.encode(),
        "300000-headings.md": lambda: b"# x\n" * 300_000,
        "nested-lists.md": lambda: b"".join(b" " * n + b"- x\n" for n in range(2_000)),
        "open-brackets.md": lambda: b"[" * 300_000,
        "stars.md": lambda: b"*_" * 150_000,
        "half-a-million-spaces.txt": lambda: b"Ferry" + b" " * 500_000 + b"stays.",
        "half-a-million-quotes.csv": lambda: b'Headline,Text\n"' + b'""' * 250_000,
        "100000-columns.csv": lambda: b"a," * 100_000 + b"\n" + b"b," * 100_000,
        "one-label-of-1-mb.csv": lambda: b"(" * MEGA + b",Text\nFerry,It stayed.\n",
        "one-cell-of-1-mb.tsv": lambda: b"Headline\tText\tDate\nFerry\tx\t" + b"1" * MEGA,
        "100000-lists-deep.json": lambda: b"[" * 100_000 + b"]" * 100_000,
        "long-number.json": lambda: b'[{"title": ' + b"9" * MEGA + b"}]",
        "200000-keys.json": lambda: (
            b"[{" + b",".join(b'"k%d": "v"' % n for n in range(200_000)) + b"}]"
        ),
        "date-of-1-mb.jsonl": lambda: (
            b'{"title": "Ferry", "content": "x", "date": "' + b"a" * MEGA + b'"}\n' * 2
        ),
        "100000-groups.rtf": lambda: b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000,
        "300000-controls.rtf": lambda: b"{\\rtf1 " + b"\\b " * 300_000 + b"Ferry}",
        "binary-without-end.rtf": lambda: b"{\\rtf1 {\\*\\bin2147483647 " + b"x" * 999,
    }


def mails() -> Bombs:
    """Mails and mailboxes: depth, parts, headers."""
    head = _mail(b"MIME-Version: 1.0").partition(b"\r\n\r\n")[0] + b"\r\n"
    depths = {
        f"{depth}-deep.eml": partial(_deep_mail, head, depth)
        for depth in (1, 40, 60, 1_000, 100_000)
    }
    return {
        **depths,
        "a-million-empty-parts.eml": lambda: (
            head + _multipart(b"b") + b"--b\r\n\r\n" * MEGA + b"--b--\r\n"
        ),
        "forwarded-2000-deep.eml": lambda: (
            head + b"Content-Type: message/rfc822\r\n\r\n" * 2_000 + b"Words.\r\n"
        ),
        "header-of-10-mb.eml": lambda: head + b"X: " + b"x" * 10 * MEGA + b"\r\n\r\nWords.\r\n",
        "900-kb-of-subject.eml": lambda: _mail(b"Subject: " + b"=?utf-8?q?x?= " * 65_000),
        "subject-without-end.eml": lambda: _mail(b"Subject: =?utf-8?b?" + b"A" * 900_000),
        "kind-of-300-kb.eml": lambda: _mail(b'Content-Type: text/plain; a="' + b"\\(" * 150_000),
        "from-of-300-kb.eml": lambda: _mail(b"From: " + b"(" * 300_000),
        "from-many.eml": lambda: _mail(b"From: " + b"a <a@b.example>, " * 50_000),
        "disposition-of-300-kb.eml": lambda: _mail(
            b"Content-Disposition: attachment; filename*0*=x; " + b"".join(
                b"filename*%d=x; " % n for n in range(20_000)
            )
        ),
        "100000-fields.eml": lambda: (
            head + b"".join(b"X-%d: x\r\n" % n for n in range(60_000)) + b"\r\nWords.\r\n"
        ),
        "folded-100000-times.eml": lambda: _mail(b"Subject: x" + b"\r\n x" * 100_000),
        "boundary-of-100-kb.eml": lambda: (
            head + _multipart(b"b" * 100_000) + (b"--" + b"b" * 100_000 + b"\r\n\r\nx\r\n") * 9
        ),
        "kinds-in-900-parts.eml": lambda: (
            head + _multipart(b"b") + (
                b'--b\r\nContent-Type: text/plain; a="' + b"\\(" * 1_000 + b"\r\n\r\nWords.\r\n"
            ) * 900
        ),
        "date-of-300-kb.eml": lambda: _mail(b"Date: " + b"(" * 300_000),
        "50000-mails.mbox": lambda: b"From a Sat Dec 14 16:20:11 2024\n\n" * 50_000,
        "postmarks.mbox": lambda: b"From a Sat Dec 14 16:20:11 2024\nFrom: x\n" * 50_000,
        "page-of-a-mail.mht": lambda: (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
            b'type="text/html"; boundary="b' + b"\\(" * 150_000
        ),
        "headers-of-300-kb.msg": lambda: outlook_mail(
            subject="Ferry", text=BODY, headers="From: " + "(" * 300_000 + "\n"
        ),
    }  # fmt: skip


def _mail(field: bytes) -> bytes:
    name = field.partition(b":")[0]
    usual = {b"From": b"a@b.example", b"To": b"c@d.example", b"Subject": b"Ferry", b"Date": b"x"}
    others = b"".join(b"%s: %s\r\n" % one for one in usual.items() if one[0] != name)
    return others + b"Message-ID: <1@b.example>\r\n" + field + b"\r\n\r\n" + BODY.encode()


def _multipart(boundary: bytes) -> bytes:
    return b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n\r\n'


def _deep_mail(head: bytes, depth: int) -> bytes:
    parts = b"".join(_multipart(b"b%d" % n) + b"--b%d\r\n" % n for n in range(depth))
    return head + parts + b"Content-Type: text/plain\r\n\r\n" + BODY.encode()


def pictures() -> Bombs:
    """Pictures that would unpack to gigabytes, alone and in documents."""
    png = _png(50_000, 50_000)
    link = f'<img src="data:image/png;base64,{base64.b64encode(png).decode()}">'
    return {
        "50000-by-50000.png": lambda: png,
        "named-a-page.html": lambda: png,
        "named-a-document.docx": lambda: png,
        "in-a-page.html": lambda: _page(link),
        "in-an-archive.zip": lambda: zipped([stored("a.png", png), stored("a.txt", BODY.encode())]),
        "in-a-document.docx": lambda: _with_picture(png),
        "svg-of-a-million-uses.svg": lambda: (
            b'<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/>' + b'<use href="#a"/>' * MEGA
        ),
        "animated-without-end.gif": lambda: b"GIF89a\xff\xff\xff\xff\x80\0\0" + b"!\xf9\4\0" * MEGA,
    }


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content
            + struct.pack(">I", zlib.crc32(kind + content))
        )  # fmt: skip

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    rows = zlib.compress(bytes(MEGA), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _with_picture(png: bytes) -> bytes:

    with zipfile.ZipFile(io.BytesIO(vendors.docx_of([BODY]))) as archive:
        parts = [stored(name, archive.read(name)) for name in archive.namelist()]
    return zipped([*parts, stored("word/media/a.png", png)])


GROUPS: dict[str, Callable[[], Bombs]] = {
    "pages": pages,
    "texts": texts,
    "mails": mails,
    "pictures": pictures,
}


def every_bomb(_secret: Path) -> Iterator[Attack]:
    for group, bombs in GROUPS.items():
        for name, make in bombs().items():
            yield Attack(group, name, make)


main = partial(attacks.run, "pages", __doc__, every_bomb)

if __name__ == "__main__":
    sys.exit(main())
