"""Dates as outlets write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import PurePath

from workstation import limits
from workstation.domain import dating
from workstation.domain.article import Published
from workstation.importing.calendars import foreign_dates

# The first letters by which a month is known, without accents, in the order of the year.
_MONTHS = (
    "jan ene gen ocak янв січ stycz led ιαν يناير كانون_الثاني ژانویه",
    "feb fev fév şub фев лют lut úno شباط φεβ فبراير فوریه",
    "mar mär mrz мар бер μαρ آذار مارس",
    "apr avr abr nis апр квіт kwi dub απρ نيسان أبريل آوریل",
    "may mai mag maj мая май трав kvě μαι أيار مايو",
    "jun juin giu haz июн черв czerw ιουν حزيران يونيو ژوئن",
    "jul juil lug tem июл лип lip ιουλ تموز يوليو ژوئیه",
    "aug août aout ago ağu авг серп sier αυγ آب أغسطس اوت",
    "sep set eyl сен вер wrz září σεπ أيلول سبتمبر سپتامبر",
    "oct okt out ott eki окт жовт paźdz οκτ تشرين_الأول أكتوبر اکتبر",
    "nov kas ноя листоп list νοε تشرين_الثاني نوفمبر نوامبر",
    "dec dez dic déc ara дек груд grud pros δεκ كانون_الأول ديسمبر دسامبر",
)
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "IST": None, "EST": -300, "EDT": -240,
    "CST": None, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "JST": 540,
    "KST": 540, "AEST": 600, "AEDT": 660, "MEZ": 60, "MESZ": 120, "OEZ": 120, "OESZ": 180,
    "HNEC": 60, "HAEC": 120, "МСК": 180, "WEZ": 0, "SAST": 120, "HKT": 480, "SGT": 480, "NZST": 720,
    "NZDT": 780, "AKST": -540, "HST": -600, "BRT": -180, "ART": -180,
}  # fmt: skip
# The first three letters of weekdays, without accents.
_WEEKDAYS = frozenset((
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "die", "mit", "don", "fre", "sam", "son",
    "lun", "mar", "mer", "jeu", "ven", "dim", "mie", "vie", "sab", "dom", "seg", "ter", "qua",
    "qui", "sex", "gio", "пон", "вто", "сре", "чет", "пят", "суб", "вос", "pon", "wto", "sro",
    "czw", "pia", "sob", "nie", "pzt", "sal", "car", "per", "cum", "星期一", "星期二", "星期三",
    "星期四", "星期五", "星期六", "星期日", "星期天", "周一", "周二", "周三", "周四", "周五",
    "周六", "周日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日", "ср",
    "чт", "пт", "середа",
))  # fmt: skip
# Words that stand beside a date: "published on", and parts of Arabic months.
_AROUND = frozenset((
    "published", "updated", "posted", "last", "first", "on", "at", "the", "am", "pm", "a", "p",
    "m", "uhr", "um", "de", "del", "le", "el", "st", "nd", "rd", "th", "er", "г", "года", "год",
    "в", "date", "time", "local", "h", "كانون", "تشرين", "الاول", "الثاني", "يوم", "р", "року",
    "рік", "о", "об", "年", "月", "日", "号", "년", "월", "일",
))  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")
FIRST_YEAR, LAST_YEAR = dating.FIRST_YEAR, dating.LAST_YEAR
_LAST_MONTH = 12
_NOON = 12

_CLOCK = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d(?:[.,]\d+)?)?"
    r"\s*(?P<half>(?i:[ap]\.?m\b\.?))?\s*(?P<zone>(?:UTC|GMT)?[+-]\d\d?:?(?:\d\d)?|[A-ZА-Я]{1,5}\b)?"
)
_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)(?:(?:T|,?\s+)" + _CLOCK + ")?"
)
_WORD = r"[^\W\d_]+(?:\s(?:الثاني|الأول))?"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(?P<name>{_WORD})"
    rf"(?:\s*/\s*{_WORD}|\s*\({_WORD}\))?\.?,?\s+(?:de\s+|del\s+)?(?P<year>\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(
    rf"(?P<name>{_WORD})\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)"
)
_DOTTED = re.compile(r"(?<![\d.])(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>\d{4})(?![\d/])")
_EASTERN = re.compile(
    r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d\d?)\s*[月월]\s*(?P<day>\d\d?)\s*[日일]"
)
# The same without a year, as datelines have it.
_SHORT = (
    re.compile(
        rf"(?<![\d.])(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(?P<name>{_WORD})\.?"
    ),
    re.compile(r"(?P<name>[^\W\d_]{3,12})\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?(?![\d:.])"),
    re.compile(r"(?P<month>\d\d?)\s*[月월]\s*(?P<day>\d\d?)\s*[日일]"),
)
# Whatever stands in capitals behind a clock is a time zone, known or not.
_CLOCK_WITH_ZONE = re.compile(
    r"(\d{1,2}[:.]\d\d(?:[:.]\d\d)?)\s*(?:[AaPp]\.?[Mm]\b\.?)?\s*\(?(?:[A-Z]{2,5}|[А-Я]{2,5})?\b\)?"
)
_TIME_AFTER = re.compile(rf"(?:,|\s|at|um|à|a las|в|kl\.?|[-–—|•·])*\s*{_CLOCK}")
_TIME_BEFORE = re.compile(rf"{_CLOCK}[\s,|]*(?:on\s+)?(?:[^\W\d_]{{3,9}}\.?,?\s+)?$")
_SHAPES = (_DAY_FIRST, _MONTH_FIRST, _EASTERN, _DOTTED, _SLASHED)

_IN_FILE_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<between>[-_.]?)(?P<month>\d\d)(?P=between)(?P<day>\d\d)(?!\d)"
)
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/_-]|$)")


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("ı", "i")


_STEMS = tuple(
    (_bare(stem.replace("_", " ")), number)
    for number, stems in enumerate(_MONTHS, 1)
    for stem in stems.split()
)


def read_date(words: str, source: str) -> Published | None:
    """The first date in a line, with its time where a zone is given too; None without one.

    Of a long line only the beginning is read.
    A time without a zone leaves a day: which instant it means is anybody's guess. A date like
    07/08/2024 is not read, since half of the world reads it the other way.
    """
    line = plain_digits(words[: limits.DATE_CHARACTERS])
    for match in _dates(line):
        day = _day(match)
        if day is not None:
            clock = _clock_beside(line, match)
            instant = _instant(day, clock) if clock else None
            return Published.at(instant, source) if instant else Published.on(day, source)
    return next((Published.on(day, source) for *_where, day in foreign_dates(line)), None)


def first_date(line: str) -> tuple[int, int, date] | None:
    """Where the first day of a line begins and ends, and which it is; digits are plain."""
    days = ((match.start(), match.end(), _day(match)) for match in _dates(line))
    own = next(((start, end, day) for start, end, day in days if day), None)
    return min([*([own] if own else []), *foreign_dates(line)], default=None)


def day_and_month(line: str) -> tuple[int, int, int, int] | None:
    """The first day of a line that has no year: where it begins and ends, month and day."""
    found = []
    for match in (match for shape in _SHORT for match in shape.finditer(line)):
        parts = match.groupdict()
        month = int(parts["month"]) if parts.get("month") else month_named(parts["name"])
        if 1 <= month <= _LAST_MONTH:
            found.append((match.start(), match.end(), month, int(parts["day"])))
    return min(found, default=None)


def is_only_a_date(words: str) -> bool:
    """Whether a line holds a date and nothing but what stands around dates."""
    letters = _LETTERS.findall(_CLOCK_WITH_ZONE.sub(r"\1", words))
    return read_date(words, "") is not None and all(
        month_named(word)
        or _bare(word)[:3] in _WEEKDAYS
        or word.upper() in _ZONES
        or _bare(word) in _AROUND
        for word in letters
    )


def unread_date(words: str) -> str:
    """Why no day is read in words that should tell one."""
    numbers = _SLASHED.search(plain_digits(words[: limits.DATE_CHARACTERS]))
    if numbers and 1 <= max(int(numbers["day"]), int(numbers["month"])) <= _LAST_MONTH:
        return f"“{numbers[0]}” has no sure order of day and month: no day was read."
    return f"No day can be read in “{words[: limits.DATE_CHARACTERS]}”."


def is_unsure_date(words: str) -> bool:
    """Whether a line is nothing but numbers such as 07/08/2024, whose order is not sure."""
    line = plain_digits(words.strip())
    return _SLASHED.fullmatch(line) is not None and read_date(line, "") is None


def day_in_file_name(name: str) -> Published | None:
    """The day in a file name such as `2024-12-14-ceasefire.txt`; None without one."""
    for match in _IN_FILE_NAME.finditer(PurePath(name).stem):
        day = _day(match)
        # Eight digits in a row are as often a number as a day.
        if day is not None and (match["between"] or match.start() == 0):
            return Published.on(day, "file name")
    return None


def days_in_name(name: str) -> list[date]:
    """Every day that a file name may tell, in whichever of the shapes that dates have here."""
    stem = PurePath(name).stem
    line = plain_digits(stem.replace("_", " "))
    found = map(_day, (*_IN_FILE_NAME.finditer(stem), *_dates(line)))
    return list(dict.fromkeys(day for day in found if day is not None))


def plain_digits(words: str) -> str:
    """The same words with the digits of all scripts written 0 to 9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in words)


