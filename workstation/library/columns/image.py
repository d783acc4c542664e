"""Arrays that say of every article when, where and in what language it stands, and whom it names.

An image is never changed: a write makes the next one. A row of an article that changed stays where
it is and counts no more; the new one follows at the end, until rows that do not count are too many.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from workstation.library.columns.generation import Generation
from workstation.library.columns.memory import Memory

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Mask = NDArray[np.bool_]
_Number = TypeVar("_Number", np.int32, np.int64)

_DEAD: Final = 8
"""One row in so many may have ceased to count before the others are put together."""
_LOW: Final = 0xFFFF_FFFF
NO_INSTANT: Final = -(2**40)
"""Before all instants: some thirty thousand years."""


@dataclass(frozen=True, slots=True)
class Articles:
    """One row an article; `day` is 0 where there is none, names are numbers of a list.

    `instant` are Unix seconds, `NO_INSTANT` where none is known.
    """

    number: Ints
    day: Ints
    instant: Longs
    outlet: Ints
    language: Ints
    story: Ints
    mentions: Ints
    doubtful: Mask

    def __len__(self) -> int:
        return len(self.number)

    def then(self, others: Self) -> Self:
        """These rows, and others after them."""
        return type(self)(*(_joined(self, others, field.name) for field in fields(self)))

    def only(self, which: Mask) -> Self:
        """Some of the rows."""
        return type(self)(*(getattr(self, field.name)[which] for field in fields(self)))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which actor an article names how often, in the order of actor and story.

    `key` is the actor's number times 2**32 and the story's, `row` that of the article.
    """

    key: Longs
    row: Ints
    mentions: Ints

    @property
    def actor(self) -> Longs:
        """The actor of each pair, before merges."""
        return self.key >> 32

    def of(self, actor: int) -> slice:
        """The pairs of one actor."""
        first, last = np.searchsorted(self.key, np.array([actor << 32, (actor + 1) << 32]))
        return slice(int(first), int(last))

    def only(self, which: Mask) -> Self:
        """Some of the pairs."""
        return type(self)(self.key[which], self.row[which], self.mentions[which])

    def with_more(self, others: Self) -> Self:
        """These pairs and others, in order."""
        if not len(others.key):
            return self
        at = np.searchsorted(self.key, others.key)
        return type(self)(
            *(
                np.insert(getattr(self, name), at, getattr(others, name))
                for name in ("key", "row", "mentions")
            )
        )


@dataclass(frozen=True, slots=True)
class Actors:
    """By an actor's number: as whom it counts, its kind as a number of a list, whether it counts.

    Of numbers that nobody has, `counts_as` is 0.
    """

    counts_as: Ints
    kind: Ints
    counted: Mask

    @property
    def roots(self) -> Mask:
        """Who counts as itself, and counts."""
        itself: Mask = self.counts_as == np.arange(len(self.counts_as), dtype=np.int32)
        return itself & self.counted

    def members(self, root: int) -> list[int]:
        """The actors that count as one, itself among them."""
        return [int(n) for n in np.flatnonzero(self.counts_as == root)]

    @property
    def merged(self) -> Mask:
        """As whom more than one actor counts."""
        return np.bincount(self.counts_as, minlength=len(self.counts_as)) > 1


