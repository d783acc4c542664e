from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.clean import clean_line, clean_text, hides_signs

ANY = st.text(st.characters(exclude_categories=()))


@given(ANY)
def test_a_clean_text_is_normal_has_no_controls_and_can_be_stored(raw: str) -> None:
    text = clean_text(raw)
    text.encode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in text.replace("\n", ""))


@given(ANY)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean_text(clean_text(raw)) == clean_text(raw)


@given(ANY)
def test_paragraphs_are_separated_by_exactly_one_blank_line(raw: str) -> None:
    for paragraph in clean_text(raw).split("\n\n"):
        assert "\n" not in paragraph
        assert paragraph == paragraph.strip()


@given(ANY, st.integers(10, 300))
def test_a_clean_line_is_one_line_and_no_longer_than_allowed(raw: str, longest: int) -> None:
    line = clean_line(raw, longest)
    assert "\n" not in line
    assert len(line) <= longest


@given(st.lists(st.text(st.characters(categories=("L",)), min_size=1), min_size=1))
def test_words_survive_cleaning_in_their_order(words: list[str]) -> None:
    expected = unicodedata.normalize("NFC", " ".join(words)).split()
    assert clean_text(" ".join(words)).split() == expected


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Da\u00admas\u200bcus", "Damascus"),
        ("\u202eevil\u202c name", "evil name"),
        ("\ud800torn", "torn"),
        ("a\u0000b", "ab"),
        ("e\u0301te\u0301", "été"),
        ("one\u00a0two", "one two"),
        ("one\u2029two\u2028three", "one\n\ntwo three"),
        ("one\r\n\r\ntwo\r\nthree", "one\n\ntwo three"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ufefftext", "text"),
    ],
)
def test_signs_without_a_shape_go_and_those_that_spell_stay(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_a_long_line_is_cut_between_words() -> None:
    assert clean_line("the harbour office had lost the keys", 20) == "the harbour office…"


@pytest.mark.parametrize(
    ("raw", "hidden"),
    [
        ("Ru\u200bssia", True),
        ("Ки\u2060їв", True),
        ("Sy\ufeffria", True),
        ("Russia\u200b and Syria", False),
        ("hyphen\u00adation", False),
        ("ภาษา\u200bไทย", False),
        ("می\u200cخواهم", False),
    ],
)
def test_signs_that_nobody_sees_inside_words_are_told_apart(raw: str, hidden: bool) -> None:
    assert hides_signs(raw) is hidden
