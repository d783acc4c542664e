from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from corpora import Document
from examples import UNKNOWN, batches, examples, tagged

from workstation.tagging import identity
from workstation.tagging.classifier import TAGS, VOCABULARY
from workstation.tagging.pieces import Vocabulary

TRAINING = Path(__file__).resolve().parents[2] / "training"


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary.read(identity.model() / VOCABULARY)


def words_of(nlp, document):
    return ["" if tag == UNKNOWN else TAGS[tag] for tag in tagged(nlp, document)[1]]


def test_names_begin_and_go_on_and_what_a_source_does_not_tell_is_unknown(nlp):
    text = "Ama Owusu saw Hamlet in Wa."
    document = Document(text, ((0, 9, "PERSON"), (24, 26, "GPE")), ((14, 20),), "m", "m")

    assert words_of(nlp, document) == ["B-PERSON", "I-PERSON", "O", "", "O", "B-GPE", "O"]


def test_a_name_that_does_not_end_with_a_word_is_unknown(nlp):
    document = Document("Wafoo left.", ((0, 2, "GPE"),), (), "m", "m")

    assert words_of(nlp, document) == ["", "O", "O"]


def test_an_unknown_stretch_never_hides_a_name(nlp):
    document = Document("Ama Owusu left.", ((0, 9, "PERSON"),), ((0, 3),), "m", "m")

    assert words_of(nlp, document) == ["B-PERSON", "I-PERSON", "O", "O"]


def test_every_word_of_a_document_is_in_one_example_with_its_tag(nlp, vocabulary):
    text = "Ama met Kofi in Wa. " * 60
    spans = [(at, at + 3, "PERSON") for at in range(0, len(text), 20)]

    shown = list(examples(nlp, vocabulary, [Document(text, tuple(spans), (), "m", "m")]))

    tags = [tag for example in shown for tag in example.tags]
    assert len(shown) > 1
    assert tags == tagged(nlp, Document(text, tuple(spans), (), "m", "m"))[1]


def test_batches_hold_all_examples_once_and_no_more_than_wanted(nlp, vocabulary):
    documents = [Document("one " * length, (), (), "m", "m") for length in range(1, 40)]
    shown = list(examples(nlp, vocabulary, documents))

    grouped = list(batches(shown, pieces=100, held=20))

    assert sorted(map(id, shown)) == sorted(id(example) for batch in grouped for example in batch)
    assert all(
        len(batch) * max(len(example.window.pieces) for example in batch) <= 100
        for batch in grouped
    )


def test_own_sentences_have_no_spaces_at_the_edges_of_names():
    for path in (TRAINING / "own").glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            fields = json.loads(line)
            for start, end, _ in fields["spans"]:
                name = fields["text"][start:end]
                assert name == name.strip(), fields["id"]
