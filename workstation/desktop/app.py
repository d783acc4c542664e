"""Starting the window: light first, then everything else behind it."""

import sys

from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication

from workstation.desktop import languages, scaling
from workstation.desktop.sweeper import Sweeper
from workstation.desktop.theme import WISHES, Theme, application_icon
from workstation.desktop.window import Window
from workstation.settings import Settings


def run(where: str | None, names: list[str]) -> int:
    """Opens the window on a library, or on the first screen, and returns when it is closed.

    Files and links are imported as if they had been dropped on the window.
    """
    settings = Settings.load()
    before = scaling.enlarge(settings.size)
    app = QApplication(sys.argv[:1])
    dress(app)
    sweeper = Sweeper(app)
    languages.choose(app, settings.language)
    theme = Theme(settings.theme if settings.theme in WISHES else "system", app)
    theme.apply()
    window = Window(theme, settings)
    window.crash.install()
    window.desk.opened.connect(sweeper.settle)
    window.show()
    # The store and the chart are imported after the window stands on the screen.
    QTimer.singleShot(0, lambda: window.start(where, names))
    code = app.exec()
    if window.starts_again:
        scaling.restore(before)
        QProcess.startDetached(sys.executable, ["-m", "workstation", "open"])
    return code


def dress(app: QApplication) -> None:
    """Names the application, and gives it one style on every system."""
    app.setApplicationName("media-workstation")
    app.setApplicationDisplayName("Media Workstation")
    app.setDesktopFileName("media-workstation")
    app.setStyle("Fusion")
    app.setWindowIcon(application_icon())
