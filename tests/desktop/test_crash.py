from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from workstation.desktop.crash import Crash, write_down
from workstation.settings import state_folder


def fail() -> None:
    raise ValueError(f"wrong in {Path.home()}")


def failure() -> BaseException:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_a_crash_is_written_down_without_the_user_s_folder() -> None:
    log = Path(write_down(failure()))
    text = log.read_text("utf-8")
    assert log.parent == state_folder()
    assert "ValueError: wrong in ~" in text
    assert str(Path.home()) not in text


def test_the_log_keeps_the_latest_crashes_only() -> None:
    for _ in range(3):
        write_down(ValueError("x" * 100_000))
    log = Path(write_down(failure()))
    assert len(log.read_text("utf-8")) <= 200_000
    assert "wrong in ~" in log.read_text("utf-8")


def test_many_errors_open_one_calm_dialog(seen: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    window = seen(QWidget())
    crash = Crash(window)
    for _ in range(5):
        crash.take_error(failure())
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "Your library is safe" in boxes[0].text()
    labels = [label for label in boxes[0].findChildren(QLabel) if label.text()]
    assert Qt.TextFormat.RichText not in {label.textFormat() for label in labels}
    boxes[0].close()
    crash.take_error(failure())
    qtbot.waitUntil(lambda: crash._open is not None and crash._open.isVisible())
    crash._open.close()


def test_an_error_in_a_slot_of_the_running_window_is_caught_and_the_window_goes_on() -> None:
    asked = (
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication, QMessageBox\n"
        "from workstation.desktop import app\n"
        "def fail(): raise KeyError('gone wrong')\n"
        "def look():\n"
        "    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]\n"
        "    print(len(boxes), flush=True)\n"
        "    [box.close() for box in boxes]\n"
        "    QApplication.exit(7)\n"
        "QTimer.singleShot(0, lambda: (QTimer.singleShot(0, fail), QTimer.singleShot(300, look)))\n"
        "print(app.run(None, []))\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=False
    )
    assert found.stdout.split() == ["1", "7"]
    assert "gone wrong" in (state_folder() / "crash.log").read_text("utf-8")
