from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.importing.boilerplate import boilerplate, outlets_promoted

BEFORE = "The ferry did not leave on Monday, because the captain had lost his keys."
AFTER = "By noon some forty people were sitting on their suitcases. It was raining."


def marked(text: str, headings: tuple[str, ...] = ()) -> list[str]:
    return [text[p.start : p.end] for p in boilerplate(text, headings)]


def between(*lines: str) -> str:
    return "\n\n".join((BEFORE, *lines, AFTER))


@pytest.mark.parametrize(
    "opener",
    [
        "Read more from Island Post:",
        "Read more:",
        "More from Island Post",
        "Related:",
        "Related stories",
        "See also:",
        "Lire aussi :",
        "Mehr zum Thema:",
        "Читайте также:",
        "اقرأ أيضاً:",
    ],
)
def test_a_line_that_promotes_others_is_marked_with_its_list(opener: str) -> None:
    promoted = (opener, "Harbour office loses keys again", "Who pays for the tea?")
    assert marked(between(*promoted)) == ["\n\n".join(promoted)]


@pytest.mark.parametrize(
    "line",
    [
        "Island latest: Ferry ‘will sail’ on Tuesday",
        "Island live: Ferry stays in harbour",
        "Watch: Forty people drink tea in the rain",
        "Explained: How a harbour loses its keys",
        "Analysis: What the keys are worth",
        "Read more: Harbour office loses keys again",
        "Captain is ‘very sorry’ about lost keys",
        "Видео: паром снова ходит",
    ],
)
def test_a_headline_of_another_story_between_paragraphs_is_marked(line: str) -> None:
    assert marked(between(line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "“We are interested,” said a woman with a pram.",
        "“Interested, not angry”",
        "What the harbour is for",
        "Names",
        "A morning without orders",
        "TARTUS, Syria -",
        "By Mira Voss",
        "But this is a ferry that is old.",
        "It never came.",
        "The harbour is live: it moves.",
        "More from the captain was not to be had.",
        "Forty people with suitcases",
        "See also the captain’s letter, which he wrote later.",
    ],
)
def test_what_belongs_to_the_article_is_not_marked(line: str) -> None:
    assert marked(between(line)) == []


def test_a_known_heading_is_never_taken_for_another_story() -> None:
    line = "Captain is ‘very sorry’ about lost keys"
    assert marked(between(line), (line,)) == []


def test_a_list_of_other_stories_ends_at_the_articles_own_heading() -> None:
    text = between("Read more:", "Harbour office loses keys again", "How it went on", "It rained.")
    assert marked(text, ("How it went on",)) == ["Read more:\n\nHarbour office loses keys again"]


def test_two_places_are_two_passages() -> None:
    text = between(
        "Island latest: Ferry sails on Tuesday", AFTER, "Read more:", "Keys found in coat"
    )
    assert marked(text) == [
        "Island latest: Ferry sails on Tuesday",
        "Read more:\n\nKeys found in coat",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Unsubscribe",
        "To unsubscribe, click here.",
        "You are receiving this e-mail because you like ferries.",
        "View this e-mail in your browser",
        "Sign up for our morning newsletter",
        "We use cookies to make this site work.",
        "© 2024 Island Post. All rights reserved.",
        "Copyright Island Post 2024",
        "Share this article on Facebook",
        "Follow us on Telegram",
        "The Island Post is on Instagram and WhatsApp",
        "The Island Letter is free. If you like it, tell a friend.",
        "Island Brief is produced by a team of four. More explainers: Who owns the keys?",
        "You are getting this mail because you subscribed to Island Notes.",
        "Sign up to the Island Post's weekly letter from Tartus",
        "Get our Morning Island letter every day, with all that the harbour talks about.",
        "Listen to this article on our app",
        "Photographs may be used free of charge with the credit Harbour Office/Mara Quill.",
        "For media enquiries contact the Harbour Office",
        "ADVERTISEMENT",
        "Written for demonstration by the makers of Media Workstation.",
    ],
)
def test_footers_and_legal_lines_are_marked(line: str) -> None:
    assert marked(f"{BEFORE}\n\n{AFTER}\n\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Mara Quill in Tartus; editing by Ben Oduya)",
        "(Island Wire, Tartus bureau. Additional reporting by Mara Quill)",
        "Reporting by Mara Quill and Ben Oduya in Tartus; Editing by Lena Hart",
        "Photographs: Mara Quill/Island Post",
        "Photographs by Mara Quill for the Island Post",
        "As told to Mara Quill. Translated from Spanish.",
        "(Reportage de Mara Quill, édité par Ben Oduya)",
    ],
)
def test_lines_that_say_who_made_the_article_are_marked(line: str) -> None:
    assert marked(f"{BEFORE}\n\n{AFTER}\n\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Written by a sailor in a week, the letter names nobody.",
        "Photographs by two witnesses show the ferry at its berth.",
        "(The captain, who was reported by a neighbour to be asleep, did not reply.)",
        "Island Post is funded by its readers, most of whom live on the mainland, she said.",
    ],
)
def test_a_sentence_about_who_wrote_or_pays_is_not_marked(line: str) -> None:
    assert marked(between(line)) == []


def test_a_footer_that_ends_by_naming_other_stories_is_marked_with_them() -> None:
    lines = (
        "You can support the Island Post for the price of a coffee a month. Read more:",
        "Keys of the harbour office found in a coat",
    )
    assert marked("\n\n".join((BEFORE, AFTER, *lines))) == ["\n\n".join(lines)]


def test_a_paragraph_about_such_things_is_not_marked() -> None:
    line = "He wanted to unsubscribe from politics, from cookies and from copyright, he said."
    assert marked(between(line)) == []


def test_an_outlet_is_named_by_the_line_that_promotes_it() -> None:
    assert outlets_promoted(between("Read more from Island Post:", "Keys found")) == (
        "Island Post",
    )
    assert outlets_promoted(between("Read more from our correspondents:")) == ()
    assert outlets_promoted(BEFORE) == ()


@given(st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1)))
def test_passages_are_whole_paragraphs_in_order(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    end = -1
    for passage in boilerplate(text):
        assert end < passage.start < passage.end <= len(text)
        assert text[passage.start - 2 : passage.start] in ("", "\n\n")
        assert text[passage.end : passage.end + 2] in ("", "\n\n")
        end = passage.end
