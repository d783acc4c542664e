from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.resolving.words import Words


@given(st.text())
def test_words_and_gaps_make_up_the_text(text: str) -> None:
    words = Words(text)
    pieces = [words.gap(i) + word for i, word in enumerate(words.words)]
    assert "".join([*pieces, words.gap(len(words))]) == text


def test_chinese_is_cut_into_characters() -> None:
    assert Words("在北京met").words == ["在", "北", "京", "met"]


def test_neighbours_are_parted_by_a_space_or_a_hyphen() -> None:
    words = Words("anti-war talks, today")
    assert (words.before(1), words.after(1), words.after(2)) == ("anti", "talks", "")


def test_a_sentence_starts_after_a_stop_but_not_after_an_initial() -> None:
    words = Words("One. Two J. Three “Four")
    assert [words.starts_sentence(i) for i in range(5)] == [True, True, False, False, True]


def test_headlines_are_told_by_their_capitals() -> None:
    words = Words("RUSSIA STRIKES AGAIN\n\nVictims Want Justice After War\n\nThe war is over now.")
    looks = [(words.in_capitals(i), words.in_title_case(i)) for i in (0, 3, 9)]
    assert looks == [(True, False), (False, True), (False, False)]


def test_a_word_in_small_letters_is_remembered() -> None:
    words = Words("Schools opened; the schools of Homs")
    assert words.holds_plain("schools")
    assert not words.holds_plain("homs")


def test_a_short_title_ends_no_sentence() -> None:
    words = Words("We met Mr. Park. He left.")
    assert [words.words[i] for i in range(len(words)) if words.starts_sentence(i)] == ["We", "He"]
