from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workstation import limits
from workstation.importing.paragraphs import first_sentence, looks_like_headline, to_paragraphs

WORDS = st.lists(st.text(st.characters(categories=("Ll",)), min_size=2, max_size=9), min_size=40)


def test_a_single_newline_ends_a_paragraph() -> None:
    text = "The ferry did not leave.\nForty people sat on their suitcases.\nIt was raining by then."
    assert to_paragraphs(text.split("\n")) == text.split("\n")


def test_hard_wrapped_lines_are_joined(body: str) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, 66) for p in body.split("\n\n"))
    assert to_paragraphs(wrapped.split("\n")) == body.split("\n\n")


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=2, max_size=4), st.integers(50, 90))
def test_wrapping_at_any_width_is_undone(paragraphs: list[list[str]], width: int) -> None:
    texts = [" ".join(words) + "." for words in paragraphs]
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in texts)
    assert to_paragraphs(wrapped.split("\n")) == texts


def test_an_indented_line_begins_a_paragraph_of_a_wrapped_text(body: str) -> None:
    indented = "\n".join(textwrap.fill(p, 60, initial_indent="  ") for p in body.split("\n\n"))
    assert to_paragraphs(indented.split("\n")) == body.split("\n\n")


def test_a_long_list_of_short_lines_is_not_taken_for_wrapped_text() -> None:
    lines = ["Ferry to the island", "Tea and bread", "Post office", "Harbour", "The old bridge"]
    assert to_paragraphs(lines) == lines


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The ferry did not leave. Nobody knew why.", "The ferry did not leave"),
        ("Dr. Mira Voss lost her keys. It rained.", "Dr. Mira Voss lost her keys"),
        (
            "J. Voss lost the keys of the U.S. embassy. It rained.",
            "J. Voss lost the keys of the U.S. embassy",
        ),
        ("Who lost the keys? Nobody knew.", "Who lost the keys?"),
        ("“We waited,” she said. It rained.", "“We waited,” she said"),
        ("渡船没有开。没有人生气。", "渡船没有开"),
        ("No stop at all\n\nNext paragraph.", "No stop at all"),
    ],
)
def test_a_title_is_made_of_the_first_sentence(text: str, title: str) -> None:
    assert first_sentence(text) == title


@given(st.text(min_size=1))
def test_a_made_title_is_never_too_long(text: str) -> None:
    assert len(first_sentence(text)) <= limits.DERIVED_TITLE_CHARACTERS


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Ferry stays in harbour after keys are lost", True),
        ("Who lost the keys?", True),
        ("The ferry did not leave.", False),
        ("“Nobody was angry", False),
        ("TARTUS, Syria -", False),
        ("- tea", False),
        ("12345", False),
    ],
)
def test_a_headline_is_a_short_line_that_is_no_sentence(line: str, headline: bool) -> None:
    following = "The ferry did not leave on Monday, because the captain had lost his keys."
    assert looks_like_headline(line, following) is headline
