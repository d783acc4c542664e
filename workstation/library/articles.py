"""Articles: rows of the store and values of the domain."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import sqlalchemy as sa

from workstation import limits
from workstation.domain.article import Article, Body, Draft, article_uuid
from workstation.domain.mention import Span
from workstation.domain.selection import Selection
from workstation.errors import UnknownName
from workstation.library import (
    dates,
    edits,
    full_text,
    hints,
    holding,
    passages,
    schema,
    spans,
    texts,
    versions,
)
from workstation.library.conditions import where
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import articles, bodies

Outcome = Literal["new", "version", "older", "duplicate"]

LAST_ERASED = "last-erased"
"""The fact that tells the highest number of an article that was erased."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A draft with everything its place in the library depends on.

    `identity` tells the same article, `text_hash` the same words, `story` is the story it joins
    (None: its own). `signature` and `bands` let later copies find it.
    """

    draft: Draft
    identity: str
    text_hash: str
    file: str
    sha256: str
    reader: str
    story: int | None = None
    signature: bytes = b""
    bands: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of an arrival."""

    article: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article that shares a band with another."""

    article: int
    story: int
    signature: bytes


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pipeline should have read: the articles of its languages, or of all `others`.

    A `model` that is `missing` cannot be asked: only what it said of an article before can be used.
    """

    pipeline: str
    model: str = ""
    languages: tuple[str, ...] = ()
    others: bool = True
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Untagged:
    """An article that its pipeline has not read."""

    id: int
    version: int
    body: Body
    outlet: str
    language: str
    day: date | None = None
    """The calendar day in the library's time zone."""
    spans: tuple[Span, ...] | None = None
    """What the model said of it already, if it did."""


def add(writing: Writing, arrival: Arrival, *, former: int | None = None) -> Stored:
    """Stores a draft: as a new article, as another version of one, or not at all if it is known.

    `former` is the article whose text the draft reads anew: it becomes its version, whatever the
    article held before.
    """
    same = articles.c.identity == arrival.identity if former is None else articles.c.id == former
    known = writing.connection.execute(
        sa.select(articles, bodies.c.text, bodies.c.text_hash)
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(same)
    ).one_or_none()
    if known is None:
        stored = Stored(_insert(writing, arrival), "new")
    elif former is not None and _differs(known, arrival, edits.found_of(writing, known.id)):
        _replace(writing, known, arrival)
        stored = Stored(known.id, "version")
    elif arrival.text_hash == known.text_hash:
        _note_version(writing, known, arrival)
        return Stored(known.id, "duplicate")
    elif arrival.draft.provider_version <= known.provider_version and versions.known(
        writing, known.id, arrival.text_hash
    ):
        return Stored(known.id, "duplicate")
    elif arrival.draft.provider_version < known.provider_version:
        versions.keep_older(writing, known.id, arrival.draft, arrival.text_hash, arrival.sha256)
        return Stored(known.id, "older")
    else:
        if known.provider_version < 0:  # of a row without a text, which may have named an outlet
            arrival = replace(arrival, draft=hints.with_outlet(arrival.draft, known.outlet))
        _replace(writing, known, arrival)
        stored = Stored(known.id, "version")
    _attach(writing, stored.article, arrival)
    before = {known.text_hash} if known is not None else set()
    dates.arrive(writing, stored.article, {arrival.text_hash} | before)
    edits.arrive(writing, stored.article, {arrival.text_hash} | before)
    writing.touched("articles")
    return stored


def last_number(reading: Reading) -> int:
    """The highest number that an article has, or had before it was erased.

    Whoever still reads an article that is gone must not take another for it.
    """
    erased = sa.select(schema.facts.c.value).where(schema.facts.c.name == LAST_ERASED)
    last = reading.connection.scalar(sa.select(sa.func.max(articles.c.id))) or 0
    return max(last, int(reading.connection.scalar(erased) or 0))


