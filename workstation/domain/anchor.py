"""How a decision holds on to words of an article, whatever becomes of rows and versions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workstation.domain.mention import Field

_WORD = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one version of an article; `text_hash` tells whether they have changed."""

    title: str
    text: str
    text_hash: str

    def of(self, field: Field) -> str:
        """The words of one field."""
        return self.title if field == "title" else self.text


ANCHOR_TERMS = 6
"""How many terms of an order an anchor takes."""

BESIDE = 16
"""Letters kept from either side of a quote: two or three words, which seldom come twice."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote, and where it stood in a version of an article, in code points.

    `before` and `after` are the words beside it.
    """

    quote: str
    field: Field
    start: int | None
    """None: wherever the quote stands in the field."""
    text_hash: str
    before: str = ""
    after: str = ""

    @classmethod
    def at(cls, quote: str, field: Field, start: int, wording: Wording) -> "Anchor":
        """An anchor at one place of an article."""
        text, end = wording.of(field), start + len(quote)
        before, after = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
        return cls(quote, field, start, wording.text_hash, before, after)

    @classmethod
    def everywhere(cls, quote: str, wording: Wording) -> "Anchor":
        """An anchor wherever a text holds the quote."""
        return cls(quote, "text", None, wording.text_hash)

    @classmethod
    def of(cls, terms: Sequence[str]) -> "Anchor":
        """The anchor that the first terms of an order hold."""
        quote, field, start, text_hash, before, after = terms[:ANCHOR_TERMS]
        of_field: Field = "title" if field == "title" else "text"
        return cls(quote, of_field, int(start) if start else None, text_hash, before, after)

    @property
    def terms(self) -> tuple[str, ...]:
        """The anchor as an order keeps it."""
        start = "" if self.start is None else str(self.start)
        return (self.quote, self.field, start, self.text_hash, self.before, self.after)

    def places(self, wording: Wording) -> list[int]:
        """Where the quote stands now; none at all: the anchor has lost its place.

        In other words than it was taken from, that is the nearest of the places between the same
        words as before; else the nearest with the same words on one side; else the nearest.
        """
        text, was, same = wording.of(self.field), self.start, wording.text_hash == self.text_hash
        # A hash tells neither titles nor spaces from others.
        if was is not None and same and text.startswith(self.quote, was):
            return [was]
        there = list(places(self.quote, text))
        if was is None or not there:
            return there
        return [min(there, key=lambda place: (-self._same_sides(text, place), abs(place - was)))]

    def _same_sides(self, text: str, place: int) -> int:
        before = text.endswith(self.before, 0, place)
        after = text.startswith(self.after, place + len(self.quote))
        return int(before) + int(after)


def places(quote: str, text: str) -> Iterator[int]:
    """Every place where a quote begins in a text."""
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs that a stretch of a text has a part in, each with its start and end."""
    at = 0
    for words in text.split("\n\n"):
        if at < end and start < at + len(words):
            yield at, at + len(words)
        at += len(words) + 2


def paragraph_key(words: str) -> str:
    """What a paragraph is known by wherever it stands: its words, with every number as 0.

    "Updated 14.12.2024, 12:30." and "Updated: 3.12.2024, 9:05" are the same.
    """
    found = _WORD.findall(words.casefold())
    return " ".join("0" if word[0].isdecimal() else word for word in found)
