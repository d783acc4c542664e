"""Passages that are not an article's own words: as they were found, and as they were decided."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from workstation.domain.article import Passage
from workstation.library.library import Reading, Writing
from workstation.library.schema import decided_paragraphs, mentions, passages


def found(reading: Reading, numbers: Collection[int]) -> dict[int, tuple[Passage, ...]]:
    """The passages that readers found in some articles."""
    listed: dict[int, list[Passage]] = {}
    for row in _each(reading, passages, numbers):
        listed.setdefault(row.article_id, []).append(Passage(row.start, row.end, row.kind))
    return {number: tuple(places) for number, places in listed.items()}


def of(reading: Reading, number: int) -> tuple[Passage, ...]:
    """The passages of an article after what was decided of its paragraphs."""
    decided = list(_each(reading, decided_paragraphs, [number]))
    left = list(found(reading, [number]).get(number, ()))
    for row in decided:
        left = [rest for one in left for rest in _without(one, row.start, row.end)]
    left += [Passage(row.start, row.end) for row in decided if not row.own]
    return tuple(sorted(left, key=lambda passage: passage.start))


def crossed(reading: Reading, folded: Collection[str]) -> set[int]:
    """The articles in which a mention of some surfaces stands in a decided paragraph."""
    inside = sa.and_(
        decided_paragraphs.c.article_id == mentions.c.article_id,
        mentions.c.start < decided_paragraphs.c.end,
        decided_paragraphs.c.start < mentions.c.end,
    )
    asked = sa.select(mentions.c.article_id).join(decided_paragraphs, inside)
    here = mentions.c.folded.in_(list(folded)), mentions.c.field == "text"
    return set(reading.connection.scalars(asked.where(*here).distinct()))


def decide(writing: Writing, number: int, paragraphs: Mapping[tuple[int, int], bool]) -> None:
    """Keeps which paragraphs of an article were decided to be its own words, and which not."""
    table = decided_paragraphs
    writing.connection.execute(sa.delete(table).where(table.c.article_id == number))
    if paragraphs:
        writing.connection.execute(
            sa.insert(table),
            [
                {"article_id": number, "start": start, "end": end, "own": own}
                for (start, end), own in paragraphs.items()
            ],
        )


def _without(passage: Passage, start: int, end: int) -> Iterable[Passage]:
    if passage.end <= start or end <= passage.start:
        return (passage,)
    parts: Sequence[tuple[int, int]] = ((passage.start, start), (end, passage.end))
    return [Passage(s, e, passage.kind) for s, e in parts if s < e]


def _each(reading: Reading, table: sa.Table, numbers: Collection[int]) -> Iterator[Any]:
    if numbers:
        yield from reading.connection.execute(
            sa.select(table)
            .where(table.c.article_id.in_(list(numbers)))
            .order_by(table.c.article_id, table.c.start)
        )
