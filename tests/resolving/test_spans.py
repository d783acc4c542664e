from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.mention import LABELS, Label, Span
from workstation.resolving.spans import trim


def trimmed(text: str, label: Label = "PERSON") -> str | None:
    span = trim(text, Span("text", 0, len(text), label))
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Amin Haddad", "Amin Haddad"),
        ("Dr. Amin Haddad’s", "Amin Haddad"),
        ("Lt. Gen. Amin Haddad", "Amin Haddad"),
        ("Secretary of State Amin Haddad", "Amin Haddad"),
        ("“Amin Haddad,”", "Amin Haddad"),
        ("rebel commander Amin Haddad said", "Amin Haddad"),
        ("the late Amin al-Haddad", "Amin al-Haddad"),
        ("al-Haddad", "al-Haddad"),
        ("Tan Sri Amin Haddad", "Amin Haddad"),
        ("Dato' Amin Haddad", "Amin Haddad"),
        ("Begum Haddad", "Haddad"),
    ],
)
def test_a_person_is_cut_down_to_the_name(text: str, name: str) -> None:
    assert trimmed(text) == name


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("The Harbour Trust", "ORG", "Harbour Trust"),
        ("the Jaber crossing the", "FAC", "Jaber crossing"),
        ("General Motors", "ORG", "General Motors"),
        ("Haddad & Sons Inc.", "ORG", "Haddad & Sons Inc."),
        ("northern Kurmandia", "GPE", "Kurmandia"),
        ("(Su-35)", "PRODUCT", "Su-35"),
        ("F-16", "PRODUCT", "F-16"),
        ("Iskander missiles", "PRODUCT", "Iskander"),
        ("Cerro Hondo mine", "FAC", "Cerro Hondo"),
    ],
)
def test_other_names_lose_what_is_not_theirs(text: str, label: Label, name: str) -> None:
    assert trimmed(text, label) == name


def test_a_span_that_cuts_a_word_gets_the_rest_of_it() -> None:
    text = "by Petra Lind-Moss today"
    for start, end in ((3, 13), (3, 14), (4, 16)):
        span = trim(text, Span("text", start, end, "PERSON"))
        assert span is not None
        assert text[span.start : span.end] == "Petra Lind-Moss"


@pytest.mark.parametrize(
    "junk",
    ["he", "They", "Z", "2017", "12,000", "Monday", "December 14", "President", "the",
     "https://example.org/a", "desk@example.org", "the rebels", "...", "",
     "Haddad left. Nobody knew why", "Haddad\n\nHoms", "Jordan - Foreign", "Read More",
     "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen"],
)  # fmt: skip
def test_what_is_no_name_is_thrown_away(junk: str) -> None:
    assert trimmed(junk) is None


def test_a_span_outside_its_text_is_thrown_away() -> None:
    assert trim("Homs", Span("text", 2, 9, "GPE")) is None
    assert trim("Homs", Span("text", 3, 3, "GPE")) is None


@given(st.text(), st.integers(-3, 40), st.integers(-3, 40), st.sampled_from(LABELS))
def test_trimming_stays_inside_the_text(text: str, start: int, end: int, label: Label) -> None:
    span = trim(text, Span("text", start, end, label))
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        assert "\n" not in text[span.start : span.end]


def test_a_number_may_begin_a_name() -> None:
    assert trimmed("the 33rd Front", "ORG") == "33rd Front"
    assert trimmed("102nd Military Base", "FAC") == "102nd Military Base"


def test_a_span_that_cuts_a_korean_name_gets_the_rest_of_it() -> None:
    for text, whole in (("Park Mi-ran spoke", "Park Mi-ran"), ("Amin Sur-led men", "Amin Sur")):
        span = trim(text, Span("text", 0, text.index("-"), "PERSON"))
        assert span is not None
        assert text[span.start : span.end] == whole


def test_a_span_in_a_script_without_blanks_stays_as_it_is() -> None:
    for text, name in (
        ("国务卿布林肯昨天说", "布林肯"),
        ("昨日モスクワで会談した", "モスクワ"),
        ("เมื่อวานกรุงเทพฯ", "กรุงเทพ"),
    ):
        start = text.index(name)
        span = trim(text, Span("text", start, start + len(name), "PERSON"))
        assert span is not None
        assert text[span.start : span.end] == name
