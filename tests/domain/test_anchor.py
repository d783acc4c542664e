from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.anchor import Anchor, Wording, paragraphs, places


def wording(text: str, text_hash: str = "new", title: str = "") -> Wording:
    return Wording(title, text, text_hash)


def test_in_the_same_words_an_anchor_stands_where_it_stood() -> None:
    assert Anchor("a", "text", 4, "old").places(wording("a b a c a", "old")) == [4]


@pytest.mark.parametrize(("was", "now"), [(0, 0), (3, 4), (5, 4), (7, 8), (100, 8)])
def test_in_other_words_it_stands_at_the_nearest_place(was: int, now: int) -> None:
    assert Anchor("a", "text", was, "old").places(wording("a b a c a")) == [now]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Today and for ever: he met Smith. Then Smith left Syria.", 39),
        ("Smith left Syria. Before that, she met Smith.", 0),
        ("He met Smith. Then Smith came to Syria.", 19),
        ("She saw Smith. And Smith came.", 19),
    ],
)
def test_the_words_beside_a_quote_tell_its_place_before_the_offset_does(
    text: str, now: int
) -> None:
    anchor = Anchor.at("Smith", "text", 19, wording("He met Smith. Then Smith left Syria.", "old"))
    assert (anchor.before, anchor.after) == ("met Smith. Then ", " left Syria.")
    assert anchor.places(wording(text)) == [now]


def test_a_quote_that_is_gone_has_lost_its_place() -> None:
    assert Anchor("z", "text", 4, "old").places(wording("a b a c a")) == []
    assert Anchor("z", "text", None, "old").places(wording("a b a c a", "old")) == []


def test_without_an_offset_it_stands_wherever_the_quote_does() -> None:
    assert Anchor("a", "text", None, "old").places(wording("a b a", "old")) == [0, 4]


def test_a_title_is_looked_at_by_itself() -> None:
    assert Anchor("a", "title", 9, "old").places(wording("a", title="b a")) == [2]


@given(
    st.builds(
        Anchor,
        st.text(min_size=1),
        st.sampled_from(["text", "title"]),
        st.none() | st.integers(0, 10**6),
        st.text("0123456789abcdef"),
        st.text(),
        st.text(),
    )
)
def test_an_order_keeps_an_anchor_whole(anchor: Anchor) -> None:
    assert Anchor.of((*anchor.terms, "further")) == anchor


@given(st.text("ab"), st.text("ab", min_size=1, max_size=3))
def test_every_place_is_found(text: str, quote: str) -> None:
    every = [i for i in range(len(text)) if text.startswith(quote, i)]
    assert list(places(quote, text)) == every


@given(st.lists(st.text("ab ", min_size=1), min_size=1, max_size=5), st.data())
def test_the_paragraphs_of_a_stretch_are_those_that_share_a_letter_with_it(
    parts: list[str], data: st.DataObject
) -> None:
    text = "\n\n".join(parts)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = list(paragraphs(text, start, end))
    assert all(text[s:e] in parts and s < end and start < e for s, e in found)
    inside = {i for i in range(start, end) if text[i] != "\n"}
    assert inside <= {i for s, e in found for i in range(s, e)}
