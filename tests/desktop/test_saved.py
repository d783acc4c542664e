from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.dialogs.commands import CommandPalette
from workstation.desktop.dialogs.searches import SavedSearchesDialog, SaveSearchDialog
from workstation.desktop.notices import Notice
from workstation.desktop.saved import Saved
from workstation.desktop.window import Window
from workstation.domain.selection import Selection
from workstation.library import searches


@pytest.fixture
def saved(opened: Window, qtbot: QtBot) -> Saved:
    """One search by itself and one of a watchlist, in each of which two articles are new."""
    library = opened.desk.library
    assert library is not None

    def put() -> None:
        with library.write() as writing:
            searches.save(writing, "Turkey & us", Selection(words="turkey"))
            searches.save(writing, "Russia", Selection(words="russia"), group="states.csv")
        for text in ("Russia and Turkey talked.", "Russia left."):
            Newsroom(library).publish(text)

    opened.desk.jobs.write(put, lambda _: None)
    found = opened._commanding.saved
    found._recount.setInterval(0)
    qtbot.waitUntil(lambda: [one.new for one in found.searches] == [1, 2])
    qtbot.waitUntil(lambda: not opened.desk.jobs.running)
    return found


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_the_menu_at_the_search_field_lists_and_opens_them(
    opened: Window, saved: Saved, qtbot: QtBot
) -> None:
    menu = opened.toolbar._menu
    menu.aboutToShow.emit()
    assert texts(menu) == [
        "Save this search…", "Turkey && us  (1 new)", "states.csv  (2 new)", "Saved searches…",
        "Import a watchlist…", "Forget the last searches",
    ]  # fmt: skip
    assert opened.toolbar._mark.toolTip() == "Saved searches, 3 new articles"
    next(action for action in menu.actions() if "Turkey" in action.text()).trigger()
    assert opened.desk.selection.value.words == "turkey"
    assert opened.toolbar.search.text() == "turkey"
    qtbot.waitUntil(lambda: saved.new == 2)


def test_the_palette_offers_them(opened: Window, saved: Saved, qtbot: QtBot) -> None:
    opened.commands["commands"].trigger()
    palette = opened.findChild(CommandPalette)
    line = palette.findChild(QLineEdit)
    line.setText("search: states")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened.desk.selection.value.words == "russia"


def test_what_is_selected_is_saved_under_a_name(opened: Window, saved: Saved, qtbot: QtBot) -> None:
    told: list[Notice] = []
    opened.desk.notices.posted.connect(told.append)
    opened.commands["save-search"].trigger()
    assert told[-1].words.startswith("Search for something first")
    opened.desk.selection.change(words="hmeimim")
    opened.commands["save-search"].trigger()
    dialog = opened.findChild(SaveSearchDialog)
    assert dialog.name.text() == "hmeimim"
    dialog.name.setText(" ")
    assert not dialog.take.isEnabled()
    dialog.name.setText("Turkey & us")
    assert "replaced" in dialog.note.text()
    dialog.name.setText("The base")
    dialog.accept()
    qtbot.waitUntil(lambda: "The base" in [one.name for one in saved.searches])
    kept = next(one for one in saved.searches if one.name == "The base")
    assert (kept.selection.words, kept.new) == ("hmeimim", 0)


def test_the_list_renames_deletes_and_brings_back(
    opened: Window, saved: Saved, qtbot: QtBot
) -> None:
    told: list[Notice] = []
    opened.desk.notices.posted.connect(told.append)
    opened.commands["searches"].trigger()
    dialog = opened.findChild(SavedSearchesDialog)
    table = dialog.table
    assert [table.item(0, n).text() for n in range(4)] == ["Turkey & us", "", "1", "8"]
    dialog.rename.click()
    editor = table.findChild(QLineEdit)
    editor.setText("Ankara")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: saved.searches[0].name == "Ankara")
    dialog.delete.click()
    qtbot.waitUntil(lambda: len(saved.searches) == 1)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].act is not None
    told[-1].act()
    qtbot.waitUntil(lambda: len(saved.searches) == 2)
    table.setCurrentCell(1, 0)
    dialog.open_it.click()
    assert opened.desk.selection.value.words == "russia"


def test_a_watchlist_becomes_a_group_of_searches(
    opened: Window, saved: Saved, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[Notice] = []
    opened.desk.notices.posted.connect(told.append)
    saved.take(tmp_path / "gone.csv")
    qtbot.waitUntil(lambda: bool(told))
    assert "cannot be read" in told.pop().words
    file = tmp_path / "places.csv"
    file.write_text("name,aliases\nHmeimim,the base\n,x\n", encoding="utf-8")
    saved.take(file)
    qtbot.waitUntil(lambda: "places.csv" in saved.groups())
    qtbot.waitUntil(lambda: bool(told))
    assert "1 search is saved" in told[-1].words
    assert "There is no name." in told[-1].words


def test_a_library_that_can_only_be_read_opens_searches_only(opened: Window, saved: Saved) -> None:
    dialog = SavedSearchesDialog(saved, writing=False, parent=opened)
    dialog.show()
    assert dialog.open_it.isEnabled()
    assert not dialog.rename.isEnabled()
    assert not dialog.delete.isEnabled()
    assert isinstance(opened.commands["save-search"], QAction)
