"""Which letters the report's fonts can print, read from the font files themselves."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from workstation.resources import resource

MISSING = "□"
"""Stands for a letter that no font has."""

_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff")
_UNSEEN = frozenset("\u200e\u200f\u200b\u200c\u200d\u2060\u00ad")
_NOT_SHAPED = frozenset(map(chr, range(0x1EE00, 0x1EF00)))
"""Arabic letters of formulas: Amiri has them, and Typst finds no way to set them."""

_UNICODE_TABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
_GROUPS = 12


def fonts() -> Path:
    """The folder of the report's fonts."""
    return resource("fonts")


class Letters(dict[int, str | None]):
    """What is printed for each code point, for `str.translate`; found out as letters turn up.

    A letter that no font has becomes a hollow square and is remembered in `missing`. Marks that
    steer the direction of the letters after them are left out: they could turn around words that
    are not the text's own. PDF/A forbids control characters and U+FEFF.
    """

    def __init__(self) -> None:
        """Know no letter yet."""
        super().__init__()
        self.missing: set[str] = set()

    def __missing__(self, code: int) -> str | None:
        self[code] = printed = self._printed(chr(code))
        return printed

    def _printed(self, letter: str) -> str | None:
        category = unicodedata.category(letter)
        if letter.isspace():
            return letter if category == "Zs" and letter in _covered() else " "
        if letter in _UNSEEN:
            return letter
        if letter in _STEERING or category in ("Cc", "Cs"):
            return None
        if letter in _covered():
            return letter
        # An accent without its font would stand on the square, or on the letter before it.
        if category in ("Mn", "Cf"):
            return None
        self.missing.add(letter)
        return MISSING


def scripts(missing: Iterable[str]) -> list[str]:
    """What kinds of letters some are, in words: "CJK", "Thai", or "signs" for what is none."""
    names = set()
    for letter in missing:
        name = unicodedata.name(letter, "").split(" ")[0]
        is_letter = unicodedata.category(letter)[0] in "LMN" and name
        names.add((name if name == "CJK" else name.capitalize()) if is_letter else "signs")
    return sorted(names)


@cache
def _covered() -> frozenset[str]:
    found: set[int] = set()
    for file in sorted(fonts().glob("*.ttf")):
        found |= _letters(file.read_bytes())
    return frozenset(map(chr, found)) - _NOT_SHAPED


def _letters(font: bytes) -> set[int]:
    """The code points of a font's `cmap` (OpenType specification 1.9, formats 4 and 12)."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    rows = (struct.unpack_from(">HHL", font, start + 4 + 8 * n) for n in range(count))
    at = {(platform, encoding): start + offset for platform, encoding, offset in rows}
    table = next(at[key] for key in _UNICODE_TABLES if key in at)
    (form,) = struct.unpack_from(">H", font, table)
    return _by_groups(font, table) if form == _GROUPS else _by_segments(font, table)


def _by_groups(font: bytes, table: int) -> set[int]:
    (count,) = struct.unpack_from(">L", font, table + 12)
    groups = (struct.unpack_from(">LLL", font, table + 16 + 12 * n) for n in range(count))
    return {code for first, last, _ in groups for code in range(first, last + 1)}


def _by_segments(font: bytes, table: int) -> set[int]:
    (doubled,) = struct.unpack_from(">H", font, table + 6)
    ends = struct.unpack_from(f">{doubled // 2}H", font, table + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", font, table + 16 + doubled)
    pairs = zip(starts, ends, strict=True)
    return {code for first, last in pairs for code in range(first, last + 1)} - {0xFFFF}
