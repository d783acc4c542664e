from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workstation.desktop.notices import NoticeBar, Notices


def test_a_notice_shows_its_words_literally_and_offers_its_action(
    qtbot: QtBot, seen: Callable[[QWidget], QWidget]
) -> None:
    notices, acted = Notices(), []
    room = seen(QWidget())
    bar = NoticeBar(notices, room)
    notices.say("Merged <b>Moscow</b>.", "Undo", lambda: acted.append(True))
    label = bar.findChild(QLabel)
    assert bar.isVisible()
    assert label.text() == "Merged <b>Moscow</b>."
    assert label.textFormat() == Qt.TextFormat.PlainText
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert acted == [True]
    assert not bar.isVisible()


def test_a_notice_leaves_by_itself(qtbot: QtBot, seen: Callable[[QWidget], QWidget]) -> None:
    notices = Notices()
    bar = NoticeBar(notices, seen(QWidget()))
    notices.warn("The file cannot be read.")
    assert bar._leave.isActive()
    assert bar._leave.isSingleShot()
    bar._leave.timeout.emit()
    assert not bar.isVisible()


def test_the_latest_notice_takes_the_place_of_the_one_before(
    qtbot: QtBot, seen: Callable[[QWidget], QWidget]
) -> None:
    notices = Notices()
    room = seen(QWidget())
    bar = NoticeBar(notices, room)
    for n in range(5):
        notices.say(f"Notice {n}.")
    assert bar.findChild(QLabel).text() == "Notice 4."
    assert len([w for w in room.findChildren(NoticeBar) if w.isVisible()]) == 1


def test_a_long_notice_stays_inside_its_parent(
    qtbot: QtBot, seen: Callable[[QWidget], QWidget]
) -> None:
    notices = Notices()
    room = seen(QWidget())
    bar = NoticeBar(notices, room)
    notices.say("word " * 80, "Show", lambda: None)
    assert room.rect().contains(bar.geometry())
    room.resize(420, 300)
    assert room.rect().contains(bar.geometry())
