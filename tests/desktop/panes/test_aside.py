from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR, Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.panes.reader.view import ReaderPane
from workstation.desktop.theme import Theme
from workstation.domain.selection import Brush
from workstation.library import corpus

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> ReaderPane:
    """An article of the first of six days, of which every other one names Turkey."""
    newsroom.fill(6)
    newsroom.publish("Turkey, Turkey and Turkey again.", on=date(2024, 12, 9))
    made = ReaderPane(desk, theme)
    seen(made)
    show(made, qtbot, 1)
    return made


def show(pane: ReaderPane, qtbot: QtBot, article: int) -> None:
    pane.desk.selection.change(focus=article)
    qtbot.waitUntil(lambda: opened(pane) == article)


def opened(pane: ReaderPane) -> int:
    return pane.paper.opened.article.id if pane.paper.opened else 0


def actor(pane: ReaderPane, name: str) -> str:
    with pane.desk.library.read() as reading:
        return corpus.find_actor(reading, name).id


def pick(pane: ReaderPane, *names: str) -> None:
    pane.desk.selection.change(picked=tuple(actor(pane, name) for name in names))


def told(pane: ReaderPane) -> str:
    return pane.aside.words.text().replace("\u2068", "").replace("\u2069", "")


def test_until_an_article_is_chosen_the_reader_follows_the_actors(
    pane: ReaderPane, qtbot: QtBot
) -> None:
    pick(pane, "Turkey")
    qtbot.waitUntil(lambda: opened(pane) == 7)
    pick(pane, "Russia")
    qtbot.waitUntil(lambda: opened(pane) < 7)
    assert pane.aside.isHidden()


def test_an_actor_that_the_chosen_article_does_not_name_is_told_with_who_does(
    pane: ReaderPane, qtbot: QtBot
) -> None:
    show(pane, qtbot, 3)
    pick(pane, "Turkey")
    qtbot.waitUntil(pane.aside.isVisible)
    assert told(pane) == "Turkey is not named in this article; 4 others name them"
    assert opened(pane) == 3
    qtbot.mouseClick(pane.aside.open, LEFT)
    qtbot.waitUntil(lambda: opened(pane) == 7)
    qtbot.waitUntil(pane.aside.isHidden)
    pick(pane, "Turkey", "Russia")
    qtbot.waitUntil(lambda: told(pane).startswith("Russia is not named"))
    assert opened(pane) == 7


@pytest.mark.parametrize("how", ["scrolled", "clicked", "stepped"])
def test_an_article_that_somebody_reads_is_left_open(
    pane: ReaderPane, qtbot: QtBot, how: str
) -> None:
    if how == "scrolled":
        pane.paper.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    elif how == "clicked":
        qtbot.mouseClick(pane.paper.viewport(), LEFT, pos=pane.paper.viewport().rect().center())
    else:
        pane.step(1)
    pick(pane, "Turkey")
    qtbot.waitUntil(pane.aside.isVisible)
    assert opened(pane) == 1


def test_an_article_outside_the_selection_says_so(
    pane: ReaderPane, desk: Desk, qtbot: QtBot
) -> None:
    desk.selection.change(brush=Brush(date(2024, 12, 2), date(2024, 12, 4)))
    qtbot.waitUntil(lambda: told(pane) == "Not in the present selection")
    assert pane.aside.open.isHidden()
    show(pane, qtbot, 2)
    qtbot.waitUntil(pane.aside.isHidden)
    desk.selection.narrow("article", "5")
    qtbot.waitUntil(lambda: told(pane) == "Not in the present selection" and pane.aside.isVisible())
    desk.selection.clear()
    qtbot.waitUntil(pane.aside.isHidden)


def test_who_is_named_nowhere_in_the_selection_is_told_without_a_link(
    pane: ReaderPane, desk: Desk, qtbot: QtBot
) -> None:
    show(pane, qtbot, 3)
    pick(pane, "Turkey")
    desk.selection.change(brush=Brush(date(2024, 12, 3), date(2024, 12, 3)))
    qtbot.waitUntil(lambda: told(pane) == "Turkey is not named in this article")
    assert pane.aside.open.isHidden()


def test_a_click_on_a_mention_keeps_the_compared_actors_and_with_control_adds_one(
    pane: ReaderPane, newsroom: Newsroom, desk: Desk, qtbot: QtBot
) -> None:
    show(pane, qtbot, newsroom.publish(HARBOUR))
    pick(pane, "Russia", "Turkey")
    both = desk.selection.value.picked

    def click(name: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        placed = next(p for p in pane.paper.page.placed if p.mention.actor == name)
        qtbot.mouseClick(pane.paper.viewport(), LEFT, keys, pane.paper.box(placed).center())
        pane._card.hide()

    click("Russia")
    assert desk.selection.value.picked == both
    click("Hmeimim", Qt.KeyboardModifier.ControlModifier)
    assert desk.selection.value.picked == (*both, actor(pane, "Hmeimim"))
    click("Zakaria Harir")
    assert desk.selection.value.picked == (actor(pane, "Zakaria Harir"),)
