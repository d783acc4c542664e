from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.panes.articles.model import (
    COUNT,
    FOLD,
    SIGNS,
    ArticleRows,
    Folded,
    listed,
)
from workstation.desktop.panes.articles.view import ArticlesPane
from workstation.desktop.theme import Theme
from workstation.domain.selection import Brush, Selection
from workstation.domain.signs import RELEVANT, STARRED
from workstation.library import mentions
from workstation.library.mentions import Findings
from workstation.limits import LIST_ROWS
from workstation.tagging import identity

Seen = Callable[[QWidget], QWidget]


def titles(pane: ArticlesPane) -> list[str]:
    return [pane.rows.index(n, 0).data() for n in range(pane.rows.rowCount())]


def counts(pane: ArticlesPane) -> list[str]:
    return [pane.rows.index(n, 0).data(COUNT) for n in range(pane.rows.rowCount())]


def test_the_count_is_true_before_the_rows_have_come(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.fill(LIST_ROWS + 30)
    wanted: list[frozenset[int]] = []
    rows = ArticleRows(wanted.append, desk)
    with desk.library.read() as reading:
        rows.take(listed(Selection(), "oldest", {0})(reading), anew=True)
        assert rows.rowCount() == LIST_ROWS + 30
        assert rows.index(0, 0).data() == "Day 0"
        assert rows.index(LIST_ROWS + 5, 0).data() is None
        assert rows.index(LIST_ROWS + 6, 0).data() is None
        assert wanted == [frozenset({1})]
        rows.take(listed(Selection(), "oldest", {1})(reading), anew=False)
    assert rows.index(LIST_ROWS + 5, 0).data() == f"Day {LIST_ROWS + 5}"
    assert rows.index(0, 0).data() == "Day 0"
    assert len(wanted) == 1


def test_the_newest_article_is_opened_by_itself(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(3)
    pane = ArticlesPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: desk.selection.value.focus is not None)
    assert pane.table.currentIndex().row() == 0
    assert titles(pane) == ["Day 2", "Day 1", "Day 0"]
    assert pane.figure.text() == "3"


def test_walking_along_the_list_opens_one_article_after_the_other(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(3)
    pane = ArticlesPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: desk.selection.value.focus is not None)
    focused = [desk.selection.value.focus]
    for by in (1, 1, 1, -1):
        pane.step(by)
        focused.append(desk.selection.value.focus)
    assert focused[2] == focused[3]
    assert focused[4] == focused[1]
    qtbot.keyClick(pane.table, Qt.Key.Key_Up)
    assert desk.selection.value.focus == focused[0]


def test_the_list_narrows_with_the_selection_and_says_so(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(9)
    pane = ArticlesPane(desk, theme)
    seen(pane)
    desk.selection.change(brush=Brush(date(2024, 12, 3), date(2024, 12, 5)))
    qtbot.waitUntil(lambda: pane.figure.text() == "3 of 9")
    desk.selection.change(words="nowhere")
    qtbot.waitUntil(lambda: pane.figure.text() == "0 of 9")
    assert "No article fits. Take out words or a chip" in pane._empty.text()
    assert pane._empty.isVisible()


def test_what_is_not_tagged_yet_has_no_count(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.publish(on=date(2024, 12, 3))
    silent = newsroom.publish("Nobody is named here.", on=date(2024, 12, 2), tagged=False)
    pane = ArticlesPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: counts(pane) == ["6", "…"])
    with desk.library.write() as writing:
        mentions.record(writing, identity.shipped().id, [Findings(silent, 1, [])])
    qtbot.waitUntil(lambda: counts(pane) == ["6", "0"])


def test_the_order_can_be_chosen(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(4)
    pane = ArticlesPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 4)
    pane.sort("oldest")
    qtbot.waitUntil(lambda: titles(pane)[0] == "Day 0")


def test_copies_of_a_story_are_one_row_that_opens(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.copy(newsroom.publish(on=date(2024, 12, 1)), "Levant Dispatch", "Coast Courier")
    newsroom.publish("Russia waits.", title="Waiting", on=date(2024, 12, 3))
    pane = ArticlesPane(desk, theme)
    seen(pane).resize(420, 400)
    qtbot.waitUntil(lambda: len(titles(pane)) == 4)
    pane.fold(on=True)
    assert pane.folds
    qtbot.waitUntil(lambda: titles(pane) == ["Waiting", "Ships leave"])
    assert pane.figure.text() == "4"
    first = pane.rows.index(1, 0)
    assert first.data(FOLD) == Folded("also in 2 outlets", is_open=False, short="+2")
    aloud = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Ships leave, also in 2 outlets, unread"

    box = pane.table.visualRect(first)
    for x in range(box.left(), box.right(), 6):
        if not pane._folding.opened:
            place = QPoint(x, box.bottom() - 14)
            qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: len(titles(pane)) == 4)
    assert titles(pane)[1:] == ["Ships leave", "Ships leave", "Ships leave before dawn"]
    assert pane.rows.index(2, 0).data(FOLD) == Folded("", is_open=True)
    pane.table.setCurrentIndex(pane.rows.index(1, 0))
    qtbot.keyClick(pane.table, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: len(titles(pane)) == 2)
    qtbot.keyClick(pane.table, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(titles(pane)) == 4)
    pane.grab()


def test_new_articles_appear_without_being_asked_for(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    pane = ArticlesPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane._empty.isVisible() and "Drop files" in pane._empty.text())
    newsroom.publish(on=date(2024, 12, 1))
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 1)


def test_a_hidden_list_asks_only_when_it_is_shown(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(2)
    pane = ArticlesPane(desk, theme)
    desk.selection.change(words="day")
    assert pane.rows.rowCount() == 0
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 2)


def test_rows_in_three_scripts_and_with_markup_can_be_painted(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    for title in ("القواعد الروسية", "Колонны идут", "<img src=file:///x>", "\u202eevil\u202c"):
        newsroom.publish(f"{title} text", title=title, outlet="<b>&amp;</b>")
    pane = ArticlesPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: pane.rows.rowCount() == 4)
    assert "<img src=file:///x>" in titles(pane)
    assert "\ufffdevil\ufffd" in titles(pane)
    assert not pane.grab().isNull()


def test_signs_are_shown_and_set_on_the_chosen_articles(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Seen, qtbot: QtBot
) -> None:
    newsroom.fill(3)
    pane = ArticlesPane(desk, theme)
    seen(pane)
    qtbot.waitUntil(lambda: desk.selection.value.focus is not None)
    signs = lambda row: pane.rows.index(row, 0).data(SIGNS)  # noqa: E731
    pane.toggle(STARRED)
    qtbot.waitUntil(lambda: signs(0).starred)
    pane.table.selectAll()
    pane.toggle(RELEVANT)
    qtbot.waitUntil(lambda: all(signs(row).relevant for row in range(3)))
    asked: list[Chosen] = []
    desk.noting.labels_wanted.connect(asked.append)
    pane.label()
    desk.noting.label(asked[0], ["Withdrawal", "A very long label of many words and letters"], [])
    qtbot.waitUntil(lambda: all(len(signs(row).labels) == 2 for row in range(3)))
    pane.grab()
    aloud = pane.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith("Day 2, starred, relevant, unread, A very long")
    desk.selection.change(words="is:starred")
    qtbot.waitUntil(lambda: titles(pane) == ["Day 2"])
    pane.toggle(STARRED)
    qtbot.waitUntil(lambda: titles(pane) == [])
