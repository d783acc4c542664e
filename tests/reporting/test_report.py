from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workstation import limits
from workstation.curating import decisions
from workstation.domain.decision import Order
from workstation.domain.selection import Brush, Selection
from workstation.domain.signs import IRRELEVANT, READ, STARRED, Sign
from workstation.errors import Unreadable
from workstation.library import corpus, notes, signs
from workstation.library.library import Library
from workstation.reporting.report import Report, Specification, build

ISSUED = date(2024, 12, 19)


def made(store: Library, selection: Selection | None = None, **aspects: object) -> Report:
    specification = Specification(selection or Selection(), ISSUED)
    with store.read() as reading:
        return build(reading, replace(specification, **aspects))  # type: ignore[arg-type]


def note(report: Report, heading: str) -> str:
    return next(note.text for note in report.method if note.heading == heading)


def test_a_report_says_what_the_library_says(filled: Library) -> None:
    report = made(filled)
    with filled.read() as reading:
        actors = corpus.actors(reading, Selection())
    assert (report.figures.articles, report.figures.outlets, report.figures.undated) == (4, 4, 1)
    assert report.figures.mentions == sum(actor.mentions for actor in actors)
    assert report.figures.actors == len(actors) == len(report.actors)
    assert [(row.name, row.mentions) for row in report.actors] == [
        (actor.name, actor.mentions) for actor in actors
    ]
    assert [row.number for row in report.actors] == list(range(1, len(actors) + 1))


def test_a_report_of_stories_counts_them_in_the_chart_and_the_table_of_outlets(
    filled: Library,
) -> None:
    report = made(filled, Selection(unit="stories"))
    assert (report.unit, report.frequency.unit) == ("stories", "stories")
    assert sum(outlet.count for outlet in report.outlets) == report.figures.stories
    assert "the number of stories that name an actor" in note(report, "Shares")


def test_articles_run_from_the_oldest_to_the_undated(filled: Library) -> None:
    report = made(filled)
    assert [piece.day for piece in report.articles] == [
        date(2024, 12, 12),
        date(2024, 12, 13),
        date(2024, 12, 14),
        None,
    ]
    assert [piece.when for piece in report.articles][2:] == ["14 December 2024", "undated"]
    assert [piece.direction for piece in report.articles] == ["rtl", "ltr", "ltr", "rtl"]


def test_an_actor_leads_to_the_first_article_that_names_it(filled: Library) -> None:
    rows = {row.name: row for row in made(filled).actors}
    assert rows["Russia"].article == 1
    assert rows["Zakaria Harir"].article == 3


def test_a_marked_word_carries_its_actors_number(filled: Library) -> None:
    report = made(filled)
    numbers = {row.name: row.number for row in report.actors}
    runs = [run for p in report.articles[2].paragraphs for run in p.runs]
    assert next(run for run in runs if run.text == "Moscow").actor == numbers["Russia"]
    assert any(run.boilerplate and "Read more" in run.text and not run.kind for run in runs)


def test_the_list_leaves_out_the_texts_and_none_the_articles(filled: Library) -> None:
    listed = made(filled, articles="list")
    assert len(listed.articles) == 4
    assert not any(piece.paragraphs for piece in listed.articles)
    bare = made(filled, articles="none")
    assert not bare.articles
    assert bare.figures == listed.figures


def test_the_chart_shows_the_actors_that_were_picked(filled: Library) -> None:
    with filled.read() as reading:
        syria = corpus.find_actor(reading, "Syria").id
    report = made(filled, Selection(picked=(syria,)))
    assert [series.actor for series in report.frequency.series] == ["Syria"]
    assert len(made(filled).frequency.series) == limits.REPORT_CHART_ACTORS


@pytest.mark.parametrize(
    ("last", "by"),
    [
        (date(2024, 12, 18), "day"),
        (date(2025, 1, 20), "week"),
        (date(2025, 6, 1), "week"),
        (date(2027, 1, 1), "month"),
    ],
)
def test_the_longer_the_time_and_the_fewer_the_articles_the_wider_the_periods(
    filled: Library, last: date, by: str
) -> None:
    brush = Brush(date(2024, 12, 1), last)
    assert made(filled, Selection(brush=brush)).frequency.by == by


