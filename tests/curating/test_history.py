from __future__ import annotations

import pytest

from tests.library.press import Press
from workstation.curating import decisions, history
from workstation.curating.history import About
from workstation.domain.actor import actor_uuid
from workstation.domain.decision import Decision, Verb
from workstation.errors import UnknownName
from workstation.library.library import Library

TEXT = "Russia met Syria. Russia left Moscow."


@pytest.fixture(autouse=True)
def news(press: Press) -> None:
    press.named(TEXT, "Russia", "Syria", "Moscow")


def decide(library: Library, verb: Verb, *names: str, reason: str = "", start: int = 0) -> Decision:
    at = ("text", start) if verb == "assign" else None
    with library.read() as reading:
        wanted = decisions.order(reading, verb, *names, reason=reason, at=at)
    return decisions.decide(library, wanted, who="ann")


def about(library: Library, decision: Decision) -> About:
    with library.read() as reading:
        return history.about(reading, decision)


def fitting(library: Library, view: history.View, words: str = "") -> list[int]:
    with library.read() as reading:
        return [d.number for d in history.fitting(decisions.log(reading), view, words)]


def test_a_decision_is_put_back_by_itself_whenever_it_was_taken_back(library: Library) -> None:
    first = decide(library, "merge", "Moscow", "Russia")
    decide(library, "rename", "Syria", "Syrian Republic")
    decisions.undo(library, who="ann", number=first.number)
    assert fitting(library, "hold") == [2]
    put = decisions.put_back(library, first.number, who="bob")
    assert put.words.startswith("Put back decision 1")
    assert fitting(library, "hold") == [1, 2]
    with pytest.raises(UnknownName, match="was not taken back"):
        decisions.put_back(library, first.number)


def test_the_log_is_looked_through_by_words_reasons_and_authors(library: Library) -> None:
    decide(library, "merge", "Moscow", "Russia", reason="The Kremlín speaks")
    decide(library, "rename", "Syria", "Syrian Republic")
    decisions.undo(library, who="ann", number=1)
    assert fitting(library, "all") == [1, 2, 3]
    assert fitting(library, "taken-back") == [1]
    assert fitting(library, "all", "kremlin ann") == [1]
    assert fitting(library, "hold", "nobody") == []


def test_each_decision_tells_what_it_is_about(library: Library) -> None:
    merge = decide(library, "merge", "Moscow", "Russia")
    assert about(library, merge) == About(actor=actor_uuid("state/Russia"))
    one = decide(library, "assign", "1", "Russia", "Syria", start=18)
    assert about(library, one) == About(1, "text", 18, 24)
    date = decide(library, "date", "1", "2024-12-14")
    assert about(library, date) == About(1)
    back = decisions.undo(library, who="ann", number=one.number)
    assert about(library, back) == About(1, "text", 18, 24)
