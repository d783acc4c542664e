from __future__ import annotations

import json
from pathlib import Path

import pytest

from workstation.tagging.pipeline import Pipeline

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "models" / "en_world_news"


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline(SHIPPED)


def names_in(pipeline, text):
    return {
        (text[span.start : span.end], span.label)
        for spans in pipeline.spans(text, "text")
        for span in spans
    }


def test_the_shipped_pipeline_finds_the_names_of_a_plain_report(pipeline):
    text = "Russian troops left Syria on Monday, a spokesman for the United Nations said."

    assert names_in(pipeline, text) == {
        ("Russian", "NORP"),
        ("Syria", "GPE"),
        ("United Nations", "ORG"),
    }


def test_a_text_without_words_holds_no_names(pipeline):
    assert [names_in(pipeline, text) for text in ("", "\n\n", " \u200b ")] == [set()] * 3


def test_the_shipped_files_are_small_enough_for_a_download():
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 16_000_000


def test_the_card_quotes_the_scores():
    scores = json.loads((SHIPPED / "scores.json").read_text("utf-8"))
    card = (SHIPPED / "MODEL_CARD.md").read_text("utf-8")

    for label, score in (*scores["labels"].items(), *scores["own"]["labels"].items()):
        row = f"| {label} | {score['names']} | {score['p']} | {score['r']} | {score['f']} |"
        assert row in card


def test_the_weights_carry_their_licence():
    assert "CC-BY-SA-4.0" in (SHIPPED / "LICENSE").read_text("utf-8")