@dataclass(frozen=True, slots=True)
class Image:
    """A library's articles and whom they name at one moment, its `generation`."""

    generation: Generation
    articles: Articles
    alive: Mask
    pairs: Pairs
    actors: Actors
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    row_of: Ints
    """The row by an article's number; -1 where there is none."""
    memory: Memory

    def rows(self, numbers: Longs) -> Ints:
        """The rows of those articles that are here."""
        known = self.row_of[numbers[(numbers >= 0) & (numbers < len(self.row_of))]]
        return known[known >= 0]

    def mask(self, numbers: Longs) -> Mask:
        """Those articles that are here, as a mask of the rows."""
        found = np.zeros(len(self.alive), dtype=bool)
        found[self.rows(numbers)] = True
        return found

    def naming(self, roots: Iterable[int], *, silent: bool = False) -> Pairs:
        """The pairs of all that count as some actors; of those that do not count, only if asked."""
        known = {root for root in roots if root < len(self.actors.counted)}
        members = {
            one
            for root in known
            if silent or self.actors.counted[root]
            for one in self.actors.members(root)
        }
        parts = [self.pairs.of(one) for one in sorted(members)]
        return Pairs(
            *(
                np.concatenate([array[:0], *(array[part] for part in parts)])
                for array in (self.pairs.key, self.pairs.row, self.pairs.mentions)
            )
        )

    def changed(self, change: "Change") -> "Image":
        """The image after a write."""
        gone = self.rows(change.touched)
        alive = self.alive.copy()
        alive[gone] = False
        outlets, outlet = _numbered(self.outlets, change.outlets)
        languages, language = _numbered(self.languages, change.languages)
        new = replace(change.articles, outlet=outlet, language=language)
        articles = self.articles.then(new) if len(new) else self.articles
        alive = np.concatenate([alive, np.ones(len(new), dtype=bool)])
        row_of = placed(self.row_of, change.touched, -1)
        rows = np.arange(len(self.articles), len(articles), dtype=np.int32)
        row_of = placed(row_of, new.number, rows)
        kinds, kind = _numbered(self.kinds, change.kinds)
        image = replace(
            self,
            generation=change.generation,
            articles=articles,
            alive=alive,
            pairs=self.pairs.with_more(pairs_of(change.named, row_of, articles.story)),
            actors=_after(self.actors, change, kind),
            outlets=outlets,
            languages=languages,
            kinds=kinds,
            row_of=row_of,
            memory=Memory(),
        )
        dead = len(alive) - int(np.count_nonzero(alive))
        return image.compact() if dead * _DEAD > len(alive) else image

    def compact(self) -> "Image":
        """The same image without the rows that do not count."""
        place = np.cumsum(self.alive, dtype=np.int32) - 1
        kept = self.alive[self.pairs.row]
        articles = self.articles.only(self.alive)
        outlets, outlet = _used(self.outlets, articles.outlet)
        languages, language = _used(self.languages, articles.language)
        articles = replace(articles, outlet=outlet, language=language)
        row_of = np.full(len(self.row_of), -1, dtype=np.int32)
        row_of[articles.number] = np.arange(len(articles), dtype=np.int32)
        return replace(
            self,
            articles=articles,
            alive=np.ones(len(articles), dtype=bool),
            pairs=Pairs(
                self.pairs.key[kept], place[self.pairs.row[kept]], self.pairs.mentions[kept]
            ),
            outlets=outlets,
            languages=languages,
            row_of=row_of,
            memory=Memory(),
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What a write did: the articles it touched, as they are now, and the actors likewise."""

    since: Generation
    generation: Generation
    touched: Longs
    """Numbers of articles; of those that are not among `articles` nothing is left."""
    articles: Articles
    """Without outlets and languages, whose names follow."""
    outlets: Sequence[str]
    languages: Sequence[str]
    named: Longs
    """Rows of article, actor and mentions."""
    touched_actors: Longs
    actors: Longs
    """Rows of actor, as whom it counts, and whether it does."""
    kinds: Sequence[str]


def pairs_of(named: Longs, row_of: Ints, story: Ints) -> Pairs:
    """The pairs of rows of article, actor and mentions, in their order."""
    row = row_of[named[:, 0]]
    key = (named[:, 1] << 32) | (story[row].astype(np.int64) & _LOW)
    order = np.argsort(key, kind="stable")
    return Pairs(key[order], row[order], named[order, 2].astype(np.int32))


def once(values: NDArray[_Number]) -> NDArray[_Number]:
    """Each of the values once, in order; quicker than numpy's own way, which hashes them."""
    ordered = np.sort(values)
    new = np.ones(len(ordered), dtype=bool)
    new[1:] = ordered[1:] != ordered[:-1]
    found: NDArray[_Number] = ordered[new]
    return found


def how_many(numbers: Ints) -> int:
    """How many different numbers there are; none is below zero."""
    if not len(numbers):
        return 0
    seen = np.zeros(int(numbers.max()) + 1, dtype=bool)
    seen[numbers] = True
    return int(np.count_nonzero(seen))


def placed(array: NDArray[Any], at: NDArray[Any], values: object) -> NDArray[Any]:
    """A copy with other values at some places; it grows where they lie beyond its end."""
    longest = int(at.max()) + 1 if len(at) else 0
    grown = np.full(max(len(array), longest), -1, dtype=array.dtype)
    grown[: len(array)] = array
    grown[at] = values
    return grown


def _after(actors: Actors, change: Change, kind: Ints) -> Actors:
    if not len(change.touched_actors):
        return actors
    size = max(len(actors.kind), int(change.touched_actors.max()) + 1)
    counts_as, kinds = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.int32)
    counted = np.zeros(size, dtype=bool)
    for new, old in (
        (counts_as, actors.counts_as), (kinds, actors.kind), (counted, actors.counted)
    ):  # fmt: skip
        new[: len(old)] = old
        new[change.touched_actors] = 0
    at = change.actors[:, 0]
    counts_as[at], kinds[at], counted[at] = change.actors[:, 1], kind, change.actors[:, 2]
    return Actors(counts_as, kinds, counted)


def _numbered(names: tuple[str, ...], wanted: Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    """The list with what is new in it, and the numbers of the wanted names."""
    known = {name: n for n, name in enumerate(names)}
    numbers = np.array([known.setdefault(name, len(known)) for name in wanted], dtype=np.int32)
    return tuple(known), numbers


def _used(names: tuple[str, ...], numbers: Ints) -> tuple[tuple[str, ...], Ints]:
    """The names that some article still has, and their numbers in the shorter list."""
    kept = np.unique(numbers)
    return tuple(names[n] for n in kept), np.searchsorted(kept, numbers).astype(np.int32)


def _joined(one: Articles, other: Articles, name: str) -> NDArray[Any]:
    return np.concatenate([getattr(one, name), getattr(other, name)])
