"""How well names are found: exact span and label, through the pipeline that the program runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpora import LABELS, Document

from workstation.tagging.pipeline import Pipeline

Score = dict[str, float]


def scores_of(pipeline: Pipeline, documents: Sequence[Document]) -> dict[str, object]:
    """Measures precision, recall and F in per cent, over all and for each label.

    A name found where the source does not tell counts neither way.
    """
    right, found, there = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        wanted = set(document.spans)
        there.update(label for _, _, label in document.spans)
        for span in (span for spans in pipeline.spans(document.text, "text") for span in spans):
            name = (span.start, span.end, span.label)
            if name in wanted:
                right[span.label] += 1
            elif any(s < span.end and span.start < e for s, e in document.missing):
                continue
            found[span.label] += 1
    return {
        "all": _score(right.total(), found.total(), there.total()),
        "labels": {label: _score(right[label], found[label], there[label]) for label in LABELS},
        "documents": len(documents),
    }


def _score(right: int, found: int, there: int) -> Score:
    precision = right / found if found else 0.0
    recall = right / there if there else 0.0
    both = precision + recall
    shares = {"p": precision, "r": recall, "f": 2 * precision * recall / both if both else 0.0}
    return {key: round(100 * share, 1) for key, share in shares.items()} | {"names": there}
