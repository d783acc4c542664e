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
LANGUAGES = ["en", "de", "fr"]
STORIES = [
    Story(),
    Story("Bakers ask for flour", "Shore Post", date(2023, 5, 9), "", ("No flour came.", "None.")),
    Story("14 December 2024", "Halyard Wire", date(2022, 3, 1), "Jon Bell", ("A day is a day.",)),
    Story("Length: 300 words of nothing", body=("Body", "Text", "Classification", "It rained.")),
    Story("Body", body=("END OF TERM", "Subject to change", "Subject: a matter of taste", "So.")),
]
MADE = {
    "docx": vendors.nexis,
    "rtf": lambda stories, language: vendors.rtf_of(
        vendors.nexis_cover(stories)
        + [line for story in stories for line in vendors.nexis_lines(story, language)]
    ),
    "old.txt": lambda stories, language: vendors.old_nexis_text(stories, language).encode(),
    "old.html": lambda stories, language: vendors.old_nexis_page(stories, language).encode(),
    "old.rtf": lambda stories, language: vendors.rtf_of(
        vendors.old_nexis_text(stories, language).splitlines()
    ),
}


def told(draft: Draft) -> tuple[object, ...]:
    assert draft.published is not None
    return draft.title, draft.outlet, draft.published.day, draft.author, draft.text


def expected(story: Story) -> tuple[object, ...]:
    return story.title, story.outlet, story.day, story.author, story.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("container", MADE)
def test_every_article_is_told_exactly(read: Read, container: str, language: str) -> None:
    drafts = read(MADE[container](STORIES, language), f"x.{container.rpartition('.')[2]}")
    assert [told(draft) for draft in drafts] == [expected(story) for story in STORIES]


@pytest.mark.parametrize("container", ["docx", "rtf"])
def test_index_terms_are_hints_and_no_text(read: Read, container: str) -> None:
    (draft,) = read(MADE[container](STORIES[:1], "en"), f"x.{container}")
    assert ("subject", "FERRIES (93%)") in draft.hints
    assert ("subject", "LOST PROPERTY (71%)") in draft.hints
    assert ("person", "JONAS QUILL (79%)") in draft.hints
    assert "93%" not in draft.text


def test_index_terms_of_old_are_hints_too(read: Read) -> None:
    text = vendors.old_nexis_text(STORIES[:1]).replace(
        "LANGUAGE:", "SUBJECT: FERRIES (93%); LOST PROPERTY (71%)\n\nLANGUAGE:"
    )
    (draft,) = read(text.encode(), "x.txt")
    assert draft.text == STORIES[0].text
    assert ("subject", "FERRIES (93%)") in draft.hints
    assert ("caption", "The quay at noon") in draft.hints


def test_the_link_of_a_headline_tells_the_article(read: Read) -> None:
    story = STORIES[0]
    link = "https://advance.example/api/document?id=urn:contentItem:5CB4-0XY1-DYTY-C12P-00000-00"
    raw = vendors.docx_of(vendors.nexis_lines(story), {story.title: link})
    (draft,) = read(raw, "x.docx")
    assert draft.provider_id == "nexis:5CB4-0XY1-DYTY-C12P-00000-00"


def test_a_correction_moves_no_day(read: Read) -> None:
    lines = vendors.nexis_lines(STORIES[0])
    lines.insert(3, "Correction Appended")
    (draft,) = read(vendors.docx_of(lines), "x.docx")
    assert told(draft) == expected(STORIES[0])
    assert ("correction", "appended") in draft.hints


def test_an_abstract_is_no_text(read: Read) -> None:
    story = STORIES[0]
    abstract = ("ABSTRACT", "A ferry did not leave.", "FULL TEXT")
    shown = vendors.nexis_lines(replace(story, body=(*abstract, *story.body)))
    (draft,) = read(vendors.docx_of(shown), "x.docx")
    assert draft.text == story.text
    assert ("abstract", "A ferry did not leave.") in draft.hints


def test_text_without_its_marker_begins_after_the_labels(read: Read) -> None:
    (draft,) = read(vendors.docx_of(vendors.nexis_lines(STORIES[0], marked=False)), "x.docx")
    assert draft.text == STORIES[0].text


def test_captions_are_no_text(read: Read) -> None:
    lines = vendors.nexis_lines(STORIES[0])
    at = lines.index("Classification")
    lines[at:at] = ["Graphic", "The quay at noon, with suitcases."]
    (draft,) = read(vendors.docx_of(lines), "x.docx")
    assert draft.text == STORIES[0].text


def test_a_headline_may_be_missing(read: Read) -> None:
    lines = vendors.nexis_lines(replace(STORIES[0], title="No Headline In Original"))
    (draft,) = read(vendors.docx_of(lines), "x.docx")
    assert draft.title_derived
    assert draft.text == STORIES[0].text


def test_a_clock_with_a_zone_is_read(read: Read) -> None:
    text = vendors.old_nexis_text(STORIES[:1]).replace("Saturday", "Saturday 11:21 PM GMT", 1)
    (draft,) = read(text.encode(), "x.txt")
    assert draft.published is not None
    assert draft.published.iso() == "2024-12-14T23:21:00Z"


