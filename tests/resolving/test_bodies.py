from __future__ import annotations

import pytest

from workstation.resolving.registers import Registers
from workstation.resolving.words import Words

SHIPPED = Registers.shipped()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.known.name) for m in SHIPPED.find(Words(text))]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Two ships of the Chilean navy left.", "Chilean navy", "Chilean Navy"),
        ("A Cuban foreign ministry man spoke.", "Cuban foreign ministry", "Cuban Foreign Ministry"),
        ("The Cuban Foreign Ministry spoke.", "Cuban Foreign Ministry", "Cuban Foreign Ministry"),
        ("The Norwegian coastguard saw it.", "Norwegian coastguard", "Norwegian Coast Guard"),
        ("The Peruvian military said no.", "Peruvian military", "Peruvian Armed Forces"),
        ("The Peruvian army said no.", "Peruvian army", "Peruvian Armed Forces"),
        ("A Botswana Defence Force", "Botswana Defence Force", "Botswanan Armed Forces"),
        ("Men of the Kenya Navy left.", "Kenya Navy", "Kenyan Navy"),
        ("The Georgian parliament voted.", "Georgian parliament", "Georgian Parliament"),
        ("The Ghanaian central bank paid.", "Ghanaian central bank", "Ghanaian Central Bank"),
        (
            "The Ministry of Foreign Affairs of Chile spoke.",
            "Ministry of Foreign Affairs of Chile",
            "Chilean Foreign Ministry",
        ),
        ("The Bank of Ghana paid.", "Bank of Ghana", "Ghanaian Central Bank"),
        ("The Parliament of the Gambia voted.", "Parliament of the Gambia", "Gambian Parliament"),
        ("A Fijian Ministry of Health", "Fijian Ministry of Health", "Fijian Health Ministry"),
    ],
)  # fmt: skip
def test_every_state_has_forces_and_ministries(text: str, surface: str, name: str) -> None:
    assert found(text) == [(surface, name)]


def test_a_noun_after_the_military_leaves_the_state() -> None:
    assert found("Peruvian military vehicles came.") == [("Peruvian", "Peru")]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Kenya police said so.", "Kenya"),
        ("Men of the Free Ghana Army left.", "Ghana"),
        ("Haiti Police Hold Bridge After Second Attack", "Haiti"),
    ],
)
def test_other_words_beside_a_name_leave_the_state(text: str, surface: str) -> None:
    assert [said for said, _ in found(text)] == [surface]


def test_another_name_for_a_listed_army_is_that_army() -> None:
    assert found("The Syrian military said no.") == [("Syrian military", "Syrian Army")]


def test_what_a_register_lists_by_name_stays_as_it_is_listed() -> None:
    assert found("The Syrian army left.") == [("Syrian army", "Syrian Army")]
    names = [known.name for known in SHIPPED]
    assert names.count("Syrian Army") == 1


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Ukraine's Defence Ministry spoke.", "Defence Ministry", "Ukrainian Defence Ministry"),
        ("Chile’s defence ministry spoke.", "defence ministry", "Chilean Defence Ministry"),
        ("RUSSIA'S DEFENCE MINISTRY SPOKE.", "DEFENCE MINISTRY", "Russian Ministry of Defence"),
        ("Israel's army left.", "army", "Israel Defense Forces"),
        ("The Philippines' navy left.", "navy", "Philippine Navy"),
        ("India's Parliament sat.", "Parliament", "Indian Parliament"),
    ],
)
def test_a_state_in_the_possessive_owns_its_bodies_like_its_adjective(
    text: str, surface: str, name: str
) -> None:
    (_, owner), body = found(text)
    assert owner in ("Ukraine", "Chile", "Russia", "Israel", "Philippines", "India")
    assert body == (surface, name)


@pytest.mark.parametrize("text", ["Chad's armyworms came.", "Chad's military budget grew."])
def test_what_a_state_owns_is_not_always_its_body(text: str) -> None:
    assert [name for _, name in found(text)] == ["Chad"]
