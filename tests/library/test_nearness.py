"""Near an actor: what stands about its mentions tells as much as the whole text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workstation.library import nearness
from workstation.library.query import Field, Near, Place, Term
from workstation.library.tokens import Tokens

_WORDS = ["a", "army", "of", "Russia", "x" * 70, "说", "总部", "don't", "é", "--", "U.S.", "armies"]
_TEXTS = st.lists(
    st.tuples(st.sampled_from(_WORDS), st.sampled_from([" ", "", ", ", "\n\n"])), max_size=60
).map(lambda parts: "".join(word + blank for word, blank in parts))
_ACTOR = Field("actor", "Russia")
_PLACES: st.SearchStrategy[Place] = st.sampled_from(
    [_ACTOR, Term("army"), Term("army", exact=True), Term("ar", prefix=True), Term("army of"),
     Term("总部"), Term("of Russia army"), Term("--")]
)  # fmt: skip


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Near, str, list[list[tuple[int, int]]]]:
    text = draw(_TEXTS)
    places: list[Place] = [_ACTOR, draw(_PLACES)]
    places = draw(st.permutations(places))
    spans = st.tuples(st.integers(0, len(text)), st.integers(1, 9)).map(
        lambda span: (span[0], min(len(text), span[0] + span[1]))
    )
    there = [
        draw(st.lists(spans, max_size=4)) if isinstance(place, Field) else [] for place in places
    ]
    return Near(tuple(places), draw(st.integers(1, 12))), text, there


@settings(max_examples=300)
@given(case=_cases())
def test_what_stands_about_the_mentions_decides(
    case: tuple[Near, str, list[list[tuple[int, int]]]],
) -> None:
    near, text, there = case
    parts = list(nearness._parts(near, text, there))
    in_parts = any(nearness._stand_near(near, Tokens(part, "en"), held) for part, held in parts)
    assert in_parts == nearness._stand_near(near, Tokens(text, "en"), there)
    assert sum(len(part) for part, _ in parts) <= len(text)
