"""A paragraph is set aside, in one article or in all of its outlet, from the reader's menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR, Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.outlet_wide import OutletWideDialog
from workstation.desktop.panes.reader.view import ReaderPane
from workstation.desktop.theme import Theme
from workstation.domain.decision import Order
from workstation.library import corpus, decisions

Seen = Callable[[QWidget], QWidget]
LAST = HARBOUR.rindex("More from")


@pytest.fixture
def reader(desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot) -> ReaderPane:
    """The first of two articles of an outlet that end in the same line, laid open."""
    number = newsroom.publish(on=date(2024, 12, 1))
    newsroom.publish(f"Nothing new.\n\n{HARBOUR[LAST:]}", on=date(2024, 12, 2))
    pane = ReaderPane(desk, theme)
    seen(pane).resize(700, 700)
    desk.selection.change(focus=number)
    qtbot.waitUntil(lambda: pane.paper.opened is not None)
    return pane


def choose(reader: ReaderPane, words: str) -> None:
    """Takes an action of the menu at the last paragraph."""
    placed = next(p for p in reader.paper.page.placed if p.mention.start > LAST)
    menu = reader.menu_at(reader.paper.box(placed).center() + QPoint(2, 0))
    next(a for a in menu.actions() if a.text().replace("\u2068", "").startswith(words)).trigger()


def orders(desk: Desk) -> list[tuple[str, int, int]]:
    with desk.library.read() as reading:
        log = decisions.log(reading)
    return [(d.order.verb, d.reach.mentions, d.reach.articles) for d in log]


def test_a_paragraph_is_set_aside_in_one_article_and_taken_back(
    desk: Desk, reader: ReaderPane, qtbot: QtBot
) -> None:
    choose(reader, "Not the article's words")
    qtbot.waitUntil(lambda: orders(desk) == [("boilerplate", 1, 1)])
    qtbot.waitUntil(lambda: bool(reader.paper.opened.body.passages))
    choose(reader, "These are the article's words")
    qtbot.waitUntil(lambda: orders(desk)[1:] == [("body", 1, 1)])


def test_a_paragraph_is_set_aside_in_a_whole_outlet_after_a_look_at_what_that_changes(
    desk: Desk, reader: ReaderPane, qtbot: QtBot
) -> None:
    asked: list[Order] = []
    desk.deciding.lacking.connect(asked.append)
    choose(reader, "Not the article's words in every article of Halyard Wire")
    qtbot.waitUntil(lambda: bool(asked))
    dialog = OutletWideDialog(desk, asked[0], reader)
    dialog.open()
    told = "Changes 2 mentions in 2 articles, and articles to come. It can be undone."
    qtbot.waitUntil(lambda: dialog.reach.text() == told)
    assert any("every article of \u2068Halyard" in q.text() for q in dialog.findChildren(QLabel))
    dialog.grab()
    dialog.reason.setText("A footer.")
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Everywhere").click()
    qtbot.waitUntil(lambda: orders(desk) == [("outlet-boilerplate", 2, 2)])
    qtbot.waitUntil(lambda: bool(reader.paper.opened.body.passages))
    with desk.library.read() as reading:
        assert decisions.log(reading)[0].order.reason == "A footer."
        assert corpus.body(reading, 2).passages[0].start == len("Nothing new.\n\n")
    choose(reader, "These are the article's words in every article")
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1].verb == "outlet-body"
