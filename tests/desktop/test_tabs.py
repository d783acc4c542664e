"""Tabs of the real window, by keys and by the mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from workstation.desktop.drops import Drop
from workstation.desktop.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def articles(window: Window) -> list[tuple[int, bool]]:
    return [(tab.article, tab.kept) for tab in window.docks.room.open_tabs]


def test_keys_alone_keep_walk_and_close_tabs(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    paper = opened.docks.reader.paper
    paper.setFocus()
    first = opened.desk.selection.value.focus
    qtbot.keyClick(paper, Qt.Key.Key_T, CONTROL)
    opened.docks.articles.step(1)
    second = opened.desk.selection.value.focus
    assert articles(opened) == [(first, True), (second, False)]
    paper.setFocus()
    qtbot.keyClick(paper, Qt.Key.Key_Tab, CONTROL)
    assert opened.desk.selection.value.focus == first
    qtbot.keyClick(paper, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert opened.desk.selection.value.focus == second
    qtbot.keyClick(paper, Qt.Key.Key_Backslash, CONTROL)
    assert opened.docks.room.is_split
    opened.commands["next-pane"].trigger()
    assert opened.docks.room.side.isAncestorOf(opened.focusWidget())
    qtbot.keyClick(opened.docks.reader.paper, Qt.Key.Key_W, CONTROL)
    assert not opened.docks.room.is_split


def test_the_middle_button_and_a_double_click_keep_an_article(opened: Window, qtbot: QtBot) -> None:
    table = opened.docks.articles.table
    here = opened.desk.selection.value.focus
    third = opened.docks.articles.rows.article(2).id
    place = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.MiddleButton, pos=place)
    assert articles(opened) == [(here, False), (third, True)]
    assert opened.desk.selection.value.focus == here
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert (here, True) in articles(opened)
    tabs = opened.docks.room.side.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.MiddleButton, pos=tabs.tabRect(1).center())
    assert articles(opened) == [(here, True)]
    tabs.tabButton(0, QTabBar.ButtonPosition.RightSide).click()
    assert articles(opened) == []


def test_back_returns_to_the_tab_of_what_was_read(opened: Window, qtbot: QtBot) -> None:
    opened.commands["keep-tab"].trigger()
    first = opened.desk.selection.value.focus
    opened.desk.selection.narrow("outlet", "Halyard Wire")
    opened.docks.articles.step(1)
    second = opened.desk.selection.value.focus
    opened.commands["back"].trigger()
    assert opened.docks.room.side.tabs.current.article == first
    opened.commands["forward"].trigger()
    assert opened.docks.room.side.tabs.current.article == second
    assert articles(opened) == [(first, True), (second, False)]


def test_what_is_dropped_on_the_other_window_is_taken(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    taken: list[Drop] = []
    opened.docks.other.dropped.disconnect(opened.take)
    opened.docks.other.dropped.connect(taken.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(30, 30).toPointF(), Qt.DropAction.CopyAction, mime, *none)
    opened.docks.other.dropEvent(event)
    assert [drop.paths for drop in taken] == [(tmp_path,)]
