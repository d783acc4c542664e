"""Decisions as sentences."""

from collections.abc import Iterable

from workstation.curating import metonyms, placing
from workstation.domain.decision import PLACED, Decision, Order
from workstation.library import actors
from workstation.library.library import Reading


def of(reading: Reading, wanted: Order) -> str:
    """What an order says, with names instead of identifiers."""
    if wanted.verb in PLACED:
        return placing.words(reading, wanted)
    if wanted.verb == "metonym":
        return metonyms.words(wanted)
    return _about_actor(reading, wanted)


def _about_actor(reading: Reading, wanted: Order) -> str:
    subject = f"“{actors.name_of(reading, wanted.subject)}”"
    first = f"“{wanted.terms[0]}”" if wanted.terms else ""
    rest = ", ".join(f"“{term}”" for term in wanted.terms[1:])
    if wanted.verb == "merge":
        return f"Merged {subject} into “{actors.name_of(reading, wanted.terms[0])}”."
    return {
        "split": f"Split {rest} from {subject} as {first}.",
        "rename": f"Renamed {subject} to {first}.",
        "kind": f"Made {subject} a {wanted.terms[0]}." if wanted.terms else "",
        "alias": f"{first} means {subject}.",
        "not-an-actor": f"{subject} is not an actor.",
    }[wanted.verb]


def of_revoking(log: Iterable[Decision], taken: Decision) -> str:
    """What taking back a decision of the log says."""
    by_number = {d.number: d for d in log}
    verb = "Took back"
    while taken.order.verb == "revoke":
        verb = "Put back" if verb == "Took back" else "Took back"
        taken = by_number[int(taken.order.subject)]
    return f"{verb} decision {taken.number}: {taken.words}"
