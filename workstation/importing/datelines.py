"""Where and when a text says that it was written: "KYIV, 5 December 2024 (Halyard Wire) –"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from workstation.domain.article import Published
from workstation.domain.dating import UNSURE_YEAR
from workstation.importing.dates import day_and_month, first_date, plain_digits

_HEAD = 160
_SOURCE = "dateline"
# Agencies: in brackets or strokes, before the place, behind it, or behind the day.
_AGENCY = r"(?:\([^()\d]{2,40}\)|/[^/\d]{2,30}/)"
_NAME = r"(?:[A-ZÀ-ÞĀ-ɏΑ-ΩЀ-Я][^\W\d_]*|[^\W\d_A-Za-zÀ-ɏΑ-ωЀ-ӿ]+)"
_SMALL = r"(?:de|del|la|le|el|al|am|an|der|den|do|da|di|sur|upon|na|nad|in|д|г)"
_PLACE = rf"{_NAME}(?:(?:[\s./’'-]+|,\s|،\s)(?:{_NAME}|{_SMALL}\b)){{0,5}}"
_BEFORE = re.compile(
    rf"[(（\[]?\s*(?:{_AGENCY}\s*[-–—]?\s*)?(?P<place>{_PLACE})\s*"
    rf"(?P<apart>[,،、，:–—-]|\s[-–—]|{_AGENCY})\s*(?:{_AGENCY}\s*[-–—,]?\s*)?"
    r"(?:[-–—]\s*)?(?:(?:le|den|am|el|the|de)\s+)?(?:[^\W\d_]{2,12}[.,،]?\s+)?"
)
# Chinese datelines have nothing between the place and the day.
_DENSE = re.compile(r"[(（【\[]?\s*[一-鿿]{2,14}\s*")
_AFTER = re.compile(
    rf"\s*(?:г(?:ода|\.)?|р(?:оку|\.)?|гг?\.)?\s*[,،]?\s*{_AGENCY}?\s*"
    r"(?:[.:]?\s*[–—]|[.,]?-{1,2}(?=\s|$)|[.:)\]）】。：](?=\s|$|[^\d])|[电電讯訊]|\n|$)"
)
_MOST_DAYS = 366


def dated_by_dateline(paragraph: str, saved: datetime | None = None) -> Published | None:
    """The day at the head of a text; None where there is none.

    A day without a year is that of the last such day before the text was `saved`, and doubtful.
    """
    head = plain_digits(paragraph[:_HEAD])
    found = first_date(head)
    if found and _stands_alone(head, found[0], found[1]):
        return Published.on(found[2], _SOURCE)
    short = day_and_month(head) if saved else None
    if short and saved and _stands_alone(head, short[0], short[1]):
        day = _last_before(short[2], short[3], saved.date())
        return Published.on(day, UNSURE_YEAR) if day else None
    return None


def _stands_alone(head: str, start: int, end: int) -> bool:
    """Whether a place stands before the day, and an agency or a dash behind it."""
    before = head[:start]
    placed = _BEFORE.fullmatch(before) or _DENSE.fullmatch(before)
    return bool(placed and _AFTER.match(head, end))


def _last_before(month: int, day: int, saved: date) -> date | None:
    # The world is a day ahead somewhere.
    latest = saved + timedelta(days=1)
    for year in (latest.year, latest.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= latest and (latest - found).days <= _MOST_DAYS:
            return found
    return None
