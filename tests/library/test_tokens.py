from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.library.query import Term
from workstation.library.tokens import Tokens

WORDS = st.text(st.sampled_from("ab é-'.\n"), max_size=40)


def spans(text: str, term: Term) -> list[str]:
    tokens = Tokens(text)
    return [text[slice(*tokens.span(run))] for run in tokens.runs_of_term(term)]


def test_case_and_accents_do_not_count() -> None:
    assert spans("The Café, the CAFE, a cafeteria.", Term("café")) == ["Café", "CAFE"]


def test_the_last_word_may_go_on() -> None:
    assert spans("well-known; well knowing; known well", Term("well know", prefix=True)) == [
        "well-known",
        "well knowing",
    ]


def test_a_term_as_long_as_the_text_is_found() -> None:
    assert spans("one two", Term("one two")) == ["one two"]
    assert spans("one two", Term("one two three")) == []
    assert spans("", Term("one")) == []


@given(WORDS, WORDS)
def test_every_place_found_reads_like_the_term(text: str, words: str) -> None:
    for found in spans(text, Term(words)):
        assert spans(found, Term(words)) == [found]


@given(WORDS, st.integers(0, 40), st.integers(0, 10))
def test_the_words_of_a_span_cover_its_letters(text: str, start: int, length: int) -> None:
    tokens = Tokens(text)
    end = min(start + length, len(text))
    for run in tokens.runs_of_spans([(start, end)]):
        first, last = tokens.span(run)
        letters = [n for n in range(start, end) if text[n].isalnum()]
        assert all(first <= n < last for n in letters)
