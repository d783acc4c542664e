"""What analysts set on articles and wrote about them, as a report and tables tell it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from workstation.domain.mention import Field
from workstation.domain.note import Note
from workstation.domain.signs import Signs
from workstation.library import notes, signs
from workstation.library.library import Reading
from workstation.reporting import words
from workstation.reporting.paragraphs import Direction, direction


@dataclass(frozen=True, slots=True)
class Remark:
    """A note below its article; the words that it is about have its number."""

    number: int
    words: tuple[str, ...]
    direction: Direction
    about: str
    """The words that it is about, where the article holds them no more; else ""."""
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Noted:
    """All that is noted about one article."""

    marks: tuple[str, ...] = ()
    """Star, relevance, tone and labels, in words."""
    remarks: tuple[Remark, ...] = ()
    ends: Mapping[Field, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """Where the passage of a remark ends in each field, with its number."""


def of(reading: Reading, articles: Collection[int]) -> dict[int, Noted]:
    """What is noted about each of some articles; those without anything are left out."""
    set_on = signs.of(reading, articles)
    written: dict[int, list[Note]] = {}
    for note in notes.listed(reading, articles):
        written.setdefault(note.article, []).append(note)
    return {
        number: _noted(set_on.get(number, Signs()), written.get(number, []))
        for number in {*set_on, *written}
    }


def marks(there: Signs) -> tuple[str, ...]:
    """What is set on an article, in words; whether it was read tells a reader nothing."""
    relevance = {True: "relevant", False: "not relevant", None: ""}[there.relevant]
    said = (
        "starred" if there.starred else "",
        relevance,
        f"tone: {there.tone}" if there.tone else "",
        f"labels: {', '.join(there.labels)}" if there.labels else "",
    )
    return tuple(filter(None, said))


def _noted(there: Signs, written: Sequence[Note]) -> Noted:
    ends: dict[Field, list[tuple[int, int]]] = {}
    remarks = []
    for number, note in enumerate(written, 1):
        if note.place is not None:
            of_field, _, end = note.place
            ends.setdefault(of_field, []).append((end, number))
        remarks.append(
            Remark(
                number=number,
                words=tuple(note.words.split("\n\n")),
                direction=direction(note.words),
                about=note.anchor.quote if note.lost and note.anchor else "",
                who=note.who,
                when=words.day((note.changed or note.at).date()),
            )
        )
    return Noted(marks(there), tuple(remarks), ends)
