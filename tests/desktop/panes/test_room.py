from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.panes.reader.room import ReadingRoom
from workstation.desktop.panes.reader.view import ReaderPane
from workstation.desktop.theme import Theme
from workstation.library import schema

LONG = "\n\n".join(f"Paragraph {n} tells of ships and harbours at some length." for n in range(200))


@pytest.fixture
def room(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> ReadingRoom:
    """The first of five articles is open; the fifth is long."""
    newsroom.fill(4)
    newsroom.publish(LONG, title="A long one", on=date(2024, 12, 9))
    made = ReadingRoom(desk, theme)
    seen(made)
    show(made, qtbot, 1)
    return made


def show(room: ReadingRoom, qtbot: QtBot, article: int) -> None:
    room._desk.selection.change(focus=article)
    qtbot.waitUntil(lambda: shown(room.side.reader) == article)


def shown(reader: ReaderPane) -> int:
    return reader.paper.opened.article.id if reader.paper.opened else 0


def tabs(room: ReadingRoom, side: int = 0) -> list[tuple[int, bool]]:
    return [(tab.article, tab.kept) for tab in room._sides[side].tabs.tabs]


def test_one_tab_follows_what_is_chosen_and_is_not_even_seen(
    room: ReadingRoom, qtbot: QtBot
) -> None:
    assert not room.side.tabs.isVisible()
    show(room, qtbot, 2)
    assert tabs(room) == [(2, False)]


def test_a_kept_article_stays_while_others_are_read(room: ReadingRoom, qtbot: QtBot) -> None:
    room.keep()
    assert room.side.tabs.isVisible()
    show(room, qtbot, 2)
    show(room, qtbot, 3)
    assert tabs(room) == [(1, True), (3, False)]
    qtbot.waitUntil(lambda: "Day 0" in room.side.tabs.tabText(0))
    room.walk(1)
    assert room._desk.selection.value.focus == 1
    qtbot.waitUntil(lambda: shown(room.side.reader) == 1)
    # What has a tab of its own is read there.
    show(room, qtbot, 3)
    assert tabs(room) == [(1, True), (3, False)]


def test_a_closed_tab_gives_way_to_its_neighbour_and_the_last_one_to_words(
    room: ReadingRoom, qtbot: QtBot
) -> None:
    room.keep()
    show(room, qtbot, 2)
    room.close_current()
    assert room._desk.selection.value.focus == 1
    qtbot.waitUntil(lambda: shown(room.side.reader) == 1)
    room.close_current()
    assert room._desk.selection.value.focus is None
    assert room.side.reader.paper.document().isEmpty()
    assert "Choose an article" in room.side.reader._empty.text()


def test_an_article_of_another_pane_is_kept_without_leaving_what_is_read(
    room: ReadingRoom, qtbot: QtBot
) -> None:
    room._desk.keep_wanted.emit(3)
    assert tabs(room) == [(1, False), (3, True)]
    assert room._desk.selection.value.focus == 1
    qtbot.waitUntil(lambda: "Day 2" in room.side.tabs.tabText(1))


def test_a_tab_returns_to_where_it_was_left(room: ReadingRoom, qtbot: QtBot) -> None:
    show(room, qtbot, 5)
    room.keep()
    bar = room.side.reader.paper.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    left = room.side.reader.paper.first_seen()
    assert left > 1_000
    show(room, qtbot, 1)
    room.resize(900, 500)
    show(room, qtbot, 5)
    assert abs(room.side.reader.paper.first_seen() - left) < 120
    assert bar.value() > 0


def test_two_articles_stand_side_by_side_and_the_one_that_is_used_is_in_focus(
    room: ReadingRoom, qtbot: QtBot
) -> None:
    room.split()
    assert room.is_split
    assert tabs(room, 1) == [(1, True)]
    show(room, qtbot, 2)
    left, right = list(room)
    qtbot.waitUntil(lambda: (shown(left), shown(right)) == (2, 1))
    qtbot.mouseClick(right.paper.viewport(), Qt.MouseButton.LeftButton)
    assert room._desk.selection.value.focus == 1
    show(room, qtbot, 3)
    assert (shown(left), shown(right)) == (2, 3)
    room.move_over()
    assert tabs(room) == [(2, False), (3, True)]
    room.split()
    assert not room.is_split
    assert {article for article, _ in tabs(room)} == {1, 2, 3}
    assert right.paper.opened is None


def test_a_side_without_tabs_gives_its_room_back(room: ReadingRoom, qtbot: QtBot) -> None:
    room.split()
    show(room, qtbot, 2)
    room.close_current()
    assert not room.is_split
    assert room._desk.selection.value.focus == 1
    qtbot.waitUntil(lambda: shown(room.side.reader) == 1)


def test_only_papers_in_front_hold_an_article(room: ReadingRoom, qtbot: QtBot) -> None:
    room.keep()
    show(room, qtbot, 5)
    room.keep()
    show(room, qtbot, 1)
    assert room.side.reader.paper.document().characterCount() < 200


def test_what_is_no_longer_in_the_library_is_said_in_its_tab(
    room: ReadingRoom, desk: Desk, qtbot: QtBot
) -> None:
    show(room, qtbot, 2)
    room.keep()
    with desk.library.write() as writing:
        writing.connection.execute(sa.delete(schema.articles).where(schema.articles.c.id == 2))
        writing.touched("articles")
    qtbot.waitUntil(lambda: "No longer" in room.side.tabs.tabText(0))
    qtbot.waitUntil(lambda: room.side.reader.paper.opened is None)
    assert "no article" in room.side.reader._empty.text()


def test_a_tab_on_the_other_side_is_still_known_to_the_session(
    room: ReadingRoom, qtbot: QtBot
) -> None:
    room.keep()
    show(room, qtbot, 2)
    room.keep()
    qtbot.waitUntil(lambda: all(tab.identifier for tab in room.open_tabs))
    known = {one.article: one.identifier for one in room.standing()}
    for move in (room.split, room.move_over, room.split, room.split):
        move()
        assert {one.article: one.identifier for one in room.standing()} == known


def test_tabs_are_found_again_as_they_were_left(room: ReadingRoom, qtbot: QtBot) -> None:
    room.keep()
    show(room, qtbot, 2)
    room.split()
    show(room, qtbot, 5)
    qtbot.waitUntil(lambda: all(tab.identifier for tab in room.open_tabs))
    before = room.standing()
    assert [(one.article, one.kept, one.side, one.in_front) for one in before] == [
        (1, True, 0, False),
        (5, False, 0, True),
        (2, True, 1, True),
    ]
    room.start_over()
    assert room.open_tabs == []
    room.resume(before, 1)
    qtbot.waitUntil(lambda: room.standing() == before)
    assert room.side is room.right
    qtbot.waitUntil(lambda: shown(room.right.reader) == 2)
