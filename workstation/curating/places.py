"""Decisions about places in articles: what the library has to know, and which lost their place."""

from collections.abc import Iterable, Sequence

from workstation.domain.anchor import ANCHOR_TERMS, Anchor, paragraph_key
from workstation.domain.decision import ABOUT_ARTICLES, ABOUT_OUTLETS, PLACED, Decision, Order
from workstation.library import actors, wordings
from workstation.library.decided import Decided, Mark, Meaning, Pin, Rule
from workstation.library.library import Reading
from workstation.resolving.register_files import LABELS

_ACTOR = ANCHOR_TERMS
"""The term of an order, after its anchor, that names the actor."""


def decided(reading: Reading, surfaces: Sequence[Meaning], holding: Sequence[Decision]) -> Decided:
    """What decisions say of surfaces, and what these here say of places, in their order."""
    placed = [(rank, d) for rank, d in enumerate(holding) if d.order.verb in PLACED]
    numbers = articles_of(reading, (d.order for _, d in placed))
    named = {d.order.terms[_ACTOR] for _, d in placed if d.order.verb in ("assign", "mention")}
    rows, kinds = actors.rows_of(reading, named), actors.kinds_of(reading, named)
    made: dict[int, list[Pin | Mark]] = {}
    for rank, decision in placed:
        order = decision.order
        anchor = Anchor.of(order.terms)
        if order.subject not in numbers:
            continue
        places = made.setdefault(numbers[order.subject], [])
        if order.verb in ("boilerplate", "body"):
            places.append(Mark(anchor, order.verb == "body", _why(decision), rank))
        elif order.verb == "no-mention":
            places.append(Pin(anchor, None, "PERSON", _why(decision), new=False))
        elif (actor := order.terms[_ACTOR]) in rows:
            label, new = LABELS[kinds[actor]], order.verb == "mention"
            places.append(Pin(anchor, rows[actor], label, _why(decision), new))
    return Decided(surfaces, made, _rules(holding))


def _rules(holding: Sequence[Decision]) -> dict[str, list[Rule]]:
    made: dict[str, list[Rule]] = {}
    for rank, decision in enumerate(holding):
        order = decision.order
        if order.verb in ABOUT_OUTLETS:
            outlet, paragraph = order.terms
            own = order.verb == "outlet-body"
            rule = Rule(paragraph_key(paragraph), own, _why(decision), rank)
            made.setdefault(outlet, []).append(rule)
    return made


def _why(decision: Decision) -> str:
    return f"Decision {decision.number}: {decision.words}"


def articles_of(reading: Reading, orders: Iterable[Order]) -> dict[str, int]:
    """The row number of each article that these orders are about, by its identifier there.

    An article that another library knows by another identifier is told by its words.
    """
    hashes = {order.subject: text_hash_of(order) for order in orders}
    numbers = wordings.numbers_of(reading, hashes)
    if missing := hashes.keys() - numbers.keys():
        same = wordings.numbers_with(reading, {hashes[uuid] for uuid in missing})
        numbers |= {uuid: same[hashes[uuid]] for uuid in missing if hashes[uuid] in same}
    return numbers


def text_hash_of(order: Order) -> str:
    """What tells the words of the article that an order is about, as they were."""
    return order.terms[-1] if order.verb in ("date", "edit") else Anchor.of(order.terms).text_hash


def article_of(reading: Reading, order: Order) -> int | None:
    """The row number of the article that an order is about, if it is there."""
    return articles_of(reading, [order]).get(order.subject)


def lost(reading: Reading, log: Iterable[Decision]) -> dict[int, bool]:
    """The decisions that hold and have no place now, by number: whether their article is there."""
    holding = [d for d in log if d.order.verb in ABOUT_ARTICLES and d.revoked_by is None]
    hashes = wordings.hashes_of(reading, {d.order.subject for d in holding})
    changed = [d for d in holding if hashes.get(d.order.subject) != text_hash_of(d.order)]
    numbers = articles_of(reading, (d.order for d in changed))
    present = wordings.of(reading, numbers.values())
    return {
        d.number: d.order.subject in numbers
        for d in changed
        if d.order.subject not in numbers
        or (
            d.order.verb in PLACED
            and not Anchor.of(d.order.terms).places(present[numbers[d.order.subject]])
        )
    }
