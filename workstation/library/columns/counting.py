"""Counts over an image, equal to those that SQL gives."""

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from workstation.domain.frequency import UNITS, FacetCount, Size, Unit, unit_of
from workstation.domain.selection import Selection
from workstation.library.columns.image import Image, Ints, Longs, Mask, Pairs, how_many, once
from workstation.library.columns.masks import mask
from workstation.library.library import Reading

_FLAGS = 64_000_000
"""Bytes for a table of actors and outlets; beyond, sorting pairs of them takes less room."""
_PART = 500_000
"""Pairs that one thread counts at a time: what it needs of them fits into a processor's memory."""
_NEVER = np.iinfo(np.int32).max

_threads = ThreadPoolExecutor(4, thread_name_prefix="counting")


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


def size(image: Image) -> int:
    """How many articles the library holds."""
    return int(np.count_nonzero(image.alive))


def count(image: Image, reading: Reading, selection: Selection) -> int:
    """How many articles the selection holds."""
    return int(np.count_nonzero(mask(image, reading, selection)))


def extent(image: Image, reading: Reading, selection: Selection) -> Size:
    """How many articles, stories and outlets the selection holds."""
    inside = mask(image, reading, selection)

    def told() -> Size:
        stories = how_many(image.articles.story[inside])
        outlets = np.flatnonzero(np.bincount(image.articles.outlet[inside]))
        named = sum(1 for n in outlets if image.outlets[n])
        return Size(int(np.count_nonzero(inside)), stories, named)

    return image.memory.recall(("extent", selection.corpus()), told)


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
        return _named(image, inside, image.naming(roots))
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


def _named(image: Image, inside: Mask, pairs: Pairs) -> Named:
    size = len(image.actors.counts_as)
    mentions, articles, stories, outlets = (np.zeros(size, dtype=np.int64) for _ in range(4))
    first, last = np.full(size, _NEVER, dtype=np.int32), np.zeros(size, dtype=np.int32)
    found = Named(mentions, articles, stories, outlets, first, last)
    # An actor stands in one part only, so that no two of them write to the same place.
    list(_threads.map(lambda part: _count(image, inside, part, found), _parts(pairs)))
    _fold(image, inside, pairs, found)
    found.first[found.last == 0] = 0
    return found


def _parts(pairs: Pairs) -> list[Pairs]:
    """The pairs in parts of some length, each of them with all of its actors."""
    borders = [0]
    while borders[-1] < len(pairs.key):
        end = borders[-1] + _PART
        actor = int(pairs.key[end - 1] >> 32) if end < len(pairs.key) else -1
        borders.append(pairs.of(actor).stop if actor >= 0 else len(pairs.key))
    return [
        Pairs(pairs.key[start:end], pairs.row[start:end], pairs.mentions[start:end])
        for start, end in pairwise(borders)
    ]


def _count(image: Image, inside: Mask, pairs: Pairs, found: Named) -> None:
    """Counts actors as if nobody were merged."""
    chosen = inside[pairs.row]
    key, row, times = pairs.key, pairs.row, pairs.mentions
    if not chosen.all():
        key, row, times = key[chosen], row[chosen], times[chosen]
    if not len(key):
        return
    # In the order of actor and story, the same two stand beside each other.
    starts = np.flatnonzero(np.diff(key >> 32, prepend=-1))
    told = np.flatnonzero(np.diff(key, prepend=-1))
    who = key[starts] >> 32
    found.mentions[who] = np.add.reduceat(times, starts, dtype=np.int64)
    found.articles[who] = np.diff(starts, append=len(key))
    found.stories[who] = np.diff(np.searchsorted(told, starts), append=len(told))
    day = image.articles.day[row]
    found.last[who] = np.maximum.reduceat(day, starts)
    day[day == 0] = _NEVER
    found.first[who] = np.minimum.reduceat(day, starts)
    nth = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(key)))
    found.outlets[who] = _outlets(image, nth, row, len(starts))


def _fold(image: Image, inside: Mask, pairs: Pairs, found: Named) -> None:
    """Counts again those as whom several actors count."""
    counts_as = image.actors.counts_as
    merged = image.memory.recall("merged", lambda: image.actors.merged)
    others = np.flatnonzero(merged[counts_as])
    if not len(others):
        return
    of = pairs.only(np.isin(pairs.actor, others))
    chosen = inside[of.row]
    row, size = of.row[chosen], len(counts_as)
    root = counts_as[of.actor[chosen]].astype(np.int64)
    for numbers in (found.mentions, found.articles, found.stories, found.outlets):
        numbers[others] = 0
    found.first[others], found.last[others] = _NEVER, 0
    here = np.flatnonzero(merged)
    found.mentions[here] = np.bincount(root, of.mentions[chosen], size)[here]
    found.articles[here] = _distinct(root, row, size)[here]
    found.stories[here] = _distinct(root, image.articles.story[row], size)[here]
    place = np.searchsorted(here, root)
    found.outlets[here] = _outlets(image, place, row, len(here))
    day = image.articles.day[row]
    dated = day > 0
    np.minimum.at(found.first, root[dated], day[dated])
    np.maximum.at(found.last, root[dated], day[dated])


def _outlets(image: Image, of: Longs, row: Ints, size: int) -> Longs:
    """For each number below `size`, how many outlets the rows that are of it name."""
    outlet, names = image.articles.outlet[row], len(image.outlets)
    nameless = image.outlets.index("") if "" in image.outlets else -1
    if size * names > _FLAGS:
        named_one = outlet != nameless
        return _distinct(of[named_one], outlet[named_one], size)
    flags = np.zeros((size, names), dtype=bool)
    flags.reshape(-1)[of * names + outlet] = True
    if nameless >= 0:
        flags[:, nameless] = False
    found: Longs = np.count_nonzero(flags, axis=1)
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
    return np.bincount(once(one << 32 | other) >> 32, minlength=size)
