"""Choosing pipelines in the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.library.press import Press
from tests.tagging.packages import Packages
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.pipelines import PipelinesDialog
from workstation.desktop.window import Window
from workstation.desktop.words import language_name
from workstation.library import chosen
from workstation.library.library import Library
from workstation.settings import confirmed
from workstation.tagging.tagger import Tagged

PATTERNS = [{"label": "ORG", "pattern": "Reederei"}, {"label": "MISC", "pattern": "schwieg"}]


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packages:
    """Where a test installs packages."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    return Packages(site)


@pytest.fixture
def parent(seen: Callable[[QWidget], QWidget]) -> QWidget:
    return seen(QWidget())


@pytest.fixture
def dialog(
    desk: Desk, library: Library, packages: Packages, parent: QWidget, qtbot: QtBot
) -> PipelinesDialog:
    """The dialog on a library with an article in German, for which two packages are there."""
    packages.real("de_harbour", PATTERNS)
    packages.bare("de_hollow", {"lang": "de"})
    Press(library).article("Die Reederei schwieg.", language="de")
    made = PipelinesDialog(desk, lambda: None, parent)
    made.open()
    qtbot.waitUntil(lambda: made.table.rowCount() > 0)
    return made


def pick(dialog: PipelinesDialog, name: str) -> None:
    row = next(n for n, one in enumerate(dialog._choices) if one.name == name)
    dialog.table.setCurrentCell(row, 0)


def test_the_pipelines_of_every_language_are_listed(dialog: PipelinesDialog) -> None:
    rows = [
        [dialog.table.item(row, column).text() for column in (0, 1, 3, 4, 5)]
        for row in range(dialog.table.rowCount())
    ]
    assert rows[0] == ["German · 1 article", "Registers only", "", "", "In use"]
    assert rows[1] == ["", "de_harbour 1.2.3", "12,346", "organisations", "Needs confirmation"]
    assert rows[2][4] == "Cannot be used"
    assert rows[3][0] == "English"


def test_code_runs_only_after_its_name_was_typed_exactly(
    dialog: PipelinesDialog, desk: Desk, qtbot: QtBot
) -> None:
    tagged: list[bool] = []
    dialog._tag = lambda: tagged.append(True)
    pick(dialog, "de_harbour")
    assert dialog.confirmation.isVisible()
    assert "program code" in dialog.confirmation._words.text()
    assert "is not used" in dialog._details.text()
    for typed in ("", "de_harbou", "DE_HARBOUR", "de_harbour "):
        dialog.confirmation.line.setText(typed)
        assert not dialog.use.isEnabled()
        dialog.confirmation.line.returnPressed.emit()
    assert confirmed() == ()
    dialog.confirmation.line.setText("de_harbour")
    assert dialog.use.text() == "Use for German"
    dialog.use.click()
    qtbot.waitUntil(lambda: bool(tagged))
    qtbot.waitUntil(lambda: dialog.chosen is not None and dialog.chosen.state == "in use")
    with desk.library.read() as reading:
        assert chosen.chosen(reading)["de"].name == "de_harbour"
    assert not dialog.confirmation.isVisible()
    assert not dialog.use.isEnabled()
    assert "de_harbour" not in sys.modules
    pick(dialog, "registers only")
    dialog.use.click()
    qtbot.waitUntil(lambda: dialog.chosen is not None and dialog.chosen.state == "in use")
    pick(dialog, "de_harbour")
    assert dialog.use.isEnabled()


def test_what_was_typed_for_one_package_is_no_word_for_another(
    dialog: PipelinesDialog, packages: Packages, qtbot: QtBot
) -> None:
    packages.real("de_quay", PATTERNS)
    dialog._ask()
    qtbot.waitUntil(lambda: any(one.name == "de_quay" for one in dialog._choices))
    pick(dialog, "de_harbour")
    dialog.confirmation.line.setText("de_harbour")
    pick(dialog, "de_quay")
    assert dialog.confirmation.line.text() == ""
    assert not dialog.use.isEnabled()


def test_what_cannot_be_used_says_why_and_cannot_be_chosen(dialog: PipelinesDialog) -> None:
    pick(dialog, "de_hollow")
    assert "no persons" in dialog._details.text()
    assert not dialog.use.isEnabled()
    assert not dialog.confirmation.isVisible()


def test_a_package_that_changed_meanwhile_is_refused_with_words(
    dialog: PipelinesDialog, packages: Packages, qtbot: QtBot
) -> None:
    pick(dialog, "de_harbour")
    dialog.confirmation.line.setText("de_harbour")
    (packages.site / "de_harbour" / "meta.json").unlink()
    dialog.use.click()
    qtbot.waitUntil(dialog._trouble.isVisible)
    assert "no meta.json" in dialog._trouble.text()


def test_the_reader_says_that_only_registers_found_names(opened: Window, qtbot: QtBot) -> None:
    library = opened.desk.library
    assert library is not None
    stored: list[int] = []
    opened.desk.jobs.write(
        lambda: Press(library).article("روسيا", language="ar", title="روسيا"), stored.append
    )
    qtbot.waitUntil(lambda: bool(stored))
    opened.tasks.tag()
    qtbot.waitUntil(lambda: not opened.desk.jobs.running, timeout=60_000)
    opened.desk.selection.change(focus=stored[0])
    told = "names from the registers only: no pipeline for Arabic"
    qtbot.waitUntil(lambda: told in opened.docks.reader.paper.toPlainText())


def test_articles_that_wait_are_told_once_with_a_way_to_the_pipelines(
    opened: Window, qtbot: QtBot
) -> None:
    waits = Tagged(0, 0, 0, 0.0, "x", ("1 article waits for its pipeline (de).",))
    said: list[str] = []
    opened.desk.notices.posted.connect(lambda notice: said.append(notice.words))
    opened.tasks._tagged(waits)
    opened.tasks._tagged(waits)
    assert said == ["1 article waits for its pipeline (de)."]
    opened.tasks.needs_pipeline.emit()
    dialog = opened.findChild(PipelinesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0)
    dialog.close()


def test_a_language_is_called_by_its_name() -> None:
    assert language_name("ar") == "Arabic"
    assert language_name("xq") == "xq"
