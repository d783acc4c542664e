from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workstation.desktop.panes.reader import marks
from workstation.desktop.panes.reader.find import FindBar
from workstation.desktop.panes.reader.model import Opened
from workstation.desktop.panes.reader.paper import Paper
from workstation.desktop.panes.reader.setting import About
from workstation.desktop.panes.reader.strip import Strip
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.theme import Theme
from workstation.domain.article import Article, Body, Passage
from workstation.domain.mention import Mention

TEXT = (
    "🛰 Ships left Hmeimim while Russia slept; Russia woke late.\n\n"
    "قال مسؤول في حميميم إن روسيا ستبقى.\n\n"
    "More from us: Russia again"
)
NAMES = {"Hmeimim": "place", "Russia": "state", "حميميم": "place", "روسيا": "state"}
ABOUT = About("Halyard Wire · 1 Dec 2024 · ", "halyard.example", "https://halyard.example/1")


def mentions(text: str) -> tuple[Mention, ...]:
    found, last = [], text.rfind("More from us")
    for name, kind in NAMES.items():
        start = text.find(name)
        while start >= 0:
            end, counted = start + len(name), start < last
            found.append(
                Mention(
                    len(found), 1, "text", start, end, name, "GPE", name, name, kind, "rule",
                    counted, "why",
                )
            )  # fmt: skip
            start = text.find(name, end)
    return tuple(sorted(found, key=lambda m: m.start))


def article(text: str = TEXT, title: str = "Ships leave") -> Opened:
    about = Article(
        1, title, False, "Halyard Wire", "", "en", None, None, "", 1, 1, 1, 20, 5, "a.txt", "",
        "",
    )  # fmt: skip
    last = text.rfind("More from us")
    passages = (Passage(last, len(text)),) if last >= 0 else ()
    return Opened(about, Body(title, text, passages), mentions(text))


@pytest.fixture
def paper(theme: Theme, seen: Callable[[QWidget], QWidget]) -> Paper:
    shown = Paper(SelectionModel(), theme)
    seen(shown)
    shown.open(article(), ABOUT)
    return shown


def test_a_title_full_of_markup_is_shown_literally(paper: Paper) -> None:
    title = '<img src="file:///etc/passwd"><b>bold</b>'
    paper.open(article("<script>x</script>\n\n<a href='file:///x'>y</a>", title), ABOUT)
    shown = paper.toPlainText()
    assert title in shown
    assert "<script>x</script>" in shown
    assert "<a href='file:///x'>y</a>" in shown


def test_no_file_and_no_address_is_ever_read(paper: Paper) -> None:
    for address in ("file:///etc/passwd", "http://example.org/x.png", "/etc/passwd", "x.css"):
        for kind in QTextDocument.ResourceType:
            assert paper.loadResource(kind.value, QUrl(address)) is None
    assert not paper.openLinks()


