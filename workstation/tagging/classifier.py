"""The network that says of every word whether it is part of a name. Only workers import this."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# The library reads this as it is imported; else it notes a number of this machine in the user's
# folders, and sends what is done with it to its maker.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

from workstation.domain.mention import LABELS, Label
from workstation.errors import WorkstationError
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
        except Exception as error:  # the library raises what it likes
            raise WorkstationError(
                f"The tagger's model in {folder} is damaged: it cannot be loaded.",
                "Install the program again.",
                code="model-unusable",
            ) from error

    def names(self, words: Sequence[str]) -> list[tuple[int, int, Label]]:
        """The names among the words of a text: first word, word after the last, label."""
        return [
            name
            for window in windows(words, self._vocabulary)
            for name in _names(window.words, decide(self._scores(window)))
        ]

    def _scores(self, window: Window) -> Scores:
        """One row a word, one column a tag.

        One window at a time: several at once are no faster, and as the range of eight bits is taken
        over all that is given, a window's names would depend on the others.
        """
        pieces, cases = np.array([[window.pieces], [window.cases]], np.int64)
        (scores,) = self._session.run(None, {"pieces": pieces, "cases": cases})
        chosen: Scores = scores[0, window.places]
        # No name goes beyond its paragraph.
        chosen[pieces[0, window.places] == self._vocabulary.last, 1:] = -np.inf
        return chosen


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
