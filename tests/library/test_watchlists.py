from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.press import Press
from workstation.domain.register import Remark
from workstation.errors import Refused
from workstation.library import searches, watchlists
from workstation.library.library import Library
from workstation.library.watchlists import Taken, Watched

LIST = """name;aliases;kind;note
Russia;Moscow|the bear;state;x
"Amber; Brigade";Ambers;;
;nobody;;
Syria;;state;
Syria;;;
"""


def take(library: Library, text: str, name: str = "states.csv") -> Taken:
    with library.write() as writing:
        return watchlists.take(writing, text.encode(), name)


def test_each_line_becomes_a_search_for_all_of_its_names(library: Library, press: Press) -> None:
    press.named("Russia met Syria.", "Russia", "Syria")
    press.article("The Ambers came.")
    taken = take(library, LIST)
    assert (taken.saved, [(one.line, one.words) for one in taken.remarks]) == (
        3,
        [(4, "There is no name."), (6, "The name stands further up too.")],
    )
    press.named("Russia stayed.", "Russia")
    with library.read() as reading:
        listed = {one.name: one for one in searches.listed(reading)}
    assert {one.group for one in listed.values()} == {"states.csv"}
    assert {name: (one.articles, one.new) for name, one in listed.items()} == {
        "Amber; Brigade": (1, 0),
        "Russia": (2, 1),
        "Syria": (1, 0),
    }
    assert listed["Amber; Brigade"].selection.words == (
        'actor:"Amber; Brigade" OR "Amber; Brigade" OR "Ambers"'
    )
    take(library, LIST)
    with library.read() as reading:
        assert searches.named(reading, "Russia").selection == listed["Russia"].selection
        assert {one.new for one in searches.listed(reading)} == {0, 1}, "still new"


def test_a_line_that_tells_who_is_meant_is_a_search_for_that_actor(
    library: Library, press: Press
) -> None:
    press.named("Russia said no.", "Russia")
    with library.read() as reading:
        sure = watchlists.meaning(reading, Watched(1, ("Russia",), kind="state"))
        unsure = watchlists.meaning(reading, Watched(1, ("Russia",), kind="person"))
        by_id = watchlists.meaning(reading, Watched(1, ("X",), id=sure.facet("actor")[0]))
    assert len(sure.facet("actor")) == 1
    assert by_id == sure
    assert unsure.facets == ()


def test_a_plain_list_of_names_needs_no_heads() -> None:
    assert list(watchlists.read("\nHayat Tahrir al-Sham\nThe Post, London\n")) == [
        Watched(2, ("Hayat Tahrir al-Sham",)),
        Watched(3, ("The Post",)),
    ]


def test_a_file_without_names_is_refused_with_words(library: Library) -> None:
    for nothing in ("", "name,kind\n,state\n", "\n\n"):
        with pytest.raises(Refused, match="no name"):
            take(library, nothing)
    with library.read() as reading:
        assert searches.listed(reading) == []


@given(st.text())
def test_any_text_is_read_line_by_line(text: str) -> None:
    assert all(isinstance(one, Remark) or one.names for one in watchlists.read(text))
