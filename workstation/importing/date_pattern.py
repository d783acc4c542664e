"""Days in words that a user describes, such as `Stand: %d.%m.%Y`."""

from __future__ import annotations

import re
from datetime import date

from workstation.domain.dating import FIRST_YEAR, LAST_YEAR
from workstation.errors import Unreadable
from workstation.importing.dates import month_named
from workstation.limits import PATTERN_CHARACTERS

_NUMBER = r"[0-9]{1,2}"
_SIGNS = {
    "d": rf"(?P<day>{_NUMBER})",
    "m": rf"(?P<month>{_NUMBER})",
    "b": r"(?P<name>[^\W\d_]{2,20}(?:\s(?:الثاني|الأول))?)\.?",
    "Y": r"(?P<year>[0-9]{4})",
    "y": r"(?P<short>[0-9]{2})",
}
_SAME = {"e": "d", "B": "b", "h": "b"}
_PARTS = re.compile(r"%(.?)|(\s+)|([^%\s]+)", re.DOTALL)
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_CENTURY_TURNS = 69
"""Years of two digits from here on are of the last century, as POSIX has it."""


class DatePattern:
    """A pattern with a day, a month and a year; whatever else it holds has to stand there, too."""

    def __init__(self, words: str) -> None:
        """Understand a pattern.

        Raises:
            Unreadable: it is too long, or does not hold each of the three once.
        """
        if len(words) > PATTERN_CHARACTERS:
            raise Unreadable("The pattern is too long.", "Give only what stands around the date.")
        given = (sign for sign in re.findall(r"%(.?)", words, re.DOTALL) if sign != "%")
        signs = [_SAME.get(sign, sign) for sign in given]
        kinds = sorted("y" if sign == "Y" else "m" if sign == "b" else sign for sign in signs)
        if kinds != ["d", "m", "y"]:
            raise Unreadable(
                f"“{words}” is no pattern of a date.",
                "It holds one %d, one %m or %B (the month's name), and one %Y or %y, "
                "such as `Stand: %d.%m.%Y`.",
                code="usage",
            )
        found = "".join(_part(*match.groups()) for match in _PARTS.finditer(words.strip()))
        # A number that goes on beside the date is another number.
        self._pattern = re.compile(rf"(?<![0-9]){found}(?![0-9])", re.IGNORECASE)

    def days(self, text: str) -> list[date]:
        """The different days that a text holds in these words."""
        plain = _FOREIGN_DIGIT.sub(lambda digit: str(int(digit[0])), text)
        found = (_day(match) for match in self._pattern.finditer(plain))
        return list(dict.fromkeys(day for day in found if day is not None))


def _part(sign: str | None, space: str | None, words: str | None) -> str:
    if space is not None:
        return r"\s+"
    if words is not None:
        return re.escape(words)
    return "%" if sign == "%" else _SIGNS[_SAME.get(sign or "", sign or "")]


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    short = parts.get("short")
    if short is not None:
        year = int(short) + (1900 if int(short) >= _CENTURY_TURNS else 2000)
    else:
        year = int(parts["year"])
    name = parts.get("name")
    month = int(parts["month"]) if name is None else month_named(name)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, int(parts["day"]))
    except ValueError:
        return None
