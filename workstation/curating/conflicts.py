"""What two libraries decided differently about the same thing."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workstation.curating import editing, layer, outlets, tenures
from workstation.curating.placing import MAKING
from workstation.domain.anchor import ANCHOR_TERMS, Anchor
from workstation.domain.decision import ABOUT_OUTLETS, PLACED, Decision, Order
from workstation.domain.names import fold


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of a line of a file."""

    line: int
    words: str


def between(
    joint: Sequence[Decision], lines: Mapping[int, int], before: Iterable[Decision]
) -> list[Told]:
    """Where decisions that came contradict those that were here `before`.

    `joint` is the log of both; `lines` are those of the decisions that came, by number.
    """
    holding = [d for d in joint if d.revoked_by is None]
    here = _said([d for d in holding if d.number not in lines])
    told = [
        Told(lines[came.number], _both(here[thing], came))
        for thing, came in _said([d for d in holding if d.number in lines]).items()
        if thing in here and _value(here[thing], thing) != _value(came, thing)
    ]
    idle = layer.rules(joint).idle - layer.rules(before).idle
    told += [Told(lines.get(d.number, 0), _nothing(d)) for d in holding if d.number in idle]
    return sorted(dict.fromkeys(told), key=lambda one: (one.line, one.words))


def _said(holding: Iterable[Decision]) -> dict[Hashable, Decision]:
    """The last word about each thing."""
    return {thing: decision for decision in holding for thing, _ in _things(decision.order)}


def _value(decision: Decision, thing: Hashable) -> Hashable:
    return dict(_things(decision.order))[thing]


def _things(order: Order) -> Iterator[tuple[Hashable, Hashable]]:
    """What an order is about, and what it says of it."""
    if order.verb == "role":
        yield ("role", *tenures.thing(order)), order.terms[2:]
    yield from _things_of(order)


def _things_of(order: Order) -> Iterator[tuple[Hashable, Hashable]]:
    if order.verb in ("merge", "not-the-same"):
        yield ("pair", frozenset((order.subject, order.terms[0]))), order.verb
    if order.verb in ("merge", "rename", "kind", "date"):
        yield (order.verb, order.subject), order.terms[0]
    elif order.verb in ("metonym", "edit"):
        about = fold(order.terms[0]) if order.verb == "metonym" else editing.subject(order)
        yield (order.verb, about), order.terms[1]
    elif order.verb in ABOUT_OUTLETS:
        yield ("outlet", *outlets.thing(order)), order.verb
    elif order.verb in ("alias", "split", "no-name"):
        for surface in layer.surfaces(order):
            yield ("surface", surface), _meant(order)
    elif order.verb in PLACED:
        anchor = Anchor.of(order.terms)
        naming = order.verb in MAKING or order.verb == "no-mention"
        place = (order.subject, anchor.field, anchor.start, anchor.quote, naming)
        yield place, order.terms[ANCHOR_TERMS] if order.verb in MAKING else order.verb


def _meant(order: Order) -> str:
    """Whom the surfaces of an order mean by it."""
    if order.verb == "split":
        return layer.split_off(order)
    return order.subject if order.verb == "alias" else ""


def _both(here: Decision, came: Decision) -> str:
    if "merge" in (came.order.verb, here.order.verb):
        holds = "Both hold, so that all of them count as one."
    elif (here.at, here.id) > (came.at, came.id):
        holds = "Yours is the later one and holds."
    else:
        holds = "Theirs is the later one and holds."
    return f"Here: {_signed(here)} There: {_signed(came)} {holds}"


def _nothing(merge: Decision) -> str:
    return f"{_signed(merge)} It does nothing: the two count as one already, or in a circle."


def _signed(decision: Decision) -> str:
    return f"{decision.words} ({decision.who}, {decision.at:%Y-%m-%d})"
