from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from workstation.domain.frequency import Frequency
from workstation.domain.selection import Selection
from workstation.domain.signs import RELEVANT, STARRED, Sign
from workstation.errors import Unreadable, Unwritable
from workstation.library import corpus, notes, signs
from workstation.library.library import Library
from workstation.reporting import chart, exports
from workstation.reporting.report import Report


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_articles_are_written_as_a_table_that_excel_reads(filled: Library, tmp_path: Path) -> None:
    target = tmp_path / "articles.csv"
    with filled.read() as reading:
        assert exports.write_articles(reading, Selection(), target) == 4
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = table(target)
    assert [row["title"] for row in rows][1] == "Колонны идут к побережью"
    assert rows[-1]["published"] == ""
    assert rows[0]["title_derived"] == "false"
    assert list(rows[0])[:7] == [
        "id", "title", "title_derived", "outlet", "author", "language", "published",
    ]  # fmt: skip


def test_articles_are_written_as_lines_of_json_with_their_text(
    filled: Library, tmp_path: Path
) -> None:
    target = tmp_path / "articles.JSONL"
    with filled.read() as reading:
        exports.write_articles(
            reading, Selection().with_facet("language", ("ar",)), target, text=True
        )
    (row,) = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert row["published"] == "2024-12-12"
    assert "روسيا" in row["text"]


def test_long_selections_are_asked_for_in_pages(
    filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "EXPORT_ROWS", 2)
    with filled.read() as reading:
        assert exports.write_articles(reading, Selection(), tmp_path / "a.csv") == 4
    assert len({row["id"] for row in table(tmp_path / "a.csv")}) == 4


def test_mentions_are_written_with_their_places(filled: Library, tmp_path: Path) -> None:
    target = tmp_path / "mentions.csv"
    with filled.read() as reading:
        russia = corpus.find_actor(reading, "Russia")
        written = exports.write_mentions(reading, Selection(), target, actor_ids=(russia.id,))
        body = corpus.body(reading, 1)
    rows = table(target)
    assert len(rows) == written == russia.mentions
    assert {row["actor"] for row in rows} == {"Russia"}
    first = next(row for row in rows if row["article"] == "1")
    assert body.text[int(first["start"]) : int(first["end"])] == first["text"]


def test_a_frequency_is_written_as_a_table(report: Report, tmp_path: Path) -> None:
    target = tmp_path / "frequency.csv"
    exports.write_frequency(report.frequency, target)
    rows = table(target)
    assert len(rows) == len(report.frequency.series) * (len(report.frequency.periods) + 1)
    assert rows[0]["period"] == "2024-11-27"
    assert {row["period"] for row in rows if row["share"] == "0.4"} >= {""}


def test_a_frequency_is_drawn_as_svg_and_as_png_of_twice_the_size(
    report: Report, tmp_path: Path
) -> None:
    exports.write_frequency(report.frequency, tmp_path / "a.svg", caption="all of the library")
    assert "all of the library" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    exports.write_frequency(report.frequency, tmp_path / "a.png", measure="mentions")
    png = (tmp_path / "a.png").read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(png[16:20], "big") == 2 * chart.WIDTH


def test_an_empty_selection_gives_an_empty_table(filled: Library, tmp_path: Path) -> None:
    nothing = Selection(words="nowheretobefound")
    with filled.read() as reading:
        assert exports.write_articles(reading, nothing, tmp_path / "a.csv") == 0
        assert exports.write_articles(reading, nothing, tmp_path / "a.jsonl") == 0
        assert exports.write_mentions(reading, nothing, tmp_path / "m.csv") == 0
        assert exports.write_articles(reading, nothing, tmp_path / "t.csv", text=True) == 0
    assert (tmp_path / "a.jsonl").read_bytes() == b""
    exports.write_frequency(Frequency("day", (), (), (), ()), tmp_path / "f.csv")
    assert [table(tmp_path / f"{name}.csv") for name in "amtf"] == [[], [], [], []]


def heading(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig").splitlines()[0]


def test_an_empty_table_has_the_heading_of_a_full_one(
    filled: Library, report: Report, tmp_path: Path
) -> None:
    exports.write_frequency(Frequency("day", (), (), (), ()), tmp_path / "no f.csv")
    exports.write_frequency(report.frequency, tmp_path / "all f.csv")
    for name, selection in (("no", Selection(words="nowheretobefound")), ("all", Selection())):
        with filled.read() as reading:
            exports.write_articles(reading, selection, tmp_path / f"{name} a.csv")
            exports.write_articles(reading, selection, tmp_path / f"{name} t.csv", text=True)
            exports.write_mentions(reading, selection, tmp_path / f"{name} m.csv")
    for table_name in "atmf":
        empty = heading(tmp_path / f"no {table_name}.csv")
        assert empty == heading(tmp_path / f"all {table_name}.csv")
        assert empty.count(",") > 5


@pytest.mark.parametrize("name", ["articles.doc", "articles", ".csv"])
def test_a_name_that_says_no_form_is_refused_with_the_forms_there_are(
    filled: Library, tmp_path: Path, name: str
) -> None:
    with (
        filled.read() as reading,
        pytest.raises(Unreadable, match="does not say what to write") as error,
    ):
        exports.write_articles(reading, Selection(), tmp_path / name)
    assert ".csv or .jsonl" in error.value.what_you_can_do
    assert not list(tmp_path.glob("articles*"))


def test_a_target_in_no_folder_is_refused(report: Report, tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="no such folder"):
        exports.write_frequency(report.frequency, tmp_path / "no" / "f.csv")


def test_a_guarded_title_reaches_the_table_guarded_and_numbers_stay_numbers(
    filled: Library, tmp_path: Path
) -> None:
    target = tmp_path / "a.csv"
    row = {"title": "=1+1", "n": -5, "of": ["@a", "b"]}
    exports.write_whole(target, exports._csv(iter([row]), tuple(row)))
    assert table(target) == [{"title": "'=1+1", "n": "-5", "of": "'@a; b"}]


def test_tables_tell_what_is_set_on_articles_and_notes_only_if_asked(
    filled: Library, tmp_path: Path
) -> None:
    with filled.write() as writing:
        put = (STARRED, RELEVANT, Sign("tone", "mixed"), Sign("label", "Phone"))
        signs.change(writing, [1], put=put, who="ann")
        notes.add(writing, 1, "Call them.", who="ann")
    with filled.read() as reading:
        exports.write_articles(reading, Selection(), tmp_path / "a.csv")
        exports.write_articles(reading, Selection(), tmp_path / "n.jsonl", notes=True)
    by_number = {row["id"]: row for row in table(tmp_path / "a.csv")}
    first, second = by_number["1"], by_number["2"]
    told = ("starred", "relevant", "tone", "labels")
    assert [first[name] for name in told] == ["true", "true", "mixed", "Phone"]
    assert [second[name] for name in told] == ["false", "", "", ""]
    assert "notes" not in first
    lines = [json.loads(line) for line in (tmp_path / "n.jsonl").read_text("utf-8").splitlines()]
    assert {line["id"]: line["notes"] for line in lines} == {1: ["Call them."], 2: [], 3: [], 4: []}
