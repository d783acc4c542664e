"""Letters of scripts that run from right to left become lines: where they stand tells their order.

The order in which a PDF draws them tells nothing, and what draws a letter and its marks one by one
often names both each time.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from workstation.importing.layout import Piece

# Shares of the size of the type.
_SAME_BASELINE = 0.35
_SPACE = 0.2
_NON_JOINER = "\u200c"
_LAM = "\u0644"
_ALEFS = frozenset("\u0622\u0623\u0625\u0627\u0671")
# Of one sign's letters PDFium gives the last first where they run from the right.
_REVERSED = frozenset(("R", "AL", "NSM", "BN"))
_STRONG = {"L": "L", "R": "R", "AL": "R"}
# After Arabic letters a stroke between two numbers parts them, as a space does.
_NUMBER = re.compile(r"[^\W_]+(?:[.,:/٫٬][^\W_]+)*", re.UNICODE)
_NUMBER_OTHERWISE = re.compile(r"[%$€₪]?[^\W_]+(?:[.,:/+-][^\W_]+)*[%$€₪+-]?")
# "47: " leads a line; "(47)", and a number with nothing behind it, end what stands beside them.
_LEADS = re.compile(r"\s*[^\W_]+[:.)\]-]")
_OF_NUMBERS = frozenset("0123456789%$€₪")
_BRACKETS = str.maketrans("()[]{}«»", ")(][}{»«")
_OPENING = frozenset("([{«")
_CLOSING = frozenset(")]}»")


@dataclass(frozen=True, slots=True)
class Glyph:
    """What one sign on a page stands for, and where it stands, in points from left and bottom."""

    words: str
    x: float
    base: float
    left: float
    right: float
    size: float

    @property
    def is_mark(self) -> bool:
        """Whether it only stands above or below a letter."""
        return all(map(unicodedata.combining, self.words))

    def joined(self, other: Glyph) -> Glyph:
        """One sign that stands for the letters of both."""
        return replace(
            self,
            words=self.words + other.words,
            left=min(self.left, other.left),
            right=max(self.right, other.right),
            size=max(self.size, other.size),
        )


def lines_from_right(glyphs: Sequence[Glyph], width: float, apart: float) -> list[Piece]:
    """The lines of a page of this width, each where one from left to right would stand.

    Signs farther `apart` than this share of their size are in different pieces. Where lines begin
    at the left all the same, somebody has left their direction unset: they stay there.
    """
    parts = [part for row in _rows(glyphs) for part in _parts(_drawn_once(row), apart)]
    lefts = [min(one.left for one in part) for part in parts]
    rights = [max(one.right for one in part) for part in parts]
    from_left = _is_more_even(lefts, rights)
    pieces: list[Piece] = []
    for part, left, right in zip(parts, lefts, rights, strict=True):
        signs = _signs(part)
        words = _from_left(signs) if from_left else _with_runs_turned(signs)
        begin, end = (left, right) if from_left else (width - right, width - left)
        size = median(one.size for one in part)
        pieces.append(Piece(" ".join(words.split()), begin, end, part[0].base, size))
    return _with_brackets([piece for piece in pieces if piece.words])


def _is_more_even(edges: Sequence[float], others: Sequence[float]) -> bool:
    """Whether lines begin at these edges rather than at the others."""
    ours, theirs = Counter(map(round, edges)), Counter(map(round, others))
    alike = max(ours.values(), default=0) >= max(theirs.values(), default=0)
    return alike and len(ours) < len(theirs)


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: -one.base):
        if row and row[0].base - glyph.base > _SAME_BASELINE * max(row[0].size, glyph.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _drawn_once(row: list[Glyph]) -> list[Glyph]:
    """The signs from the right, each mark with its letter, and none that repeats another."""
    letters: list[Glyph] = []
    # Where a line ends, the space behind its last letter stands in the letter's place.
    ordered = sorted(row, key=lambda one: one.words.isspace() * _SPACE * one.size - one.x)
    for glyph in (one for one in ordered if not one.is_mark):
        before = letters[-1] if letters else None
        if before and _repeats(before, glyph):
            letters[-1] = replace(before.joined(glyph), words=before.words)
        else:
            letters.append(replace(glyph, words=_in_order(glyph.words)))
    for mark in (one for one in row if one.is_mark):
        _set_on(letters, mark)
    return letters


def _repeats(before: Glyph, glyph: Glyph) -> bool:
    """Whether a sign is another part of the same letter with its marks."""
    shared = min(before.right, glyph.right) - max(before.left, glyph.left)
    narrow = min(before.right - before.left, glyph.right - glyph.left)
    same = len(glyph.words) > 1 and sorted(before.words) == sorted(glyph.words)
    return same and shared > narrow / 2


def _in_order(words: str) -> str:
    """The letters that one sign stands for, in the order they are read."""
    plain = unicodedata.normalize("NFKC", words)
    if all(unicodedata.bidirectional(letter) in _REVERSED for letter in plain):
        plain = plain[::-1]
    if len(plain) == 2 and set(plain) & _ALEFS and _LAM in plain:  # noqa: PLR2004 - lam and alef
        return "".join(sorted(plain, key=lambda letter: letter != _LAM))
    return "".join(sorted(plain, key=_rank))


def _rank(letter: str) -> int:
    """What parts a letter from the one before it comes first, and its marks last."""
    return 1 + bool(unicodedata.combining(letter)) - (letter == _NON_JOINER)


def _set_on(letters: list[Glyph], mark: Glyph) -> None:
    middle = (mark.left + mark.right) / 2
    held = [n for n, one in enumerate(letters) if one.left <= middle <= one.right]
    if held and not letters[held[0]].words.isspace():
        letters[held[0]] = replace(letters[held[0]], words=letters[held[0]].words + mark.words)


def _parts(row: Sequence[Glyph], apart: float) -> Iterator[list[Glyph]]:
    part: list[Glyph] = []
    edge = 0.0
    for glyph in row:
        if part and edge - glyph.right > apart * glyph.size:
            yield part
            part = []
        edge = min(edge, glyph.left) if part else glyph.left
        if not glyph.words.isspace() or part:
            part.append(glyph)
    if part:
        yield part


def _signs(part: Sequence[Glyph]) -> list[str]:
    """The signs of a line from the right, with the spaces between them."""
    words = [part[0].words]
    for before, glyph in pairwise(part):
        gap = before.left - glyph.right > _SPACE * glyph.size
        words += [" ", glyph.words] if gap else [glyph.words]
    return words


def _from_left(signs: Sequence[str]) -> str:
    """The signs from the right as a line says them that begins at the left."""
    visual = list(reversed(signs))
    directions = [_direction(sign) for sign in visual]
    told: list[str] = []
    start = 0
    while start < len(visual):
        end = start
        while end < len(visual) and directions[end] != "L":
            end += 1
        turned = [n for n in range(start, end) if directions[n] == "R"]
        if turned:
            first = turned[0] if start or _LEADS.match("".join(visual)) else start
            # A number at the end of the line begins what stands to the left of it.
            numbers = [n for n in range(turned[-1], end) if visual[n] in _OF_NUMBERS]
            last = max([turned[-1], *(numbers if end == len(visual) else ())])
            told += visual[start:first]
            told.append(_with_runs_turned(list(reversed(visual[first : last + 1]))))
            start = last + 1
        told += visual[start : end + 1]
        start = end + 1
    return "".join(told)


def _with_runs_turned(signs: Sequence[str]) -> str:
    """The signs from the right with numbers, and words of other scripts, as they are read."""
    directions = [_direction(sign) for sign in signs]
    if "R" not in directions:
        return "".join(reversed(signs))
    told: list[str] = []
    arabic = any(unicodedata.bidirectional(sign[0]) == "AL" for sign in signs)
    start = 0
    while start < len(signs):
        end = start
        while end < len(signs) and directions[end] != "R":
            end += 1
        told += _foreign(signs[start:end], directions[start:end], arabic=arabic)
        told += signs[end : end + 1]
        start = end + 1
    return "".join(told)


def _foreign(signs: Sequence[str], directions: Sequence[str], *, arabic: bool) -> list[str]:
    """The signs between two letters that run from the right."""
    if "L" not in directions:
        number = _NUMBER if arabic else _NUMBER_OTHERWISE
        return [number.sub(lambda found: found[0][::-1], "".join(signs))]
    first = next(n for n, sign in enumerate(signs) if sign[0].isalnum())
    last = next(n for n in range(len(signs) - 1, -1, -1) if signs[n][0].isalnum())
    return [*signs[:first], *reversed(signs[first : last + 1]), *signs[last + 1 :]]


def _direction(sign: str) -> str:
    return next(
        (_STRONG[kind] for kind in map(unicodedata.bidirectional, sign) if kind in _STRONG), ""
    )


def _with_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    """The same with brackets that open before they close; what draws them may mirror them."""
    turned = 0
    for piece in pieces:
        found = [sign for sign in piece.words if sign in _OPENING or sign in _CLOSING]
        turned += (found[0] in _CLOSING) - (found[0] in _OPENING) if len(found) > 1 else 0
    if turned <= 0:
        return list(pieces)
    return [replace(piece, words=piece.words.translate(_BRACKETS)) for piece in pieces]
