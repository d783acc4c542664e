"""Actors that somebody said are not the same: what makes sense to say, and what it tells."""

from collections.abc import Iterable, Sequence

from workstation.curating import layer
from workstation.domain.decision import Decision, Order
from workstation.errors import Unreadable
from workstation.library import actors
from workstation.library.library import Reading

_Pair = frozenset[str]


def expect_sense(reading: Reading, wanted: Order, log: Iterable[Decision]) -> None:
    """Checks that an order would change something.

    Raises:
        UnknownName: one of the actors is not there.
        Unreadable: the two count as one, or it was decided already.
    """
    both = (wanted.subject, wanted.terms[0])
    names = [actors.name_of(reading, uuid) for uuid in both]
    standing = actors.standing_for(reading, both)
    if len(set(standing.values())) == 1:
        raise Unreadable("Both count as one actor.", "Take their merge back, or split one off.")
    if (said := _telling(reading, both, log)) is not None:
        raise Unreadable(
            f"“{names[0]}” and “{names[1]}” are told apart already, by decision {said.number}.",
            "Nothing was changed.",
        )


def warning(reading: Reading, wanted: Order, log: Iterable[Decision]) -> str:
    """What speaks against a merge: the decision that told the two apart, or ""."""
    if wanted.verb != "merge":
        return ""
    said = _telling(reading, (wanted.subject, wanted.terms[0]), log)
    if said is None:
        return ""
    because = f" Its reason: {said.order.reason}." if said.order.reason else ""
    return f"Decision {said.number} of {said.who} says that they are not the same.{because}"


def pairs(reading: Reading, log: Iterable[Decision]) -> set[_Pair]:
    """The actors that are told apart, two by two, as they count now; splits tell apart, too."""
    said = [d.order for d in log if d.revoked_by is None]
    named = [(o.subject, o.terms[0]) for o in said if o.verb == "not-the-same"]
    named += [(o.subject, layer.split_off(o)) for o in said if o.verb == "split"]
    standing = actors.standing_for(reading, {uuid for both in named for uuid in both})
    return {frozenset(standing.get(uuid, uuid) for uuid in both) for both in named}


def _telling(reading: Reading, both: Sequence[str], log: Iterable[Decision]) -> Decision | None:
    """The decision that tells two actors apart, if one holds."""
    said = [d for d in log if d.revoked_by is None and d.order.verb == "not-the-same"]
    named = {uuid for d in said for uuid in (d.order.subject, d.order.terms[0])}
    standing = actors.standing_for(reading, named.union(both))

    def pair(two: Sequence[str]) -> _Pair:
        return frozenset(standing.get(uuid, uuid) for uuid in two)

    wanted = pair(both)
    fitting = (d for d in said if pair((d.order.subject, d.order.terms[0])) == wanted)
    return next(fitting, None) if len(wanted) > 1 else None
