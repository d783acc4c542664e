from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.panes.facets.view import FacetsPane
from workstation.desktop.tally import chips
from workstation.desktop.theme import Theme
from workstation.domain.signs import Sign
from workstation.library import signs

Seen = Callable[[QWidget], QWidget]


def lines(pane: FacetsPane) -> list[tuple[str, str]]:
    rows = range(pane.rows.rowCount())
    return [(pane.rows.index(n, 0).data(), pane.rows.index(n, 1).data()) for n in rows]


def test_outlets_are_counted_without_their_own_choice(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(6)
    pane = FacetsPane(desk, theme)
    seen(pane)
    told = [("Outlets", "articles"), ("Halyard Wire", "4"), ("Levant Dispatch", "2")]
    qtbot.waitUntil(lambda: lines(pane) == told)
    place = pane.table.visualRect(pane.rows.index(2, 0)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.selection.value.facet("outlet") == ("Levant Dispatch",)
    qtbot.waitUntil(lambda: pane.rows.rows[2].chosen)
    assert lines(pane) == told
    place = pane.table.visualRect(pane.rows.index(1, 0)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert set(desk.selection.value.facet("outlet")) == {"Levant Dispatch", "Halyard Wire"}
    qtbot.waitUntil(lambda: pane.rows.rows[1].chosen)
    accessible = Qt.ItemDataRole.AccessibleTextRole
    assert pane.rows.index(1, 0).data(accessible) == "Halyard Wire, chosen"
    pane.grab()


def test_values_are_chosen_by_the_keyboard_too(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(6)
    pane = FacetsPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 3)
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.rows.index(1, 0))
    qtbot.keyClick(pane.table, Qt.Key.Key_Space)
    assert desk.selection.value.facet("outlet") == ("Halyard Wire",)


def test_a_facet_with_one_value_has_nothing_to_choose(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.publish()
    pane = FacetsPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: not pane._stale)
    assert lines(pane) == []
    assert pane.maximumHeight() == 0
    newsroom.fill(6)
    qtbot.waitUntil(lambda: len(lines(pane)) == 3)
    assert pane.maximumHeight() > 3 * 25


def test_an_outlet_that_nobody_named_is_called_the_same_everywhere(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.publish()
    newsroom.publish("Nobody signed this.", outlet="", language="")
    pane = FacetsPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: ("Unknown outlet", "1") in lines(pane))
    assert ("Unknown language", "1") in lines(pane)
    row = lines(pane).index(("Unknown outlet", "1"))
    for chosen in ((("outlet", ("",)),), ()):
        pane._toggle(pane.rows.index(row, 0))
        assert desk.selection.value.facets == chosen
        qtbot.waitUntil(lambda chosen=chosen: pane.rows.rows[row].chosen == bool(chosen))
    assert [c.words for c in chips(desk.selection.value.with_facet("outlet", ("",)), {})] == [
        "Outlet: \u2068Unknown outlet\u2069"
    ]


def test_labels_are_there_to_narrow_by_as_soon_as_one_is_set(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(6)
    pane = FacetsPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 3)
    with desk.library.write() as writing:
        signs.change(writing, [1, 2], put=[Sign("label", "bases")], who="ann")
    qtbot.waitUntil(lambda: lines(pane)[3:] == [("Labels", "articles"), ("bases", "2")])
    pane.table.clicked.emit(pane.rows.index(4, 0))
    assert desk.selection.value.facet("label") == ("bases",)
    assert [chip.words for chip in chips(desk.selection.value, {})] == ["Label: \u2068bases\u2069"]
