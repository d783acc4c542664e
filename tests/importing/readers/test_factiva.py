from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importing.readers import vendors
from tests.importing.readers.vendors import Story
from workstation.domain.article import Draft
from workstation.domain.clean import clean_line, clean_text

Read = Callable[..., list[Draft]]
THREE = (*Story().body, "It was raining by then.")
STORIES = [
    Story(body=THREE),
    Story("Bakers ask for flour", "SHORE", date(2023, 12, 9), "", ("No flour came.", "None.")),
    Story("9 December 1993", "Halyard Wire", date(2022, 12, 1), "Jon Bell", ("A day is a day.",)),
    Story(
        "CO of the ferry", body=("HD of what", "IN the end nobody came.", "RE  :", "AN  old one")
    ),
    Story(
        "877 words", body=("NS   g : News", "TD   is no code here.", "LP is vinyl.", "877 words")
    ),
]
MADE = {
    "txt": lambda stories: "\n".join(vendors.factiva_lines(stories)).encode(),
    "tab.txt": lambda stories: "\n".join(vendors.factiva_lines(stories, "\t")).encode(),
    "rtf": lambda stories: vendors.rtf_of(vendors.factiva_lines(stories)),
}


def told(draft: Draft) -> tuple[object, ...]:
    assert draft.published is not None
    return draft.title, draft.outlet, draft.published.day, draft.author, draft.text


def expected(story: Story) -> tuple[object, ...]:
    return story.title, story.outlet, story.day, story.author, story.text


@pytest.mark.parametrize("section", [True, False])
@pytest.mark.parametrize("language", vendors.FACTIVA)
def test_every_article_of_a_page_is_told_exactly(read: Read, language: str, section: bool) -> None:
    drafts = read(vendors.factiva_page(STORIES, language, section=section).encode(), "x.html")
    assert [told(draft) for draft in drafts] == [expected(story) for story in STORIES]
    assert drafts[0].provider_id == "factiva:ISLP0000202412100ec1c00000"


@pytest.mark.parametrize("container", MADE)
def test_every_article_of_an_index_is_told_exactly(read: Read, container: str) -> None:
    drafts = read(MADE[container](STORIES), f"x.{container[-3:]}")
    assert [told(draft) for draft in drafts] == [expected(story) for story in STORIES]
    assert drafts[0].provider_id == "factiva:ISLP0000202412100ec1c00000"


def test_index_terms_are_hints_and_no_text(read: Read) -> None:
    (draft,) = read(MADE["txt"](STORIES[:1]), "x.txt")
    assert ("subject", "g0: FERRIES (93%)") in draft.hints
    assert ("company", "islfer: Island Ferries") in draft.hints
    assert "FERRIES" not in draft.text


def test_a_table_of_codes_is_read(read: Read) -> None:
    rows = ["HD|Ferry stays|", "PD|9 January 1993|", "SN|Island Post|", "LP|The ferry stayed.|",
            "TD|It rained.", "", "Still.|", "AN|Document ISLP000020241210ec1c00000|"]  # fmt: skip
    (draft,) = read("\n".join(rows).encode(), "x.txt")
    assert (draft.title, draft.outlet) == ("Ferry stays", "Island Post")
    assert draft.text == "The ferry stayed.\n\nIt rained.\n\nStill."


def test_a_page_in_another_encoding_is_read(read: Read) -> None:
    page = vendors.factiva_page([replace(STORIES[0], outlet="Южный причал")], "ru")
    raw = page.replace("<head>", '<head><meta charset="windows-1251">').encode("cp1251")
    (draft,) = read(raw, "x.html")
    assert draft.outlet == "Южный причал"


def test_a_broken_article_does_not_end_the_rest() -> None:
    page = vendors.factiva_page([STORIES[0], replace(STORIES[1], body=()), STORIES[2]])
    drafts, error = vendors.read_all(page.encode())
    assert len(drafts) == 2
    assert error is not None
    assert "1 of 3 articles could not be read" in error.what_happened


def test_a_word_of_two_capitals_makes_no_export(read: Read, body: str) -> None:
    text = "HD   is a code, they said.\nPD is another.\n\n" + body
    (draft,) = read(text.encode(), "x.txt")
    assert "HD is a code" in draft.text


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "Nd"]), min_size=1, max_size=8)
SENTENCE = st.lists(WORDS, min_size=3, max_size=30).map(
    lambda words: clean_line(" ".join(words) + ".", 300)
)
ANY = st.builds(
    Story,
    # A text that begins with its title is kept without it.
    title=SENTENCE.map(lambda words: f"Title {words}"),
    outlet=st.sampled_from(["Island Post", "Südwind Zeitung", "SHORE", "Южный причал"]),
    day=st.dates(date(1980, 1, 1), date(2030, 1, 1)).map(lambda day: day.replace(month=12)),
    author=st.sampled_from(["", "Mira Voss", "Jean-Luc Ôté"]),
    body=st.lists(SENTENCE.map(clean_text), min_size=1, max_size=6).map(tuple),
)


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(
    stories=st.lists(ANY, min_size=1, max_size=6),
    language=st.sampled_from(list(vendors.FACTIVA)),
    container=st.sampled_from(["page", *MADE]),
)
def test_any_number_of_articles_is_split_right(
    read: Read, stories: list[Story], language: str, container: str
) -> None:
    raw = (
        vendors.factiva_page(stories, language).encode()
        if container == "page"
        else MADE[container](stories)
    )
    assert [told(draft) for draft in read(raw, "x")] == [expected(story) for story in stories]


@pytest.mark.parametrize("container", ["page", *MADE])
def test_mutants_are_read_or_refused(container: str) -> None:
    page = container == "page"
    raw = vendors.factiva_page(STORIES).encode() if page else MADE[container](STORIES)
    for mutant in vendors.mutants(raw, 25):
        vendors.read_all(mutant)