def neighbours(reading: Reading, bands: Sequence[int]) -> list[Neighbour]:
    """The articles that share at least one band, the oldest of them in their order."""
    near = sa.select(schema.bands.c.article_id).where(schema.bands.c.hash.in_(bands))
    rows = reading.connection.execute(
        sa.select(articles.c.id, articles.c.story, schema.fingerprints.c.signature)
        .join(schema.fingerprints, schema.fingerprints.c.article_id == articles.c.id)
        .where(articles.c.id.in_(near))
        .order_by(articles.c.id)
        .limit(limits.STORY_NEIGHBOURS)
    )
    return [Neighbour(row.id, row.story, row.signature) for row in rows]


def untagged(reading: Reading, wanted: Wanted, *, after: int = 0, limit: int) -> list[Untagged]:
    """The next articles that a pipeline has not read, with what its model said before.

    A title made from the text is left out: its names would be counted twice.
    """
    rows = reading.connection.execute(
        sa.select(
            articles.c.id,
            articles.c.version,
            articles.c.title_derived,
            articles.c.outlet,
            articles.c.language,
            articles.c.day,
            bodies,
        )
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(*_untagged(wanted), articles.c.id > after)
        .order_by(articles.c.id)
        .limit(limit)
    ).all()
    numbers = [row.id for row in rows]
    marked, known = passages.found(reading, numbers), spans.of(reading, numbers, wanted.model)
    return [
        Untagged(
            row.id,
            row.version,
            Body("" if row.title_derived else row.title, row.text, marked.get(row.id, ())),
            row.outlet,
            row.language,
            date.fromordinal(row.day) if row.day is not None else None,
            known.get(row.id),
        )
        for row in rows
    ]


def count_untagged(reading: Reading, wanted: Wanted) -> int:
    """How many articles a pipeline has not read, and can read."""
    asked = sa.select(sa.func.count()).select_from(articles).where(*_untagged(wanted))
    return reading.connection.scalar(asked) or 0


def any_untagged(reading: Reading, wanted: Sequence[Wanted]) -> bool:
    """Whether any of some pipelines has an article to read."""
    found = (sa.select(articles.c.id).where(*_untagged(one)).exists() for one in wanted)
    return bool(reading.connection.scalar(sa.select(sa.or_(*found))))


def languages(reading: Reading) -> dict[str, int]:
    """The languages of the library and their articles, most articles first."""
    asked = sa.select(articles.c.language, sa.func.count().label("n"))
    rows = reading.connection.execute(
        asked.group_by(articles.c.language).order_by(sa.desc("n"), articles.c.language)
    )
    return {row.language: row.n for row in rows}


def forget_tagging(writing: Writing, selection: Selection, *, but: Collection[str] = ()) -> None:
    """Makes the articles of a selection ones to be tagged again, by the model too.

    Those in the languages `but` are left as they are.
    """
    inside = [*where(writing, selection), articles.c.language.not_in(list(but))]
    spans.forget(writing, sa.select(articles.c.id).where(*inside))
    writing.connection.execute(
        sa.update(articles).where(*inside).values(tagged_with=None, problem="")
    )
    writing.touched("articles")


def forget_resolving(writing: Writing, words: str) -> None:
    """Makes the articles that hold some words ones to be matched with the registers again."""
    writing.connection.execute(
        sa.update(articles)
        .where(
            articles.c.problem == "",
            articles.c.id.in_(sa.select(bodies.c.article_id).where(holding.holds(words))),
        )
        .values(tagged_with=None)
    )
    writing.touched("articles")


def mark_problem(writing: Writing, article: int, pipeline: str, problem: str) -> None:
    """Notes on an article why this pipeline could not read it, and sets it aside."""
    writing.connection.execute(
        sa.update(articles)
        .where(articles.c.id == article)
        .values(tagged_with=pipeline, problem=problem)
    )
    writing.touched("articles")


def body(reading: Reading, article: int) -> Body:
    """The words of an article.

    Raises:
        UnknownName: there is no such article.
    """
    row = reading.connection.execute(
        sa.select(bodies).where(bodies.c.article_id == article)
    ).one_or_none()
    if row is None:
        raise no_such_article(article)
    return Body(row.title, row.text, passages.of(reading, article))


def no_such_article(article: int) -> UnknownName:
    """The words for an article that is not there."""
    return UnknownName(f"There is no article {article}.", "`workstation articles` lists them.")


