"""What the decisions that hold make of actors and mentions.

Nothing here is reversed step by step: the layer is always computed from what the resolver found
and the decisions that hold now, so taking one back cannot leave a trace of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workstation.domain.actor import actor_uuid
from workstation.domain.decision import Decision, Order
from workstation.domain.names import fold
from workstation.library import actors, decisions, mentions
from workstation.library.actors import Standing
from workstation.library.library import Reading, Writing
from workstation.library.mentions import Meaning


@dataclass(slots=True)
class Rules:
    """The decisions that hold, sorted by what they change; actors are identifiers."""

    into: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    uncounted: set[str] = field(default_factory=set)
    surfaces: list[tuple[str, str, str, str]] = field(default_factory=list)
    """(folded surface, its actor, why, only where the resolver said this actor or "")."""

    def root(self, actor: str) -> str:
        """The actor that another one counts under."""
        while actor in self.into:
            actor = self.into[actor]
        return actor


def rules(log: Iterable[Decision]) -> Rules:
    """The rules that the decisions not taken back amount to, later ones over earlier ones."""
    made = Rules()
    for decision in log:
        if decision.revoked_by is None:
            _follow(made, decision)
    return made


def split_off(order: Order) -> str:
    """The identifier of the actor that a split makes."""
    return actor_uuid(f"split/{order.subject}/{fold(order.terms[0])}")


def surfaces(order: Order) -> list[str]:
    """The folded surfaces whose mentions a decision touches; none where it touches actors."""
    if order.verb == "alias":
        return [fold(order.terms[0])]
    return [fold(term) for term in order.terms[1:]] if order.verb == "split" else []


def meanings(reading: Reading, made: Rules | None = None) -> list[Meaning]:
    """What single surfaces mean by decision, for mentions found from now on."""
    made = made or rules(decisions.log(reading))
    rows = actors.rows_of(
        reading, {uuid for _, actor, _, found in made.surfaces for uuid in (actor, found) if uuid}
    )
    return [
        Meaning(surface, rows[actor], why, rows[found] if found else None)
        for surface, actor, why, found in made.surfaces
        if actor in rows and (not found or found in rows)
    ]


def refresh(writing: Writing, touched: Sequence[str]) -> None:
    """Brings actors, and the mentions of the touched surfaces, in line with the decisions."""
    made = rules(decisions.log(writing))
    actors.stand(writing, lambda found: _standing(made, found))
    mine = [meaning for meaning in meanings(writing, made) if meaning.folded in touched]
    mentions.reinterpret(writing, touched, mine)


def _follow(made: Rules, decision: Decision) -> None:
    order, number = decision.order, decision.number
    if order.verb == "merge":
        subject, target = made.root(order.subject), made.root(order.terms[0])
        if subject != target:
            made.into[subject] = target
    elif order.verb == "rename":
        made.names[order.subject] = order.terms[0]
    elif order.verb == "kind":
        made.kinds[order.subject] = order.terms[0]
    elif order.verb == "not-an-actor":
        made.uncounted.add(order.subject)
    elif order.verb == "alias":
        why = f"Decision {number}: {decision.words}"
        made.surfaces.append((fold(order.terms[0]), order.subject, why, ""))
    elif order.verb == "split":
        why = f"Decision {number}: {decision.words}"
        made.surfaces += [
            (surface, split_off(order), why, order.subject) for surface in surfaces(order)
        ]


def _standing(made: Rules, found: Standing) -> Standing:
    uuid = found.uuid
    return Standing(
        uuid=uuid,
        name=made.names.get(uuid, found.name),
        kind=made.kinds.get(uuid, found.kind),
        canonical=made.root(uuid),
        counted=uuid not in made.uncounted,
    )
