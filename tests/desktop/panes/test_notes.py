from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR, Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.noting import Wish
from workstation.desktop.panes.reader.notes import NotesBar
from workstation.desktop.panes.reader.view import ReaderPane
from workstation.desktop.theme import Theme
from workstation.library import notes
from workstation.library.library import Library

ROOF = "counted them from the roof. Turkey had asked for a list"


@pytest.fixture
def pane(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> ReaderPane:
    newsroom.publish(HARBOUR)
    made = ReaderPane(desk, theme)
    seen(made)
    desk.selection.change(focus=1)
    qtbot.waitUntil(lambda: made.paper.opened is not None)
    return made


def bar(pane: ReaderPane) -> NotesBar:
    return pane.findChild(NotesBar)


def select(pane: ReaderPane, words: str) -> None:
    pane.paper.setTextCursor(pane.paper.document().find(words))


def test_the_selected_words_or_the_article_are_what_a_note_is_about(
    pane: ReaderPane, qtbot: QtBot
) -> None:
    asked: list[Wish] = []
    pane.desk.noting.note_wanted.connect(asked.append)
    pane.note()
    menu = pane.menu_at(QPoint(5, 5))
    next(a for a in menu.actions() if a.text() == "Note on the article…").trigger()
    select(pane, ROOF)
    pane.note()
    menu = pane.menu_at(QPoint(5, 5))
    next(a for a in menu.actions() if a.text() == "Note on the selected words…").trigger()
    start = HARBOUR.index(ROOF)
    passage = Wish(1, ("text", start, start + len(ROOF)), ROOF)
    assert asked == [Wish(1), Wish(1), passage, passage]


def test_notes_are_listed_marked_shown_and_deleted(
    pane: ReaderPane, library: Library, qtbot: QtBot
) -> None:
    assert not bar(pane).isVisible()
    start = HARBOUR.index(ROOF)
    with library.write() as writing:
        notes.add(writing, 1, "<b>Whose</b> roof?", who="ann", passage=("text", start, start + 30))
        notes.add(writing, 1, "All in all thin.", who="ann")
    qtbot.waitUntil(lambda: len(bar(pane).notes) == 2)
    assert bar(pane).isVisible()
    assert len(pane.paper.page.noted) == 1
    pane.zoom(1)
    assert len(pane.paper.page.noted) == 1, "marks stay where letters grow"
    pane.grab()
    told = [label.text() for label in bar(pane).findChildren(QLabel)]
    assert told[0] == "\u2068All in all thin.\u2069"
    assert told[1] == "\u2068<b>Whose</b> roof?\u2069"
    asked: list[Wish] = []
    pane.desk.noting.note_wanted.connect(asked.append)
    buttons = {b.text(): b for b in bar(pane).findChildren(QPushButton)}
    buttons["Show"].click()
    buttons["Change…"].click()
    assert asked[0].note.words == "<b>Whose</b> roof?"
    buttons["Delete"].click()
    qtbot.waitUntil(lambda: len(bar(pane).notes) == 1)
    assert pane.paper.page.noted == []
