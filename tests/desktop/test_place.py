"""Where the window and its panes stand, and what lies over them for a while."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR, Newsroom
from workstation.desktop import place
from workstation.desktop.notices import NoticeBar
from workstation.desktop.theme import Theme
from workstation.desktop.window import Window
from workstation.library.library import Library
from workstation.settings import Settings


def drag(window: Window, *paths: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    window.dragEnterEvent(
        QDragEnterEvent(
            QPoint(300, 300),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (QSize(853, 533), QSize(837, 485)),
        (QSize(1280, 720), QSize(1264, 672)),
        (QSize(1440, 900), QSize(1280, 800)),
        (QSize(1920, 1080), QSize(1632, 918)),
    ],
)
def test_the_window_is_first_as_large_as_its_screen_has_room_for(
    screen: QSize, size: QSize
) -> None:
    assert place.fitting(screen) == size


def test_no_window_has_to_be_larger_than_its_screen() -> None:
    # A laptop's screen at 100 and at 300 per cent.
    assert place.least(QSize(1280, 800)) == QSize(600, 400)
    assert place.least(QSize(426, 266)) == QSize(410, 218)


def test_the_window_is_found_where_it_was_left(qtbot: QtBot, theme: Theme) -> None:
    window = Window(theme, Settings())
    window.setGeometry(20, 30, 700, 500)
    window.show()
    window.close()
    again = Window(theme, Settings())
    assert again.size() == QSize(700, 500)
    again.showMaximized()
    again.close()
    last = Window(theme, Settings())
    assert last.isMaximized()
    last.close()
    for made in (window, again, last):
        made.deleteLater()


def test_the_panes_fit_a_small_screen_and_still_show_something(
    opened: Window, qtbot: QtBot
) -> None:
    opened.resize(800, 480)
    opened.commands["reset"].trigger()
    assert opened.minimumSizeHint().width() <= 800
    assert opened.minimumSizeHint().height() <= 480
    qtbot.waitUntil(lambda: opened.docks.timeline.chart.height() >= 70)
    assert opened.size() == QSize(800, 480)
    assert opened.docks.reader.width() > 280
    assert opened.toolbar.search.width() >= 90


def test_three_chips_leave_room_for_the_search_and_the_buttons(
    opened: Window, qtbot: QtBot
) -> None:
    opened.resize(840, 500)
    for outlet in ("The Long Gazette of the Eastern Mediterranean", "b"):
        opened.desk.selection.narrow("outlet", outlet)
    opened.desk.selection.narrow("language", "en")
    opened.desk.selection.narrow("story", "1")
    chips = [chip for chip in opened.toolbar._shown if chip.isVisible()]
    assert len(chips) == 3
    for widget in (*chips, opened.toolbar.search):
        box = QRect(widget.mapTo(opened, QPoint()), widget.size())
        assert opened.toolbar.geometry().contains(box)


@pytest.mark.parametrize("width", [1280, 1920])
def test_the_sides_take_about_a_fifth_each(opened: Window, width: int) -> None:
    opened.resize(width, 1000)
    opened.commands["reset"].trigger()
    assert opened.docks.articles.width() == pytest.approx(width * 0.2, abs=8)
    assert width * 0.19 < opened.docks.actors.width() < width * 0.3


def test_the_panes_keep_their_shares_when_the_window_grows(opened: Window, qtbot: QtBot) -> None:
    opened.commands["reset"].trigger()
    before = opened.docks.articles.width() / opened.width()
    opened.resize(1920, 1080)
    qtbot.waitUntil(lambda: abs(opened.docks.articles.width() / opened.width() - before) < 0.01)


def test_an_edge_that_was_moved_keeps_its_share_and_is_put_back_by_a_reset(
    opened: Window, qtbot: QtBot
) -> None:
    docks = opened.docks
    timeline = docks.docks[3]
    opened.resizeDocks([docks.docks[0]], [340], Qt.Orientation.Horizontal)
    opened.resizeDocks([timeline], [330], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: docks.articles.width() == 340 and timeline.height() > 280)
    high = timeline.height()
    docks._shares.keep()
    for size in (QSize(820, 480), QSize(1920, 1080), QSize(1280, 800)):
        opened.resize(size)
    qtbot.waitUntil(lambda: abs(docks.articles.width() - 340) < 3)
    qtbot.waitUntil(lambda: abs(timeline.height() - high) < 3)
    docks.save()
    docks.show()
    qtbot.waitUntil(lambda: docks._shares._chosen is not None)
    assert docks._shares._chosen[0] == pytest.approx(340 / 1280, abs=0.01)
    opened.commands["reset"].trigger()
    qtbot.waitUntil(lambda: abs(docks.articles.width() - 256) < 3)


def test_where_there_is_nothing_to_narrow_by_no_room_is_taken(
    window: Window, library: Library, newsroom: Newsroom, qtbot: QtBot
) -> None:
    newsroom.publish()
    where = library.where
    library.close()
    window.start(where, [])
    qtbot.waitUntil(lambda: window.docks is not None and window.docks.actors.rows.count > 0)
    docks = window.docks
    qtbot.waitUntil(lambda: docks.facets.height() == 0)
    visited = []
    for _ in range(5):
        docks.visit(1)
        visited.append(window.focusWidget())
    assert not any(docks.facets.isAncestorOf(widget) for widget in visited)


def test_a_notice_lies_over_the_reader_and_over_nothing_else(opened: Window) -> None:
    bar = opened.findChild(NoticeBar)
    opened.desk.notices.say("2 files could not be read in full. " * 3, "Show", lambda: None)
    reader = opened.docks.reader
    assert QRect(reader.mapTo(opened, QPoint()), reader.size()).contains(bar.geometry())
    opened.resize(900, 600)
    assert QRect(reader.mapTo(opened, QPoint()), reader.size()).contains(bar.geometry())


def test_what_a_drop_would_do_is_said_over_the_window(opened: Window, theme: Theme) -> None:
    veil = opened._veil
    drag(opened, "/home/x/a.txt")
    assert veil.isVisible()
    assert veil.size() == opened.size()
    assert veil.accessibleName() == "Drop to import; files are copied"
    light = opened.grab().toImage()
    opened.dragLeaveEvent(QDragLeaveEvent())
    assert not veil.isVisible()
    drag(opened, "/home/x/other.mwlib")
    assert veil.accessibleName() == "Drop to open the library"
    theme.choose("dark")
    drag(opened, "/home/x/a.txt")
    assert opened.grab().toImage() != light


def test_the_first_screen_has_a_place_of_its_own_for_drops(window: Window) -> None:
    drag(window, "/home/x/a.txt")
    assert not window._veil.isVisible()
    assert window.welcome._area.property("over")


def test_new_articles_are_offered_and_not_forced_upon_the_reader(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    posted = []
    opened.desk.notices.posted.connect(posted.append)
    files = [tmp_path / f"{n}.txt" for n in range(2)]
    for n, file in enumerate(files):
        file.write_text(f"Ships leave {n}\n\nOn day {n}. {HARBOUR}", encoding="utf-8")
    before = opened.desk.selection.value
    opened.tasks.import_paths(files)
    qtbot.waitUntil(lambda: bool(posted), timeout=60_000)
    assert opened.desk.selection.value == before
    assert posted[0].action == "Show"
    posted[0].act()
    assert len(opened.desk.selection.value.facet("article")) == 2
    qtbot.waitUntil(lambda: opened.docks.articles.rows.rowCount() == 2)
    qtbot.waitUntil(lambda: not opened.desk.jobs.running, timeout=120_000)
