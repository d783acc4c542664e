"""What analysts write about articles and passages; a passage is held on to as by a decision."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from workstation.domain.anchor import Anchor, Wording
from workstation.domain.clean import clean_text
from workstation.domain.mention import Field
from workstation.domain.note import Note
from workstation.errors import UnknownName, Unreadable
from workstation.library import annotated, wordings
from workstation.library.annotations import notes
from workstation.library.articles import no_such_article
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import articles
from workstation.limits import NOTE_CHARACTERS, QUOTE_CHARACTERS

_AT_ONCE = 5_000

Kept = dict[str, Any]
"""A note as it was kept, to be put back."""


def of(reading: Reading, article: int) -> list[Note]:
    """The notes about an article: those about the whole first, then in the order of the text."""
    return listed(reading, [article])


def listed(reading: Reading, numbers: Collection[int] | None = None) -> list[Note]:
    """The notes about some articles, or all, article by article."""
    asked = sa.select(notes).order_by(notes.c.article_id, notes.c.id)
    wanted = None if numbers is None else set(numbers)
    if wanted is not None and len(wanted) <= _AT_ONCE:
        asked = asked.where(notes.c.article_id.in_(wanted))
    every = reading.connection.execute(asked)
    rows = [row for row in every if wanted is None or row.article_id in wanted]
    about = list(dict.fromkeys(row.article_id for row in rows))
    worded: dict[int, Wording] = {}
    for start in range(0, len(about), _AT_ONCE):
        worded.update(wordings.of(reading, about[start : start + _AT_ONCE]))
    found = [_note(row, worded[row.article_id]) for row in rows]
    return sorted(found, key=lambda note: (note.article, _standing(note), note.number))


def add(
    writing: Writing,
    article: int,
    words: str,
    *,
    who: str,
    passage: tuple[Field, int, int] | None = None,
) -> int:
    """Writes a note about an article, or about a passage of it; its number.

    Raises:
        UnknownName: there is no such article.
        Unreadable: the note is empty or too long, or the passage is.
    """
    wording = wordings.of(writing, [article]).get(article)
    if wording is None:
        raise no_such_article(article)
    values = {"article_id": article, **_worded(words), **_anchored(wording, passage)}
    kept = writing.connection.execute(
        sa.insert(notes).values(**values, who=who, at=now()).returning(notes.c.id)
    )
    writing.touched("notes")
    return int(kept.scalar_one())


def change(writing: Writing, number: int, words: str) -> Kept:
    """Gives a note other words; what it was before.

    Raises:
        UnknownName: there is no such note.
        Unreadable: the words are none, or too many.
    """
    before = _row(writing, number)
    values = {**_worded(words), "changed": now()}
    writing.connection.execute(sa.update(notes).where(notes.c.id == number).values(**values))
    writing.touched("notes")
    return before


def remove(writing: Writing, number: int) -> Kept:
    """Deletes a note; what it was.

    Raises:
        UnknownName: there is no such note.
    """
    before = _row(writing, number)
    writing.connection.execute(sa.delete(notes).where(notes.c.id == number))
    writing.touched("notes")
    return before


def put_back(writing: Writing, kept: Kept) -> None:
    """Makes a note what it was, whether it was changed or deleted since.

    Raises:
        UnknownName: its article is gone.
    """
    there = sa.select(articles.c.id).where(articles.c.id == kept["article_id"])
    if writing.connection.scalar(there) is None:
        raise no_such_article(kept["article_id"])
    writing.connection.execute(sa.delete(notes).where(notes.c.id == kept["id"]))
    writing.connection.execute(sa.insert(notes).values(**kept))
    writing.touched("notes")


def _worded(words: str) -> dict[str, str]:
    clean = clean_text(words)
    if not clean:
        raise Unreadable("The note is empty.", "Write something, or delete it.")
    if len(clean) > NOTE_CHARACTERS:
        raise Unreadable(
            f"The note is longer than {NOTE_CHARACTERS:,} characters.", "Make two of it."
        )
    return {"words": clean, "folded": annotated.folded(clean)}


def _anchored(wording: Wording, passage: tuple[Field, int, int] | None) -> dict[str, Any]:
    if passage is None:
        anchor = Anchor("", "text", 0, wording.text_hash)
    else:
        field, start, end = passage
        words = wording.of(field)[start:end]
        quote = words.strip()
        if not quote or len(quote) > QUOTE_CHARACTERS:
            raise Unreadable(
                f"A note is about a passage of 1 to {QUOTE_CHARACTERS:,} characters.",
                "Select less, or write about the whole article.",
            )
        anchor = Anchor.at(quote, field, start + len(words) - len(words.lstrip()), wording)
    return {
        "quote": anchor.quote,
        "field": anchor.field,
        "start": anchor.start,
        "text_hash": anchor.text_hash,
        "before": anchor.before,
        "after": anchor.after,
    }


def _row(reading: Reading, number: int) -> Kept:
    asked = sa.select(notes).where(notes.c.id == number)
    row = reading.connection.execute(asked).mappings().one_or_none()
    if row is None:
        raise UnknownName(f"There is no note {number}.", "`workstation notes` lists them.")
    return dict(row)


def _note(row: Any, wording: Wording) -> Note:
    anchor = None
    if row.quote:
        field: Field = "title" if row.field == "title" else "text"
        anchor = Anchor(row.quote, field, row.start, row.text_hash, row.before, row.after)
    return Note(
        number=row.id,
        article=row.article_id,
        words=row.words,
        who=row.who,
        at=datetime.fromtimestamp(row.at, UTC),
        changed=None if row.changed is None else datetime.fromtimestamp(row.changed, UTC),
        anchor=anchor,
        start=None if anchor is None else next(iter(anchor.places(wording)), None),
    )


def _standing(note: Note) -> tuple[int, int]:
    if note.place is None:
        return (2, 0) if note.lost else (0, 0)
    field, start, _ = note.place
    return 1, -1 if field == "title" else start
