"""Which articles a changed name concerns, on both databases."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from tests.library.press import Press
from workstation.library import matching
from workstation.library.library import Library
from workstation.library.schema import articles

TEXTS = {
    "plain": ("Troops left Oncupinar at dawn.", "en"),
    "accents": ("Öncüpınar was quiet.", "tr"),
    "joined": ("The al-Noor Front spoke.", "en"),
    "capitals": ("THE U.S.-BACKED FORCE", "en"),
    "quoted": ("They call it “Вагнером”.", "en"),
    "russian": ("Ничего нового.", "ru"),
    "chinese": ("俄罗斯说", "zh"),
}


@pytest.fixture
def stored(library: Library, press: Press) -> dict[str, int]:
    numbers = {name: press.article(text, language=code) for name, (text, code) in TEXTS.items()}
    with library.write() as writing:
        writing.connection.execute(sa.update(articles).values(tagged_with="old"))
    return numbers


def concerned(library: Library, stored: dict[str, int], *names: str) -> set[str]:
    with library.write() as writing:
        matching.carry_over(writing, {"old": "new"}, names)
        asked = sa.select(articles.c.id, articles.c.tagged_with)
        rows = {row.id: row.tagged_with for row in writing.connection.execute(asked)}
        writing.connection.execute(sa.update(articles).values(tagged_with="old"))
    assert set(rows.values()) <= {None, "new"}
    return {name for name, number in stored.items() if rows[number] is None}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Oncupinar", {"plain"}),
        ("Öncüpınar", {"plain", "accents"}),
        ("Al Noor", {"joined"}),
        ("U.S.", {"capitals"}),
        ("Вагнер*", {"quoted", "russian", "chinese"}),
        ("俄罗斯", {"russian", "chinese"}),
        ('"; DROP', set()),
        ("%", set()),
        ("Nobody", set()),
    ],
)
def test_only_articles_that_may_hold_a_name_are_matched_again(
    library: Library, stored: dict[str, int], name: str, found: set[str]
) -> None:
    assert concerned(library, stored, name) == found


def test_no_name_concerns_no_article(library: Library, stored: dict[str, int]) -> None:
    assert concerned(library, stored) == set()
    assert concerned(library, stored, "Oncupinar", "Noor") == {"plain", "joined"}


def test_an_article_that_could_not_be_read_stays_set_aside(
    library: Library, stored: dict[str, int]
) -> None:
    with library.write() as writing:
        writing.connection.execute(sa.update(articles).values(problem="Too long."))
    assert concerned(library, stored, "Oncupinar") == set()
