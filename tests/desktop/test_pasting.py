from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR
from tests.importing.site import Site
from workstation.desktop.notices import Notice
from workstation.desktop.window import Window
from workstation.domain.ledger import Entry
from workstation.library import ledger

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def posted(opened: Window) -> list[Notice]:
    told: list[Notice] = []
    opened.desk.notices.posted.connect(told.append)
    return told


@pytest.fixture(autouse=True)
def emptied(qapp: QApplication) -> Iterator[None]:
    """Takes back what was copied: Qt would end it after Python has ended, and crash."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


def copied(words: str = "", **others: object) -> None:
    mime = QMimeData()
    if words:
        mime.setText(words)
    if "html" in others:
        mime.setHtml(str(others["html"]))
    if "image" in others:
        mime.setImageData(others["image"])
    if "link" in others:
        mime.setUrls([QUrl(str(others["link"]))])
    QGuiApplication.clipboard().setMimeData(mime)


def paste(window: Window, qtbot: QtBot, into: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    into.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is into)
    qtbot.keyClick(into, Qt.Key.Key_V, CTRL)


def rows(window: Window, qtbot: QtBot) -> list[Entry]:
    """The ledger, once all jobs have ended."""
    qtbot.waitUntil(lambda: not window.desk.jobs.running, timeout=60_000)
    found: list[list[Entry]] = []
    window.desk.ask(rows, ledger.entries, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_pasted_words_become_an_article(opened: Window, posted: list[Notice], qtbot: QtBot) -> None:
    copied(HARBOUR, html=f"<p>{HARBOUR}</p>")
    before = rows(opened, qtbot)
    paste(opened, qtbot, opened.docks.reader.paper)
    (entry,) = rows(opened, qtbot)[len(before) :]
    assert (entry.verdict, entry.reader) == ("imported", "text 1")
    assert posted[-1].words == "1 article imported."
    assert posted[-1].action == "Show"


def test_pasted_markup_without_words_is_read_as_a_page(opened: Window, qtbot: QtBot) -> None:
    copied(html=f"<h1>Harbour</h1><p>{HARBOUR}</p><p>{HARBOUR[::-1]}</p>")
    before = rows(opened, qtbot)
    opened.commands["paste"].trigger()
    (entry,) = rows(opened, qtbot)[len(before) :]
    assert entry.reader == "html 1"


def test_what_is_pasted_into_a_field_stays_there(opened: Window, qtbot: QtBot) -> None:
    copied("ships")
    before = rows(opened, qtbot)
    paste(opened, qtbot, opened.toolbar.search)
    assert opened.toolbar.search.text() == "ships"
    assert rows(opened, qtbot) == before


def test_a_pasted_picture_is_refused_with_words(
    opened: Window, posted: list[Notice], qtbot: QtBot
) -> None:
    before = rows(opened, qtbot)
    copied(image=QImage(4, 4, QImage.Format.Format_RGB32))
    opened.commands["paste"].trigger()
    assert "picture" in posted[-1].words
    assert rows(opened, qtbot) == before


@pytest.mark.parametrize("as_text", [True, False])
def test_a_pasted_link_names_the_host_and_asks_nobody_at_home(
    opened: Window, posted: list[Notice], site: Site, qtbot: QtBot, as_text: bool
) -> None:
    address = site.address("/admin")
    copied(**({"words": address} if as_text else {"link": address}))
    opened.commands["paste"].trigger()
    assert "127.0.0.1" in posted[-1].words
    entry = rows(opened, qtbot)[-1]
    assert (entry.file, entry.verdict, entry.code) == (address, "refused", "private")
    assert posted[-1].words == entry.message
    assert posted[-1].action == "Show"
    assert site.asked == []
