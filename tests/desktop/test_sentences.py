from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.pseudo import Pseudo, accented
from workstation.curating import sentences as curating
from workstation.desktop import languages, sentences
from workstation.domain.actor import KINDS
from workstation.domain.decision import Order
from workstation.resolving import meanings
from workstation.resolving.claims import Claim
from workstation.resolving.meanings import Meaning

PERSON = Meaning("person/zakaria harir", "Zakaria Harir", "person", "")
NOUNS = meanings._NOUNS.values()
REASONS = [
    meanings.of_name(Claim("text", 0, 5, "Harir", "PERSON", "model")).why,
    meanings.of_town("Paris", "Paris, Texas").why,
    meanings.of_same("Zakaria B. Harir", PERSON).why,
    meanings.of_sound("Zakarya Harir", PERSON).why,
    meanings.of_sound("Zakarya Harir", Meaning("persons/zh", "Zakaria Harir", "person", "")).why,
    meanings.of_part("Harir", PERSON).why,
    meanings.of_part("Harir", PERSON, so_far=True).why,
    meanings.of_last("Harir", PERSON).why,
    meanings.of_shared_part("Harir", ["Zakaria Harir", "Lina Harir"]).why,
    meanings.of_acronym("OW", PERSON).why,
    meanings.of_renamed("Watch", PERSON).why,
    meanings.of_shortened("Watch", PERSON).why,
    meanings.of_initials("ZH", PERSON).why,
    meanings.of_spelt_out("Orbital Watch", "OW", PERSON).why,
    *(
        f"“Moscow” → Russia: {role.format(noun='a state', bare='state')} (by decision)."
        for role in meanings._ROLES.values()
    ),
    *(f"“X” → Y: name of {noun} (register y)." for noun in NOUNS),
    *(f"“X” → Y: in no register; read as {noun}." for noun in NOUNS),
    "“Minister Lavrov”: Sergey Lavrov was minister of Russia on 2024-12-09 (register persons).",
    "“Minister Lavrov”: Sergey Lavrov was minister from 2004 (register “mine”, line 4).",
    "“X” → Y: the town, not Z (by decision); not counted, as the article names its own source.",
]
NAMES = {"a": "Russia", "b": "Turkey"}
DECISIONS = [
    *(
        curating.told(order, NAMES.__getitem__, "“Ships leave”")
        for order in (
            Order("merge", "a", ("b",)),
            Order("not-the-same", "a", ("b",)),
            Order("split", "a", ("Crimea", "the Crimea", "Krym")),
            Order("rename", "a", ("Russian Federation",)),
            *(Order("kind", "a", (kind,)) for kind in KINDS),
            Order("alias", "a", ("the Bear",)),
            Order("alias", "a", ("the Bear", "bear", "north")),
            Order("accept", "a", ("Rossiya",)),
            Order("no-name", "a", ("Rus",)),
            Order("not-an-actor", "a"),
            *(Order("metonym", "", ("Moscow", meant)) for meant in ("place", "state", "both")),
            Order("outlet-body", "o", ("Halyard Wire", "Read the whole story")),
            Order("outlet-boilerplate", "o", ("Halyard Wire", "Read the whole story")),
            Order("date", "x", ("2024-12-14", "hash")),
            Order("date", "x", ("2024-12-14T16:20:00+00:00", "hash")),
        )
    ),
    "“Ada” is energy minister of “Russia” from 2021 to 2022-10.",
    "“Ada” is energy minister.",
    "Took back decision 3: Merged “Russia” into “Turkey”.",
    "Put back decision 3: “Russia” is not an actor.",
    "Merged 12 decisions of the library “Desk”.",
    "Decision 4: In article 12, “Rus” means “Russia”.",
]


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    """Everything that is translated stands in brackets."""
    translator = Pseudo(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("sentence", REASONS + DECISIONS)
def test_in_english_a_sentence_stays_as_it_is(qapp: QApplication, sentence: str) -> None:
    assert sentences.told(sentence) == sentence.replace("armed-group", "armed group")


@pytest.mark.parametrize("sentence", REASONS + DECISIONS)
def test_a_sentence_made_below_the_window_is_translated(pseudo: None, sentence: str) -> None:
    assert sentences.told(sentence).startswith("[")


def test_values_stand_in_the_translation_as_they_are(pseudo: None) -> None:
    told = sentences.told("Merged “Rusya” into “Russia”.")
    assert "“Rusya”" in told
    assert "“Russia”" in told


def test_a_sentence_that_nobody_knows_is_shown_as_it_is(pseudo: None) -> None:
    assert sentences.told("The moon is a decision.") == "The moon is a decision."


def test_steps_of_jobs_and_sources_of_days_are_translated(pseudo: None) -> None:
    assert sentences.step("Tagging") == accented("Tagging")
    assert sentences.dated_from("file name") == accented("file name")
    assert re.fullmatch(r"\[šéţ ƀý Ada~+\]", sentences.dated_from("set by Ada"))


def test_a_german_reads_a_decision_in_german(qapp: QApplication) -> None:
    languages.choose(qapp, "de")
    try:
        assert sentences.told("Made “Iran” a state.") == "Art von „Iran“: Staat."
        assert sentences.told(
            "“Moscow” → Russia: capital, counted as the state (by decision)."
        ) == ("„Moscow“ → Russia: Hauptstadt, gezählt als Staat (durch Entscheidung).")
    finally:
        languages.choose(qapp, "en")
