"""The log as people look through it: what fits their words, and what a decision is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from workstation.curating import decisions, layer, places
from workstation.domain.anchor import Anchor
from workstation.domain.decision import ABOUT_ARTICLES, ABOUT_OUTLETS, PLACED, Decision, Order
from workstation.domain.mention import Field
from workstation.domain.names import fold
from workstation.library import actors, wordings
from workstation.library.library import Reading

View = Literal["all", "hold", "taken-back"]


@dataclass(frozen=True, slots=True)
class About:
    """What a decision is about, as far as it is here: an article and a place, an actor, an outlet.

    Where an article is named without a place, `end` is 0.
    """

    article: int | None = None
    field: Field = "text"
    start: int = 0
    end: int = 0
    actor: str = ""
    outlet: str = ""


def fitting(log: Iterable[Decision], view: View, words: str) -> list[Decision]:
    """The decisions of a view whose sentence, reason or author hold all of the words."""
    wanted = fold(words).split()
    return [
        decision
        for decision in log
        if _is_in(decision, view) and all(word in _told(decision) for word in wanted)
    ]


def about(reading: Reading, decision: Decision) -> About:
    """What a decision is about; a revocation is about what its decision was about."""
    for order in decisions.meant([decision], decisions.log(reading)):
        found = _about(reading, order)
        if found != About():
            return found
    return About()


def _about(reading: Reading, order: Order) -> About:
    if order.verb in ABOUT_ARTICLES:
        number = places.article_of(reading, order)
        return About() if number is None else _place(reading, order, number)
    if order.verb in ABOUT_OUTLETS:
        return About(outlet=order.terms[0])
    named = [layer.split_off(order)] if order.verb == "split" else []
    standing = actors.standing_for(reading, [*named, order.subject])
    return About(actor=next((standing[n] for n in (*named, order.subject) if n in standing), ""))


def _place(reading: Reading, order: Order, number: int) -> About:
    if order.verb not in PLACED:
        return About(number)
    anchor = Anchor.of(order.terms)
    start = next(iter(anchor.places(wordings.of(reading, [number])[number])), None)
    if start is None:
        return About(number)
    return About(number, anchor.field, start, start + len(anchor.quote))


def _is_in(decision: Decision, view: View) -> bool:
    if view == "all":
        return True
    ordinary = decision.order.verb != "revoke"
    return ordinary and (decision.revoked_by is None) == (view == "hold")


def _told(decision: Decision) -> str:
    return fold(f"{decision.words} {decision.order.reason} {decision.who}")
