"""Events that analysts pin on the timeline."""

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from workstation.domain.clean import clean_line
from workstation.domain.event import Event
from workstation.errors import UnknownName, Unreadable
from workstation.library.annotations import events
from workstation.library.articles import no_such_article
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import articles
from workstation.limits import EVENT_CHARACTERS, EVENTS

Kept = dict[str, Any]
"""An event as it was kept, to be put back."""


def listed(reading: Reading) -> list[Event]:
    """Every event, in the order of their days."""
    asked = sa.select(events).order_by(events.c.first, events.c.last, events.c.id)
    return [
        Event(
            number=row.id,
            first=date.fromordinal(row.first),
            last=date.fromordinal(row.last),
            words=row.words,
            who=row.who,
            at=datetime.fromtimestamp(row.at, UTC),
            article=row.article_id,
        )
        for row in reading.connection.execute(asked)
    ]


def add(
    writing: Writing, first: date, last: date, words: str, *, who: str, article: int | None = None
) -> int:
    """Pins an event; its number.

    Raises:
        UnknownName: there is no such article.
        Unreadable: it has no words or too many, it ends before it begins, or there is no room.
    """
    values = _values(writing, first, last, words, article)
    if (writing.connection.scalar(sa.select(sa.func.count()).select_from(events)) or 0) >= EVENTS:
        raise Unreadable(
            f"A library holds at most {EVENTS} events.", "Delete some that no longer matter."
        )
    kept = writing.connection.execute(
        sa.insert(events).values(**values, who=who, at=now()).returning(events.c.id)
    )
    writing.touched("events")
    return int(kept.scalar_one())


def change(
    writing: Writing, number: int, first: date, last: date, words: str, *, article: int | None
) -> Kept:
    """Says otherwise what an event is; what it was before.

    Raises:
        UnknownName: there is no such event, or no such article.
        Unreadable: it has no words or too many, or it ends before it begins.
    """
    before = _row(writing, number)
    values = _values(writing, first, last, words, article)
    writing.connection.execute(sa.update(events).where(events.c.id == number).values(**values))
    writing.touched("events")
    return before


def remove(writing: Writing, number: int) -> Kept:
    """Deletes an event; what it was.

    Raises:
        UnknownName: there is no such event.
    """
    before = _row(writing, number)
    writing.connection.execute(sa.delete(events).where(events.c.id == number))
    writing.touched("events")
    return before


def put_back(writing: Writing, kept: Kept) -> None:
    """Makes an event what it was, whether it was changed or deleted since."""
    there = sa.select(articles.c.id).where(articles.c.id == kept["article_id"])
    article = writing.connection.scalar(there)
    writing.connection.execute(sa.delete(events).where(events.c.id == kept["id"]))
    writing.connection.execute(sa.insert(events).values({**kept, "article_id": article}))
    writing.touched("events")


def _values(
    reading: Reading, first: date, last: date, words: str, article: int | None
) -> dict[str, Any]:
    clean = clean_line(words, EVENT_CHARACTERS + 1)
    if not clean:
        raise Unreadable("The event has no words.", "Say what happened.")
    if len(clean) > EVENT_CHARACTERS:
        raise Unreadable(
            f"The event has more than {EVENT_CHARACTERS} characters.",
            "Write the rest into a note on an article.",
        )
    if last < first:
        raise Unreadable(f"It ends ({last}) before it begins ({first}).", "Exchange the days.")
    if article is not None:
        there = sa.select(articles.c.id).where(articles.c.id == article)
        if reading.connection.scalar(there) is None:
            raise no_such_article(article)
    return {
        "first": first.toordinal(),
        "last": last.toordinal(),
        "words": clean,
        "article_id": article,
    }


def _row(reading: Reading, number: int) -> Kept:
    asked = sa.select(events).where(events.c.id == number)
    row = reading.connection.execute(asked).mappings().one_or_none()
    if row is None:
        raise UnknownName(f"There is no event {number}.", "`workstation events` lists them.")
    return dict(row)
