"""What the decisions that hold make of actors and mentions.

Nothing here is reversed step by step: the layer is always computed from what the resolver found
and the decisions that hold now, so taking one back cannot leave a trace of it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from workstation.curating import dating, editing, metonyms, outlets, places, tenures
from workstation.domain.actor import Naming, actor_uuid
from workstation.domain.decision import ABOUT_OUTLETS, PLACED, Decision, Order
from workstation.domain.names import fold
from workstation.library import actors, articles, decisions, mentions
from workstation.library.actors import Standing
from workstation.library.decided import Decided, Meaning
from workstation.library.edits import Subject
from workstation.library.library import Reading, Writing
from workstation.limits import NAMES_SOUGHT, SURFACES_AT_ONCE


@dataclass(frozen=True, slots=True)
class Surface:
    """A decision about every mention of a surface; actors are identifiers."""

    surface: str
    actor: str
    """Nobody's: they name nobody."""
    why: str
    among: frozenset[str] = frozenset()
    """Only the mentions that stand under one of these actors by then; none: all of them."""


@dataclass(slots=True)
class Rules:
    """The decisions that hold, sorted by what they change; actors are identifiers."""

    into: dict[str, str] = field(default_factory=dict)
    """The actor that each merged one counts under, however many merges away."""
    names: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    uncounted: set[str] = field(default_factory=set)
    surfaces: list[Surface] = field(default_factory=list)
    places: list[Decision] = field(default_factory=list)
    dates: dict[str, Decision] = field(default_factory=dict)
    """What is decided of the date of each article."""
    edits: dict[Subject, Decision] = field(default_factory=dict)
    """What is decided of the other facts of each article."""
    idle: set[int] = field(default_factory=set)
    """The numbers of the merges of what counted together already, the other way round."""
    _together: dict[str, frozenset[str]] = field(default_factory=dict)

    def root(self, actor: str) -> str:
        """The actor that another one counts under."""
        return self.into.get(actor, actor)

    def merged(self, actor: str) -> frozenset[str]:
        """All the actors that count together with one."""
        return self._together.get(self.root(actor), frozenset({actor}))

    def merge(self, decision: Decision) -> None:
        """Lets the subject, and all that counts with it, count under another actor."""
        order = decision.order
        subject, target = self.root(order.subject), self.root(order.terms[0])
        if subject == target:
            if self.root(order.subject) != order.terms[0]:
                self.idle.add(decision.number)
            return
        moved = self.merged(subject)
        self.into.update(dict.fromkeys(moved, target))
        self._together[target] = self.merged(target) | moved
        self._together.pop(subject, None)

    def state(self, decision: Decision) -> None:
        """Lets a decision tell a fact of an article."""
        if decision.order.verb == "date":
            self.dates[decision.order.subject] = decision
        else:
            self.edits[editing.subject(decision.order)] = decision

    @property
    def concerned(self) -> set[str]:
        """The actors that stand otherwise than they were found, and those they were merged into."""
        return {*self.into, *self.into.values(), *self.names, *self.kinds, *self.uncounted}


def rules(log: Iterable[Decision]) -> Rules:
    """The rules that the decisions not taken back amount to, later ones over earlier ones."""
    made = Rules()
    for decision in log:
        if decision.revoked_by is None:
            _follow(made, decision)
    return made


def split_off(order: Order) -> str:
    """The identifier of the actor that a split makes."""
    return actor_uuid(split_key(order))


def split_key(order: Order) -> str:
    """What the actor that a split makes is known by."""
    return f"split/{order.subject}/{fold(order.terms[0])}"


def surfaces(order: Order) -> list[str]:
    """The folded surfaces whose mentions a decision touches; none where it touches actors.

    Nor has an alias that holds only near some words: its texts are matched again.
    """
    if order.verb == "alias":
        return [fold(order.terms[0])] if len(order.terms) == 1 else []
    if order.verb == "no-name":
        return [fold(order.terms[0])]
    return [fold(term) for term in order.terms[1:]] if order.verb == "split" else []


