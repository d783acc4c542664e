"""The cleaning queue: which surface forms deserve a look first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from operator import attrgetter, itemgetter

from workstation.domain.actor import Kind
from workstation.domain.cleaning import Doubt, Doubted, Form, likelihood
from workstation.domain.decision import Decision, Order
from workstation.domain.names import fold
from workstation.domain.scripts import mixed
from workstation.library import actors, decisions, forms
from workstation.library.library import Reading
from workstation.limits import QUEUE_FORMS

_SHORT = 2
"""Letters of a form that may be anything."""
_REMEMBERED = 100_000
"""Spellings that are not looked at letter by letter again after each decision."""
_NUMBERED: frozenset[Kind] = frozenset(("product", "event", "place"))
"""Kinds whose names may well have numbers."""


def queue(reading: Reading) -> list[Doubted]:
    """The doubtful forms that nobody has decided about, the most mentions likely wrong first."""
    image = reading.columns
    if image is None:
        return _queue(reading)
    # Each page of it is asked for by itself.
    return [*image.memory.recall("queue", partial(_queue, reading))]


def _queue(reading: Reading) -> list[Doubted]:
    log = [d for d in decisions.log(reading) if d.revoked_by is None]
    every = forms.every(reading)
    seen, accepted = _spoken_for(log), _accepted(reading, log)
    looked_at = _looked_at(reading, log)
    means = Counter(map(attrgetter("folded"), every))
    has = Counter(map(attrgetter("actor"), every))
    alike = _called_alike({form.actor: form.name for form in every})
    found: list[tuple[float, str, str, Form, tuple[Doubt, ...]]] = []
    for form in every:
        folded, actor = form.folded, form.actor
        if folded in seen or (actor, folded) in accepted:
            continue
        doubts = _doubts(
            form.surface,
            form.kind,
            actor in alike,
            # A register knows when a capital means its state.
            means[folded] > 1 and not form.known,
            not form.known and actor not in looked_at,
            form.torn,
        )
        if doubts:
            found.append((-form.mentions * likelihood(doubts), folded, actor, form, doubts))
    found.sort(key=itemgetter(0, 1, 2))
    return [
        Doubted(n, form, doubts, has[form.actor])
        for n, (*_, form, doubts) in enumerate(found[:QUEUE_FORMS])
    ]


def is_accepted(reading: Reading, wanted: Order, log: Iterable[Decision]) -> bool:
    """Whether a decision that holds says already that a form rightly means an actor."""
    holding = [d for d in log if d.revoked_by is None]
    standing = actors.standing_for(reading, [wanted.subject]).get(wanted.subject, "")
    return (standing, fold(wanted.terms[0])) in _accepted(reading, holding)


def _accepted(reading: Reading, holding: Sequence[Decision]) -> set[tuple[str, str]]:
    orders = [d.order for d in holding if d.order.verb == "accept"]
    standing = actors.standing_for(reading, {order.subject for order in orders})
    return {(standing.get(order.subject, ""), fold(order.terms[0])) for order in orders}


def _spoken_for(holding: Iterable[Decision]) -> set[str]:
    """The forms that some decision gave to an actor."""
    spoken: set[str] = set()
    for order in (decision.order for decision in holding):
        if order.verb == "alias":
            spoken.add(fold(order.terms[0]))
        elif order.verb == "split":
            spoken.update(map(fold, order.terms[1:]))
    return spoken


def _looked_at(reading: Reading, holding: Iterable[Decision]) -> set[str]:
    """The actors that somebody renamed, or said the kind of."""
    subjects = {d.order.subject for d in holding if d.order.verb in ("rename", "kind")}
    return set(actors.standing_for(reading, subjects).values())


def _called_alike(names: Mapping[str, str]) -> set[str]:
    """The actors whose names others bear too, upper and lower case and accents alike."""
    folded = {actor: _folded(name) for actor, name in names.items()}
    bearers = Counter(folded.values())
    return {actor for actor, name in folded.items() if bearers[name] > 1}


@lru_cache(maxsize=_REMEMBERED)
def _doubts(
    surface: str, kind: Kind, alike: bool, several: bool, by_machine: bool, torn: bool
) -> tuple[Doubt, ...]:
    tried: tuple[tuple[Doubt, bool], ...] = (
        ("imitates", bool(mixed(surface))),
        ("alike", alike),
        ("several", several),
        ("machine", by_machine),
        ("labels", by_machine and torn),
        ("shape", by_machine and _is_odd(surface, kind)),
    )
    return tuple(doubt for doubt, holds in tried if holds)


def _is_odd(surface: str, kind: Kind) -> bool:
    """Whether a form looks like no name: too short, without a capital, or with digits."""
    letters = [letter for letter in surface if letter.isalpha()]
    cased = [letter for letter in letters if letter.lower() != letter.upper()]
    small = bool(cased) and not any(map(str.isupper, cased))
    short = len(letters) <= _SHORT and bool(cased)
    numbered = kind not in _NUMBERED and any(map(str.isdigit, surface))
    return small or short or numbered


_folded = lru_cache(maxsize=_REMEMBERED)(fold)