def test_the_cover_tells_the_period_and_the_filters(filled: Library) -> None:
    assert made(filled).cover.period == "12–14 December 2024"
    with filled.read() as reading:
        russia = corpus.find_actor(reading, "Russia").id
    report = made(
        filled,
        Selection(brush=Brush(date(2024, 12, 1), None)).with_facet("actor", (russia,)),
        summary="One.\n\nTwo.",
        library="Levant desk",
    )
    assert report.cover.period == "since 1 December 2024"
    assert report.cover.filters == ("published since 1 December 2024", "naming Russia")
    assert report.cover.summary == ("One.", "Two.")
    assert made(filled, period="The third week").cover.period == "The third week"
    assert made(filled, title=" ").cover.title == "Media report"


def test_the_method_names_the_pipeline_and_the_decisions(filled: Library) -> None:
    report = made(filled)
    assert "a pipeline of this test (4 articles of the library)" in note(report, "Names")
    assert "no decisions" in note(report, "Decisions")
    assert "Asia/Damascus" in note(report, "Days")
    with filled.read() as reading:
        russians = corpus.find_actor(reading, "Russians").id
        russia = corpus.find_actor(reading, "Russia").id
    decisions.decide(filled, Order("merge", russians, (russia,)))
    decisions.decide(filled, Order("rename", russia, ("Russian Federation",)))
    decisions.undo(filled)
    after = made(filled)
    assert "2 decisions" in note(after, "Decisions")
    assert note(after, "Decisions").endswith("1 of them stands.")
    assert "Russians" not in {row.name for row in after.actors}


def test_each_original_is_named_by_its_hash(filled: Library) -> None:
    report = made(filled)
    assert len({source.sha256 for source in report.sources}) == 4
    assert report.sources[0].articles == (1,)
    assert all(len(source.sha256) == 64 for source in report.sources)


def test_the_fingerprint_is_that_of_the_reports_own_words(filled: Library) -> None:
    report = made(filled)
    assert report.fingerprint == made(filled).fingerprint
    assert report.fingerprint == report.sealed().fingerprint
    assert report.fingerprint != made(filled, title="Another").fingerprint


def test_an_empty_selection_gives_a_report_all_the_same(filled: Library) -> None:
    report = made(filled, Selection(words="nowheretobefound"))
    assert report.figures.articles == 0
    assert not report.articles
    assert report.cover.period == ""


@pytest.mark.parametrize(("shown", "limit"), [("full", "PRINTED"), ("list", "LISTED")])
def test_a_selection_too_large_for_a_report_is_refused_with_words(
    filled: Library, monkeypatch: pytest.MonkeyPatch, shown: str, limit: str
) -> None:
    monkeypatch.setattr(limits, f"REPORT_{limit}_ARTICLES", 3)
    with pytest.raises(Unreadable, match="holds 4 articles") as error:
        made(filled, articles=shown)
    assert "Narrow the selection" in error.value.what_you_can_do


def test_texts_too_long_for_a_report_are_refused_with_words(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "REPORT_PRINTED_CHARACTERS", 500)
    with pytest.raises(Unreadable, match="longer than one report can print"):
        made(filled)
    assert made(filled, articles="list").articles


def test_notes_labels_and_stars_are_told_only_if_that_was_said(filled: Library) -> None:
    with filled.read() as reading:
        body = corpus.body(reading, 1)
    second = body.text.index("ninety vehicles")
    with filled.write() as writing:
        put = (STARRED, IRRELEVANT, READ, Sign("tone", "mixed"), Sign("label", "Phone"))
        signs.change(writing, [1], put=put, who="ann")
        notes.add(writing, 1, "About all of it.\n\nTwice.", who="ann")
        notes.add(writing, 1, "Counted?", who="ann", passage=("text", second, second + 15))
        notes.add(writing, 1, "Who?", who="ann", passage=("title", 0, len(body.title)))
    plain = made(filled)
    assert not any(piece.marks or piece.notes for piece in plain.articles)
    told = made(filled, notes=True)
    assert told.fingerprint != plain.fingerprint
    (piece,) = [piece for piece in told.articles if piece.id == 1]
    assert piece.marks == ("starred", "not relevant", "tone: mixed", "labels: Phone")
    assert [note.words for note in piece.notes] == [
        ("About all of it.", "Twice."),
        ("Who?",),
        ("Counted?",),
    ]
    assert [run.notes for run in piece.title if run.notes] == [(2,)]
    runs = [run for paragraph in piece.paragraphs for run in paragraph.runs]
    (run,) = [run for run in runs if run.notes]
    assert run.notes == (3,)
    assert run.text.endswith("ninety vehicles")
    assert "".join(run.text for run in runs) == body.text.replace("\n\n", "")
    listed = made(filled, notes=True, articles="list")
    (piece,) = [piece for piece in listed.articles if piece.id == 1]
    assert (piece.marks[0], piece.notes) == ("starred", ())
