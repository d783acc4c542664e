from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from workstation import doctor
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.about import AboutDialog
from workstation.errors import Unreadable


@pytest.fixture
def parent(seen: Callable[[QWidget], QWidget]) -> QWidget:
    return seen(QWidget())


def test_about_says_what_the_doctor_found_and_copies_it(
    desk: Desk,
    parent: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "closed_doors", lambda: dict.fromkeys(doctor.DOORS, True))
    dialog = AboutDialog(desk, parent)
    dialog.open()
    qtbot.waitUntil(dialog.copy.isEnabled)
    told = doctor.examine().findings
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert all(any(text.startswith(one.words) for text in shown) for one in told)
    dialog.copy.click()
    try:
        copied = QGuiApplication.clipboard().text()
    finally:
        QGuiApplication.clipboard().clear()
    assert "ok Readers: Processes that read files can open no other file" in copied


def test_about_says_what_went_wrong(
    desk: Desk,
    parent: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails() -> None:
        raise Unreadable("The machine hides.", "Look again.")

    monkeypatch.setattr(doctor, "examine", fails)
    dialog = AboutDialog(desk, parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog._looking.text() == "The machine hides. Look again.")
