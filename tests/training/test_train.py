from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from corpora import LABELS, Document, seeded
from train import OWN_COPIES, batches, doc_of, epoch, example_of, scores_of

TRAINING = Path(__file__).resolve().parents[2] / "training"
NAMES = {"PERSON": ["Efua Mensah"], "GPE": ["Bole"]}


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def test_what_a_source_does_not_tell_is_missing_in_the_doc(nlp):
    text = "Ama saw Hamlet in Wa."
    document = Document(text, ((0, 3, "PERSON"), (18, 20, "GPE")), ((8, 14),), "m", "m")

    doc = doc_of(nlp, document)

    assert [token.ent_iob_ for token in doc] == ["B", "O", "", "O", "B", "O"]
    assert [ent.text for ent in doc.ents] == ["Ama", "Wa"]


def test_a_name_that_does_not_end_with_a_token_is_missing(nlp):
    doc = doc_of(nlp, Document("Wafoo left.", ((0, 2, "GPE"),), (), "m", "m"))

    assert [token.ent_iob_ for token in doc] == ["", "O", "O"]


def test_a_missing_stretch_never_hides_a_name(nlp):
    doc = doc_of(nlp, Document("Ama Owusu left.", ((0, 9, "PERSON"),), ((0, 3),), "m", "m"))

    assert [ent.text for ent in doc.ents] == ["Ama Owusu"]


def test_batches_hold_all_examples_and_about_the_wanted_words(nlp):
    examples = [example_of(nlp, Document("one two three", (), (), "m", "m")) for _ in range(7)]

    assert [len(batch) for batch in batches(examples, 6)] == [2, 2, 2, 1]


def test_an_epoch_shows_own_sentences_again_with_other_names():
    own = [Document("Ama left.", ((0, 3, "PERSON"),), (), "own", "own-1")]

    shown = " ".join(piece.text for piece in epoch([], own, NAMES, seeded(1))).lower()

    assert shown.count("ama") == 1
    assert shown.count("mensah") == OWN_COPIES - 1


def test_scores_name_every_label():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Ama"}])

    scores = scores_of(nlp, [Document("Ama left.", ((0, 3, "PERSON"),), (), "m", "m")])

    assert tuple(scores["labels"]) == LABELS
    assert scores["labels"]["PERSON"] == {"p": 100.0, "r": 100.0, "f": 100.0, "names": 1}


def test_own_sentences_have_no_spaces_at_the_edges_of_names():
    for path in (TRAINING / "own").glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            fields = json.loads(line)
            for start, end, _ in fields["spans"]:
                name = fields["text"][start:end]
                assert name == name.strip(), fields["id"]


def test_other_corpora_than_those_of_the_manifest_are_refused_by_name(tmp_path):
    command = [
        sys.executable,
        TRAINING / "train.py",
        "--corpora",
        tmp_path,
        "--out",
        tmp_path / "x",
    ]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "gum.dev.jsonl.gz" in done.stderr
    assert not (tmp_path / "x").exists()
