from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.turns import (
    Count,
    Turns,
    in_turn,
    is_over,
    name_of,
    number_of,
    taken_by,
)

PLACES = st.lists(st.integers(1, 4), min_size=1, max_size=3).map(tuple)


def draft(number: int) -> Draft:
    if number % 2:
        raise Refused(f"Number {number} is odd.")
    return Draft(f"Number {number}.")


def test_each_record_is_told_before_it_is_read() -> None:
    count, turns = Count(), Turns()
    with taken_by(turns):
        seen = [(one and one.text, turns.at, turns.missed) for one in in_turn([2, 3], draft, count)]
    assert seen == [
        (None, (1,), False),
        ("Number 2.", (1,), False),
        (None, (2,), False),
        (None, (2,), True),
    ]
    assert (count.records, count.unread, count.read) == (2, [2], 1)
    assert count.first is not None
    assert count.first.what_happened == "Number 3 is odd."


def test_another_reader_goes_on_behind_the_last_record_and_counts_those_before() -> None:
    count = Count()
    with taken_by(Turns(after=(3,), unread=frozenset([(2,)]))):
        found = [one.text for one in in_turn([2, 3, 4, 6], draft, count) if one]
    assert found == ["Number 6."]
    assert (count.records, count.unread) == (4, [2])


def test_numbers_go_on_from_one_sheet_to_the_next() -> None:
    turns = Turns()
    with taken_by(turns):
        for _ in range(2):
            list(in_turn([2, 4], draft, Count()))
    assert turns.at == (4,)


def test_one_record_may_be_read_alone() -> None:
    with taken_by(Turns(only=2)):
        assert [one.text for one in in_turn([2, 4, 6], draft, Count()) if one] == ["Number 4."]


def test_records_of_a_file_in_an_archive_are_numbered_in_it() -> None:
    turns = Turns(after=(1, 2))
    assert not turns.passes()
    with turns.within(0):
        assert [turns.passes() for _ in range(3)] == [True, True, False]
        assert turns.at == (1, 3)
    assert not turns.passes()


@given(PLACES, PLACES)
def test_what_is_over_was_before_the_last_one_or_stands_in_it(
    place: tuple[int, ...], last: tuple[int, ...]
) -> None:
    inside = place[: len(last)] == last
    around = last[: len(place)] == place and place != last
    assert is_over(place, last) == (inside or (place < last and not around))


def test_a_record_is_found_by_its_name() -> None:
    assert number_of(name_of(17)) == 17
    assert [number_of(name) for name in ("record 0", "record x", "a.txt", "")] == [0, 0, 0, 0]
