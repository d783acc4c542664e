from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk, Spot
from workstation.desktop.lines import LEFT, NODE, RIGHT, WHERE
from workstation.desktop.panes.concordance.view import ConcordancePane
from workstation.desktop.panes.reader.view import ReaderPane
from workstation.desktop.theme import Theme
from workstation.library import corpus

Seen = Callable[[QWidget], QWidget]


@pytest.fixture
def pane(desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen) -> ConcordancePane:
    newsroom.publish("First Russia waits. Then Turkey speaks of Russia.", on=date(2024, 12, 2))
    newsroom.publish("Nobody asked Russia.", outlet="Levant Dispatch", on=date(2024, 12, 1))
    made = ConcordancePane(desk, theme)
    seen(made)
    return made


def column(pane: ConcordancePane, which: int) -> list[str]:
    return [pane.table.rows.index(row, which).data() for row in range(pane.table.rows.rowCount())]


def pick(desk: Desk, name: str) -> None:
    with desk.library.read() as reading:
        desk.selection.change(picked=(corpus.find_actor(reading, name).id,))


def test_an_actor_picked_is_shown_in_context(
    pane: ConcordancePane, desk: Desk, qtbot: QtBot
) -> None:
    assert pane._empty.isVisible()
    pick(desk, "Russia")
    qtbot.waitUntil(lambda: pane.table.rows.rowCount() == 3)
    assert pane.figure.text() == "3 mentions"
    assert column(pane, NODE) == ["Russia"] * 3
    assert column(pane, LEFT)[2] == "Nobody asked "
    assert column(pane, RIGHT)[0].startswith(" waits.")
    assert column(pane, WHERE)[2] == "Levant Dispatch · 1 Dec 2024"
    desk.selection.change(picked=())
    assert pane.table.rows.rowCount() == 0
    assert pane._empty.isVisible()


def test_a_list_without_places_says_what_to_do(
    pane: ConcordancePane, desk: Desk, qtbot: QtBot
) -> None:
    asks = "Choose an actor, or search for words: each place is a line here."
    qtbot.waitUntil(lambda: pane._empty.text() == asks)
    desk.selection.change(words="zebra")
    qtbot.waitUntil(lambda: pane._empty.text().startswith("No place fits."))
    assert pane._empty.isVisible()
    desk.selection.change(words="russia")
    qtbot.waitUntil(pane.table.isVisible)


def test_words_searched_are_shown_and_sorted_by_a_click_on_a_heading(
    pane: ConcordancePane, desk: Desk, qtbot: QtBot
) -> None:
    desk.selection.change(words="russia")
    qtbot.waitUntil(lambda: pane.table.rows.rowCount() == 3)
    assert pane.figure.text() == "3 places"
    pane.table.horizontalHeader().sectionClicked.emit(LEFT)
    assert column(pane, LEFT) == ["Nobody asked ", "First ", column(pane, LEFT)[2]]
    assert column(pane, LEFT)[2].endswith("speaks of ")
    pane.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Nobody asked \tRussia\t.\tLevant Dispatch · 1 Dec 2024"


def test_later_lines_come_when_somebody_wants_them(
    pane: ConcordancePane, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workstation.desktop.panes.concordance.model.CONCORDANCE_FIRST", 1)
    wanted: list[bool] = []
    ask = pane._ask_whole
    monkeypatch.setattr(pane, "_ask_whole", lambda: wanted.append(True))
    pick(desk, "Russia")
    qtbot.waitUntil(lambda: pane.table.rows.rowCount() == 1)
    assert pane.figure.text() == "3 mentions"
    pane.copy()
    assert wanted[-1]
    monkeypatch.setattr(pane, "_ask_whole", ask)
    pane._ask_whole()
    qtbot.waitUntil(lambda: pane.table.rows.rowCount() == 3)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3
    assert column(pane, LEFT)[2] == "Nobody asked "
    desk.selection.change(picked=(), words="russia")
    qtbot.waitUntil(lambda: pane.figure.text() == "3 places")
    assert pane.table.rows.rowCount() == 3


def test_lines_in_another_order_are_all_asked_for(
    pane: ConcordancePane, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workstation.desktop.panes.concordance.model.CONCORDANCE_FIRST", 1)
    monkeypatch.setattr(pane, "_ask_whole", lambda: None)
    pick(desk, "Russia")
    qtbot.waitUntil(lambda: pane.table.rows.rowCount() == 1)
    pane.sort("left")
    qtbot.waitUntil(lambda: pane.table.rows.rowCount() == 3)
    assert column(pane, LEFT)[:2] == ["Nobody asked ", "First "]


def test_a_line_opens_its_article_at_the_place(
    pane: ConcordancePane, desk: Desk, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    reader = ReaderPane(desk, theme)
    seen(reader)
    pick(desk, "Russia")
    qtbot.waitUntil(lambda: pane.table.rows.rowCount() == 3)
    with qtbot.waitSignal(desk.sought) as sought:
        pane.table.setCurrentIndex(pane.table.rows.index(1, NODE))
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    (spot,) = sought.args
    assert desk.selection.value.focus == spot.article
    qtbot.waitUntil(lambda: reader.paper.opened is not None and reader._sought is None)
    placed = reader.paper.page.placed
    assert (spot.start, spot.end) == (placed[-1].mention.start, placed[-1].mention.end)


def test_a_spot_in_a_later_part_turns_to_it(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    text = "A line of words.\n\n" * 20_000 + "Only here is Russia named."
    number = newsroom.publish(text, on=date(2024, 12, 1))
    reader = ReaderPane(desk, theme)
    seen(reader)
    at = text.index("Russia")
    desk.go_to(Spot(number, "text", at, at + 6))
    qtbot.waitUntil(lambda: reader.paper.placement is not None and reader.paper.placement.part > 0)
