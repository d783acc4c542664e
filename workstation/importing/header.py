"""The lines above a text that say who published it, where and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from workstation import limits
from workstation.domain.article import OUTLET_FROM
from workstation.domain.names import fold
from workstation.importing.dates import is_only_a_date, is_unsure_date, read_date, unread_date
from workstation.importing.facts import Facts, clean_address
from workstation.importing.paragraphs import ENDING, looks_like_headline
from workstation.importing.press import is_edition, names_outlet

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
# The same words of other languages begin sentences and headings: only whole names follow them here.
_OF = re.compile(
    r"(?:Von|Par|Por|Di)\s+(?P<name>{0}[\w’'.-]+(?:,?\s+(?:{1}|{0}[\w’'.-]*)){{1,7}})".format(
        r"(?=[^\W\d_])[A-ZÀ-ÖØ-ÞŁŚŽČŠ]",
        "und|et|y|e|von|van|der|den|zu|de|del|della|di|da|dos|la|las|los|le|du|des",
    )
)
# "Field Notebook, Hama, 5 December 2024. By Jonas Verrill"
_BYLINE = re.compile(r"(?P<where>.{0,80}?\d{4})\W+[Bb]y\s+(?P<name>[^\W\d_][^!?:;“”\"]{1,60})")
_BYLINE_FIRST = re.compile(
    r"[Bb]y\s+(?P<name>[^\W\d_][^!?:;“”\"|·•]{1,60}?)\s*[,|·•–—-]\s+(?P<where>.*\d{4}.*)"
)
_YEAR = re.compile(r"\b\d{4}\b")
_PLACE = r"[^\W\d_][^\d.;:!?“”\"()]{1,40}"
_PLACE_AND_DAY = re.compile(rf"(?P<place>{_PLACE}),\s+(?P<day>\S.{{4,30}})")
_BARS = re.compile(r"\s+[|·•]\s+")
_BYLINE_PARTS = (2, 3)
_OUTLET_AND_PLACE = 2
# The outlet and its edition.
_MOST_UNLABELLED = 2


class Header(NamedTuple):
    """The facts above a text, how many lines they take, and those among them that stay its text."""

    facts: Facts
    used: int
    kept: tuple[str, ...] = ()


def read_header(lines: Sequence[str]) -> Header:
    """The facts of the header lines at the top.

    A first line is the title if header lines follow it, or if it can be nothing else. Lines are
    plain; a blank one may stand once between the title and the rest.
    """
    start = _next(lines, 0)
    if start == len(lines):
        return Header(Facts(), 0)
    if header_line(lines[start]) is None:
        below = _block(lines, _next_close(lines, start + 1))
        if below.used:
            title = below.facts.title or lines[start].strip()
            return below._replace(facts=replace(below.facts, title=title))
        following = lines[_next(lines, start + 1)] if _next(lines, start + 1) < len(lines) else ""
        if looks_like_headline(lines[start], following):
            return Header(Facts(title=lines[start].strip()), start + 1)
        return Header(Facts(), 0)
    return header_block(lines)


def header_block(lines: Sequence[str]) -> Header:
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
    if _BY.fullmatch(words) or _OF.fullmatch(words):
        return _dated_byline(words) or _authored(words)
    if is_only_a_date(words):
        return Facts(published=read_date(words, "header line"))
    return _unread(words) if is_unsure_date(words) else _day_after_place(words)


def _authored(words: str) -> Facts:
    """The author of "By Jane Mawson, The Harbour Times", whose outlet is only a hint."""
    by = _BY.fullmatch(words) or _OF.fullmatch(words)
    name = by["name"].strip() if by else ""
    author, _comma, last = name.rpartition(",")
    if not author or not names_outlet(last):
        return Facts(author=name)
    return Facts(author=author.strip(), hints=(("outlet", last.strip()),), notes=(_beside(last),))


def _beside(words: str) -> str:
    return f"“{words.strip()}” stands beside author or day: it may be the outlet."


def _unread(words: str) -> Facts:
    """A date that cannot be read is told: it would be missed in silence."""
    return Facts(hints=(("date", words),), notes=(unread_date(words),))


def _day_after_place(words: str) -> Facts | None:
    """The day of "Budapest, 3 March 2025", and the outlet where one stands before it."""
    match = _PLACE_AND_DAY.fullmatch(words)
    day = match["day"] if match else ""
    if match is None or not _YEAR.search(day) or not is_only_a_date(day):
        return None
    published = read_date(day, "header line")
    if names_outlet(match["place"]):
        return _outlet_above(match["place"]).or_else(Facts(published=published))
    hint = ("outlet", match["place"])
    return Facts(published=published, hints=(hint,), notes=(_beside(match["place"]),))


def _outlet_above(words: str) -> Facts:
    return Facts(outlet=words.strip(), hints=((OUTLET_FROM, "line above the text"),))


def byline(line: str, author: str = "") -> Facts | None:
    """Author, day and outlet in one short line under the title; None if it is something else.

    `author` is the author if known. A single name before the day is only a hint at the outlet.
    """
    words = line.strip()
    if len(words) > limits.HEADLINE_CHARACTERS:
        return None
    by = _BY.fullmatch(words) or _OF.fullmatch(words)
    dated = _barred(words, author) or _dated_byline(words)
    return dated or (_authored(words) if by else None)


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
        "published": lambda: (
            Facts(published=read_date(value, source)) if read_date(value, "") else _unread(value)
        ),
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


def _block(lines: Sequence[str], start: int) -> Header:
    """The header lines from `start` on, and where they end; 0 if there are none."""
    facts, kept, at, end = Facts(), list[str](), start, 0
    while at < len(lines):
        found = header_line(lines[at])
        if found is None:
            above, at = _unlabelled(lines, at)
            if not above:
                break
            for words in above:
                told = _said_above(words, facts)
                facts = facts.or_else(told)
                kept += [] if told.outlet or is_edition(words) else [words]
        else:
            facts, at = facts.or_else(found), at + 1
            end = at
            at = _next_close(lines, at) if _goes_on(lines, at, facts) else at
        if at < len(lines) and not lines[at].strip():
            break
    return Header(facts, end, tuple(kept)) if end else Header(Facts(), 0)


def _goes_on(lines: Sequence[str], blank: int, facts: Facts) -> bool:
    """Whether the header goes on behind a blank line, with a day or an author still unknown."""
    at = _next_close(lines, blank)
    if at in {blank, len(lines)} or _LABELLED.fullmatch(lines[at].strip()):
        return False
    found = header_line(lines[at]) or Facts()
    return bool((found.published and not facts.published) or (found.author and not facts.author))


def _said_above(words: str, facts: Facts) -> Facts:
    """What a line without a label says right above a header line."""
    if not facts.outlet and names_outlet(words):
        return _outlet_above(words)
    return Facts(hints=(("edition" if is_edition(words) else "byline", words),))


def _unlabelled(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """Short lines above another header line, and where this one stands.

    A blank line may stand below the name of an outlet.
    """
    found: list[str] = []
    while at < len(lines) and len(found) < _MOST_UNLABELLED:
        words = lines[at].strip()
        if not words or len(words) > limits.HEADLINE_CHARACTERS or ENDING.search(words):
            break
        found.append(words)
        below = _next_close(lines, at + 1)
        if below < len(lines) and (below == at + 1 or any(map(names_outlet, found))):
            at = below
        else:
            break
        if header_line(lines[at]):
            return found, at
    return [], at
