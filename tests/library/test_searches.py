from __future__ import annotations

from datetime import date

import pytest

from tests.library.press import Press
from workstation import limits
from workstation.domain.changes import Changes
from workstation.domain.selection import Brush, Selection
from workstation.errors import UnknownName, Unreadable
from workstation.library import searches
from workstation.library.library import Library

WAITING = Selection(words="syria waits")


def numbers(library: Library) -> dict[str, tuple[int, int]]:
    with library.read() as reading:
        return {one.address: (one.articles, one.new) for one in searches.listed(reading)}


def save(library: Library, name: str, selection: Selection = WAITING, group: str = "") -> bool:
    with library.write() as writing:
        return searches.save(writing, name, selection, group=group)


def test_a_saved_search_is_the_selection_without_what_only_shows(library: Library) -> None:
    narrow = Selection(
        words="café NEAR/3 terrace",
        brush=Brush(date(2024, 12, 1), None),
        doubtful=True,
        facets=(("actor", ("x",)), ("outlet", ("", "Halyard Wire"))),
        picked=("x",),
        focus=7,
        unit="stories",
    )
    assert not save(library, "  Terraces\n")
    assert save(library, "Terraces", narrow)
    with library.read() as reading:
        assert searches.named(reading, "Terraces").selection == narrow.corpus()


def test_new_is_what_came_after_it_was_opened_last(library: Library, press: Press) -> None:
    press.article("Syria waits.")
    save(library, "Waiting")
    assert numbers(library) == {"Waiting": (1, 0)}
    press.article("Syria waits longer.")
    press.article("Nobody does.")
    assert numbers(library) == {"Waiting": (2, 1)}
    save(library, "Waiting")
    assert numbers(library) == {"Waiting": (2, 1)}, "the same, saved anew, was not opened"
    with library.write() as writing:
        searches.note_opened(writing, "Waiting")
    assert numbers(library) == {"Waiting": (2, 0)}


def test_every_change_is_told(library: Library) -> None:
    heard: list[Changes] = []
    library.listen(heard.append)
    save(library, "One")
    with library.write() as writing:
        searches.rename(writing, "One", "Two")
    with library.write() as writing:
        searches.remove(writing, "Two")
    assert heard == [Changes.of("searches")] * 3
    assert numbers(library) == {}


def test_searches_of_one_name_are_told_apart_by_their_group(library: Library) -> None:
    save(library, "Assad")
    save(library, "Assad", group="people.csv")
    save(library, "Assad", group="families.csv")
    assert list(numbers(library)) == ["Assad", "families.csv/Assad", "people.csv/Assad"]
    with library.read() as reading:
        assert searches.named(reading, "Assad").group == ""
        assert searches.named(reading, "people.csv/Assad").group == "people.csv"
    with library.write() as writing:
        searches.rename(writing, "Assad", "Alone")
        with pytest.raises(UnknownName, match="Several searches"):
            searches.remove(writing, "Assad")


def test_what_makes_no_sense_is_refused_with_words(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(library, "One")
    save(library, "Two")
    monkeypatch.setattr(searches, "SEARCHES", 2)
    assert limits.SEARCHES > 2
    with library.write() as writing:
        with pytest.raises(Unreadable, match="already"):
            searches.rename(writing, "One", "Two")
        searches.rename(writing, "One", "one")
        with pytest.raises(Unreadable, match="needs a name"):
            searches.save(writing, " \n ", WAITING)
        with pytest.raises(Unreadable, match="takes no more"):
            searches.save(writing, "Three", WAITING)
        with pytest.raises(UnknownName, match="no saved search"):
            searches.note_opened(writing, "Three")
