"""The forms of names as both stores tell them."""

from __future__ import annotations

import sqlalchemy as sa

from tests.library.press import Press
from workstation.library import forms
from workstation.library.library import Library
from workstation.library.schema import actors, mentions


def test_each_form_is_told_with_whom_it_means_and_how_often(library: Library, press: Press) -> None:
    press.tag(
        press.article("Arland and ARLAND and Borland."),
        {"Arland": "Arland", "ARLAND": "Arland", "Borland": "Borland"},
    )
    press.tag(press.article("Corland."), {"Corland": "Corland"}, counted=False)
    press.tag(press.article("Nobody."), {"Nobody": ""})
    with library.write() as writing:
        a_model = sa.update(mentions).where(mentions.c.surface == "ARLAND")
        writing.connection.execute(a_model.values(layer="model", label="ORG"))
    with library.read() as reading:
        found = sorted(forms.every(reading))
    told = [(f.surface, f.folded, f.name, f.mentions, f.known, f.torn) for f in found]
    assert told == [
        ("Arland", "arland", "Arland", 2, True, True),
        ("Borland", "borland", "Borland", 1, True, False),
    ]
    with library.write() as writing:
        writing.connection.execute(
            sa.update(actors).where(actors.c.name == "Borland").values(counted=False)
        )
    with library.read() as reading:
        assert [one.name for one in forms.every(reading)] == ["Arland"]
