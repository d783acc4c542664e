"""Surface forms that deserve a look, those that cost most first, and actors that may be one."""

from dataclasses import dataclass
from functools import cache
from math import prod
from typing import Literal, NamedTuple, get_args

from workstation.domain.actor import Actor, Kind

Doubt = Literal["imitates", "alike", "several", "machine", "labels", "shape"]
DOUBTS: tuple[Doubt, ...] = get_args(Doubt)

WEIGHTS: dict[Doubt, float] = {
    "imitates": 0.9, "alike": 0.6, "several": 0.5, "machine": 0.4, "labels": 0.3, "shape": 0.3,
}  # fmt: skip
"""How likely each makes it that something is wrong, as far as samples of the news told."""


@cache
def likelihood(doubts: tuple[Doubt, ...]) -> float:
    """How likely something is wrong where there are some doubts, from 0 to 1."""
    return 1 - prod(1 - WEIGHTS[doubt] for doubt in doubts)


class Form(NamedTuple):
    """A surface form of an actor, counted where it means that actor.

    There are many, and a row of the store is one at once. `known`: a register knows it; `torn`:
    machines took it for different kinds of thing.
    """

    surface: str
    folded: str
    actor: str
    name: str
    kind: Kind
    mentions: int
    known: bool
    torn: bool


@dataclass(frozen=True, slots=True)
class Doubted:
    """A form with what makes it doubtful; `id` is its place in the queue."""

    id: int
    form: Form
    doubts: tuple[Doubt, ...]
    forms: int = 1
    """How many forms its actor has."""

    @property
    def doubt(self) -> float:
        """From 0 to 1: how likely something is wrong."""
        return likelihood(self.doubts)

    @property
    def impact(self) -> float:
        """How many mentions are wrong if the doubts are right."""
        return self.form.mentions * self.doubt


Nearness = Literal["alike", "order", "letters", "part"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two actors that may be one: the lesser, the greater, and why.

    `names` are the two that are near; of the actors `beside` the lesser one, `shared` are named
    beside the greater one too.
    """

    id: int
    lesser: Actor
    greater: Actor
    nearness: Nearness
    names: tuple[str, str]
    shared: int
    beside: int
    score: float
