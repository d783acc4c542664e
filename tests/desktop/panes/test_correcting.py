from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR, Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.panes.reader.correcting import chosen
from workstation.desktop.panes.reader.view import ReaderPane
from workstation.desktop.theme import Theme
from workstation.domain.decision import Order
from workstation.domain.meaning import Pointed
from workstation.library import corpus
from workstation.library import decisions as log
from workstation.library.library import Library

TEXT = "🛰🛰 Aus 北京市 kam Russia.\n\nقال مسؤول في حميميم 🚢 إن روسيا ستبقى."


@pytest.fixture
def pane(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> ReaderPane:
    newsroom.publish(TEXT, title="Ships")
    newsroom.publish(HARBOUR)
    made = ReaderPane(desk, theme)
    seen(made)
    read(made, qtbot, 1)
    return made


def read(pane: ReaderPane, qtbot: QtBot, article: int) -> None:
    pane.desk.selection.change(focus=article)
    shows = lambda: pane.paper.opened is not None and pane.paper.opened.article.id == article  # noqa: E731
    qtbot.waitUntil(shows)


def select(pane: ReaderPane, words: str) -> None:
    """Selects as a mouse does: by the UTF-16 units of the document."""
    cursor = pane.paper.document().find(words)
    assert cursor.hasSelection()
    pane.paper.setTextCursor(cursor)


def action(menu: QMenu, words: str) -> QAction:
    return next(a for a in menu.actions() if words in a.text())


def over(pane: ReaderPane, name: str) -> QPoint:
    placed = next(p for p in pane.paper.page.placed if p.mention.text == name)
    return pane.paper.box(placed).center()


@pytest.mark.parametrize("words", ["北京市", "حميميم", "🚢", "روسيا", "kam"])
def test_selected_words_are_held_by_their_code_points(pane: ReaderPane, words: str) -> None:
    select(pane, words)
    found = chosen(pane.paper)
    if words == "🚢":
        assert found is None, "it has no letter, so it is no name"
        return
    assert found == Pointed(1, "text", TEXT.index(words), words)


def test_blanks_around_a_name_do_not_belong_to_it_and_a_paragraph_is_none(
    pane: ReaderPane,
) -> None:
    cursor = pane.paper.document().find(" 北京市 ")
    pane.paper.setTextCursor(cursor)
    assert chosen(pane.paper) == Pointed(1, "text", TEXT.index("北"), "北京市")
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    pane.paper.setTextCursor(cursor)
    assert chosen(pane.paper) is None


def test_selected_words_may_be_somebody_here_or_everywhere(pane: ReaderPane, qtbot: QtBot) -> None:
    asked: list[tuple[Pointed, bool]] = []
    pane.desk.deciding.meaning_wanted.connect(lambda *words: asked.append(words))
    pane.say_meaning(everywhere=False)
    assert asked == [], "nothing is selected"
    select(pane, "Russia")
    there = Pointed(1, "text", TEXT.index("Russia"), "Russia", "state")
    menu = pane.menu_at(QPoint(2, 2))
    action(menu, "is…").trigger()
    action(menu, "everywhere").trigger()
    pane.say_meaning(everywhere=True)
    assert asked == [(there, False), (there, True), (there, True)]


def test_a_mention_offers_what_can_be_said_of_it_and_of_its_actor(
    pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, qtbot, 2)
    lacking: list[Order] = []
    pane.desk.deciding.lacking.connect(lacking.append)
    menu = pane.menu_at(over(pane, "Zakaria Harir"))
    for words in ("Merge into…", "Rename…", "Another name…", "Split off…"):
        action(menu, words).trigger()
    assert [order.verb for order in lacking] == ["merge", "rename", "alias", "split"]
    assert lacking[3].terms == ("", "Zakaria Harir")
    assert not [a for a in menu.actions() if "always means" in a.text()]
    kinds = action(menu, "Kind").menu()
    assert [a.text() for a in kinds.actions() if a.isChecked()] == ["person"]
    action(kinds, "organisation").trigger()
    qtbot.waitUntil(lambda: kind_of(pane, "Zakaria Harir") == "organisation")


def test_a_mention_names_nobody_here_in_its_article_or_anywhere(
    pane: ReaderPane, qtbot: QtBot
) -> None:
    read(pane, qtbot, 2)
    menu = action(pane.menu_at(over(pane, "Zakaria Harir")), "names nobody").menu()
    told = ("Here", "In this article", "Wherever")
    for done, words in enumerate(told, 1):
        action(menu, words).trigger()
        qtbot.waitUntil(lambda n=done: len(taken(pane)) == 2 * n - 1)
        pane.desk.deciding.undo()
        qtbot.waitUntil(lambda n=done: len(taken(pane)) == 2 * n)
    orders = taken(pane)[::2]
    assert [order.verb for order in orders] == ["no-mention", "no-mention", "no-name"]
    assert [order.terms[2] for order in orders[:2]] == [str(start_of(pane)), ""]


def start_of(pane: ReaderPane) -> int:
    opened = pane.paper.opened
    return next(m.start for m in opened.mentions if m.text == "Zakaria Harir")


def test_delete_says_that_the_mention_in_hand_names_nobody(pane: ReaderPane, qtbot: QtBot) -> None:
    read(pane, qtbot, 2)
    pane.step(1)
    qtbot.keyClick(pane.paper, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [one.verb for one in taken(pane)] == ["no-mention"])


def kind_of(pane: ReaderPane, name: str) -> str:
    with pane.desk.library.read() as reading:
        return corpus.find_actor(reading, name).kind


def test_a_capital_may_always_mean_its_town_or_its_state(
    pane: ReaderPane, newsroom: Newsroom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(newsroom_kinds(), "Moscow", "state")
    read(pane, qtbot, newsroom.publish("Moscow spoke, and Turkey was silent."))
    menu = pane.menu_at(over(pane, "Turkey"))
    assert not action(menu, "always means").isVisible()
    menu = pane.menu_at(over(pane, "Moscow"))
    towns = action(menu, "always means")
    qtbot.waitUntil(towns.isVisible)
    assert [a.data() for a in towns.menu().actions() if a.isChecked()] == ["both"]
    action(towns.menu(), "the town").trigger()
    qtbot.waitUntil(lambda: len(taken(pane)) == 1)
    assert taken(pane)[0].terms == ("Moscow", "place")


def newsroom_kinds() -> dict[str, str]:
    from tests.desktop import newsroom  # noqa: PLC0415

    return newsroom.KINDS


def taken(pane: ReaderPane) -> list[Order]:
    with pane.desk.library.read() as reading:
        return [d.order for d in log.log(reading)]


def test_the_keyboard_opens_the_card_and_the_menu_of_the_mention_stepped_to(
    pane: ReaderPane, qtbot: QtBot
) -> None:
    asked: list[tuple[Pointed, bool]] = []
    pane.desk.deciding.meaning_wanted.connect(lambda *words: asked.append(words))
    read(pane, qtbot, 2)
    pane.step(1)
    pane.paper.setFocus()
    qtbot.keyClick(pane.paper, Qt.Key.Key_Return)
    assert pane._card.isVisible()
    pane.say_meaning(everywhere=False)
    assert asked[0][0].quote == pane.paper.page.current.mention.text
    places: list[QPoint] = []
    pane.paper.menu_asked.disconnect()
    pane.paper.menu_asked.connect(places.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    pane.paper.contextMenuEvent(event)
    assert pane.paper.mention_at(places[0].toPointF()) is pane.paper.page.current


def test_a_library_that_is_only_read_offers_no_correction(
    pane: ReaderPane, library: Library
) -> None:
    select(pane, "Russia")
    where = library.where
    library.close()
    with Library.open(where, writing=False) as reading:
        pane.desk.library = reading
        assert [a.text() for a in pane.menu_at(QPoint(2, 2)).actions()] == ["Copy"]
        pane.desk.library = None


@pytest.mark.parametrize("box", [(200, 40), (200, 280), (430, 150), (20, 150), (200, 150)])
def test_the_card_never_stands_over_the_mention_that_it_explains(
    pane: ReaderPane, box: tuple[int, int]
) -> None:
    at = QRect(*box, 60, 20)
    pane._card.resize(340, 200)
    room = QRect(0, 0, 500 if box[0] != 200 else 700, 320)
    there = QRect(pane._card._beside(room, at), pane._card.size())
    assert not there.intersects(at)


@pytest.mark.parametrize("left", [4, 182, 300, 560])
def test_all_of_the_card_stands_on_a_page_that_has_no_room_beside_the_mention(
    pane: ReaderPane, left: int
) -> None:
    pane._card.resize(386, 193)
    room = QRect(0, 0, 650, 371)
    there = QRect(pane._card._beside(room, QRect(left, 175, 88, 28)), pane._card.size())
    assert room.contains(there)


def test_the_card_is_as_wide_as_the_words_of_its_buttons_need(pane: ReaderPane) -> None:
    card = pane._card
    for button in card.findChildren(QPushButton):
        button.setText("In a language of longer words")
    card.show_mention(pane.paper.page.placed[0].mention, QRect(40, 40, 60, 20))
    buttons = card.findChildren(QPushButton)
    # Rows are laid out in whole pixels.
    assert all(button.width() >= button.sizeHint().width() - 1 for button in buttons)
