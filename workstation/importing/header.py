"""The lines above a text that say who published it, where and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from workstation import limits
from workstation.domain.names import fold
from workstation.importing.dates import is_only_a_date, read_date
from workstation.importing.facts import Facts, clean_address
from workstation.importing.paragraphs import ENDING, looks_like_headline

_LABELS = {
    "title": "title headline",
    "outlet": "outlet source publication publisher newspaper site website site_name",
    "author": "by author authors byline writer reporter",
    "published": "date published publication_date published_on posted datum pubdate date_published",
    "url": "link url web address permalink canonical source_url canonical_url",
    "language": "language lang",
}
_FIELD_OF = {name: field for field, names in _LABELS.items() for name in names.split()}
_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w -]{1,20}?)\s*[:：]\s*(?P<value>\S.*)")
# A full stop in a name stands behind an initial.
_BY = re.compile(r"[Bb]y\s+(?P<name>[^\W\d_](?:[^.!?:;“”\"]|(?<=\b[^\W\d_])\.){1,80})")
# "Field Notebook, Hama, 5 December 2024. By Jonas Verrill"
_BYLINE = re.compile(r"(?P<where>.{0,80}?\d{4})\W+[Bb]y\s+(?P<name>[^\W\d_][^!?:;“”\"]{1,60})")
_BYLINE_FIRST = re.compile(
    r"[Bb]y\s+(?P<name>[^\W\d_][^!?:;“”\"|·•]{1,60}?)\s*[,|·•–—-]\s+(?P<where>.*\d{4}.*)"
)
_YEAR = re.compile(r"\b\d{4}\b")
_PLACE = r"[^\W\d_][^\d.;:!?“”\"()]{1,40}"
_PLACE_AND_DAY = re.compile(rf"{_PLACE},\s+(?P<day>\S.{{4,30}})")
_BARS = re.compile(r"\s+[|·•]\s+")
_BYLINE_PARTS = (2, 3)
_OUTLET_AND_PLACE = 2


def read_header(lines: Sequence[str]) -> tuple[Facts, int]:
    """The facts of the header lines at the top, and how many lines they take.

    A first line is the title if header lines follow it, or if it can be nothing else. Lines are
    plain; a blank one may stand once between the title and the rest.
    """
    start = _next(lines, 0)
    if start == len(lines):
        return Facts(), 0
    if header_line(lines[start]) is None:
        below, end = _block(lines, _next_close(lines, start + 1))
        if end:
            return replace(below, title=below.title or lines[start].strip()), end
        following = lines[_next(lines, start + 1)] if _next(lines, start + 1) < len(lines) else ""
        if looks_like_headline(lines[start], following):
            return Facts(title=lines[start].strip()), start + 1
        return Facts(), 0
    return header_block(lines)


def header_block(lines: Sequence[str]) -> tuple[Facts, int]:
    """The same where the title is known: only the header lines at the top."""
    return _block(lines, _next(lines, 0))


def header_line(line: str) -> Facts | None:
    """What one header line says; None if the line is none."""
    words = line.strip()
    if len(words) > limits.FIELD_CHARACTERS and "://" not in words:
        return None
    labelled = _LABELLED.fullmatch(words)
    if labelled:
        field = _FIELD_OF.get(labelled["label"].strip().lower().replace(" ", "_").replace("-", "_"))
        return fact(field, labelled["value"].strip()) if field else None
    by = _BY.fullmatch(words)
    if by:
        return _dated_byline(words) or Facts(author=by["name"].strip())
    dated = words if is_only_a_date(words) else _day_after_place(words)
    return Facts(published=read_date(dated, "header line")) if dated else None


def _day_after_place(words: str) -> str:
    """The day of "Budapest, 3 March 2025", or ""."""
    match = _PLACE_AND_DAY.fullmatch(words)
    day = match["day"] if match else ""
    return day if _YEAR.search(day) and is_only_a_date(day) else ""


def byline(line: str, author: str = "") -> Facts | None:
    """Author, day and outlet in one short line under the title; None if it is something else.

    `author` is the author if known. A single name before the day is only a hint at the outlet.
    """
    words = line.strip()
    if len(words) > limits.HEADLINE_CHARACTERS:
        return None
    by = _BY.fullmatch(words)
    dated = _barred(words, author) or _dated_byline(words)
    return dated or (Facts(author=by["name"].strip()) if by else None)


def _dated_byline(words: str) -> Facts | None:
    match = _BYLINE.fullmatch(words) or _BYLINE_FIRST.fullmatch(words)
    published = read_date(match["where"], "byline") if match else None
    if match is None or published is None:
        return None
    parts = [part.strip() for part in match["where"].split(",")] if match.re is _BYLINE else []
    before = [part for part in parts if part and not any(map(str.isdigit, part))]
    # "Outlet, place, day" is clear; a single name is as often a place as an outlet.
    sure = len(before) == _OUTLET_AND_PLACE
    return Facts(
        author=match["name"].strip(" .,"),
        outlet=before[0] if sure else "",
        published=published,
        hints=() if sure else tuple(("outlet", part) for part in before[:1]),
    )


def _barred(words: str, author: str) -> Facts | None:
    """The same as "Outlet | Author | Day", in any order."""
    parts = [part.strip() for part in _BARS.split(words)]
    dated = [part for part in parts if read_date(part, "")]
    others = [part for part in parts if part not in dated]
    if len(parts) not in _BYLINE_PARTS or len(dated) != 1:
        return None
    names = [p for p in others if _BY.fullmatch(p) or (author and fold(p) == fold(author))]
    outlets = [part for part in others if part not in names]
    sure = len(names) == len(outlets) == 1
    return Facts(
        author=_without_by(names[0]) if names else "",
        outlet=outlets[0] if sure else "",
        published=read_date(dated[0], "byline"),
        hints=() if sure else tuple(("byline", part) for part in outlets),
    )


def fact(field: str, value: str, source: str = "header line") -> Facts:
    """One named fact out of words; an empty one where the words are none of the kind."""
    readers: dict[str, Callable[[], Facts]] = {
        "published": lambda: Facts(published=read_date(value, source)),
        "url": lambda: Facts(url=clean_address(value)),
        "author": lambda: Facts(author=_without_by(value)),
        "title": lambda: Facts(title=value),
        "language": lambda: Facts(language=value),
        # Clippings call the address they were taken from their source.
        "outlet": lambda: Facts(url=value) if clean_address(value) else Facts(outlet=value),
    }
    return readers[field]()


def field_named(label: str) -> str:
    """The fact that a label in any spelling stands for, or ""."""
    return _FIELD_OF.get(fold(label).replace(" ", "_").replace("-", "_"), "")


def _without_by(value: str) -> str:
    return re.sub(r"^[Bb]y\s+", "", value)


def _next(lines: Sequence[str], start: int) -> int:
    return next((n for n in range(start, len(lines)) if lines[n].strip()), len(lines))


def _next_close(lines: Sequence[str], start: int) -> int:
    """The next line that is not blank, if at most one blank line stands before it."""
    at = _next(lines, start)
    return at if at - start <= 1 else len(lines)


def _block(lines: Sequence[str], start: int) -> tuple[Facts, int]:
    """The header lines from `start` on, and where they end; 0 if there are none."""
    facts, at = Facts(), start
    while at < len(lines) and lines[at].strip():
        found = header_line(lines[at]) or _unlabelled(lines, at)
        if found is None:
            break
        facts, at = facts.or_else(found), at + 1
    return facts, at if at > start else 0


def _unlabelled(lines: Sequence[str], at: int) -> Facts | None:
    """A short line right above another header line belongs to the header, whatever it says."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    words = lines[at].strip()
    short = len(words) <= limits.HEADLINE_CHARACTERS and not ENDING.search(words)
    return Facts(hints=(("byline", words),)) if short and below and header_line(below) else None
