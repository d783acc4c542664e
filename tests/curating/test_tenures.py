"""An office with its days is a decision that texts are read by."""

from __future__ import annotations

from datetime import date

import pytest

from tests.curating.desks import adopt, state
from tests.library.press import Press
from workstation.curating import decisions, layer
from workstation.domain.actor import Naming
from workstation.domain.decision import Decision, Reach, Verb
from workstation.errors import UnknownName, Unreadable
from workstation.library.library import Library
from workstation.resolving.registers import Registers
from workstation.resolving.words import Words

TEXT = "Norway spoke. The energy minister of Norway met Smith, and Norwegian energy minister Dahl."


@pytest.fixture
def held(library: Library, press: Press) -> Library:
    for day in (date(2022, 5, 1), date(2025, 5, 1)):
        press.tag(press.article(TEXT, on=day), {"Smith": "Smith", "Norway": "Norway"})
    return library


def decide(library: Library, *terms: str) -> Decision:
    verb: Verb = "role"
    with library.read() as reading:
        order = decisions.order(reading, verb, "Smith", *terms, reason="He was.")
    expected = decisions.preview(library, order)
    taken = decisions.decide(library, order, who="ann")
    assert taken.reach == expected
    return taken


def read(library: Library, text: str, day: str) -> list[str]:
    """What a text names Smith by on a day, with what is decided in the library."""
    with library.read() as reading:
        namings: list[Naming] = layer.namings(reading)
    found = Registers.shipped().with_aliases(namings).find(Words(text), day=day)
    return [text[m.start : m.end] for m in found if m.known.name == "Smith"]


def test_an_office_means_its_holder_on_its_days(held: Library) -> None:
    taken = decide(held, "energy minister", "Norway", "2021-10", "2024")
    assert taken.words == "“Smith” is energy minister of “Norway” from 2021-10 to 2024."
    assert taken.reach == Reach(1, 1), "in the article of those days alone"
    assert read(held, TEXT, "2022-05-01") == ["energy minister of Norway"]
    assert read(held, TEXT, "2025-01-01") == []
    assert read(held, TEXT, "") == []
    assert read(held, "Norway's energy minister left.", "2024-12-31") == [
        "Norway's energy minister"
    ]
    decisions.undo(held, who="ann")
    assert read(held, TEXT, "2022-05-01") == []


def test_an_office_of_nobody_is_known_by_its_own_words(held: Library) -> None:
    taken = decide(held, "mayor of Kyiv", "", "", "2014")
    assert taken.words == "“Smith” is mayor of Kyiv to 2014."
    assert read(held, "The mayor of Kyiv left.", "2013-01-01") == ["mayor of Kyiv"]


def test_a_surname_after_the_title_means_the_holder(held: Library) -> None:
    decide(held, "foreign minister", "Norway", "2021")
    assert read(held, "Foreign Minister Smith left.", "2022-05-01") == ["Smith"]


@pytest.mark.parametrize(
    "terms",
    [
        ("…",),
        ("minister", "Norway", "last year"),
        ("minister", "Norway", "2022-13"),
        ("minister", "Norway", "2023", "2022-12-31"),
        ("minister", "Smith"),
        (),
        ("minister", "Norway", "2021", "2022", "2023"),
    ],
)
def test_what_is_no_office_is_refused(held: Library, terms: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable):
        decide(held, *terms)
    with pytest.raises(UnknownName):
        decide(held, "minister", "Nowhere")


def test_an_office_travels_and_is_decided_once(held: Library, other: Library) -> None:
    decide(held, "energy minister", "Norway", "2021-10")
    with pytest.raises(Unreadable, match="decided already"):
        decide(held, "energy minister", "Norway", "2021-10")
    came = adopt(other, held)
    assert (came.new, came.refused) == (1, ())
    assert read(other, TEXT, "2022-05-01") == ["energy minister of Norway"]
    state(other)
