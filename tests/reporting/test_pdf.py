from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import msgspec
import pypdfium2
import pytest

from workstation import limits
from workstation.domain.frequency import Series
from workstation.domain.selection import Selection
from workstation.errors import ProcessesFailed, Unreadable, Unwritable
from workstation.processes.confinement import ChildLimits
from workstation.reporting import pdf
from workstation.reporting.noted import Remark
from workstation.reporting.report import KeyFigures, Report, Specification, build
from workstation.reporting.setting import Setting
from workstation.reporting.sheet import sheet

Make = Callable[..., Report]


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(path)
    try:
        yield document
    finally:
        document.close()


def words_of(path: Path) -> str:
    with opened(path) as document:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    return "\n".join(pages)


def bookmarks_of(path: Path) -> list[tuple[int, str]]:
    with opened(path) as document:
        return [(mark.level, mark.get_title()) for mark in document.get_toc()]


@pytest.fixture(scope="module")
def printed(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    main = sys.modules["__main__"]
    target = tmp_path_factory.mktemp("printed") / "report.pdf"
    with pytest.MonkeyPatch.context() as patch:
        # A spawned child runs the main module of its parent first, here that of the test runner.
        patch.setattr(main, "__spec__", None)
        patch.delattr(main, "__file__", raising=False)
        assert pdf.write_pdf(report, target)
    return target


def written(report: Report, folder: Path, name: str = "report.pdf") -> Path:
    target = folder / name
    assert pdf.write_pdf(report, target)
    return target


def test_a_report_is_tagged_for_those_who_listen_to_it(printed: Path) -> None:
    raw = printed.read_bytes()
    assert b"/MarkInfo" in raw
    assert b"/StructTreeRoot" in raw
    for language in (b"en", b"ru", b"ar", b"he"):
        assert re.search(rb"/Lang\s*\(" + language + rb"\b", raw)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in raw
    assert b"<pdfaid:part>2</pdfaid:part>" in raw


def test_sections_and_articles_have_bookmarks(printed: Path, report: Report) -> None:
    marks = bookmarks_of(printed)
    assert [title for level, title in marks if level == 0] == [
        "Overview", "Actors", "Outlets", "Articles", "Texts", "Method",
    ]  # fmt: skip
    titles = ["".join(run.text for run in piece.title) for piece in report.articles]
    assert [title for level, title in marks if level == 1] == [*titles, "Originals"]


def test_words_of_every_script_can_be_found_in_the_file(printed: Path) -> None:
    text = words_of(printed)
    for word in ("Hayat Tahrir al-Sham", "Хмеймим", "Office of Lost", "20,412"):
        assert word in text
    # The order of letters on a line that runs to the left is the reader's affair.
    for word in ("دمشق", "רוסיה"):
        assert word in text or word[::-1] in text


ARABIC_SCRIPT = (
    "الإسلام إلى الإدارة طريق على فلان الله والله لله في أن لا بلاد الأولى مسؤول أحمد إسرائيل حزب"
    " آل الآن هؤلاء شيء هيئة تحرير الشام إيران الولايات المتحدة ایران پیروز چین گفتگو کشور ژاپن یک"
    " تهران پاکستان میں ٹھیک ڈاکٹر بڑا لڑکی پښتو څوک ځای ړنګ ښه"
)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_arabic_persian_and_urdu_words_can_be_searched_and_copied(
    make_report: Make, tmp_path: Path
) -> None:
    # A font that draws a letter and its dots apart leaves the file's text full of doubled letters.
    target = written(make_report(ARABIC_SCRIPT, language="ar"), tmp_path)
    done = subprocess.run(
        ["pdftotext", str(target), "-"], capture_output=True, text=True, check=True
    )
    read = set(re.findall(r"\w+", done.stdout))
    assert [word for word in ARABIC_SCRIPT.split() if word not in read] == []


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts is not installed")
def test_every_font_is_embedded(printed: Path) -> None:
    done = subprocess.run(["pdffonts", str(printed)], capture_output=True, text=True, check=True)
    fonts = done.stdout.splitlines()[2:]
    assert len(fonts) >= 5
    assert all(re.search(r"\byes\s+yes\s+yes\b", font) for font in fonts)


def test_links_lead_to_the_articles_source_and_to_the_article(printed: Path) -> None:
    raw = printed.read_bytes()
    assert b"https://news.example/1/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F?a=1&b=2" in raw
    assert raw.count(b"/Subtype/Link") + raw.count(b"/Subtype /Link") >= 10


def test_only_addresses_of_the_web_become_links(make_report: Make, tmp_path: Path) -> None:
    report = make_report("One.", "Two.", "Three.")
    urls = ("javascript:alert(1)", "file:///etc/passwd", "http://[broken")
    pieces = tuple(
        replace(piece, url=url) for piece, url in zip(report.articles, urls, strict=True)
    )
    raw = written(replace(report, articles=pieces), tmp_path).read_bytes()
    assert b"/URI" not in raw
    assert b"passwd" not in raw


def test_the_same_report_gives_the_same_bytes(
    report: Report, printed: Path, tmp_path: Path
) -> None:
    assert written(report, tmp_path).read_bytes() == printed.read_bytes()


def test_the_file_carries_the_day_of_issue_and_no_other(printed: Path) -> None:
    dates = re.findall(rb"/(?:CreationDate|ModDate)\s*\(D:(\d{8})", printed.read_bytes())
    assert set(dates) == {b"20241219"}


HOSTILE = (
    '#read("SECRET") #import "@preview/x:1.0.0" $x$ *bold* _it_ `raw` <label> @ref \\u{41} // no'
    ' = Heading #eval("1") ] } ) " #panic() https://a.example -- ~ ... [link]'
)


def test_what_an_article_says_is_never_markup(make_report: Make, tmp_path: Path) -> None:
    report = make_report(HOSTILE)
    report = replace(report, cover=replace(report.cover, title=HOSTILE, summary=(HOSTILE,)))
    target = written(report, tmp_path)
    plain = re.sub(r"\s+", "", words_of(target))
    assert plain.count(re.sub(r"\s+", "", HOSTILE)) >= 3


def test_letters_without_a_font_are_confessed(make_report: Make, tmp_path: Path) -> None:
    report = make_report("Beijing is written 北京, Bangkok กรุงเทพ.")
    method = msgspec.json.decode(sheet(report))["method"]
    assert method[-1]["heading"] == "Letters"
    assert "CJK, Thai" in method[-1]["text"]
    text = words_of(written(report, tmp_path))
    assert "Beijing is written □□, Bangkok □" in text
    assert msgspec.json.decode(sheet(make_report("Plain.")))["method"][-1]["heading"] != "Letters"


@pytest.mark.parametrize(
    "text",
    [
        "\u202eesrever\u202c \ufeff\u0000\u0007 \u2067x",
        "a\u0323\u0301\u0328 ̈ ̈x \u200d\u200d é\u0489 ا\u0301 ב\u0323",
        "word" * 5_000,
        " ",
        "👨‍👩‍👧‍👦 🇸🇾 ❤️",
    ],
    ids=["steering", "accents", "one long word", "nothing", "emoji"],
)
def test_odd_text_is_printed_all_the_same(make_report: Make, tmp_path: Path, text: str) -> None:
    assert written(make_report(text), tmp_path).stat().st_size


ODD = "Rus\x00\x1b[31m\x07sia \ud800\udcff \ufffe\uffff \u202eaissuR\u2066 \r\n\t\u2028 end"


def test_odd_words_of_the_user_are_printed_all_the_same(filled: Any, tmp_path: Path) -> None:
    asked = Specification(
        Selection().with_facet("outlet", (ODD.replace("\ud800\udcff", ""),)),
        date(2024, 12, 19),
        title=ODD,
        library=ODD,
        summary=ODD,
    )
    with filled.read() as reading:
        report = build(reading, asked)
    named = replace(report.frequency, series=(Series("x", ODD, (), ()),))
    assert report.cover.title == "Rus[31msia aissuR end"
    assert "[31msia" in words_of(written(replace(report, frequency=named), tmp_path))


@pytest.mark.parametrize("name", ["report.txt", "report", ".pdf", "report.pdf.part"])
def test_a_report_is_written_to_a_name_that_says_pdf(
    report: Report, tmp_path: Path, name: str
) -> None:
    with pytest.raises(Unreadable, match=re.escape(name)) as error:
        pdf.write_pdf(report, tmp_path / name)
    assert ".pdf" in error.value.what_you_can_do
    assert not list(tmp_path.iterdir())


def test_a_report_without_anything_is_printed(filled: Any, tmp_path: Path) -> None:
    with filled.read() as reading:
        report = build(reading, Specification(Selection(words="nowhere"), date(2024, 12, 19)))
    text = words_of(written(report, tmp_path))
    assert "No actor is named in these articles." in text
    assert "There are no articles." in text


@pytest.mark.parametrize("shown", ["list", "none"])
def test_the_texts_can_be_left_out(report: Report, tmp_path: Path, shown: str) -> None:
    pieces = tuple(replace(piece, paragraphs=()) for piece in report.articles)
    actors = tuple(replace(row, article=None) for row in report.actors)
    bare = replace(report, shown=shown, articles=pieces if shown == "list" else (), actors=actors)
    target = written(bare, tmp_path)
    sections = [title for level, title in bookmarks_of(target) if level == 0]
    assert "Texts" not in sections
    assert ("Articles" in sections) is (shown == "list")


def test_a_hundred_articles_repeat_the_head_of_their_table(
    make_report: Make, tmp_path: Path
) -> None:
    report = make_report(*("Moscow waits. " * 40 for _ in range(100)))
    report = replace(report, figures=KeyFigures(100, 100, 1, 1, 4000, 0))
    target = written(report, tmp_path)
    assert words_of(target).count("Published") >= 3
    assert len([title for level, title in bookmarks_of(target) if level == 1]) == 101


def test_a_report_that_needs_too_much_memory_is_refused_and_the_old_file_stays(
    make_report: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(pdf, "_CHILD", ChildLimits(memory_bytes=300 << 20))
    with pytest.raises(ProcessesFailed, match="too large"):
        pdf.write_pdf(make_report(*("Moscow waits. " * 400 for _ in range(100))), target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_hundred_articles_take_no_more_than_a_gigabyte(
    make_report: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_CHILD", ChildLimits(memory_bytes=1 << 30))
    assert written(make_report(*("Moscow waits. " * 200 for _ in range(100))), tmp_path).stat()


def test_a_cancelled_report_leaves_the_old_file(report: Report, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    stop = Event()
    stop.set()
    assert not pdf.write_pdf(report, target, cancelled=stop)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_target_in_no_folder_is_refused_before_anything_is_set(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "Crew", None)
    with pytest.raises(Unwritable, match="no such folder"):
        pdf.write_pdf(report, tmp_path / "no" / "report.pdf")


def test_a_template_that_fails_is_told_with_its_reason() -> None:
    with pytest.raises(ProcessesFailed, match="could not be set: TypstError"):
        list(pdf._set(Setting("picture.typ", {"svg": "<no svg>"}, "png"), None))


def test_the_child_can_read_nothing_but_templates(tmp_path: Path) -> None:
    setting = Setting("../theme/palette.json", {}, "png")
    with pytest.raises(ProcessesFailed):
        list(pdf._set(setting, None))


def test_every_limit_of_a_report_leaves_room_for_the_largest() -> None:
    assert limits.REPORT_PRINTED_CHARACTERS * 1_000 <= limits.REPORT_CHILD_MEMORY_BYTES


def test_notes_stand_below_their_article_and_labels_under_its_title(
    report: Report, tmp_path: Path
) -> None:
    notes = (
        Remark(1, ("Who counted these?", "Nobody says."), "ltr", "", "ann", "19 December 2024"),
        Remark(2, ("من قال هذا؟",), "rtl", "words that are gone", "ann", "20 December 2024"),
    )
    first = report.articles[0]
    runs = (replace(first.title[0], notes=(1,)), *first.title[1:])
    piece = replace(first, title=runs, marks=("starred", "labels: Phone"), notes=notes)
    told = replace(report, articles=(piece, *report.articles[1:])).sealed()
    words = words_of(written(told, tmp_path))
    for expected in ("starred", "labels: Phone", "Who counted these?", "ann, 19 December 2024"):
        assert expected in words
    assert "On words that this version lacks: “words that are gone”" in words
    assert "Notes" not in words_of(written(report, tmp_path, "plain.pdf"))
