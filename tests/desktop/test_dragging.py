"""What leaves the window by a drag or the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.dragging import (
    Dragging,
    Handle,
    Parcel,
    citation,
    cited,
    fitting,
    originals_of,
)
from workstation.desktop.handing import TSV, in_rows
from workstation.desktop.window import Window
from workstation.domain.article import Article
from workstation.library import corpus, originals, schema
from workstation.library.library import Library


@pytest.fixture
def clipboard() -> Iterator[object]:
    """Emptied at the end: what Python put there must not outlive it."""
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def article(library: Library, number: int = 1) -> Article:
    with library.read() as reading:
        return corpus.article(reading, number)


def test_an_article_is_cited_by_author_title_outlet_day_and_address(
    library: Library, newsroom: Newsroom
) -> None:
    newsroom.publish(title="Ships & <b>boats</b>", on=date(2024, 12, 14))
    found = replace(article(library), author="Z. Harir", url='https://x.example/?a=1&b="2"')
    assert citation(found) == (
        'Z. Harir, “Ships & <b>boats</b>”, Halyard Wire, 14 Dec 2024, https://x.example/?a=1&b="2"'
    )
    address = "https://x.example/?a=1&amp;b=&quot;2&quot;"
    parcel = cited([found, replace(found, author="", url="javascript:alert(1)", day=None)])
    assert parcel.words.count("\n") == 1
    assert parcel.marked == (
        "<p>Z. Harir, “Ships &amp; &lt;b&gt;boats&lt;/b&gt;”, <i>Halyard Wire</i>, 14 Dec 2024, "
        f'<a href="{address}">{address}</a></p>'
        "<p>“Ships &amp; &lt;b&gt;boats&lt;/b&gt;”, <i>Halyard Wire</i>, undated, "
        "javascript:alert(1)</p>"
    )
    mime = parcel.mime()
    assert mime.hasText()
    assert mime.hasHtml()
    assert not mime.hasUrls()


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("a/b\\c:d*e?", "a b c d e"),
        ("..\x00../etc", "etc"),
        ("..", ""),
        ("\u202egpj.exe", "gpj.exe"),
        ("الرابع", "الرابع"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_file_is_called_as_every_system_allows(name: str, fits: str) -> None:
    assert fitting(name) == fits


def test_originals_are_copied_under_names_that_say_what_they_are(
    library: Library, newsroom: Newsroom, tmp_path: Path
) -> None:
    first = newsroom.publish("One.", title="Ships: where?", on=date(2024, 12, 14))
    second = newsroom.publish("Two.", title="Other")
    third = newsroom.publish("Three.", title="Third")
    files = {}
    for name, words in (("a.txt", "alone"), ("export.docx", "shared by two")):
        (tmp_path / name).write_text(words)
        files[name] = originals.store(library, tmp_path / name)
    with library.write() as writing:
        for number, name in ((first, "a.txt"), (second, "export.docx"), (third, "export.docx")):
            row = sa.update(schema.articles).where(schema.articles.c.id == number)
            file = f"/in/{name} » part" if name != "a.txt" else name
            writing.connection.execute(row.values(sha256=files[name], file=file))
    folder = tmp_path / "out"
    folder.mkdir()
    with library.read() as reading:
        found = list(corpus.numbered(reading, [first, second, third]).values())
        made = originals_of(reading, library, found, folder)
    assert [path.name for path in made] == [
        "2024-12-14 Halyard Wire - Ships where.txt",
        "export.docx",
    ]
    made[0].write_text("changed")
    assert originals.path(library, files["a.txt"]).read_text() == "alone"


def test_what_is_dragged_is_gathered_first_and_leaves_nothing_behind(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Parcel] = []
    monkeypatch.setattr(Dragging, "_begin", lambda _self, parcel: sent.append(parcel))
    articles = opened.docks.articles
    articles.table.selectRow(0)
    articles.table.startDrag(Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: len(sent) == 1)
    assert sent[0].words.startswith("“Day 11”, ")
    assert articles.rows.flags(articles.rows.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    timeline = opened.docks.timeline
    rows = opened.docks.actors.rows
    opened.desk.selection.change(picked=(rows.actor(0).id,))
    qtbot.waitUntil(lambda: len(timeline.chart.frequency.series) == 1)
    handle = timeline.findChild(Handle)._button
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseMove(handle, QPoint(40, 5))
    qtbot.waitUntil(lambda: len(sent) == 2, timeout=20_000)
    assert [file.suffix for file in sent[1].files] == [".png", ".svg"]
    mime = sent[1].mime()
    assert mime.hasImage()
    assert len(mime.urls()) == 2
    opened.commands["close"].trigger()
    assert not any(file.exists() for file in sent[1].files)


def test_citations_are_copied_with_a_key(opened: Window, qtbot: QtBot, clipboard: object) -> None:
    opened.commands["cite"].trigger()
    qtbot.waitUntil(lambda: "“Day 11”" in QGuiApplication.clipboard().text())
    assert "<p>" in QGuiApplication.clipboard().mimeData().html()


def test_rows_are_copied_and_dragged_as_tab_separated_words(
    opened: Window, qtbot: QtBot, clipboard: object
) -> None:
    table = opened.docks.actors.table
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    first = opened.docks.actors.rows.actor(0)
    assert lines[0][0] == "name"
    assert lines[1][0] == first.name
    assert str(first.mentions) in lines[1]
    mime = table.model().mimeData([table.model().index(0, 0), table.model().index(1, 0)])
    assert bytes(mime.data(TSV).data()).count(b"\n") == 2


def test_what_a_spreadsheet_would_carry_out_is_written_as_words(opened: Window) -> None:
    rows = opened.docks.actors.rows
    evil = replace(rows.actor(0), name="=cmd|' /C calc'!A0\tx")
    rows.take([evil, replace(evil, id="other", name="-7.5"), replace(evil, id="3", name="+a")])
    told = [line.split("\t")[0] for line in rows.words_of(range(3)).split("\n")[1:]]
    assert sorted(told) == ["'+a", "'=cmd|' /C calc'!A0 x", "-7.5"]


def test_so_are_tables_that_are_copied_whole() -> None:
    told = in_rows([["who", "share"], ["＝1+1", -7.5], ["'=a", "-1\n2"], ["", None]])
    assert told.split("\n") == ["who\tshare", "'＝1+1\t-7.5", "''=a\t'-1 2", "\t"]
