"""Where the words of an article stand in a text document, and which of them are marked.

A text document counts UTF-16 units and separates blocks by one; the library counts code points.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workstation.desktop.words import runs_right_to_left, shown
from workstation.domain.article import Article, Body
from workstation.domain.mention import Field, Mention
from workstation.library.query import terms
from workstation.library.tokens import Tokens

BLOCK: Final = 2_000
"""Code points in one block: laying out a block takes time that grows with its square."""

PART: Final = 250_000
"""Code points shown at once: a longer article is turned page by page, like a book."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article with all that its reader shows."""

    article: Article
    body: Body
    mentions: tuple[Mention, ...]
    hints: tuple[tuple[str, str], ...] = ()
    tone: str = ""
    """As an analyst judged it, or ""."""
    corrected: str = ""
    """Who corrected the text, or ""."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a field that becomes one block of the document, `at` UTF-16 units into it."""

    field: Field
    start: int
    end: int
    text: str
    at: int
    continues: bool
    """Whether it goes on in the paragraph of the piece before."""

    @property
    def right_to_left(self) -> bool:
        """Whether it is laid out from the right."""
        return runs_right_to_left(self.text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the document, in UTF-16 units."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and where the document shows it."""

    start: int
    end: int
    mention: Mention


class Placement:
    """The blocks of one part of an article: the title, a line about it, and its paragraphs."""

    def __init__(self, body: Body, about: str, part: int = 0) -> None:
        """Lay out a part; `about` is the line below the title."""
        paragraphs = list(_paragraphs(body.text))
        parts = _parts(paragraphs)
        self.parts = len(parts)
        self.part = min(part, self.parts - 1)
        title = shown(body.title)
        self.about_at = units(title) + 1
        self.pieces = [Piece("title", 0, len(title), title, 0, continues=False)]
        at = self.about_at + units(about) + 1
        for start, end, continues in parts[self.part]:
            text = shown(body.text[start:end])
            self.pieces.append(Piece("text", start, end, text, at, continues))
            at += units(text) + 1
        self.length = at
        self._starts = [p.start for p in self.pieces[1:]]
        self._places = [p.at for p in self.pieces[1:]]
        self._tokens: list[Tokens] | None = None
        self._language = ""

    def position(self, field: Field, offset: int) -> int | None:
        """Where a code point of a field stands, or None where this part does not show it."""
        piece = self._piece_of(field, offset)
        if piece is None or not piece.start <= offset <= piece.end:
            return None
        return piece.at + units(piece.text[: offset - piece.start])

    def offset(self, position: int) -> tuple[Field, int] | None:
        """Which code point of which field stands at a position, or None on a line of ours."""
        if position < self.about_at:
            piece = self.pieces[0]
        else:
            index = bisect_right(self._places, position) - 1
            if index < 0:
                return None
            piece = self.pieces[index + 1]
        inside = piece.text.encode("utf-16-le", "surrogatepass")[: 2 * (position - piece.at)]
        return piece.field, piece.start + len(inside.decode("utf-16-le", "ignore"))

    def stretches(self, field: Field, start: int, end: int) -> list[Stretch]:
        """The stretches of a range of code points, one for each block that holds a bit of it."""
        found = []
        for piece in self._pieces_between(field, start, end):
            first, last = max(start, piece.start), min(end, piece.end)
            found.append(
                Stretch(
                    piece.at + units(piece.text[: first - piece.start]),
                    piece.at + units(piece.text[: last - piece.start]),
                )
            )
        return found

    def place(self, mentions: Iterable[Mention]) -> list[Placed]:
        """The mentions that this part shows, in reading order."""
        placed = [
            Placed(stretch.start, stretch.end, mention)
            for mention in mentions
            for stretch in self.stretches(mention.field, mention.start, mention.end)
        ]
        return sorted(placed, key=lambda p: (p.start, p.end))

    def find(self, pattern: re.Pattern[str]) -> list[Stretch]:
        """Where a pattern fits in the title and the paragraphs of this part."""
        return [
            Stretch(
                piece.at + units(piece.text[: m.start()]), piece.at + units(piece.text[: m.end()])
            )
            for piece in self.pieces
            for m in pattern.finditer(piece.text)
            if m.end() > m.start()
        ]

    def hits(self, query: str, language: str) -> list[Stretch]:
        """Where the words stand that a query looks for, as the search itself takes them."""
        sought = terms(query)
        if not sought:
            return []
        if self._tokens is None or self._language != language:
            self._language = language
            self._tokens = [Tokens(piece.text, language) for piece in self.pieces]
        found = []
        for piece, tokens in zip(self.pieces, self._tokens, strict=True):
            runs = {run for term in sought for run in tokens.runs_of_term(term)}
            for start, end in sorted(map(tokens.span, runs)):
                first = piece.at + units(piece.text[:start])
                found.append(Stretch(first, first + units(piece.text[start:end])))
        return found

    def part_of(self, body: Body, offset: int) -> int:
        """The part in which a code point of the text stands."""
        parts = _parts(list(_paragraphs(body.text)))
        starts = [blocks[0][0] if blocks else 0 for blocks in parts]
        return max(0, bisect_right(starts, offset) - 1)

    def _piece_of(self, field: Field, offset: int) -> Piece | None:
        if field == "title":
            return self.pieces[0]
        index = bisect_right(self._starts, offset) - 1
        return self.pieces[index + 1] if index >= 0 else None

    def _pieces_between(self, field: Field, start: int, end: int) -> Sequence[Piece]:
        if field == "title":
            return self.pieces[:1]
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, max(start, end - 1))
        return [p for p in self.pieces[first + 1 : last + 1] if p.start < end and start < p.end]


def units(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _paragraphs(text: str) -> Iterable[tuple[int, int, bool]]:
    """Blocks as (start, end, continues): paragraphs, and long ones cut at spaces."""
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        at = start
        while end - at > BLOCK:
            space = text.rfind(" ", at + BLOCK // 2, at + BLOCK)
            cut = space + 1 if space >= 0 else at + BLOCK
            yield at, cut, at > start
            at = cut
        yield at, end, at > start
        start = end + 2


def _parts(blocks: list[tuple[int, int, bool]]) -> list[list[tuple[int, int, bool]]]:
    parts: list[list[tuple[int, int, bool]]] = [[]]
    for block in blocks:
        if parts[-1] and block[1] - parts[-1][0][0] > PART:
            parts.append([])
        parts[-1].append(block)
    return parts
