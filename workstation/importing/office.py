"""What office programs write into the properties of documents that nobody has named."""

from __future__ import annotations

import re
from pathlib import PurePath

_NO_TITLE = re.compile(
    r"microsoft word\b.*|(?:word )?document\s*\d*|dokument\s*\d*|untitled\s*\d*|unknown",
    re.IGNORECASE,
)
_NO_OUTLET = {"news", "article", "report", "press", "document", "draft", "media", "clipping"}
_NO_AUTHOR = {"python-docx", "microsoft office user", "user", "admin", "unknown", "author"}
_ENDINGS = {".doc", ".docx", ".dotx", ".odt", ".fodt", ".rtf", ".epub", ".txt", ".pdf"}


def sensible_title(title: str) -> str:
    """The title, or "" where it only names a program or the file."""
    words = title.strip()
    named = PurePath(words).suffix.lower() in _ENDINGS
    return "" if named or _NO_TITLE.fullmatch(words) else words


def sensible_outlet(category: str) -> str:
    """Archives file clippings by outlet; a kind of document is none."""
    words = category.strip()
    return "" if words.lower() in _NO_OUTLET else words


def sensible_author(author: str) -> str:
    """The author, or "" where the program put one there."""
    words = author.strip()
    return "" if words.lower() in _NO_AUTHOR else words
