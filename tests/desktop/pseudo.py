"""A language that nobody speaks: English with accents, in brackets and longer, to find what is
not translated, or cut.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_ACCENTED = str.maketrans(
    "abcdefghijklnoprstuvwyzABCDEFGHIJKLNOPRSTUWYZ",
    "åƀçđéƒğħîĵķļñöþŕšţûṽŵýžÅƁÇĐÉƑĞĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽ",
)
# Places for values, marks of Qt, and patterns of file names stay as they are.
_KEPT = re.compile(r"(\{\w*\}|%\w+|\*?\.\w+\b|%\.|;;|\n)")
_LONGER = 0.4


def accented(text: str) -> str:
    """A text as the language that nobody speaks has it."""
    parts = _KEPT.split(text)
    said = "".join(p if n % 2 else p.translate(_ACCENTED) for n, p in enumerate(parts))
    return f"[{said}{'~' * max(1, round(len(text) * _LONGER))}]"


class Pseudo(QTranslator):
    """Translates whatever it is asked, Qt's own words too."""

    def translate(  # noqa: D102
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # Qt asks for the direction of writing as if it were words.
        return None if not text or text.isupper() and "_" in text else accented(text)

    def isEmpty(self) -> bool:  # noqa: D102, N802
        return False
