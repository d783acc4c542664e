"""Sound files made unsound: byte by byte, and inside the structures that parsers take apart."""

from __future__ import annotations

import base64
import contextlib
import copy
import gzip
import io
import json
import lzma
import random
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from lxml import etree

Mutation = Callable[[bytes, random.Random, bytes], bytes]

ODD = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    "\u202e\u2066\u200f".encode(), "\u0301".encode() * 500, b"\x1b[2J", b"\r\n\r\n", b"]]>", b"-->",
    b"<![CDATA[", b"&#0;", b"&#xffffffff;", b"&a;", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"{{{{",
    b'"', b"\\u0000", b"%s%n", b"{\\*\\bin99999999 ", b"=?utf-8?B?////?=", b"\nFrom ", b"NaN",
    b"99999999999999999999", b"-1", b"1e999", b"0000-00-00", b"9999-12-31T24:00:00+99:99",
]  # fmt: skip
NUMBERS = [b"0", b"-1", b"1", b"65536", b"2147483647", b"4294967295", b"18446744073709551616"]
_LONGEST_RUN = 300_000
_MOST = 4 << 20


def mutated(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    """The file with some mutations; at most a few MB long.

    The structure is what mutates in half of the files that have one, or more.
    """
    # A damaged archive is refused before its parts are looked at: so more often inside.
    share = 0.8 if raw.startswith((b"PK", b"\x1f\x8b", b"\xfd7z")) else 0.5
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        inner = _structure(raw) if chance.random() < share else None
        raw = (inner or chance.choice(BYTES))(raw, chance, other)[:_MOST]
    return raw


# Bytes ---------------------------------------------------------------------------------------


def _span(raw: bytes, chance: random.Random) -> tuple[int, int]:
    at = chance.randrange(len(raw) + 1)
    return at, min(len(raw), at + chance.choice((1, 2, 4, 8, 16, 64, 512, 4096)))


def flip_bits(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    bad = bytearray(raw or b" ")
    for _ in range(chance.choice((1, 1, 4, 32))):
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
    return bytes(bad)


def cut_off(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def cut_out(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    at, end = _span(raw, chance)
    return raw[:at] + raw[end:]


def move_block(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    at, end = _span(raw, chance)
    rest = raw[:at] + raw[end:]
    to = chance.randrange(len(rest) + 1)
    return rest[:to] + raw[at:end] + rest[to:]


def double_block(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    at, end = _span(raw, chance)
    return raw[:at] + raw[at:end] * chance.choice((2, 2, 10, 300)) + raw[end:]


def long_run(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    at = chance.randrange(len(raw) + 1)
    sign = chance.choice((b"A", b" ", b"\0", b"<", b"(", b"[", b"\n", b"<a>", b">", b"{\\b ", b'"'))
    return raw[:at] + sign * chance.choice((100, 5_000, _LONGEST_RUN // len(sign))) + raw[at:]


def put_odd(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(ODD) + raw[at:]


def put_noise(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    at, end = _span(raw, chance)
    return raw[:at] + chance.randbytes(end - at) + raw[end:]


def splice(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)] + other[chance.randrange(len(other) + 1) :]


def change_number(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    found = list(re.finditer(rb"\d+", raw))
    if not found:
        return put_odd(raw, chance, other)
    one = chance.choice(found)
    return raw[: one.start()] + chance.choice(NUMBERS) + raw[one.end() :]


def change_word(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    """Sets an aligned number of a binary structure."""
    at = chance.randrange(len(raw) + 1) & ~3
    word = chance.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF))
    return raw[:at] + word.to_bytes(4, "little") + raw[at + 4 :]


BYTES: list[Mutation] = [
    flip_bits, flip_bits, cut_off, cut_out, move_block, double_block, long_run, put_odd, put_noise,
    splice, change_number, change_word,
]  # fmt: skip


# Structures ----------------------------------------------------------------------------------


def _structure(raw: bytes) -> Mutation | None:
    start = raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    for sign, mutation in _STRUCTURES:
        if start.startswith(sign):
            return mutation
    return inside_encoded if b"base64" in raw.lower() else None


def inside_zip(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    """Mutates a member, or the list of members, and packs all again."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # noqa: BLE001 - it was broken before: then by its bytes
        return flip_bits(raw, chance, other)
    at = chance.randrange(len(parts) or 1)
    deed = chance.randrange(10)
    if not parts or deed == 0:
        parts.append((chance.choice(("a/../../b", "x" * 300, "\u202etxt.exe", "con")), other))
    elif deed == 1:
        del parts[at]
    elif deed == 2:
        other_at = chance.randrange(len(parts))
        parts[at] = (parts[at][0], parts[other_at][1])
    elif deed == 3:
        parts.append(parts[at])
    else:
        parts[at] = (parts[at][0], mutated(parts[at][1], chance, other))
    return _zipped(parts, chance)


def _zipped(parts: list[tuple[str, bytes]], chance: random.Random) -> bytes:
    file = io.BytesIO()
    way = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", way) as archive:
        # The same name twice is the point.
        warnings.simplefilter("ignore")
        for name, content in parts:
            kept = zipfile.ZIP_STORED if name == "mimetype" else way
            archive.writestr(zipfile.ZipInfo(name), content, kept)
    return file.getvalue()


def inside_gzip(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    try:
        return gzip.compress(mutated(gzip.decompress(raw), chance, other), 1)
    except (OSError, EOFError, zlib.error):
        return flip_bits(raw, chance, other)


def inside_xz(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    try:
        return lzma.compress(mutated(lzma.decompress(raw), chance, other), preset=0)
    except (lzma.LZMAError, EOFError):
        return flip_bits(raw, chance, other)


def inside_encoded(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    """Mutates what a mail has in base64."""
    found = list(re.finditer(rb"(?:[A-Za-z0-9+/=]{60,76}\r?\n){2,}", raw))
    if not found:
        return put_odd(raw, chance, other)
    one = chance.choice(found)
    with contextlib.suppress(ValueError):
        inner = mutated(base64.b64decode(one[0]), chance, other)
        return raw[: one.start()] + base64.encodebytes(inner) + raw[one.end() :]
    return flip_bits(raw, chance, other)


def inside_pdf(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    """Mutates a packed stream, or a number among the objects."""
    found = list(re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL))
    if not found or chance.random() < 0.3:
        return change_number(raw, chance, other)
    one = chance.choice(found)
    try:
        inner = zlib.compress(chance.choice(BYTES)(zlib.decompress(one[1]), chance, other), 1)
    except zlib.error:
        inner = flip_bits(one[1], chance, other)
    return raw[: one.start(1)] + inner + raw[one.end(1) :]


def inside_xml(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    """Mutates the tree of a document, which stays well-formed."""
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False))
    except (etree.LxmlError, ValueError):
        return _broken_tags(raw, chance, other)
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    _DEEDS[chance.randrange(len(_DEEDS))](chance.choice(elements), chance.choice(elements), chance)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _repeat(one: etree._Element, two: etree._Element, chance: random.Random) -> None:
    parent = one.getparent()
    if parent is None:
        return
    for _ in range(chance.choice((1, 30, 1_000))):
        parent.append(copy.deepcopy(one) if len(one) < _FEW else etree.Element(one.tag))


def _drop(one: etree._Element, two: etree._Element, chance: random.Random) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _put_inside(one: etree._Element, two: etree._Element, chance: random.Random) -> None:
    one.append(copy.deepcopy(two) if len(two) < _FEW else etree.Element(two.tag))


def _reword(one: etree._Element, two: etree._Element, chance: random.Random) -> None:
    one.text = _odd_text(chance)


def _relabel(one: etree._Element, two: etree._Element, chance: random.Random) -> None:
    for name in list(one.attrib) or ["x" * 2_000]:
        one.set(name, _odd_text(chance))


def _rename(one: etree._Element, two: etree._Element, chance: random.Random) -> None:
    one.tag = two.tag


def _strip(one: etree._Element, two: etree._Element, chance: random.Random) -> None:
    one.attrib.clear()


def _bury(one: etree._Element, two: etree._Element, chance: random.Random) -> None:
    for _ in range(chance.choice((60, 250, 3_000))):
        one = etree.SubElement(one, one.tag)
    one.text = "The ferry stayed."


_FEW = 30
_DEEDS = (_repeat, _drop, _put_inside, _reword, _relabel, _rename, _strip, _bury)


def _odd_text(chance: random.Random) -> str:
    texts = [
        "", " ", "-1", "99999999999999999999", "1e999", "\u202eevil", "x" * 100_000,
        "a\u0301" * 99, "<p>" * 3_000, "9999-99-99", "2024-12-14T99:99", "\ufffe", "http://[::1",
        "=?x?b?",
        "\U0010ffff", "mailto:%00", "True", "0x10", "\u0663\u0661",
    ]  # fmt: skip
    return re.sub("[\ufffe\uffff]", "", chance.choice(texts))


def _broken_tags(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    tags = list(re.finditer(rb"<[^<>]{1,300}>", raw))
    if not tags:
        return put_odd(raw, chance, other)
    one, two = chance.choice(tags), chance.choice(tags)
    instead = chance.choice((b"", one[0] * 500, two[0], one[0].replace(b"=", b"='"), b"</p></div>"))
    return raw[: one.start()] + instead + raw[one.end() :]


def inside_json(raw: bytes, chance: random.Random, other: bytes) -> bytes:
    """Mutates a value; the whole stays JSON, or JSON in lines."""
    lines = raw.splitlines()
    try:
        if len(lines) > 1 and lines[0].startswith(b"{") and lines[0].endswith(b"}"):
            at = chance.randrange(len(lines))
            lines[at] = json.dumps(_changed(json.loads(lines[at]), chance)).encode()
            return b"\n".join(lines)
        return json.dumps(_changed(json.loads(raw), chance)).encode()
    except (ValueError, RecursionError):
        return put_odd(raw, chance, other)


def _changed(value: Any, chance: random.Random) -> Any:
    keys: list[Any] = []
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    if not keys or chance.random() < 0.15:
        return _odd_value(value, chance)
    key = chance.choice(keys)
    if chance.random() < 0.1:
        del value[key]
    else:
        value[key] = _changed(value[key], chance)
    return value


def _odd_value(value: Any, chance: random.Random) -> Any:
    nested: Any = "deep"
    for _ in range(chance.choice((3, 100, 500))):
        nested = [nested]
    odd = [
        None, True, -1, 0, 10**30, 1e308, float("nan"), "", [], {}, [value] * 3, {"x": value},
        nested, "\ud800", "\x00", "x" * 200_000, [value] * 500, {"": ""}, str(value),
    ]  # fmt: skip
    return chance.choice(odd)


_STRUCTURES: list[tuple[bytes, Mutation]] = [
    (b"PK\x03\x04", inside_zip),
    (b"\x1f\x8b", inside_gzip),
    (b"\xfd7zXZ", inside_xz),
    (b"%PDF", inside_pdf),
    (b"<", inside_xml),
    (b"{\\rtf", change_number),
    (b"{", inside_json),
    (b"[", inside_json),
    (b"\xd0\xcf\x11\xe0", change_word),
]
