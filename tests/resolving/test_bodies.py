from __future__ import annotations

import pytest

from workstation.resolving.registers import Registers
from workstation.resolving.words import Words

SHIPPED = Registers.shipped()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.known.name) for m in SHIPPED.find(Words(text))]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Two ships of the Chilean navy left.", "Chilean navy", "Chilean Navy"),
        ("A Cuban foreign ministry man spoke.", "Cuban foreign ministry", "Cuban Foreign Ministry"),
        ("The Cuban Foreign Ministry spoke.", "Cuban Foreign Ministry", "Cuban Foreign Ministry"),
        ("The Norwegian coastguard saw it.", "Norwegian coastguard", "Norwegian Coast Guard"),
        ("The Peruvian military said no.", "Peruvian military", "Peruvian Armed Forces"),
    ],
)  # fmt: skip
def test_every_state_has_forces_and_ministries(text: str, surface: str, name: str) -> None:
    assert found(text) == [(surface, name)]


def test_a_noun_after_the_military_leaves_the_state() -> None:
    assert found("Peruvian military vehicles came.") == [("Peruvian", "Peru")]


def test_what_a_register_lists_by_name_stays_as_it_is_listed() -> None:
    assert found("The Syrian army left.") == [("Syrian army", "Syrian Army")]
    names = [known.name for known in SHIPPED]
    assert names.count("Syrian Army") == 1
