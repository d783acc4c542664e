"""Offices held by decision: the office alone names its holder, on its days."""

from __future__ import annotations

import pytest

from workstation.domain.actor import Naming, Tenure
from workstation.resolving.registers import Registers
from workstation.resolving.words import Words

BERG = ("person/ann berg", "Ann Berg", "person")


def named(text: str, day: str, office: str = "energy minister") -> list[str]:
    tenure = Tenure(office, "states/NO", "Norway", "2021-10", "2024")
    naming = Naming(*BERG, office, held=tenure)  # type: ignore[arg-type]
    found = Registers.shipped().with_aliases([naming]).find(Words(text), day=day)
    return [text[m.start : m.end] for m in found if m.known.name == "Ann Berg"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The energy minister of Norway spoke.", "energy minister of Norway"),
        ("Talks with the Norwegian energy minister failed.", "Norwegian energy minister"),
        ("Norway's Energy Minister left.", "Norway's Energy Minister"),
        ("THE ENERGY MINISTER OF NORWAY", "ENERGY MINISTER OF NORWAY"),
    ],
)
def test_an_office_with_its_state_is_the_holder_on_the_days_of_the_office(
    text: str, said: str
) -> None:
    assert named(text, "2022-05-05") == [said]
    assert named(text, "2024-12-31") == [said]
    for other in ("2021-09-30", "2025-01-01", ""):
        assert named(text, other) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian energy minister Per Dahl left.",
        "The energy minister of Sweden left.",
        "The energy minister left.",
        "The minister of Norway left.",
    ],
)
def test_an_office_before_a_name_or_of_somebody_else_names_no_holder(text: str) -> None:
    assert named(text, "2022-05-05") == []


def test_a_surname_after_a_known_title_is_the_holder_of_the_day() -> None:
    text = "Norwegian Foreign Minister Berg left."
    assert named(text, "2022-05-05", "foreign minister") == ["Berg"]
    assert named(text, "2021-05-05", "foreign minister") == []
