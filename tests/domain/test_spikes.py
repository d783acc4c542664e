from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.spikes import spikes, telling


def found(*counts: int) -> list[int]:
    return spikes(counts, [True] * len(counts))


def test_a_day_far_above_the_usual_stands_out() -> None:
    assert found(2, 3, 2, 4, 3, 2, 19, 3, 2) == [6]
    assert found(2, 3, 2, 4, 3, 2, 5, 3, 2) == []


def test_where_nothing_is_usual_nothing_stands_out() -> None:
    assert found(1, 30, 2) == []
    assert found(0, 0, 0, 0, 0, 0, 3, 0) == []
    assert found(1, 100, 2, 90, 3, 80, 4, 70) == []


def test_days_of_which_nothing_is_known_are_not_usual() -> None:
    counts = [0] * 20 + [4, 5, 4, 6, 5, 4, 5, 9]
    covered = [False] * 20 + [True] * 8
    assert spikes(counts, covered) == []
    assert spikes(counts, [True] * 28) != []


@given(st.lists(st.integers(0, 10_000), max_size=60))
def test_whatever_is_counted_a_spike_is_above_the_median(counts: list[int]) -> None:
    for at in found(*counts):
        assert sum(count < counts[at] for count in counts) > len(counts) / 2


def test_words_that_are_frequent_only_here_tell_of_it() -> None:
    here = Counter({"ceasefire": 9, "the": 12, "tartus": 4, "russia": 9, "once": 1})
    everywhere = here + Counter({"the": 400, "tartus": 1, "market": 60, "talks": 500})
    assert telling(here, everywhere, most=5, but={"russia"}) == ["ceasefire", "tartus"]
    assert telling(here, everywhere, most=1) == ["ceasefire"]
    assert telling(here, here, most=5) == []


counters = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 500)).map(Counter)


@given(counters, counters)
def test_any_words_can_be_weighed(here: Counter[str], rest: Counter[str]) -> None:
    found_words = telling(here, here + rest, most=3)
    assert set(found_words) <= set(here)
