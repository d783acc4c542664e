from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.commands import CommandPalette
from workstation.desktop.dialogs.decide import DecideDialog
from workstation.desktop.dialogs.report import ReportDialog
from workstation.desktop.tally import Tally
from workstation.domain.decision import Decision, Order
from workstation.domain.frequency import Size
from workstation.domain.selection import Selection
from workstation.library import corpus
from workstation.library import decisions as log


@pytest.fixture
def parent(seen: Callable[[QWidget], QWidget]) -> QWidget:
    return seen(QWidget())


def actor(desk: Desk, name: str) -> str:
    with desk.library.read() as reading:
        return corpus.find_actor(reading, name).id


def decisions(desk: Desk) -> list[Decision]:
    with desk.library.read() as reading:
        return log.log(reading)


def press(dialog: QWidget, words: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == words).click()


def test_a_merge_shows_what_it_reaches_before_anything_is_changed(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    newsroom.fill(4)
    turkey, russia = actor(desk, "Turkey"), actor(desk, "Russia")
    dialog = DecideDialog(desk, Order("merge", turkey, (russia,)), parent)
    dialog.open()
    told = "Changes 2 mentions in 2 articles. It can be undone."
    qtbot.waitUntil(lambda: dialog._reach.text() == told)
    assert "Turkey" in dialog._question.text()
    assert decisions(desk) == []
    dialog._reason.setText("a test")
    press(dialog, "Merge")
    qtbot.waitUntil(lambda: len(decisions(desk)) == 1)
    assert decisions(desk)[0].order == Order("merge", turkey, (russia,), "a test")


def test_a_merge_says_which_decision_speaks_against_it(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    newsroom.publish()
    turkey, russia = actor(desk, "Turkey"), actor(desk, "Russia")
    desk.deciding.take(Order("not-the-same", russia, (turkey,), "Two states"))
    qtbot.waitUntil(lambda: len(decisions(desk)) == 1)
    dialog = DecideDialog(desk, Order("merge", turkey, (russia,)), parent)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog._against.isHidden())
    assert "says that they are not the same. Its reason: Two states." in dialog._against.text()
    press(dialog, "Merge")
    qtbot.waitUntil(lambda: len(decisions(desk)) == 2)


def test_a_merge_is_aimed_by_typing_a_part_of_a_name(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    newsroom.publish()
    turkey = actor(desk, "Turkey")
    dialog = DecideDialog(desk, Order("merge", turkey), parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog._field.list.count() == 4)
    assert not dialog._take.isEnabled()
    qtbot.keyClicks(dialog._field.line, "harir")
    assert dialog._field.chosen == actor(desk, "Zakaria Harir")
    assert dialog._take.isEnabled()
    qtbot.keyClicks(dialog._field.line, "xyz")
    assert not dialog._take.isEnabled()
    dialog.reject()
    assert decisions(desk) == []


def test_arrows_choose_among_the_actors_that_fit(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    newsroom.publish()
    dialog = DecideDialog(desk, Order("alias", "", ("Moscow",)), parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog._field.list.count() == 5)
    qtbot.keyClick(dialog._field.line, Qt.Key.Key_Down)
    qtbot.keyClick(dialog._field.line, Qt.Key.Key_Down)
    assert dialog._field.list.currentRow() == 1
    qtbot.keyClick(dialog._field.line, Qt.Key.Key_Up)
    qtbot.keyClick(dialog._field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(decisions(desk)) == 1)
    assert decisions(desk)[0].order == Order("alias", actor(desk, "Russia"), ("Moscow",))


def test_a_rename_starts_from_the_present_name(
    desk: Desk, newsroom: Newsroom, parent: QWidget, qtbot: QtBot
) -> None:
    newsroom.publish()
    dialog = DecideDialog(desk, Order("rename", actor(desk, "Turkey")), parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog._name.text() == "Turkey")
    dialog._name.setText("  ")
    assert not dialog._take.isEnabled()
    dialog._name.setText("Türkiye")
    press(dialog, "Rename")
    qtbot.waitUntil(lambda: len(decisions(desk)) == 1)
    with desk.library.read() as reading:
        names = {a.name for a in corpus.actors(reading, Selection())}
    assert "Türkiye" in names


def test_a_report_is_asked_for_in_one_dialog(parent: QWidget, tmp_path: Path) -> None:
    wanted = []
    dialog = ReportDialog(Tally(Size(12), 40, {}), lambda *words: wanted.append(words), parent)
    dialog.open()
    dialog._title.setText("The harbour")
    dialog._file.setText(str(tmp_path / "harbour"))
    dialog._depth.setCurrentIndex(1)
    assert not dialog._notes.isChecked(), "notes are private until somebody says otherwise"
    dialog._notes.setChecked(True)
    dialog.findChild(QDialogButtonBox).accepted.emit()
    assert wanted == [(tmp_path / "harbour.pdf", "The harbour", "list", True)]


def test_a_report_into_a_folder_that_is_not_there_is_told_before_the_dialog_closes(
    parent: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    wanted = []
    dialog = ReportDialog(Tally(Size(1), 40, {}), lambda *words: wanted.append(words), parent)
    dialog.open()
    dialog._title.setText("The harbour")
    dialog._file.setText(str(tmp_path / "missing" / "harbour.pdf"))
    press(dialog, "Write")
    assert dialog.isVisible()
    assert "no folder" in dialog._trouble.text()
    assert str(tmp_path / "missing") in dialog._trouble.text()
    assert (dialog._title.text(), wanted) == ("The harbour", [])
    qtbot.keyClicks(dialog._file, "x")
    assert dialog._trouble.isHidden()
    dialog._file.setText("/proc/harbour.pdf")
    if Path("/proc").is_dir():
        press(dialog, "Write")
        assert "Nothing can be written" in dialog._trouble.text()
    for nothing in ("", "/", str(tmp_path)):
        dialog._file.setText(nothing)
        press(dialog, "Write")
        assert "file name" in dialog._trouble.text()
    assert dialog.isVisible()
    dialog._file.setText(str(tmp_path / "harbour.pdf"))
    press(dialog, "Write")
    assert not dialog.isVisible()
    assert wanted == [(tmp_path / "harbour.pdf", "The harbour", "full", False)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the home is not the test's own")
def test_a_report_is_offered_a_folder_that_is_there(parent: QWidget, own_home: Path) -> None:
    dialog = ReportDialog(Tally(Size(12), 40, {}), lambda *_: None, parent)
    assert dialog._target() == own_home / "report.pdf"
    (own_home / "Documents").mkdir()
    dialog = ReportDialog(Tally(Size(12), 40, {}), lambda *_: None, parent)
    assert dialog._target() == own_home / "Documents" / "report.pdf"
    dialog._file.setText("harbour")
    assert dialog._target() == own_home / "Documents" / "harbour.pdf"


def test_a_command_is_found_by_a_few_of_its_letters(parent: QWidget, qtbot: QtBot) -> None:
    ran = []
    actions = [QAction(words, parent) for words in ("Open…", "Import", "Import a folder…")]
    for action in actions:
        action.triggered.connect(lambda _checked=False, a=action: ran.append(a.text()))
    actions[0].setEnabled(False)
    palette = CommandPalette(actions, parent)
    palette.open()
    assert palette._list.count() == 2
    qtbot.keyClicks(palette._line, "ifold")
    assert palette._list.count() == 1
    palette.grab()
    qtbot.keyClick(palette._line, Qt.Key.Key_Return)
    assert ran == ["Import a folder…"]
