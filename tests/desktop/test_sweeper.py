from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from workstation.desktop.sweeper import Sweeper


class Knot:
    """Something that only the collector can end."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def sweeper() -> Iterator[Sweeper]:
    made = Sweeper()
    yield made
    made.deleteLater()
    gc.enable()


def test_what_another_thread_leaves_ends_in_the_thread_of_the_window(
    sweeper: Sweeper, qtbot: QtBot
) -> None:
    ended: list[int] = []

    def leave() -> None:
        weakref.finalize(Knot(), lambda: ended.append(threading.get_ident()))
        for _ in range(3 * gc.get_threshold()[0]):
            Knot()

    thread = threading.Thread(target=leave)
    thread.start()
    thread.join()
    assert ended == []
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.get_ident()]


def test_what_stays_until_the_end_is_looked_at_once(sweeper: Sweeper) -> None:
    stays = Knot()
    gone = weakref.ref(Knot())
    before = gc.get_freeze_count()
    sweeper.settle()
    assert gone() is None
    assert gc.get_freeze_count() > before
    assert all(known is not stays for known in gc.get_objects())
    # What comes afterwards is looked at as ever, however often libraries are opened.
    later = Knot()
    sweeper.settle()
    assert any(known is later for known in gc.get_objects())
