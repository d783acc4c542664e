from __future__ import annotations

import pytest

from workstation.domain.actor import Kind
from workstation.domain.mention import LABELS, Label
from workstation.resolving.kinds import has_head, kind_of, label_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Tourism", "government"),
        ("Border Police", "government"),
        ("Third Coastal Brigade", "military"),
        ("Kurmandian Armed Forces", "military"),
        ("Kurmandian Liberation Army", "armed-group"),
        ("Popular Front for the Highlands", "armed-group"),
        ("Reform Party", "party"),
        ("Harbour Holdings Ltd.", "company"),
        ("Amman Ledger", "outlet"),
        ("Kurmandian News Agency", "outlet"),
        ("Highland Security Council", "organisation"),
        ("Free Riders", "organisation"),
    ],
)
def test_head_words_tell_the_kind_of_an_organisation(name: str, kind: Kind) -> None:
    assert kind_of("ORG", name) == kind


@pytest.mark.parametrize(
    ("label", "kind"),
    [("PERSON", "person"), ("NORP", "people"), ("GPE", "place"), ("LOC", "place"),
     ("FAC", "place"), ("PRODUCT", "product"), ("EVENT", "event")],
)  # fmt: skip
def test_every_other_label_has_its_kind(label: Label, kind: Kind) -> None:
    assert label in LABELS
    assert kind_of(label, "Army of Nothing") == kind


def test_a_name_without_a_head_word_has_none() -> None:
    assert has_head("Ministry of Tourism")
    assert not has_head("Free Riders")


@pytest.mark.parametrize("label", ["PERSON", "GPE", "FAC", "EVENT"])
def test_what_is_called_like_an_organisation_is_one(label: Label) -> None:
    assert label_of(label, "Amman Ledger") == "ORG"
    assert label_of(label, "Limfjord Chartering") == "ORG"


@pytest.mark.parametrize(
    ("label", "name"),
    [("PERSON", "Charlotte Church"), ("LOC", "English Channel"), ("GPE", "Ledger"),
     ("PERSON", "Amin Haddad"), ("LOC", "West Bank")],
)  # fmt: skip
def test_words_that_persons_and_places_are_called_by_change_nothing(
    label: Label, name: str
) -> None:
    assert label_of(label, name) == label
