from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.resolving.spelling import arabic_readings, fits_case, fits_stem, key, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [("Türkiye", "Turkiye"), ("Erdoğan", "ERDOGAN"), ("Şırnak", "Sirnak"), ("Łódź", "lodz"),
     ("أوكرانيا", "اوكرانيا"), ("ایران", "ايران")],
)  # fmt: skip
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@given(st.text(min_size=1))
def test_a_key_is_its_own_key(word: str) -> None:
    assert key(key(word)) == key(word)


@pytest.mark.parametrize(
    ("written", "listed", "fits"),
    [("us", "US", False), ("Us", "US", False), ("Nato", "NATO", True), ("Hts", "HTS", False),
     ("polish", "Polish", False), ("RUSSIA", "Russia", True), ("Army", "army", True),
     ("XI", "Xi", False), ("al", "al", True), ("Al", "al", True)],
)  # fmt: skip
def test_case_decides_whether_a_word_fits(written: str, listed: str, fits: bool) -> None:
    assert fits_case(written, listed, capitals=False) is fits


def test_a_line_in_capitals_says_nothing_about_case() -> None:
    assert fits_case("XI", "Xi", capitals=True)


@pytest.mark.parametrize(
    ("word", "stem", "fits"),
    [("российскими", "российск", True), ("путину", "путин", True), ("россиянка", "росси", False),
     (key("الروسية"), key("الروسي"), True), ("кубань", "куб", False)],
)  # fmt: skip
def test_a_stem_takes_the_endings_of_its_script(word: str, stem: str, fits: bool) -> None:
    assert fits_stem(key(word), key(stem)) is fits


def test_arabic_clitics_are_read_off_the_front() -> None:
    assert (1, key("الروس")) in arabic_readings("والروس")
    assert (2, key("الروس")) in arabic_readings("للروس")
    assert arabic_readings("لبنان")[0] == (0, key("لبنان"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhamad"), ("Pashinyan", "Pashinian"), ("Yevgeny", "Evgeni"),
        ("Zelenskyy", "Zelensky"), ("Khalid", "Halid"), ("Abdel", "Abdul"), ("Qasim", "Kassim"),
    ],
)  # fmt: skip
def test_spellings_of_a_name_from_another_script_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Hassan", "Hussein"), ("Niger", "Nigeria"), ("Sudan", "Sedan")]
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)
