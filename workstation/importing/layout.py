"""Pieces of text on a page become lines in reading order, and lines become paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from workstation.importing.paragraphs import ENDING

# Shares of the size of the type, unless something else is said.
_SAME_BASELINE = 0.35
_COLUMN_GAP = 0.9
_INDENT = 0.8
_SAME_SIZE = 0.06
# A gap between lines that is this much larger than usual separates paragraphs.
_PARAGRAPH_GAP = 1.17
# Lines this far apart, in sizes of their type, belong to no paragraph; so far they usually are.
_FARTHEST = 3.0
_USUAL_PITCH = 1.4
# One or two gaps of a size may both be those between paragraphs.
_FEWEST_GAPS = 3
# A column has at least so many lines, and at most so large a share of lines runs across a gutter.
_COLUMN_LINES = 3
_ACROSS = 0.15
# How deep columns may stand inside one another: a newspaper's page needs four.
_DEEPEST = 12
# Words that keep a hyphen at the end of a line: hardly any syllable looks like them.
_HYPHENATED = re.compile(r"(?:^|\W)(?:anti|non|self|half|well|vice|\d+)[-\u2010]$", re.IGNORECASE)
# Second words of compounds that end no other word of four letters and more before them.
_SECOND = re.compile(
    r"(?:affiliated|aligned|allied|appointed|armed|backed|based|besieged|brokered|controlled|"
    r"dominated|funded|held|led|level|linked|mediated|occupied|owned|ranking|scale|speaking|"
    r"sponsored|supported|trained)\b"
)
# "cancel-led" and "with-held" are single words.
_COMPOUND = re.compile(
    r"(?:^|\W)(?!(?:over|with|under|inter|super)-)[^\W\d_]{3,}[^\W\d_l][-\u2010]$", re.I
)
_SOFT_HYPHEN = "\u00ad"

_BULLET = re.compile(r"[•‣▪◦●■–-]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one baseline, in points from the left and from the bottom of the page."""

    words: str
    left: float
    right: float
    base: float
    size: float
    column: int = 0
    """Which column of which page, counted through the document."""


def reading_order(pieces: Sequence[Piece], first_column: int = 0) -> list[Piece]:
    """Whole lines in the order they are read: band by band, column by column."""
    lines: list[Piece] = []
    for number, block in enumerate(_blocks(list(pieces), _DEEPEST), first_column):
        lines += (replace(line, column=number) for line in _lines(block))
    return lines


def to_paragraphs(lines: Sequence[Piece]) -> list[tuple[str, float]]:
    """Paragraphs of lines in reading order, each with the size of its type."""
    columns: dict[int, _Column] = {}
    by_column: dict[int, list[Piece]] = {}
    for line in lines:
        by_column.setdefault(line.column, []).append(line)
    for number, members in by_column.items():
        columns[number] = _Column.of(members)
    known = _hyphenated_words(lines)
    paragraphs: list[tuple[str, float]] = []
    previous: Piece | None = None
    for line in lines:
        if previous and _continues(previous, line, columns):
            words, size = paragraphs[-1]
            paragraphs[-1] = (join_words(words, line.words, known), size)
        else:
            paragraphs.append((_without_bullet(line.words), line.size))
        previous = line
    return [(words.removesuffix(_SOFT_HYPHEN), size) for words, size in paragraphs]


def join_words(before: str, after: str, hyphenated: Collection[str] = ()) -> str:
    """Two lines of one paragraph as one; a word broken by a hyphen is made whole."""
    if before.endswith(_SOFT_HYPHEN):
        return before[:-1] + after
    broken = len(before) > 1 and before.endswith(("-", "\u2010")) and before[-2].isalnum()
    if not broken:
        return f"{before} {after}"
    compound = before.rsplit(maxsplit=1)[-1] + after.split(maxsplit=1)[0]
    kept = compound in hyphenated or _HYPHENATED.search(before) or _is_compound(before, after)
    return before + after if kept or not after[:1].islower() else before[:-1] + after


def _is_compound(before: str, after: str) -> bool:
    return bool(_SECOND.match(after) and _COMPOUND.search(before))


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float
    pitches: dict[int, float]
    """The usual distance of two lines, by the size of their type."""

    @classmethod
    def of(cls, lines: Sequence[Piece]) -> _Column:
        gaps: dict[int, list[float]] = {}
        for above, below in pairwise(lines):
            gap = above.base - below.base
            if 0 < gap < _FARTHEST * above.size and _alike(above, below):
                gaps.setdefault(round(below.size), []).append(gap)
        return cls(
            min(line.left for line in lines),
            max(line.right for line in lines),
            {size: _low_median(all_) for size, all_ in gaps.items() if len(all_) >= _FEWEST_GAPS},
        )

    def widest_gap(self, line: Piece) -> float:
        """How far below another line of its paragraph a line may stand."""
        pitch = self.pitches.get(round(line.size))
        if pitch is None and self.pitches:
            # A size that occurs seldom is leaded like the others.
            near = min(self.pitches, key=lambda size: abs(size - line.size))
            pitch = self.pitches[near] * line.size / max(near, 1)
        return _PARAGRAPH_GAP * (pitch or _USUAL_PITCH * line.size)


