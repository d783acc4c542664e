from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR
from workstation import limits, settings
from workstation.desktop.dialogs.watch import WatchDialog
from workstation.desktop.drops import Drop
from workstation.desktop.notices import Notice
from workstation.desktop.watching import Watching
from workstation.desktop.window import Window
from workstation.domain.ledger import Entry
from workstation.library import ledger


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WATCH_STILL_SECONDS", 0.1)
    monkeypatch.setattr(limits, "WATCH_PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(limits, "WATCH_SHARE", 1.0)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    return folder


@pytest.fixture
def watching(opened: Window) -> Watching:
    return opened._commanding.watching


@pytest.fixture
def posted(opened: Window) -> list[Notice]:
    told: list[Notice] = []
    opened.desk.notices.posted.connect(told.append)
    return told


def rows(window: Window, qtbot: QtBot) -> list[Entry]:
    found: list[list[Entry]] = []
    window.desk.ask(rows, ledger.entries, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def came(window: Window, name: str, qtbot: QtBot) -> None:
    """Waits until a file has a verdict, and all work has ended."""

    def told() -> bool:
        known = {Path(entry.file).name: entry.verdict for entry in rows(window, qtbot)}
        return known.get(name) is not None and not window.desk.jobs.running

    qtbot.waitUntil(told, timeout=60_000)


def test_what_appears_in_a_watched_folder_is_imported(
    opened: Window, watching: Watching, press: Path, posted: list[Notice], qtbot: QtBot
) -> None:
    watching.add(press)
    watching.add(press)
    (press / "a.txt").write_text(HARBOUR)
    came(opened, "a.txt", qtbot)
    assert posted[-1].words == "1 article imported."
    assert watching.folders == (press,)


def test_what_came_while_the_library_was_closed_is_imported_when_it_opens(
    opened: Window, watching: Watching, press: Path, qtbot: QtBot
) -> None:
    where = opened.desk.library.where
    watching.add(press)
    (press / "a.txt").write_text(HARBOUR)
    came(opened, "a.txt", qtbot)
    opened.close_library()
    assert watching.folders == ()
    (press / "b.txt").write_text(HARBOUR[::-1])
    opened.open_library(where)
    qtbot.waitUntil(lambda: opened.desk.library is not None, timeout=20_000)
    came(opened, "b.txt", qtbot)
    names = [Path(entry.file).name for entry in rows(opened, qtbot)]
    assert names.count("a.txt") == names.count("b.txt") == 1


def test_a_folder_that_is_removed_is_looked_at_no_more(
    opened: Window, watching: Watching, press: Path
) -> None:
    watching.add(press)
    watching.remove(press)
    assert watching._stop.is_set()
    assert settings.watched(opened.desk.library.where) == ()


def test_a_folder_that_vanishes_is_told_once(
    opened: Window, watching: Watching, press: Path, posted: list[Notice], qtbot: QtBot
) -> None:
    watching.add(press)
    press.rmdir()
    qtbot.waitUntil(lambda: bool(posted))
    assert "is gone" in posted[0].words
    assert watching.lost == {press}
    press.mkdir()
    qtbot.waitUntil(lambda: len(posted) > 1)
    assert "there again" in posted[1].words
    assert watching.lost == frozenset()


def test_files_wait_for_an_import_that_may_read_them_too(
    opened: Window, press: Path, qtbot: QtBot
) -> None:
    (press / "a.txt").write_text(HARBOUR)
    (press / "b.txt").write_text(HARBOUR[::-1])
    opened.tasks.take(Drop((press / "a.txt",)))
    opened.tasks.import_in_turn([press / "b.txt"])
    assert [job.name for job in opened.desk.jobs.running] == ["Importing"]
    came(opened, "b.txt", qtbot)


def test_the_dialog_lists_adds_and_removes(
    opened: Window, watching: Watching, press: Path, qtbot: QtBot
) -> None:
    opened.commands["watch"].trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, WatchDialog))
    assert (dialog.list.count(), dialog._empty.isVisible()) == (0, True)
    assert not dialog.remove.isEnabled()
    watching.add(press)
    watching.add(press.parent / "gone")
    assert dialog.list.count() == 2
    qtbot.waitUntil(lambda: dialog.list.item(1).text().endswith("(gone)"))
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    assert watching.folders == (press.parent / "gone",)
    assert not dialog._empty.isVisible()
    dialog.close()
