from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.notices import Notice
from workstation.desktop.panes.actors.model import STANDING, TREND, Column
from workstation.desktop.panes.actors.view import ActorsPane, before
from workstation.desktop.selection_model import SERIES
from workstation.desktop.theme import Theme
from workstation.domain.actor import Actor
from workstation.domain.decision import Order
from workstation.domain.selection import Brush, Selection

ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def pane(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> ActorsPane:
    newsroom.fill(6)
    newsroom.publish()
    made = ActorsPane(desk, theme)
    seen(made)
    qtbot.waitUntil(lambda: made.rows.count == 5)
    return made


def names(pane: ActorsPane) -> list[str]:
    return [pane.rows.index(n, Column.NAME).data() for n in range(pane.rows.rowCount())]


def cells(pane: ActorsPane, column: Column) -> list[str]:
    return [pane.rows.index(n, column).data() for n in range(pane.rows.rowCount())]


def actor(pane: ActorsPane, name: str) -> str:
    return pane.rows.actor(names(pane).index(name)).id


def click(
    pane: ActorsPane,
    qtbot: QtBot,
    name: str,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    index = pane.rows.index(names(pane).index(name), Column.MENTIONS)
    place = pane.table.visualRect(index).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, keys, place)


def test_actors_are_listed_with_their_numbers_most_mentioned_first(pane: ActorsPane) -> None:
    assert names(pane)[:2] == ["Russia", "Hmeimim"]
    assert cells(pane, Column.MENTIONS)[:2] == ["8", "7"]
    assert cells(pane, Column.NAMED_IN)[:2] == ["7", "7"]


def test_a_click_picks_and_another_with_control_adds_a_series(
    pane: ActorsPane, desk: Desk, qtbot: QtBot
) -> None:
    click(pane, qtbot, "Hmeimim")
    assert desk.selection.value.picked == (actor(pane, "Hmeimim"),)
    click(pane, qtbot, "Turkey", Qt.KeyboardModifier.ControlModifier)
    assert desk.selection.value.picked == (actor(pane, "Hmeimim"), actor(pane, "Turkey"))
    assert not desk.selection.value.facets
    click(pane, qtbot, "Russia")
    assert desk.selection.value.picked == (actor(pane, "Russia"),)


def test_enter_narrows_to_the_articles_that_name_the_picked(
    pane: ActorsPane, desk: Desk, qtbot: QtBot
) -> None:
    desk.selection.change(picked=(actor(pane, "Turkey"),))
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert desk.selection.value.facet("actor") == (actor(pane, "Turkey"),)
    # The list itself still offers the others.
    assert len(names(pane)) == 5


def test_what_is_picked_elsewhere_is_selected_here(pane: ActorsPane, desk: Desk) -> None:
    desk.selection.change(picked=(actor(pane, "Turkey"), actor(pane, "Russia")))
    rows = {index.row() for index in pane.table.selectionModel().selectedRows()}
    assert rows == {names(pane).index("Turkey"), names(pane).index("Russia")}
    desk.selection.change(picked=())
    assert not pane.table.selectionModel().hasSelection()


def test_the_filter_finds_names_without_accents_and_keeps_what_is_picked(
    pane: ActorsPane, desk: Desk, qtbot: QtBot
) -> None:
    picked = actor(pane, "Russia")
    desk.selection.change(picked=(picked,))
    qtbot.keyClicks(pane.filter, "TÜRK")
    assert names(pane) == ["Turkey"]
    pane.table.selectionModel().select(pane.rows.index(0, 0), ADD)
    assert desk.selection.value.picked == (picked, actor(pane, "Turkey"))
    pane.filter.clear()
    assert len(names(pane)) == 5


def test_a_plain_click_among_filtered_rows_picks_that_row_alone(
    pane: ActorsPane, desk: Desk, qtbot: QtBot
) -> None:
    russia, turkey = actor(pane, "Russia"), actor(pane, "Turkey")
    desk.selection.change(picked=(russia,))
    qtbot.keyClicks(pane.filter, "tur")
    click(pane, qtbot, "Turkey", Qt.KeyboardModifier.ControlModifier)
    assert desk.selection.value.picked == (russia, turkey)
    click(pane, qtbot, "Turkey")
    assert desk.selection.value.picked == (turkey,)
    desk.selection.change(picked=(russia,))
    click(pane, qtbot, "Turkey")
    assert desk.selection.value.picked == (turkey,)
    pane.filter.clear()
    assert desk.selection.value.picked == (turkey,)


def test_the_count_says_how_many_the_filter_leaves(pane: ActorsPane, qtbot: QtBot) -> None:
    assert pane.figure.text() == "5"
    qtbot.keyClicks(pane.filter, "tur")
    assert pane.figure.text() == "1 of 5"
    pane.filter.clear()
    assert pane.figure.text() == "5"


def test_the_list_scrolls_to_an_actor_that_was_picked_elsewhere(
    pane: ActorsPane, desk: Desk
) -> None:
    pane.resize(420, 140)
    last = pane.rows.actor(pane.rows.rowCount() - 1)
    index = pane.rows.index(pane.rows.rowCount() - 1, 0)
    view = pane.table.viewport().rect()
    assert not view.intersects(pane.table.visualRect(index))
    desk.selection.change(picked=(last.id,))
    assert view.contains(pane.table.visualRect(index).center())


def test_other_articles_are_told_from_their_first_actor_on_and_new_ones_change_no_place(
    pane: ActorsPane, desk: Desk, newsroom: Newsroom, qtbot: QtBot
) -> None:
    pane.resize(420, 140)
    bar = pane.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    there = bar.value()
    newsroom.publish("A ship left Russia.", title="One ship")
    qtbot.waitUntil(lambda: "9" in cells(pane, Column.MENTIONS))
    assert bar.value() == there > 0
    desk.selection.change(brush=Brush(date(2024, 12, 2), date(2024, 12, 6)))
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_columns_leave_their_room_to_the_names_where_it_is_narrow(pane: ActorsPane) -> None:
    pane.resize(240, 400)
    assert pane.table.isColumnHidden(Column.TREND)
    assert pane.table.columnWidth(Column.NAME) > 90
    pane.resize(420, 400)
    assert not pane.table.isColumnHidden(Column.NAMED_IN)
    assert not pane.table.isColumnHidden(Column.TREND)


def test_a_second_column_counts_the_article_in_focus(
    pane: ActorsPane, desk: Desk, qtbot: QtBot
) -> None:
    assert pane.table.isColumnHidden(Column.HERE)
    desk.selection.change(focus=7)
    qtbot.waitUntil(lambda: "2" in cells(pane, Column.HERE))
    assert not pane.table.isColumnHidden(Column.HERE)
    here = dict(zip(names(pane), cells(pane, Column.HERE), strict=True))
    assert here.pop("Russia") == "2"
    assert set(here.values()) == {"1"}


def test_the_counts_follow_the_brush_and_the_trends_do_not(
    pane: ActorsPane, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(pane.rows.index(0, Column.TREND).data(TREND)))
    whole = pane.rows.index(0, Column.TREND).data(TREND)
    desk.selection.change(brush=Brush(date(2024, 12, 1), date(2024, 12, 1)))
    qtbot.waitUntil(lambda: cells(pane, Column.MENTIONS) == ["1", "1"])
    qtbot.waitUntil(lambda: bool(pane.rows.index(0, Column.TREND).data(TREND)))
    assert len(pane.rows.index(0, Column.TREND).data(TREND)) == len(whole)


def test_rows_that_come_into_sight_when_the_pane_grows_get_their_trends(
    pane: ActorsPane, desk: Desk, qtbot: QtBot
) -> None:
    pane.resize(420, 160)
    last = pane.rows.rowCount() - 1
    qtbot.waitUntil(lambda: bool(pane.rows.index(0, Column.TREND).data(TREND)))
    with qtbot.waitSignal(pane.rows.modelReset):
        desk.selection.change(words="Russia OR Turkey OR Hmeimim")
    qtbot.waitUntil(lambda: bool(pane.rows.index(0, Column.TREND).data(TREND)))
    assert pane.table.rowAt(pane.table.viewport().height() - 1) < last
    assert not pane.rows.index(last, Column.TREND).data(TREND)
    pane.resize(420, 600)
    qtbot.waitUntil(lambda: bool(pane.rows.index(last, Column.TREND).data(TREND)))


def test_the_columns_sort(pane: ActorsPane) -> None:
    pane.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert names(pane) == sorted(names(pane))
    pane.table.sortByColumn(Column.MENTIONS, Qt.SortOrder.AscendingOrder)
    assert names(pane)[-1] == "Russia"


def test_merging_two_picked_actors_is_proposed_the_lesser_into_the_greater(
    pane: ActorsPane, desk: Desk
) -> None:
    proposed: list[Order] = []
    said: list[str] = []
    desk.deciding.lacking.connect(proposed.append)
    desk.notices.posted.connect(lambda notice: said.append(notice.words))
    turkey, russia, harir = (actor(pane, n) for n in ("Turkey", "Russia", "Zakaria Harir"))
    pane.merge()
    desk.selection.change(picked=(russia, turkey, harir))
    pane.merge()
    assert (proposed, len(said)) == ([], 2)
    desk.selection.change(picked=(russia, turkey))
    pane.merge()
    assert proposed == [Order("merge", turkey, (russia,))]


def test_no_more_rows_stay_selected_than_can_be_compared(pane: ActorsPane, desk: Desk) -> None:
    pane.table.selectAll()
    assert len(desk.selection.value.picked) == min(SERIES, 5)


def test_the_list_can_be_painted(pane: ActorsPane, desk: Desk, theme: Theme) -> None:
    desk.selection.change(picked=(actor(pane, "Russia"),))
    light = pane.grab().toImage()
    theme.choose("dark")
    assert light != pane.grab().toImage()


def test_a_name_of_mixed_scripts_is_its_own_actor_and_says_so(
    pane: ActorsPane, desk: Desk, newsroom: Newsroom, qtbot: QtBot
) -> None:
    imitated = "Russi\u0430"
    desk.deciding.want(Order("rename", actor(pane, "Turkey"), (imitated,)))
    qtbot.waitUntil(lambda: imitated in names(pane))
    assert "Russia" in names(pane)
    index = pane.rows.index(names(pane).index(imitated), Column.NAME)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "Latin and Cyrillic letters in one word" in index.data(role)
    plain = pane.rows.index(names(pane).index("Russia"), Column.NAME)
    assert plain.data(Qt.ItemDataRole.ToolTipRole) is None


def action(menu: QMenu, words: str) -> QAction:
    return next(a for a in menu.actions() if words in a.text())


def of(pane: ActorsPane, name: str) -> Actor:
    return pane.rows.actor(names(pane).index(name))


def test_the_menu_of_an_actor_holds_every_decision_about_it(pane: ActorsPane, desk: Desk) -> None:
    lacking: list[Order] = []
    desk.deciding.lacking.connect(lacking.append)
    menu = pane.menu_for(of(pane, "Russia"))
    for words in ("Merge into…", "Rename…", "Another name…", "Role…", "Split off…"):
        action(menu, words).trigger()
    assert [order.verb for order in lacking] == ["merge", "rename", "alias", "role", "split"]
    kinds = action(menu, "Kind").menu()
    assert [a.text() for a in kinds.actions() if a.isChecked()] == ["state"]


def test_who_is_pinned_stays_on_top_however_the_list_is_sorted_and_after_a_restart(
    pane: ActorsPane, desk: Desk, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    action(pane.menu_for(of(pane, "Turkey")), "Keep on top").trigger()
    assert names(pane)[0] == "Turkey"
    pane.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert names(pane)[:2] == ["Turkey", "Hmeimim"]
    assert pane.rows.index(0, Column.NAME).data(STANDING) == (True, False)
    again = ActorsPane(desk, theme)
    seen(again)
    qtbot.waitUntil(lambda: again.rows.count == 5)
    assert names(again)[0] == "Turkey"
    action(again.menu_for(of(again, "Turkey")), "No longer on top").trigger()
    assert names(again)[0] == "Russia"


def test_who_is_hidden_is_left_out_and_still_counts(pane: ActorsPane, desk: Desk) -> None:
    notices: list[Notice] = []
    desk.notices.posted.connect(notices.append)
    action(pane.menu_for(of(pane, "Russia")), "Hide in this list").trigger()
    assert "Russia" not in names(pane)
    assert pane.rows.count == 5
    assert "still count" in notices[0].words
    pane.arrangement.fill()
    action(pane.arrangement.menu_of, "Hidden ones too").trigger()
    assert "Russia" in names(pane)
    notices[0].act()
    assert pane.rows.hidden == ()


def test_actors_are_grouped_and_narrowed_by_kind(pane: ActorsPane) -> None:
    pane.arrangement.fill()
    action(pane.arrangement.menu_of, "Group by kind").trigger()
    kinds = [pane.rows.actor(row).kind for row in range(5)]
    assert kinds == ["person", "state", "state", "place", "organisation"]
    pane.arrangement.fill()
    action(pane.arrangement.menu_of, "state  ·  2").trigger()
    assert names(pane) == ["Russia", "Turkey"]
    assert pane.arrangement.text() == "state"
    assert pane.figure.text() == "2 of 5"
    action(pane.arrangement.menu_of, "All kinds").trigger()
    assert len(names(pane)) == 5


def test_further_columns_tell_when_and_how_often_before(
    pane: ActorsPane, desk: Desk, qtbot: QtBot
) -> None:
    pane.resize(640, 400)
    for column in (Column.FIRST, Column.LAST, Column.BEFORE):
        assert pane.table.isColumnHidden(column)
        pane.table.show_extra(column, on=True)
    assert not pane.table.isColumnHidden(Column.BEFORE)
    row = names(pane).index("Turkey")
    assert pane.rows.index(row, Column.FIRST).data() == "2 Dec 2024"
    assert pane.rows.index(row, Column.LAST).data() == "6 Dec 2024"
    told = pane.rows.index(row, Column.BEFORE).data(Qt.ItemDataRole.ToolTipRole)
    assert "Choose a period" in told
    desk.selection.change(brush=Brush(date(2024, 12, 4), date(2024, 12, 6)))
    index = lambda: pane.rows.index(names(pane).index("Turkey"), Column.BEFORE)  # noqa: E731
    qtbot.waitUntil(lambda: index().data() == "1 ▲")
    told = index().data(Qt.ItemDataRole.ToolTipRole)
    assert told == "2 of 3 articles now; 1 of 3 in 1–3 Dec 2024"
    pane.resize(300, 400)
    assert pane.table.isColumnHidden(Column.TREND)
    assert pane.table.columnWidth(Column.NAME) > 90


def test_before_the_first_day_of_all_there_is_no_period(pane: ActorsPane, qtbot: QtBot) -> None:
    first = date.min.replace(month=2)
    assert before(Selection(brush=Brush(first, first.replace(day=20))), ["one"]) is not None
    assert before(Selection(brush=Brush(first, first.replace(month=4))), ["one"]) is None
    pane.desk.selection.change(brush=Brush(date.min, date.max))
    qtbot.waitUntil(lambda: not pane.desk.jobs.running)
    assert len(names(pane)) == 5


def test_a_list_of_nobody_says_so(pane: ActorsPane, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: pane.rows.rowCount() > 0)
    assert pane._stack.currentWidget() is pane.table
    pane.filter.setText("zzzz")
    assert pane._empty.isVisible()
    assert pane._empty.text() == "No actor here is called so."
    pane.filter.clear()
    desk.selection.change(words="nothingofthekind")
    qtbot.waitUntil(pane._empty.isVisible)
    assert pane._empty.text() == "No actor is named in the selection."
