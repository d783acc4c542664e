"""Periods that stand out, and words that do."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log
from statistics import median
from typing import Final

_OUTLYING: Final = 3.5
"""The modified z-score from which a number is an outlier (Iglewicz and Hoaglin, 1993)."""
_OF_NORMAL: Final = 0.6745
"""What makes the median deviation of a normal distribution comparable with its sigma."""
_FEWEST: Final = 5
"""Articles below which nothing is a spike: two instead of one are no news."""
_FEWEST_PERIODS: Final = 7
"""Periods below which nobody can say what is usual."""
_TELLING: Final = 6.63
"""The G² from which a word is more frequent by more than chance, at one in a hundred."""
_FEWEST_USES: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A story of a period: its first article there, and how many there are in how many outlets."""

    story: int
    title: str
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What made a period what it is: the stories told most, and the words of their headlines."""

    articles: int
    stories: tuple[Told, ...] = ()
    words: tuple[str, ...] = ()


def spikes(counts: Sequence[int], covered: Sequence[bool]) -> list[int]:
    """The periods whose count stands far above what is usual; none of a handful of periods."""
    known = [count for count, here in zip(counts, covered, strict=True) if here]
    if len(known) < _FEWEST_PERIODS:
        return []
    usual = median(known)
    spread = median(abs(count - usual) for count in known) or 1.0
    return [
        at
        for at, count in enumerate(counts)
        if count >= _FEWEST
        and count >= 2 * usual
        and _OF_NORMAL * (count - usual) / spread > _OUTLYING
    ]


def telling(
    here: Counter[str], everywhere: Counter[str], *, most: int, but: Collection[str] = ()
) -> list[str]:
    """The words that are more frequent here than elsewhere, the most telling first.

    They are weighed by the log-likelihood ratio G² (Dunning, 1993); `everywhere` holds those of
    `here` too, and words among `but` are left out.
    """
    size, whole = here.total(), everywhere.total()
    weights = {}
    for word, count in here.items():
        rest = everywhere[word] - count
        expected = size * everywhere[word] / whole
        if count < _FEWEST_USES or count <= expected or word in but:
            continue
        elsewhere = (whole - size) * everywhere[word] / whole
        weight = 2 * (count * log(count / expected) + (rest * log(rest / elsewhere) if rest else 0))
        if weight >= _TELLING:
            weights[word] = weight
    return sorted(weights, key=lambda word: (-weights[word], word))[:most]
