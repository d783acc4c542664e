"""What an image tells by day."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workstation.domain.frequency import Unit
from workstation.domain.selection import Selection
from workstation.library import periods
from workstation.library.columns.image import Image, Ints, Mask, how_many, once
from workstation.library.columns.masks import mask
from workstation.library.library import Reading
from workstation.library.periods import Period


@dataclass(frozen=True, slots=True)
class Distinct:
    """How many different stories or outlets there are: in each period, and by what has a day."""

    here: tuple[int, ...]
    undated: int
    dated: int


def articles(image: Image, reading: Reading, selection: Selection) -> dict[int | None, int]:
    """How many articles each day has; None is the undated ones."""
    inside = mask(image, reading, selection)
    days = image.memory.recall(
        ("days", selection.corpus()), lambda: _by_day(image.articles.day[inside])
    )
    # Who asked may take from it; others ask too.
    return {**days}


def distinct(
    image: Image, reading: Reading, selection: Selection, bins: Sequence[Period], unit: Unit
) -> Distinct:
    """How many stories or outlets have articles in each period."""
    rows = np.flatnonzero(mask(image, reading, selection)).astype(np.int32)
    return _distinct(image, rows, bins, unit)


def distinct_naming(
    image: Image,
    reading: Reading,
    selection: Selection,
    roots: Sequence[int],
    bins: Sequence[Period],
    unit: Unit,
) -> dict[int, Distinct]:
    """The same of those that name each of some actors."""
    inside = mask(image, reading, selection)
    return {root: _distinct(image, _rows(image, inside, root)[0], bins, unit) for root in roots}


def mentions(
    image: Image, reading: Reading, selection: Selection, roots: Sequence[int]
) -> dict[int, dict[int | None, tuple[int, int]]]:
    """The mentions of some actors, and the articles that hold them, by day."""
    inside = mask(image, reading, selection)
    found = {root: _mentions(image, inside, root) for root in roots}
    return {root: told for root, told in found.items() if told}


def sparks(
    image: Image, reading: Reading, selection: Selection, roots: Sequence[int], most: int
) -> dict[int, tuple[int, ...]]:
    """The mentions of some actors in steps from the selection's first day to its last.

    Raises:
        Unreadable: there are more days than anybody can look at.
    """
    inside = mask(image, reading, selection)
    bins = periods.between(articles(image, reading, selection), selection.brush, "day")
    if not bins:
        return dict.fromkeys(roots, ())
    first, step = bins[0].first.toordinal(), -(-len(bins) // most)
    steps = -(-len(bins) // step)
    found = {}
    for root in roots:
        rows, times = _rows(image, inside, root)
        day = image.articles.day[rows]
        dated = day > 0
        told = np.bincount((day[dated] - first) // step, times[dated], steps)
        found[root] = tuple(int(n) for n in told)
    return found


def _mentions(image: Image, inside: Mask, root: int) -> dict[int | None, tuple[int, int]]:
    rows, times = _rows(image, inside, root)
    often = _by_day(image.articles.day[rows], times)
    several = len(image.actors.members(root)) > 1
    many = _by_day(image.articles.day[once(rows) if several else rows])
    return {day: (n, many[day]) for day, n in often.items()}


def _by_day(day: Ints, weights: Ints | None = None) -> dict[int | None, int]:
    """How often each day stands there, or the sums of the weights that stand beside it."""
    found: dict[int | None, int] = {}
    undated = day == 0
    if undated.any():
        found[None] = int(np.count_nonzero(undated) if weights is None else weights[undated].sum())
    dated = day[~undated]
    if len(dated):
        first = int(dated.min())
        many = np.bincount(dated - first)
        beside = many if weights is None else np.bincount(dated - first, weights[~undated])
        found.update((first + int(at), int(beside[at])) for at in np.flatnonzero(many))
    return found


def _rows(image: Image, inside: Mask, root: int) -> tuple[Ints, Ints]:
    """The articles that name an actor, and how often; merged ones may give an article twice."""
    pairs = image.naming([root])
    chosen = inside[pairs.row]
    return pairs.row[chosen], pairs.mentions[chosen]


def _distinct(image: Image, rows: Ints, bins: Sequence[Period], unit: Unit) -> Distinct:
    value = (image.articles.outlet if unit == "outlets" else image.articles.story)[rows]
    day = image.articles.day[rows]
    if unit == "outlets" and "" in image.outlets:
        # What names no outlet is nobody's.
        of_one = value != image.outlets.index("")
        value, day = value[of_one], day[of_one]
    first = np.array([period.first.toordinal() for period in bins], dtype=np.int32)
    last = np.array([period.last.toordinal() for period in bins], dtype=np.int32)
    at = np.searchsorted(first, day, side="right") - 1
    inside = (at >= 0) & (day > 0)
    inside[inside] = day[inside] <= last[at[inside]]
    pairs = once(at[inside] << 32 | value[inside])
    here = np.bincount(pairs >> 32, minlength=len(bins)).tolist()
    dated = day > 0
    return Distinct(tuple(here), how_many(value[~dated]), how_many(value[dated]))
