from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from workstation.domain.actor import Naming
from workstation.domain.article import Body
from workstation.resolving.registers import Registers
from workstation.resolving.resolver import Resolver
from workstation.resolving.words import Words

SHIPPED = Registers.shipped()


def towns(text: str, language: str = "en") -> list[str]:
    found = SHIPPED.find(Words(text), language=language)
    return [text[match.start : match.end] for match in found if match.town]


def test_a_decision_about_a_capital_holds_for_all_its_spellings() -> None:
    decided = SHIPPED.with_aliases([Naming("states/UA", "Ukraine", "state", "Kyiv", "state")])
    found = decided.find(Words("They met in Kyiv, in Kiev and in Moscow."))
    assert [match.town for match in found] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Brussels had misread the law, they said.", "European Union"),
        ("Brussels raised taxes, and the Belgian parliament agreed.", "Belgium"),
        ("Brussels and the European Commission heard the Belgian minister.", "European Union"),
    ],
)
def test_brussels_is_the_union_where_belgium_is_not_named(text: str, meant: str) -> None:
    assert SHIPPED.find(Words(text), article=text)[0].known.name == meant


@pytest.mark.parametrize(
    "text",
    [
        "They met in Moscow on Monday.",
        "TALKS IN MOSCOW END WITHOUT A DEAL",
        "A drone fell near Moscow.",
        "He flew home to Moscow.",
        "Four trains left for the front from Moscow.",
        "He took her from Moscow by car.",
        "The streets of Moscow were empty.",
        "It stands forty kilometres north of Moscow.",
        "Moscow’s airports were closed.",
        "The Moscow-based firm said nothing.",
        "Moscow, Russia, is cold in December.",
        "MOSCOW (Halyard Wire) — Four envoys came.",
        "Moscow, 9 Dec – Four envoys came.",
        "Napoleon entered Moscow and left it again.",
        "The capital Moscow saw snow.",
        "Can they take Moscow?",
        "Fairs were held in Baku, Tbilisi and Moscow.",
        "They went on to Libya, and to Moscow, where it rained.",
        "A road from Anchorage to Moscow was cheap.",
        "Its capital is Moscow.",
    ],
)
def test_a_capital_that_is_a_place_is_the_town(text: str) -> None:
    assert {"Moscow", "MOSCOW"} & set(towns(text))


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said nothing.",
        "The talks between Moscow and the new government went on.",
        "Talks between Kyiv and Moscow, and talks with Moscow, went on.",
        "He told Moscow to wait.",
        "It lies outside Moscow’s control.",
        "The plan won praise from Moscow.",
        "Confidence in Moscow is low.",
        "There is pressure from Moscow.",
        "A letter to Moscow was not answered.",
        "He had been friendlier to Moscow than to most.",
        "An ally of Moscow spoke against Moscow.",
        "Moscow’s envoy spoke.",
        "Moscow, which has two bases there, said nothing.",
    ],
)
def test_a_capital_that_acts_is_its_state(text: str) -> None:
    assert towns(text) == []


def test_a_town_is_one_actor_however_it_is_spelt() -> None:
    found = SHIPPED.find(Words("in Kyiv, in Kiev, in Sucre and in La Paz, in Bolivia"))
    assert [match.alias.town for match in found if match.town] == [
        "Kyiv",
        "Kyiv",
        "Sucre",
        "La Paz",
    ]


# Decided ------------------------------------------------------------------------------------

KYIV = Naming("states/UA", "Ukraine", "state", "Kyiv")


@pytest.mark.parametrize("text", ["Kyiv said nothing.", "In Kyiv snow fell.", "KYIV AGREES"])
@pytest.mark.parametrize("always", ["place", "state"])
def test_a_capital_means_what_was_decided_whatever_stands_around_it(
    text: str, always: Literal["place", "state"]
) -> None:
    known = SHIPPED.with_aliases([replace(KYIV, always=always)])
    (found,) = Resolver(known).resolve(Body("", text), [])
    name = "Kyiv" if always == "place" else "Ukraine"
    assert (found.name, found.origin) == (name, "rule")
    assert found.why.endswith("(by decision).")


def test_a_decision_about_one_capital_leaves_all_others_as_they_are() -> None:
    text = "Moscow said nothing, Kyiv neither, nor did Kiev."
    known = SHIPPED.with_aliases([replace(KYIV, always="place")])
    found = Resolver(known).resolve(Body("", text), [])
    assert [one.name for one in found] == ["Russia", "Kyiv", "Kyiv"]
