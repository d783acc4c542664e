"""Articles that people type: written to a file first, which is then imported like any other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from workstation import limits
from workstation.domain.clean import clean_line, clean_text
from workstation.domain.dating import read_when
from workstation.errors import Unreadable
from workstation.importing.options import Options

_FIELDS: Final = ("title", "outlet", "author", "language", "published", "text")
_NAME: Final = 60
_UNSAFE: Final = re.compile(r"[^\w\- ]+")
_UNNAMED: Final = "Typed article"

OPTIONS: Final = Options(columns=tuple((field, field) for field in _FIELDS))
"""How such a file is read: nothing in it has to be guessed."""


@dataclass(frozen=True, slots=True)
class Typed:
    """An article as somebody typed it; `published` is a day or an instant in ISO 8601, or ""."""

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    language: str = ""
    published: str = ""


def write(typed: Typed, folder: Path) -> Path:
    """Writes an article to a file of its own in a folder, and returns where.

    Each line of its text is a paragraph.

    Raises:
        Unreadable: it has no text, or its date is none.
    """
    paragraphs = "\n\n".join(clean_text(line) for line in typed.text.splitlines())
    text = clean_text(paragraphs)
    if not any(map(str.isalnum, text)):
        raise Unreadable("The article has no text.", "Type some words of it.")
    if len(text) > limits.ARTICLE_CHARACTERS:
        raise Unreadable(
            f"The text is longer than {limits.ARTICLE_CHARACTERS:,} characters.",
            "Make several articles of it.",
        )
    when = read_when(typed.published.strip(), "") if typed.published.strip() else None
    if typed.published.strip() and when is None:
        raise Unreadable(f"“{typed.published}” is no date.", "Give one like 2024-12-14.")
    title = clean_line(typed.title, limits.TITLE_CHARACTERS)
    record = {
        "title": title,
        "outlet": clean_line(typed.outlet, limits.FIELD_CHARACTERS),
        "author": clean_line(typed.author, limits.FIELD_CHARACTERS),
        "language": clean_line(typed.language, limits.FIELD_CHARACTERS),
        "published": when.iso() if when else "",
        "text": text,
    }
    path = folder / f"{_UNSAFE.sub('', title)[:_NAME].strip() or _UNNAMED}.json"
    path.write_bytes(msgspec.json.encode(record) + b"\n")
    return path
