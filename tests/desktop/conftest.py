"""The window's parts, and libraries for them to show."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.app import dress
from workstation.desktop.desk import Desk
from workstation.desktop.theme import Theme
from workstation.desktop.window import Window
from workstation.library.library import Library
from workstation.settings import Settings


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A screen that is none says what it cannot do; every other warning of Qt fails a test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True, scope="session")
def english() -> None:
    """Numbers and days as most readers of the tests write them."""
    QLocale.setDefault(QLocale(QLocale.Language.English))


@pytest.fixture(autouse=True, scope="session")
def loaded() -> None:
    """What is loaded by now stays: nobody has to look through it after every test."""
    gc.freeze()


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Ends what a test leaves behind in the thread that made it, before a reader's thread does."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, layouts, logs and documents of a user who is new for every test."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name))
    return home


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with its style, which Qt does not like to be given twice."""
    dress(qapp)
    return qapp


@pytest.fixture
def theme(dressed: QApplication) -> Iterator[Theme]:
    """The light theme, applied."""
    made = Theme("light", dressed)
    made.apply()
    yield made
    made.deleteLater()


@pytest.fixture
def newsroom(library: Library) -> Newsroom:
    """Fills the library."""
    return Newsroom(library)


@pytest.fixture
def desk(qapp: QApplication, library: Library) -> Iterator[Desk]:
    """A desk with the library on it; asking it from the test's own thread stays possible."""
    made = Desk()
    made.lay(library)
    yield made
    made.library = None
    # A timer that runs may end in no other thread than its own.
    made.noting.start_over()
    made.jobs.close(5)


@pytest.fixture
def seen(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Shows a widget, and closes it after the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(700, 500)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[Window]:
    """The window on its first screen."""
    made = Window(theme, Settings())
    broken: list[BaseException] = []
    made.desk.jobs.broke.disconnect()
    made.desk.jobs.broke.connect(broken.append)
    # The screen of the tests is smaller.
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    assert broken == []


@pytest.fixture
def opened(qtbot: QtBot, window: Window, library: Library, newsroom: Newsroom) -> Window:
    """The window on a library of twelve days and one undated article."""
    newsroom.fill(12)
    newsroom.publish()
    where = library.where
    library.close()
    window.start(where, [])
    qtbot.waitUntil(lambda: window.docks is not None and window.docks.actors.rows.count > 0)
    qtbot.waitUntil(lambda: window.docks.reader.paper.opened is not None)
    qtbot.waitUntil(lambda: window.docks.timeline.chart.frequency is not None)
    qtbot.waitUntil(lambda: not window.desk.jobs.running)
    assert threading.get_ident() in window.desk.library._refused
    return window
