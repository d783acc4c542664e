from __future__ import annotations

from datetime import date

from workstation.importing.furniture import Page, head_facts, without_furniture
from workstation.importing.layout import Piece


def page(*rows: tuple[float, str], height: float = 800.0) -> Page:
    return Page(
        tuple(Piece(words, 50, 50 + 5.0 * len(words), base, 10.0) for base, words in rows), height
    )


def kept(pages: list[Page]) -> list[list[str]]:
    return [[piece.words for piece in pieces] for pieces in without_furniture(pages)[0]]


def test_lines_repeated_at_the_edges_are_left_out() -> None:
    pages = [
        page(
            (780, f"Island Post, page {n}"),
            (400, f"Text {n} of the article."),
            (20, "Printed here"),
        )
        for n in range(1, 5)
    ]
    assert kept(pages) == [[f"Text {n} of the article."] for n in range(1, 5)]


def test_lines_repeated_in_the_middle_stay() -> None:
    pages = [page((400, "“No,” he said."), (380, f"Text {n}.")) for n in range(3)]
    assert kept(pages) == [["“No,” he said.", f"Text {n}."] for n in range(3)]


def test_a_page_number_is_left_out_even_once() -> None:
    for number in ("1", "Page 1 of 1", "- 3 -", "xii", "3 / 10", "Seite 4"):
        assert kept([page((400, "Text."), (20, number))]) == [["Text."]]


def test_a_short_last_line_is_no_page_number() -> None:
    assert kept([page((400, "Text."), (20, "It rained."))]) == [["Text.", "It rained."]]


def test_a_dated_head_gives_day_and_outlet() -> None:
    top = Page((
        Piece("ISLAND POST", 50, 105, 780, 8.0),
        Piece("14 December 2024", 450, 530, 780, 8.0),
        Piece("Text of the article.", 50, 150, 400, 10.0),
    ), 800.0)  # fmt: skip
    pieces, heads = without_furniture([top])
    assert [piece.words for piece in pieces[0]] == ["Text of the article."]
    facts = head_facts(heads, ["Island Post", "Ferries"])
    assert facts.outlet == "Island Post"
    assert facts.published is not None
    assert facts.published.day == date(2024, 12, 14)


def test_the_name_of_a_section_is_no_outlet() -> None:
    facts = head_facts(["World news", "14 December 2024"], [])
    assert facts.outlet == ""
    assert facts.published is not None


def test_an_empty_page_has_no_furniture() -> None:
    assert kept([Page((), 800.0)]) == [[]]


def test_the_first_line_of_a_text_that_names_a_day_is_no_head() -> None:
    first = Piece("The ferry stayed on 14 December 2024", 50, 250, 780, 10.0)
    beside = Piece("while forty people sat on their", 300, 500, 780, 10.0)
    lines = [Piece(f"line {n}", 50, 250, 780 - 14 * n, 10.0) for n in range(1, 9)]
    page = Page((first, beside, *lines), 842.0)
    kept, heads = without_furniture([page])
    assert (kept, heads) == ([[first, beside, *lines]], [])
