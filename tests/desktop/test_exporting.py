from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop import exporting
from workstation.desktop.desk import Desk
from workstation.desktop.exporting import Export, Exporting
from workstation.domain.selection import Selection
from workstation.library import corpus


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def written(desk: Desk, window: QWidget, wanted: Export, target: Path, qtbot: QtBot) -> Path:
    with qtbot.waitSignal(desk.notices.posted, timeout=20_000) as posted:
        Exporting(window, desk).export(wanted, target)
    (notice,) = posted.args
    assert notice.words == f"\u2068{target.name}\u2069 is written."
    return target


def test_articles_and_mentions_of_a_selection_leave_as_tables(
    desk: Desk, newsroom: Newsroom, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    newsroom.fill(4)
    with desk.library.read() as reading:
        turkey = corpus.find_actor(reading, "Turkey").id
    outlet = Selection().with_facet("outlet", ("Halyard Wire",))
    target = written(desk, window, exporting.articles(outlet, "x"), tmp_path / "a.csv", qtbot)
    assert {row["outlet"] for row in rows(target)} == {"Halyard Wire"}
    picked = Selection(picked=(turkey,))
    target = written(desk, window, exporting.mentions(picked, "x"), tmp_path / "m.csv", qtbot)
    assert [row["actor"] for row in rows(target)] == ["Turkey"] * 2


def test_the_chart_says_what_was_selected(
    desk: Desk, newsroom: Newsroom, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    newsroom.publish(on=date(2024, 12, 1))
    with desk.library.read() as reading:
        russia = corpus.find_actor(reading, "Russia").id
        narrowed = Selection(words="ships").with_facet("actor", (russia,))
        frequency = corpus.frequency(reading, narrowed, (russia,), "day")
    wanted = exporting.chart(frequency, "share", narrowed, "x")
    drawn = written(desk, window, wanted, tmp_path / "c.svg", qtbot).read_text()
    assert "ships" in drawn
    assert drawn.count("Russia") > 1
    picture = written(desk, window, wanted, tmp_path / "c.png", qtbot).read_bytes()
    assert picture.startswith(b"\x89PNG")


def test_a_file_that_cannot_be_written_is_told(
    desk: Desk, newsroom: Newsroom, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    newsroom.publish()
    with qtbot.waitSignal(desk.notices.posted) as posted:
        wanted = exporting.articles(Selection(), "x")
        Exporting(window, desk).export(wanted, tmp_path / "nowhere" / "a.csv")
    (notice,) = posted.args
    assert notice.problem


def test_a_name_without_an_ending_gets_the_one_that_was_chosen(
    desk: Desk,
    newsroom: Newsroom,
    window: QWidget,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newsroom.publish()
    chosen = str(tmp_path / "list"), "JSONL file (*.jsonl)"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    with qtbot.waitSignal(desk.notices.posted):
        Exporting(window, desk).ask(exporting.articles(Selection(), "All/some"))
    assert (tmp_path / "list.jsonl").exists()
