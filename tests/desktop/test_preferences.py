"""The preferences, each in force as soon as it is chosen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from workstation.desktop import scaling
from workstation.desktop.dialogs.preferences import PreferencesDialog
from workstation.desktop.guiding import Guiding
from workstation.desktop.preferring import preferences
from workstation.desktop.window import Window
from workstation.settings import Settings


def dialog_of(window: Window) -> PreferencesDialog:
    guiding = window.findChild(Guiding)
    assert guiding is not None
    return guiding.show_preferences()


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    box = dialog.boxes[name]
    if isinstance(box, QComboBox):
        at = box.findData(value)
        assert at >= 0
        box.setCurrentIndex(at)
    else:
        box.setChecked(bool(value))


def test_every_setting_but_the_libraries_opened_last_is_offered_and_explained() -> None:
    offered = preferences()
    assert {p.name for p in offered} == {f.name for f in fields(Settings)} - {"recent"}
    assert all(p.words and p.why.endswith(".") for p in offered)
    assert all(getattr(Settings(), p.name) in p.offered for p in offered if p.offered)


def test_each_preference_is_in_force_and_on_disk_as_soon_as_it_is_chosen(
    opened: Window, qtbot: QtBot
) -> None:
    opened.commands["preferences"].trigger()
    dialog = dialog_of(opened)
    assert opened.findChildren(PreferencesDialog) == [dialog]
    assert not dialog.isModal()
    choose(dialog, "theme", "contrast")
    assert opened.theme.look == "contrast"
    choose(dialog, "zoom", 150)
    assert opened.docks.reader.paper.percent == 150
    choose(dialog, "unit", "stories")
    assert opened.desk.selection.value.unit == "stories"
    choose(dialog, "fold", True)
    assert opened.docks.articles.folds
    choose(dialog, "measure", "mentions")
    assert opened.docks.timeline.measure == "mentions"
    choose(dialog, "workers", 1)
    assert opened.tasks.workers == 1
    choose(dialog, "read_after", 0)
    choose(dialog, "size", 150)
    wanted = Settings(
        theme="contrast", size=150, zoom=150, unit="stories", fold=True, read_after=0,
        measure="mentions", workers=1, recent=opened.settings.recent,
    )  # fmt: skip
    assert Settings.load() == opened.settings == wanted
    opened.docks.articles.step(1)
    assert not opened.desk.noting.reading.isActive()
    choose(dialog, "read_after", 5)
    opened.docks.articles.step(-1)
    assert opened.desk.noting.reading.interval() == 5000
    assert opened.desk.noting.reading.isActive()
    opened.desk.noting.reading.stop()
    dialog.reject()


def test_what_is_chosen_elsewhere_stands_in_the_open_dialog(opened: Window) -> None:
    dialog = dialog_of(opened)
    opened.choose_look("dark")
    opened.desk.selection.change(unit="outlets")
    looks, units = dialog.boxes["theme"], dialog.boxes["unit"]
    assert isinstance(looks, QComboBox)
    assert isinstance(units, QComboBox)
    assert (looks.currentData(), units.currentData()) == ("dark", "outlets")
    dialog.reject()


def test_size_and_language_offer_to_start_the_program_again(window: Window) -> None:
    dialog = dialog_of(window)
    assert not dialog.restart.isVisibleTo(dialog)
    choose(dialog, "size", 200)
    assert dialog.restart.isVisibleTo(dialog)
    dialog.restart.click()
    assert window.starts_again
    assert not window.isVisible()


def test_all_preferences_are_reached_and_changed_with_keys(window: Window, qtbot: QtBot) -> None:
    dialog = dialog_of(window)
    boxes = list(dialog.boxes.values())
    boxes[0].setFocus()
    visited = []
    for _ in boxes:
        visited.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert visited == boxes
    assert all(box.accessibleName() and box.accessibleDescription() for box in boxes)
    fold = dialog.boxes["fold"]
    assert isinstance(fold, QCheckBox)
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    assert window.settings.fold
    dialog.reject()


# Larger ------------------------------------------------------------------------------------------


@pytest.fixture
def factor(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], str | None]]:
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    yield lambda: os.environ.get("QT_SCALE_FACTOR")
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)


def test_a_size_multiplies_what_the_user_has_set_for_all_programs(
    factor: Callable[[], str | None],
) -> None:
    assert scaling.enlarge(100) is None
    assert factor() is None
    scaling.enlarge(150)
    assert factor() == "1.5"
    before = scaling.enlarge(200)
    assert factor() == "3"
    scaling.restore(before)
    assert factor() == "1.5"
    scaling.restore(None)
    assert factor() is None


def test_a_dialog_that_is_larger_than_the_screen_scrolls(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    for n in range(30):
        column.addWidget(QLabel(f"Line {n}"))
    dialog.setMinimumWidth(640)
    scaling.fit(dialog, QSize(420, 240))
    assert dialog.width() <= 420
    assert dialog.height() <= 240
    area = dialog.findChild(QScrollArea)
    assert area is not None
    dialog.show()
    assert area.verticalScrollBar().maximum() > 0


def test_a_dialog_that_fits_stays_as_it_is(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLabel("Short"))
    scaling.fit(dialog, QSize(420, 240))
    assert dialog.findChild(QScrollArea) is None
