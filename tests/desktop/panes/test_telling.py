"""The timeline in sentences, and its rows beside its bars."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from workstation.desktop.dialogs.told import ToldDialog
from workstation.desktop.panes.timeline.telling import described
from workstation.desktop.window import Window
from workstation.domain.frequency import Frequency, Series
from workstation.domain.selection import Brush

DAYS = tuple(date(2024, 12, n) for n in (13, 14, 15))
RUSSIA = Series("r", "Russia", (4, 9, 0), (3, 5, 0))
NOBODY = Series("n", "Nobody", (0, 0, 0), (0, 0, 0))


def frequency(*series: Series, undated: int = 0) -> Frequency:
    covered = (True, True, False)
    return Frequency("day", DAYS, (12, 10, 0), covered, series, undated, "articles", 22)


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_each_actor_is_told_with_its_highest_day() -> None:
    assert plain(described(frequency(RUSSIA, NOBODY), "count")) == (
        "22 articles, 13–15 Dec 2024. Russia: 8 articles, most on 14 Dec 2024 (5). "
        "Nobody: not named on any day. In 1 period the library holds nothing."
    )


def test_a_share_is_told_with_what_it_is_a_share_of() -> None:
    told = plain(described(frequency(RUSSIA, undated=2), "share"))
    assert "Russia: 8 articles, the largest share on 14 Dec 2024 (50 %: 5 of 10)." in told
    assert "Without a day: 2 articles." in told


def test_mentions_are_told_as_mentions_and_all_articles_without_any_actor() -> None:
    assert "Russia: 13 mentions, most on 14 Dec 2024 (9)." in plain(
        described(frequency(RUSSIA), "mentions")
    )
    assert "Most on 13 Dec 2024 (12)." in described(frequency(), "share")


def test_without_any_day_that_is_said() -> None:
    nothing = Frequency("day", (), (), (), (), 3, "articles", 0)
    assert described(nothing, "share") == "No article of the selection has a day."


def test_a_row_chosen_is_a_bar_pointed_at_and_the_other_way_round(
    opened: Window, qtbot: QtBot
) -> None:
    pane = opened.docks.timeline
    chart = pane.chart
    table = next(t for t in pane.findChildren(QTableView) if t.model() is pane.numbers)
    chart.setFocus()
    chart.point(2)
    # The undated articles have the first row.
    assert table.currentIndex().row() == 3
    pane._tabling.setChecked(True)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert (table.currentIndex().row(), chart.at) == (4, 3)
    QTest.keyClick(table, Qt.Key.Key_Return)
    on = chart.frequency.periods[3]
    assert opened.desk.selection.value.brush == Brush(on, on)
    opened.desk.selection.clear()
    table.selectRow(0)
    assert chart.at is None
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.desk.selection.value.undated
    pane._tabling.setChecked(False)
    chart.point(0)
    assert table.currentIndex().row() == 1


def test_the_chart_s_description_follows_what_is_picked_and_can_be_read(
    opened: Window, qtbot: QtBot
) -> None:
    chart = opened.docks.timeline.chart
    assert "12 articles" in chart.accessibleDescription()
    actors = opened.docks.actors.rows
    russia = next(a for a in map(actors.actor, range(actors.rowCount())) if a.name == "Russia")
    opened.desk.selection.change(picked=(russia.id,))
    qtbot.waitUntil(lambda: "Russia" in chart.accessibleDescription())
    assert chart.viewport().accessibleDescription() == chart.accessibleDescription()
    opened.commands["describe"].trigger()
    (dialog,) = opened.findChildren(ToldDialog)
    assert dialog.words.toPlainText() == chart.accessibleDescription()
    dialog.reject()
