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
from workstation.domain.clean import clean_text
from workstation.errors import Refused

Read = Callable[..., list[Draft]]
STORIES = [
    Story(),
    Story("Bakers ask for flour & <salt>", "Shore Post", date(2023, 5, 9), "", ("No flour.",)),
    Story("14 December 2024", body=("A day is a day.", "<b>Not bold</b> & no markup.")),
]
KINDS = ["html", "nitf", "plain"]


def told(draft: Draft) -> tuple[object, ...]:
    assert draft.published is not None
    assert draft.published.instant is not None
    return draft.title, draft.outlet, draft.published.instant.date(), draft.author, draft.text


def expected(story: Story) -> tuple[object, ...]:
    return story.title, story.outlet, story.day, story.author, story.text


@pytest.mark.parametrize("kind", KINDS)
def test_every_item_is_told_exactly(read: Read, kind: str) -> None:
    items = [vendors.newsml_item(s, number=n, kind=kind) for n, s in enumerate(STORIES)]
    drafts = read(vendors.newsml(items), "x.xml")
    assert [told(draft) for draft in drafts] == [expected(story) for story in STORIES]
    assert drafts[1].provider_id == "newsml:urn:newsml:island.example:1"


def test_a_single_item_is_read_too(read: Read) -> None:
    (draft,) = read(vendors.newsml_item(STORIES[0], version=7).encode(), "x.xml")
    assert (draft.provider_version, draft.text) == (7, STORIES[0].text)


def test_subjects_are_hints_and_no_text(read: Read) -> None:
    (draft,) = read(vendors.newsml_item(STORIES[0]).encode(), "x.xml")
    assert ("subject", "FERRIES (93%)") in draft.hints
    assert ("person", "Jonas Quill") in draft.hints


def test_an_embargo_is_told(read: Read) -> None:
    item = vendors.newsml_item(STORIES[0], embargo="2024-12-20T10:00:00Z")
    (draft,) = read(item.encode(), "x.xml")
    assert draft.notes == ("Under embargo until 2024-12-20T10:00:00Z.",)


def test_a_kill_notice_is_told_and_takes_the_place_of_the_text(read: Read) -> None:
    empty = replace(STORIES[0], body=())
    item = vendors.newsml_item(empty, version=2, status="canceled", note="Do not use: wrong quay.")
    (draft,) = read(item.encode(), "x.xml")
    assert draft.notes == ("The provider has withdrawn this article.",)
    assert (draft.text, draft.provider_version) == ("Do not use: wrong quay.", 2)


def test_a_kill_notice_without_words_is_refused_with_words(read: Read) -> None:
    item = vendors.newsml_item(replace(STORIES[0], body=()), status="canceled")
    with pytest.raises(Refused, match="withdrawn “Ferry stays in harbour”") as refused:
        read(item.encode(), "x.xml")
    assert refused.value.code == "withdrawn"


def test_a_picture_does_not_end_the_rest() -> None:
    items = [
        vendors.newsml_item(STORIES[0]),
        vendors.newsml_item(STORIES[1], number=1, kind="picture"),
        vendors.newsml_item(STORIES[2], number=2),
    ]
    drafts, error = vendors.read_all(vendors.newsml(items))
    assert len(drafts) == 2
    assert error is not None
    assert "1 of 3 articles" in error.what_happened


@pytest.mark.parametrize("deed", ["cut off", "broken"])
def test_the_sound_items_of_a_damaged_file_are_read(deed: str) -> None:
    raw = vendors.newsml([vendors.newsml_item(s, number=n) for n, s in enumerate(STORIES)])
    third = raw.rindex(b"<newsItem")
    damaged = raw[: third + 300] if deed == "cut off" else raw.replace(b"</p>", b"</q>", 1)
    drafts, error = vendors.read_all(damaged)
    kept = STORIES[:2] if deed == "cut off" else STORIES[1:]
    assert [told(draft) for draft in drafts] == [expected(story) for story in kept]
    assert error is not None
    assert "1 of 3 articles could not be read" in error.what_happened


