"""Help, the list of keys, and that both say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from workstation.desktop import guide
from workstation.desktop.actions import Actions
from workstation.desktop.dialogs.help import HelpDialog
from workstation.desktop.dialogs.shortcuts import ShortcutsDialog
from workstation.desktop.guiding import Guiding
from workstation.desktop.pane_keys import pane_keys
from workstation.desktop.theme import Theme
from workstation.desktop.window import Window
from workstation.library.query import FIELDS, IS, Clause, Field, parse
from workstation.resources import resource

PANES = Path(__file__).parents[2] / "workstation" / "desktop" / "panes"
COMMAND = re.compile(r"\*\*([^*]+)\*\*(?:\s\(`([^`]+)`\))?")
CODE = re.compile(r"`([^`]+)`")
KEY = re.compile(
    r"((Ctrl|Alt|Shift)\+)*([A-Z]|F\d+|[+\-\\,?\d]|Tab|Space|Delete|Enter|Esc|Down|Up|Left|Right)"
)
ALIKE = {"Enter": "Return", "Backspace": "Delete"}


def sequence(key: str) -> QKeySequence:
    return QKeySequence(key.replace("Enter", "Return"))


def named(actions: Actions) -> dict[str, str]:
    return {a.text().rstrip("…"): a.shortcut().toString() for a in actions}


# The pages ---------------------------------------------------------------------------------------


def test_every_page_on_disk_is_in_the_guide_and_has_a_title() -> None:
    shipped = {path.stem for path in resource("guide").glob("*.md")}
    assert {page.name for page in guide.pages()} == shipped
    assert all(page.text.startswith(f"# {page.title}\n") for page in guide.pages())


@pytest.mark.parametrize("page", guide.pages(), ids=lambda page: page.name)
def test_each_command_in_bold_exists_and_has_the_key_beside_it(
    page: guide.Page, qapp: QApplication
) -> None:
    actions = named(Actions())
    for words, key in COMMAND.findall(page.text):
        if words == "shares":
            continue
        assert words in actions, words
        if key:
            assert sequence(actions[words]) == sequence(key), words


@pytest.mark.parametrize("page", guide.pages(), ids=lambda page: page.name)
def test_each_key_is_a_command_s_or_a_pane_s(page: guide.Page, qapp: QApplication) -> None:
    actions = Actions()
    of_commands = {key for action in actions for key in action.shortcuts()}
    of_panes = {sequence(k) for some in pane_keys().values() for one in some for k in one.keys}
    everywhere = {sequence(key) for key in ("Tab", "Esc", "Down", "Return")}
    for key in filter(KEY.fullmatch, CODE.findall(page.text)):
        assert sequence(key) in of_commands | of_panes | everywhere, key


@pytest.mark.parametrize("page", guide.pages(), ids=lambda page: page.name)
def test_links_lead_to_other_pages_only(page: guide.Page) -> None:
    names = {other.name for other in guide.pages()}
    links = re.findall(r"\]\(([^)]+)\)", page.text)
    assert all(link.removesuffix(".md") in names for link in links)
    assert "http" not in page.text


def test_the_queries_of_the_guide_are_understood_and_none_is_left_out() -> None:
    page = next(page for page in guide.pages() if page.name == "searching")
    queries = [q for q in CODE.findall(page.text) if not KEY.fullmatch(q)]
    found = [parse(query) for query in queries]
    assert all(query is not None for query in found)
    fields = {q.partition(":")[0] for q in queries if re.match(r"[a-z]+:", q)}
    assert fields == set(FIELDS)
    assert {q for q in queries if q.startswith("is:")} == {f"is:{one}" for one in IS}
    assert all(isinstance(parse(f"{field}:2024"), Field | Clause) for field in ("before", "after"))


# Help --------------------------------------------------------------------------------------------


def test_help_opens_at_the_page_about_the_pane_in_focus(opened: Window, qtbot: QtBot) -> None:
    guiding = opened.findChild(Guiding)
    assert guiding is not None
    docks = opened.docks
    seen = set()
    for pane in docks:
        seen.add(guide.page_for(pane))
    assert seen == {
        "articles", "reader", "actors", "timeline", "concordance", "names", "network", "cleaning",
        "decisions", "importing",
    }  # fmt: skip
    assert guide.page_for(docks.reader.paper) == "reader"
    assert guide.page_for(docks.actors.filter) == "actors"
    assert guide.page_for(opened.toolbar.search) == "searching"
    assert guide.page_for(None) == "start"
    opened.activateWindow()
    docks.actors.table.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is docks.actors.table)
    opened.commands["help"].trigger()
    (dialog,) = opened.findChildren(HelpDialog)
    assert dialog.name == "actors"
    assert "Actors" in dialog.paper.toPlainText()
    dialog.reject()


def test_links_lead_along_the_pages_and_a_search_finds_them(
    window: Window, theme: Theme, qtbot: QtBot
) -> None:
    dialog = HelpDialog(theme, window)
    qtbot.addWidget(dialog)
    dialog.show_page("start")
    dialog.paper.anchorClicked.emit("report.md")
    assert dialog.name == "report"
    dialog.paper.anchorClicked.emit("https://example.org/start.md")
    assert dialog.paper.source().isEmpty()
    QTest.keyClicks(dialog.line, "hatched")
    assert (dialog.list.count(), dialog.name) == (1, "timeline")
    dialog.line.clear()
    assert dialog.list.count() == len(guide.pages())
    assert dialog.name == "timeline"


def test_a_page_reads_no_file_and_no_address(theme: Theme, window: Window, qtbot: QtBot) -> None:
    dialog = HelpDialog(theme, window)
    qtbot.addWidget(dialog)
    assert dialog.paper.loadResource(2, "file:///etc/passwd") is None
    assert isinstance(dialog.paper, QTextBrowser)
    assert not dialog.paper.openExternalLinks()


# Keys --------------------------------------------------------------------------------------------


def test_the_list_holds_every_command_with_its_keys_and_finds_one(
    opened: Window, qtbot: QtBot
) -> None:
    opened.commands["shortcuts"].trigger()
    (dialog,) = opened.findChildren(ShortcutsDialog)
    listed = dialog.text()
    for action in opened.commands:
        words = action.text().replace("&", "").rstrip("…")
        keys = ", ".join(
            k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts()
        )
        assert f"{words}\t{keys}" in listed
    assert "In the pane Cleaning" in listed
    QTest.keyClicks(dialog.line, "ctrl+d")
    assert "Set dates\tCtrl+D" in dialog.text()
    assert "Star" not in dialog.text()
    dialog.line.setText("say that these words")
    assert dialog.text() == "In the pane Reader\nSay that these words name nobody here\tDel"
    QGuiApplication.clipboard().clear()
    dialog.reject()


def test_the_keys_of_panes_are_those_that_their_code_knows() -> None:
    told = {
        name: {ALIKE.get(k.split("+")[-1], k.split("+")[-1]) for one in some for k in one.keys}
        for name, some in pane_keys().items()
    }
    known: dict[str, set[str]] = {}
    for path in PANES.rglob("*.py"):
        keys = re.findall(r"Key_(\w+)", path.read_text("utf-8"))
        name = path.relative_to(PANES).parts[0]
        known.setdefault(name, set()).update(ALIKE.get(key, key) for key in keys)
    known = {name: {"Esc" if k == "Escape" else k for k in keys} for name, keys in known.items()}
    assert {name: keys for name, keys in known.items() if keys} == told


def test_keys_are_pressed_without_the_mouse(opened: Window) -> None:
    assert opened.commands["help"].shortcut() == QKeySequence("F1")
    assert opened.commands["shortcuts"].shortcut() == QKeySequence("Ctrl+?")
    assert all(
        action.shortcutContext() == Qt.ShortcutContext.WindowShortcut for action in opened.commands
    )
