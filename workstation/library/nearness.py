"""Places near each other, where one of them is an actor: checked in the texts themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from workstation.library import fields
from workstation.library.library import Reading
from workstation.library.query import Field, Near, Term
from workstation.library.schema import actors, articles, bodies, mentions
from workstation.library.tokens import Run, Tokens, around, length

_AT_ONCE = 500
_TWO = 2

_Spans = Sequence[Sequence[tuple[int, int]]]
"""Of each place the code points at which it is mentioned; none for words."""


def articles_with(
    reading: Reading, near: Near, candidates: sa.ColumnElement[bool]
) -> sa.ColumnElement[bool]:
    """The candidates in whose title or text the places stand near each other."""

    def found() -> list[int]:
        numbers = sorted(reading.connection.scalars(sa.select(articles.c.id).where(candidates)))
        parts = (numbers[i : i + _AT_ONCE] for i in range(0, len(numbers), _AT_ONCE))
        called = [
            fields.roots_called(reading, place) if isinstance(place, Field) else []
            for place in near.places
        ]
        return [number for part in parts for number in _fitting(reading, near, called, part)]

    image = reading.columns
    # Each pane asks for the same words.
    return articles.c.id.in_(found() if image is None else image.memory.recall(near, found))


def _fitting(
    reading: Reading, near: Near, called: Sequence[Sequence[int]], numbers: Sequence[int]
) -> Iterator[int]:
    mentioned = [_mentioned(reading, roots, numbers) for roots in called]
    texts = reading.connection.execute(
        sa.select(bodies.c.article_id, bodies.c.title, bodies.c.text, articles.c.language)
        .join(articles, articles.c.id == bodies.c.article_id)
        .where(bodies.c.article_id.in_(numbers))
    )
    for row in texts:
        for field, text in (("title", row.title), ("text", row.text)):
            there = [one.get((row.article_id, field), ()) for one in mentioned]
            parts = _parts(near, text, there)
            if any(_stand_near(near, Tokens(part, row.language), held) for part, held in parts):
                yield row.article_id
                break


def _mentioned(
    reading: Reading, roots: Sequence[int], numbers: Sequence[int]
) -> dict[tuple[int, str], list[tuple[int, int]]]:
    """Where some actors are mentioned in each field, in code points."""
    found: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    if not roots:
        return found
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


def _parts(near: Near, text: str, there: _Spans) -> Iterator[tuple[str, _Spans]]:
    """What of a text has to be cut into words, and where actors are mentioned in that.

    Cutting takes most of the time, so of two places one of which is an actor it is only what
    stands about its mentions.
    """
    named = [n for n, place in enumerate(near.places) if isinstance(place, Field)]
    if len(near.places) > _TWO or not named:
        yield text, there
        return
    rarest = min((there[n] for n in named), key=len)
    if not rarest:
        return
    longest = max(length(place) if isinstance(place, Term) else 1 for place in near.places)
    for start, end in around(text, rarest, near.words + longest):
        held = [
            [
                (max(a, start) - start, min(b, end) - start)
                for a, b in spans
                if a < end and b > start
            ]
            for spans in there
        ]
        yield text[start:end], held


def _stand_near(near: Near, tokens: Tokens, there: _Spans) -> bool:
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