def test_nitf_is_told_exactly(read: Read) -> None:
    for story in STORIES:
        (draft,) = read(vendors.nitf(story).encode(), "x.xml")
        assert told(draft) == expected(story)
        assert draft.provider_id == "nitf:5AB1-0001"
        assert ("subject", "FERRIES (93%)") in draft.hints


def test_nitf_that_is_withdrawn_says_so(read: Read) -> None:
    (draft,) = read(vendors.nitf(STORIES[0], status="canceled").encode(), "x.xml")
    assert draft.notes == ("The provider has withdrawn this article.",)


def test_known_names_of_letters_are_read_without_their_definition(read: Read) -> None:
    raw = vendors.nitf(STORIES[0]).replace("The ferry", "The&nbsp;caf&eacute; ferry").encode()
    (draft,) = read(raw, "x.xml")
    assert draft.text.startswith("The café ferry to the island")


@pytest.mark.parametrize("made", [vendors.nitf, vendors.newsml_item])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_cannot_pull_in_other_files(
    read: Read,
    tmp_path_factory: pytest.TempPathFactory,
    made: Callable[[Story], str],
    encoding: str,
) -> None:
    secret = tmp_path_factory.mktemp("secret") / "canary.txt"
    secret.write_text("CANARY")
    body = made(STORIES[0]).partition('<!DOCTYPE nitf SYSTEM "nitf-3-1.dtd">')
    content = (body[2] or body[0]).replace("The ferry", "&x; The ferry")
    doctype = f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    drafts, error = vendors.read_all((doctype + content).encode(encoding))
    assert drafts == []
    assert error is not None
    assert error.code in {"entities", "unknown-format"}


def test_an_outside_definition_is_not_fetched(
    read: Read, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("dtd") / "nitf.dtd"
    outside.write_text('<!ENTITY x "CANARY">')
    raw = vendors.nitf(STORIES[0]).replace("nitf-3-1.dtd", outside.as_uri())
    (draft,) = read(raw.replace("The ferry", "&x; The ferry").encode(), "x.xml")
    assert "CANARY" not in draft.text


def test_billions_of_laughs_are_refused() -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    raw = f"<!DOCTYPE nitf [{entities}]><nitf><body>&a11;</body></nitf>"
    drafts, error = vendors.read_all(raw.encode())
    assert drafts == []
    assert error is not None
    assert error.code == "entities"


def test_deep_nesting_is_refused_or_read() -> None:
    for depth in (100, 250, 1_000, 100_000):
        deep = "<p>" * depth + "x" + "</p>" * depth
        vendors.read_all(f"<nitf><body><body.content>{deep}</body.content></body></nitf>".encode())


SENTENCE = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "Nd", "Po"]), min_size=1, max_size=8),
    min_size=3,
    max_size=30,
).map(lambda words: clean_text(f"Then {' '.join(words)} ended."))


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    bodies=st.lists(st.lists(SENTENCE, min_size=1, max_size=5).map(tuple), min_size=1, max_size=6),
    kind=st.sampled_from(KINDS),
)
def test_any_number_of_items_is_split_right(
    read: Read, bodies: list[tuple[str, ...]], kind: str
) -> None:
    stories = [Story(title=f"Title {n}", body=body) for n, body in enumerate(bodies)]
    items = [vendors.newsml_item(s, number=n, kind=kind) for n, s in enumerate(stories)]
    drafts = read(vendors.newsml(items), "x.xml")
    assert [told(draft) for draft in drafts] == [expected(story) for story in stories]


@pytest.mark.parametrize("kind", [*KINDS, "nitf alone"])
def test_mutants_are_read_or_refused(kind: str) -> None:
    alone = kind == "nitf alone"
    items = [] if alone else [vendors.newsml_item(story, kind=kind) for story in STORIES]
    raw = vendors.nitf(STORIES[2]).encode() if alone else vendors.newsml(items)
    for mutant in vendors.mutants(raw, 25):
        vendors.read_all(mutant)
