from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt

from workstation.desktop import words

RLO = "\u202e"


@given(st.text())
def test_what_is_shown_has_the_length_of_the_text_and_cannot_turn_its_neighbours(
    text: str,
) -> None:
    shown = words.shown(text)
    assert len(shown) == len(text)
    assert not {RLO, "\u2066", "\u2029", "\n", "\0"} & set(shown)


def test_an_override_is_shown_as_a_mark() -> None:
    assert words.shown(f"abc{RLO}def") == "abc\ufffddef"


@given(st.text())
def test_a_tool_tip_never_takes_text_for_markup(text: str) -> None:
    tip = words.tip(text)
    inside = tip.removeprefix("<qt>").removesuffix("</qt>")
    assert Qt.mightBeRichText(tip)
    assert "<" not in inside


@pytest.mark.parametrize(
    ("text", "right"),
    [("القواعد", True), ("“القواعد” said", True), ("Колонны", False), ("12 ", False), ("", False)],
)
def test_a_text_runs_as_its_first_letter_does(text: str, right: bool) -> None:
    assert words.runs_right_to_left(text) is right


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2024, 12, 13), date(2024, 12, 18), "13–18 Dec 2024"),
        (date(2024, 11, 27), date(2024, 12, 2), "27 Nov – 2 Dec 2024"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 Dec 2024 – 2 Jan 2025"),
        (date(2024, 12, 13), date(2024, 12, 13), "13 Dec 2024"),
        (None, date(2024, 12, 13), "… 13 Dec 2024"),
        (date(2024, 12, 13), None, "13 Dec 2024 …"),
        (None, None, ""),
    ],
)
def test_days_say_once_what_both_ends_share(
    first: date | None, last: date | None, told: str
) -> None:
    assert words.days(first, last) == told


@pytest.mark.parametrize(
    ("share", "told"), [(0.0, "0 %"), (0.576, "58 %"), (0.0213, "2.1 %"), (1.0, "100 %")]
)
def test_a_share_is_told_in_per_cent(share: float, told: str) -> None:
    assert words.percent(share) == told


def test_a_count_agrees_with_its_noun() -> None:
    assert words.several(1, "1 article", "{n} articles") == "1 article"
    assert words.several(3_411, "1 article", "{n} articles") == "3,411 articles"
