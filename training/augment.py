"""The same document as other pages would print it: typography, case, paragraphs, other names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from corpora import Document

LOWER_SHARE, UPPER_SHARE, TITLE_SHARE = 0.04, 0.03, 0.04
CURLY_SHARE = 0.5
PARAGRAPH_SHARE = 0.25
JOINERS = (" ", " ", " ", " ", " ", "\n", "\n\n", "\n\n", "\n\n")
LONGEST_PIECE = 1_000

Edit = tuple[int, int, str]

_FACILITY = re.compile(
    r"^(?P<place>[\w’'-]+)(?= (?:international |regional |central )*(?:air ?base|airport|airfield"
    r"|port|harbour|harbor|naval|prison|camp|dam|bridge|crossing|stadium|refinery|base|barracks"
    r"|terminal|station|shipyard|hospital|power|cathedral|mosque|university)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z)][.!?]) (?=[A-Z“\"])")


def rewrite(document: Document, edits: Iterable[Edit]) -> Document:
    """Replaces stretches of the text and moves all offsets along.

    An edit may cover a whole span or lie wholly inside or outside one.
    """
    ordered = sorted(edits)
    parts, at = [], 0
    for start, end, new in ordered:
        parts += [document.text[at:start], new]
        at = end
    parts.append(document.text[at:])

    def moved(offset: int) -> int:
        return offset + sum(
            len(new) - (end - start) for start, end, new in ordered if end <= offset
        )

    return replace(
        document,
        text="".join(parts),
        spans=tuple((moved(start), moved(end), label) for start, end, label in document.spans),
        missing=tuple((moved(start), moved(end)) for start, end in document.missing),
    )


def curl(document: Document) -> Document:
    """Sets quotes and dashes as newspapers do: ‘ ’ “ ” and – or —."""
    text = document.text
    text = re.sub(r"(?<![^\s(\[—–-])\"(?=\S)", "“", text).replace('"', "”")
    text = re.sub(r"(?<![^\s(\[—–-])'(?=\S)", "‘", text).replace("'", "’")
    text = re.sub(r"(?<=\s)-(?=\s)", "–", text)
    dashes = [(found.start(), found.end(), "—") for found in re.finditer(r" ?-- ?", text)]
    return rewrite(replace(document, text=text), _outside_spans(document, dashes))


def recase(document: Document, change: Callable[[str], str]) -> Document:
    """Changes the case of every character whose other case is one character too."""
    text = "".join(c if len(change(c)) != 1 else change(c) for c in document.text)
    return replace(document, text=text)


def title(document: Document) -> Document:
    """Gives every word a capital, as headlines have it."""
    text = re.sub(r"(?<![\w'’])[a-z]", lambda found: found.group().upper(), document.text)
    return replace(document, text=text)


def paragraphs(document: Document, rng: Random, share: float = PARAGRAPH_SHARE) -> Document:
    """Turns some sentence ends into ends of paragraphs."""
    breaks = [
        (found.start(), found.end(), "\n\n")
        for found in _SENTENCE_END.finditer(document.text)
        if rng.random() < share
    ]
    return rewrite(document, _outside_spans(document, breaks))


def _outside_spans(document: Document, edits: Iterable[Edit]) -> list[Edit]:
    return [
        edit
        for edit in edits
        if not any(start < edit[1] and edit[0] < end for start, end, _ in document.spans)
    ]


def swap_names(document: Document, names: Mapping[str, Sequence[str]], rng: Random) -> Document:
    """Exchanges names of people and places, the same old name for the same new one.

    Learning the names themselves would make the tagger blind to next year's news. Facilities that
    are called after a place get another place.
    """
    chosen: dict[str, str] = {}
    people: dict[str, str] = {}
    edits = []
    for start, end, label in document.spans:
        name = document.text[start:end]
        place = _FACILITY.match(name) if label == "FAC" else None
        if place:
            new = chosen.setdefault(place["place"], rng.choice(names["GPE"]))
            edits.append((start, start + place.end(), new))
        elif label == "PERSON":
            edits.append((start, end, _other_person(name, people, names["PERSON"], rng)))
        elif label == "GPE":
            edits.append((start, end, chosen.setdefault(name, rng.choice(names["GPE"]))))
    return rewrite(document, edits)


def _other_person(name: str, people: dict[str, str], pool: Sequence[str], rng: Random) -> str:
    family = name.rsplit(maxsplit=1)[-1]
    if family not in people:
        people[family] = rng.choice(pool)
    return people[family] if " " in name else people[family].rsplit(maxsplit=1)[-1]


def join(documents: Sequence[Document], rng: Random) -> Document:
    """Sets documents behind one another, by a blank or as lines or paragraphs."""
    text, spans, missing = "", [], []
    for document in documents:
        text += rng.choice(JOINERS) if text else ""
        at = len(text)
        spans += [(start + at, end + at, label) for start, end, label in document.spans]
        missing += [(start + at, end + at) for start, end in document.missing]
        text += document.text
    return replace(documents[0], text=text, spans=tuple(spans), missing=tuple(missing))


def vary(document: Document, rng: Random) -> Document:
    """Prints a document another way, by chance."""
    document = paragraphs(document, rng)
    if rng.random() < CURLY_SHARE:
        document = curl(document)
    draw = rng.random()
    if draw < LOWER_SHARE:
        return recase(document, str.lower)
    if draw < LOWER_SHARE + UPPER_SHARE:
        return recase(document, str.upper)
    if draw < LOWER_SHARE + UPPER_SHARE + TITLE_SHARE:
        return title(document)
    return document


def pieces(documents: Sequence[Document], rng: Random) -> Iterator[Document]:
    """Yields all documents once, varied, the short ones joined to pieces of chance lengths."""
    shuffled = list(documents)
    rng.shuffle(shuffled)
    waiting: list[Document] = []
    wanted = 0
    for document in shuffled:
        waiting.append(vary(document, rng))
        if sum(len(held.text) for held in waiting) >= wanted:
            yield join(waiting, rng)
            waiting, wanted = [], rng.randrange(LONGEST_PIECE)
    if waiting:
        yield join(waiting, rng)
