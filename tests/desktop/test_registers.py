"""Registers in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.registers import RegistersDialog
from workstation.library import registers as kept

ROWS = "name,kind,alias\nAmber Brigade,armed-group,Ambers\n,person\nRussia,,Great Bear\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "desk.csv"
    file.write_text(ROWS, encoding="utf-8")
    return file


@pytest.fixture
def parent(seen: Callable[[QWidget], QWidget]) -> QWidget:
    return seen(QWidget())


@pytest.fixture
def tagged() -> list[bool]:
    return []


@pytest.fixture
def dialog(desk: Desk, parent: QWidget, tagged: list[bool], qtbot: QtBot) -> RegistersDialog:
    made = RegistersDialog(desk, lambda: tagged.append(True), parent)
    made.open()
    qtbot.waitUntil(lambda: made.table.rowCount() > 0)
    return made


def cells(table: QTableWidget, row: int) -> list[str]:
    found = (table.item(row, column) for column in range(table.columnCount()))
    return [cell.text() if cell else "" for cell in found]


def test_the_shipped_registers_are_listed_and_stay(dialog: RegistersDialog) -> None:
    names = [cells(dialog.table, row)[0] for row in range(dialog.table.rowCount())]
    assert names == ["States", "Groups and bodies", "Persons", "Places"]
    assert all(cells(dialog.table, row)[4] == "Media Workstation" for row in range(4))
    assert int(cells(dialog.table, 0)[1].replace(",", "")) > 190
    assert not dialog.remove.isEnabled()
    assert dialog.add.isEnabled()


def test_a_register_is_added_shown_line_by_line_and_removed(
    dialog: RegistersDialog, desk: Desk, register: Path, tagged: list[bool], qtbot: QtBot
) -> None:
    dialog.take(register)
    assert not dialog.add.isEnabled()
    qtbot.waitUntil(lambda: dialog.chosen is not None)

    assert cells(dialog.table, 4)[:4] == ["desk.csv", "2", "4", "1"]
    assert dialog.remarks.isVisible()
    assert cells(dialog.remarks, 0) == ["3", "Refused: There is no name."]
    assert "2 actors, 4 names, 1 line refused." in dialog._details.text()
    assert tagged == [True]

    dialog.remove.click()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 4)
    assert dialog.chosen is None
    assert not dialog.remarks.isVisible()
    assert tagged == [True, True]
    assert desk.library is not None
    with desk.library.read() as reading:
        assert kept.listed(reading) == []


def test_what_is_no_register_is_refused_in_the_dialog(
    dialog: RegistersDialog, tmp_path: Path, tagged: list[bool], qtbot: QtBot
) -> None:
    (tmp_path / "x.txt").write_text("Only words.")
    dialog.take(tmp_path / "x.txt")
    qtbot.waitUntil(dialog._trouble.isVisible)
    assert "no register that can be read" in dialog._trouble.text()
    assert dialog.add.isEnabled()
    assert tagged == []


def test_a_register_that_is_done_after_the_dialog_was_closed_is_matched_all_the_same(
    dialog: RegistersDialog, register: Path, tagged: list[bool], qtbot: QtBot
) -> None:
    dialog.take(register)
    dialog.reject()
    qtbot.waitUntil(lambda: bool(tagged))
