from __future__ import annotations

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import HARBOUR
from workstation.desktop.commands import library_folder
from workstation.desktop.dialogs.decide import DecideDialog
from workstation.desktop.dialogs.meaning import MeaningDialog
from workstation.desktop.drops import Drop
from workstation.desktop.panes.articles.model import ArticleRows
from workstation.desktop.tasks import Wanted
from workstation.desktop.window import Window
from workstation.domain.decision import Order
from workstation.domain.ledger import Entry
from workstation.domain.selection import Brush, Selection
from workstation.library import corpus, ledger, originals
from workstation.library.library import Library
from workstation.settings import Settings

LEFT = Qt.MouseButton.LeftButton


def drop(window: Window, mime: QMimeData) -> QDropEvent:
    event = QDropEvent(
        QPoint(300, 300).toPointF(),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setDropAction(Qt.DropAction.MoveAction)
    window.dropEvent(event)
    return event


def picked_names(window: Window) -> list[str]:
    rows = window.docks.actors.rows
    return [a.name for a in rows.known(window.desk.selection.value.picked)]


def pick(window: Window, *names: str) -> None:
    rows = window.docks.actors.rows
    ids = {rows.actor(n).name: rows.actor(n).id for n in range(rows.rowCount())}
    window.desk.selection.change(picked=tuple(ids[name] for name in names))


def test_the_first_screen_asks_nothing_and_offers_everything(window: Window) -> None:
    assert window.welcome.isVisible()
    assert not window.toolbar.isVisible()
    words = {b.text() for b in window.welcome.findChildren(QAbstractButton)}
    assert {"Open the sample library", "New library…", "Open…"} <= words
    assert not window.commands["report"].isEnabled()
    assert window.commands["open"].isEnabled()


def test_a_library_opens_with_all_panes_filled(opened: Window, qtbot: QtBot) -> None:
    docks = opened.docks
    assert opened.windowTitle().startswith("x — ")
    assert docks.articles.rows.rowCount() == 13
    assert docks.actors.rows.count == 5
    assert len(docks.timeline.chart.frequency.periods) == 12
    qtbot.waitUntil(lambda: opened.footer.counting.buttons["articles"].text() == "13 articles")
    assert Settings.load().recent == (opened.desk.library.where,)


def test_an_import_that_was_killed_is_finished_when_its_library_is_opened(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "left.txt"
    path.write_text(HARBOUR)
    with Library.create(tmp_path / "killed.mwlib", zone="UTC") as library:
        sha256 = originals.store(library, path)
        with library.write() as writing:
            ledger.offer(writing, str(path), sha256)
    window.start(str(tmp_path / "killed.mwlib"), [])
    qtbot.waitUntil(
        lambda: [job.name for job in window.desk.jobs.ended][-1:] == ["Finishing the last import"],
        timeout=60_000,
    )
    qtbot.waitUntil(lambda: window.docks.articles.rows.rowCount() == 1)
    qtbot.waitUntil(lambda: not window.desk.jobs.running, timeout=60_000)


def test_the_window_s_thread_may_not_touch_the_library(opened: Window) -> None:
    with pytest.raises(RuntimeError, match="thread"), opened.desk.library.read():
        pass
    with pytest.raises(RuntimeError, match="thread"), opened.desk.library.write():
        pass


def test_typing_in_the_search_narrows_every_pane_and_marks_the_words(
    opened: Window, qtbot: QtBot
) -> None:
    qtbot.keyClicks(opened.toolbar.search, "turkey roof")
    qtbot.waitUntil(lambda: opened.docks.articles.figure.text() == "1 of 13")
    qtbot.waitUntil(lambda: opened.docks.actors.rows.count == 5)
    qtbot.waitUntil(lambda: opened.footer.counting.buttons["articles"].text() == "1 of 13 articles")
    opened.docks.articles.step(1)
    qtbot.waitUntil(lambda: len(opened.docks.reader.paper.page.found) == 2)
    opened.commands["clear"].trigger()
    assert opened.toolbar.search.text() == ""
    qtbot.waitUntil(lambda: opened.docks.articles.figure.text() == "13")


def test_a_click_on_a_mention_picks_its_actor_and_explains_it(opened: Window, qtbot: QtBot) -> None:
    paper = opened.docks.reader.paper
    placed = next(p for p in paper.page.placed if p.mention.actor == "Russia")
    qtbot.mouseClick(paper.viewport(), LEFT, pos=paper.box(placed).center())
    assert picked_names(opened) == ["Russia"]
    card = opened.docks.reader._card
    assert card.isVisible()
    assert card._name.text() == "Russia"
    qtbot.waitUntil(lambda: "mentions in 13 articles" in card._numbers.text())
    assert "register" in card._why.text()
    assert not card.geometry().intersects(opened.docks.reader._on_paper(placed))
    qtbot.waitUntil(lambda: len(opened.docks.timeline.chart.frequency.series) == 1)
    paper.verticalScrollBar().valueChanged.emit(1)
    assert not card.isVisible()


def test_chips_name_each_narrowing_and_take_it_away(opened: Window, qtbot: QtBot) -> None:
    pick(opened, "Turkey")
    opened.commands["narrow"].trigger()
    opened.desk.selection.narrow("outlet", "Halyard Wire")
    chips = opened.toolbar._shown
    qtbot.waitUntil(lambda: "Turkey" in chips[0].text())
    assert "Halyard Wire" in chips[1].text()
    qtbot.mouseClick(chips[0], LEFT)
    assert opened.desk.selection.value.facets == (("outlet", ("Halyard Wire",)),)
    assert [chip.isVisible() for chip in chips] == [True, False]


def test_back_and_forward_walk_through_what_was_selected(opened: Window, qtbot: QtBot) -> None:
    assert not opened.commands["back"].isEnabled()
    opened.desk.selection.narrow("outlet", "Halyard Wire")
    qtbot.waitUntil(lambda: opened.docks.articles.figure.text() == "9 of 13")
    opened.commands["back"].trigger()
    qtbot.waitUntil(lambda: opened.docks.articles.figure.text() == "13")
    opened.commands["forward"].trigger()
    qtbot.waitUntil(lambda: opened.docks.articles.figure.text() == "9 of 13")


def test_two_actors_are_merged_and_the_merge_is_undone(opened: Window, qtbot: QtBot) -> None:
    pick(opened, "Russia", "Turkey")
    opened.commands["merge"].trigger()
    dialog = opened.findChild(DecideDialog)
    qtbot.waitUntil(dialog._take.isEnabled)
    dialog._take.click()
    qtbot.waitUntil(lambda: opened.docks.actors.rows.count == 4)
    opened.commands["undo"].trigger()
    qtbot.waitUntil(lambda: opened.docks.actors.rows.count == 5)
    opened.commands["redo"].trigger()
    qtbot.waitUntil(lambda: opened.docks.actors.rows.count == 4)


def test_a_dropped_text_becomes_a_tagged_article(opened: Window, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText(
        "Envoys return to Beirut\n\nFour envoys came back from Beirut on Monday and"
        " told reporters that the talks with France would go on until the spring."
    )
    event = drop(opened, mime)
    # A program that is told of a move takes its words away.
    assert event.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: opened.docks.articles.rows.rowCount() == 14, timeout=60_000)
    qtbot.waitUntil(lambda: not opened.desk.jobs.running, timeout=120_000)
    qtbot.waitUntil(lambda: bool(opened.docks.actors.rows.count > 5), timeout=10_000)
    rows = opened.docks.actors.rows
    assert "France" in {rows.actor(n).name for n in range(rows.rowCount())}


def test_words_dragged_within_the_window_make_no_article(opened: Window, qtbot: QtBot) -> None:
    class Own(QDropEvent):
        def source(self) -> QObject:
            return opened

    mime = QMimeData()
    mime.setText("some words of an article")
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = Own(QPoint(300, 300).toPointF(), Qt.DropAction.CopyAction, mime, *none)
    opened.dropEvent(event)
    assert not event.isAccepted()
    assert not opened.desk.jobs.running


def test_a_dropped_link_is_asked_for_by_the_name_of_its_host(opened: Window, qtbot: QtBot) -> None:
    posted = []
    opened.desk.notices.posted.connect(posted.append)
    mime = QMimeData()
    mime.setUrls([QUrl("http://127.0.0.1:8000/news/1")])
    drop(opened, mime)
    assert "Asking" in posted[0].words
    assert "127.0.0.1" in posted[0].words
    qtbot.waitUntil(lambda: len(posted) > 1, timeout=20_000)
    assert "no machine of the open internet" in posted[1].words


def test_a_new_name_is_found_in_the_articles_that_hold_it(opened: Window, qtbot: QtBot) -> None:
    pick(opened, "Russia")
    (russia,) = opened.desk.selection.value.picked
    opened.desk.deciding.take(Order("alias", russia, ("roof",)))
    named: list[str] = []

    def ask() -> bool:
        opened.desk.ask(
            "test",
            lambda reading: [m.text for m in corpus.mentions(reading, Selection())],
            lambda found: named.__setitem__(slice(None), found),
        )
        return "roof" in named

    qtbot.waitUntil(ask, timeout=60_000)
    qtbot.waitUntil(lambda: not opened.desk.jobs.running, timeout=60_000)


def test_a_merged_actor_is_picked_once(opened: Window, qtbot: QtBot) -> None:
    pick(opened, "Russia", "Turkey")
    rows = opened.docks.actors.rows
    turkey, russia = (a.id for a in rows.known(opened.desk.selection.value.picked))
    opened.desk.deciding.take(Order("merge", turkey, (russia,)))
    qtbot.waitUntil(lambda: opened.desk.selection.value.picked == (russia,))
    qtbot.waitUntil(lambda: len(opened.docks.timeline.chart.frequency.series) == 1)


def test_the_window_s_keys_work_while_somebody_types(opened: Window, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for name in ("report", "commands"):
        opened.commands[name].triggered.disconnect()
        opened.commands.carry_out(name, lambda name=name: pressed.append(name))
    opened.activateWindow()
    for field in (opened.toolbar.search, opened.docks.actors.filter):
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        qtbot.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["report", "commands"] * 2


def test_a_library_is_remembered_as_it_is_found_from_anywhere(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.create(tmp_path / "near.mwlib").close()
    monkeypatch.chdir(tmp_path)
    window.start("near.mwlib", [])
    qtbot.waitUntil(lambda: window.desk.library is not None)
    assert Settings.load().recent[0] == str(tmp_path / "near.mwlib")


def test_dropped_files_on_the_first_screen_make_a_library(
    window: Window, qtbot: QtBot, tmp_path: Path, own_home: Path
) -> None:
    file = tmp_path / "ships.txt"
    file.write_text("Ships leave\n\n" + HARBOUR, encoding="utf-8")
    bad = tmp_path / "noise.pdf"
    bad.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 4)
    posted = []
    window.desk.notices.posted.connect(posted.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(bad))])
    drop(window, mime)
    qtbot.waitUntil(
        lambda: bool(window.docks and window.docks.articles.rows.rowCount()), timeout=60_000
    )
    qtbot.waitUntil(lambda: not window.desk.jobs.running, timeout=120_000)
    assert window.desk.library.name == "My library"
    assert "1 article imported." in posted[0].words
    assert "could not be read in full" in posted[0].words
    posted[0].act()
    qtbot.waitUntil(lambda: window.docks.activity.rows.rowCount() == 2)


def test_a_report_is_written_beside_the_window(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    posted = []
    opened.desk.notices.posted.connect(posted.append)
    target = tmp_path / "report.pdf"
    opened.tasks.report(Wanted(target, "The harbour", "list", Selection()))
    qtbot.waitUntil(lambda: bool(posted), timeout=60_000)
    assert posted[0].action == "Open"
    assert target.read_bytes().startswith(b"%PDF")


def test_a_report_into_nowhere_is_told_in_words(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    posted = []
    opened.desk.notices.posted.connect(posted.append)
    target = tmp_path / "missing" / "report.pdf"
    opened.tasks.report(Wanted(target, "The harbour", "list", Selection()))
    qtbot.waitUntil(lambda: bool(posted), timeout=60_000)
    assert posted[0].problem


def test_keys_walk_through_articles_mentions_and_panes(opened: Window, qtbot: QtBot) -> None:
    focus = opened.desk.selection.value.focus
    opened.commands["next-article"].trigger()
    assert opened.desk.selection.value.focus != focus
    qtbot.waitUntil(
        lambda: opened.docks.reader.paper.opened.article.id == opened.desk.selection.value.focus
    )
    opened.commands["next-mention"].trigger()
    assert opened.docks.reader.paper.page.current is not None
    opened.commands["find"].trigger()
    assert opened.docks.reader.finding.isVisible()
    visited = []
    for _ in range(5):
        opened.commands["next-pane"].trigger()
        visited.append(next(p.accessibleName() for p in opened.docks if p.isAncestorOf(
            opened.focusWidget())))  # fmt: skip
    assert len(set(visited)) == 5


def test_every_key_means_one_command(window: Window) -> None:
    keys = [k.toString() for a in window.commands for k in a.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+I", "Ctrl+E", "Ctrl+K", "F8", "F6", "J", "K", "M", "Alt+Left"} <= set(keys)


def test_every_command_does_something(opened: Window) -> None:
    idle = [a.objectName() for a in opened.commands if a.receivers("2triggered(bool)") == 0]
    assert idle == []


def test_every_widget_that_takes_the_focus_has_a_name(opened: Window) -> None:
    nameless = [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in opened.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.isVisibleTo(opened)
        and not w.accessibleName()
        and not (isinstance(w, QAbstractButton) and w.text())
    ]
    assert nameless == []


def test_every_label_takes_its_text_as_text(opened: Window) -> None:
    labels = [w for w in opened.findChildren(QLabel) if w.textFormat() != Qt.TextFormat.PlainText]
    assert [label.text() for label in labels if label.text()] == []


def test_hostile_titles_and_names_are_shown_literally(
    window: Window, library: Library, newsroom, qtbot: QtBot
) -> None:
    evil = "<img src=file:///etc/passwd>"
    newsroom.publish(title=evil, outlet=evil)
    where = library.where
    library.close()
    window.start(where, [])
    qtbot.waitUntil(
        lambda: window.docks is not None and window.docks.reader.paper.opened is not None
    )
    assert evil in window.docks.reader.paper.toPlainText()
    rows: ArticleRows = window.docks.articles.rows
    assert rows.index(0, 0).data() == evil
    window.grab()


def test_a_library_that_is_not_there_is_told_on_the_first_screen(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window.start(str(tmp_path / "nowhere.mwlib"), [])
    qtbot.waitUntil(lambda: bool(window.welcome._trouble.text()))
    assert window.welcome.isVisible()
    assert "nowhere" in window.welcome._trouble.text()


def test_a_library_that_cannot_be_opened_leaves_the_open_one_where_it_is(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    here, posted = opened.desk.library, []
    opened.desk.notices.posted.connect(posted.append)
    opened.open_library(str(tmp_path / "nowhere.mwlib"))
    qtbot.waitUntil(lambda: bool(posted), timeout=20_000)
    assert "nowhere" in posted[0].words
    assert opened.desk.library is here
    assert not opened.welcome.isVisible()
    assert opened.docks.reader.isVisible()
    assert opened.commands["report"].isEnabled()
    opened.open_library(here.where)
    assert opened.docks.reader.isVisible()


def test_a_sample_library_that_cannot_be_opened_fills_no_other_with_samples(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    where = library.where
    library.close()
    (library_folder() / "Sample.mwlib").write_text("This is no library.")
    window.commands["sample"].trigger()
    qtbot.waitUntil(lambda: bool(window.welcome._trouble.text()), timeout=20_000)
    window.open_library(where)
    qtbot.waitUntil(lambda: window.desk.library is not None, timeout=20_000)
    assert not [job.name for job in window.desk.jobs.running if "sample" in job.name]


def test_an_import_stops_with_its_library_and_leaves_the_next_one_alone(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "left.txt"
    path.write_text(HARBOUR)
    with Library.create(tmp_path / "next.mwlib", zone="UTC") as following:
        sha256 = originals.store(following, path)
        with following.write() as writing:
            ledger.offer(writing, str(path), sha256)
    first, ended, posted = opened.desk.library, [], []
    locks = []

    def work(_tell: object, cancelled: threading.Event) -> list[Entry]:
        cancelled.wait()
        # Nobody else may write as long as this job does.
        locks.append(first._lock._lock.is_locked)
        return []

    opened.tasks.start_import("Importing", work, lambda: ended.append(opened.desk.library))
    opened.desk.notices.posted.connect(posted.append)
    opened.open_library(following.where)
    qtbot.waitUntil(
        lambda: "Finishing the last import" in [job.name for job in opened.desk.jobs.ended],
        timeout=60_000,
    )
    assert locks == [True]
    assert ended == [opened.desk.library]
    qtbot.waitUntil(lambda: not first._lock._lock.is_locked)
    qtbot.waitUntil(lambda: opened.docks.articles.rows.rowCount() == 1)
    assert posted[0].words == "1 article imported."
    qtbot.waitUntil(lambda: not opened.desk.jobs.running, timeout=60_000)


def test_a_library_open_elsewhere_is_offered_for_reading(
    window: Window, library: Library, newsroom, qtbot: QtBot
) -> None:
    newsroom.fill(3)
    posted = []
    window.desk.notices.posted.connect(posted.append)
    window.start(library.where, [])
    qtbot.waitUntil(lambda: bool(posted), timeout=20_000)
    assert posted[0].action == "Read only"
    posted[0].act()
    qtbot.waitUntil(lambda: window.desk.library is not None, timeout=20_000)
    assert window.footer._saved.text() == "Read only"
    assert not window.commands["import"].isEnabled()
    window.tasks.take(Drop((Path("x.txt"),)))
    assert "can only be read" in posted[-1].words


def test_closing_the_library_leads_back_to_the_first_screen(opened: Window, qtbot: QtBot) -> None:
    where = opened.desk.library.where
    opened.commands["close"].trigger()
    assert opened.welcome.isVisible()
    assert not opened.docks.articles.isVisible()
    words = [b.text() for b in opened.welcome.findChildren(QAbstractButton)]
    assert "x" in words
    opened.welcome.chosen.emit(where)
    qtbot.waitUntil(lambda: opened.desk.library is not None, timeout=20_000)
    qtbot.waitUntil(opened.docks.articles.isVisible)


def test_the_look_turns_everywhere_and_is_remembered(opened: Window) -> None:
    light = opened.grab().toImage()
    opened.choose_look("dark")
    assert opened.grab().toImage() != light
    assert Settings.load().theme == "dark"
    page = opened.theme.colour("page")
    assert opened.docks.reader.paper.palette().base().color() == page


def test_the_panes_can_be_moved_and_put_back(opened: Window) -> None:
    docks = opened.docks
    opened.commands["unlock"].trigger()
    docks.docks[0].hide()
    opened.commands["reset"].trigger()
    assert docks.docks[0].isVisible()
    opened.commands["lock"].trigger()
    docks.docks[1].hide()
    docks.save()
    docks.show()
    assert docks.docks[1].isHidden()


def test_the_menus_hold_every_command(window: Window) -> None:
    listed = {
        action.objectName() for menu in window.findChildren(QMenu)
        for action in menu.actions()
    }  # fmt: skip
    missing = {a.objectName() for a in window.commands} - listed
    assert missing == {"narrow", "merge"} - listed


def test_no_menu_is_higher_than_a_small_screen(window: Window) -> None:
    high = {menu.title(): menu.sizeHint().height() for menu in window.findChildren(QMenu)}
    assert {title: height for title, height in high.items() if height > 700} == {}


def test_closing_the_window_stops_what_runs(opened: Window, qtbot: QtBot) -> None:
    stopped = threading.Event()

    def work(_tell, cancelled):
        cancelled.wait(10)
        stopped.set()

    opened.desk.jobs.start("Long", work)
    opened.close()
    assert stopped.is_set()
    assert opened.desk.library is None


def test_words_selected_in_the_text_can_mean_somebody_and_that_is_undone(
    opened: Window, qtbot: QtBot
) -> None:
    paper = opened.docks.reader.paper
    cursor = QTextCursor(paper.document())
    cursor.setPosition(paper.page.placed[0].start)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)
    menu = opened.docks.reader.menu_at(QPoint(5, 5))
    next(a for a in menu.actions() if "means an actor" in a.text()).trigger()
    dialog = opened.findChild(MeaningDialog)
    qtbot.waitUntil(lambda: dialog.field.line.text() == cursor.selectedText())
    assert dialog.everywhere.isChecked()
    dialog.here.setChecked(True)
    dialog.field.line.setText("Somebody new")
    dialog.take.click()
    qtbot.waitUntil(lambda: opened.docks.actors.rows.count == 6)
    opened.commands["undo"].trigger()
    qtbot.waitUntil(lambda: opened.docks.actors.rows.count == 5)


def test_the_first_screen_stands_before_the_store_and_the_chart_are_loaded() -> None:
    asked = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from workstation.desktop.theme import Theme\n"
        "from workstation.desktop.window import Window\n"
        "from workstation.settings import Settings\n"
        "app = QApplication([]); theme = Theme('light'); theme.apply()\n"
        "window = Window(theme, Settings()); window.show(); app.processEvents()\n"
        "heavy = ('sqlalchemy', 'numpy', 'pyqtgraph', 'spacy', 'onnxruntime', 'lxml', 'msgspec')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_spacy_is_never_loaded_into_the_window(opened: Window) -> None:
    assert opened.docks is not None
    asked = (
        "import sys, workstation.desktop.docks, workstation.desktop.tasks\n"
        "from workstation.tagging import tagger\n"
        "from workstation.importing import importer\n"
        "from workstation.reporting import pdf, report\n"
        "heavy = ('spacy', 'onnxruntime', 'trafilatura', 'typst')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_no_reference_of_none_is_lost_by_qt(qtbot: QtBot) -> None:
    label, table = QLabel(), QTableView()
    qtbot.addWidget(label)
    qtbot.addWidget(table)
    label.setText("a")
    before = sys.getrefcount(None)
    for _ in range(2_000):
        label.setText("a")
        table.clearSelection()
    assert sys.getrefcount(None) > before - 100


def test_a_pane_behind_a_tab_asks_when_it_is_brought_to_the_front(
    opened: Window, qtbot: QtBot
) -> None:
    hidden, tied = opened.docks.concordance, opened.docks.network
    opened.desk.selection.change(picked=(opened.docks.actors.rows.ids[0],))
    opened.docks.raise_concordance()
    qtbot.waitUntil(lambda: hidden.table.rows.rowCount() > 0)
    before = hidden.table.rows.rowCount()
    opened.commands["network"].trigger()
    qtbot.waitUntil(lambda: bool(tied.canvas.drawn.network.nodes))
    opened.desk.selection.change(brush=Brush(date(1999, 1, 1), date(1999, 1, 2)))
    qtbot.waitUntil(lambda: not tied.canvas.drawn.network.nodes)
    assert hidden.table.rows.rowCount() == before
    opened.docks.raise_concordance()
    qtbot.waitUntil(lambda: hidden.table.rows.rowCount() == 0)
