"""What an analyst pins on the timeline: something that happened, on a day or over some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workstation.domain.frequency import Frequency, last_day


@dataclass(frozen=True, slots=True)
class Event:
    """Words about the days from `first` to `last`; `article` tells of them, if one does."""

    number: int
    first: date
    last: date
    words: str
    who: str
    at: datetime
    article: int | None = None


@dataclass(frozen=True, slots=True)
class Pinned:
    """An event, and the first and the last period of a frequency that it touches."""

    event: Event
    first: int
    last: int


def pinned(events: Iterable[Event], frequency: Frequency) -> list[Pinned]:
    """The events that touch some period, in the order of their days."""
    found = []
    for event in sorted(events, key=lambda event: (event.first, event.last, event.number)):
        touched = [
            index
            for index, first in enumerate(frequency.periods)
            if first <= event.last and event.first <= last_day(frequency.by, first)
        ]
        if touched:
            found.append(Pinned(event, touched[0], touched[-1]))
    return found


def in_period(flags: Sequence[Pinned], index: int) -> list[Event]:
    """The events that touch one period."""
    return [flag.event for flag in flags if flag.first <= index <= flag.last]
