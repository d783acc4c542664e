from __future__ import annotations

from datetime import date

import pytest

from tests.library.press import Press
from workstation.domain.appellation import Appellations, Usage
from workstation.domain.selection import Brush, Selection
from workstation.library import appellations, corpus
from workstation.library.library import Library

NAMES = {"Moscow": "Russia", "the Kremlin": "Russia", "Russia": "Russia", "RUSSIA": "Russia"}


@pytest.fixture
def filled(library: Library, press: Press) -> Library:
    for text, outlet, on in (
        ("Russia and Moscow, and again Moscow.", "Halyard Wire", date(2024, 12, 1)),
        ("RUSSIA, says the Kremlin.", "Levant Dispatch", date(2024, 12, 3)),
        ("Moscow waits.", "Halyard Wire", None),
    ):
        number = press.article(text, outlet=outlet, on=on)
        press.tag(number, {name: actor for name, actor in NAMES.items() if name in text})
    return library


def asked(library: Library, selection: Selection, how: str) -> Appellations:
    with library.read() as reading:
        actor = corpus.find_actor(reading, "Russia").id
        by = appellations.by_outlet if how == "outlets" else appellations.over_time
        return by(reading, selection, [actor])


def test_each_outlet_has_names_of_its_own_for_an_actor(filled: Library) -> None:
    found = asked(filled, Selection(), "outlets")
    assert found.names == ("Moscow", "Russia", "the Kremlin")
    assert found.usages == (
        Usage((3, 1, 0), 0, outlet="Halyard Wire"),
        Usage((0, 1, 1), 0, outlet="Levant Dispatch"),
    )
    assert (found.by, found.other_names, found.usages[0].mentions) == (None, 0, 4)


def test_names_change_over_time(filled: Library) -> None:
    found = asked(filled, Selection(), "periods")
    assert found.by == "day"
    assert found.usages == (
        Usage((2, 1, 0), 0, day=date(2024, 12, 1)),
        Usage((0, 0, 0), 0, day=date(2024, 12, 2)),
        Usage((0, 1, 1), 0, day=date(2024, 12, 3)),
        Usage((1, 0, 0), 0),
    )


def test_only_what_is_selected_is_told(filled: Library) -> None:
    late = Selection(brush=Brush(first=date(2024, 12, 2)))
    assert asked(filled, late, "outlets").names == ("RUSSIA", "the Kremlin")
    assert asked(filled, late, "outlets").usages[0].outlet == "Levant Dispatch"
    nothing = asked(filled, Selection(words="nobody"), "periods")
    assert nothing == Appellations(by="day")


def test_rare_names_are_told_together(library: Library, press: Press) -> None:
    names = [f"Name{letter}" for letter in "ABCDEFGH"]
    text = " ".join(name for n, name in enumerate(names) for _ in range(9 - n))
    press.tag(press.article(text), dict.fromkeys(names, "Russia"))
    found = asked(library, Selection(), "outlets")
    assert found.names == tuple(names[:6])
    assert found.usages == (Usage((9, 8, 7, 6, 5, 4), 5, outlet="Halyard Wire"),)
    assert found.other_names == 2
