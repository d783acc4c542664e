"""Places of words or actors with what stands around them, over all articles of a selection."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

import sqlalchemy as sa

from workstation.domain.concordance import Concordance, Line
from workstation.domain.names import fold
from workstation.domain.selection import Selection
from workstation.library import actors as actor_rows
from workstation.library.columns import listing
from workstation.library.conditions import where
from workstation.library.library import Reading
from workstation.library.query import Term, terms
from workstation.library.schema import actors, article_actors, articles, bodies, mentions
from workstation.library.tokens import Tokens
from workstation.limits import CONCORDANCE_CHARACTERS, CONCORDANCE_LINES

_NEWEST = (articles.c.day.is_(None), articles.c.day.desc(), articles.c.id.desc())
_AT_ONCE = 200


def of_actors(
    reading: Reading,
    selection: Selection,
    actor_ids: Sequence[str],
    *,
    surface: str = "",
    limit: int = CONCORDANCE_LINES,
) -> Concordance:
    """The counted mentions of some actors, or of one surface of theirs, in the selection."""
    roots = actor_rows.roots_of(reading, actor_ids).values()
    text = sa.case((mentions.c.field == "title", bodies.c.title), else_=bodies.c.text)
    first = sa.case(
        (mentions.c.start > CONCORDANCE_CHARACTERS, mentions.c.start - CONCORDANCE_CHARACTERS),
        else_=0,
    )
    which = [mentions.c.folded == fold(surface)] if surface else []
    if not surface and (image := reading.columns) is not None:
        newest = listing.newest_naming(image, reading, selection, roots, limit + 1)
        which.append(mentions.c.article_id.in_(newest))
    else:
        which += where(reading, selection)
    rows = reading.connection.execute(
        sa.select(
            mentions.c.article_id.label("article"),
            mentions.c.field,
            mentions.c.start,
            mentions.c.end,
            articles.c.outlet,
            articles.c.day,
            # The stores count from one.
            sa.func.substr(text, first + 1, mentions.c.start - first).label("left"),
            sa.func.substr(text, mentions.c.start + 1, mentions.c.end - mentions.c.start).label(
                "node"
            ),
            sa.func.substr(text, mentions.c.end + 1, CONCORDANCE_CHARACTERS).label("right"),
        )
        .join(actors, actors.c.id == mentions.c.actor_id)
        .join(articles, articles.c.id == mentions.c.article_id)
        .join(bodies, bodies.c.article_id == mentions.c.article_id)
        .where(
            *which,
            mentions.c.counted,
            actors.c.canonical_id.in_(roots),
        )
        .order_by(*_NEWEST, mentions.c.field.desc(), mentions.c.start)
        .limit(limit + 1)
    )
    found = [
        _line(row, row.field, (row.start, row.end), row.left, row.node, row.right) for row in rows
    ]
    return Concordance(tuple(found[:limit]), len(found) > limit)


def number_of(reading: Reading, selection: Selection, actor_ids: Sequence[str]) -> int:
    """How many counted mentions of some actors the selection holds."""
    roots = actor_rows.roots_of(reading, actor_ids).values()
    if (image := reading.columns) is not None:
        return listing.naming(image, reading, selection, roots)
    asked = (
        sa.select(sa.func.coalesce(sa.func.sum(article_actors.c.mentions), 0))
        .join(actors, actors.c.id == article_actors.c.actor_id)
        .join(articles, articles.c.id == article_actors.c.article_id)
        .where(*where(reading, selection), actors.c.canonical_id.in_(roots))
    )
    return int(reading.connection.scalars(asked).one())


def of_words(
    reading: Reading, selection: Selection, *, limit: int = CONCORDANCE_LINES
) -> Concordance:
    """The words that the selection's query looks for, in the articles that it finds."""
    sought = terms(selection.words)
    if not sought:
        return Concordance()
    found = tuple(islice(_hits(reading, selection, sought), limit + 1))
    return Concordance(found[:limit], len(found) > limit)


def _hits(reading: Reading, selection: Selection, sought: Sequence[Term]) -> Iterator[Line]:
    numbers = _newest(reading, selection)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        rows = reading.connection.execute(
            sa.select(
                articles.c.id.label("article"),
                articles.c.language,
                articles.c.outlet,
                articles.c.day,
                bodies.c.title,
                bodies.c.text,
            )
            .join(bodies, bodies.c.article_id == articles.c.id)
            .where(articles.c.id.in_(some))
            .order_by(*_NEWEST)
        )
        for row in rows:
            yield from _lines(row, "title", row.title, sought)
            yield from _lines(row, "text", row.text, sought)


def _newest(reading: Reading, selection: Selection) -> Sequence[int]:
    if (image := reading.columns) is not None:
        return listing.newest(image, reading, selection)
    asked = sa.select(articles.c.id).where(*where(reading, selection))
    return reading.connection.scalars(asked.order_by(*_NEWEST)).all()


def _lines(row: Any, field: Any, text: str, sought: Sequence[Term]) -> Iterator[Line]:
    tokens = Tokens(text, row.language)
    runs = {run for term in sought for run in tokens.runs_of_term(term)}
    for start, end in map(tokens.span, sorted(runs)):
        before = text[max(0, start - CONCORDANCE_CHARACTERS) : start]
        after = text[end : end + CONCORDANCE_CHARACTERS]
        yield _line(row, field, (start, end), before, text[start:end], after)


def _line(row: Any, field: Any, place: tuple[int, int], left: str, node: str, right: str) -> Line:
    return Line(
        row.article,
        field,
        *place,
        left=" ".join(left.split()) + (" " if left[-1:].isspace() else ""),
        node=node,
        right=(" " if right[:1].isspace() else "") + " ".join(right.split()),
        outlet=row.outlet,
        day=date.fromordinal(row.day) if row.day is not None else None,
    )
