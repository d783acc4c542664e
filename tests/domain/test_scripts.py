from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.scripts import mixed


@pytest.mark.parametrize(
    ("name", "scripts"),
    [
        ("\u0410ssad", ("Cyrillic", "Latin")),
        ("Bashar al-Ass\u0430d", ("Latin", "Cyrillic")),
        ("NAT\u039f", ("Latin", "Greek")),
        ("M\u0585scow", ("Latin", "Armenian")),
    ],
)
def test_a_letter_of_another_script_inside_a_word_is_seen(
    name: str, scripts: tuple[str, ...]
) -> None:
    assert mixed(name) == scripts


@pytest.mark.parametrize(
    "name",
    [
        "Öncüpınar",
        "Газпром Energy",
        "東京タワー",
        "الأسد",
        "F-16",
        "Ђоковић",
        "Αθήνα 2004",
        "😀 Assad",
        "❤\ufe0f",
        "می\u200cگوید",
        "",
    ],
)
def test_names_that_keep_to_one_script_a_word_are_left_alone(name: str) -> None:
    assert mixed(name) == ()


@given(st.text())
def test_any_text_has_an_answer(name: str) -> None:
    assert len(mixed(name)) != 1
