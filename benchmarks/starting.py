"""Process start to the first window on the screen, beside an empty QMainWindow."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""

OURS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workstation.desktop.app import dress
from workstation.desktop.theme import Theme
from workstation.desktop.window import Window
from workstation.settings import Settings
app = QApplication(sys.argv)
dress(app)
theme = Theme("light", app)
theme.apply()
window = Window(theme, Settings.load())
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def seconds(script: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "XDG_CONFIG_HOME": home,
            "XDG_STATE_HOME": home,
        }
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", script], check=True, env=environment)
        return time.perf_counter() - began


def main() -> None:
    pairs = [(seconds(EMPTY), seconds(OURS)) for _ in range(ROUNDS + 1)][1:]
    empty = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[1] / pair[0] for pair in pairs)
    print(
        f"start to window and exit, median of {ROUNDS}: empty QMainWindow {empty * 1000:.0f} ms, "
        f"Media Workstation {ours * 1000:.0f} ms, ratio {ratio:.2f} ({Path(sys.executable).name})"
    )


if __name__ == "__main__":
    main()
