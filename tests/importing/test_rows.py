from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from workstation.domain.dating import doubt
from workstation.importing.columns import Cell, Mapping
from workstation.importing.days import read_day
from workstation.importing.facts import BY_HOST
from workstation.importing.rows import draft_of_row


def mapping(*fields: str) -> Mapping:
    return Mapping({field: place for place, field in enumerate(fields)})


@pytest.mark.parametrize(
    ("cell", "day_first", "day"),
    [
        ("2024-12-14", None, date(2024, 12, 14)),
        ("2024/12/14", None, date(2024, 12, 14)),
        ("20241214", None, date(2024, 12, 14)),
        ("20241214162011", None, date(2024, 12, 14)),
        ("14.12.2024", None, date(2024, 12, 14)),
        ("07/08/2024", True, date(2024, 8, 7)),
        ("07/08/2024 16:20", False, date(2024, 7, 8)),
        ("07/08/2024", None, None),
        ("2024-12-14 16:20", None, date(2024, 12, 14)),
        ("14 декабря 2024", None, date(2024, 12, 14)),
        (date(2024, 12, 14), None, date(2024, 12, 14)),
        (datetime(2024, 12, 14, 23, 50), None, date(2024, 12, 14)),  # noqa: DTZ001 - as in workbooks
        ("last week", None, None),
        ("99999999", None, None),
        (date(1, 1, 1), None, None),
    ],
)
def test_days_are_read_as_tables_write_them(
    cell: Cell, day_first: bool | None, day: date | None
) -> None:
    found = read_day(cell, day_first=day_first)
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("cell", "doubtful"),
    [("07/08/2024", True), ("13/08/2024", False), ("2024-08-07", False), ("7 August 2024", False)],
)
def test_a_day_whose_order_other_rows_told_is_doubtful(cell: str, doubtful: bool) -> None:
    assert bool(doubt(read_day(cell, day_first=True))) == doubtful


@pytest.mark.parametrize("cell", ["1734185000", "1734185000000", "2024-12-14T14:03:20Z"])
def test_instants_are_read(cell: str) -> None:
    found = read_day(cell)
    assert found is not None
    assert found.instant == datetime(2024, 12, 14, 14, 3, tzinfo=UTC)


def test_a_row_with_a_title_only_is_an_article_with_a_note() -> None:
    row = ["Ferry stays", "https://x.example/ferry"]
    draft = draft_of_row(row, mapping("title", "url"))
    assert (draft.title, draft.text) == ("Ferry stays", "Ferry stays")
    assert draft.notes == ("Only the title and the address stand in the table.", BY_HOST)
    assert draft.outlet == "x.example"


def test_a_summary_stands_in_for_a_text_with_a_note() -> None:
    draft = draft_of_row(["Ferry", "", "It stayed."], mapping("title", "text", "summary"))
    assert (draft.text, draft.notes) == ("It stayed.", ("Only a summary stands in the table.",))


def test_markup_leaves_its_words() -> None:
    row = ["Ferry &amp; keys", "<p>It stayed.</p><script>x()</script><p>Nobody was angry.</p>"]
    draft = draft_of_row(row, mapping("title", "text"))
    assert (draft.title, draft.text) == ("Ferry & keys", "It stayed.\n\nNobody was angry.")


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("https://x.example";"Ferry")', "+1 for the ferry", "@x"]
)
def test_what_looks_like_a_formula_is_text(words: str) -> None:
    assert draft_of_row([words], mapping("title")).title == words
    assert draft_of_row([f"'{words}"], mapping("title")).title == words


@pytest.mark.parametrize(
    ("number", "url", "kept"),
    [
        ("12", "", ""),
        ("AN-20241214-7", "", "table:AN-20241214-7"),
        ("AN-20241214-7", "https://x.example/f", ""),
    ],
)
def test_numbers_of_rows_are_no_identifiers(number: str, url: str, kept: str) -> None:
    draft = draft_of_row(["Ferry", number, url], mapping("title", "id", "url"))
    assert draft.provider_id == kept


def test_a_day_that_can_be_read_two_ways_is_told() -> None:
    draft = draft_of_row(["Ferry stays.", "07/08/2024"], mapping("text", "published"))
    assert draft.published is None
    assert any("cannot be told apart" in note for note in draft.notes)
