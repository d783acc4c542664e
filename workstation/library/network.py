"""Who is named with whom in a selection: in the same articles, stories, outlets or sentences."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from workstation.domain.actor import Kind
from workstation.domain.frequency import Unit
from workstation.domain.network import Network, Node, Ranking, Tie, strongest, tie
from workstation.domain.selection import Selection
from workstation.domain.sentences import ends
from workstation.library import actors as actor_rows
from workstation.library import corpus
from workstation.library.actor_numbers import most_named
from workstation.library.by_day import UNIT_COLUMNS
from workstation.library.calling import called
from workstation.library.columns import together
from workstation.library.conditions import named, where
from workstation.library.library import Reading
from workstation.library.schema import actors, article_actors, articles, bodies, mentions
from workstation.limits import (
    NETWORK_ACTORS,
    NETWORK_ACTORS_AT_ONCE,
    NETWORK_ARTICLES,
    NETWORK_TIES,
)

_AT_ONCE = 200

Together = Counter[int]
"""How many articles or sentences name just these actors, each of whom is a bit of the number."""
Pairs = NDArray[np.int64]
"""How often each two are named together; on the diagonal, how often each is named at all."""


def in_units(
    reading: Reading,
    selection: Selection,
    *,
    unit: Unit = "articles",
    ranking: Ranking = "association",
    beside: Sequence[str] = (),
) -> Network:
    """The network of who is named in the same articles, stories or outlets.

    Of the actors named most, and of those `beside` them, the ties between whom are all kept.
    """
    told = _actors(reading, selection, beside)
    roots = {actor.row: actor.bit for actor in told}
    if not roots:
        return Network(unit, ranking)
    pairs = _named_in(reading, selection, roots, unit)
    among = corpus.extent(reading, selection).of(unit)
    nodes, ties = _tied(told, pairs, among)
    kept = strongest(ties, ranking, NETWORK_TIES, between=beside)
    return Network(unit, ranking, nodes, kept, among, left_out=len(ties) - len(kept))


def in_sentences(
    reading: Reading,
    selection: Selection,
    *,
    ranking: Ranking = "association",
    beside: Sequence[str] = (),
    most: int = NETWORK_ARTICLES,
) -> Network:
    """The network of who is named in the same sentences, or in the same title.

    The sentences are those of the newest articles that name at least two of the actors.
    """
    told = _actors(reading, selection, beside)
    roots = {actor.row: actor.bit for actor in told}
    numbers = _naming_several(reading, selection, roots, most + 1) if roots else []
    read = numbers[:most]
    by_sentence: Together = Counter()
    for start in range(0, len(read), _AT_ONCE):
        by_sentence.update(_by_sentence(reading, read[start : start + _AT_ONCE], roots))
    among = by_sentence.total()
    nodes, ties = _tied(told, _pairs(by_sentence, len(told)), among)
    kept = strongest(ties, ranking, NETWORK_TIES, between=beside)
    cut = len(numbers) > most
    return Network("sentences", ranking, nodes, kept, among, cut, len(ties) - len(kept))


# Whom --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """An actor of the network; `bit` is its own in the numbers that stand for several of them."""

    row: int
    bit: int
    id: str
    name: str
    kind: Kind
    mentions: int


def _actors(reading: Reading, selection: Selection, beside: Sequence[str]) -> list[_Told]:
    """The actors named most, without all that the actor list knows: this takes a quarter of it."""
    found = _most_named(reading, selection, None, NETWORK_ACTORS)
    wanting = set(actor_rows.roots_of(reading, beside).values()) - {root for root, _ in found}
    if wanting:
        found = [*found, *_most_named(reading, selection, wanting, len(wanting))]
    names = called(reading, [root for root, _ in found])
    found.sort(key=lambda one: (one[0] in wanting, -one[1], names[one[0]].name, one[0]))
    return [
        _Told(root, 1 << place, names[root].uuid, names[root].name, names[root].kind, many)
        for place, (root, many) in enumerate(found[:NETWORK_ACTORS_AT_ONCE])
    ]


def _most_named(
    reading: Reading, selection: Selection, roots: Collection[int] | None, limit: int
) -> list[tuple[int, int]]:
    """Actors and how often each is named; only of some, if these are given."""
    if reading.columns is not None:
        most = most_named(reading, selection, roots=roots, limit=limit)
        return [(one.root, one.mentions) for one in most]
    root = actors.alias("root")
    counts_as = actors.c.canonical_id
    fits = [counts_as.not_in(sa.select(root.c.id).where(sa.not_(root.c.counted)))]
    if roots is not None:
        fits.append(counts_as.in_(roots))
    rows = reading.connection.execute(
        sa.select(counts_as, sa.func.sum(article_actors.c.mentions).label("many"))
        .select_from(named())
        .where(*where(reading, selection), *fits)
        .group_by(counts_as)
        .order_by(sa.desc("many"), counts_as)
        .limit(limit)
    )
    return [(number, many) for number, many in rows]


# Articles ----------------------------------------------------------------------------------------


def _named_in(
    reading: Reading, selection: Selection, roots: Mapping[int, int], unit: Unit
) -> Pairs:
    if (image := reading.columns) is not None:
        return together.in_units(image, reading, selection, roots, unit)
    bits = {root: sa.literal(bit, sa.BigInteger) for root, bit in roots.items()}
    bit = sa.case(bits, value=actors.c.canonical_id)
    # Merged actors have the same bit, which counts once.
    whom = sa.cast(sa.func.sum(sa.distinct(bit)), sa.BigInteger)
    column = UNIT_COLUMNS[unit]
    of_unit = (
        sa.select(whom.label("actors"))
        .select_from(named())
        .where(
            *where(reading, selection), actors.c.canonical_id.in_(list(roots)), column.is_not(None)
        )
        .group_by(column)
        .subquery()
    )
    rows = reading.connection.execute(
        sa.select(of_unit.c.actors, sa.func.count().label("many")).group_by(of_unit.c.actors)
    )
    return _pairs(Counter({row.actors: row.many for row in rows}), len(roots))


def _naming_several(
    reading: Reading, selection: Selection, roots: Mapping[int, int], limit: int
) -> Sequence[int]:
    if (image := reading.columns) is not None:
        return together.naming_several(image, reading, selection, roots, limit)
    several = (
        sa.select(articles.c.id)
        .select_from(named())
        .where(*where(reading, selection), actors.c.canonical_id.in_(list(roots)))
        .group_by(articles.c.id, articles.c.day)
        .having(sa.func.count(sa.distinct(actors.c.canonical_id)) > 1)
        .order_by(articles.c.day.is_(None), articles.c.day.desc(), articles.c.id.desc())
        .limit(limit)
    )
    return reading.connection.scalars(several).all()


# Sentences ---------------------------------------------------------------------------------------


def _by_sentence(reading: Reading, numbers: Sequence[int], roots: Mapping[int, int]) -> Together:
    connection = reading.connection
    texts = connection.execute(
        sa.select(bodies.c.article_id, bodies.c.text).where(bodies.c.article_id.in_(numbers))
    )
    places: dict[int, list[Any]] = {number: [] for number in numbers}
    for row in connection.execute(
        sa.select(
            mentions.c.article_id,
            mentions.c.field,
            mentions.c.start,
            mentions.c.end,
            actors.c.canonical_id,
        )
        .join(actors, actors.c.id == mentions.c.actor_id)
        .where(
            mentions.c.article_id.in_(numbers),
            mentions.c.counted,
            actors.c.canonical_id.in_(list(roots)),
        )
    ):
        places[row.article_id].append(row)
    found: Together = Counter()
    for number, text in texts:
        found.update(_sentences(text, places[number], roots))
    return found


def _sentences(text: str, places: Iterable[Any], roots: Mapping[int, int]) -> Iterator[int]:
    """The actors of each sentence, the title being one."""
    borders = ends(text)
    # One for the title, one for what follows the last end.
    named_here = [0] * (len(borders) + 2)
    for place in places:
        at = -1 if place.field == "title" else bisect_left(borders, place.end)
        named_here[at] |= roots[place.canonical_id]
    return iter(named_here)


# Counting ----------------------------------------------------------------------------------------


def _tied(told: Sequence[_Told], pairs: Pairs, among: int) -> tuple[tuple[Node, ...], list[Tie]]:
    nodes = tuple(
        Node(one.id, one.name, one.kind, one.mentions, int(pairs[place, place]))
        for place, one in enumerate(told)
    )
    ties = [
        tie(
            nodes[i].id,
            nodes[j].id,
            int(pairs[i, j]),
            (nodes[i].named_in, nodes[j].named_in),
            among,
        )
        for i, j in zip(*np.nonzero(np.triu(pairs, 1)), strict=True)
    ]
    return nodes, ties


def _pairs(together: Together, many: int) -> Pairs:
    whom = np.fromiter(together.keys(), np.int64, len(together))
    counts = np.fromiter(together.values(), np.float64, len(together))
    bits = (whom[:, None] >> np.arange(many, dtype=np.int64) & 1).astype(np.float64)
    return np.asarray(bits.T @ (bits * counts[:, None])).astype(np.int64)
