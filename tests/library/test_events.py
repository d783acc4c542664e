"""Events on the timeline are kept beside the articles, and outlive them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from tests.library.press import Press
from workstation.domain.event import Event, in_period, pinned
from workstation.domain.frequency import Frequency
from workstation.errors import UnknownName, Unreadable
from workstation.library import events
from workstation.library.library import Library
from workstation.library.schema import articles
from workstation.limits import EVENT_CHARACTERS

FALL = date(2024, 12, 8)


def pin(
    library: Library,
    words: str,
    first: date = FALL,
    last: date | None = None,
    article: int | None = None,
) -> int:
    with library.write() as writing:
        return events.add(writing, first, last or first, words, who="ann", article=article)


def listed(library: Library) -> list[tuple[date, date, str, int | None]]:
    with library.read() as reading:
        return [(e.first, e.last, e.words, e.article) for e in events.listed(reading)]


def test_events_stand_in_the_order_of_their_days(library: Library) -> None:
    heard: list[object] = []
    library.listen(lambda changes: heard.append(changes.kinds))
    pin(library, "  The fall\nof Damascus ")
    pin(library, "The offensive", date(2024, 11, 27), FALL)
    assert listed(library) == [
        (date(2024, 11, 27), FALL, "The offensive", None),
        (FALL, FALL, "The fall of Damascus", None),
    ]
    assert heard == [{"events"}] * 2


def test_an_event_is_changed_and_deleted_and_both_can_be_taken_back(
    library: Library, press: Press
) -> None:
    article = press.article("Damascus fell.")
    number = pin(library, "The fall", article=article)
    before = listed(library)
    with library.write() as writing:
        changed = events.change(
            writing, number, FALL, FALL + timedelta(1), "The fall of it", article=None
        )
    assert listed(library) == [(FALL, FALL + timedelta(1), "The fall of it", None)]
    with library.write() as writing:
        events.put_back(writing, changed)
    assert listed(library) == before
    with library.write() as writing:
        gone = events.remove(writing, number)
    assert listed(library) == []
    with library.write() as writing:
        writing.connection.execute(sa.delete(articles).where(articles.c.id == article))
        events.put_back(writing, gone)
    assert listed(library) == [(FALL, FALL, "The fall", None)], "its article is gone meanwhile"
    with library.write() as writing, pytest.raises(UnknownName, match="no event 99"):
        events.remove(writing, 99)


def test_an_event_outlives_the_article_that_tells_of_it(library: Library, press: Press) -> None:
    article = press.article("Damascus fell.")
    pin(library, "The fall", article=article)
    with library.write() as writing:
        writing.connection.execute(sa.delete(articles).where(articles.c.id == article))
    assert listed(library) == [(FALL, FALL, "The fall", None)]


@pytest.mark.parametrize(
    ("words", "last", "told"),
    [
        (" \n ", FALL, "no words"),
        ("x" * (EVENT_CHARACTERS + 1), FALL, "characters"),
        ("The fall", FALL - timedelta(1), "before it begins"),
    ],
)
def test_what_is_no_event_is_refused_with_words(
    library: Library, words: str, last: date, told: str
) -> None:
    with pytest.raises(Unreadable, match=told):
        pin(library, words, last=last)
    with pytest.raises(UnknownName, match="no article 7"):
        pin(library, "The fall", article=7)


def test_a_flag_stands_at_the_periods_that_its_event_touches(library: Library) -> None:
    weeks = tuple(date(2024, 11, 25) + timedelta(7 * n) for n in range(3))
    frequency = Frequency("week", weeks, (1, 1, 1), (True,) * 3, ())
    pin(library, "The fall")
    pin(library, "The offensive", date(2024, 11, 27), FALL)
    pin(library, "Long before", date(1971, 1, 1))
    with library.read() as reading:
        flags = pinned(events.listed(reading), frequency)
    assert [(f.event.words, f.first, f.last) for f in flags] == [
        ("The offensive", 0, 1),
        ("The fall", 1, 1),
    ]
    told: list[Event] = in_period(flags, 1)
    assert [event.words for event in told] == ["The offensive", "The fall"]
