from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.lines import NODE
from workstation.desktop.panes.cleaning.model import BECAUSE, FORM, MEANS, WHY
from workstation.desktop.panes.cleaning.view import CleaningPane
from workstation.desktop.theme import Theme
from workstation.domain.actor import Kind
from workstation.domain.decision import Order
from workstation.domain.mention import Found
from workstation.library import corpus, mentions
from workstation.library import decisions as log
from workstation.library.library import Library
from workstation.library.mentions import Findings

NAMES: dict[str, tuple[str, Kind]] = {
    "Zakaria Harir": ("zakaria harir", "person"),
    "Zakariya Harir": ("zakariya harir", "person"),
    "Harir": ("zakaria harir", "person"),
    "Citadel": ("citadel", "place"),
}
TEXTS = (
    "Zakaria Harir left. Zakaria Harir came. Zakaria Harir slept, and so did Zakariya Harir.",
    "The Citadel stands. The Citadel fell, said Harir.",
)


@pytest.fixture
def pane(
    desk: Desk,
    library: Library,
    newsroom: Newsroom,
    theme: Theme,
    seen: Callable[[QWidget], QWidget],
    qtbot: QtBot,
) -> CleaningPane:
    for text in TEXTS:
        number = newsroom.publish(text)
        with library.write() as writing:
            mentions.record(writing, "test/1", [Findings(number, 1, found(text))])
    made = CleaningPane(desk, theme)
    seen(made)
    made.resize(1200, 300)
    qtbot.waitUntil(lambda: made.forms.rowCount() == 4)
    qtbot.waitUntil(lambda: made.lines.rows.rowCount() == 3)
    made.table.setFocus()
    return made


def found(text: str) -> list[Found]:
    taken: set[int] = set()
    made = []
    for surface, (key, kind) in NAMES.items():
        for start in range(len(text)):
            if text.startswith(surface, start) and start not in taken:
                end = start + len(surface)
                taken.update(range(start, end))
                name = "Zakaria Harir" if surface == "Harir" else surface
                made.append(
                    Found(
                        "text", start, end, surface, "PERSON", "model", f"{kind}/{key}", name,
                        kind, "why",
                    )
                )  # fmt: skip
    return made


def actor(desk: Desk, name: str) -> str:
    with desk.library.read() as reading:
        return corpus.find_actor(reading, name).id


def column(pane: CleaningPane, which: int) -> list[str]:
    return [pane.forms.index(row, which).data() for row in range(pane.forms.rowCount())]


def orders(desk: Desk) -> list[Order]:
    with desk.library.read() as reading:
        return [d.order for d in log.log(reading)]


def choose(pane: CleaningPane, form: str) -> None:
    pane.table.selectRow(column(pane, FORM).index(form))


def test_forms_stand_by_what_they_cost_with_their_sentences_beside(
    pane: CleaningPane, qtbot: QtBot
) -> None:
    assert column(pane, FORM)[:2] == ["Zakaria Harir", "Citadel"]
    assert "no register knows it" in column(pane, WHY)[0]
    assert pane._told.text() == "4 forms deserve a look"
    assert [pane.lines.rows.index(row, NODE).data() for row in range(3)] == ["Zakaria Harir"] * 3
    choose(pane, "Citadel")
    qtbot.waitUntil(lambda: pane.lines.rows.index(0, NODE).data() == "Citadel")


def test_one_key_accepts_and_the_next_form_is_chosen_at_once(
    pane: CleaningPane, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert pane.chosen.form.surface == "Citadel"
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    pane.table.selectRow(0)
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.forms.rowCount() == 2)
    assert [order.terms for order in orders(desk)] == [("Zakaria Harir",), ("Citadel",)]
    assert {order.verb for order in orders(desk)} == {"accept"}
    desk.deciding.undo()
    qtbot.waitUntil(lambda: pane.forms.rowCount() == 3)


def test_the_other_keys_give_ignore_and_skip(pane: CleaningPane, desk: Desk, qtbot: QtBot) -> None:
    proposed: list[Order] = []
    desk.deciding.lacking.connect(proposed.append)
    choose(pane, "Harir")
    qtbot.keyClick(pane.table, Qt.Key.Key_A)
    assert proposed == [Order("alias", "", ("Harir",))]
    menu = pane.kinds(pane.chosen)
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["person"]
    qtbot.keyClick(pane.table, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: "Harir" not in column(pane, FORM))
    assert orders(desk)[-1].verb == "no-name", "its actor has another name"
    desk.deciding.undo()
    qtbot.waitUntil(lambda: "Harir" in column(pane, FORM))
    choose(pane, "Citadel")
    qtbot.keyClick(pane.table, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: "Citadel" not in column(pane, FORM))
    assert orders(desk)[-1].verb == "not-an-actor"
    choose(pane, "Harir")
    qtbot.keyClick(pane.table, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: column(pane, FORM) == ["Zakaria Harir", "Zakariya Harir"])
    assert len(orders(desk)) == 3


def test_the_keys_of_the_queue_go_before_those_of_the_window(pane: CleaningPane) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for key, taken in ((Qt.Key.Key_A, True), (Qt.Key.Key_J, False)):
        event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, none)
        event.ignore()
        QApplication.sendEvent(pane.table, event)
        assert event.isAccepted() == taken


def test_merges_are_suggested_with_why_and_what_they_would_change(
    pane: CleaningPane, desk: Desk, qtbot: QtBot
) -> None:
    proposed: list[Order] = []
    desk.deciding.lacking.connect(proposed.append)
    pane.show_merges(on=True)
    qtbot.waitUntil(lambda: pane.merges.rowCount() == 1)
    why = pane.merges.index(0, BECAUSE).data()
    assert "differ by a few letters" in why
    qtbot.waitUntil(lambda: "1 mention in 1 article" in pane._about.text())
    assert "differ by a few letters" in pane._about.text()
    qtbot.waitUntil(lambda: pane.lines.rows.rowCount() == 5)
    qtbot.keyClick(pane.merge_table, Qt.Key.Key_Return)
    lesser, greater = actor(desk, "Zakariya Harir"), actor(desk, "Zakaria Harir")
    assert proposed == [Order("merge", lesser, (greater,))]
    assert pane.merges.index(0, MEANS).data() == "Zakaria Harir"
    qtbot.keyClick(pane.merge_table, Qt.Key.Key_N)
    qtbot.waitUntil(pane._empty.isVisible)
    assert [order.verb for order in orders(desk)] == ["not-the-same"]
    desk.deciding.undo()
    qtbot.waitUntil(pane.merge_table.isVisible)
    qtbot.keyClick(pane.merge_table, Qt.Key.Key_S)
    qtbot.waitUntil(pane._empty.isVisible)
    pane.show_merges(on=False)
    qtbot.waitUntil(pane.table.isVisible)


def test_the_queue_can_be_painted(pane: CleaningPane, theme: Theme) -> None:
    light = pane.grab().toImage()
    theme.choose("dark")
    assert light != pane.grab().toImage()