def test_a_mark_stands_where_its_words_are_painted(paper: Paper) -> None:
    cursor = paper.textCursor()
    for placed in paper.page.placed:
        cursor.setPosition(placed.start)
        cursor.setPosition(placed.end, cursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == placed.mention.text
        box = next(marks.boxes(paper.document(), placed.start, placed.end))
        assert box.width() > 10
        inside = box.center().toPoint() - QPoint(0, paper.verticalScrollBar().value())
        assert paper.mention_at(inside.toPointF()) is placed


def test_a_mark_may_go_over_the_end_of_a_line(paper: Paper) -> None:
    paper.resize(230, 500)
    long = "Ships of the Russian Federation Navy " * 3
    opened = article(long)
    whole = Mention(1, 1, "text", 0, len(long), long, "ORG", "r", "r", "military", "rule", True, "")
    paper.open(Opened(opened.article, opened.body, (whole,)), ABOUT)
    boxes = list(marks.boxes(paper.document(), *next((p.start, p.end) for p in paper.page.placed)))
    assert len(boxes) > 2
    assert len({box.top() for box in boxes}) == len(boxes)


def test_right_to_left_paragraphs_run_from_the_right(paper: Paper) -> None:
    block = paper.document().begin()
    directions = []
    while block.isValid():
        directions.append(block.blockFormat().layoutDirection())
        block = block.next()
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    assert directions == [left, left, left, right, left]


def test_boilerplate_is_dimmed_and_its_mentions_are_not_visited(paper: Paper, theme: Theme) -> None:
    cursor = paper.textCursor()
    cursor.setPosition(paper.placement.position("text", len(TEXT) - 3))
    assert cursor.charFormat().foreground().color() == theme.colour("dimmed")
    assert [p.mention.counted for p in paper.visited()] == [True] * 5


def test_stepping_visits_every_counted_mention_and_goes_round(paper: Paper) -> None:
    names = [paper.step(1).mention.text for _ in range(6)]
    assert names == ["Hmeimim", "Russia", "Russia", "حميميم", "روسيا", "Hmeimim"]
    assert paper.step(-1).mention.text == "روسيا"


def test_stepping_visits_the_picked_actor_alone(paper: Paper) -> None:
    paper._selection.change(picked=("Russia",))
    starts = [paper.step(1).start for _ in range(3)]
    assert starts[0] == starts[2] < starts[1]


def test_a_click_says_which_mention_was_hit(paper: Paper, qtbot: QtBot) -> None:
    hits = []
    paper.hit.connect(lambda *hit: hits.append(hit))
    left = Qt.MouseButton.LeftButton
    placed = paper.page.placed[1]
    qtbot.mouseClick(paper.viewport(), left, pos=paper.box(placed).center())
    qtbot.mouseClick(paper.viewport(), left, pos=QPoint(2, paper.height() - 4))
    assert hits == [(placed, False), (None, False)]


def test_selected_words_are_told_in_code_points(paper: Paper) -> None:
    cursor = paper.textCursor()
    placed = paper.page.placed[0]
    cursor.setPosition(placed.start)
    cursor.setPosition(placed.end, cursor.MoveMode.KeepAnchor)
    paper.setTextCursor(cursor)
    field, start, end = paper.chosen()
    assert (field, TEXT[start:end]) == ("text", "Hmeimim")


def test_letters_grow_and_shrink_within_reason(paper: Paper) -> None:
    def height() -> float:
        return paper.document().size().height()

    normal = height()
    paper.zoom(1)
    assert height() > normal
    for _ in range(60):
        paper.zoom(-1)
    smallest = height()
    paper.zoom(-1)
    assert height() == smallest < normal
    paper.zoom(0)
    assert height() == normal


def test_lines_keep_a_measure_on_a_wide_screen(paper: Paper) -> None:
    paper.resize(1_600, 500)
    assert paper.document().rootFrame().frameFormat().leftMargin() > 300
    paper.resize(400, 500)
    assert paper.document().rootFrame().frameFormat().leftMargin() < 40


def test_an_unbroken_word_of_a_book_s_length_is_shown(paper: Paper) -> None:
    paper.open(article("x" * 200_000), ABOUT)
    assert paper.document().blockCount() == 102
    paper.grab()


def test_everything_marked_can_be_painted_in_both_looks(
    paper: Paper, theme: Theme, qtbot: QtBot
) -> None:
    text = " ".join(NAMES) + " Russia"
    paper.open(article(text), ABOUT)
    paper._selection.change(picked=("Russia", "Hmeimim"))
    paper.page.found = paper.placement.hits("russia", "en")
    paper.page.hunted = paper.placement.hits("hmeimim", "en")
    paper.page.hunted_at = 0
    paper.step(1)
    light = paper.grab().toImage()
    theme.choose("dark")
    paper.set_again()
    assert light != paper.grab().toImage()


def test_finding_counts_the_hits_and_steps_through_them(
    paper: Paper, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    bar = FindBar(paper, theme)
    seen(bar)
    bar.enter()
    qtbot.keyClicks(bar._line, "RUSSIA")
    assert bar._count.text() == "1 of 3"
    qtbot.keyClick(bar._line, Qt.Key.Key_Return)
    assert bar._count.text() == "2 of 3"
    qtbot.keyClick(bar._line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar._count.text() == "1 of 3"
    qtbot.keyClicks(bar._line, " nowhere")
    assert bar._count.text() == "Nothing found"
    qtbot.keyClick(bar._line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert paper.page.hunted == []


def test_the_strip_goes_where_it_is_clicked(
    paper: Paper, theme: Theme, seen: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    strip = Strip(paper, paper._selection, theme)
    seen(strip)
    places = []
    strip.asked.connect(places.append)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(4, strip.height() // 2))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(4, 0))
    assert places[0] == pytest.approx(0.5, abs=0.02)
    assert places[1] == 0
    strip.grab()
