from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.event import EventDialog
from workstation.desktop.panes.timeline.chart import UNDATED
from workstation.desktop.panes.timeline.view import TimelinePane
from workstation.desktop.theme import Theme
from workstation.domain.selection import Brush, Selection
from workstation.library import corpus, events

FIRST = date(2024, 12, 1)


@pytest.fixture
def pane(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> TimelinePane:
    newsroom.fill(8)
    newsroom.publish()
    made = TimelinePane(desk, theme)
    seen(made)
    qtbot.waitUntil(lambda: made.chart.frequency is not None)
    return made


def pick(desk: Desk, pane: TimelinePane, qtbot: QtBot, *names: str) -> tuple[str, ...]:
    with desk.library.read() as reading:
        ids = tuple(corpus.find_actor(reading, name).id for name in names)
    desk.selection.change(picked=ids)
    qtbot.waitUntil(lambda: len(pane.chart.frequency.series) == len(names))
    return ids


def point(pane: TimelinePane, place: float) -> QPoint:
    """Where a place on the axis of dates is drawn."""
    field = pane.chart.getViewBox()
    scene = field.mapViewToScene(pane.chart.visibleRange().center())
    scene.setX(field.mapViewToScene(QPoint(0, 0).toPointF()).x())
    unit = field.mapViewToScene(QPoint(1, 0).toPointF()).x() - scene.x()
    scene.setX(scene.x() + place * unit)
    return pane.chart.mapFromScene(scene)


def test_without_a_picked_actor_the_articles_are_drawn(pane: TimelinePane) -> None:
    assert pane._told.text() == "8 articles, a day"
    assert pane.chart.frequency.totals == (1,) * 8
    assert pane._ends.isHidden()


def test_shares_are_drawn_first_with_their_denominator_in_words(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    pick(desk, pane, qtbot, "Russia", "Turkey")
    assert pane._told.text() == "share of all 8 dated articles, a day"
    pane.show_measure("mentions")
    assert pane._told.text() == "mentions in 8 dated articles, a day"
    assert not pane._ends.isHidden()


def test_dragging_draws_a_brush_of_whole_days_and_escape_clears_it(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    view, left = pane.chart.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=point(pane, 1.8))
    for place in (2.5, 3.5, 4.2):
        qtbot.mouseMove(view, point(pane, place))
    qtbot.mouseRelease(view, left, pos=point(pane, 4.2))
    assert desk.selection.value.brush == Brush(date(2024, 12, 3), date(2024, 12, 5))
    assert pane.chart._region.isVisible()
    assert pane.chart._region.getRegion() == (1.5, 4.5)
    qtbot.keyClick(pane.chart, Qt.Key.Key_Escape)
    assert not desk.selection.value.brush
    assert not pane.chart._region.isVisible()


@pytest.fixture
def every_move(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passes over no move of the mouse, however soon it comes after another."""
    monkeypatch.setitem(pg.CONFIG_OPTIONS, "mouseRateLimit", -1)


def drag(pane: TimelinePane, qtbot: QtBot, *places: float) -> None:
    """Presses at the first of some places, and moves to the others."""
    view = pane.chart.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=point(pane, places[0]))
    for place in places[1:]:
        qtbot.mouseMove(view, point(pane, place))


def release(pane: TimelinePane, qtbot: QtBot, place: float) -> None:
    view, left = pane.chart.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseRelease(view, left, pos=point(pane, place))


def test_a_second_brush_is_drawn_without_the_selection_following_each_step(
    pane: TimelinePane, desk: Desk, qtbot: QtBot, every_move: None
) -> None:
    desk.selection.change(brush=Brush(FIRST, FIRST))
    heard: list[Brush] = []
    pane.chart.brushed.connect(heard.append)
    drag(pane, qtbot, 2.8, 3.5, 4.5, 5.2)
    assert heard == []
    left, right = pane.chart._region.getRegion()
    assert left == pytest.approx(2.8, abs=0.1)
    assert right == pytest.approx(5.2, abs=0.1)
    pane.chart.show_frequency(pane.chart.frequency, "share")
    assert pane.chart._region.getRegion() == (left, right)
    release(pane, qtbot, 5.2)
    assert heard == [Brush(date(2024, 12, 4), date(2024, 12, 6))]
    assert desk.selection.value.brush == heard[0]


def test_escape_gives_up_a_brush_that_is_being_drawn(
    pane: TimelinePane, desk: Desk, qtbot: QtBot, every_move: None
) -> None:
    before = Brush(FIRST, FIRST)
    desk.selection.change(brush=before)
    drag(pane, qtbot, 2.8, 3.5, 4.5)
    qtbot.keyClick(pane.chart, Qt.Key.Key_Escape)
    qtbot.mouseMove(pane.chart.viewport(), point(pane, 5.2))
    assert pane.chart._region.getRegion() == (-0.5, 0.5)
    release(pane, qtbot, 5.2)
    assert desk.selection.value.brush == before
    drag(pane, qtbot, 1.8, 3.0, 4.2)
    release(pane, qtbot, 4.2)
    assert desk.selection.value.brush == Brush(date(2024, 12, 3), date(2024, 12, 5))


def test_the_mouse_shows_what_it_can_do_with_a_brush(
    pane: TimelinePane, desk: Desk, qtbot: QtBot, every_move: None
) -> None:
    desk.selection.change(brush=Brush(date(2024, 12, 3), date(2024, 12, 5)))
    view = pane.chart.viewport()
    shapes = []
    for place in (1.5, 3.0, 4.5, 6.0):
        qtbot.mouseMove(view, point(pane, place))
        shapes.append(view.cursor().shape())
    edge, hand = Qt.CursorShape.SizeHorCursor, Qt.CursorShape.OpenHandCursor
    assert shapes == [edge, hand, edge, Qt.CursorShape.ArrowCursor]


def test_a_brush_set_elsewhere_is_shown_and_not_changed_by_showing_it(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    pane.show_bins("week")
    qtbot.waitUntil(lambda: pane.chart.frequency.by == "week")
    brush = Brush(date(2024, 12, 4), date(2024, 12, 4))
    desk.selection.change(brush=brush)
    assert desk.selection.value.brush == brush
    assert pane.chart._region.getRegion() == (0.5, 1.5)


def test_moving_the_brush_moves_the_selection(pane: TimelinePane, desk: Desk, qtbot: QtBot) -> None:
    desk.selection.change(brush=Brush(FIRST, date(2024, 12, 2)))
    pane.chart._region.setRegion((1.4, 3.6))
    assert desk.selection.value.brush == Brush(date(2024, 12, 3), date(2024, 12, 4))
    assert pane.chart._region.getRegion() == (1.5, 3.5)


def test_the_timeline_shows_the_days_that_its_own_brush_leaves_out(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    desk.selection.change(brush=Brush(FIRST, FIRST))
    pane.refresh()
    qtbot.waitUntil(lambda: not pane._stale)
    assert len(pane.chart.frequency.periods) == 8


def test_a_double_click_on_a_bar_selects_its_day(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    view, left, place = pane.chart.viewport(), Qt.MouseButton.LeftButton, point(pane, 5)
    qtbot.mouseClick(view, left, pos=place)
    qtbot.mouseDClick(view, left, pos=place)
    qtbot.mouseRelease(view, left, pos=place)
    assert desk.selection.value.brush == Brush(date(2024, 12, 6), date(2024, 12, 6))


def test_a_click_on_the_undated_bar_selects_the_undated_articles(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    assert pane.chart.frequency.undated_total == 1
    place = point(pane, UNDATED)
    qtbot.mouseClick(pane.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.selection.value == Selection(undated=True)


def test_arrows_walk_from_bar_to_bar_and_enter_opens_one(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    for _ in range(3):
        qtbot.keyClick(pane.chart, Qt.Key.Key_Right)
    assert pane._readout.text() == "3 Dec 2024: 1 article"
    qtbot.keyClick(pane.chart, Qt.Key.Key_Left)
    qtbot.keyClick(pane.chart, Qt.Key.Key_Return)
    assert desk.selection.value.brush == Brush(date(2024, 12, 2), date(2024, 12, 2))
    for _ in range(20):
        qtbot.keyClick(pane.chart, Qt.Key.Key_Right)
    assert pane.chart.at == 7


def test_the_cursor_leaves_with_the_mouse(pane: TimelinePane, qtbot: QtBot) -> None:
    pane.chart._hover(pane.chart.mapToScene(point(pane, 3)))
    assert pane.chart._cursor.isVisible()
    assert pane._readout.text() == "4 Dec 2024: 1 article"
    QApplication.sendEvent(pane.chart, QEvent(QEvent.Type.Leave))
    assert not pane.chart._cursor.isVisible()
    assert pane._readout.text() == ""


def test_the_caption_says_how_many_articles_the_brush_takes(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    desk.selection.change(brush=Brush(FIRST, date(2024, 12, 3)))
    assert pane._told.text() == "8 articles, a day · 3 selected"
    pick(desk, pane, qtbot, "Russia")
    assert pane._told.text() == "share of all 8 dated articles, a day · 3 selected"
    pane.show_bins("week")
    qtbot.waitUntil(lambda: pane.chart.frequency.by == "week")
    assert pane._told.text() == "share of all 8 dated articles, a week · 1–3 Dec 2024 selected"
    desk.selection.change(brush=Brush())
    assert pane._told.text() == "share of all 8 dated articles, a week"


def test_one_article_is_told_as_one(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    newsroom.fill(1)
    pane = TimelinePane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.chart.frequency is not None)
    assert pane._told.text() == "1 article, a day"


@pytest.mark.parametrize("height", [150, 200, 420])
def test_the_highest_tick_of_the_axis_has_room_for_its_words(
    pane: TimelinePane, desk: Desk, height: int
) -> None:
    pane.resize(700, height)
    pane.grab()
    axis = pane.chart.getAxis("left")
    highest = max(at for at, _ in axis._tickLevels[0])
    half = QFontMetrics(axis.style["tickFont"]).ascent() / 2
    assert pane.chart.height_of(highest) >= half


def test_the_table_holds_the_same_numbers(pane: TimelinePane, desk: Desk, qtbot: QtBot) -> None:
    pick(desk, pane, qtbot, "Turkey")
    pane.show_measure("articles")
    lines = pane.numbers.text().splitlines()
    assert lines[0] == "period\tarticles\tTurkey"
    assert lines[1] == "undated\t1\t1"
    assert lines[2:4] == ["1 Dec 2024\t1\t0", "2 Dec 2024\t1\t1"]
    pane._tabling.click()
    assert not pane.chart.isVisible()
    pane.copy()
    assert QGuiApplication.clipboard().text() == pane.numbers.text()


def test_eight_series_can_be_painted_in_both_looks(
    pane: TimelinePane, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    pick(desk, pane, qtbot, "Russia", "Turkey", "Hmeimim", "Zakaria Harir", "Orbital Watch")
    desk.selection.change(brush=Brush(FIRST, date(2024, 12, 3)))
    light = pane.grab().toImage()
    theme.choose("dark")
    assert light != pane.grab().toImage()


def test_the_chart_is_saved_as_it_is_drawn(
    pane: TimelinePane,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = str(tmp_path / "days.csv"), ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    with qtbot.waitSignal(desk.notices.posted) as posted:
        pane.save()
    assert posted.args[0].words == "Choose the actors first whom the chart is to show."
    pick(desk, pane, qtbot, "Russia")
    with qtbot.waitSignal(desk.notices.posted, timeout=20_000):
        pane.save()
    table = (tmp_path / "days.csv").read_text("utf-8-sig").splitlines()
    assert table[0].startswith("actor,")
    assert len(table) == 1 + 8 + 1


def test_a_day_that_stands_out_says_what_made_it(
    pane: TimelinePane, desk: Desk, newsroom: Newsroom, qtbot: QtBot
) -> None:
    assert pane.chart.spikes == []
    for n in range(6):
        newsroom.publish(f"Talk {n}.", title=f"Ceasefire talks {n}", on=date(2024, 12, 4))
    qtbot.waitUntil(lambda: pane.chart.spikes == [3])
    pane.chart.point(3)
    assert pane._readout.text().endswith("click to see why")
    qtbot.keyClick(pane.chart, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: bool(pane.findChildren(QMenu, "why")))
    (menu,) = pane.findChildren(QMenu, "why")
    heading, *actions = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
    assert heading.text() == "4 Dec 2024: 7 articles"
    words = [one.text() for one in actions]
    assert "\u2068ceasefire\u2069" in words
    menu.close()
    next(one for one in actions if one.text() == "\u2068ceasefire\u2069").trigger()
    assert desk.selection.value.words == "ceasefire"
    assert desk.selection.value.brush == Brush(date(2024, 12, 4), date(2024, 12, 4))


def happened(desk: Desk, words: str, first: date, last: date | None = None) -> int:
    with desk.library.write() as writing:
        return events.add(writing, first, last or first, words, who="ann", article=1)


def test_an_event_has_a_flag_whose_words_show_where_it_is_pointed_at(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    happened(desk, "The envoys left", date(2024, 12, 3))
    happened(desk, "The long talks", date(2024, 12, 3), date(2024, 12, 6))
    qtbot.waitUntil(lambda: len(pane.chart.flags.at(2)) == 2)
    assert not pane.chart.flags.words.isVisible()
    pane.chart.point(2)
    assert pane._readout.text().endswith(
        "⚑ \u2068The envoys left\u2069 · ⚑ \u2068The long talks\u2069"
    )
    assert pane.chart.flags.words.isVisible()
    assert "3 Dec 2024: The envoys left" in pane.chart.flags.words.toPlainText()
    pane.chart.point(7)
    assert not pane.chart.flags.words.isVisible()
    heads = [pane.numbers.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heads == ["period", "articles", "events"]
    told = [pane.numbers.index(row, 2).data() for row in range(6)]
    assert told == [
        "",
        "",
        "",
        "The envoys left; The long talks",
        "The long talks",
        "The long talks",
    ]
    pane.grab()


def test_an_event_is_pinned_changed_and_deleted_with_undo(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    desk.noting.event_wanted.connect(lambda planned: EventDialog(desk, planned, pane).open())
    desk.selection.change(focus=2)
    pane.chart.setFocus()
    for _ in range(2):
        qtbot.keyClick(pane.chart, Qt.Key.Key_Right)
    pane.pin()
    dialog = pane.findChild(EventDialog)
    assert (dialog.first.text(), dialog.last.text()) == ("2024-12-02", "2024-12-02")
    assert not dialog.take.isEnabled()
    qtbot.waitUntil(lambda: not dialog.told_in.isHidden())
    dialog.words.setText("The envoys left")
    dialog.last.setText("2024-12-01")
    assert not dialog.take.isEnabled()
    dialog.last.setText("2024-12-03")
    dialog.told_in.setChecked(True)
    dialog.take.click()
    qtbot.waitUntil(lambda: len(pane.chart.flags.at(2)) == 1)
    (event,) = pane.chart.flags.at(1)
    assert (event.words, event.article) == ("The envoys left", 2)
    menu = pane.menu_at(1)
    (listed,) = [a.menu() for a in menu.actions() if "The envoys left" in a.text()]
    acts = {action.text(): action for action in listed.actions()}
    acts["Change…"].trigger()
    changing = pane.findChildren(EventDialog)[-1]
    changing.words.setText("The envoys stayed")
    changing.take.click()
    qtbot.waitUntil(lambda: [e.words for e in pane.chart.flags.at(1)] == ["The envoys stayed"])
    acts["Delete"].trigger()
    qtbot.waitUntil(lambda: not pane.chart.flags.at(1))
    for words in (["The envoys stayed"], ["The envoys left"], []):
        desk.noting.undo()
        qtbot.waitUntil(lambda w=words: [e.words for e in pane.chart.flags.at(1)] == w)


def test_the_other_mouse_button_asks_what_can_be_done_about_a_day(
    pane: TimelinePane, desk: Desk, qtbot: QtBot
) -> None:
    place = point(pane, 4)
    qtbot.mouseClick(pane.chart.viewport(), Qt.MouseButton.RightButton, pos=place)
    (menu,) = pane.findChildren(QMenu)[-1:]
    acts = {action.text(): action for action in menu.actions()}
    assert {"Pin an event…", "Only its articles", "What makes it up…"} <= acts.keys()
    acts["Only its articles"].trigger()
    assert desk.selection.value.brush == Brush(date(2024, 12, 5), date(2024, 12, 5))
    menu.close()
