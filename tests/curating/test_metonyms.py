from __future__ import annotations

import pytest

from tests.library.press import Press
from workstation.curating import decisions, layer
from workstation.domain.actor import Naming
from workstation.domain.decision import Decision
from workstation.errors import UnknownName, Unreadable
from workstation.library import articles
from workstation.library.articles import Wanted
from workstation.library.library import Library


def decide(library: Library, name: str, meant: str) -> Decision:
    with library.read() as reading:
        wanted = decisions.order(reading, "metonym", name, meant)
    return decisions.decide(library, wanted, who="ann")


def handed(library: Library) -> list[Naming]:
    with library.read() as reading:
        return layer.namings(reading)


def waiting(library: Library) -> list[int]:
    with library.read() as reading:
        return [a.id for a in articles.untagged(reading, Wanted("test/1"), limit=9)]


def test_the_workers_are_told_what_holds_last(library: Library) -> None:
    town = Naming("states/RU", "Russia", "state", "Moscow", "place")
    assert decide(library, "moscow", "place").words == "“Moscow” always means the town."
    assert handed(library) == [town]
    decide(library, "Moscow", "state")
    assert [naming.always for naming in handed(library)] == ["state"]
    decide(library, "Moscow", "both")
    assert handed(library) == []
    decisions.undo(library, who="ann")
    decisions.undo(library, who="ann")
    assert handed(library) == [town]


def test_only_the_articles_that_hold_the_word_are_matched_again(
    library: Library, press: Press
) -> None:
    press.named("Russia.", "Russia")
    press.named("In Moscow.", "Moscow")
    decide(library, "Moscow", "place")
    assert waiting(library) == [2]
    press.tag(2, {"Moscow": "Moscow"})
    assert waiting(library) == []
    decisions.undo(library, who="ann")
    assert waiting(library) == [2]


def test_all_spellings_of_a_capital_are_decided_together(library: Library, press: Press) -> None:
    press.named("In Kiev.", "Kiev")
    assert decide(library, "Kiev", "state").words == "“Kyiv” always means the state."
    assert waiting(library) == [1]
    with pytest.raises(Unreadable, match="read so already"):
        decide(library, "Kyiv", "state")


def test_what_is_no_capital_or_changes_nothing_is_refused(library: Library) -> None:
    with pytest.raises(UnknownName, match="No register knows"):
        decide(library, "Latakia", "place")
    with pytest.raises(Unreadable, match="cannot mean"):
        decide(library, "Moscow", "river")
    with pytest.raises(Unreadable, match="already"):
        decide(library, "Moscow", "both")
    decide(library, "Moscow", "place")
    with pytest.raises(Unreadable, match="already"):
        decide(library, "Moscow", "place")
