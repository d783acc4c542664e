"""How sure the date of an article is, and dates as analysts and decisions write them."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from workstation import limits
from workstation.domain.article import Published

FIRST_YEAR, LAST_YEAR = 1600, 2200
"""The years an article may be of: no newspaper is older, and every time zone can hold them."""

UNSURE_ORDER = "table, day and month by other rows"
"""The source of a day such as 07/08/2024, whose order other rows of its column tell."""

UNSURE_YEAR = "dateline, year by the day of saving"
"""The source of a day such as 5 December, whose year only the day of saving tells."""

UNLIKELY_YEAR = "unlikely year"
"""The source of a day long before the papers that are read here, or far ahead of today."""

ANOTHER_DAY = "another day in the address"
"""What stands behind the source of a day in a page's text, where its address tells another."""

DOUBTS = {
    "file name": "it stands only in the file's name",
    "document properties": "it is the day on which the file was made",
    "book properties": "it is the day on which the book was made",
    "address": "it stands only in the address",
    "page head": "it stands above the page, where printers put the day of printing",
    "time tag": "it is the first of the times in a page, which may be another article's",
    f"dateline, {ANOTHER_DAY}": "the page's address tells another day",
    f"byline, {ANOTHER_DAY}": "the page's address tells another day",
    UNSURE_YEAR: "its year was told by the day on which the page was saved",
    UNLIKELY_YEAR: "its year is long past or still to come",
    UNSURE_ORDER: "its order of day and month was told by other rows",
}
"""The sources that are as often wrong as not worth a thought, and why."""

_SET = "set by "
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def doubt(published: Published | None) -> str:
    """Why a date deserves a second look; "" for a sure one, and for none."""
    return DOUBTS.get(published.source, "") if published else ""


def likely(published: Published, today: date) -> Published:
    """The same date, doubtful where no article is likely to be of its year."""
    day = published.local_day(UTC)
    ahead = (day - today).days > limits.DAYS_AHEAD
    if doubt(published) or not (ahead or day.year < limits.FIRST_LIKELY_YEAR):
        return published
    return replace(published, source=UNLIKELY_YEAR)


def set_by(who: str) -> str:
    """The source of a date that an analyst decided."""
    return f"{_SET}{who}"


def is_set(published: Published) -> bool:
    """Whether an analyst decided the date."""
    return published.source.startswith(_SET)


def read_when(words: str, source: str) -> Published | None:
    """A day as `2024-12-14`, or an instant with its zone as `2024-12-14T16:20+01:00`.

    None for anything else, such as a time without a zone or a year that no article is of.
    """
    try:
        if _DAY.fullmatch(words):
            when = Published.on(date.fromisoformat(words), source)
        else:
            instant = datetime.fromisoformat(words)
            if instant.tzinfo is None:
                return None
            when = Published.at(instant, source)
        year = when.local_day(UTC).year
    except (ValueError, OverflowError):
        return None
    return when if FIRST_YEAR <= year <= LAST_YEAR else None
