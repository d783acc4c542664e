"""A report: what a selection says, as plain values that any page can be set from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Literal

import msgspec

from workstation import limits
from workstation.domain.actor import KINDS, Actor, Kind
from workstation.domain.article import Article
from workstation.domain.clean import clean_line, clean_text
from workstation.domain.event import Event
from workstation.domain.frequency import By, FacetCount, Frequency, Unit
from workstation.domain.selection import Selection
from workstation.errors import UnknownName, Unreadable
from workstation.library import corpus, events
from workstation.library.library import Reading
from workstation.reporting import method, noted, paragraphs, words
from workstation.reporting.method import Note, Source
from workstation.reporting.noted import Noted, Remark
from workstation.reporting.paragraphs import Direction, Paragraph, Run

Articles = Literal["full", "list", "none"]

_DAYS_BY_DAY = 62
_DAYS_BY_WEEK = 400
_FEW_DAYS = 21
_ARTICLES_A_DAY = 3


@dataclass(frozen=True, slots=True)
class Specification:
    """What a report is about; the same specification of the same library gives the same report.

    `period` is made from the selection where it is empty. `summary` is the analyst's own text,
    its paragraphs separated by one blank line; `language` is the one that it and the title are
    written in. `library` is the name of the library, for the cover. With `notes` it tells what is
    set on articles and written about them, which is nobody else's business unless somebody says so.
    """

    selection: Selection
    issued: date
    title: str = "Media report"
    period: str = ""
    articles: Articles = "full"
    summary: str = ""
    language: str = "en"
    library: str = ""
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    title: str
    period: str
    issued: date
    library: str
    language: str
    direction: Direction
    summary: tuple[str, ...]
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The report's size in numbers."""

    articles: int
    stories: int
    outlets: int
    actors: int
    mentions: int
    undated: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A row of the actor table; `article` is the number of the first article that names it."""

    number: int
    name: str
    kind: Kind
    mentions: int
    articles: int
    stories: int
    outlets: int
    first: date | None
    last: date | None
    article: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """An article in the report, with its text where the specification asks for it."""

    number: int
    id: int
    title: tuple[Run, ...]
    direction: Direction
    language: str
    outlet: str
    author: str
    when: str
    day: date | None
    url: str
    words: int
    mentions: int
    remarks: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[str, ...] = ()
    notes: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is printed; `fingerprint` is the SHA-256 of all the rest."""

    cover: Cover
    figures: KeyFigures
    frequency: Frequency
    actors: tuple[ActorRow, ...]
    more_actors: int
    outlets: tuple[FacetCount, ...]
    shown: Articles
    articles: tuple[Piece, ...]
    kinds: tuple[Kind, ...]
    method: tuple[Note, ...]
    sources: tuple[Source, ...]
    events: tuple[Event, ...] = ()
    """Those that are pinned on the days of the chart, or on others."""
    unit: Unit = "articles"
    """What the table of outlets counts, as far as it can."""
    fingerprint: str = ""

    def sealed(self) -> Report:
        """The same report with its fingerprint."""
        bare = replace(self, fingerprint="")
        return replace(self, fingerprint=sha256(msgspec.json.encode(bare)).hexdigest())


def build(reading: Reading, specification: Specification) -> Report:
    """The report of a selection.

    Raises:
        Unreadable: the selection holds more articles than one report can print.
    """
    selection = specification.selection
    inside, unit = selection.corpus(), selection.unit
    _check_size(corpus.count(reading, inside), specification.articles)
    articles = corpus.articles(reading, inside, order="oldest", limit=None)
    actors = corpus.actors(reading, inside, limit=limits.REPORT_ACTORS_COUNTED)
    filters = words.filters(inside, lambda uuid: _name(reading, uuid))
    shown = actors[: limits.REPORT_ACTOR_ROWS]
    pieces, first = _pieces(reading, articles, shown, specification)
    return Report(
        cover=_cover(specification, articles, filters),
        figures=KeyFigures(
            articles=len(articles),
            stories=len({article.story for article in articles}),
            outlets=len({article.outlet for article in articles if article.outlet}),
            actors=len(actors),
            mentions=sum(actor.mentions for actor in actors),
            undated=sum(article.day is None for article in articles),
        ),
        frequency=_frequency(reading, selection, articles, actors),
        actors=tuple(_row(n, actor, first) for n, actor in enumerate(shown, 1)),
        more_actors=len(actors) - len(shown),
        outlets=tuple(corpus.facet(reading, inside, "outlet", unit)),
        events=tuple(events.listed(reading)),
        unit=unit,
        shown=specification.articles,
        articles=pieces,
        kinds=tuple(kind for kind in KINDS if kind in {actor.kind for actor in actors}),
        method=method.notes(reading, articles, filters, unit),
        sources=method.sources(articles),
    ).sealed()


def _check_size(articles: int, shown: Articles) -> None:
    most = limits.REPORT_PRINTED_ARTICLES if shown == "full" else limits.REPORT_LISTED_ARTICLES
    if articles > most:
        what = "the text of at most" if shown == "full" else "at most"
        raise Unreadable(
            f"The selection holds {words.number(articles)} articles;"
            f" one report prints {what} {words.number(most)}.",
            "Narrow the selection, or list the articles without their text."
            if shown == "full"
            else "Narrow the selection.",
        )


