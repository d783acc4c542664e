from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.press import Press
from workstation.domain.signs import Sign
from workstation.library import signs
from workstation.library.library import Library
from workstation.library.query import Field, Term, parse
from workstation.library.suggestions import Typed, fields_for, suggest, typed, written


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", None),
        ("a", None),
        ("ac", Typed(None, "ac", 0)),
        ("russia (ou", Typed(None, "ou", 8)),
        ("actor:", Typed("actor", "", 6)),
        ("x -ACTOR:rus", Typed("actor", "rus", 9)),
        ('actor:"bashar al', Typed("actor", "bashar al", 6)),
        ('actor:"bashar al-assad" ', None),
        ("actor:x ", None),
        ("http:x", None),
        ("x NEAR/8 actor:", Typed("actor", "", 15)),
    ],
)
def test_the_end_of_what_is_typed_says_what_is_wanted(text: str, wanted: Typed | None) -> None:
    assert typed(text) == wanted


def test_values_are_suggested_as_the_library_holds_them(library: Library, press: Press) -> None:
    for day in (1, 2):
        press.named("Russia met Syria.", "Russia", "Syria", on=date(2024, 12, day))
    press.named("Rusland and Russia.", "Rusland", "Russia", outlet="The Tägliche Bote")
    press.article("Unbekannt.", language="", outlet="")
    with library.write() as writing:
        labels = [Sign("label", "Oil & Gas"), Sign("label", "bases")]
        signs.change(writing, [1, 2], put=labels, who="ann")
        signs.change(writing, [1], take=labels[1:], who="ann")
    asked = {
        "actor:rus": [("Russia", 3), ("Rusland", 1)],
        "actor:": [("Russia", 3), ("Syria", 2), ("Rusland", 1)],
        "outlet:bot": [("The Tägliche Bote", 1)],
        "outlet:": [("Halyard Wire", 2), ("The Tägliche Bote", 1)],
        "lang:": [("en", 3), ("unknown", 1)],
        "lang:e": [("en", 3)],
        "kind:arm": [("armed-group", 0)],
        "label:gas": [("Oil & Gas", 2)],
        "label:": [("Oil & Gas", 2), ("bases", 1)],
        "is:un": [("unread", 0)],
        "story:": [],
        "before:": [],
        "acto": [("actor:", 0)],
    }
    with library.read() as reading:
        for text, values in asked.items():
            wanted = typed(text)
            assert wanted is not None
            found = [(one.words, one.count) for one in suggest(reading, wanted)]
            assert (text, found) == (text, values)


def test_what_is_taken_reads_as_it_was_meant() -> None:
    assert written(None, "actor:") == "actor:"
    assert written("actor", "Russia") == "Russia "
    assert parse("actor:" + written("actor", "Bashar al-Assad")) == Field(
        "actor", "Bashar al-Assad", exact=True
    )
    assert [one.words for one in fields_for("l")] == ["lang:", "label:"]


@given(st.text())
def test_anything_may_be_typed(text: str) -> None:
    wanted = typed(text)
    assert wanted is None or wanted.at <= len(text)
    assert isinstance(parse(written("title", "a b")), Term)
