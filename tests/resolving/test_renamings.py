from __future__ import annotations

from collections.abc import Callable

import pytest

from workstation.domain.mention import Found, Label

Read = Callable[..., list[Found]]


@pytest.mark.parametrize(
    "text",
    [
        "They left Pella, once Bouno. Bouno was quiet.",
        "They left Pella, formerly Bouno, and wept. Bouno was quiet.",
        "They left Pella (formerly Bouno). Bouno was quiet.",
        "They left Pella, renamed Bouno in 1990. Bouno was quiet.",
        "They left Pella, also called Bouno. Bouno was quiet.",
        "They left Pella, or Bouno on old maps. Bouno was quiet.",
        "They left Pella, the former Bouno. Bouno was quiet.",
        "They left Pella, now officially Bouno. Bouno was quiet.",
        "They left Pella, as Greeks call Bouno. Bouno was quiet.",
        "They left Pella, which older charts still call Bouno. Bouno was quiet.",
        "They left Pella, which her grandmother called Bouno. Bouno was quiet.",
        "They left Pella, the Bouno in translation. Bouno was quiet.",
    ],
)
def test_another_name_that_the_article_states_means_the_same_place(read: Read, text: str) -> None:
    found = read(text, ("Pella", "GPE"), ("Bouno", "GPE"))
    assert {f.key for f in found} - {"states/GR"} == {"place/pella"}
    assert found[-1].why == "“Bouno” → Pella: the article says that both are one."


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They left Pella, then Bouno.", "GPE"),
        ("They left Pella and Bouno.", "GPE"),
        ("They left Pella, once Bouno’s rival.", "GPE"),
        ("Pella, called Bouno a thief.", "PERSON"),
        ("Pella, once Bouno, wept.", "PERSON"),
    ],
)
def test_two_names_without_such_words_stay_two(read: Read, text: str, label: Label) -> None:
    found = read(text, ("Pella", label), ("Bouno", label))
    assert len({f.key for f in found}) == 2


def test_a_former_name_means_the_company_whatever_a_pipeline_takes_it_for(read: Read) -> None:
    found = read("The gas of Equinor, formerly Statland, is dear.", ("Statland", "GPE"))
    assert {f.name for f in found} == {"Equinor"}


def test_a_nickname_means_the_person_before_it(read: Read) -> None:
    text = "Robert Hale, a former butcher better known as Rook, left. Rook wept."
    found = read(text, ("Robert Hale", "PERSON"), ("Rook", "PERSON"))
    assert {f.key for f in found} == {"person/robert hale"}


def test_a_name_whose_nickname_is_known_is_the_known_person(read: Read) -> None:
    found = read("The singer Ssentamu Hale, known as Bobi Wine, left.", ("Ssentamu Hale", "PERSON"))
    assert {f.key for f in found} == {"persons/bobi-wine"}


def test_two_known_actors_are_never_made_one(read: Read) -> None:
    found = read("They left Aleppo, or Homs, on foot.")
    assert {f.name for f in found} == {"Aleppo", "Homs"}


def test_a_shorter_name_is_the_only_longer_one_named_before(read: Read) -> None:
    text = "Men of the Lantern Harbour Trust left. Lantern Harbour wept."
    found = read(text, ("Lantern Harbour Trust", "ORG"), ("Lantern Harbour", "ORG"))
    assert {f.key for f in found} == {"organisation/lantern harbour trust"}
    assert found[1].why == (
        "“Lantern Harbour” → Lantern Harbour Trust: short for the only such name here."
    )


def test_a_shorter_name_of_two_longer_ones_is_neither(read: Read) -> None:
    names = (("Lantern Trust", "ORG"), ("Lantern Society", "ORG"), ("Lantern", "ORG"))
    found = read("The Lantern Trust and the Lantern Society met. Lantern wept.", *names)
    assert found[-1].key == "organisation/lantern"


def test_a_place_is_no_short_form(read: Read) -> None:
    names = (("Kelvra Trust", "ORG"), ("Kelvra", "LOC"))
    found = read("The Kelvra Trust looked on. They crossed the Kelvra.", *names)
    assert found[-1].key == "place/kelvra"
