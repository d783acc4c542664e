from __future__ import annotations

import pytest

from workstation.importing.turned import Glyph, lines_from_right

WIDTH = 600.0
ARABIC = "غادر القارب"
WIDE = {" ": 4.0}


def drawn(*lines: str, at: float = 500.0, rising: bool = False) -> list[Glyph]:
    """Signs of lines as they are seen from the left; each begins, or ends, at the same place."""
    glyphs = []
    for n, line in enumerate(lines):
        width = sum(WIDE.get(sign, 6.0) for sign in line)
        x = at if rising else at - width
        for sign in line:
            wide = WIDE.get(sign, 6.0)
            glyphs.append(Glyph(sign, x, 700.0 - 14 * n, x, x + wide, 10.0))
            x += wide
    return glyphs


def said(*lines: str, rising: bool = False) -> list[str]:
    pieces = lines_from_right(
        drawn(*lines, at=80.0 if rising else 500.0, rising=rising), WIDTH, 1.2
    )
    return [piece.words for piece in pieces]


def seen(words: str) -> str:
    """Letters that run from the right, as they stand on the page from the left."""
    return words[::-1]


def test_lines_are_read_from_the_right_and_stand_as_if_from_the_left() -> None:
    first, second = lines_from_right(drawn(seen(ARABIC), seen("غادر")), WIDTH, 1.2)
    assert (first.words, second.words) == (ARABIC, "غادر")
    assert first.left == second.left == WIDTH - 500
    assert first.right > second.right


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (f".{seen('القارب')} 2024 {seen('في')}", "في 2024 القارب."),
        (f"{seen('القارب')} 10:30 {seen('في')}", "في 10:30 القارب"),
        (f"{seen('القارب')} 14-12-2024 {seen('في')}", "في 2024-12-14 القارب"),
        (f"{seen('ספינה')} 50% {seen('של')}", "של 50% ספינה"),
        (f"{seen('ספינה')} 2024-12-14 {seen('של')}", "של 2024-12-14 ספינה"),
        (f"{seen('القارب')} BBC News 24 {seen('في')}", "في BBC News 24 القارب"),
        ("By: Mira Voss", "By: Mira Voss"),
        ("14.12.2024", "14.12.2024"),
    ],
)
def test_numbers_and_foreign_words_keep_their_order(page: str, words: str) -> None:
    assert said(page, seen(ARABIC), seen("غادر"))[0] == words


@pytest.mark.parametrize("brackets", ["()", ")("])
def test_brackets_open_before_they_close_however_they_were_drawn(brackets: str) -> None:
    left, right = brackets[0], brackets[1]
    page = f"{seen('القارب')} {left}{seen('رويترز')}{right} {seen('غادر')}"
    assert said(page, seen(ARABIC)) == ["غادر (رويترز) القارب", ARABIC]


def test_signs_of_several_letters_are_spelt_and_their_parts_are_read_once() -> None:
    lam_alef = Glyph("ال", 80.0, 700.0, 80.0, 86.0, 10.0)
    letter = Glyph("\u064bح", 74.0, 700.0, 74.0, 80.0, 10.0)
    its_mark = Glyph("ح\u064b", 76.0, 701.0, 75.0, 79.0, 10.0)
    apart = Glyph("ب", 68.0, 700.0, 68.0, 74.0, 10.0), Glyph("\u0651", 70.0, 701.0, 70.0, 72.0, 9.0)
    joiner = Glyph("س\u200c", 62.0, 700.0, 62.0, 68.0, 10.0)
    (line,) = lines_from_right([*apart, letter, joiner, its_mark, lam_alef], WIDTH, 1.2)
    assert line.words == "لاح\u064bب\u0651\u200cس"


def test_a_space_behind_the_last_letter_stands_in_its_place() -> None:
    glyphs = drawn(seen(ARABIC))
    last = min(glyphs, key=lambda one: one.x)
    space = Glyph(" ", last.x + 0.001, last.base, last.left, last.left + 4, 10.0)
    assert [piece.words for piece in lines_from_right([*glyphs, space], WIDTH, 1.2)] == [ARABIC]


def test_words_without_spaces_between_them_are_told_by_their_distance() -> None:
    glyphs = [one for one in drawn(seen(ARABIC)) if one.words != " "]
    assert [piece.words for piece in lines_from_right(glyphs, WIDTH, 1.2)] == [ARABIC]


def test_columns_are_pieces_apart() -> None:
    glyphs = drawn(seen("غادر")) + drawn(seen("القارب"), at=300.0)
    assert [piece.words for piece in lines_from_right(glyphs, WIDTH, 1.2)] == ["غادر", "القارب"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (f"{seen('القارب')}.", "القارب."),
        (f"47: {seen('القارب')}", "47: القارب"),
        (f"47 .{seen('القارب')}", "القارب. 47"),
        (f"{seen('غادر القارب')} 50", "50 غادر القارب"),
        (f"(47) {seen('غادر القارب')}", "غادر القارب (47)"),
        (f"BBC {seen('غادر القارب')}.", "BBC غادر القارب."),
    ],
)
def test_lines_that_begin_at_the_left_are_read_from_there(page: str, words: str) -> None:
    others = ("قالت المرأة ذلك", "نعم")
    assert said(page, *map(seen, others), rising=True) == [words, *others]
