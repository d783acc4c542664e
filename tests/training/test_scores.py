from __future__ import annotations

from corpora import LABELS, Document
from scores import scores_of

from workstation.tagging import identity
from workstation.tagging.pipeline import Pipeline

TEXT = "Troops left Syria for Ukraine."
SYRIA, UKRAINE = (12, 17), (22, 29)


def scored(spans, missing=()):
    document = Document(TEXT, tuple(spans), tuple(missing), "m", "m")
    return scores_of(Pipeline(identity.model()), [document])


def test_names_with_the_right_words_and_label_count():
    scores = scored([(*SYRIA, "GPE"), (*UKRAINE, "ORG")])

    assert tuple(scores["labels"]) == LABELS
    assert scores["all"] == {"p": 50.0, "r": 50.0, "f": 50.0, "names": 2}
    assert scores["labels"]["GPE"] == {"p": 50.0, "r": 100.0, "f": 66.7, "names": 1}
    assert scores["labels"]["ORG"] == {"p": 0.0, "r": 0.0, "f": 0.0, "names": 1}


def test_a_name_where_the_source_does_not_tell_counts_neither_way():
    scores = scored([(*SYRIA, "GPE")], [UKRAINE])

    assert scores["all"] == {"p": 100.0, "r": 100.0, "f": 100.0, "names": 1}
