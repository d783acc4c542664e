from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workstation.desktop.buttons import chooser


@pytest.mark.parametrize(
    "side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=lambda s: s.name
)
def test_the_menu_of_a_chooser_begins_where_the_language_does(
    side: Qt.LayoutDirection, qapp: QApplication, qtbot: QtBot
) -> None:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(side)
    button = chooser({"a": "A", "b": "B"}, "a", lambda _one: None, QIcon())
    qtbot.addWidget(button)
    assert button.menu().layoutDirection() == side
    qapp.setLayoutDirection(before)
