from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workstation.desktop.dialogs.columns import ColumnsDialog
from workstation.desktop.drops import Drop
from workstation.desktop.window import Window
from workstation.domain.article import Article
from workstation.domain.ledger import Entry
from workstation.domain.selection import Selection
from workstation.importing import profiles
from workstation.library import corpus, ledger

# In a language without a model, whose tagging comes up quickly.
LONG = "Die Fähre fuhr am Montag nicht, weil der Kapitän seine Schlüssel verloren hatte. " * 3
TABLE = f"Kopf;Rumpf;Tag\nFähre;{LONG}1;07/08/2024\nZug;{LONG}2;09/08/2024\n"
WAIT = 60_000


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.csv"
    path.write_text(TABLE)
    return path


def asked(window: Window, qtbot: QtBot, question: object) -> object:
    found: list[object] = []
    window.desk.ask(asked, question, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def titles(window: Window, qtbot: QtBot) -> dict[str, Article]:
    def ask(reading):
        return {one.title: one for one in corpus.articles(reading, Selection())}

    return asked(window, qtbot, ask)


def rows(window: Window, qtbot: QtBot) -> list[Entry]:
    return asked(window, qtbot, ledger.entries)


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.desk.jobs.running, timeout=WAIT)


def dialogs(window: Window) -> list[ColumnsDialog]:
    return [one for one in window.findChildren(ColumnsDialog) if one.isVisible()]


def the_dialog(window: Window, qtbot: QtBot) -> ColumnsDialog:
    """The dialog, once it shows the table."""
    qtbot.waitUntil(lambda: bool(dialogs(window)), timeout=WAIT)
    (dialog,) = dialogs(window)
    qtbot.waitUntil(lambda: dialog.preview.rowCount() > 0, timeout=WAIT)
    qtbot.waitUntil(lambda: dialog.profile.count() > 0)
    return dialog


def choose(dialog: ColumnsDialog, qtbot: QtBot, field: str, column: str) -> None:
    choice = dialog.fields.choices[field]
    choice.setCurrentIndex(choice.findData(column))
    dialog.take.setEnabled(False)
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(dialog.take.isEnabled)


def test_a_doubtful_table_is_asked_about_and_its_mapping_saved_for_the_next(
    opened: Window, table: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "note.txt"
    other.write_text(f"Bus\n\n{LONG}")
    opened.tasks.take(Drop((table, other)))
    dialog = the_dialog(opened, qtbot)
    assert "“Rumpf” was taken for the texts" in dialog.doubts.text()
    assert dialog.preview.item(0, 2).text() == "undated"
    assert dialog.fields.choices["title"].itemText(1) == "Kopf – Fähre"
    choose(dialog, qtbot, "title", "Kopf")
    choose(dialog, qtbot, "dates", "day-first")
    assert [dialog.preview.item(0, n).text() for n in (0, 2)] == ["Fähre", "7 Aug 2024"]
    assert dialog.doubts.text() == "The first rows, as articles:"
    dialog.name.setText("a=b")
    dialog._accept()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "cannot be called" in dialog.trouble.text()
    dialog.name.setText("Ferries")
    dialog._accept()
    qtbot.waitUntil(lambda: not dialogs(opened))
    idle(opened, qtbot)
    found = titles(opened, qtbot)
    assert {"Fähre", "Zug", "Bus"} <= set(found)
    assert found["Fähre"].published.iso() == "2024-08-07"

    (saved,) = profiles.saved()
    assert (saved.name, saved.labels) == ("Ferries", ("Kopf", "Rumpf", "Tag"))
    again = tmp_path / "later.csv"
    again.write_text(TABLE.replace("Zug", "Boot").replace("1;", "3;").replace("2;", "4;"))
    opened.tasks.take(Drop((again,)))
    idle(opened, qtbot)
    assert not dialogs(opened)
    assert "Boot" in titles(opened, qtbot)


def test_tables_of_the_same_labels_are_asked_about_once_and_nothing_is_read_before(
    opened: Window, table: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    second, third = tmp_path / "second.csv", tmp_path / "third.csv"
    second.write_text(TABLE)
    third.write_text("a;b\n1;2\n")
    opened.tasks.take(Drop((table, second, third)))
    dialog = the_dialog(opened, qtbot)
    assert dialog.take.text() == "Import 2 tables"
    assert rows(opened, qtbot) == []
    dialog.reject()
    qtbot.waitUntil(lambda: bool(dialogs(opened)) and dialogs(opened) != [dialog])
    (last,) = dialogs(opened)
    qtbot.waitUntil(lambda: "Choose the column" in last.doubts.text(), timeout=WAIT)
    assert not last.take.isEnabled()
    last.reject()
    qtbot.waitUntil(lambda: not dialogs(opened))
    assert rows(opened, qtbot) == []


def test_a_clear_table_and_what_is_none_are_imported_without_a_question(
    opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    clear, broken = tmp_path / "clear.csv", tmp_path / "broken.xlsx"
    clear.write_text(f"Headline;Text;Date\nFerry;{LONG};2024-08-07\n")
    broken.write_bytes(b"PK\x03\x04 and no more")
    opened.tasks.take(Drop((clear, broken)))
    idle(opened, qtbot)
    assert not dialogs(opened)
    assert {row.verdict for row in rows(opened, qtbot)} == {"imported", "refused"}


def test_an_imported_table_is_read_again_with_other_columns(
    opened: Window, table: Path, qtbot: QtBot
) -> None:
    opened.tasks.import_paths((table,))
    idle(opened, qtbot)
    table.unlink()
    (before,) = rows(opened, qtbot)
    assert any(note.startswith("Columns guessed: ") for note in before.notes)
    opened.show_activity()
    activity = opened.docks.activity
    qtbot.waitUntil(lambda: bool(activity.rows.at(0) and activity.rows.at(0).articles))
    activity._choose([activity.rows.at(0).id])
    about = activity.about
    assert about.commands["columns"].isEnabled()
    about.commands["columns"].trigger()
    dialog = the_dialog(opened, qtbot)
    profiles.save(profiles.Profile("Mine", (("title", "Kopf"), ("text", "Rumpf"))))
    dialog._list_profiles(profiles.saved())
    dialog.profile.setCurrentIndex(dialog.profile.findData("Mine"))
    dialog._use_profile()
    qtbot.waitUntil(lambda: dialog.preview.item(0, 0).text() == "Fähre")
    assert dialog.name.text() == "Mine"
    dialog.remove.click()
    qtbot.waitUntil(lambda: dialog.profile.count() == 1)
    assert profiles.saved() == ()
    dialog._accept()
    qtbot.waitUntil(lambda: not dialogs(opened))
    idle(opened, qtbot)
    assert {"Fähre", "Zug"} <= set(titles(opened, qtbot))
    _old, new = rows(opened, qtbot)
    assert new.articles == before.articles
    assert not any("guessed" in note for note in new.notes)
