from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR, Newsroom
from workstation.curating import decisions
from workstation.desktop.desk import Desk
from workstation.desktop.panes.decisions.model import FATE, REACH, REASON, WHO, WORDS
from workstation.desktop.panes.decisions.view import DecisionsPane
from workstation.desktop.theme import Theme
from workstation.domain.decision import Order
from workstation.library import corpus


@pytest.fixture
def pane(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> DecisionsPane:
    newsroom.publish(HARBOUR)
    made = DecisionsPane(desk, theme)
    seen(made)
    made.resize(1200, 300)
    qtbot.waitUntil(lambda: "Every correction" in made._empty.text())
    library = desk.library
    orders = [
        Order("merge", actor(desk, "Turkey"), (actor(desk, "Russia"),), "one is the other"),
        Order("rename", actor(desk, "Hmeimim"), ("Hmeimim base",)),
    ]
    for order in orders:
        decisions.decide(library, order, who="ann")
    qtbot.waitUntil(lambda: made.rows.rowCount() == 2)
    return made


def actor(desk: Desk, name: str) -> str:
    with desk.library.read() as reading:
        return corpus.find_actor(reading, name).id


def column(pane: DecisionsPane, which: int) -> list[str]:
    return [pane.rows.index(row, which).data() for row in range(pane.rows.rowCount())]


def test_the_log_says_who_decided_what_why_and_what_it_reached(pane: DecisionsPane) -> None:
    assert column(pane, WORDS) == [
        "Renamed “Hmeimim” to “Hmeimim base”.",
        "Merged “Turkey” into “Russia”.",
    ]
    assert column(pane, WHO) == ["ann", "ann"]
    assert column(pane, REASON) == ["", "one is the other"]
    assert column(pane, REACH) == ["1 mention in 1 article"] * 2
    assert column(pane, FATE) == ["holds", "holds"]
    assert pane._told.text() == "2 decisions"


def test_one_decision_is_taken_back_and_put_back_by_itself(
    pane: DecisionsPane, qtbot: QtBot
) -> None:
    assert not pane.turn.isEnabled()
    pane.table.selectRow(1)
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 3)
    assert column(pane, FATE) == ["", "holds", "taken back"]
    assert pane._told.text() == "2 decisions, 1 hold"
    assert pane.chosen.decision.order.verb == "merge", "what was chosen stays chosen"
    assert pane.turn.text() == "Put back"
    pane.show_view("taken-back")
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 1)
    pane.table.selectRow(0)
    pane.turn.click()
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 0)
    assert pane._empty.text() == "No decision fits."


def test_words_filter_the_log(pane: DecisionsPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.filter, "other")
    qtbot.waitUntil(lambda: column(pane, WORDS) == ["Merged “Turkey” into “Russia”."])


def test_a_row_leads_to_what_it_is_about(pane: DecisionsPane, desk: Desk, qtbot: QtBot) -> None:
    pane.table.setCurrentIndex(pane.rows.index(0, WORDS))
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.selection.value.picked == (actor(desk, "Hmeimim base"),))
    quote = "Zakaria Harir"
    at = ("text", HARBOUR.index(quote))
    with desk.library.read() as reading:
        one = decisions.order(reading, "assign", "1", quote, "Hmeimim base", at=at)
    decisions.decide(desk.library, one, who="ann")
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 3)
    with qtbot.waitSignal(desk.sought) as sought:
        pane._go(pane.rows.index(0, WORDS))
    (spot,) = sought.args
    assert (spot.article, HARBOUR[spot.start : spot.end]) == (1, quote)
