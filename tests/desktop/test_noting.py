from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.curating import decisions
from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.labels import LabelsDialog
from workstation.desktop.dialogs.note import NoteDialog
from workstation.desktop.notices import Notice
from workstation.desktop.noting import Wish
from workstation.domain.decision import Order
from workstation.domain.selection import Selection
from workstation.domain.signs import IRRELEVANT, READ, RELEVANT, STARRED, Sign, Signs
from workstation.library import corpus, notes, signs

Seen = Callable[[QWidget], QWidget]


def these(*numbers: int) -> Chosen:
    alone = Selection().with_facet("article", tuple(map(str, numbers)))
    return Chosen(len(numbers), lambda _reading: alone, 3)


def there(desk: Desk, number: int) -> Signs:
    with desk.library.read() as reading:
        return signs.of(reading, [number]).get(number, Signs())


def written(desk: Desk) -> list[str]:
    with desk.library.read() as reading:
        return [note.words for note in notes.listed(reading)]


@pytest.fixture
def told(desk: Desk, newsroom: Newsroom) -> list[Notice]:
    """What the desk says, with three articles in its library."""
    newsroom.fill(3)
    newsroom.publish()
    heard: list[Notice] = []
    desk.notices.posted.connect(heard.append)
    return heard


def test_a_sign_is_set_on_all_or_taken_from_all_and_undone(
    desk: Desk, told: list[Notice], qtbot: QtBot
) -> None:
    desk.noting.toggle(these(1), STARRED)
    desk.noting.toggle(these(1, 2), STARRED)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [one.words for one in told] == ["1 article has a star."] * 2
    assert told[1].action == "Undo"
    desk.noting.toggle(these(1, 2), STARRED)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[2].words == "2 articles have no star any more."
    assert not there(desk, 1).starred
    told[2].act()
    qtbot.waitUntil(lambda: len(told) == 4)
    assert there(desk, 1).starred
    assert there(desk, 2).starred
    told[2].act()
    desk.noting.undo()
    qtbot.waitUntil(lambda: len(told) == 5)
    assert there(desk, 1).starred
    assert not there(desk, 2).starred


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        (READ, ("1 article is read.", "1 article is unread.")),
        (RELEVANT, ("1 article is relevant.", "Whether 1 article is relevant is open again.")),
        (
            IRRELEVANT,
            ("1 article is not relevant.", "Whether 1 article is relevant is open again."),
        ),
    ],
)
def test_each_sign_is_told_in_its_own_words(
    desk: Desk, told: list[Notice], qtbot: QtBot, sign: Sign, words: tuple[str, str]
) -> None:
    for _ in words:
        desk.noting.toggle(these(1), sign)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert tuple(one.words for one in told) == words


def test_undo_takes_back_what_came_last_a_sign_or_a_decision(
    desk: Desk, told: list[Notice], qtbot: QtBot
) -> None:
    with desk.library.read() as reading:
        russia = corpus.find_actor(reading, "Russia").id
    desk.noting.toggle(these(1), STARRED)
    qtbot.waitUntil(lambda: len(told) == 1)
    desk.deciding.take(Order("rename", russia, ("Moscow",)))
    qtbot.waitUntil(lambda: len(told) == 2)
    desk.noting.undo()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert there(desk, 1).starred
    with desk.library.read() as reading:
        assert not [d for d in decisions.log(reading) if not d.revoked_by][:-1]
    desk.noting.undo()
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told[3].words == "Taken back: 1 article has a star."
    assert not there(desk, 1).starred


def test_an_article_that_stays_open_is_read(desk: Desk, told: list[Notice], qtbot: QtBot) -> None:
    desk.selection.change(focus=1)
    assert desk.noting.reading.isActive()
    desk.noting.reading.setInterval(0)
    desk.selection.change(focus=2)
    qtbot.waitUntil(lambda: there(desk, 2).read)
    assert not there(desk, 1).read
    assert told == [], "nobody asked for it"
    desk.selection.change(focus=None)
    assert not desk.noting.reading.isActive()


def test_labels_are_ticked_typed_and_taken_away(
    desk: Desk, told: list[Notice], seen: Seen, qtbot: QtBot
) -> None:
    desk.noting.label(these(1), ["bases", "Öl"], [])
    desk.noting.label(these(2), ["bases"], [])
    qtbot.waitUntil(lambda: len(told) == 2)
    parent = seen(QWidget())
    dialog = LabelsDialog(desk, these(1, 2), parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    states = [dialog.list.item(row).checkState() for row in range(2)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked]
    for typed in ("OL", "new one"):
        dialog.line.setText(typed)
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.grab()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[2].words == "Changed the labels of 2 articles."
    assert there(desk, 1).labels == there(desk, 2).labels == ("new one", "Öl")


def test_a_note_is_written_changed_deleted_and_taken_back(
    desk: Desk, told: list[Notice], seen: Seen, qtbot: QtBot
) -> None:
    parent = seen(QWidget())
    dialog = NoteDialog(desk, Wish(4, ("text", 4, 9), "ships"), parent)
    dialog.open()
    assert not dialog.take.isEnabled()
    dialog.words.setPlainText("Which?")
    dialog.take.click()
    qtbot.waitUntil(lambda: len(told) == 1)
    with desk.library.read() as reading:
        (note,) = notes.of(reading, 4)
    assert note.place == ("text", 4, 9)
    desk.noting.write(Wish(4, note=note), "Which ones?")
    qtbot.waitUntil(lambda: len(told) == 2)
    desk.noting.delete(note)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [one.words for one in told] == [
        "The note is written.",
        "The note is changed.",
        "The note is deleted.",
    ]
    for at, left in enumerate((["Which ones?"], ["Which?"], [])):
        desk.noting.undo()
        qtbot.waitUntil(lambda at=at: len(told) == 4 + at)
        assert written(desk) == left
