"""Setting dates from the window: the preview, the decision, and its undoing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.dates import DatesDialog
from workstation.desktop.window import Window
from workstation.domain.selection import Selection
from workstation.library import corpus

DAY = date(2024, 12, 14)


@pytest.fixture
def parent(seen: Callable[[QWidget], QWidget]) -> QWidget:
    return seen(QWidget())


def asked(desk: Desk, parent: QWidget, *numbers: int, in_selection: int = 3) -> DatesDialog:
    chosen = Selection().with_facet("article", tuple(map(str, numbers)))
    dialog = DatesDialog(desk, Chosen(len(numbers), lambda _: chosen, in_selection), parent)
    dialog.open()
    return dialog


def days(desk: Desk) -> dict[int, date | None]:
    with desk.library.read() as reading:
        return {one.id: one.day for one in corpus.articles(reading, Selection())}


def column(dialog: DatesDialog, number: int) -> list[str]:
    table = dialog.preview
    return [table.item(row, number).text() for row in range(table.rowCount())]


def test_the_preview_tells_before_anything_is_changed(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    fits = newsroom.publish("Stand: 14.12.2024", title="<b>One</b>")
    several = newsroom.publish("Stand: 14.12.2024. Stand: 15.12.2024", title="Several")
    dialog = asked(desk, parent, fits, several)
    assert not dialog.take.isEnabled()
    dialog.by_text.setChecked(True)
    qtbot.keyClicks(dialog.text_pattern, "Stand: %d.%m.%Y")
    qtbot.waitUntil(dialog.take.isEnabled)
    assert column(dialog, 0) == ["<b>One</b>", "Several"]
    assert column(dialog, 1) == ["undated", "undated"]
    assert column(dialog, 2)[0] == "14 Dec 2024"
    assert column(dialog, 2)[1].startswith("several days stand there")
    assert dialog._told.text() == "1 article gets a date, 1 stays as it is (1 of them undated)."
    assert days(desk) == {fits: None, several: None}
    dialog.take.click()
    qtbot.waitUntil(lambda: days(desk)[fits] == DAY)
    assert days(desk)[several] is None


def test_one_undo_of_the_notice_takes_all_dates_back(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    numbers = [newsroom.publish(f"Text {n}") for n in range(3)]
    dialog = asked(desk, parent, *numbers)
    qtbot.keyClicks(dialog.day, "2024-12-14")
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.take.text() == "Set 3 dates"
    with qtbot.waitSignal(desk.notices.posted) as posted:
        dialog.take.click()
    notice = posted.args[0]
    assert (notice.words, notice.action) == ("Set the dates of 3 articles.", "Undo")
    assert set(days(desk).values()) == {DAY}
    notice.act()
    qtbot.waitUntil(lambda: set(days(desk).values()) == {None})


def test_what_is_no_date_and_no_pattern_is_told_and_cannot_be_taken(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = asked(desk, parent, newsroom.publish())
    qtbot.keyClicks(dialog.day, "tomorrow")
    qtbot.waitUntil(lambda: dialog._told.text().startswith("That is no date."))
    dialog.by_text.setChecked(True)
    qtbot.keyClicks(dialog.text_pattern, "Stand")
    qtbot.waitUntil(lambda: "no pattern of a date" in dialog._told.text())
    assert not dialog.take.isEnabled()


def test_a_whole_selection_keeps_its_sure_dates_unless_they_are_wanted(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    sure, undated = newsroom.publish(on=date(2024, 12, 1)), newsroom.publish("Other words.")
    dialog = asked(desk, parent, sure, undated, in_selection=2)
    assert dialog.sure.isChecked()
    dialog.scope.setCurrentIndex(1)
    assert not dialog.sure.isChecked()
    dialog.day.setText("2024-12-14")
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.take.text() == "Set date"
    dialog.sure.setChecked(True)
    qtbot.waitUntil(lambda: dialog.take.text() == "Set 2 dates")


def test_several_articles_are_chosen_in_the_list_and_dated(opened: Window, qtbot: QtBot) -> None:
    window = opened
    articles = window.docks.articles
    articles.table.selectAll()
    assert len(articles._chosen_rows()) == 13
    window.commands["date"].trigger()
    dialog = window.findChild(DatesDialog)
    assert dialog.scope.itemText(0) == "The 13 chosen articles"
    dialog.sure.setChecked(False)
    dialog.day.setText("2024-12-14")
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.take.click()

    def is_dated() -> bool:
        first = articles.rows.article(0)
        return first is not None and first.day == DAY

    qtbot.waitUntil(is_dated)
    assert len(articles._chosen_rows()) == 1
    qtbot.waitUntil(lambda: not window.desk.jobs.running, timeout=60_000)


def test_undated_and_doubtful_articles_are_one_command_away(opened: Window, qtbot: QtBot) -> None:
    window = opened
    window.commands["undated"].trigger()
    qtbot.waitUntil(lambda: window.docks.articles.rows.rowCount() == 1)
    window.commands["doubtful"].trigger()
    assert window.desk.selection.value.doubtful
    qtbot.waitUntil(lambda: window.docks.articles.rows.rowCount() == 0)
    window.desk.selection.clear()
    assert not window.desk.selection.value.narrows


def test_shift_and_arrow_choose_more_and_leave_one_in_focus(opened: Window, qtbot: QtBot) -> None:
    window = opened
    articles = window.docks.articles
    articles.table.setCurrentIndex(articles.rows.index(0, 0))
    qtbot.keyClick(articles.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert articles._chosen_rows() == [0, 1]
    assert window.desk.selection.value.focus == articles.rows.at(1).id
