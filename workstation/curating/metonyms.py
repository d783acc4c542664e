"""Whether a capital means a town or its state, where analysts have decided it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Literal

from workstation.domain.actor import Naming, actor_uuid
from workstation.domain.decision import Decision, Order
from workstation.domain.names import fold
from workstation.errors import UnknownName, Unreadable
from workstation.library import decisions
from workstation.library.library import Reading
from workstation.resolving.known import Known
from workstation.resolving.registers import Registers

MEANT = ("place", "state", "both")


def order(name: str, meant: str, *, reason: str = "") -> Order:
    """The order that makes a capital mean its town ("place"), its state, or "both".

    Raises:
        UnknownName: no register knows a capital of that name.
        Unreadable: a capital can mean no such thing.
    """
    if meant not in MEANT:
        raise Unreadable(f"A capital cannot mean “{meant}”.", f"It means {', '.join(MEANT)}.")
    naming = _capitals().get(fold(name))
    if naming is None:
        raise UnknownName(
            f"No register knows a capital “{name}”.", "For any other name, decide an alias."
        )
    return Order("metonym", actor_uuid(naming.key), (naming.alias, meant), reason)


def expect_sense(holding: Iterable[Decision], wanted: Order) -> None:
    """Checks that an order is well made and would change something.

    Raises:
        UnknownName: no register knows the capital.
        Unreadable: it means that already.
    """
    word, meant = order(*wanted.terms).terms
    if _meant(holding).get(word, "both") == meant:
        raise Unreadable(f"“{word}” is read so already.", "Nothing was changed.")


def words(wanted: Order) -> str:
    """The order as a sentence."""
    word, meant = wanted.terms
    return {
        "place": f"“{word}” always means the town.",
        "state": f"“{word}” always means the state.",
        "both": f"“{word}” means the town or the state, as the text says.",
    }[meant]


def meant(reading: Reading, name: str) -> str:
    """What a capital of that name means by decision, or "" if no register knows one."""
    naming = _capitals().get(fold(name))
    if naming is None:
        return ""
    holding = (d for d in decisions.log(reading) if d.revoked_by is None)
    return _meant(holding).get(naming.alias, "both")


def is_known(order: Order) -> bool:
    """Whether some register knows the capital that an order is about."""
    return fold(order.terms[0]) in _capitals()


def namings(holding: Iterable[Decision]) -> list[Naming]:
    """What the workers need to know of the decisions that hold."""
    made: list[Naming] = []
    for word, meant in _meant(holding).items():
        naming = _capitals().get(fold(word))
        if naming is not None and meant != "both":
            always: Literal["place", "state"] = "place" if meant == "place" else "state"
            made.append(replace(naming, always=always))
    return made


def _meant(holding: Iterable[Decision]) -> dict[str, str]:
    orders = (decision.order for decision in holding if decision.order.verb == "metonym")
    return {order.terms[0]: order.terms[1] for order in orders}


def spellings(word: str) -> tuple[str, ...]:
    """What may be written for a capital: "Kiev" and “Киев” for "Kyiv"."""
    naming = _capitals().get(fold(word))
    if naming is None:
        return (word,)
    towns = _towns(Registers.shipped()[naming.key])
    return next((town for town in towns.values() if naming.alias in town), (word,))


@cache
def _capitals() -> dict[str, Naming]:
    """The capitals of the registers, by their names folded, with the first spelling of each."""
    return {
        fold(spelling): Naming(known.key, known.name, known.kind, town[0])
        for known in Registers.shipped()
        for town in _towns(known).values()
        for spelling in town
    }


def _towns(known: Known) -> dict[str, tuple[str, ...]]:
    """The spellings of each capital of an actor, by the town's usual name."""
    towns: dict[str, tuple[str, ...]] = {}
    for alias in known.aliases:
        if alias.town:
            towns[alias.town] = (*towns.get(alias.town, ()), alias.text.rstrip("*"))
    return towns
