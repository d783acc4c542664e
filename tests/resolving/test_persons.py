from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workstation.domain.article import Body
from workstation.domain.mention import Found
from workstation.resolving.resolver import Resolver

Read = Callable[..., list[Found]]


def pairs(found: list[Found]) -> list[tuple[str, str]]:
    return [(f.surface, f.key) for f in found]


def test_a_surname_alone_is_the_only_person_so_called(read: Read) -> None:
    text = "Amin Haddad came. Later Haddad left, and Mr Haddad’s car with him."
    assert pairs(read(text, ("Amin Haddad", "PERSON"))) == [
        ("Amin Haddad", "person/amin haddad"),
        ("Haddad", "person/amin haddad"),
        ("Haddad", "person/amin haddad"),
    ]


def test_a_surname_of_two_persons_is_kept_apart_and_says_why(read: Read) -> None:
    text = "Amin Haddad and Rima Haddad came. Then Haddad spoke."
    found = read(text, ("Amin Haddad", "PERSON"), ("Rima Haddad", "PERSON"))
    assert found[-1].key == "person/haddad"
    assert found[-1].why == (
        "“Haddad” → Haddad: several persons here are called so (Amin Haddad and Rima Haddad)."
    )


def test_a_surname_means_the_only_person_of_that_name_whom_the_text_has_named_so_far(
    read: Read,
) -> None:
    text = "Amin Haddad came. Haddad spoke. Then Rima Haddad came, and Haddad left."
    found = read(text, ("Amin Haddad", "PERSON"), ("Rima Haddad", "PERSON"))
    assert [f.key for f in found] == [
        "person/amin haddad", "person/amin haddad", "person/rima haddad", "person/haddad",
    ]  # fmt: skip
    assert found[1].why.endswith("the only person of this name up to here.")


def test_a_surname_that_begins_with_its_particle_is_a_person_whatever_a_pipeline_says(
    read: Read,
) -> None:
    text = "Noora al-Misnadi came. Al-Misnadi spoke."
    found = read(text, ("Noora al-Misnadi", "PERSON"), ("Al-Misnadi", "ORG"))
    assert [f.key for f in found] == ["person/noora al-misnadi"] * 2


def test_a_known_surname_is_not_claimed_for_a_relative(read: Read) -> None:
    found = read("Donald Trump came. Melania Trump came. Trump spoke.")
    assert found[-1].key == "person/trump"
    assert "Donald Trump and Melania Trump" in found[-1].why


def test_a_known_surname_alone_is_the_known_person(read: Read) -> None:
    assert pairs(read("Critics of Putin met Assad.")) == [
        ("Putin", "persons/vladimir-putin"),
        ("Assad", "persons/bashar-al-assad"),
    ]


def test_a_common_surname_is_known_only_after_the_full_name(read: Read) -> None:
    assert pairs(read("Kim sang.")) == []
    assert pairs(read("Kim Jong Un flew in. Kim sang.")) == [
        ("Kim Jong Un", "persons/kim-jong-un"),
        ("Kim", "persons/kim-jong-un"),
    ]


def test_a_given_name_that_a_pipeline_finds_is_linked_too(read: Read) -> None:
    text = "Nabil Sayegh waved. Nabil smiled."
    found = read(text, ("Nabil Sayegh", "PERSON"), ("Nabil", "PERSON"))
    assert [f.key for f in found] == ["person/nabil sayegh"] * 2


def test_particles_belong_to_the_surname(read: Read) -> None:
    text = "Mazen al-Faraya came. Then al-Faraya left, as Faraya would."
    found = read(text, ("Mazen al-Faraya", "PERSON"))
    assert [f.surface for f in found] == ["Mazen al-Faraya", "al-Faraya", "Faraya"]


def test_a_surname_inside_another_name_is_left_alone(read: Read) -> None:
    text = "Amin Haddad walked down Haddad Street to meet Rami Haddad."
    assert [f.surface for f in read(text, ("Amin Haddad", "PERSON"))] == ["Amin Haddad"]


def test_a_surname_that_is_a_word_is_no_name_at_the_start_of_a_sentence(read: Read) -> None:
    text = "Anna Young came. Young men with young dogs sat down. Then Young spoke."
    found = read(text, ("Anna Young", "PERSON"))
    assert [f.start for f in found] == [0, text.rindex("Young")]


def test_a_surname_that_a_pipeline_takes_for_a_town_is_a_person(read: Read) -> None:
    text = "Zakaria Harir came. We left Harir behind."
    found = read(text, ("Zakaria Harir", "PERSON"), ("Harir", "GPE"))
    assert [(f.label, f.name) for f in found] == [("PERSON", "Zakaria Harir")] * 2


