"""An article's text cut into runs: words of one kind, for the page to mark."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from workstation.domain.actor import Kind
from workstation.domain.article import Body, Passage
from workstation.domain.mention import Field, Mention

Direction = Literal["ltr", "rtl"]

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; `actor` is the number of an actor in the report's table.

    `notes` are the numbers of those about words that end with these.
    """

    text: str
    kind: Kind | None = None
    actor: int | None = None
    boilerplate: bool = False
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article, and the way it is written."""

    runs: tuple[Run, ...]
    direction: Direction


def direction(text: str, language: str = "") -> Direction:
    """The way a text is written: that of its first letter, else of its language."""
    for letter in text:
        way = unicodedata.bidirectional(letter)
        if way in ("R", "AL"):
            return "rtl"
        if way == "L":
            return "ltr"
    return "rtl" if language.split("-", maxsplit=1)[0].casefold() in _RIGHT_TO_LEFT else "ltr"


def title(
    body: Body,
    mentions: Sequence[Mention],
    numbers: Mapping[str, int],
    notes: Sequence[tuple[int, int]] = (),
) -> tuple[Run, ...]:
    """The title in runs; `numbers` are those of the actors in the report's table.

    `notes` are where the words of each end, and its number.
    """
    marked = _marked(mentions, "title")
    return tuple(_runs(body.title, (0, len(body.title)), marked, (), numbers, notes))


def paragraphs(
    body: Body,
    mentions: Sequence[Mention],
    numbers: Mapping[str, int],
    language: str,
    notes: Sequence[tuple[int, int]] = (),
) -> tuple[Paragraph, ...]:
    """The text in paragraphs of runs; only counted mentions are marked, and notes numbered."""
    marked = _marked(mentions, "text")
    return tuple(
        Paragraph(
            tuple(_runs(body.text, (start, end), marked, body.passages, numbers, notes)),
            direction(body.text[start:end], language),
        )
        for start, end in _stretches(body.text)
    )


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in text.split("\n\n"):
        if piece.strip():
            yield start, start + len(piece)
        start += len(piece) + 2


def _marked(mentions: Sequence[Mention], field: Field) -> list[Mention]:
    """The counted mentions of a field in reading order, without any that overlap."""
    chosen: list[Mention] = []
    ours = (m for m in mentions if m.field == field and m.counted and m.kind and m.end > m.start)
    for mention in sorted(ours, key=lambda m: (m.start, -m.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen


def _runs(
    text: str,
    stretch: tuple[int, int],
    marked: Sequence[Mention],
    passages: Sequence[Passage],
    numbers: Mapping[str, int],
    notes: Sequence[tuple[int, int]],
) -> Iterator[Run]:
    start, end = stretch
    here = marked[bisect_right(marked, start, key=_end) : bisect_left(marked, end, key=_start)]
    dim = [p for p in passages if p.start < end and p.end > start]
    ends = [edge for m in here for edge in (m.start, m.end)]
    ends += [edge for p in dim for edge in (p.start, p.end)]
    ends += [edge for edge, _ in notes]
    edges = {start, end, *(edge for edge in ends if start < edge < end)}
    cuts = sorted(edges)
    for first, last in pairwise(cuts):
        at = bisect_right(here, first, key=_start) - 1
        mention = here[at] if at >= 0 and first < here[at].end else None
        yield Run(
            text[first:last],
            mention.kind if mention else None,
            numbers.get(mention.actor_id) if mention and mention.actor_id else None,
            any(p.start <= first < p.end for p in dim),
            tuple(number for edge, number in notes if edge == last),
        )


def _start(mention: Mention) -> int:
    return mention.start


def _end(mention: Mention) -> int:
    return mention.end
