"""The spaCy pipeline: texts in, spans out. Only workers import this file."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from workstation.domain.mention import Field, Label, Span
from workstation.limits import PIPELINE_CHARACTERS, RUN_CHARACTERS
from workstation.tagging.classifier import Classifier

_COMPONENT = "workstation_names"


class _Names:
    """The component that sets a document's entities; its words are spaCy's tokens."""

    def __init__(self, model: Path) -> None:
        self._classifier = Classifier(model)

    def __call__(self, document: Any) -> Any:
        names = self._classifier.names([token.text for token in document])
        document.set_ents([SpacySpan(document, start, end, label) for start, end, label in names])
        return document


def _component(nlp: object, name: str, model: str) -> _Names:  # noqa: ARG001 - what spaCy calls
    return _Names(Path(model))


Language.factory(_COMPONENT, assigns=["doc.ents"], func=_component)


class _Tokenizer:
    """The tokenizer of a language, which never sees a run of characters without end.

    spaCy's own cuts sign after sign off both ends of a run, in time that grows with its square.
    """

    def __init__(self, language: Any) -> None:
        self._vocab = language.vocab
        self._cut = language.tokenizer

    def __call__(self, text: str) -> Any:
        runs = _RUN.finditer(text)
        ends = [end for run in runs for end in range(run.start(), run.end(), RUN_CHARACTERS)]
        if not ends:
            return self._cut(text)
        parts = [self._cut(text[a:b]) for a, b in pairwise([0, *ends, len(text)]) if a < b]
        tokens = [token for part in parts for token in part]
        return Doc(
            self._vocab,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
        )


_RUN = re.compile(rf"\S{{{RUN_CHARACTERS},}}")


class Pipeline:
    """A blank English `Language` with the classifier in it."""

    def __init__(self, model: Path) -> None:
        self._language: Any = spacy.blank("en")
        self._language.tokenizer = _Tokenizer(self._language)
        self._language.add_pipe(_COMPONENT, config={"model": str(model)})

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