def article_of(row: Any, story_size: int) -> Article:
    """The value of a row of `articles`."""
    return Article(
        id=row.id,
        title=row.title,
        title_derived=row.title_derived,
        outlet=row.outlet,
        author=row.author,
        language=row.language,
        published=dates.published_of(row),
        day=date.fromordinal(row.day) if row.day is not None else None,
        captured=dates.instant_of(row.captured),
        url=row.url,
        story=row.story,
        story_size=story_size,
        version=row.version,
        words=row.words,
        mentions=row.mentions,
        file=row.file,
        sha256=row.sha256,
        problem=row.problem,
        tagged_with=row.tagged_with or "",
    )


def _untagged(wanted: Wanted) -> Iterator[sa.ColumnElement[bool]]:
    yield sa.or_(articles.c.tagged_with.is_(None), articles.c.tagged_with != wanted.pipeline)
    among = articles.c.language.in_(wanted.languages)
    yield ~among if wanted.others else among
    if wanted.missing:
        yield spans.known(wanted.model)


def _columns(writing: Writing, arrival: Arrival) -> dict[str, Any]:
    draft = arrival.draft
    return {
        "title": draft.title,
        "title_derived": draft.title_derived,
        "outlet": draft.outlet,
        "author": draft.author,
        "language": draft.language,
        "url": draft.url,
        "provider_id": draft.provider_id,
        "provider_version": draft.provider_version,
        **dates.columns(draft.published, writing.zone),
        "captured": int(draft.captured.timestamp()) if draft.captured else None,
        "words": len(draft.text.split()),
        "file": arrival.file,
        "sha256": arrival.sha256,
        "reader": arrival.reader,
        "stored_at": now(),
    }


def _insert(writing: Writing, arrival: Arrival) -> int:
    connection = writing.connection
    # The one writer may count for itself; a story is named by its first article.
    number = last_number(writing) + 1
    connection.execute(
        sa.insert(articles).values(
            id=number,
            uuid=article_uuid(arrival.identity),
            identity=arrival.identity,
            story=arrival.story or number,
            **_columns(writing, arrival),
        )
    )
    connection.execute(
        sa.insert(bodies).values(
            article_id=number,
            title=arrival.draft.title,
            text=arrival.draft.text,
            text_hash=arrival.text_hash,
        )
    )
    full_text.put(writing, number)
    return number


def _differs(known: Any, arrival: Arrival, found: Mapping[str, str]) -> bool:
    """Whether a file that is read again says something else; never less than its provider did.

    What analysts have changed since is compared as it was `found`.
    """
    draft = arrival.draft
    if draft.provider_version < known.provider_version:
        return False
    facts = ("title", "outlet", "author", "language", "url")
    return arrival.text_hash != found.get("text", known.text_hash) or any(
        found.get(name, getattr(known, name)) != getattr(draft, name) for name in facts
    )


def _note_version(writing: Writing, known: Any, arrival: Arrival) -> None:
    # The provider changed no word, but may have withdrawn it; one between the two is no news.
    if arrival.draft.provider_version > known.provider_version:
        same = sa.update(articles).where(articles.c.id == known.id)
        writing.connection.execute(same.values(provider_version=arrival.draft.provider_version))
        hints.put(writing, known.id, arrival.draft.hints)
        writing.touched("articles")


def _replace(writing: Writing, known: Any, arrival: Arrival) -> None:
    draft = arrival.draft
    words = {"title": draft.title, "text": draft.text, "text_hash": arrival.text_hash}
    texts.replace(writing, known, words=words, columns=_columns(writing, arrival))


def _attach(writing: Writing, article: int, arrival: Arrival) -> None:
    draft = arrival.draft
    hints.put(writing, article, draft.hints)
    rows: list[tuple[sa.Table, list[dict[str, Any]]]] = [
        (
            schema.passages,
            [{"start": p.start, "end": p.end, "kind": p.kind} for p in draft.passages],
        ),
        (schema.fingerprints, [{"signature": arrival.signature}] if arrival.signature else []),
        (schema.bands, [{"hash": band} for band in dict.fromkeys(arrival.bands)]),
    ]
    for table, values in rows:
        if values:
            writing.connection.execute(
                sa.insert(table), [{"article_id": article, **value} for value in values]
            )
