"""Annotated documents as the classifier sees them: words with tags, windows with tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpora import Document
from spacy.language import Language

from workstation.tagging.classifier import TAGS
from workstation.tagging.pieces import Vocabulary
from workstation.tagging.windows import Window, windows

UNKNOWN = -100  # what the loss leaves out


@dataclass(frozen=True)
class Example:
    """A window and the tag of each of its words."""

    window: Window
    tags: list[int]


def tagged(nlp: Language, document: Document) -> tuple[list[str], list[int]]:
    """Gives the words of a document and their tags; what the source does not tell is unknown."""
    doc = nlp.make_doc(document.text)
    tags = [TAGS.index("O")] * len(doc)
    inexact = list(document.missing)
    names = []
    for start, end, label in document.spans:
        name = doc.char_span(start, end)
        if name is None:
            inexact.append((start, end))
        else:
            names.append((name, label))
    for start, end in inexact:
        touched = doc.char_span(start, end, alignment_mode="expand")
        for token in touched or ():
            tags[token.i] = UNKNOWN
    for name, label in names:
        tags[name.start : name.end] = [TAGS.index(f"I-{label}")] * len(name)
        tags[name.start] = TAGS.index(f"B-{label}")
    return [token.text for token in doc], tags


def examples(
    nlp: Language, vocabulary: Vocabulary, documents: Iterable[Document]
) -> Iterator[Example]:
    """Cuts documents into windows with tags."""
    for document in documents:
        words, tags = tagged(nlp, document)
        for window in windows(words, vocabulary):
            yield Example(window, [tags[word] for word in window.words])


def batches(shown: Sequence[Example], pieces: int, held: int) -> Iterator[list[Example]]:
    """Groups examples into batches of at most `pieces`, short ones filled up.

    Of `held` examples in a row, those of similar length come together.
    """
    for at in range(0, len(shown), held):
        alike = sorted(shown[at : at + held], key=lambda example: len(example.window.pieces))
        batch: list[Example] = []
        for example in alike:
            if batch and (len(batch) + 1) * len(example.window.pieces) > pieces:
                yield batch
                batch = []
            batch.append(example)
        yield batch
