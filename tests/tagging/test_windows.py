"""Words put into the windows that the classifier reads at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.limits import WINDOW_PIECES
from workstation.tagging.pieces import MARKS, Vocabulary
from workstation.tagging.windows import CASES, case_of, windows

VOCABULARY = Vocabulary({piece: n for n, piece in enumerate((*MARKS, "a", "##a", "."))})
WORDS = st.sampled_from(["a", "A", "aaaa", "a" * 12, ".", "\n\n", "\n", " ", "\u200b", "عربي", "𝒳"])


@given(words=st.lists(WORDS, max_size=400))
def test_every_visible_word_is_in_one_window(words: list[str]) -> None:
    cut = windows(words, VOCABULARY)

    seen = [number for window in cut for number in window.words]
    assert seen == [n for n, word in enumerate(words) if word not in ("\n", " ", "\u200b")]
    for window in cut:
        assert len(window.pieces) == len(window.cases) <= WINDOW_PIECES + 2
        assert (window.pieces[0], window.pieces[-1]) == (VOCABULARY.first, VOCABULARY.last)
        assert len(window.places) == len(window.words)
        for number, place in zip(window.words, window.places, strict=True):
            expected = VOCABULARY.pieces(words[number]) or (VOCABULARY.last,)
            assert tuple(window.pieces[place : place + len(expected)]) == expected


def test_a_window_ends_with_its_last_sentence() -> None:
    words = [*["a"] * 99, ".", *["a"] * 50]

    assert [len(window.words) for window in windows(words, VOCABULARY)] == [100, 50]


def test_a_long_sentence_fills_its_window() -> None:
    words = ["a", ".", *["a"] * 200]

    sizes = [len(window.words) for window in windows(words, VOCABULARY)]

    assert sizes == [WINDOW_PIECES, 202 - WINDOW_PIECES]


def test_a_text_without_words_has_no_windows() -> None:
    assert windows(["\n", "\u200b"], VOCABULARY) == []


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("army", "lower"),
        ("Syria", "title"),
        ("A", "title"),
        ("HTS", "upper"),
        ("T-72", "upper"),
        ("McAdam", "mixed"),
        ("iPhone", "mixed"),
        ("2017", "other"),
        ("عربي", "other"),
        ("’s", "lower"),
    ],
)
def test_a_word_is_written_in_one_of_five_ways(word: str, case: str) -> None:
    assert CASES[case_of(word)] == case
