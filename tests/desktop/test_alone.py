"""One pane in all the room."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workstation.desktop import layouts
from workstation.desktop.alone import Alone
from workstation.desktop.window import Window


def alone_in(window: Window) -> Alone:
    found = window.findChild(Alone)
    assert found is not None
    return found


def seen(window: Window) -> list[str]:
    names = [dock.objectName() for dock in window.docks.docks if dock.isVisible()]
    return [*names, *(["reader"] if window.centralWidget().isVisible() else [])]


def test_the_pane_in_focus_gets_all_the_room_and_gives_it_back(
    opened: Window, qtbot: QtBot
) -> None:
    before = seen(opened)
    opened.activateWindow()
    opened.docks.actors.table.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is opened.docks.actors.table)
    opened.commands["only-pane"].trigger()
    assert seen(opened) == ["actors"]
    qtbot.waitUntil(lambda: opened.docks.actors.width() > 1200)
    opened.commands["next-pane"].trigger()
    assert seen(opened) == ["timeline"]
    for _ in range(2):
        opened.commands["previous-pane"].trigger()
    assert seen(opened) == ["reader"]
    opened.commands["only-pane"].trigger()
    assert seen(opened) == before


def test_the_layout_that_is_remembered_is_that_of_all_panes(opened: Window) -> None:
    before = seen(opened)
    opened.commands["only-pane"].trigger()
    opened.close_library()
    assert opened.centralWidget().isVisible()
    left = layouts.last()
    assert left is not None
    opened.docks.arrange(left)
    assert [name for name in before if name != "reader"] == seen(opened)[:-1]


def test_a_small_window_begins_with_the_reader_alone(opened: Window) -> None:
    alone_in(opened).begin()
    assert not alone_in(opened).on
    opened.setMinimumSize(1, 1)
    opened.resize(426, 266)
    alone_in(opened).begin()
    assert seen(opened) == ["reader"]
    opened.commands["only-pane"].trigger()
    assert len(seen(opened)) > 3