def _low_median(gaps: Sequence[float]) -> float:
    """The usual gap inside paragraphs: a column of short ones has as many gaps between them."""
    return sorted(gaps)[(len(gaps) - 1) // 3]


def _alike(one: Piece, other: Piece) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _continues(above: Piece, below: Piece, columns: dict[int, _Column]) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if not _alike(above, below) or _BULLET.match(below.words):
        return False
    if above.column != below.column:
        open_end = not ENDING.search(above.words)
        return open_end and (
            below.words[:1].islower() or _full(above, below, columns[above.column])
        )
    column = columns[above.column]
    return (
        above.base - below.base <= column.widest_gap(below)
        and below.left - column.left <= max(_INDENT * below.size, above.left - column.left + 1)
        and _full(above, below, column)
    )


def _full(above: Piece, below: Piece, column: _Column) -> bool:
    """Whether a line was broken because the first word of the next no longer fitted."""
    if above.words.endswith((_SOFT_HYPHEN, "-")):
        return True
    letter = (below.right - below.left) / max(1, len(below.words))
    first_word = (len(below.words.split()[0]) + 1) * letter
    return above.right + first_word > column.right - below.size


def _without_bullet(words: str) -> str:
    bullet = _BULLET.match(words)
    # A dash may begin spoken words instead of an entry of a list.
    return words[bullet.end() :] if bullet and words[0] not in "–-" else words


def _hyphenated_words(lines: Iterable[Piece]) -> frozenset[str]:
    """Words that stand with a hyphen inside some line: it belongs to them."""
    inside = (word.strip(".,;:!?“”‘’\"'()") for line in lines for word in line.words.split()[:-1])
    return frozenset(word for word in inside if "-" in word)


# Columns -------------------------------------------------------------------------------------


def _blocks(pieces: list[Piece], depth: int) -> Iterator[list[Piece]]:
    """Parts of a page that are read from top to bottom, in order."""
    gutter = _gutter(pieces) if depth else None
    if gutter is None:
        above, below = _split_across(pieces) if depth else (pieces, [])
        if above and below and (_gutter(above) or _gutter(below)):
            yield from _blocks(above, depth - 1)
            yield from _blocks(below, depth - 1)
        elif pieces:
            yield pieces
        return
    for across, band in _bands(pieces, gutter):
        if across:
            yield band
            continue
        left = [piece for piece in band if piece.left < gutter - 1]
        right = [piece for piece in band if piece.left >= gutter - 1]
        yield from _blocks(left, depth - 1)
        yield from _blocks(right, depth - 1)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where a column begins that has another beside it on its left; None without columns."""
    best: tuple[int, float] | None = None
    for edge in {round(piece.left) for piece in pieces}:
        size = median(piece.size for piece in pieces)
        left = [p for p in pieces if p.right <= edge - _COLUMN_GAP * size]
        right = [p for p in pieces if p.left >= edge - 1]
        across = len(pieces) - len(left) - len(right)
        if min(len(left), len(right)) < _COLUMN_LINES or across > _ACROSS * len(pieces):
            continue
        if _beside(left, right) and (best is None or (across, edge) < best):
            best = (across, float(edge))
    return best[1] if best else None


def _beside(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two groups stand beside each other rather than one below the other."""
    top, bottom = max(p.base for p in right), min(p.base for p in right)
    level = [p for p in left if bottom - p.size <= p.base <= top + p.size]
    return len({round(p.base) for p in level}) >= _COLUMN_LINES


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[tuple[bool, list[Piece]]]:
    """Runs of lines from the top that all cross the gutter, or all do not."""
    run: list[Piece] = []
    was_across = False
    for piece in sorted(pieces, key=lambda p: -p.base):
        across = piece.left < gutter - 1 and piece.right > gutter
        if run and across != was_across:
            yield was_across, run
            run = []
        run.append(piece)
        was_across = across
    if run:
        yield was_across, run


def _split_across(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces above and below the largest gap that runs across all of them."""
    ordered = sorted(pieces, key=lambda p: -p.base)
    gaps = [
        (above.base - below.base - below.size, n)
        for n, (above, below) in enumerate(pairwise(ordered), 1)
    ]
    if not gaps:
        return list(ordered), []
    _gap, at = max(gaps)
    return ordered[:at], ordered[at:]


def _lines(block: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces on one baseline become one line."""
    row: list[Piece] = []
    for piece in sorted(block, key=lambda p: (-p.base, p.left)):
        if row and row[0].base - piece.base > _SAME_BASELINE * max(row[0].size, piece.size):
            yield _joined(row)
            row = []
        row.append(piece)
    if row:
        yield _joined(row)


def _joined(row: list[Piece]) -> Piece:
    row.sort(key=lambda p: p.left)
    longest = max(row, key=lambda p: len(p.words))
    return Piece(
        " ".join(piece.words for piece in row),
        row[0].left,
        max(piece.right for piece in row),
        longest.base,
        longest.size,
    )