def meanings(reading: Reading, made: Rules | None = None) -> Decided:
    """What surfaces and places mean by decision, for mentions found from now on."""
    made = made or rules(decisions.log(reading))
    named = {uuid for rule in made.surfaces for uuid in (rule.actor, *rule.among) if uuid}
    rows = actors.rows_of(reading, named)
    surfaces = [
        Meaning(
            rule.surface,
            rows.get(rule.actor),
            rule.why,
            frozenset(rows[uuid] for uuid in rule.among if uuid in rows),
        )
        for rule in made.surfaces
        if (rule.actor in rows or not rule.actor) and (not rule.among or rule.among & rows.keys())
    ]
    return places.decided(reading, surfaces, made.places)


def namings(reading: Reading) -> list[Naming]:
    """The names that decisions give to actors, and what they make of capitals.

    Both are for texts that are still to be matched.
    """
    holding = [decision for decision in decisions.log(reading) if decision.revoked_by is None]
    aliases = [decision.order for decision in holding if decision.order.verb == "alias"]
    given = [(order.subject, order.terms[0], order.terms[1:]) for order in aliases]
    said = actors.namings(reading, given) + metonyms.namings(holding)
    return said + tenures.namings(reading, holding)


def follow(writing: Writing, log: Sequence[Decision], orders: Collection[Order]) -> None:
    """Brings the library in line with its log, in which these orders came or were taken back."""
    touched = {surface for order in orders for surface in surfaces(order)}
    if any(order.verb == "merge" for order in orders):
        # Who is merged with whom decides what a later split reaches.
        splits = [d.order for d in log if d.order.verb in ("split", "no-name")]
        touched |= {surface for order in splits for surface in surfaces(order)}
    made = rules(log)
    dating.follow(writing, made.dates, {o.subject for o in orders if o.verb == "date"})
    edited = editing.follow(writing, made.edits, orders)
    placed = [order for order in orders if order.verb in PLACED]
    within = edited | set(places.articles_of(writing, placed).values())
    within.update(*(outlets.numbers(writing, o) for o in orders if o.verb in ABOUT_OUTLETS))
    refresh(writing, made, sorted(touched), within)
    words = {order.terms[0] for order in orders if order.verb == "alias"}
    words.update(tenures.spelled(order) for order in orders if order.verb == "role")
    words.update(*(metonyms.spellings(o.terms[0]) for o in orders if o.verb == "metonym"))
    # Many searches of all texts take longer than matching all articles again.
    for sought in words if len(words) <= NAMES_SOUGHT else ("",):
        articles.forget_resolving(writing, sought)
    writing.touched("actors", "mentions")


def refresh(writing: Writing, made: Rules, touched: Sequence[str], within: Collection[int]) -> None:
    """Brings actors, the mentions of the touched surfaces, and all within some articles in line."""
    actors.stand(writing, made.concerned, lambda found: _standing(made, found))
    decided = meanings(writing, made)
    for start in range(0, len(touched), SURFACES_AT_ONCE):
        mentions.reinterpret(writing, touched[start : start + SURFACES_AT_ONCE], decided)
    mentions.reinterpret(writing, (), decided, within=within)


def _follow(made: Rules, decision: Decision) -> None:
    order = decision.order
    if order.verb == "merge":
        made.merge(decision)
    elif order.verb == "rename":
        made.names[order.subject] = order.terms[0]
    elif order.verb == "kind":
        made.kinds[order.subject] = order.terms[0]
    elif order.verb == "not-an-actor":
        made.uncounted.add(order.subject)
    elif order.verb in ("alias", "split", "no-name"):
        made.surfaces += _surfaces(made, decision)
    elif order.verb in PLACED or order.verb in ABOUT_OUTLETS:
        made.places.append(decision)
    elif order.verb in ("date", "edit"):
        made.state(decision)


def _surfaces(made: Rules, decision: Decision) -> list[Surface]:
    order = decision.order
    why = f"Decision {decision.number}: {decision.words}"
    if order.verb == "alias":
        means = Surface(order.terms[0], order.subject, why)
        return [means] if len(order.terms) == 1 else []
    # Whoever was merged into the subject by then is split together with it.
    among = made.merged(order.subject)
    if order.verb == "no-name":
        return [Surface(order.terms[0], "", why, among)]
    return [Surface(term, split_off(order), why, among) for term in order.terms[1:]]


def _standing(made: Rules, found: Standing) -> Standing:
    uuid = found.uuid
    return Standing(
        uuid=uuid,
        name=made.names.get(uuid, found.name),
        kind=made.kinds.get(uuid, found.kind),
        canonical=made.root(uuid),
        counted=uuid not in made.uncounted,
    )
