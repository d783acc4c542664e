"""The order in which a list shows the articles of an image."""

from collections.abc import Collection
from typing import Literal

import numpy as np

from workstation.domain.selection import Selection
from workstation.library.columns.image import NO_INSTANT, Image, Ints, Longs
from workstation.library.columns.masks import mask
from workstation.library.library import Reading

Order = Literal["newest", "oldest", "outlet", "mentions"]
_LAST_DAY = (1 << 22) - 1
_HALF = 1 << 40


def page(
    image: Image,
    reading: Reading,
    selection: Selection,
    order: Order,
    offset: int,
    limit: int | None,
) -> list[int]:
    """The numbers of a page of the selection's articles."""
    rows = np.flatnonzero(mask(image, reading, selection)).astype(np.int32)
    end = len(rows) if limit is None else min(len(rows), offset + limit)
    key, number = _key(image, rows, order), image.articles.number[rows]
    if end < len(rows):
        # Only what stands on the page, or is its last one's equal, is put in order.
        border = np.partition(key, end - 1)[end - 1] if end else key.min() - 1
        near = key <= border
        key, number = key[near], number[near]
    tie = -number if order == "newest" else number
    placed = np.lexsort((tie, key))[offset:end]
    return [int(n) for n in number[placed]]


def folded(
    image: Image,
    reading: Reading,
    selection: Selection,
    order: Order,
    opened: Collection[int],
    offset: int,
    limit: int | None,
) -> dict[int, bool]:
    """The numbers of a page of stories, and whether each is a copy of one above it."""
    rows = np.flatnonzero(mask(image, reading, selection)).astype(np.int32)
    number = image.articles.number[rows]
    tie = -number if order == "newest" else number
    rows = rows[np.lexsort((tie, _key(image, rows, order)))]
    story = image.articles.story[rows]
    first = np.zeros(int(story.max(initial=0)) + 1, dtype=np.int64)
    # Of several that are written to the same place, the last one stays.
    first[story[::-1]] = np.arange(len(story))[::-1]
    is_first = first[story] == np.arange(len(story))
    shown = is_first | np.isin(story, list(opened)) if opened else is_first
    place = np.lexsort((np.flatnonzero(shown), first[story[shown]]))
    end = None if limit is None else offset + limit
    chosen = np.flatnonzero(shown)[place][offset:end]
    return {
        int(n): not here
        for n, here in zip(image.articles.number[rows[chosen]], is_first[chosen], strict=True)
    }


def newest_naming(
    image: Image, reading: Reading, selection: Selection, roots: Collection[int], mentions: int
) -> list[int]:
    """The numbers of the newest articles that hold so many mentions of some actors, or all."""
    held = _held(image, reading, selection, roots)
    named = _newest(image, np.flatnonzero(held))
    enough = np.searchsorted(np.cumsum(held[named]), mentions) + 1
    found: list[int] = image.articles.number[named[:enough]].tolist()
    return found


def naming(image: Image, reading: Reading, selection: Selection, roots: Collection[int]) -> int:
    """How many mentions of some actors there are."""
    return int(_held(image, reading, selection, roots).sum())


def newest(image: Image, reading: Reading, selection: Selection) -> list[int]:
    """The numbers of the selection's articles, the newest day first and the undated last."""
    rows = _newest(image, np.flatnonzero(mask(image, reading, selection)))
    found: list[int] = image.articles.number[rows].tolist()
    return found


def _held(image: Image, reading: Reading, selection: Selection, roots: Collection[int]) -> Longs:
    """How many mentions of some actors each row holds, if the selection holds it."""
    inside = mask(image, reading, selection)
    pairs = image.naming(roots, silent=True)
    held = np.bincount(pairs.row, pairs.mentions, len(inside)).astype(np.int64)
    held[~inside] = 0
    return held


def _newest(image: Image, rows: Longs) -> Longs:
    return rows[np.lexsort((-image.articles.number[rows], -image.articles.day[rows]))]


def _key(image: Image, rows: Ints, order: Order) -> Longs:
    """What the rows are sorted by, lowest first; equal ones by their numbers."""
    if order == "mentions":
        return -image.articles.mentions[rows].astype(np.int64)
    day, instant = image.articles.day[rows].astype(np.int64), image.articles.instant[rows]
    if order == "outlet":
        names = np.argsort(np.argsort(np.array(image.outlets, dtype=object)))
        return (names[image.articles.outlet[rows]] << 23) - day
    if order == "newest":
        return -(day << 41 | (instant + _HALF))
    unknown = instant == NO_INSTANT
    return np.where(day == 0, _LAST_DAY, day) << 41 | np.where(
        unknown, 2 * _HALF - 1, instant + _HALF
    )
