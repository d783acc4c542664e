"""A language that nobody speaks: English with accents, in brackets and longer, to find what is
not translated, or cut.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator
from typing_extensions import override

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

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # Qt asks for the direction of writing as if it were words, and reads the patterns of days.
        is_read = (
            bool(sourceText)
            and context != "Dates"
            and not (sourceText.isupper() and "_" in sourceText)
        )
        return accented(sourceText) if is_read else None

    @override
    def isEmpty(self) -> bool:
        return False
