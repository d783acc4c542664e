from __future__ import annotations

from collections.abc import Callable

import pytest

from workstation.domain.mention import Found

Read = Callable[..., list[Found]]


def test_an_acronym_in_brackets_stands_for_the_name_before_it(read: Read) -> None:
    text = "The Free Harbour Union (FHU) met. The FHU’s rivals did not."
    found = read(text, ("Free Harbour Union", "ORG"))
    assert [f.surface for f in found] == ["Free Harbour Union", "FHU", "FHU"]
    assert {f.key for f in found} == {"organisation/free harbour union"}
    assert found[-1].why == ("“FHU” → Free Harbour Union: the article introduces this short form.")


@pytest.mark.parametrize(
    "text",
    [
        "The Free Harbour Union, or FHU, met. The FHU ate.",
        "The Free Harbour Union, called FHU, met. The FHU ate.",
        "They left the Free Harbour Union, the FHU, which ate. The FHU met.",
    ],
)
def test_an_acronym_beside_a_name_stands_for_it(read: Read, text: str) -> None:
    found = read(text, ("Free Harbour Union", "ORG"))
    assert [f.surface for f in found] == ["Free Harbour Union", "FHU", "FHU"]
    assert {f.key for f in found} == {"organisation/free harbour union"}


def test_other_letters_beside_a_name_stand_for_themselves(read: Read) -> None:
    found = read("The Free Harbour Union, or XYZ, met.", ("Free Harbour Union", "ORG"))
    assert [f.surface for f in found] == ["Free Harbour Union"]


def test_a_name_in_brackets_is_what_the_acronym_before_it_stands_for(read: Read) -> None:
    text = "The FHU (Free Harbour Union) met; so the FHU went on."
    found = read(text, ("Free Harbour Union", "ORG"), ("FHU", "ORG"))
    assert {f.key for f in found} == {"organisation/free harbour union"}
    assert len(found) == 3


def test_initials_find_an_organisation_that_nobody_else_found(read: Read) -> None:
    found = read("A man of the Free Burma Army (FBA) waved.")
    assert [(f.surface, f.name, f.kind) for f in found] == [
        ("Free Burma Army", "Free Burma Army", "military"),
        ("FBA", "Free Burma Army", "military"),
    ]
    assert read("a Compact Fluorescent Light (CFL) bulb") == []


def test_an_introduction_outranks_what_the_register_thinks(read: Read) -> None:
    text = "The Southern Divers Federation (SDF) met. The SDF ate."
    found = read(text, ("Southern Divers Federation", "ORG"))
    assert {f.name for f in found} == {"Southern Divers Federation"}


def test_a_known_acronym_makes_another_spelling_of_its_name_known(read: Read) -> None:
    found = read("The Syrian Defence Forces (SDF) met.", ("Syrian Defence Forces", "ORG"))
    assert {f.key for f in found} == {"groups/sdf-kurdish"}
    assert found[0].why == (
        "“Syrian Defence Forces” → Syrian Democratic Forces: the article gives “SDF” for it."
    )


def test_a_known_name_and_its_known_acronym_agree(read: Read) -> None:
    assert {f.name for f in read("The Syrian National Army (SNA) and the SNA.")} == {
        "Syrian National Army"
    }


@pytest.mark.parametrize("text", ["Amin Haddad (AH) met.", "a place (XYZ) and XYZ", "(ABC)"])
def test_brackets_that_introduce_nothing_are_left_alone(read: Read, text: str) -> None:
    found = read(text, ("Amin Haddad", "PERSON"))
    assert [f.surface for f in found] in ([], ["Amin Haddad"])


def test_brackets_may_hold_the_initials_of_another_language(read: Read) -> None:
    text = "The Free River Alliance (LFA) met. The LFA ate."
    found = read(text, ("Free River Alliance", "ORG"))
    assert {f.key for f in found} == {"party/free river alliance"}
    assert len(found) == 3


def test_a_known_acronym_in_brackets_stays_whom_the_register_means(read: Read) -> None:
    found = read("A man of the Harbour Trust (IAEA) waved.", ("Harbour Trust", "ORG"))
    assert [f.name for f in found] == ["Harbour Trust", "IAEA"]


def test_initials_that_nobody_introduces_mean_the_only_name_that_has_them(read: Read) -> None:
    text = "The Joint Harbour Union met. Later the JHU ate."
    found = read(text, ("Joint Harbour Union", "ORG"))
    assert [f.surface for f in found] == ["Joint Harbour Union", "JHU"]
    assert found[1].key == found[0].key
    assert found[1].why == ("“JHU” → Joint Harbour Union: its initials, and nobody else’s here.")


def test_initials_of_two_names_mean_neither(read: Read) -> None:
    names = (("Joint Harbour Union", "ORG"), ("Just Honest Unit", "ORG"), ("JHU", "ORG"))
    found = read("The Joint Harbour Union and the Just Honest Unit met. The JHU ate.", *names)
    assert found[-1].key == "organisation/jhu"


def test_a_state_may_be_called_by_its_initials(read: Read) -> None:
    found = read("They left the Central African Republic (CAR). The CAR said no.")
    assert [f.key for f in found] == ["states/CF"] * 3


def test_little_words_may_have_letters_in_an_acronym(read: Read) -> None:
    found = read("The Tren de Osorno ate. The TdO slept.", ("Tren de Osorno", "ORG"))
    assert [f.surface for f in found] == ["Tren de Osorno", "TdO"]
    assert {f.key for f in found} == {"organisation/tren de osorno"}
