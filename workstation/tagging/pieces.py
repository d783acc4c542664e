"""Words cut into the pieces of a vocabulary, as BERT's uncased vocabularies are meant to be cut."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from workstation.limits import REMEMBERED_WORDS, WORD_CHARACTERS, WORD_PIECES

FILLING, UNKNOWN, FIRST, LAST = MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
INSIDE = "##"

_UNSEEN = ("Cc", "Cf", "Co", "Cs")

_IDEOGRAPHS = (
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x2A6E0),
    range(0x2A700, 0x2CEB0),
    range(0x2F800, 0x2FA20),
)


class Vocabulary:
    """Pieces and their numbers; `INSIDE` begins those that go on with a word."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        """Raises KeyError if one of the `MARKS` is not among the pieces."""
        self._numbers = numbers
        self.filling, self._unknown, self.first, self.last = (numbers[mark] for mark in MARKS)
        # News repeats itself: nine words of ten have been cut before.
        self.pieces = lru_cache(REMEMBERED_WORDS)(self._pieces)

    @classmethod
    def read(cls, path: Path) -> "Vocabulary":
        """Reads a file with a piece on every line."""
        pieces = path.read_text("utf-8").removesuffix("\n").split("\n")
        return cls({piece: number for number, piece in enumerate(pieces)})

    def _pieces(self, word: str) -> Sequence[int]:
        """The numbers of a word's first pieces; none if it has no visible character."""
        found = (piece for part in _parts(word) for piece in self._cut(part))
        return tuple(islice(found, WORD_PIECES))

    def _cut(self, part: str) -> Sequence[int]:
        """The longest piece that fits, again and again; one unknown piece if none does."""
        if len(part) > WORD_CHARACTERS:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(part):
            before = INSIDE if start else ""
            ends = range(len(part), start, -1)
            end = next((end for end in ends if before + part[start:end] in self._numbers), 0)
            if not end:
                return (self._unknown,)
            found.append(self._numbers[before + part[start:end]])
            start = end
        return found


def _parts(word: str) -> Iterator[str]:
    """A word in small letters without accents; signs and ideographs stand alone."""
    part = ""
    for sign in unicodedata.normalize("NFD", _visible(word)):
        category = unicodedata.category(sign)
        alone = category[0] == "P" or (sign.isascii() and category[0] == "S")
        if category == "Mn":
            continue
        if alone or sign.isspace() or any(ord(sign) in signs for signs in _IDEOGRAPHS):
            if part:
                yield part
            part = ""
            if not sign.isspace():
                yield sign
        else:
            part += sign.lower()
    if part:
        yield part


def _visible(word: str) -> str:
    return "".join(
        sign
        for sign in word
        if sign.isspace()
        or (unicodedata.category(sign) not in _UNSEEN and sign != "\N{REPLACEMENT CHARACTER}")
    )
