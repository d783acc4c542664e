from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.panes.activity.jobs import JobLine
from workstation.desktop.panes.activity.view import ActivityPane
from workstation.desktop.panes.facets.view import FacetsPane
from workstation.desktop.tally import chips
from workstation.desktop.theme import Theme
from workstation.domain.progress import Progress
from workstation.library import ledger

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
    told = [("Outlets", ""), ("Halyard Wire", "4"), ("Levant Dispatch", "2")]
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


def test_the_ledger_says_what_became_of_every_file(
    desk: Desk, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    with desk.library.write() as writing:
        good = ledger.offer(writing, "/home/x/good.txt", "a" * 64)
        bad = ledger.offer(writing, "/home/x/bad.pdf", "b" * 64)
        ledger.close(writing, good.id, "imported", reader="text", message="1 new article.")
        ledger.close(writing, bad.id, "refused", code="Truncated", message="The file is cut off.")
    pane = ActivityPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 2)
    assert pane.figure.text() == "2 files · 1 refused"
    assert [pane.rows.index(0, n).data() for n in range(4)] == [
        "bad.pdf", "refused", "", "The file is cut off.",
    ]  # fmt: skip
    ink = pane.rows.index(0, 1).data(Qt.ItemDataRole.ForegroundRole)
    assert ink == theme.colour("problem")
    pane.table.setCurrentIndex(pane.rows.index(0, 0))
    assert pane._details.text() == "The file is cut off."


def test_an_address_stands_whole_in_the_ledger(
    desk: Desk, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    with desk.library.write() as writing:
        ledger.offer(writing, "https://news.example/2024/ferry", "")
    pane = ActivityPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 1)
    assert pane.rows.index(0, 0).data() == "https://news.example/2024/ferry"


def test_a_running_job_has_a_line_and_a_way_to_stop_it(
    desk: Desk, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    pane = ActivityPane(desk, theme)
    seen(pane)
    begun = threading.Event()

    def work(tell, cancelled):
        tell(Progress("Importing", "files", 3, 9))
        begun.set()
        return cancelled.wait(5)

    desk.jobs.start("Import", work)
    assert begun.wait(5)
    desk.jobs._tick()
    line = pane.findChild(JobLine)
    assert line.findChild(QLabel).text() == "Importing 3 of 9 files"
    stop = line.findChild(QPushButton)
    assert stop.text() == "Stop"
    assert not stop.isFlat()
    stop.click()
    qtbot.waitUntil(lambda: not desk.jobs.running)
    qtbot.waitUntil(lambda: pane.findChild(JobLine) is None)
