from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import Body
from workstation.domain.mention import Found, Span
from workstation.resolving.registers import Registers
from workstation.resolving.resolver import Resolver

SHIPPED = Registers.shipped()


def read(text: str, day: date | None = None) -> list[Found]:
    return Resolver(SHIPPED).resolve(Body("", text, ()), [], published=day)


def who(text: str, day: date | None = None) -> list[str]:
    return [found.name for found in read(text, day) if found.label == "PERSON"]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("President Assad left.", date(2024, 11, 30), "Bashar al-Assad"),
        ("President Assad left.", date(1990, 5, 1), "Hafez al-Assad"),
        ("President al-Sharaa spoke.", date(2025, 3, 1), "Ahmed al-Sharaa"),
        ("Syrian President al-Shara spoke.", date(2025, 3, 1), "Ahmed al-Sharaa"),
        ("President Bush flew home.", date(1990, 3, 1), "George H.W. Bush"),
        ("President Bush flew home.", date(2005, 3, 1), "George W. Bush"),
        ("Prime Minister Sharif agreed.", date(2014, 3, 1), "Nawaz Sharif"),
        ("Prime Minister Sharif agreed.", date(2025, 3, 1), "Shehbaz Sharif"),
        ("Canada's Prime Minister Trudeau agreed.", date(1970, 3, 1), "Pierre Trudeau"),
        ("Secretary of State Clinton agreed.", date(2011, 3, 1), "Hillary Clinton"),
        ("President Clinton agreed.", date(1996, 3, 1), "Bill Clinton"),
        ("Foreign Secretary Cameron agreed.", date(2024, 3, 1), "David Cameron"),
        ("King Abdullah of Jordan agreed.", date(2010, 3, 1), "King Abdullah II"),
        ("Saudi Arabia's King Abdullah agreed.", date(2010, 3, 1), "King Abdullah of Saudi Arabia"),
        ("President López Obrador agreed.", date(2020, 3, 1), "Andrés Manuel López Obrador"),
        ("Chancellor Scholz agreed.", None, "Olaf Scholz"),
    ],
)
def test_a_surname_after_a_title_means_who_held_the_office_that_day(
    text: str, day: date | None, name: str
) -> None:
    assert who(text, day) == [name]


def test_the_reason_names_office_and_day_and_the_title_is_no_part_of_the_name() -> None:
    [found] = read("President Assad left.", date(2024, 11, 30))
    assert found.surface == "Assad"
    assert "“President Assad”: Bashar al-Assad was president of Syria on 2024-11-30" in found.why


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The president left.", date(2024, 11, 30)),
        ("The Syrian president left.", date(2024, 11, 30)),
        ("President Lee left.", date(2025, 3, 1)),
        ("King Abdullah left.", date(2010, 3, 1)),
        ("President Bush flew home.", None),
        ("Vice President Lee left.", date(2025, 7, 1)),
        ("Club president Lee left.", date(2025, 7, 1)),
        ("President Lee Elementary School closed.", date(2025, 7, 1)),
    ],
)
def test_a_title_that_does_not_say_whom_it_means_gives_nobody(text: str, day: date | None) -> None:
    assert who(text, day) == []


def test_who_held_it_before_is_meant_after_former() -> None:
    [found] = read("Former President Chirac died.", date(2019, 9, 26))
    assert found.name == "Jacques Chirac"
    assert "was president of France from 1995-05-17 to 2007-05-16" in found.why


def test_a_titled_surname_is_kept_apart_where_the_article_names_another_in_full() -> None:
    text = "Marie Trudeau leads the bakers. President Trudeau thanked them."
    full = Span("text", 0, len("Marie Trudeau"), "PERSON")
    told = Resolver(SHIPPED).resolve(Body("", text, ()), [full], published=date(2020, 3, 1))
    assert [found.name for found in told] == ["Marie Trudeau", "Trudeau"]


def test_the_full_name_in_an_article_outranks_the_day() -> None:
    text = "Justin Trudeau wrote of his father. Prime Minister Trudeau was young then."
    assert who(text, date(1970, 3, 1)) == ["Justin Trudeau"] * 2


def test_a_later_surname_is_who_was_named_by_title() -> None:
    text = "Prime Minister Trudeau came. Mr Trudeau left again."
    assert who(text, date(1970, 3, 1)) == ["Pierre Trudeau"] * 2


def test_every_office_is_of_an_actor_and_its_days_are_in_order() -> None:
    known = {actor.key for actor in SHIPPED}
    held = [(actor.name, role) for actor in SHIPPED for role in actor.roles]
    assert len(held) > 700
    for name, role in held:
        assert role.of in known, name
        assert not role.until or role.since <= role.until, name


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31)))
def test_on_any_day_a_titled_surname_means_one_who_held_it_by_then_or_nobody(day: date) -> None:
    for found in read("President Assad, President Trump and Chancellor Merkel met.", day):
        actor = SHIPPED[f"persons/{found.key.split('/')[1]}"]
        assert actor.roles
