from __future__ import annotations

import pytest

from workstation.resolving.registers import Registers
from workstation.resolving.words import Words


def mentions(text: str) -> list[str]:
    return [text[m.start : m.end] for m in Registers.shipped().find(Words(text))]


@pytest.mark.parametrize(
    "text",
    [
        "shop signs written in Russian, in the villages",
        "She spoke Turkish.",
        "a Russian-speaking officer and Ukrainian speakers",
        "translated from Ukrainian into Polish.",
        "the Persian and the Russian word for bread",
        "They answered in Russian and Ukrainian.",
        "He speaks French and German.",
        "fluent Japanese, broken Italian",
        "a Greek-language daily",
        "She shouted in Vietnamese and I did not answer.",
    ],
)
def test_a_language_is_no_mention(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Russian hands", ["Russian"]),
        ("in Turkish and Russian waters", ["Turkish", "Russian"]),
        ("The Russian officer spoke.", ["Russian"]),
        ("from Ukrainian fields", ["Ukrainian"]),
        ("in Russian-held towns", ["Russian"]),
        ("He is Russian.", ["Russian"]),
    ],
)
def test_an_adjective_before_a_noun_is_a_mention(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected
