"""What Tesseract says of a page, made into lines as other pages have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from statistics import median
from typing import Final
from unicodedata import bidirectional

import msgspec

from workstation import limits
from workstation.domain.clean import clean_line

_NUMBER: Final = r"(-?\d+(?:\.\d+)?)"
_LINE: Final = (
    r"<span class=['\"]ocr_(?:line|header|caption|textfloat)['\"][^>]*?"
    rf"bbox {_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER}"
    rf"(?:; baseline {_NUMBER} {_NUMBER})?[^>]*?(?:x_size {_NUMBER})?[^>]*>"
)
_WORD: Final = rf"<span class=['\"]ocrx_word['\"][^>]*?x_wconf {_NUMBER}[^>]*>(.*?)</span>"
_PART: Final = re.compile(f"{_LINE}|{_WORD}", re.DOTALL)
_SIZE: Final = re.compile(rf"x_size {_NUMBER}")
_MARKUP: Final = re.compile(r"<[^>]*>")
_POINTS: Final = 72.0
# Sizes are measured on single lines: so much apart they are still those of one type.
_SAME_TYPE: Final = 1.25
_RIGHT_TO_LEFT_SHARE: Final = 0.3


class Line(msgspec.Struct, frozen=True):
    """Words on one baseline, in points from the left and from the bottom of the page."""

    words: str
    left: float
    right: float
    base: float
    size: float


class PageLines(msgspec.Struct, frozen=True):
    """What was recognised on a page."""

    height: float
    lines: tuple[Line, ...] = ()
    words: int = 0
    doubtful: int = 0
    """How many of the words are."""


def lines_of_page(hocr: str, width: int, height: int, dpi: float) -> PageLines:
    """The lines of a page of so many pixels."""
    scale = _POINTS / dpi
    words = doubtful = 0
    found: list[Line] = []
    for box, said in _lines(hocr):
        words += len(said)
        doubtful += sum(sure < limits.OCR_SURE for sure, _word in said)
        line = clean_line(" ".join(word for _sure, word in said), limits.FIELD_CHARACTERS * 50)
        left, _top, right, bottom, offset, size = box
        if line:
            base = (height - bottom - offset) * scale
            found.append(Line(line, left * scale, right * scale, base, size * scale))
    if _right_to_left(found):
        found = [_mirrored(line, width * scale) for line in found]
    kept = tuple(_evened(found)[: limits.PDF_PAGE_PIECES])
    return PageLines(height * scale, kept, words, doubtful)


_Box = tuple[float, float, float, float, float, float]


def _lines(hocr: str) -> Iterator[tuple[_Box, list[tuple[float, str]]]]:
    box: _Box | None = None
    said: list[tuple[float, str]] = []
    for part in _PART.finditer(hocr):
        if part[8] is not None:
            word = unescape(_MARKUP.sub("", part[9])).strip()
            said += [(float(part[8]), word)] if word else []
            continue
        if box is not None and said:
            yield box, said
        left, top, right, bottom = (float(part[n]) for n in range(1, 5))
        size = _SIZE.search(part[0])
        box = (
            left,
            top,
            right,
            bottom,
            float(part[6] or 0),
            float(size[1] if size else bottom - top),
        )
        said = []
    if box is not None and said:
        yield box, said


def _evened(lines: Sequence[Line]) -> list[Line]:
    """The same with one size for all lines of about the same: that of most letters first."""
    sizes: list[float] = []
    left = [line.size for line in lines for _letter in line.words]
    while left:
        usual = median(left)
        sizes.append(usual)
        left = [size for size in left if not usual / _SAME_TYPE <= size <= usual * _SAME_TYPE]
    return [
        msgspec.structs.replace(line, size=min(sizes, key=lambda size: abs(size - line.size)))
        for line in lines
    ]


def _right_to_left(lines: Sequence[Line]) -> bool:
    letters = [c for line in lines for c in line.words if c.isalpha()]
    turned = sum(bidirectional(c) in {"R", "AL"} for c in letters)
    return turned > _RIGHT_TO_LEFT_SHARE * len(letters)


def _mirrored(line: Line, width: float) -> Line:
    """The line as one that runs from left to right would stand: the layout knows no other."""
    return msgspec.structs.replace(line, left=width - line.right, right=width - line.left)
