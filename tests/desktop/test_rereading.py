from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workstation.desktop.dialogs.read_again import ReadAgainDialog
from workstation.desktop.drops import Drop
from workstation.desktop.notices import Notice
from workstation.desktop.rereading import Rereading
from workstation.desktop.window import Window
from workstation.domain.ledger import Entry
from workstation.domain.selection import Selection
from workstation.importing.again import Otherwise
from workstation.library import corpus, ledger
from workstation.library.library import Library

# Too short to be guessed, so it is first taken for windows-1252.
PAROM = "Паром ушёл\n\nДа, ушёл."
LONG = 60_000


@pytest.fixture
def posted(opened: Window) -> list[Notice]:
    told: list[Notice] = []
    opened.desk.notices.posted.connect(told.append)
    return told


def rows(window: Window, qtbot: QtBot) -> list[Entry]:
    found: list[list[Entry]] = []
    window.desk.ask(rows, ledger.entries, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def texts(window: Window, qtbot: QtBot) -> list[str]:
    def ask(reading):
        return [corpus.body(reading, a.id).text for a in corpus.articles(reading, Selection())]

    found: list[list[str]] = []
    window.desk.ask(texts, ask, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.desk.jobs.running, timeout=LONG)


@pytest.fixture
def ferry(opened: Window, tmp_path: Path, qtbot: QtBot) -> Entry:
    """A Russian note that was read in the wrong encoding, and is gone."""
    path = tmp_path / "parom.txt"
    path.write_bytes(PAROM.encode("cp1251"))
    opened.tasks.take(Drop((path,)))
    idle(opened, qtbot)
    path.unlink()
    opened.show_activity()
    activity = opened.docks.activity
    qtbot.waitUntil(lambda: [row.verdict for row in rows(opened, qtbot)] == ["imported"])
    qtbot.waitUntil(lambda: bool(activity.rows.at(0) and activity.rows.at(0).articles))
    activity._choose([activity.rows.at(0).id])
    return activity.rows.at(0)


def test_a_file_is_read_again_as_what_the_dialog_says(
    opened: Window, ferry: Entry, qtbot: QtBot
) -> None:
    assert PAROM not in texts(opened, qtbot)
    opened.docks.activity.about.commands["otherwise"].trigger()
    dialog = opened.findChild(ReadAgainDialog)
    qtbot.waitUntil(lambda: "text" in (dialog.reader.itemData(n) for n in range(4)), timeout=LONG)
    qtbot.waitUntil(lambda: bool(dialog.preview.toPlainText()))
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("utf-8"))
    assert "not in utf-8" in dialog.preview.toPlainText()
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("windows-1251"))
    assert dialog.preview.toPlainText() == PAROM
    dialog._accept()
    idle(opened, qtbot)
    assert PAROM in texts(opened, qtbot)
    old, new = rows(opened, qtbot)
    assert (old.id, new.articles) == (ferry.id, ferry.articles)


def test_columns_that_make_no_sense_are_told_in_the_dialog(opened: Window, ferry: Entry) -> None:
    read: list[Otherwise] = []
    dialog = ReadAgainDialog(opened.desk, ferry, read.append, opened)
    dialog.columns.setText("nonsense")
    dialog._accept()
    assert "nonsense" in dialog.trouble.text()
    dialog.columns.setText("title=Kopf, text=Rumpf")
    dialog._accept()
    assert read == [Otherwise(columns=(("title", "Kopf"), ("text", "Rumpf")))]


def test_the_original_is_saved_under_another_name(
    opened: Window, ferry: Entry, tmp_path: Path, posted: list[Notice], qtbot: QtBot
) -> None:
    rereading = opened.findChild(Rereading)
    rereading.save_original(ferry, tmp_path / "copy.txt")
    qtbot.waitUntil(lambda: bool(posted))
    assert (tmp_path / "copy.txt").read_bytes() == PAROM.encode("cp1251")
    rereading.save_original(ferry, tmp_path / "nowhere" / "copy.txt")
    qtbot.waitUntil(lambda: len(posted) > 1)
    assert posted[-1].problem


def test_what_is_dismissed_can_be_taken_back(
    opened: Window, tmp_path: Path, posted: list[Notice], qtbot: QtBot
) -> None:
    opened.tasks.take(Drop((tmp_path / "gone.txt",)))
    idle(opened, qtbot)
    opened.show_activity()
    activity = opened.docks.activity
    qtbot.waitUntil(lambda: activity._told.text().endswith("1 needs you"))
    activity.table.selectAll()
    activity.about.commands["dismiss"].trigger()
    qtbot.waitUntil(lambda: "need" not in activity._told.text())
    assert posted[-1].words == "1 file is dismissed."
    posted[-1].act()
    qtbot.waitUntil(lambda: activity._told.text().endswith("1 needs you"))


@pytest.fixture
def held(opened: Window, tmp_path: Path, qtbot: QtBot) -> Callable[[], list[Entry]]:
    """An import of many files that rests; its rows."""
    folder = tmp_path / "press"
    folder.mkdir()
    for n in range(40):
        (folder / f"{n}.txt").write_text(f"Ferry {n}\n\nThe ferry stayed for {n} days.")
    opened.tasks.take(Drop((folder,)))
    (job,) = opened.desk.jobs.running
    opened.footer.pause.click()
    assert job.paused
    qtbot.waitUntil(lambda: len(rows(opened, qtbot)) == 40)
    qtbot.waitUntil(lambda: opened.footer.pause.text() == "Go on")
    return lambda: rows(opened, qtbot)


def test_a_paused_import_goes_on_and_loses_no_file(
    opened: Window, held: Callable[[], list[Entry]], qtbot: QtBot
) -> None:
    assert any(row.verdict is None for row in held())
    opened.footer.pause.click()
    idle(opened, qtbot)
    assert {row.verdict for row in held()} == {"imported"}


def test_an_import_that_is_stopped_says_which_files_it_left(
    opened: Window, held: Callable[[], list[Entry]], posted: list[Notice], qtbot: QtBot
) -> None:
    opened.footer.stop.click()
    idle(opened, qtbot)
    qtbot.waitUntil(lambda: any("not read" in notice.words for notice in posted))
    left = [row for row in held() if row.code == "stopped"]
    assert left
    assert not any(row.needs_you for row in left)
    assert {row.verdict for row in held()} <= {"imported", "refused", "partly"}
    opened.findChild(Rereading).read_again(left)
    idle(opened, qtbot)
    assert len({article for row in held() for article in row.articles}) == 40


def test_an_import_that_rests_when_the_window_closes_goes_on_at_the_next_opening(
    opened: Window, held: Callable[[], list[Entry]], qtbot: QtBot
) -> None:
    where = opened.desk.library.where
    opened.close()
    with Library.open(where) as library, library.read() as reading:
        left = ledger.unfinished(reading)
    assert left
    assert any(entry.waiting for entry in left)
