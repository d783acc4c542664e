"""The dialogs that correct what was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR, Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.actor_field import ActorField
from workstation.desktop.dialogs.another_name import AnotherNameDialog
from workstation.desktop.dialogs.meaning import MeaningDialog
from workstation.desktop.dialogs.role import RoleDialog
from workstation.desktop.dialogs.split import SplitDialog
from workstation.domain.actor import Actor
from workstation.domain.decision import Order
from workstation.domain.meaning import Pointed
from workstation.library import corpus
from workstation.library import decisions as log


@pytest.fixture
def parent(seen: Callable[[QWidget], QWidget], newsroom: Newsroom) -> QWidget:
    newsroom.publish(HARBOUR)
    newsroom.fill(2)
    return seen(QWidget())


def actor(desk: Desk, name: str) -> str:
    with desk.library.read() as reading:
        return corpus.find_actor(reading, name).id


def orders(desk: Desk) -> list[Order]:
    with desk.library.read() as reading:
        return [d.order for d in log.log(reading)]


def meaning(
    desk: Desk, parent: QWidget, qtbot: QtBot, quote: str, *, everywhere: bool = False
) -> MeaningDialog:
    words = Pointed(1, "text", HARBOUR.index(quote), quote)
    dialog = MeaningDialog(desk, words, parent, everywhere=everywhere)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.field.line.text() == quote)
    return dialog


def test_words_are_given_to_an_actor_that_is_known(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = meaning(desk, parent, qtbot, "the roof")
    assert dialog.field.new_name == "the roof"
    assert dialog.kind.isVisible()
    qtbot.keyClicks(dialog.field.line, "turk")
    assert dialog.field.chosen == actor(desk, "Turkey")
    assert not dialog.kind.isVisible()
    qtbot.waitUntil(lambda: "this one place" in dialog.reach.text())
    dialog.take.click()
    qtbot.waitUntil(lambda: len(orders(desk)) == 1)
    assert (orders(desk)[0].verb, orders(desk)[0].terms[6]) == ("mention", actor(desk, "Turkey"))


def test_actors_whose_names_begin_as_typed_are_offered_first(
    seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    def known(name: str, mentions: int) -> Actor:
        return Actor(name, name, "place", mentions, mentions, mentions, None, None)

    field = seen(ActorField())
    named = ["Kurdistan Front", "Old Istanbul", "Istanbul North", "Istan"]
    field.offer([known(name, 9 - at) for at, name in enumerate(named)], without="")
    qtbot.keyClicks(field.line, "istan")
    offered = [field.list.item(row).text().split("  ")[0] for row in range(field.list.count())]
    assert offered == ["Istan", "Istanbul North", "Old Istanbul", "Kurdistan Front"]
    assert field.chosen == "Istan"


def test_a_new_actor_is_made_of_words_and_meant_wherever_they_stand(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = meaning(desk, parent, qtbot, "the roof", everywhere=True)
    dialog.kind.setCurrentIndex(dialog.kind.findData("product"))
    qtbot.waitUntil(lambda: "1 mention in 1 article" in dialog.reach.text())
    dialog.take.click()
    qtbot.waitUntil(lambda: [order.verb for order in orders(desk)] == ["mention", "alias"])


def test_what_changes_nothing_is_told_before_it_is_decided(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = meaning(desk, parent, qtbot, "Russia")
    qtbot.waitUntil(lambda: "already" in dialog.reach.text())
    assert not dialog.take.isEnabled()


def test_spellings_are_split_off_with_their_sentences_beside(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    russia, turkey = actor(desk, "Russia"), actor(desk, "Turkey")
    desk.deciding.take(Order("merge", turkey, (russia,)))
    qtbot.waitUntil(lambda: len(orders(desk)) == 1)
    dialog = SplitDialog(desk, Order("split", russia, ("", "Turkey")), parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert [dialog.list.item(n).checkState() for n in range(2)] == [
        Qt.CheckState.Unchecked,
        Qt.CheckState.Checked,
    ]
    assert dialog.name.text() == "Turkey"
    qtbot.waitUntil(lambda: "Turkey had asked" in dialog._sentences.text())
    qtbot.waitUntil(lambda: "2 mentions in 2 articles" in dialog._reach.text())
    dialog.name.setText("Ankara")
    dialog.name.textEdited.emit("Ankara")
    dialog.take.click()
    qtbot.waitUntil(lambda: len(orders(desk)) == 2)
    assert orders(desk)[1] == Order("split", russia, ("Ankara", "Turkey"))


def test_a_role_is_asked_for_with_its_days_and_what_it_reaches(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    turkey, russia = actor(desk, "Turkey"), actor(desk, "Russia")
    dialog = RoleDialog(desk, Order("role", turkey), parent)
    dialog.open()
    qtbot.waitUntil(lambda: "Turkey" in dialog._question.text())
    dialog.office.setText("envoy")
    assert dialog.take.isEnabled()
    dialog.owner.setText("nobody at all")
    assert not dialog.take.isEnabled()
    assert "Nobody in this library" in dialog._reach.text()
    dialog.owner.setText("russia")
    for wrong in ("last year", "2024-13", "2026"):
        dialog.since.setText(wrong)
        dialog.until.setText("2025")
        assert not dialog.take.isEnabled()
    dialog.since.setText("2021-10")
    qtbot.waitUntil(lambda: "names the office alone" in dialog._reach.text())
    dialog.take.click()
    qtbot.waitUntil(lambda: len(orders(desk)) == 1)
    assert orders(desk)[0] == Order("role", turkey, ("envoy", russia, "2021-10", "2025"))


def test_another_name_may_hold_only_near_some_words(
    desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = AnotherNameDialog(desk, Order("alias", actor(desk, "Russia")), parent)
    dialog.open()
    assert not dialog.take.isEnabled()
    dialog.name.setText("the roof")
    qtbot.waitUntil(lambda: "1 mention in 1 article" in dialog._reach.text())
    dialog.near.setText("harbour, list")
    dialog.take.click()
    qtbot.waitUntil(lambda: len(orders(desk)) == 1)
    assert orders(desk)[0].terms == ("the roof", "harbour", "list")
