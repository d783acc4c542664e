"""What was typed on the command line, made into values."""

import argparse
import re
from datetime import date
from typing import Any

from workstation.domain.clean import clean_text
from workstation.domain.selection import UNKNOWN_LANGUAGE

_HALF_LETTERS = re.compile("[\ud800-\udfff]")

_DIGITS = 18  # of an offset: no text is longer, and Python reads no endless number


def words(raw: str) -> str:
    """Words, without bytes that were no letters."""
    # Bytes that were no UTF-8 arrive as half letters, which nothing can store or print.
    whole = _HALF_LETTERS.sub("\ufffd", raw)
    return clean_text(whole).replace("\n\n", " ")


def place(raw: str) -> str:
    """Where a library is."""
    # A folder may be called anything, an address may not.
    return words(raw) if "://" in raw else raw


def day(words: str) -> date:
    """A day.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{words}” is no date like 2024-12-14") from error


def language(raw: str) -> str:
    """A language by its code, such as en; "" for texts that do not tell theirs."""
    code = words(raw).strip().lower()
    return "" if code in {UNKNOWN_LANGUAGE, "und"} else code


def columns(words: str) -> tuple[tuple[str, str], ...]:
    """Which columns of a table hold what: as saved, as a file says, or as written here.

    Raises:
        ArgumentTypeError: it makes no sense.
    """
    from workstation.errors import Unreadable
    from workstation.importing.profiles import given_by

    try:
        return given_by(words)
    except Unreadable as error:
        raise argparse.ArgumentTypeError(error.sentence) from error


def encoding(words: str) -> str:
    """An encoding that files may be read in.

    Raises:
        ArgumentTypeError: there is none of that name.
    """
    from workstation.domain.encoding import encoding_named
    from workstation.errors import Unreadable

    try:
        return words and encoding_named(words)
    except Unreadable as error:
        raise argparse.ArgumentTypeError(error.sentence) from error


def offset(words: str) -> tuple[str, int]:
    """A place in a title or a text.

    Raises:
        ArgumentTypeError: it is none.
    """
    field, _, offset = words.rpartition(":")
    if field not in ("", "title", "text") or not (offset.isascii() and offset.isdecimal()):
        raise argparse.ArgumentTypeError(f"“{words}” is no place like 240 or title:0")
    return field or "text", int(offset[:_DIGITS])


def processes(words: str) -> int:
    """A number of processes.

    Raises:
        ArgumentTypeError: it is none, or too many.
    """
    number: Any = int(words) if words.isdecimal() else 0
    if not 1 <= number <= 64:  # noqa: PLR2004 - more processes than any desk has cores
        raise argparse.ArgumentTypeError(f"“{words}” is no number from 1 to 64")
    return int(number)
