from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop import counting, tally
from workstation.desktop.counting import Counting
from workstation.desktop.desk import Desk
from workstation.desktop.panes.actors.model import Column
from workstation.desktop.panes.actors.view import ActorsPane
from workstation.desktop.panes.facets.view import FacetsPane
from workstation.desktop.panes.timeline.view import TimelinePane
from workstation.desktop.theme import Theme
from workstation.desktop.window import Window
from workstation.domain.selection import Brush, Selection
from workstation.library import corpus
from workstation.settings import Settings

Seen = Callable[[QWidget], QWidget]

TWICE = ("Levant Dispatch", "Coast Courier")


@pytest.fixture
def copied(newsroom: Newsroom) -> Newsroom:
    """Three articles of one story, and one of another, from three outlets."""
    first = newsroom.publish(on=date(2024, 12, 1))
    newsroom.copy(first, *TWICE)
    newsroom.publish("Russia waits.", title="Waiting", on=date(2024, 12, 3))
    return newsroom


def test_what_is_counted_is_chosen_once_and_every_pane_counts_it(
    desk: Desk, copied: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    bar = Counting(desk.selection)
    actors, facets, timeline = (P(desk, theme) for P in (ActorsPane, FacetsPane, TimelinePane))
    for widget in (bar, actors, facets, timeline):
        seen(widget)
    with copied.library.read() as reading:
        bar.show_tally(tally.asked(Selection())(reading))
        russia = corpus.find_actor(reading, "Russia").id
    told = [button.text() for button in bar.buttons.values()]
    assert told == ["4 articles", "2 stories", "3 outlets"]
    desk.selection.change(picked=(russia,))

    qtbot.mouseClick(bar.buttons["stories"], Qt.MouseButton.LeftButton)
    assert desk.selection.value.unit == "stories"

    def named_in() -> tuple[object, object]:
        head = actors.rows.headerData(Column.NAMED_IN, Qt.Orientation.Horizontal)
        row = actors.rows.row_of(russia)
        return head, None if row is None else actors.rows.index(row, Column.NAMED_IN).data()

    qtbot.waitUntil(lambda: named_in() == ("stories", "2"))
    qtbot.waitUntil(lambda: facets.rows.index(1, 1).data() == "2")
    assert facets.rows.index(0, 1).data() == "stories"
    drawn = "share of all 2 dated stories, a day"
    qtbot.waitUntil(lambda: timeline._told.text() == drawn)
    qtbot.waitUntil(lambda: len(timeline.chart.frequency.series) == 1)
    # The copies are of the second day, and of the story of the first.
    assert timeline.chart.frequency.totals == (1, 1, 1)

    timeline.show_measure("outlets")
    assert bar.buttons["outlets"].isChecked()
    qtbot.waitUntil(lambda: timeline.chart.frequency.totals == (1, 2, 1))
    assert timeline._told.text() == "outlets that name the actor, of 3, a day"
    assert timeline._measuring.text() == "Outlets"
    assert timeline.chart.frequency.series[0].named_in("outlets") == (1, 2, 1)
    timeline.show_measure("share")
    assert timeline._measuring.text() == "Share of outlets"


def test_steps_back_and_a_cleared_selection_count_what_was_chosen_last(desk: Desk) -> None:
    selection = desk.selection
    selection.change(words="ships")
    selection.change(brush=Brush(first=date(2024, 12, 1)))
    selection.change(unit="stories")
    selection.back()
    assert selection.value == Selection(words="ships", unit="stories")
    selection.clear()
    assert selection.value == Selection(unit="stories")


@pytest.mark.parametrize(("kept", "unit"), [("outlets", "outlets"), ("everything", "articles")])
def test_what_was_counted_is_remembered(kept: str, unit: str) -> None:
    assert counting.remembered(Settings(unit=kept)) == unit


def test_the_window_keeps_what_is_counted_and_whether_copies_are_folded(opened: Window) -> None:
    opened.commands["count-stories"].trigger()
    opened.commands["fold"].trigger()
    opened.close()
    kept = Settings.load()
    assert (kept.unit, kept.fold) == ("stories", True)
