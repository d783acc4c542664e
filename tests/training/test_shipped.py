from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from corpora import LABELS

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "models" / "en_world_news"


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(SHIPPED)


def test_the_shipped_pipeline_knows_our_labels_and_no_others(nlp):
    assert nlp.get_pipe("ner").labels == tuple(sorted(LABELS))


def test_the_shipped_pipeline_finds_the_names_of_a_plain_report(nlp):
    doc = nlp("Russian troops left Syria on Monday, a spokesman for the United Nations said.")

    assert {(ent.text, ent.label_) for ent in doc.ents} == {
        ("Russian", "NORP"),
        ("Syria", "GPE"),
        ("United Nations", "ORG"),
    }


def test_a_text_without_words_holds_no_names(nlp):
    assert [nlp(text).ents for text in ("", "\n\n", " \u200b ")] == [(), (), ()]


def test_the_card_quotes_the_scores():
    scores = json.loads((SHIPPED / "scores.json").read_text("utf-8"))
    card = (SHIPPED / "MODEL_CARD.md").read_text("utf-8")

    for label, score in scores["labels"].items():
        row = f"| {label} | {score['names']} | {score['p']} | {score['r']} | {score['f']} |"
        assert row in card


def test_the_weights_carry_their_licence():
    assert "CC-BY-SA-4.0" in (SHIPPED / "LICENSE").read_text("utf-8")
