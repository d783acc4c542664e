"""A library is taken up where it was left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop import session
from workstation.desktop.panes.actors.model import Column
from workstation.desktop.session import Session, Standing
from workstation.desktop.theme import Theme
from workstation.desktop.window import Window
from workstation.domain.selection import Brush, Selection
from workstation.library import lasting, schema
from workstation.library.library import Library
from workstation.settings import Settings, state_folder

Start = Callable[[], Window]


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, library: Library, newsroom: Newsroom) -> Iterator[Start]:
    """Opens another window on a library of twelve days, as on another morning."""
    newsroom.fill(12)
    newsroom.publish()
    where = library.where
    library.close()
    windows = []

    def start() -> Window:
        window = Window(theme, Settings())
        window.resize(1280, 800)
        window.show()
        window.start(where, [])
        windows.append(window)
        qtbot.waitUntil(lambda: window.docks is not None and window.docks.actors.rows.count > 0)
        qtbot.waitUntil(lambda: window.docks.reader.paper.opened is not None)
        qtbot.waitUntil(lambda: not window.desk.jobs.running)
        return window

    yield start
    for window in windows:
        window.close()
        window.deleteLater()


def actor(window: Window, name: str) -> str:
    rows = window.docks.actors.rows
    return next(a.id for a in map(rows.actor, range(rows.rowCount())) if a.name == name)


def test_everything_stands_the_next_morning_as_it_was_left(start: Start, qtbot: QtBot) -> None:
    window = start()
    docks = window.docks
    russia = actor(window, "Russia")
    qtbot.keyClicks(window.toolbar.search, "met")
    qtbot.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    brush = Brush(date(2024, 12, 2), date(2024, 12, 9))
    window.desk.selection.change(brush=brush, picked=(russia,), focus=4)
    window.commands["keep-tab"].trigger()
    window.desk.selection.change(focus=6)
    docks.articles.sort("oldest")
    docks.actors.filter.setText("r")
    docks.actors.arrangement._turn_kind("state")
    docks.actors.arrangement._turn_column(Column.FIRST)
    docks.actors.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    docks.timeline.show_bins("week")
    qtbot.waitUntil(lambda: all(tab.identifier for tab in docks.room.open_tabs))
    left = window.desk.selection.value
    assert left == Selection("met", brush, picked=(russia,), focus=6)
    window.close()

    again = start()
    docks = again.docks
    assert again.desk.selection.value == left
    assert not again.desk.selection.can_go_back
    assert again.toolbar.search.text() == "met"
    qtbot.waitUntil(lambda: docks.reader.paper.opened.article.id == 6)
    assert [(tab.article, tab.kept) for tab in docks.room.open_tabs] == [(4, True), (6, False)]
    assert docks.articles.order == "oldest"
    assert docks.actors.filter.text() == "r"
    assert docks.actors.rows.kinds == {"state"}
    assert docks.actors.table.extra == (Column.FIRST,)
    assert docks.actors.table.horizontalHeader().sortIndicatorSection() == Column.NAME
    assert docks.timeline.bins == "week"
    # The words are on offer again until somebody forgets them.
    assert again._resuming._suggesting.recent == ["met"]
    again.commands["forget-searches"].trigger()
    again.commands["clear"].trigger()
    again.close()
    files = list((state_folder() / "sessions").iterdir())
    assert [b"met" in file.read_bytes() for file in files] == [False]


def test_the_list_of_articles_begins_where_it_was_left(
    library: Library, newsroom: Newsroom, qtbot: QtBot, theme: Theme
) -> None:
    newsroom.fill(80)
    where = library.where
    session.leave(where, Session(top=40))
    library.close()
    window = Window(theme, Settings())
    window.resize(1280, 800)
    window.show()
    window.start(where, [])
    qtbot.waitUntil(lambda: window.docks is not None and window.docks.articles.top == 40)
    window.close()
    window.deleteLater()


def test_what_is_gone_is_left_out_quietly(start: Start, qtbot: QtBot) -> None:
    window = start()
    library = window.desk.library
    where, russia = library.where, actor(window, "Russia")
    window.close()
    with Library.open(where) as library, library.write() as writing:
        known = lasting.identifiers(writing, [3, 5])
        writing.connection.execute(sa.delete(schema.articles).where(schema.articles.c.id == 3))
    selection = Selection(picked=("nobody", russia)).with_facet("outlet", ("Gone", "Halyard Wire"))
    tabs = (
        Standing(0, kept=True, identifier=known[3], in_front=True),
        Standing(0, kept=True, identifier=known[5], side=7),
        Standing(0, kept=True, identifier="unheard of"),
    )
    left = Session(selection, focus=known[3], tabs=tabs, side=7, order="sideways", bins="?")
    session.leave(where, left)
    again = start()
    now = again.desk.selection.value
    assert now.facets == (("outlet", ("Halyard Wire",)),)
    assert now.picked == (russia,)
    assert [tab.article for tab in again.docks.room.open_tabs] == [5]
    assert now.focus == 5


@pytest.mark.parametrize("damage", [b"", b"{", b'{"selection": 7}', b"\xff\x00", b"[" * 100_000])
def test_a_damaged_session_is_none(library: Library, damage: bytes) -> None:
    session.leave(library.where, Session(recent=("one",)))
    (file,) = (state_folder() / "sessions").iterdir()
    assert session.left(library).recent == ("one",)
    file.write_bytes(damage)
    assert session.left(library) == Session()


def test_a_session_is_another_in_another_library_and_can_be_read_by_nobody_else(
    library: Library,
) -> None:
    session.leave("/somewhere/else.mwlib", Session(recent=("secret",)))
    assert session.left(library) == Session()
    (file,) = (state_folder() / "sessions").iterdir()
    assert file.stat().st_mode & 0o077 == 0
