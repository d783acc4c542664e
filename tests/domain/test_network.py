from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.network import Network, Node, Tie, strongest, tie


def test_what_chance_explains_is_no_association() -> None:
    everywhere = tie("r", "s", 12, (100, 12), 100)
    assert (everywhere.expected, everywhere.association) == (12.0, 0.0)
    close = tie("h", "t", 10, (12, 11), 100)
    assert close.association > 20
    assert tie("a", "b", 1, (50, 50), 100).association < 0
    assert tie("a", "b", 1, (50, 50), 100).weight("association") == 0
    assert tie("a", "b", 1, (50, 50), 100).weight("count") == 1


@given(st.integers(1, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 200))
def test_a_tie_is_as_strong_from_both_ends(both: int, one: int, other: int, rest: int) -> None:
    named, among = (both + one, both + other), both + one + other + rest
    here = tie("a", "b", both, named, among)
    there = tie("b", "a", both, named[::-1], among)
    assert abs(here.association - there.association) < 1e-6
    assert (here.association < 0) == (both < here.expected)


def test_the_strongest_tie_of_each_actor_is_kept_before_others() -> None:
    ties = [Tie(a, b, n, 1.0, float(n)) for a, b, n in (("a", "b", 9), ("a", "c", 8), ("b", "c", 7),
                                                        ("c", "d", 1))]  # fmt: skip
    kept = strongest(ties, "association", 3)
    assert [(t.first, t.second) for t in kept] == [("a", "b"), ("a", "c"), ("c", "d")]
    kept = strongest(ties, "count", 3, between=("b", "c"))
    assert [(t.first, t.second) for t in kept] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_a_network_knows_its_actors() -> None:
    network = Network(nodes=(Node("r", "Russia", "state", 3, 2),))
    assert network.name("r") == "Russia"
    assert network.node("x") is None
    assert network.name("x") == ""
