"""Where panes stand: by name, in the other window, and the next day."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop import layouts
from workstation.desktop.dialogs.layouts import LayoutsDialog, SaveLayoutDialog
from workstation.desktop.docks import Docks
from workstation.desktop.layouts import Layout
from workstation.desktop.theme import Theme
from workstation.desktop.window import Window
from workstation.library.library import Library
from workstation.limits import LAYOUTS
from workstation.settings import Settings, state_folder


def in_front(docks: Docks) -> set[str]:
    return {d.objectName() for d in docks.docks if not d.visibleRegion().isEmpty()}


def choose(window: Window, name: str) -> None:
    window._arranging.layouts.aboutToShow.emit()
    next(a for a in window._arranging.layouts.actions() if a.text() == name).trigger()


def test_layouts_are_kept_under_their_names() -> None:
    assert layouts.named() == {}
    one, two = Layout(b"\x00one", locked=False), Layout(b"two", b"o", b"f", ("timeline",))
    assert layouts.save("Mornings", one)
    assert layouts.save("Mornings", two)
    assert layouts.save("Evenings", one)
    assert layouts.named() == {"Mornings": two, "Evenings": one}
    assert layouts.rename("Evenings", "Nights")
    assert not layouts.rename("Nights", "Mornings")
    assert layouts.delete("Mornings") == two
    assert layouts.delete("Mornings") is None
    assert layouts.named() == {"Nights": one}


def test_no_more_layouts_are_kept_than_a_menu_can_show() -> None:
    for n in range(LAYOUTS):
        layouts.save(str(n), Layout())
    assert not layouts.save("one more", Layout())
    assert layouts.save("0", Layout(b"other"))


@pytest.mark.parametrize("damage", [b"", b"{", b"[1, 2]", b'{"main": 3}', b"\xff\xfe" * 20])
def test_a_damaged_file_is_no_layout(damage: bytes) -> None:
    state_folder().mkdir(parents=True)
    for name in ("layout.json", "layouts.json"):
        (state_folder() / name).write_bytes(damage)
    assert layouts.last() is None
    assert layouts.named() == {}
    assert layouts.save("Again", Layout())


def test_a_layout_is_chosen_saved_renamed_and_deleted_in_the_window(
    opened: Window, qtbot: QtBot
) -> None:
    docks = opened.docks
    choose(opened, "Reading")
    assert in_front(docks) == {"articles", "facets", "actors"}
    opened.commands["save-layout"].trigger()
    dialog = opened.findChild(SaveLayoutDialog)
    assert not dialog.take.isEnabled()
    qtbot.keyClicks(dialog.name, "  Quiet & slow ")
    dialog.take.click()
    choose(opened, "Analysis")
    assert {"timeline", "network"} <= in_front(docks)
    choose(opened, "Cleaning")
    assert "cleaning" in in_front(docks)
    assert "facets" not in in_front(docks)
    choose(opened, "Quiet && slow")
    assert in_front(docks) == {"articles", "facets", "actors"}
    choose(opened, "Standard")
    assert "timeline" in in_front(docks)
    opened.commands["layouts"].trigger()
    listed = opened.findChild(LayoutsDialog)
    assert [listed.list.item(0).text()] == ["Quiet & slow"]
    editor = listed.list.itemDelegate()
    listed.rename()
    line = listed.list.findChild(QLineEdit)
    line.setText("Quiet")
    editor.commitData.emit(line)
    assert list(layouts.named()) == ["Quiet"]
    listed.delete()
    assert layouts.named() == {}
    listed.close()


def test_there_is_no_next_pane_while_none_is_seen(opened: Window) -> None:
    docks = opened.docks
    for dock in docks.docks:
        dock.hide()
    opened.open_library(str(Path(opened.desk.library.where).with_name("none.mwlib")))
    assert in_front(docks) == set()
    assert not docks.room.isVisible()
    docks.visit(1)
    docks.visit(-1)
    assert not docks.room.isVisible()


def test_panes_move_to_another_window_and_stay_linked(opened: Window, qtbot: QtBot) -> None:
    docks = opened.docks
    docks.timeline.setFocus()
    opened.commands["new-window"].trigger()
    assert [d.objectName() for d in docks.elsewhere] == ["timeline"]
    assert docks.other.isVisible()
    assert docks.other.windowTitle().startswith("Timeline — x")
    # The same selection, the same keys.
    opened.desk.selection.narrow("outlet", "Halyard Wire")
    qtbot.waitUntil(lambda: docks.timeline.chart.frequency.dated_total == 8)
    docks.other.activateWindow()
    qtbot.waitUntil(docks.other.isActiveWindow)
    qtbot.keyClick(docks.other, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: docks.timeline.chart.frequency.dated_total == 12)
    docks.move(docks.dock("network"))
    assert in_front(docks) >= {"timeline", "network", "articles"}
    docks.move(docks.dock("timeline"))
    assert [d.objectName() for d in docks.elsewhere] == ["network"]
    docks.other.close()
    assert docks.elsewhere == []
    assert docks.dock("network").isVisible()


def test_the_other_window_is_there_the_next_day(
    qtbot: QtBot, theme: Theme, library: Library, newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.fill(2)
    where = library.where
    library.close()
    found = []
    for day in range(3):
        window = Window(theme, Settings())
        window.resize(1280, 800)
        window.show()
        window.start(where, [])
        qtbot.waitUntil(lambda w=window: w.docks is not None and w.docks.actors.rows.count > 0)
        docks = window.docks
        found.append([d.objectName() for d in docks.elsewhere])
        if day == 0:
            docks.move(docks.dock("timeline"))
            docks.move(docks.dock("network"))
            docks.dock("facets").hide()
        elif day == 1:
            assert docks.other.isVisible()
            assert docks.dock("facets").isHidden()
            docks.bring_home()
        window.close()
        assert not docks.other.isVisible()
        window.deleteLater()
    assert found == [[], ["timeline", "network"], []]


def test_a_layout_that_qt_cannot_read_leaves_all_where_it_is_meant_to_stand(
    opened: Window,
) -> None:
    opened.docks.arrange(Layout(b"rubbish", b"rubbish", b"rubbish", ("timeline", "nobody")))
    assert opened.docks.elsewhere == []
    assert "timeline" in in_front(opened.docks)