def test_persons_of_promotional_lines_lend_nobody_their_name(read: Read) -> None:
    text = "Trump spoke.\n\nMelania Trump opens a school"
    found = read(text, promotion="Melania Trump opens a school")
    assert found[0].key == "persons/donald-trump"


def test_titles_are_no_part_of_a_known_name(read: Read) -> None:
    assert [f.surface for f in read("Pope Francis met King Charles and President Putin.")] == [
        "Francis", "Charles", "Putin",
    ]  # fmt: skip
    assert read("Francis and Charles danced.") == []


def test_the_jolani_of_before_is_the_sharaa_of_now(read: Read) -> None:
    found = read("Abu Mohammed al-Golani, now Ahmed al-Sharaa; Mr Sharaa and Jolani.")
    assert {f.key for f in found} == {"persons/ahmed-al-sharaa"}
    assert [f.surface for f in found][2:] == ["Sharaa", "Jolani"]


def test_a_surname_of_two_persons_means_the_one_whom_the_sentence_before_names(
    read: Read,
) -> None:
    text = "Amin Haddad and a cousin, Rima Haddad, left.\n\nRima Haddad came back. Haddad spoke."
    found = read(text, ("Amin Haddad", "PERSON"), ("Rima Haddad", "PERSON"))
    assert found[-1].key == "person/rima haddad"
    assert found[-1].why == (
        "“Haddad” → Rima Haddad: the one of this name whom the text has just named."
    )


def test_a_korean_surname_stands_first(read: Read) -> None:
    names = (("Park Se-jun", "PERSON"), ("Park", "PERSON"))
    found = read("Park Se-jun came. Park spoke in a park.", *names)
    assert pairs(found)[1:] == [("Park", "person/park se-jun")]


def test_two_surnames_and_a_middle_name_mean_whom_the_text_has_named_in_full(read: Read) -> None:
    text = "Lara Costa Prieto came. Costa spoke. Costa Prieto left."
    names = (("Lara Costa Prieto", "PERSON"), ("Costa", "PERSON"), ("Costa Prieto", "PERSON"))
    assert {f.key for f in read(text, *names)} == {"person/lara costa prieto"}


def test_a_father_named_before_his_son_is_not_his_son(read: Read) -> None:
    text = "Adam Oro ruled. Then his son, Musa Adam Oro, did."
    found = read(text, ("Adam Oro", "PERSON"), ("Musa Adam Oro", "PERSON"))
    assert [f.key for f in found] == ["person/adam oro", "person/musa adam oro"]


def test_a_known_person_is_known_in_another_spelling(read: Read) -> None:
    found = read("Nikol Pashinian came. Pashinian spoke.", ("Nikol Pashinian", "PERSON"))
    assert [f.key for f in found] == ["persons/nikol-pashinyan"] * 2
    assert "the same name in another spelling" in found[0].why


def test_a_surname_may_be_spelt_in_another_way_later(read: Read) -> None:
    found = read(
        "Amin Khaddour came. Haddur spoke.", ("Amin Khaddour", "PERSON"), ("Haddur", "PERSON")
    )
    assert [f.key for f in found] == ["person/amin khaddour"] * 2


def test_a_town_is_not_the_person_who_is_called_like_it(read: Read) -> None:
    text = "Ximena Valdivia spoke. She was not born in Valdivia. Valdivia left."
    found = read(text, ("Ximena Valdivia", "PERSON"), ("Valdivia", "GPE"))
    assert [f.key for f in found] == [
        "person/ximena valdivia", "place/valdivia", "person/ximena valdivia",
    ]  # fmt: skip


def test_a_surname_that_is_a_plain_word_too_may_begin_a_sentence(read: Read) -> None:
    found = read(
        "Anna Young met young men. Young spoke.", ("Anna Young", "PERSON"), ("Young", "PERSON")
    )
    assert [f.key for f in found] == ["person/anna young"] * 2


def test_a_given_name_that_is_a_states_is_the_state_where_the_state_is_named(read: Read) -> None:
    names = (("Chad Wexler", "PERSON"), ("Chad", "PERSON"))
    found = read("Chad Wexler said so, but N’Djamena did not. Chad sells cattle.", *names)
    assert [f.key for f in found] == ["person/chad wexler", "states/TD", "states/TD"]


