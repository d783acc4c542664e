from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from tests.library.press import Press
from workstation.desktop.desk import Desk
from workstation.desktop.lines import NODE
from workstation.desktop.panes.appellations.model import within
from workstation.desktop.panes.appellations.view import AppellationsPane
from workstation.desktop.theme import Theme
from workstation.domain.appellation import Appellations, Usage
from workstation.domain.selection import Brush, Selection
from workstation.library import corpus
from workstation.library.library import Library


@pytest.fixture
def pane(
    desk: Desk, library: Library, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], None]
) -> AppellationsPane:
    press = Press(library)
    for text, outlet, on in (
        ("Russia and Moscow, and again Moscow.", "Halyard Wire", date(2024, 12, 1)),
        ("Moscow and again Moscow.", "Halyard Wire", date(2024, 12, 1)),
        ("The Kremlin waits.", "Levant Dispatch", date(2024, 12, 3)),
    ):
        names = ("Moscow", "Russia", "Kremlin")
        number = press.article(text, outlet=outlet, on=on)
        press.tag(number, {name: "Russia" for name in names if name in text})
    newsroom.publish("Turkey speaks.", outlet="Levant Dispatch", on=date(2024, 12, 1))
    made = AppellationsPane(desk, theme)
    seen(made)
    with library.read() as reading:
        russia = corpus.find_actor(reading, "Russia").id
    desk.selection.change(picked=(russia,))
    return made


def cells(pane: AppellationsPane) -> list[list[str]]:
    rows, columns = pane.rows.rowCount(), pane.rows.columnCount()
    return [[pane.rows.index(r, c).data() for c in range(columns)] for r in range(rows)]


def test_outlets_are_told_apart_by_the_names_they_use(pane: AppellationsPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 2)
    assert cells(pane) == [
        ["Halyard Wire", "5", "80 %", "", "20 %"],
        ["Levant Dispatch", "1", "", "100 %", ""],
    ]
    assert pane.figure.text() == "\u2068Russia\u2069: 3 names, 6 mentions"
    assert "4 of 5 mentions" in pane.rows.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    pane.copy()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "outlet\tmentions\tMoscow\tKremlin\tRussia",
        "Halyard Wire\t5\t4\t0\t1",
        "Levant Dispatch\t1\t0\t1\t0",
    ]


def test_a_click_on_a_number_shows_its_sentences(pane: AppellationsPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 2)
    assert pane._hint.isVisible()
    pane.table.setCurrentIndex(pane.rows.index(0, 4))
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.lines.rows.rowCount() == 1)
    assert pane.lines.rows.index(0, NODE).data() == "Russia"
    pane.table.clicked.emit(pane.rows.index(0, 1))
    qtbot.waitUntil(lambda: pane.lines.rows.rowCount() == 5)


def test_names_are_told_over_time_and_of_nobody_where_nobody_is_picked(
    pane: AppellationsPane, desk: Desk, qtbot: QtBot
) -> None:
    pane.tell("periods")
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 3)
    assert [row[:2] for row in cells(pane)] == [
        ["1 Dec 2024", "5"],
        ["2 Dec 2024", "0"],
        ["3 Dec 2024", "1"],
    ]
    pane.table.clicked.emit(pane.rows.index(2, 0))
    qtbot.waitUntil(lambda: pane.lines.rows.rowCount() == 1)
    desk.selection.change(picked=())
    assert pane.figure.text() == ""
    assert pane._stack.currentIndex() == 0


def test_a_row_stands_for_the_days_of_its_period_that_are_selected() -> None:
    months = Appellations(by="month")
    december = Usage((), 0, day=date(2024, 12, 1))
    cut = Selection(brush=Brush(date(2024, 12, 5), date(2025, 1, 9)))
    assert within(cut, months, december).brush == Brush(date(2024, 12, 5), date(2024, 12, 31))
    assert within(Selection(), months, Usage((), 0)).undated
    wire = within(cut, Appellations(), Usage((), 0, outlet="Halyard Wire"))
    assert wire == cut.with_facet("outlet", ("Halyard Wire",))
