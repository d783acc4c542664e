"""Days and instants in the cells of tables."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from workstation import limits
from workstation.domain.article import Published
from workstation.domain.dating import UNSURE_ORDER
from workstation.importing.columns import Cell
from workstation.importing.dates import FIRST_YEAR, LAST_YEAR, read_date

_SECONDS, _MILLISECONDS = re.compile(r"\d{10}(?:\.\d+)?"), re.compile(r"\d{13}")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{6}Z?)?")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.](\d\d?)[/.](\d\d?)(?!\d)")
NUMBERS = re.compile(r"(?<!\d)(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?!\d)")


def read_day(cell: Cell, *, day_first: bool | None = None) -> Published | None:
    """The day or instant of a cell; a clock without a zone leaves a day."""
    if isinstance(cell, datetime):
        return Published.at(cell, "table") if cell.tzinfo else _on(cell.year, cell.month, cell.day)
    if isinstance(cell, date):
        return _on(cell.year, cell.month, cell.day)
    words = cell.strip()[: limits.DATE_CHARACTERS]
    if _SECONDS.fullmatch(words) or _MILLISECONDS.fullmatch(words):
        return _instant(float(words) / (1_000 if _MILLISECONDS.fullmatch(words) else 1))
    compact = _COMPACT.fullmatch(words) or _YEAR_FIRST.match(words)
    if compact:
        return _on(*(int(part) for part in compact.groups()))
    source = "table"
    if day_first is not None:
        if NUMBERS.search(words) and read_date(words, "") is None:
            source = UNSURE_ORDER
        words = NUMBERS.sub(r"\3-\2-\1" if day_first else r"\3-\1-\2", words, count=1)
    return read_date(words, source)


def _on(year: int, month: int, day: int) -> Published | None:
    try:
        return (
            Published.on(date(year, month, day), "table")
            if FIRST_YEAR <= year <= LAST_YEAR
            else None
        )
    except ValueError:
        return None


def _instant(seconds: float) -> Published | None:
    try:
        return Published.at(datetime.fromtimestamp(seconds, UTC), "table")
    except (OverflowError, ValueError, OSError):
        return None
