"""How often names stand there is what the mentions say, after whatever is written."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.library.press import Press
from workstation.library import checks, form_counts, mentions
from workstation.library.decided import Decided, Meaning
from workstation.library.form_counts import forms
from workstation.library.library import Library
from workstation.library.mentions import Findings
from workstation.library.schema import articles
from workstation.library.schema import mentions as table

_NAMES = ["Arland", "ARLAND", "Borland", "Córland", "Corland"]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A server counts for itself."""
    with Library.create(tmp_path / "x.mwlib", zone="UTC") as made:
        yield made


def _differ(library: Library) -> list[str]:
    with library.read() as reading:
        return [
            words
            for words, asked in checks._about_forms().items()
            if reading.connection.scalar(asked)
        ]


def _write(library: Library, chance: random.Random, number: int) -> None:
    named = chance.sample(_NAMES, 3)
    text = " saw ".join(named)
    with library.write() as writing:
        press, which = Press(library), chance.randint(1, number)
        match chance.choice(["tag", "mean", "place", "take away", "remove"]):
            case "tag":
                version = sa.select(articles.c.version).where(articles.c.id == which)
                found = press.found(
                    text,
                    {name: chance.choice(["Arland", "Borland", ""]) for name in named},
                    counted=chance.random() < 0.8,
                )
                now = writing.connection.scalar(version) or 1
                mentions.record(writing, "test/2", [Findings(which, now, found)])
            case "mean":
                meant = Meaning("Arland", chance.choice([1, 2, None]), "why")
                mentions.reinterpret(writing, ["arland"], Decided((meant,)))
            case "place":
                value = chance.choice(["", "gave-way", "assigned"])
                writing.connection.execute(
                    sa.update(table).where(table.c.article_id == which).values(decided=value)
                )
            case "take away":
                mentions.forget(writing, which)
            case _:
                writing.connection.execute(sa.delete(articles).where(articles.c.id == which))


def test_the_counts_of_names_follow_whatever_is_written(library: Library) -> None:
    chance = random.Random(11)  # noqa: S311 - repeatable, not secret
    press = Press(library)
    many = 12
    for _ in range(many):
        number = press.article(" and ".join(_NAMES))
        with library.write() as writing:
            press.tag_within(writing, number, {"Arland": "Arland", "Borland": "Borland"})
    assert _differ(library) == []
    for _ in range(60):
        _write(library, chance, many)
        assert _differ(library) == []


def test_a_wrong_count_of_names_is_found_and_filling_mends_it(library: Library) -> None:
    press = Press(library)
    number = press.article("Arland saw Arland.")
    with library.write() as writing:
        press.tag_within(writing, number, {"Arland": "Arland"})
    with library.write() as writing:
        writing.connection.execute(sa.update(forms).values(mentions=7))
    assert checks.check(library).problems == ("Names that differ from the mentions: 1.",)
    with library.write() as writing:
        writing.connection.execute(sa.delete(forms))
        writing.connection.exec_driver_sql(form_counts.FILL)
    assert checks.check(library).problems == ()
