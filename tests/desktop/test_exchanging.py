from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.curating import adopting, carrying, decisions
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.merge_decisions import MergeDecisionsDialog
from workstation.desktop.exchanging import Exchanging
from workstation.domain.decision import Decision, Order
from workstation.library import corpus
from workstation.library import decisions as log
from workstation.library.library import Library


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    """Another library with the same article, in which Russia has another name."""
    with Library.create(tmp_path / "other.mwlib", zone="UTC") as made:
        Newsroom(made).publish()
        rename(made, "Russia", "There")
        yield made


def rename(library: Library, actor: str, name: str) -> None:
    with library.read() as reading:
        wanted = decisions.order(reading, "rename", actor, name)
    decisions.decide(library, wanted, who="bob")


def carried(library: Library, *broken: bytes) -> Path:
    path = Path(library.where).with_name("decisions.jsonl")
    with library.read() as reading:
        lines = list(carrying.lines(reading, library="other", by="bob"))
    path.write_bytes(b"".join([*lines, *broken]))
    return path


def taken(library: Library) -> list[Decision]:
    with library.read() as reading:
        return log.log(reading)


def counts(dialog: QWidget) -> dict[str, str]:
    words = [label.text() for label in dialog.findChildren(QLabel)]
    return {after: words[n] for n, after in enumerate(words[1:]) if words[n].isdecimal()}


def test_what_a_merge_would_do_is_shown_before_it_is_done(
    desk: Desk, newsroom: Newsroom, parent: QWidget, other: Library, qtbot: QtBot
) -> None:
    newsroom.publish()
    rename(newsroom.library, "Russia", "Here")
    merged: list[Path] = []
    path = carried(other, b"nonsense\n")
    dialog = MergeDecisionsDialog(desk, path, merged.append, parent)
    dialog.open()
    assert not dialog._take.isEnabled()
    qtbot.waitUntil(dialog._take.isEnabled)
    assert dialog._take.isDefault()
    assert counts(dialog) == {
        "New": "1", "Here already": "0", "Waiting for their articles": "0",
        "Decided differently": "1", "Refused": "1",
    }  # fmt: skip
    conflict, refused = (dialog._list.item(row).text() for row in range(2))
    assert "Renamed “Russia” to “Here”." in conflict
    assert refused.startswith("Line 3: ")
    assert len(taken(newsroom.library)) == 1
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Merge").click()
    assert merged == [path]


def test_a_file_of_something_else_is_told_in_the_dialog(
    desk: Desk, newsroom: Newsroom, parent: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    newsroom.publish()
    path = tmp_path / "letter.jsonl"
    path.write_text("Dear reader")
    dialog = MergeDecisionsDialog(desk, path, lambda _: None, parent)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog._trouble.isHidden())
    assert "no file of decisions" in dialog._trouble.text()
    assert not dialog._take.isEnabled()


def test_what_is_here_already_cannot_be_merged_again(
    desk: Desk, newsroom: Newsroom, parent: QWidget, other: Library, qtbot: QtBot
) -> None:
    newsroom.publish()
    path = carried(other)
    adopting.adopt(newsroom.library, path)
    dialog = MergeDecisionsDialog(desk, path, lambda _: None, parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog._after.text() == "Nothing is new.")
    assert not dialog._take.isEnabled()


def test_a_merge_is_told_and_one_undo_takes_it_back(
    desk: Desk, newsroom: Newsroom, parent: QWidget, other: Library, qtbot: QtBot
) -> None:
    newsroom.publish()
    said: list[str] = []
    desk.notices.posted.connect(lambda notice: said.append(notice.words))
    Exchanging(parent, desk).merge(carried(other))
    qtbot.waitUntil(lambda: said == ["Merged 1 decision of the library “other”."])
    with newsroom.library.read() as reading:
        assert corpus.find_actor(reading, "There").kind == "state"
    desk.deciding.undo()
    qtbot.waitUntil(lambda: len(taken(newsroom.library)) == 3)
    with newsroom.library.read() as reading:
        assert corpus.find_actor(reading, "Russia").name == "Russia"


def test_decisions_are_written_for_another_library(
    desk: Desk, newsroom: Newsroom, parent: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    newsroom.publish()
    rename(newsroom.library, "Russia", "Here")
    target = tmp_path / "out.jsonl"
    Exchanging(parent, desk).export(target)
    qtbot.waitUntil(target.exists)
    assert carrying.read(target).decisions[0].decision.order == Order(
        "rename", taken(newsroom.library)[0].order.subject, ("Here",)
    )
