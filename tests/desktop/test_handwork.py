"""Editing and typing articles in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.curating import erasing
from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.article_fields import DATE
from workstation.desktop.dialogs.edit import EditDialog
from workstation.desktop.dialogs.erase import EraseDialog
from workstation.desktop.dialogs.label_name import LabelNameDialog
from workstation.desktop.dialogs.write import WriteDialog
from workstation.desktop.notices import Notice
from workstation.desktop.tasks import Tasks
from workstation.desktop.window import Window
from workstation.domain.article import Article
from workstation.domain.selection import Selection
from workstation.importing.importer import import_paths
from workstation.library import annotated, corpus

Seen = Callable[[QWidget], QWidget]


def these(*numbers: int) -> Chosen:
    alone = Selection().with_facet("article", tuple(map(str, numbers)))
    return Chosen(len(numbers), lambda _reading: alone, 3)


def article(desk: Desk, number: int) -> Article:
    with desk.library.read() as reading:
        return corpus.article(reading, number)


def text(desk: Desk, number: int) -> str:
    with desk.library.read() as reading:
        return corpus.body(reading, number).text


@pytest.fixture
def told(desk: Desk, newsroom: Newsroom) -> list[Notice]:
    """What the desk says, with three articles in its library."""
    newsroom.fill(3)
    heard: list[Notice] = []
    desk.notices.posted.connect(heard.append)
    return heard


def test_the_facts_and_the_text_of_an_article_are_edited_and_undone(
    desk: Desk, told: list[Notice], seen: Seen, qtbot: QtBot
) -> None:
    before = text(desk, 1)
    parent = seen(QWidget())
    dialog = EditDialog(desk, these(1), parent)
    dialog.open()
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.fields.value("title") == "Day 0"
    assert dialog.text.toPlainText() == before
    dialog.fields.lines["title"].setText("Day nought")
    dialog.fields.lines["author"].setText("Jo Marsh")
    dialog.text.setPlainText(before.replace("met", "meet"))
    dialog.text.document().setModified(True)
    dialog.take.click()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [one.words for one in told] == [
        "Edited 1 article.",
        "The article has another text; the former one is kept.",
    ]
    assert (article(desk, 1).title, article(desk, 1).author) == ("Day nought", "Jo Marsh")
    assert text(desk, 1) == before.replace("met", "meet")
    desk.noting.undo()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert text(desk, 1) == before
    desk.noting.undo()
    qtbot.waitUntil(lambda: len(told) == 4)
    assert (article(desk, 1).title, article(desk, 1).author) == ("Day 0", "")


def test_several_articles_are_edited_and_what_is_left_empty_stays(
    desk: Desk, told: list[Notice], seen: Seen, qtbot: QtBot
) -> None:
    parent = seen(QWidget())
    dialog = EditDialog(desk, these(1, 2), parent)
    dialog.open()
    qtbot.waitUntil(dialog.take.isEnabled)
    assert "title" not in dialog.fields.lines
    assert dialog.text.isHidden()
    dialog.fields.lines["outlet"].setText("The Quay")
    dialog.take.click()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].words == "Edited 2 articles."
    assert [article(desk, n).outlet for n in (1, 2, 3)] == ["The Quay", "The Quay", "Halyard Wire"]
    assert [article(desk, n).language for n in (1, 2)] == ["en", "en"]


def test_an_article_is_typed_and_imported(
    desk: Desk, told: list[Notice], seen: Seen, qtbot: QtBot
) -> None:
    parent = seen(QWidget())
    dialog = WriteDialog(desk, Tasks(desk), parent)
    dialog.open()
    assert not dialog.take.isEnabled()
    dialog.text.setPlainText("Russia called Turkey.\nNobody knows why.")
    dialog.fields.lines["title"].setText("A call")
    dialog.fields.lines[DATE].setText("tomorrow")
    assert not dialog.take.isEnabled()
    dialog.fields.lines[DATE].setText("2024-12-14")
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(desk.jobs.ended), timeout=30_000)
    found = article(desk, 4)
    assert (found.title, found.published.iso()) == ("A call", "2024-12-14")
    assert text(desk, 4) == "Russia called Turkey.\n\nNobody knows why."
    assert told
    desk.jobs.cancel_all()
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=30_000)


def test_keys_and_menus_open_the_dialogs(opened: Window, qtbot: QtBot) -> None:
    opened.commands["edit"].trigger()
    (dialog,) = opened.findChildren(EditDialog)
    qtbot.waitUntil(dialog.take.isEnabled)
    dialog.reject()
    opened.commands["write"].trigger()
    (written,) = opened.findChildren(WriteDialog)
    assert written.windowTitle() == "New article"
    written.reject()


def test_the_tone_is_set_from_the_keyboard_and_told(opened: Window, qtbot: QtBot) -> None:
    told: list[Notice] = []
    opened.desk.notices.posted.connect(told.append)
    opened.commands["negative"].trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].words == "The tone of 1 article is negative."
    facets = opened.docks.facets.rows
    qtbot.waitUntil(lambda: any(row.facet == "tone" for row in facets.rows))
    opened.commands["negative"].trigger()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].words == "The tone of 1 article is open again."


def test_a_label_is_renamed_in_the_list_of_facets(
    desk: Desk, told: list[Notice], seen: Seen, qtbot: QtBot
) -> None:
    desk.noting.label(these(1, 2), ["bases"], [])
    desk.noting.label(these(3), ["ports"], [])
    qtbot.waitUntil(lambda: len(told) == 2)
    parent = seen(QWidget())
    dialog = LabelNameDialog(desk, "bases", parent)
    dialog.open()
    assert not dialog.take.isEnabled()
    dialog.line.setText("Ports")
    qtbot.waitUntil(lambda: dialog._told.text().startswith("1 article is called so"))
    dialog.take.click()
    qtbot.waitUntil(lambda: len(told) == 3)
    with desk.library.read() as reading:
        assert annotated.labels(reading) == {"ports": 3}
    desk.noting.undo()
    qtbot.waitUntil(lambda: len(told) == 4)
    with desk.library.read() as reading:
        assert annotated.labels(reading) == {"bases": 2, "ports": 1}


def test_articles_are_erased_once_their_number_is_typed(opened: Window, qtbot: QtBot) -> None:
    told: list[Notice] = []
    opened.desk.notices.posted.connect(told.append)
    opened.desk.selection.change(focus=3)
    opened.commands["erase"].trigger()
    (dialog,) = opened.findChildren(EraseDialog)
    qtbot.waitUntil(dialog.line.isEnabled)
    assert "1 article, its text and its index" in dialog.told.text()
    dialog.line.setText("2")
    assert not dialog.take.isEnabled()
    dialog.line.setText("1")
    dialog.take.click()
    qtbot.waitUntil(lambda: any(one.words == "1 article is erased." for one in told))
    assert opened.desk.selection.value.focus != 3
    qtbot.waitUntil(lambda: opened.docks.articles.figure.text() == "12")
    assert opened.docks.articles.rows.row_of(3) is None


def test_an_erased_article_comes_back_by_the_notice(
    desk: Desk, told: list[Notice], qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text("Ferry stops\n\nThe ferry does not sail to the islands today.\n", "utf-8")
    (entry,) = import_paths(desk.library, [file], jobs=1)
    erasing.erase(desk.library, entry.articles)
    tasks = Tasks(desk)
    tasks.import_paths([file])
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "was erased on" in told[0].words
    assert told[0].action == "Import all the same"
    told[0].act()
    qtbot.waitUntil(lambda: len(told) > 1, timeout=30_000)
    assert article(desk, 5).title == "Ferry stops"
    desk.jobs.cancel_all()
    qtbot.waitUntil(lambda: not desk.jobs.running, timeout=30_000)


def test_the_reader_tells_the_tone_and_who_corrected_the_text(opened: Window, qtbot: QtBot) -> None:
    opened.desk.selection.change(focus=3)
    paper = opened.docks.reader.paper
    qtbot.waitUntil(lambda: paper.opened is not None and paper.opened.article.id == 3)
    words = paper.toPlainText()
    assert "tone:" not in words
    opened.commands["mixed"].trigger()
    opened.desk.handwork.edit(these(3), {"outlet": "The Quay"}, "")
    opened.desk.handwork.rewrite(3, "Russia met Turkey again.")
    qtbot.waitUntil(lambda: "tone: mixed" in paper.toPlainText())
    qtbot.waitUntil(lambda: "The Quay" in paper.toPlainText())
    qtbot.waitUntil(lambda: "text corrected by" in paper.toPlainText())
    assert "Russia met Turkey again." in paper.toPlainText()
