from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.importing.layout import Piece, join_words, reading_order, to_paragraphs


def column(words: list[str], left: float, top: float, pitch: float = 14.0) -> list[Piece]:
    return [
        Piece(line, left, left + 5.0 * len(line), top - n * pitch, 10.0)
        for n, line in enumerate(words)
    ]


LEFT = ["one two three four five six", "seven eight nine ten eleven", "twelve thirteen fourteen"]
RIGHT = ["fifteen sixteen seventeen", "eighteen nineteen twenty", "and so on and so forth."]


def test_two_columns_are_read_left_then_right() -> None:
    mixed = [
        p for pair in zip(column(LEFT, 50, 700), column(RIGHT, 250, 700), strict=True) for p in pair
    ]
    assert [line.words for line in reading_order(mixed)] == LEFT + RIGHT


def test_a_heading_across_both_columns_is_read_first() -> None:
    heading = Piece("A heading that runs across", 50, 380, 730, 18.0)
    lines = reading_order([*column(RIGHT, 250, 700), *column(LEFT, 50, 700), heading])
    assert [line.words for line in lines] == [heading.words, *LEFT, *RIGHT]


def test_pieces_on_one_baseline_are_one_line() -> None:
    pieces = [Piece("kettle", 90, 120, 700.4, 10), Piece("the", 50, 65, 700, 10)]
    assert [line.words for line in reading_order(pieces)] == ["the kettle"]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    lines = reading_order([*column(LEFT, 50, 700), *column(RIGHT, 250, 700)])
    assert [words for words, _size in to_paragraphs(lines)] == [" ".join(LEFT + RIGHT)]


def test_a_wider_gap_an_indent_and_another_size_begin_paragraphs() -> None:
    words = ["aaaa bbbb cccc dddd eeee", "ffff gggg hhhh iiii jjjj"]
    near, far = column(words, 50, 700), column(words, 50, 660)
    assert len(to_paragraphs(reading_order([*near, *far]))) == 2
    indented = [Piece("kkkk llll mmmm nnnn oo", 64, 174, 672, 10.0)]
    assert len(to_paragraphs(reading_order([*near, *indented]))) == 2
    larger = [Piece("kkkk llll mmmm nnnn", 50, 170, 672, 14.0)]
    assert len(to_paragraphs(reading_order([*near, *larger]))) == 2


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the extra-", "ordinary day", "the extraordinary day"),
        ("an anti-", "aircraft gun", "an anti-aircraft gun"),
        ("Bashar al-", "Assad left", "Bashar al-Assad left"),
        ("the dis\u00ad", "trict", "the district"),
        ("in 2024-", "25 it", "in 2024-25 it"),
        ("a pause -", "then", "a pause - then"),
        ("the Kurdish-", "led forces", "the Kurdish-led forces"),
        ("by rebel-", "led towns", "by rebelled towns"),
        ("they travel-", "led on", "they travelled on"),
        ("help was with-", "held from", "help was withheld from"),
        ("no", "hyphen", "no hyphen"),
    ],
)
def test_broken_words_are_made_whole(before: str, after: str, joined: str) -> None:
    assert join_words(before, after) == joined


def test_a_hyphen_that_stands_elsewhere_in_the_text_is_kept() -> None:
    assert join_words("a well-fed pick-", "up truck", {"pick-up"}) == "a well-fed pick-up truck"


PIECES = st.builds(
    lambda words, left, base, size: Piece(words, left, left + 4 * len(words), base, size),
    st.text(st.characters(categories=("L",)), min_size=1, max_size=30),
    st.floats(0, 600),
    st.floats(0, 800),
    st.floats(1, 60),
)


@given(st.lists(PIECES, max_size=40))
def test_no_piece_of_any_page_is_lost_or_doubled(pieces: list[Piece]) -> None:
    words = " ".join(words for words, _size in to_paragraphs(reading_order(pieces)))
    expected = sorted("".join(piece.words for piece in pieces))
    assert sorted(words.replace(" ", "")) == expected
