"""Who is named with whom in an image; an actor is a bit of a number that stands for several."""

from collections.abc import Mapping

import numpy as np

from workstation.domain.frequency import Unit
from workstation.domain.selection import Selection
from workstation.library.columns.image import Image, Longs
from workstation.library.columns.masks import mask
from workstation.library.library import Reading


def in_units(
    image: Image, reading: Reading, selection: Selection, bits: Mapping[int, int], unit: Unit
) -> Longs:
    """In how many articles, stories or outlets each two of some actors are named.

    The actors are in the order of their bits; on the diagonal stands in how many each is named.
    """
    whom = _whom(image, reading, selection, bits)
    rows = np.flatnonzero(whom)
    whom = whom[rows]
    if unit != "articles":
        of = (image.articles.story if unit == "stories" else image.articles.outlet)[rows]
        if unit == "outlets" and "" in image.outlets:
            # What names no outlet is nobody's.
            kept = of != image.outlets.index("")
            of, whom = of[kept], whom[kept]
        order = np.argsort(of, kind="stable")
        borders = np.flatnonzero(np.diff(of[order], prepend=-1))
        whom = np.bitwise_or.reduceat(whom[order], borders) if len(order) else whom
    # Eight articles are a byte: to count pairs so takes a tenth of the time of multiplying.
    packed = [np.packbits((whom & bit) != 0) for bit in sorted(bits.values())]
    named = np.stack(packed)
    return np.array(
        [np.bitwise_count(named & one).sum(axis=1, dtype=np.int64) for one in named],
        dtype=np.int64,
    )


def naming_several(
    image: Image, reading: Reading, selection: Selection, bits: Mapping[int, int], limit: int
) -> list[int]:
    """The numbers of the newest articles that name at least two of some actors."""
    whom = _whom(image, reading, selection, bits)
    rows = np.flatnonzero(whom & (whom - 1))
    number, day = image.articles.number[rows], image.articles.day[rows]
    found: list[int] = number[np.lexsort((-number, -day))[:limit]].tolist()
    return found


def _whom(image: Image, reading: Reading, selection: Selection, bits: Mapping[int, int]) -> Longs:
    inside = mask(image, reading, selection)
    whom = np.zeros(len(inside), dtype=np.int64)
    for root, bit in bits.items():
        whom[image.naming([root]).row] |= bit
    whom[~inside] = 0
    return whom
