"""The cleaning queue: which surface forms deserve a look first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workstation.domain.actor import Kind
from workstation.domain.cleaning import Doubt, Doubted, Form
from workstation.domain.decision import Decision, Order
from workstation.domain.names import fold
from workstation.domain.scripts import mixed
from workstation.library import actors, decisions, forms
from workstation.library.library import Reading
from workstation.limits import QUEUE_FORMS

_SHORT = 2
"""Letters of a form that may be anything."""
_NUMBERED: frozenset[Kind] = frozenset(("product", "event", "place"))
"""Kinds whose names may well have numbers."""


def queue(reading: Reading) -> list[Doubted]:
    """The doubtful forms that nobody has decided about, the most mentions likely wrong first."""
    log = [d for d in decisions.log(reading) if d.revoked_by is None]
    every = forms.every(reading)
    seen, accepted = _spoken_for(log), _accepted(reading, log)
    looked_at = _looked_at(reading, log)
    means = Counter(form.folded for form in every)
    has = Counter(form.actor for form in every)
    called: dict[str, set[str]] = defaultdict(set)
    for form in every:
        called[fold(form.name)].add(form.actor)
    found = [
        Doubted(0, form, doubts, has[form.actor])
        for form in every
        if form.folded not in seen and (form.actor, form.folded) not in accepted
        for doubts in [
            _doubts(
                form,
                # A register knows when a capital means its state.
                several=means[form.folded] > 1 and not form.known,
                alike=len(called[fold(form.name)]) > 1,
                looked_at=form.actor in looked_at,
            )
        ]
        if doubts
    ]
    found.sort(key=lambda one: (-one.impact, one.form.folded, one.form.actor))
    return [replace(one, id=n) for n, one in enumerate(found[:QUEUE_FORMS])]


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


def _doubts(form: Form, *, several: bool, alike: bool, looked_at: bool) -> tuple[Doubt, ...]:
    by_machine = not form.known and not looked_at
    tried: tuple[tuple[Doubt, bool], ...] = (
        ("imitates", bool(mixed(form.surface))),
        ("alike", alike),
        ("several", several),
        ("machine", by_machine),
        ("labels", by_machine and form.torn),
        ("shape", by_machine and _is_odd(form)),
    )
    return tuple(doubt for doubt, holds in tried if holds)


def _is_odd(form: Form) -> bool:
    """Whether a form looks like no name: too short, without a capital, or with digits."""
    letters = [letter for letter in form.surface if letter.isalpha()]
    cased = [letter for letter in letters if letter.lower() != letter.upper()]
    small = bool(cased) and not any(map(str.isupper, cased))
    short = len(letters) <= _SHORT and bool(cased)
    numbered = form.kind not in _NUMBERED and any(map(str.isdigit, form.surface))
    return small or short or numbered
