"""The windows of words that the classifier reads at once; training cuts them alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workstation.limits import WINDOW_PIECES
from workstation.tagging.pieces import Vocabulary

CASES = ("other", "lower", "title", "upper", "mixed")

_SENTENCE_ENDS = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Window:
    """What the classifier reads at once.

    `pieces` and `cases` are numbers, one a piece; word `words[i]` of the text begins with the piece
    at `places[i]`.
    """

    pieces: list[int]
    cases: list[int]
    words: list[int]
    places: list[int]


def windows(words: Sequence[str], vocabulary: Vocabulary) -> list[Window]:
    """The windows of a text, cut after sentences where there are any.

    Words without a visible character are in no window, but the end of a paragraph is a word.
    """
    breaks = [word.isspace() and word.count("\n") > 1 for word in words]
    pieces = [
        (vocabulary.last,) if ends else vocabulary.pieces(word)
        for word, ends in zip(words, breaks, strict=True)
    ]
    shown = [number for number, held in enumerate(pieces) if held]
    ends = [breaks[number] or words[number] in _SENTENCE_ENDS for number in shown]
    found = []
    for start, end in _cuts([len(pieces[number]) for number in shown], ends):
        window = Window([vocabulary.first], [0], shown[start:end], [])
        for number in window.words:
            window.places.append(len(window.pieces))
            window.pieces.extend(pieces[number])
            window.cases.extend([case_of(words[number])] * len(pieces[number]))
        window.pieces.append(vocabulary.last)
        window.cases.append(0)
        found.append(window)
    return found


def case_of(word: str) -> int:
    """How a word is written, as an index into `CASES`: the vocabulary itself is lower case."""
    if word.islower():
        return 1
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    if word.isupper():
        return 3
    return 4 if word.lower() != word else 0


def _cuts(sizes: Sequence[int], ends: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Groups words of given sizes into windows, the second half of which may end a sentence."""
    start = at = size = sentence = 0
    while at < len(sizes):
        if size + sizes[at] > WINDOW_PIECES:
            end = sentence if sentence - start > (at - start) // 2 else at
            yield start, end
            start = at = sentence = end
            size = 0
            continue
        size += sizes[at]
        at += 1
        if ends[at - 1]:
            sentence = at
    if start < len(sizes):
        yield start, len(sizes)
