"""The vocabulary: those pieces of the starting one that English news is likely to need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from workstation.tagging.pieces import INSIDE, MARKS, Vocabulary

PIECES = 24_000
SEEN_OFTEN = 6


def cut(started: Path, words: Iterable[str]) -> tuple[list[str], list[int]]:
    """Cuts a vocabulary down to `PIECES`; a word whose piece is gone is written with shorter ones.

    Kept are single characters, what the words have often, and then the commonest: the starting
    vocabulary numbers its pieces by how common they are.

    Returns:
        the pieces, and the number of each in the old vocabulary.
    """
    pieces = started.read_text("utf-8").removesuffix("\n").split("\n")
    numbers = {piece: number for number, piece in enumerate(pieces)}
    whole = Vocabulary(numbers)
    seen = Counter(number for word in words for number in whole.pieces(word))

    def rank(piece: str) -> tuple[bool, int]:
        needed = len(piece.removeprefix(INSIDE)) == 1 or seen[numbers[piece]] >= SEEN_OFTEN
        return not needed, numbers[piece]

    ordinary = [p for p in numbers if not p.startswith("[unused") and p not in (*MARKS, "[MASK]")]
    common = sorted(ordinary, key=rank)[: PIECES - len(MARKS)]
    kept = [*MARKS, *sorted(common, key=numbers.__getitem__)]
    return kept, [numbers[piece] for piece in kept]
