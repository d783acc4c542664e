from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workstation.desktop.suggesting import Suggesting
from workstation.desktop.window import Window


@pytest.fixture
def suggesting(opened: Window, qtbot: QtBot) -> Suggesting:
    opened.activateWindow()
    opened.toolbar.search.setFocus()
    qtbot.waitUntil(opened.toolbar.search.hasFocus)
    return opened.toolbar.search.findChild(Suggesting)


def rows(suggesting: Suggesting) -> list[str]:
    return [suggesting.model.item(n).text() for n in range(suggesting.model.rowCount())]


def test_fields_and_their_values_are_taken_by_the_keyboard_alone(
    opened: Window, suggesting: Suggesting, qtbot: QtBot
) -> None:
    line = opened.toolbar.search
    popup = suggesting.popup
    qtbot.keyClicks(line, "act")
    qtbot.waitUntil(lambda: rows(suggesting) == ["actor:"] and popup.isVisible())
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(suggesting)[1:2] == ["Russia   13 articles"])
    assert line.text() == "actor:"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "actor:Russia "
    qtbot.waitUntil(lambda: opened.desk.selection.value.words == "actor:Russia")
    assert not popup.isVisible()


def test_escape_takes_nothing_and_recent_searches_come_back(
    opened: Window, suggesting: Suggesting, qtbot: QtBot
) -> None:
    line = opened.toolbar.search
    popup = suggesting.popup
    qtbot.keyClicks(line, "hmeimim")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert rows(suggesting) == ["hmeimim"]
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert (line.text(), popup.isVisible()) == ("", False)
    qtbot.keyClicks(line, "hm")
    qtbot.waitUntil(lambda: rows(suggesting) == ["hmeimim"])
    line.clear()
    qtbot.keyClicks(line, "outlet:lev")
    qtbot.waitUntil(lambda: rows(suggesting) == ["Levant Dispatch   4 articles"])
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == 'outlet:"Levant Dispatch" '
