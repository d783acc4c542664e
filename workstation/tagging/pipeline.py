"""The spaCy pipeline: texts in, spans out. Only workers import this file."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import spacy

from workstation.domain.mention import LABELS, Field, Label, Span
from workstation.limits import PIPELINE_CHARACTERS

_LABELS = frozenset(LABELS)


class Pipeline:
    """A loaded spaCy `Language`."""

    def __init__(self, model: Path) -> None:
        self._language: Any = spacy.load(model)

    def spans(self, text: str, field: Field) -> Iterator[list[Span]]:
        """The spans of a text, a stretch of paragraphs at a time: long texts cost memory."""
        stretches = list(stretch(text))
        documents = self._language.pipe(text[start:end] for start, end in stretches)
        for (start, _), document in zip(stretches, documents, strict=True):
            yield [
                Span(
                    field,
                    start + entity.start_char,
                    start + entity.end_char,
                    cast("Label", entity.label_),
                )
                for entity in document.ents
                if entity.label_ in _LABELS
            ]


def stretch(text: str) -> Iterable[tuple[int, int]]:
    """Cuts a text between paragraphs (or words, or anywhere) into stretches a pipeline can hold."""
    start = 0
    while len(text) - start > PIPELINE_CHARACTERS:
        limit = start + PIPELINE_CHARACTERS
        cut = max(text.rfind("\n\n", start, limit), start)
        if cut == start:
            cut = max(text.rfind(" ", start, limit), start)
        end = cut if cut > start else limit
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)
