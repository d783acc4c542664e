from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.panes.activity.jobs import JobLine
from workstation.desktop.panes.activity.model import FILE, GUESSES, VERDICT, WHEN, WORDS
from workstation.desktop.panes.activity.view import ActivityPane, told
from workstation.desktop.theme import Theme
from workstation.domain.ledger import Totals
from workstation.domain.progress import Progress
from workstation.library import ledger

Seen = Callable[[QWidget], QWidget]


def cells(pane: ActivityPane, row: int) -> list[str]:
    return [pane.rows.index(row, column).data() for column in range(WORDS + 1)]


@pytest.fixture
def offered(desk: Desk, newsroom: Newsroom) -> dict[str, int]:
    """Files of every fate, by their names; their rows."""
    number = newsroom.publish()
    rows = {}
    with desk.library.write() as writing:
        for name in ("good.txt", "guessed.txt", "bad.pdf", "waiting.txt"):
            rows[name] = ledger.offer(writing, f"/home/x/{name}", name[0] * 64).id
        ledger.advance(writing, rows["good.txt"], 1, [number])
        ledger.close(writing, rows["good.txt"], "imported", reader="text 1", message="1 new.")
        ledger.close(
            writing, rows["guessed.txt"], "imported", message="1 new.", details="A guess.\nMore."
        )
        ledger.close(writing, rows["bad.pdf"], "refused", code="cut", message="It is cut off.")
    return rows


@pytest.fixture
def pane(
    desk: Desk, theme: Theme, seen: Seen, qtbot: QtBot, offered: dict[str, int]
) -> ActivityPane:
    made = ActivityPane(desk, theme)
    seen(made)
    qtbot.waitUntil(lambda: made.rows.rowCount() == len(offered))
    return made


def choose(pane: ActivityPane, *rows: int) -> None:
    model = pane.table.selectionModel()
    model.clearSelection()
    how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        model.select(pane.rows.index(row, 0), how)


def test_the_ledger_says_what_became_of_every_file(pane: ActivityPane, theme: Theme) -> None:
    assert pane._told.text() == "3 files → 1 article, 1 needs you, 1 still to be read"
    assert [cells(pane, row)[:4] for row in range(4)] == [
        ["waiting.txt", "reading…", "", ""],
        ["bad.pdf", "refused", "", ""],
        ["guessed.txt", "imported", "", "2"],
        ["good.txt", "imported", "1", ""],
    ]
    assert cells(pane, 1)[WORDS] == "It is cut off."
    ink = pane.rows.index(1, VERDICT).data(Qt.ItemDataRole.ForegroundRole)
    assert ink == theme.colour("problem")
    choose(pane, 2)
    assert pane.about.words.text() == "guessed.txt\n1 new.\nA guess.\nMore."
    assert pane.rows.index(2, GUESSES).data() == "2"
    pane.grab()


def test_only_what_needs_somebody_or_was_guessed_is_listed(
    pane: ActivityPane, qtbot: QtBot, desk: Desk, offered: dict[str, int]
) -> None:
    pane._views["needs-you"].click()
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 1 and cells(pane, 0)[0] == "bad.pdf")
    pane._views["noted"].click()
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 1 and cells(pane, 0)[0] == "guessed.txt")
    pane._views["needs-you"].click()
    with desk.library.write() as writing:
        ledger.dismiss(writing, [offered["bad.pdf"]])
    qtbot.waitUntil(lambda: pane._empty.text() == "No file needs you.")
    assert pane._empty.isVisible()
    assert pane._told.text() == "3 files → 1 article, 1 still to be read"
    pane._views["unread"].click()
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 1 and cells(pane, 0)[0] == "waiting.txt")
    pane._views["all"].click()
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 4)


def test_a_row_opens_its_articles(pane: ActivityPane, desk: Desk) -> None:
    choose(pane, 3)
    pane.about.commands["open"].trigger()
    (number,) = pane.rows.at(3).articles
    assert desk.selection.value.focus == number
    assert desk.selection.value.facet("article") == (str(number),)


def test_only_what_makes_sense_is_offered(pane: ActivityPane) -> None:
    def possible() -> set[str]:
        return {name for name, action in pane.about.commands.items() if action.isEnabled()}

    assert possible() == set()
    choose(pane, 1)
    assert possible() == {"again", "otherwise", "dismiss", "folder", "copy"}
    choose(pane, 0)
    assert possible() == {"folder", "copy"}
    choose(pane, 1, 2)
    assert possible() == {"again", "dismiss"}
    assert pane.about.words.text() == "2 files are chosen."


def test_what_is_chosen_stays_chosen_while_rows_come(
    pane: ActivityPane, qtbot: QtBot, desk: Desk
) -> None:
    choose(pane, 1)
    with desk.library.write() as writing:
        ledger.offer(writing, "/home/x/new.txt", "n" * 64)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 5)
    assert [entry.file for entry in pane._entries(pane._chosen())] == ["/home/x/bad.pdf"]


def test_ten_thousand_rows_are_fetched_as_they_are_seen(
    desk: Desk, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    with desk.library.write() as writing:
        ledger.plan(writing, [(f"/x/{n}.txt", f"/x/{n}.txt") for n in range(10_000)])
    pane = ActivityPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 10_000)
    assert cells(pane, 0)[:2] == ["9999.txt", "waiting"]
    assert set(pane.rows._pages) == {0}
    pane.table.scrollToBottom()
    qtbot.waitUntil(lambda: pane.rows.index(9_999, FILE).data() == "0.txt")
    assert len(pane.rows._pages) <= 3
    pane.table.selectAll()
    qtbot.waitUntil(lambda: pane.about.words.text() == "10,000 files are chosen.")


def test_an_empty_ledger_says_what_it_is_for(
    desk: Desk, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    pane = ActivityPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(pane._empty.isVisible)
    assert pane._empty.text().startswith("Every file")


def test_an_address_stands_whole_in_the_ledger(
    desk: Desk, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    with desk.library.write() as writing:
        ledger.offer(writing, "https://news.example/2024/ferry", "")
        ledger.offer(writing, "/home/x/press.zip » in/ferry.txt", "a" * 64)
    pane = ActivityPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 2)
    assert pane.rows.index(1, 0).data() == "https://news.example/2024/ferry"
    assert pane.rows.index(0, 0).data() == "press.zip » in/ferry.txt"
    assert pane.rows.index(0, WHEN).data() == time.strftime("%H:%M")


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        (Totals(42, 1_310, 7, 0), "42 files → 1,310 articles, 7 need you"),
        (Totals(1, 1, 0, 0), "1 file → 1 article"),
        (Totals(0, 0, 0, 3), "0 files → 0 articles, 3 still to be read"),
    ],
)
def test_the_head_says_it_in_a_line(theme: Theme, totals: Totals, words: str) -> None:
    assert told(totals) == words


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
    pause, stop = line.findChildren(QPushButton)
    pause.click()
    assert line.findChild(QLabel).text() == "Importing 3 of 9 files · paused"
    assert (pause.text(), stop.text()) == ("Go on", "Stop")
    pause.click()
    assert pause.text() == "Pause"
    assert not stop.isFlat()
    stop.click()
    qtbot.waitUntil(lambda: not desk.jobs.running)
    qtbot.waitUntil(lambda: pane.findChild(JobLine) is None)