def test_differing_middle_names_are_of_two_persons_who_else_are_called_alike(read: Read) -> None:
    text = "George W. Bush and his father, George H.W. Bush, met Ann B. Harir and Ann C. Harir."
    names = ("George H.W. Bush", "Ann B. Harir", "Ann C. Harir")
    found = read(text, *((name, "PERSON") for name in names))
    assert pairs(found) == [
        ("George W. Bush", "persons/george-w-bush"),
        ("George H.W. Bush", "persons/george-h-w-bush"),
        ("Ann B. Harir", "person/ann b. harir"),
        ("Ann C. Harir", "person/ann c. harir"),
    ]
    text = "George Herbert Walker Bush led. George Walker Bush and George Bush followed."
    names = ("George Herbert Walker Bush", "George Walker Bush")
    found = read(text, *((name, "PERSON") for name in names))
    assert [f.key for f in found] == [
        "persons/george-h-w-bush", "persons/george-w-bush", "persons/george-w-bush",
    ]  # fmt: skip


def test_a_middle_name_that_one_leaves_out_parts_nobody(read: Read) -> None:
    text = "Ann Harir came. Ann C. Harir spoke; Ann Celia Harir left. Vladimir M. Putin slept."
    names = ("Ann Harir", "Ann C. Harir", "Ann Celia Harir", "Vladimir M. Putin")
    found = read(text, *((name, "PERSON") for name in names))
    assert {f.key for f in found[:3]} == {"person/ann c. harir"}
    assert found[3].key == "person/vladimir m. putin"  # the register knows him as V.


def test_a_further_surname_makes_another_person_of_a_known_one(read: Read) -> None:
    text = "Nicolás Maduro spoke, and Nicolás Maduro Guerra, his son. Maduro Guerra left."
    names = ("Nicolás Maduro Guerra", "Maduro Guerra")
    found = read(text, *((name, "PERSON") for name in names))
    assert [f.key for f in found] == [
        "persons/nicolas-maduro", "person/nicolas maduro guerra", "person/nicolas maduro guerra",
    ]  # fmt: skip


def test_the_second_surnames_that_a_register_lists_are_of_the_same_person(read: Read) -> None:
    text = "Claudia Sheinbaum Pardo met Nicolás Maduro Moros. Sheinbaum Pardo left."
    names = ("Claudia Sheinbaum Pardo", "Nicolás Maduro Moros", "Sheinbaum Pardo")
    found = read(text, *((name, "PERSON") for name in names))
    assert [f.key for f in found] == [
        "persons/claudia-sheinbaum", "persons/nicolas-maduro", "persons/claudia-sheinbaum",
    ]  # fmt: skip


def test_a_surname_by_a_word_of_power_is_its_usual_bearers(read: Read) -> None:
    text = "Asma al-Assad left. The Assad regime fell, and pro-Assad men with it. Assad fled. \
President Assad, of the Assad-era state, and Assad's army were gone."
    found = [f for f in read(text, title="Assad gone") if f.surface == "Assad"]
    assert [f.key for f in found] == ["persons/bashar-al-assad"] * 7


def test_a_surname_without_one_is_kept_apart_from_the_only_other_of_the_name(read: Read) -> None:
    assert read("Asma al-Assad left. Assad fled.")[-1].key == "person/assad"
    text = "The Assad regime fell. Asma al-Assad left. Assad was ill."
    assert read(text)[-1].key != "persons/bashar-al-assad"
    text = "Asma al-Assad left with Amin Assad. First lady Assad spoke."
    assert read(text, ("Amin Assad", "PERSON"))[-1].key == "person/assad"


def test_a_president_after_his_fall_is_still_the_one_of_the_name(resolver: Resolver) -> None:
    body = Body("", "President Assad left in December; Bashar al-Assad and Asma al-Assad slept.")
    found = resolver.resolve(body, (), published=date(2025, 2, 3))
    assert found[0].key == "persons/bashar-al-assad"


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan came. Jordan's king opened it.",
        "Michael Jordan came. Jordan's foreign minister opened it.",
        "Michael Jordan came. Jordan beat Chad.",
        "Michael Jordan came. Iraq and Jordan agreed.",
        "Michael Jordan came.\n\nAMMAN: Jordan won.",
        "Michael Jordan came.\n\nAMMAN (Halyard) — On Friday Jordan won.",
    ],
)
def test_a_state_where_states_stand_is_no_person_of_its_name(read: Read, text: str) -> None:
    found = read(text, ("Michael Jordan", "PERSON"), ("Jordan", "PERSON"))
    assert [f.key for f in found if f.surface == "Jordan"] == ["states/JO"]


@pytest.mark.parametrize("end", ["Jordan's knee hurt.", "Jordan visited France.", "Jordan left."])
def test_a_state_that_a_person_named_before_is_called_by_is_the_person(
    read: Read, end: str
) -> None:
    found = read(f"Michael Jordan came. {end}", ("Michael Jordan", "PERSON"), ("Jordan", "PERSON"))
    assert "states/JO" not in [f.key for f in found]