def _dates(line: str) -> Iterator[re.Match[str]]:
    found = [match for shape in (_ISO, *_SHAPES) for match in shape.finditer(line)]
    yield from sorted(found, key=lambda match: match.start())


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["month"]) if parts.get("month") else month_named(parts["name"] or "")
    day, year = int(parts["day"]), int(parts["year"])
    if match.re is _SLASHED:
        month, day = _unambiguous(month, day)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unambiguous(month: int, day: int) -> tuple[int, int]:
    if max(day, month) <= _LAST_MONTH and day != month:
        return 0, 0
    return (day, month) if month > _LAST_MONTH else (month, day)


def month_named(name: str) -> int:
    """The number of a month by its name or a part of it, or 0."""
    word = _bare(name)
    fitting = [(len(stem), number) for stem, number in _STEMS if word.startswith(stem)]
    # The longest beginning decides: "juil" is July, though "jui" alone begins June as well.
    return max(fitting)[1] if fitting else 0


def _clock_beside(line: str, match: re.Match[str]) -> re.Match[str] | None:
    if match.re is _ISO:
        return match if match["hour"] else None
    return _TIME_AFTER.match(line, match.end()) or _TIME_BEFORE.search(line[: match.start()])


def _instant(day: date, clock: re.Match[str]) -> datetime | None:
    zone = _zone(clock["zone"] or "")
    at = _time(int(clock["hour"]), int(clock["minute"]), (clock["half"] or "")[:1].lower())
    if zone is None or at is None:
        return None
    try:
        return datetime.combine(day, at, zone).astimezone(UTC)
    except OverflowError:
        return None


