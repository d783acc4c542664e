"""Places near each other, where one of them is an actor: checked in the texts themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from workstation.library import fields
from workstation.library.library import Reading
from workstation.library.query import Near, Place, Term
from workstation.library.schema import actors, articles, bodies, mentions
from workstation.library.tokens import Run, Tokens

_AT_ONCE = 500


def articles_with(
    reading: Reading, near: Near, candidates: sa.ColumnElement[bool]
) -> sa.ColumnElement[bool]:
    """The candidates in whose title or text the places stand near each other."""
    found = reading.connection.scalars(sa.select(articles.c.id).where(candidates))
    numbers = sorted(found)
    fitting: list[int] = []
    for start in range(0, len(numbers), _AT_ONCE):
        fitting += _fitting(reading, near, numbers[start : start + _AT_ONCE])
    return articles.c.id.in_(fitting)


def _fitting(reading: Reading, near: Near, numbers: Sequence[int]) -> Iterator[int]:
    called = [_mentioned(reading, place, numbers) for place in near.places]
    texts = reading.connection.execute(
        sa.select(bodies.c.article_id, bodies.c.title, bodies.c.text, articles.c.language)
        .join(articles, articles.c.id == bodies.c.article_id)
        .where(bodies.c.article_id.in_(numbers))
    )
    for row in texts:
        for field, text in (("title", row.title), ("text", row.text)):
            there = [one.get((row.article_id, field), ()) for one in called]
            if _stand_near(near, Tokens(text, row.language), there):
                yield row.article_id
                break


def _mentioned(
    reading: Reading, place: Place, numbers: Sequence[int]
) -> dict[tuple[int, str], list[tuple[int, int]]]:
    """Where an actor is mentioned in each field, in code points; nothing for words."""
    found: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    if isinstance(place, Term):
        return found
    roots = fields.roots_called(reading, place)
    rows = reading.connection.execute(
        sa.select(mentions.c.article_id, mentions.c.field, mentions.c.start, mentions.c.end)
        .join(actors, actors.c.id == mentions.c.actor_id)
        .where(
            mentions.c.article_id.in_(numbers),
            mentions.c.counted,
            actors.c.canonical_id.in_(roots),
        )
    )
    for row in rows:
        found[row.article_id, row.field].append((row.start, row.end))
    return found


def _stand_near(near: Near, tokens: Tokens, there: Sequence[Sequence[tuple[int, int]]]) -> bool:
    runs = [
        list(tokens.runs_of_term(place) if isinstance(place, Term) else tokens.runs_of_spans(spans))
        for place, spans in zip(near.places, there, strict=True)
    ]
    return all(runs) and _linked(runs, near.words)


def _linked(runs: Sequence[Sequence[Run]], words: int) -> bool:
    """Whether a chain leads from the first place to the last, each near the one before."""
    reached = list(runs[0])
    for following in runs[1:]:
        reached = [b for b in following if any(0 < _apart(a, b) <= words for a in reached)]
    return bool(reached)


def _apart(one: Run, other: Run) -> int:
    """How many words on the nearer ends stand from each other; 0 where they overlap."""
    return max(other[0] - one[1], one[0] - other[1], 0)
