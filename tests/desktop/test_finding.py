"""The palette finds more than commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workstation.desktop.dialogs.commands import CommandPalette
from workstation.desktop.window import Window


def palette(window: Window, qtbot: QtBot, letters: str) -> CommandPalette:
    window.commands["commands"].trigger()
    made = next(
        p for p in window.findChildren(CommandPalette) if p.isVisible()
    )  # one that closed is gone a moment later
    qtbot.keyClicks(made._line, letters)
    return made


def rows(made: CommandPalette) -> list[str]:
    return [made._list.item(n).text() for n in range(made._list.count())]


def test_actors_and_outlets_are_found_and_chosen(opened: Window, qtbot: QtBot) -> None:
    found = palette(opened, qtbot, "rus")
    qtbot.waitUntil(lambda: "Russia" in rows(found))
    at = rows(found).index("Russia")
    assert found._list.item(at).data(Qt.ItemDataRole.UserRole).statusTip() == "actor · 13 articles"
    found.grab()
    found._list.setCurrentRow(at)
    qtbot.keyClick(found._line, Qt.Key.Key_Return)
    picked = opened.docks.actors.rows.known(opened.desk.selection.value.picked)
    assert [actor.name for actor in picked] == ["Russia"]
    found = palette(opened, qtbot, "levant")
    qtbot.waitUntil(lambda: "Levant Dispatch" in rows(found))
    found._list.setCurrentRow(rows(found).index("Levant Dispatch"))
    qtbot.keyClick(found._line, Qt.Key.Key_Return)
    assert opened.desk.selection.value.facet("outlet") == ("Levant Dispatch",)


def test_what_is_no_longer_typed_is_not_offered(opened: Window, qtbot: QtBot) -> None:
    found = palette(opened, qtbot, "rus")
    found.offer("ru", [])
    qtbot.waitUntil(lambda: "Russia" in rows(found))
    found._line.setText("zzzz")
    assert rows(found) == []
    found.close()


def test_tabs_layouts_panes_and_libraries_are_found(opened: Window, qtbot: QtBot) -> None:
    opened.commands["keep-tab"].trigger()
    first = opened.desk.selection.value.focus
    opened.docks.articles.step(3)
    tabs = opened.docks.room.open_tabs
    qtbot.waitUntil(lambda: all(tab.title for tab in tabs))
    found = palette(opened, qtbot, "tab: day 11")
    qtbot.keyClick(found._line, Qt.Key.Key_Return)
    assert opened.desk.selection.value.focus == first
    found = palette(opened, qtbot, "layout: reading")
    qtbot.keyClick(found._line, Qt.Key.Key_Return)
    assert opened.docks.dock("timeline").isHidden()
    found = palette(opened, qtbot, "show: timeline")
    qtbot.keyClick(found._line, Qt.Key.Key_Return)
    assert opened.docks.timeline.isVisible()
    found = palette(opened, qtbot, "network: to the other")
    qtbot.keyClick(found._line, Qt.Key.Key_Return)
    assert [d.objectName() for d in opened.docks.elsewhere] == ["network"]
    opened.docks.other.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened.docks.other)
    opened.commands["commands"].trigger()
    over = opened.docks.other.findChild(CommandPalette)
    qtbot.keyClicks(over._line, "open: x.mwlib")
    assert [opened.desk.library.where in row for row in rows(over)] == [True]
    over.close()
