"""Counts over an image, equal to those that SQL gives."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from workstation.domain.frequency import UNITS, FacetCount, Size, Unit, unit_of
from workstation.domain.selection import Selection
from workstation.library.columns.image import Image, Ints, Longs, Mask, Pairs
from workstation.library.columns.masks import mask
from workstation.library.library import Reading

_FLAGS = 64_000_000
"""Bytes for a table of actors and outlets; beyond, sorting pairs of them takes less room."""
_NEVER = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True)
class Named:
    """For every actor by its number, how often and in how many it is named; 0 if never.

    `first` and `last` are days, 0 where there is none.
    """

    mentions: Longs
    articles: Longs
    stories: Longs
    outlets: Longs
    first: Ints
    last: Ints

    def most(self, fits: Mask, limit: int | None) -> list[int]:
        """The actors that fit and are named, most mentions first."""
        found = np.flatnonzero(fits & (self.mentions > 0))
        order = np.argsort(-self.mentions[found], kind="stable")
        return [int(n) for n in found[order[:limit]]]


def count(image: Image, reading: Reading, selection: Selection) -> int:
    """How many articles the selection holds."""
    return int(np.count_nonzero(mask(image, reading, selection)))


def extent(image: Image, reading: Reading, selection: Selection) -> Size:
    """How many articles, stories and outlets the selection holds."""
    inside = mask(image, reading, selection)

    def size() -> Size:
        stories = _how_many(image.articles.story[inside])
        outlets = np.unique(image.articles.outlet[inside])
        named = sum(1 for n in outlets if image.outlets[n])
        return Size(int(np.count_nonzero(inside)), stories, named)

    return image.memory.recall(("extent", selection.corpus()), size)


def facet(
    image: Image, reading: Reading, selection: Selection, name: str, unit: Unit
) -> list[FacetCount]:
    """The outlets or languages of the selection, most of a unit first."""
    inside = mask(image, reading, selection)
    by_outlet = name == "outlet"
    values = (image.articles.outlet if by_outlet else image.articles.language)[inside]
    names = image.outlets if by_outlet else image.languages
    many = np.bincount(values, minlength=len(names))
    counted = _in_units(image, inside, values, unit_of(name, unit), many)
    found = [(-int(counted[n]), -int(many[n]), names[n]) for n in np.flatnonzero(many)]
    return [FacetCount(value, -n) for n, _, value in sorted(found)]


def named(
    image: Image, reading: Reading, selection: Selection, roots: Collection[int] | None
) -> Named:
    """How often actors are named in the selection; of `roots` alone, if these are given."""
    inside = mask(image, reading, selection)
    if roots is not None:
        return _named(image, inside, _pairs_of(image, roots))
    return image.memory.recall(
        ("named", selection.corpus()), lambda: _named(image, inside, image.pairs)
    )


def fitting(image: Image, roots: Collection[int] | None, kinds: Sequence[str]) -> Mask:
    """The actors that count as themselves; of some roots and kinds, if any are given."""
    fits = image.actors.roots
    if roots is not None:
        asked = np.zeros(len(fits), dtype=bool)
        asked[[root for root in roots if root < len(fits)]] = True
        fits &= asked
    if kinds:
        wanted = [n for n, kind in enumerate(image.kinds) if kind in kinds]
        fits &= np.isin(image.actors.kind, wanted)
    return fits


def _pairs_of(image: Image, roots: Collection[int]) -> Pairs:
    known = [root for root in roots if root < len(image.actors.counts_as)]
    of = [image.pairs.of(one) for root in sorted(known) for one in image.actors.members(root)]
    of.sort(key=lambda some: some.start)
    return Pairs(
        *(
            np.concatenate([array[:0], *(array[some] for some in of)])
            for array in (image.pairs.key, image.pairs.row, image.pairs.mentions)
        )
    )


def _named(image: Image, inside: Mask, pairs: Pairs) -> Named:
    chosen = inside[pairs.row]
    key, row, times = pairs.key[chosen], pairs.row[chosen], pairs.mentions[chosen]
    root = image.actors.counts_as[key >> 32]
    size = len(image.actors.counts_as)
    # In the order of actor and story, the same two stand beside each other.
    new = np.ones(len(key), dtype=bool)
    new[1:] = key[1:] != key[:-1]
    articles = np.bincount(root, minlength=size)
    stories = np.bincount(root[new], minlength=size)
    merged = image.memory.recall("merged", lambda: image.actors.merged)
    several = merged[root]
    if several.any():
        whose, where = root[several].astype(np.int64), row[several]
        articles[merged] = _distinct(whose, where, size)[merged]
        stories[merged] = _distinct(whose, image.articles.story[where], size)[merged]
    first, last = _days(root, image.articles.day[row], size)
    return Named(
        np.bincount(root, weights=times, minlength=size).astype(np.int64),
        articles,
        stories,
        _outlets(image, root, row, size),
        first,
        last,
    )


def _days(root: Ints, day: Ints, size: int) -> tuple[Ints, Ints]:
    dated = day > 0
    first, last = np.full(size, _NEVER, dtype=np.int32), np.zeros(size, dtype=np.int32)
    np.minimum.at(first, root[dated], day[dated])
    np.maximum.at(last, root[dated], day[dated])
    first[last == 0] = 0
    return first, last


def _outlets(image: Image, root: Ints, row: Ints, size: int) -> Longs:
    outlet = image.articles.outlet[row]
    names = len(image.outlets)
    counts = np.ones(names, dtype=bool)
    if "" in image.outlets:
        counts[image.outlets.index("")] = False
    if size * names > _FLAGS:
        of_one = counts[outlet]
        return _distinct(root[of_one].astype(np.int64), outlet[of_one], size)
    flags = np.zeros((size, names), dtype=bool)
    flags[root, outlet] = True
    flags[:, ~counts] = False
    found: Longs = flags.sum(axis=1, dtype=np.int64)
    return found


def _in_units(image: Image, inside: Mask, values: Ints, unit: Unit, articles: Longs) -> Longs:
    if unit == UNITS[0]:
        return articles
    if unit == "stories":
        return _distinct(values.astype(np.int64), image.articles.story[inside], len(articles))
    outlet = image.articles.outlet[inside]
    of_one = np.array([bool(name) for name in image.outlets], dtype=bool)[outlet]
    return _distinct(values[of_one].astype(np.int64), outlet[of_one], len(articles))


def _distinct(one: Longs, other: Ints, size: int) -> Longs:
    """For each number below `size` among the ones, how many different others stand beside it."""
    pairs = np.unique(one << 32 | other)
    return np.bincount(pairs >> 32, minlength=size)


def _how_many(numbers: Ints) -> int:
    if not len(numbers):
        return 0
    seen = np.zeros(int(numbers.max()) + 1, dtype=bool)
    seen[numbers] = True
    return int(np.count_nonzero(seen))
