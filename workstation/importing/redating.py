"""Which days articles may be of, by other ways than their readers'; nothing is changed here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from workstation.domain.anchor import Wording
from workstation.domain.article import Article, Published
from workstation.domain.dating import doubt
from workstation.domain.selection import Selection
from workstation.importing.date_pattern import DatePattern
from workstation.importing.dates import day_in_file_name, days_in_name
from workstation.library import corpus, wordings
from workstation.library.library import Reading
from workstation.limits import LIST_ROWS

_BETWEEN = " » "
_FILE_NAME = "file name"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Given:
    """The user says the date."""

    published: Published


@dataclass(frozen=True, slots=True)
class InFileName:
    """The date stands in the file's name, in words of a pattern or as dates are written."""

    pattern: DatePattern | None = None


@dataclass(frozen=True, slots=True)
class InText:
    """The date stands in the title or the text, in words of a pattern."""

    pattern: DatePattern


Way = Given | InFileName | InText


@dataclass(frozen=True, slots=True)
class Fix:
    """An article, and the date that it would get; none: `why` it stays as it is."""

    article: Article
    published: Published | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a way makes of a selection."""

    fixes: tuple[Fix, ...]
    left: tuple[Fix, ...]


def propose(
    reading: Reading, selection: Selection, way: Way, *, also_sure: bool = False
) -> Proposal:
    """The dates that articles of a selection would get, oldest first.

    Articles whose date is sure are left alone unless they are wanted, too.
    """
    found = list(_all(reading, selection, way, also_sure=also_sure))
    return Proposal(
        tuple(fix for fix in found if fix.published is not None),
        tuple(fix for fix in found if fix.published is None),
    )


def _all(reading: Reading, selection: Selection, way: Way, *, also_sure: bool) -> Iterator[Fix]:
    for offset in count(0, LIST_ROWS):
        page = corpus.articles(reading, selection, order="oldest", offset=offset)
        numbers = [article.id for article in page] if isinstance(way, InText) else []
        texts = wordings.of(reading, numbers) if numbers else {}
        for article in page:
            if not also_sure and article.published and not doubt(article.published):
                yield Fix(article, None, f"its date is sure: {article.published.source}")
            else:
                yield _judged(article, way, texts.get(article.id))
        if len(page) < LIST_ROWS:
            return


def _judged(article: Article, way: Way, wording: Wording | None) -> Fix:
    if isinstance(way, Given):
        return _unless_same(article, way.published)
    days = _days_in_file_name(article, way) if isinstance(way, InFileName) else []
    if isinstance(way, InText) and wording is not None:
        days = way.pattern.days(f"{wording.title}\n\n{wording.text}")
    if not days:
        where = "the file's name" if isinstance(way, InFileName) else "the text"
        return Fix(article, None, f"no such day stands in {where}")
    if len(days) > 1:
        told = ", ".join(day.isoformat() for day in days[:_SHOWN])
        more = ", …" if len(days) > _SHOWN else ""
        return Fix(article, None, f"several days stand there: {told}{more}")
    found = Published.on(days[0], _FILE_NAME if isinstance(way, InFileName) else "")
    return _unless_same(article, found)


def _unless_same(article: Article, published: Published) -> Fix:
    known = article.published
    if known is None:
        return Fix(article, published)
    # What was read at the same place before is no less doubtful now, and a time is not given away
    # for the day that it is of.
    same_day = published.instant is None and article.day == published.day and not doubt(known)
    if known == published or same_day or (known.iso() == published.iso() and not doubt(known)):
        return Fix(article, None, "it has that date already")
    return Fix(article, published)


def _days_in_file_name(article: Article, way: InFileName) -> list[date]:
    name = article.file.rpartition(_BETWEEN)[2]
    if way.pattern is not None:
        return way.pattern.days(name)
    sure = day_in_file_name(name)
    return [sure.day] if sure is not None and sure.day is not None else days_in_name(name)
