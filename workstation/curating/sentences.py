"""Decisions as sentences."""

from collections.abc import Callable, Mapping

from workstation.curating import dating, editing, metonyms, outlets, placing, tenures
from workstation.domain.decision import ABOUT_ARTICLES, ABOUT_OUTLETS, PLACED, Decision, Order
from workstation.library import actors
from workstation.library.library import Reading


def of(reading: Reading, wanted: Order) -> str:
    """What an order says, with names instead of identifiers."""
    where = placing.where(reading, wanted) if wanted.verb in ABOUT_ARTICLES else ""
    return told(wanted, lambda uuid: actors.name_of(reading, uuid), where)


def told(wanted: Order, name_of: Callable[[str], str], where: str) -> str:
    """What an order says, given the name of each actor, and `where` it is about an article."""
    if wanted.verb in PLACED:
        return placing.words(wanted, name_of, where)
    if wanted.verb == "metonym":
        return metonyms.words(wanted)
    if wanted.verb in ABOUT_OUTLETS:
        return outlets.words(wanted)
    if wanted.verb == "date":
        return dating.words(wanted, where)
    if wanted.verb == "edit":
        return editing.words(wanted, where)
    return _of_actor(wanted, name_of)


def _of_actor(wanted: Order, name_of: Callable[[str], str]) -> str:
    if wanted.verb == "role":
        owner = name_of(wanted.terms[1]) if wanted.terms[1] else ""
        return tenures.words(wanted, name_of(wanted.subject), owner)
    subject = f"“{name_of(wanted.subject)}”"
    first = f"“{wanted.terms[0]}”" if wanted.terms else ""
    rest = ", ".join(f"“{term}”" for term in wanted.terms[1:])
    pair = wanted.verb in ("merge", "not-the-same")
    other = f"“{name_of(wanted.terms[0])}”" if pair else ""
    return {
        "merge": f"Merged {subject} into {other}.",
        "not-the-same": f"{subject} and {other} are not the same.",
        "split": f"Split {rest} from {subject} as {first}.",
        "rename": f"Renamed {subject} to {first}.",
        "kind": f"Made {subject} {_one(wanted.terms[0])}." if wanted.terms else "",
        "alias": f"{first} means {subject}{f' near {rest}' if rest else ''}.",
        "accept": f"{first} rightly means {subject}.",
        "no-name": f"{first} names nobody where it was read as {subject}.",
        "not-an-actor": f"{subject} is not an actor.",
    }[wanted.verb]


def _one(kind: str) -> str:
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"


def of_revoking(log: Mapping[int, Decision], taken: Decision) -> str:
    """What taking back a decision says; the log is given by numbers."""
    verb = "Took back"
    while taken.order.verb == "revoke":
        verb = "Put back" if verb == "Took back" else "Took back"
        taken = log[int(taken.order.subject)]
    return f"{verb} decision {taken.number}: {taken.words}"
