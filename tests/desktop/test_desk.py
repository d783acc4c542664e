from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.domain.changes import Changes
from workstation.domain.decision import Order
from workstation.domain.selection import Selection
from workstation.library import corpus
from workstation.library.library import Library


def test_changes_of_many_writes_are_told_together(
    desk: Desk, newsroom: Newsroom, qtbot: QtBot
) -> None:
    told: list[Changes] = []
    desk.changed.connect(told.append)
    writer = threading.Thread(target=lambda: [newsroom.publish(f"Ships {n}.") for n in range(6)])
    writer.start()
    writer.join()
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert {"articles", "mentions"} <= told[0].kinds


def test_a_question_is_asked_in_a_read_transaction_of_another_thread(
    desk: Desk, newsroom: Newsroom, qtbot: QtBot
) -> None:
    newsroom.publish()
    desk.library.refuse_thread(threading.get_ident())
    answers: list[int] = []
    desk.ask("pane", lambda reading: corpus.count(reading, Selection()), answers.append)
    qtbot.waitUntil(lambda: answers == [1])


def test_the_window_thread_never_reads_the_library(desk: Desk) -> None:
    desk.library.refuse_thread(threading.get_ident())
    with pytest.raises(RuntimeError, match="thread"), desk.library.read():
        pass


def test_clearing_the_desk_closes_the_library_and_forgets_the_selection(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.selection.change(words="ships")
    where = desk.library.where
    desk.clear()
    assert desk.selection.value == Selection()

    def can_be_opened_again() -> bool:
        try:
            Library.open(where).close()
        except Exception:  # noqa: BLE001 - still closing
            return False
        return True

    qtbot.waitUntil(can_be_opened_again)


def test_a_decision_is_told_with_its_reach_and_can_be_undone_from_the_notice(
    desk: Desk, newsroom: Newsroom, qtbot: QtBot
) -> None:
    newsroom.publish()
    with desk.library.read() as reading:
        actor = corpus.find_actor(reading, "Turkey").id
    posted = []
    desk.notices.posted.connect(posted.append)
    desk.deciding.want(Order("not-an-actor", actor))
    qtbot.waitUntil(lambda: len(posted) == 1)
    assert "Turkey" in posted[0].words
    assert posted[0].action == "Undo"
    posted[0].act()
    qtbot.waitUntil(lambda: len(posted) == 2)
    assert posted[1].action == "Redo"
    with desk.library.read() as reading:
        assert actor in {a.id for a in corpus.actors(reading, Selection())}


def test_an_order_that_lacks_something_is_completed_before_it_is_taken(
    desk: Desk, qtbot: QtBot
) -> None:
    lacking: list[Order] = []
    desk.deciding.lacking.connect(lacking.append)
    desk.deciding.want(Order("merge", "somebody"))
    desk.deciding.want(Order("alias", "", ("the Kremlin",)))
    assert [order.verb for order in lacking] == ["merge", "alias"]


def test_a_decision_that_cannot_be_taken_is_told_in_words(desk: Desk, qtbot: QtBot) -> None:
    posted = []
    desk.notices.posted.connect(posted.append)
    desk.deciding.undo()
    qtbot.waitUntil(lambda: len(posted) == 1)
    assert posted[0].problem
    assert "nothing to undo" in posted[0].words
