"""What can be done about a period of the timeline: its events, its articles, and why."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workstation.desktop.desk import Desk
from workstation.desktop.noting import Planned
from workstation.desktop.words import isolated, shown, tr
from workstation.domain.event import Event
from workstation.domain.frequency import Frequency, last_day

if TYPE_CHECKING:
    from workstation.library.library import Writing

_SHORT = 34


def ask(desk: Desk, frequency: Frequency, index: int) -> None:
    """Asks what happened in a period, or in the days of the brush if the period is of them."""
    first = frequency.periods[index]
    last = last_day(frequency.by, first)
    begins, ends = desk.selection.value.brush.first, desk.selection.value.brush.last
    if begins is not None and ends is not None and begins <= last and first <= ends:
        first, last = begins, ends
    desk.noting.event_wanted.emit(Planned(first, last, desk.selection.value.focus))


def offer(menu: QMenu, desk: Desk, events: list[Event]) -> None:
    """Adds what can be done about events."""
    for event in events:
        short = event.words if len(event.words) <= _SHORT else f"{event.words[:_SHORT]}…"
        listed = menu.addMenu(f"“{isolated(short)}”".replace("&", "&&"))
        wanted = Planned(event.first, event.last, desk.selection.value.focus, event)
        change = partial(desk.noting.event_wanted.emit, wanted)
        listed.addAction(tr("Timeline", "Change…"), change)
        if event.article is not None:
            go = partial(desk.selection.change, focus=event.article)
            listed.addAction(tr("Timeline", "Open its article"), go)
        listed.addAction(tr("Timeline", "Delete"), partial(delete, desk, event))


def delete(desk: Desk, event: Event) -> None:
    """Takes an event away; the notice brings it back."""
    from workstation.library import events  # noqa: PLC0415 - start-up stays light

    def act(writing: "Writing") -> "Callable[[Writing], object]":
        kept = events.remove(writing, event.number)
        return lambda again: events.put_back(again, kept)

    told = tr("Timeline", "The event “{words}” is deleted.")
    desk.noting.keep(act, told.format(words=shown(event.words)))
