from __future__ import annotations

import pytest

from workstation.importing.press import is_edition, names_outlet


@pytest.mark.parametrize(
    "line",
    ["The Harbour Times", "Hafenkurier", "Le Courrier du Lac", "海港晚报", "Дніпровський листок"],
)
def test_a_line_with_a_word_that_papers_are_called_by_names_one(line: str) -> None:
    assert names_outlet(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Mira Voss",
        "Budapest",
        "Hard times for captains",
        "The Times were hard.",
        "Mira Voss, Island Post",
        "Bad News for All Who Wait in Harbour",
        "Post 12",
    ],
)
def test_any_other_line_names_none(line: str) -> None:
    assert not names_outlet(line)


def test_an_edition_is_told_by_its_word() -> None:
    assert is_edition("Tartus edition")
    assert not is_edition("Tartus")
