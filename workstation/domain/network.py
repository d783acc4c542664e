"""Who is named with whom."""

from collections.abc import Collection
from dataclasses import dataclass
from math import log
from typing import Literal, get_args

from workstation.domain.actor import Kind

Within = Literal["articles", "stories", "outlets", "sentences"]
"""What two actors have to be named in together."""

Ranking = Literal["association", "count"]
"""Which ties come first: those that chance explains least, or those that are counted most."""
RANKINGS: tuple[Ranking, ...] = get_args(Ranking)


@dataclass(frozen=True, slots=True)
class Node:
    """An actor of a network; `named_in` counts the articles (stories, sentences) that name it."""

    id: str
    name: str
    kind: Kind
    mentions: int
    named_in: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, by identifier, that are named together, and how often chance would do so.

    `association` is the signed log-likelihood ratio (Dunning 1993): how little chance explains
    what was counted; below zero where they are named together less often than by chance.
    """

    first: str
    second: str
    together: int
    expected: float
    association: float

    def weight(self, ranking: Ranking) -> float:
        """What a ranking ranks by, never below zero."""
        return max(0.0, self.association) if ranking == "association" else self.together

    def joins(self, actor: str) -> bool:
        """Whether it is a tie of an actor."""
        return actor in (self.first, self.second)


@dataclass(frozen=True, slots=True)
class Network:
    """The actors named most, and the ties between them.

    `among` is how many articles (stories, sentences) were counted; `cut` says that these are not
    all of them. `left_out` are ties that gave way to stronger ones.
    """

    within: Within = "articles"
    ranking: Ranking = "association"
    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    among: int = 0
    cut: bool = False
    left_out: int = 0

    def node(self, actor: str) -> Node | None:
        """The node of an actor."""
        return next((node for node in self.nodes if node.id == actor), None)

    def name(self, actor: str) -> str:
        """What an actor of the network is called."""
        node = self.node(actor)
        return node.name if node is not None else ""


def tie(first: str, second: str, together: int, named: tuple[int, int], among: int) -> Tie:
    """A tie, given in how many of all each of the two is named."""
    one, other = named
    counted = (together, one - together, other - together, among - one - other + together)
    by_chance = (
        one * other / among,
        one * (among - other) / among,
        (among - one) * other / among,
        (among - one) * (among - other) / among,
    )
    ratio = 2 * sum(n * log(n / e) for n, e in zip(counted, by_chance, strict=True) if n > 0)
    # What chance explains fully may come out a hair below zero.
    association = max(0.0, ratio) * (1 if together >= by_chance[0] else -1)
    return Tie(first, second, together, by_chance[0], association)


def strongest(
    ties: Collection[Tie], ranking: Ranking, most: int, *, between: Collection[str] = ()
) -> tuple[Tie, ...]:
    """The strongest ties; those `between` some actors, and the strongest of each, come first."""
    ranked = sorted(ties, key=lambda t: (-_rank(t, ranking), -t.together, t.first, t.second))
    tied: set[str] = set()
    first: list[Tie] = []
    later: list[Tie] = []
    for one in ranked:
        ends = {one.first, one.second}
        (later if ends <= tied and not ends <= set(between) else first).append(one)
        tied |= ends
    kept = set([*first, *later][:most])
    return tuple(one for one in ranked if one in kept)


def _rank(one: Tie, ranking: Ranking) -> float:
    return one.association if ranking == "association" else float(one.together)
