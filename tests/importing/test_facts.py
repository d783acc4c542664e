from __future__ import annotations

from workstation.importing.facts import Facts, make_draft


def test_signs_taken_out_of_words_are_noted() -> None:
    draft = make_draft("Ru\u200bssia said so.", Facts(outlet="Desk"), "a.txt")
    assert draft.text == "Russia said so."
    assert [note for note in draft.notes if "Invisible signs" in note]
    hyphens = make_draft("Rus\u00adsia\u200b said so.", Facts(outlet="Desk"), "a.txt")
    assert hyphens.text == "Russia said so."
    assert not [note for note in hyphens.notes if "Invisible signs" in note]