def _time(hour: int, minute: int, half: str) -> time | None:
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _zone(words: str) -> tzinfo | None:
    name = words.upper()
    if name in _ZONES:
        minutes = _ZONES[name]
        return None if minutes is None else timezone(timedelta(minutes=minutes))
    offset = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)?", name)
    if offset is None:
        return None
    ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    if ahead >= timedelta(hours=24):
        return None
    return timezone(ahead if offset[1] == "+" else -ahead)


def address_date(address: str) -> Published | None:
    """The day in an address such as `…/2024/12/14/…`."""
    match = _DAY_IN_ADDRESS.search(address)
    return read_date("-".join(match.groups()), "address") if match else None


def beside_address(published: Published | None, address: str) -> Published | None:
    """The date of a page with this address, which tells the day only where nothing else does.

    A day in the page's text stays, and is doubtful where the address tells another; one without a
    year has that of the address, if this is a day of the same month.
    """
    told = address_date(address)
    if told is None or told.day is None or published is None:
        return published or told
    days = (published.local_day(UTC) - told.day).days
    if published.source == dating.UNSURE_YEAR and _same_but_year(
        published.local_day(UTC), told.day
    ):
        return Published.on(told.day, "dateline")
    doubted = f"{published.source}, {dating.ANOTHER_DAY}"
    # Which day an instant is depends on where the page was made.
    apart = abs(days) > (published.instant is not None)
    return replace(published, source=doubted) if apart and doubted in dating.DOUBTS else published


def _same_but_year(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day)