def test_labels_of_the_oldest_exports_are_read(read: Read) -> None:
    text = (
        "1 of 1 DOCUMENTS\n\nCopyright 1999 Island Post\n\nIsland Post\n\nMay 3, 1999, Monday\n\n"
        "SECTION: News\n\nLENGTH: 9 words\n\nHEADLINE: Ferry stays\n\nBYLINE: Mira Voss\n\n"
        "BODY:\nThe ferry did not leave.\n\nIt rained.\n\nLOAD-DATE: May 4, 1999\n"
    )
    (draft,) = read(text.encode(), "x.txt")
    assert told(draft) == (
        "Ferry stays",
        "Island Post",
        date(1999, 5, 3),
        "Mira Voss",
        "The ferry did not leave.\n\nIt rained.",
    )


def test_fewer_articles_than_the_cover_announces_are_told() -> None:
    drafts, error = vendors.read_all(vendors.nexis(STORIES, announced=50))
    assert len(drafts) == len(STORIES)
    assert error is not None
    assert (error.code, error.what_happened) == (
        "incomplete",
        "The export announces 50 articles, and 5 stand in it.",
    )


def test_a_broken_article_does_not_end_the_rest() -> None:
    stories = [STORIES[0], replace(STORIES[1], body=()), STORIES[2]]
    drafts, error = vendors.read_all(vendors.nexis(stories))
    assert len(drafts) == 2
    assert error is not None
    assert error.code == "some-unread"
    assert "1 of 3 articles could not be read (number 2)" in error.what_happened


def test_an_article_that_is_cut_off_says_so(read: Read) -> None:
    lines = vendors.nexis_lines(STORIES[0]) + vendors.nexis_lines(STORIES[1])[:-8]
    first, second = read(vendors.docx_of(lines), "x.docx")
    assert first.notes == ()
    assert second.notes == ("The file ends before this article does.",)


def test_an_ordinary_document_is_none_of_these(read: Read, body: str) -> None:
    (draft,) = read(vendors.docx_of([*body.split("\n\n"), "End of document"]), "x.docx")
    assert "End of document" in draft.text


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "Nd"]), min_size=1, max_size=8)
SENTENCE = st.lists(WORDS, min_size=3, max_size=30).map(lambda w: " ".join(w) + ".")
ANY = st.builds(
    Story,
    # A text that begins with its title is kept without it.
    title=SENTENCE.map(lambda words: f"Title {words}"),
    outlet=st.sampled_from(["Island Post", "Südwind Zeitung", "Le Phare", "Южный причал"]),
    day=st.dates(date(1980, 1, 1), date(2030, 1, 1)),
    author=st.sampled_from(["", "Mira Voss", "Jean-Luc Ôté"]),
    body=st.lists(SENTENCE, min_size=1, max_size=5).map(tuple),
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(stories=st.lists(ANY, min_size=1, max_size=6), language=st.sampled_from(LANGUAGES),
       container=st.sampled_from(list(MADE)))  # fmt: skip
def test_any_number_of_articles_is_split_right(
    read: Read, stories: list[Story], language: str, container: str
) -> None:
    stories = [
        replace(s, title=clean_line(s.title, 300), body=tuple(map(clean_text, s.body)))
        for s in stories
    ]
    drafts = read(MADE[container](stories, language), f"x.{container.rpartition('.')[2]}")
    assert [told(draft) for draft in drafts] == [expected(story) for story in stories]


@pytest.mark.parametrize("container", MADE)
def test_mutants_are_read_or_refused(container: str) -> None:
    for mutant in vendors.mutants(MADE[container](STORIES, "en"), 25):
        vendors.read_all(mutant)


def test_index_terms_of_old_french_exports_are_no_text(read: Read) -> None:
    export = (
        "Document 1 de 1\n\n\nLe Courrier du Lac\n\njeudi 14 mars 2013\n\nLe bac attend\n\n"
        "LONGUEUR: 8 mots\n\n\nLes passagers attendent.\n\n"
        "DATE-CHARGEMENT: March 16, 2013\n\nLANGUE: FRENCH; FRANÇAIS\n\n"
        "TYPE-PUBLICATION: Journal\n\n\nCopyright 2013 Le Courrier du Lac\nTous droits réservés\n"
    )
    (draft,) = read(export.encode(), "x.txt")
    assert (draft.text, draft.language) == ("Les passagers attendent.", "fr")
    assert ("loaded", "March 16, 2013") in draft.hints
    assert ("publication type", "Journal") in draft.hints


def test_a_day_with_a_clock_of_an_unknown_zone_is_kept(read: Read) -> None:
    export = (
        "Dokument 1 von 1\n\n\nNordblatt (Kiel)\n\n15. März 2013 Freitag 9:30 AM QQT\n\n"
        "Fähre wartet\n\nLÄNGE: 8 Wörter\n\n\nDie Reisenden singen am Hafen.\n"
    )
    (draft,) = read(export.encode(), "x.txt")
    assert draft.published is not None
    assert (draft.title, draft.published.day) == ("Fähre wartet", date(2013, 3, 15))
