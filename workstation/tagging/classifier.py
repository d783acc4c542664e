"""The network that says of every word whether it is part of a name. Only workers import this."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from workstation.domain.mention import LABELS, Label
from workstation.errors import WorkstationError
from workstation.limits import CLASSIFIER_PIECES
from workstation.tagging.pieces import Vocabulary
from workstation.tagging.windows import Window, windows

NETWORK, VOCABULARY = "names.onnx", "vocabulary.txt"

# Tag 0 is no name; then every label's first words, then every label's further words.
TAGS = ("O", *(f"B-{label}" for label in LABELS), *(f"I-{label}" for label in LABELS))
_KINDS = len(LABELS)
_FURTHER = 1 + _KINDS

_ERRORS_ONLY = 3

Scores = NDArray[np.float32]


class Classifier:
    """The shipped network with its vocabulary."""

    def __init__(self, folder: Path) -> None:
        """Loads both from a folder.

        Raises:
            WorkstationError: one of the two cannot be read.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        try:
            self._vocabulary = Vocabulary.read(folder / VOCABULARY)
            self._session = onnxruntime.InferenceSession(
                folder / NETWORK, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # both libraries raise what they like
            raise WorkstationError(
                f"The tagger's model in {folder} cannot be loaded: {error}",
                "Install the program again.",
                code="model-unusable",
            ) from error

    def names(self, words: Sequence[str]) -> list[tuple[int, int, Label]]:
        """The names among the words of a text: first word, word after the last, label."""
        cut = windows(words, self._vocabulary)
        return [
            name
            for window, scored in zip(cut, self._scores(cut), strict=True)
            for name in _names(window.words, decide(scored))
        ]

    def _scores(self, cut: Sequence[Window]) -> list[Scores]:
        """One row a word and one column a tag, for every window."""
        found: dict[int, Scores] = {}
        for batch in _batches(cut):
            longest = max(len(cut[number].pieces) for number in batch)
            pieces, cases = np.zeros((2, len(batch), longest), np.int64)
            for row, number in enumerate(batch):
                held = cut[number]
                pieces[row, : len(held.pieces)] = held.pieces
                cases[row, : len(held.cases)] = held.cases
            (scores,) = self._session.run(None, {"pieces": pieces, "cases": cases})
            for row, number in enumerate(batch):
                found[number] = scores[row, cut[number].places]
                # No name goes beyond its paragraph.
                ends = pieces[row, cut[number].places] == self._vocabulary.last
                found[number][ends, 1:] = -np.inf
        return [found[number] for number in range(len(cut))]


def _batches(cut: Sequence[Window]) -> Iterator[list[int]]:
    """Numbers of windows of similar length: filling up short ones would cost as much as text."""
    batch: list[int] = []
    for number in sorted(range(len(cut)), key=lambda number: len(cut[number].pieces)):
        if (len(batch) + 1) * len(cut[number].pieces) > CLASSIFIER_PIECES and batch:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def decide(scores: Scores) -> list[int]:
    """The likeliest tags in which a further word of a name follows a word of the same name.

    Args:
        scores: one row a word, one column a tag.
    """
    chosen = scores.argmax(axis=1)
    if _possible(chosen):
        return [int(tag) for tag in chosen]
    best = scores[0].copy()
    best[_FURTHER:] = -np.inf
    before = np.zeros(scores.shape, np.int64)
    kinds = np.arange(1, _FURTHER)
    for number in range(1, len(scores)):
        first, further = best[1:_FURTHER], best[_FURTHER:]
        before[number, :_FURTHER] = best.argmax()
        before[number, _FURTHER:] = np.where(first >= further, kinds, kinds + _KINDS)
        best = best[before[number]] + scores[number]
    tags = [int(best.argmax())]
    for number in range(len(scores) - 1, 0, -1):
        tags.append(int(before[number, tags[-1]]))
    return tags[::-1]


def _possible(tags: NDArray[np.int64]) -> bool:
    previous = np.concatenate([[0], tags[:-1]])
    follows = (previous == tags) | (previous == tags - _KINDS)
    return bool(np.all((tags < _FURTHER) | follows))


def _names(words: Sequence[int], tags: Sequence[int]) -> Iterator[tuple[int, int, Label]]:
    for at, tag in enumerate(tags):
        if 0 < tag < _FURTHER:
            end = at + 1
            while end < len(tags) and tags[end] == tag + _KINDS:
                end += 1
            yield words[at], words[end - 1] + 1, LABELS[tag - 1]
