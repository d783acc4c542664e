from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.reporting.letters import MISSING, Letters, fonts, scripts


def test_latin_cyrillic_greek_arabic_and_hebrew_are_printed_as_they_are() -> None:
    known = Letters()
    text = "Şanlıurfa, ʿAlī; Хмеймим, Київ; Ἀθῆναι … روسيا چ گ «دمشق»؛ רוסיה — „№ 5“ → €"
    assert text.replace("Ἀθῆναι", "Αθήνα").translate(known) == text.replace("Ἀθῆναι", "Αθήνα")
    assert not known.missing


def test_a_letter_that_no_font_has_becomes_a_square_and_is_remembered() -> None:
    known = Letters()
    assert "北京 ไทย 🙂".translate(known) == f"{MISSING * 2} {MISSING * 3} {MISSING}"
    assert scripts(known.missing) == ["CJK", "Thai", "signs"]


def test_marks_that_turn_words_around_are_left_out() -> None:
    assert "a\u202eb\u2067c\ufeffd\x00e\x1bf".translate(Letters()) == "abcdef"


def test_marks_inside_words_stay() -> None:
    text = "می\u200cخواهم co\u00adoperate"
    assert text.translate(Letters()) == text


def test_every_kind_of_space_is_one() -> None:
    assert "a\tb\nc\u2028d".translate(Letters()) == "a b c d"


@given(st.text())
def test_what_is_printed_prints_the_same_again(text: str) -> None:
    once = text.translate(Letters())
    again = Letters()
    assert once.translate(again) == once
    assert not again.missing


def test_every_font_has_its_licence_beside_it() -> None:
    families = {file.stem.split("-")[0] for file in fonts().glob("*.ttf")}
    assert families
    for family in families:
        licence = (fonts() / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in licence.upper()
    assert sum(file.stat().st_size for file in fonts().iterdir()) < 5_000_000
