"""Lines become paragraphs, and a first sentence becomes a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from workstation import limits
from workstation.domain.clean import clean_line

# A text is hard-wrapped if its lines were broken at a width like that of a terminal or a mail.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 30
_FEWEST_WRAPPED_LINES = 3
_WRAPPED_SHARE = 0.8

_SENTENCE_END = re.compile(r"""[.!?…。！？؟۔][”’"'»)\]]*(?=\s|$)|[。！？]""")
# A full stop after these does not end a sentence: titles, initials, and what stands before names.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Hon|Jr|Sr|No|vs|Inc|Ltd|"
    r"Co|Corp|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Nr|bzw|z\.B|d\.h)|\b[^\W\d_])\.$"
)
ENDING = re.compile(r"""[.!?…:;。！？؟۔][”’"'»)\]*_]*$""")
"""What a line of running text may end with; a headline ends without it."""


def to_paragraphs(lines: Sequence[str]) -> list[str]:
    """Paragraphs of plain lines: a blank line ends one, and so does every line that is not wrapped.

    Lines count as hard-wrapped if nearly each one was broken where its next word no longer fitted.
    """
    blocks = list(blocks_of(lines))
    if not _hard_wrapped(blocks):
        return [line.strip() for block in blocks for line in block]
    return [paragraph for block in blocks for paragraph in _unwrap(block)]


def first_sentence(text: str) -> str:
    """A title made from the beginning of a text: its first sentence, or as much as fits."""
    paragraph = text.split("\n\n", 1)[0]
    for end in _SENTENCE_END.finditer(paragraph):
        head = paragraph[: end.end()]
        if not _ABBREVIATION.search(head):
            return clean_line(_without_stop(head), limits.DERIVED_TITLE_CHARACTERS)
    return clean_line(paragraph, limits.DERIVED_TITLE_CHARACTERS)


def looks_like_headline(line: str, following: str) -> bool:
    """Whether a first line can only be a title: short, and no sentence, before one that is."""
    words = line.strip()
    return (
        len(words) <= limits.HEADLINE_CHARACTERS
        and len(following.strip()) > len(words)
        and any(c.isalpha() for c in words)
        and not ENDING.search(words.removesuffix("?").removesuffix("!"))
        and not words.endswith((",", "-", "–", "—"))
        and not words.startswith(("“", '"', "«", "- ", "* "))
        and bool(ENDING.search(following.strip()))
    )


def blocks_of(lines: Iterable[str]) -> Iterator[list[str]]:
    """The runs of lines between blank ones, without what stands blank at their ends."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _hard_wrapped(blocks: Sequence[Sequence[str]]) -> bool:
    # An indented line begins a paragraph: the line above it says nothing about the width.
    pairs = [p for block in blocks for p in pairwise(block) if not p[1][:1].isspace()]
    if len(pairs) < _FEWEST_WRAPPED_LINES:
        return False
    lengths = sorted(len(line) for line, _next in pairs)
    # An address that could not be broken may stick out; the width is what the others keep to.
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    full = sum(len(line) + 1 + len(following.split()[0]) > width for line, following in pairs)
    return full >= _WRAPPED_SHARE * len(pairs)


def _unwrap(block: Sequence[str]) -> Iterable[str]:
    paragraph = [block[0].strip()]
    for line in block[1:]:
        # Old newspapers and telegrams indent a paragraph instead of leaving a line blank.
        if line[:1].isspace() and ENDING.search(paragraph[-1]):
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(line.strip())
    yield " ".join(paragraph)


def _without_stop(sentence: str) -> str:
    return (
        sentence[:-1]
        if sentence.endswith((".", "。")) and not sentence.endswith("..")
        else sentence
    )
