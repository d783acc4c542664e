"""Years that are counted otherwise: in Iran, in Thailand and on Taiwan."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

_IRANIAN: Final = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
    "اسفند",
)  # fmt: skip
_THAI: Final = (
    "มกราคม ม.ค.", "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.", "เมษายน เม.ย.", "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.",
    "กรกฎาคม ก.ค.", "สิงหาคม ส.ค.", "กันยายน ก.ย.", "ตุลาคม ต.ค.", "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค.",
)  # fmt: skip
_IRANIAN_DATE: Final = re.compile(
    rf"(?<!\d)(\d\d?)\s+({'|'.join(_IRANIAN)})(?:\s+ماه)?\s+(\d{{4}})"
)
_THAI_NAMES: Final = {name: month for month, names in enumerate(_THAI, 1) for name in names.split()}
_THAI_DATE: Final = re.compile(
    rf"(?<!\d)(\d\d?)\s*({'|'.join(map(re.escape, _THAI_NAMES))})\s*(?:พ\.ศ\.\s*)?(\d{{4}})"
)
_TAIWAN_DATE: Final = re.compile(
    r"(?:中華)?民[國国]\s*(\d{2,3})\s*年\s*(\d\d?)\s*月\s*(\d\d?)\s*日"
)
_BUDDHA, _REPUBLIC = 543, 1911
# Iran's leap years repeat in 33 years; in these the rule has held and will.
_FIRST_IRANIAN, _LAST_IRANIAN = 1343, 1472
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_KNOWN_YEAR, _ITS_FIRST_DAY = 1403, date(2024, 3, 20)
_LONG_MONTHS = 6


def foreign_dates(line: str) -> list[tuple[int, int, date]]:
    """The days of a line in such years, with where they begin and end; digits are plain."""
    found: list[tuple[int, int, date | None]] = []
    for match in _IRANIAN_DATE.finditer(line):
        month = _IRANIAN.index(match[2]) + 1
        found.append((*match.span(), _iranian(int(match[3]), month, int(match[1]))))
    for match in _THAI_DATE.finditer(line):
        year = int(match[3]) - _BUDDHA
        found.append((*match.span(), _made(year, _THAI_NAMES[match[2]], int(match[1]))))
    for match in _TAIWAN_DATE.finditer(line):
        year, month, day = (int(part) for part in match.groups())
        found.append((*match.span(), _made(year + _REPUBLIC, month, day)))
    return sorted((start, end, day) for start, end, day in found if day is not None)


def _iranian(year: int, month: int, day: int) -> date | None:
    longest = 31 if month <= _LONG_MONTHS else 30 if month < len(_IRANIAN) or _leaps(year) else 29
    if not _FIRST_IRANIAN <= year <= _LAST_IRANIAN or not 1 <= day <= longest:
        return None
    between = range(min(year, _KNOWN_YEAR), max(year, _KNOWN_YEAR))
    days = sum(365 + _leaps(one) for one in between) * (1 if year > _KNOWN_YEAR else -1)
    days += (month - 1) * 30 + min(month - 1, _LONG_MONTHS) + day - 1
    return _ITS_FIRST_DAY + timedelta(days=days)


def _leaps(year: int) -> bool:
    return year % 33 in _LEAP


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
