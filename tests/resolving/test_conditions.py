from __future__ import annotations

import pytest

from workstation.resolving.conditions import Article, Condition, Place, holds, part_of_another_name
from workstation.resolving.words import Words


def place(text: str, word: str, *, article: str = "") -> Place:
    words = Words(text)
    i = words.words.index(word)
    return Place(words, i, i, Article(article or text))


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (("after a name",), "He met Michael Jordan there."),
        (("before a name",), "He met Jordan Baker there."),
        (("alone",), "The Jordan said no."),
        (("alone",), "Around Jordan, nothing."),
        (("followed by", "dinner"), "A Jordan dinner"),
        (("preceded by", "the", "a"), "across the Jordan"),
        (("near", "river bank"), "Jordan, whose river bank is dry"),
        (("article says", "Amman"), "Amman is big.\n\nJordan is bigger."),
        (("in capitals",), "TALKS IN Jordan FAIL AGAIN TODAY"),
        (("in capitals", "in"), "TALKS IN Jordan FAIL AGAIN TODAY"),
        (("starts a sentence",), "So be it. Jordan left."),
    ],
)
def test_a_condition_holds(condition: Condition, text: str) -> None:
    assert holds(condition, place(text, "Jordan"))


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (("after a name",), "With Jordan came rain."),
        (("after a name",), "President Jordan spoke."),
        (("after a name",), "Criticising Jordan is easy."),
        (("after a name",), "Nerve Gas Victims Want Jordan Punished"),
        (("before a name",), "In Jordan President Haddad spoke."),
        (("before a name",), "In Jordan-Syria talks"),
        (("alone",), "The Jordan border"),
        (("followed by", "dinner"), "Jordan, dinner"),
        (("near", "river bank"), "Jordan" + " and so on" * 20 + " river bank"),
        (("in capitals",), "Talks in Jordan fail"),
        (("in capitals", "give"), "TALKS IN Jordan FAIL AGAIN TODAY"),
        (("starts a sentence",), "Then J. Jordan left."),
    ],
)
def test_a_condition_does_not_hold(condition: Condition, text: str) -> None:
    assert not holds(condition, place(text, "Jordan"))


def test_the_title_is_part_of_what_an_article_says() -> None:
    condition = ("article says", "Amman")
    assert holds(condition, place("Jordan waits.", "Jordan", article="Amman\n\nJordan waits."))


def test_an_unknown_test_is_a_bug() -> None:
    with pytest.raises(KeyError):
        holds(("on a Tuesday",), place("Jordan", "Jordan"))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Jordan University", True), ("Jordan State University", True), ("Jordan, Ohio", True),
        ("Jordan city", False), ("Jordan, Syria", False), ("Jordan and the University", False),
    ],
)  # fmt: skip
def test_institutions_and_american_towns_are_named_after_states(text: str, part: bool) -> None:
    assert part_of_another_name(place(text, "Jordan")) is part