def _check_length(letters: int) -> None:
    if letters > limits.REPORT_PRINTED_CHARACTERS:
        raise Unreadable(
            "The articles of the selection are longer than one report can print.",
            "Narrow the selection, or list the articles without their text.",
        )


def _name(reading: Reading, uuid: str) -> str:
    try:
        return corpus.find_actor(reading, uuid).name
    except UnknownName:
        return uuid


def _cover(
    specification: Specification, articles: Sequence[Article], filters: tuple[str, ...]
) -> Cover:
    days = sorted(article.day for article in articles if article.day)
    found = words.stretch(days[0], days[-1]) if days else ""
    title = clean_line(specification.title, limits.TITLE_CHARACTERS) or "Media report"
    summary = clean_text(specification.summary).split("\n\n")
    return Cover(
        title=title,
        period=specification.period or words.period(specification.selection.brush) or found,
        issued=specification.issued,
        library=clean_line(specification.library, limits.NAME_CHARACTERS),
        language=specification.language,
        direction=paragraphs.direction(title, specification.language),
        summary=tuple(filter(None, summary)),
        filters=filters,
    )


def _frequency(
    reading: Reading, selection: Selection, articles: Sequence[Article], actors: Sequence[Actor]
) -> Frequency:
    picked = selection.picked or tuple(a.id for a in actors[: limits.REPORT_CHART_ACTORS])
    first = selection.brush.first or min((a.day for a in articles if a.day), default=None)
    last = selection.brush.last or max((a.day for a in articles if a.day), default=None)
    by = _by((last - first).days + 1, len(articles)) if first and last else "day"
    shown = picked[: limits.CHART_SERIES]
    return corpus.frequency(reading, selection.corpus(), shown, by, unit=selection.unit)


def _by(days: int, articles: int) -> By:
    """Periods that are wide enough to hold some articles, and not too many for a line."""
    if days <= _DAYS_BY_DAY and (days < _FEW_DAYS or articles >= days * _ARTICLES_A_DAY):
        return "day"
    return "week" if days <= _DAYS_BY_WEEK else "month"


def _pieces(
    reading: Reading,
    articles: Sequence[Article],
    shown: Sequence[Actor],
    specification: Specification,
) -> tuple[tuple[Piece, ...], dict[str, int]]:
    """The articles, and the number of the first one that names each actor."""
    numbers = {actor.id: n for n, actor in enumerate(shown, 1)}
    first: dict[str, int] = {}
    pieces: list[Piece] = []
    letters, how = 0, specification.articles
    listed = [article.id for article in articles] if how != "none" else []
    notes = noted.of(reading, listed) if specification.notes else {}
    for n, article in enumerate(articles if how != "none" else (), 1):
        said = notes.get(article.id, Noted())
        runs: tuple[Run, ...] = (Run(article.title),)
        texts: tuple[Paragraph, ...] = ()
        if how == "full":
            body = corpus.body(reading, article.id)
            mentions = corpus.mentions_in(reading, article.id)
            letters += len(body.text)
            _check_length(letters)
            ends = said.ends
            runs = paragraphs.title(body, mentions, numbers, ends.get("title", ()))
            texts = paragraphs.paragraphs(
                body, mentions, numbers, article.language, ends.get("text", ())
            )
            for mention in mentions:
                if mention.counted and mention.actor_id:
                    first.setdefault(mention.actor_id, n)
        made = _piece(reading, n, article, runs, texts)
        remarks = said.remarks if how == "full" else ()
        pieces.append(replace(made, marks=said.marks, notes=remarks))
    return tuple(pieces), first


def _piece(
    reading: Reading,
    number: int,
    article: Article,
    title: tuple[Run, ...],
    texts: tuple[Paragraph, ...],
) -> Piece:
    remarks = []
    if article.story_size > 1:
        remarks.append(f"one of {words.count(article.story_size, 'article')} of this story")
    if article.version > 1:
        remarks.append(f"version {article.version}")
    if article.problem:
        remarks.append(f"names could not be found: {article.problem}")
    return Piece(
        number=number,
        id=article.id,
        title=title if article.title.strip() else (Run("Untitled"),),
        direction=paragraphs.direction(article.title, article.language),
        language=article.language,
        outlet=article.outlet,
        author=article.author,
        when=_when(reading, article),
        day=article.day,
        url=article.url,
        words=article.words,
        mentions=article.mentions,
        remarks=tuple(remarks),
        paragraphs=texts,
    )


def _when(reading: Reading, article: Article) -> str:
    published = article.published
    if published is None:
        return "undated"
    if published.instant is None:
        return words.day(published.local_day(reading.zone))
    local = published.instant.astimezone(reading.zone)
    return f"{words.day(local.date())}, {local:%H:%M}"


def _row(number: int, actor: Actor, first: dict[str, int]) -> ActorRow:
    return ActorRow(
        number=number,
        name=actor.name,
        kind=actor.kind,
        mentions=actor.mentions,
        articles=actor.articles,
        stories=actor.stories,
        outlets=actor.outlets,
        first=actor.first,
        last=actor.last,
        article=first.get(actor.id),
    )
