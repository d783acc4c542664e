"""Decisions of another library become part of this one's log."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workstation.curating import carrying, conflicts, layer, metonyms, places, sentences
from workstation.curating.carrying import Carried, Coming, named_by
from workstation.curating.conflicts import Told
from workstation.curating.decisions import me, meant
from workstation.curating.placing import titled
from workstation.domain.decision import Decision, Order, Reach
from workstation.errors import Unreadable
from workstation.library import actors, decisions
from workstation.library.decisions import Taken
from workstation.library.library import Library, Reading, Writing
from workstation.limits import DECISIONS


@dataclass(frozen=True, slots=True)
class Adoption:
    """What merging a file of decisions does, or would do."""

    library: str
    """The library that it came from, as the file says."""
    by: str
    new: int
    known: int
    """Decisions that were here already."""
    waiting: int
    """Those of the new ones that hold as soon as their article is here."""
    conflicts: tuple[Told, ...]
    refused: tuple[Told, ...]
    decision: Decision | None = None
    """The adoption in the log, which one undo takes back; none if nothing was new."""


def preview(library: Library, path: Path) -> Adoption:
    """What merging a file would do; nothing is changed.

    Raises:
        Unreadable: it is no file of decisions, or there are more than a library takes.
    """
    carried = carrying.read(path)
    with library.read() as reading:
        return _Meeting(reading, carried).told()


def adopt(library: Library, path: Path, *, who: str = "") -> Adoption:
    """Merges the decisions of a file into the log, all at once.

    Each keeps its author, time and reason, and has its place in the log by its time. Those about
    articles that are not here wait for them.

    Raises:
        Unreadable: as `preview`.
    """
    library.expect_writable()
    carried = carrying.read(path)
    with library.write() as writing:
        meeting = _Meeting(writing, carried)
        told = meeting.told()
        return replace(told, decision=meeting.settle(writing, who or me())) if told.new else told


class _Meeting:
    """A log, and the decisions of a file that are to become part of it."""

    def __init__(self, reading: Reading, carried: Carried) -> None:
        self._reading = reading
        self._carried = carried
        self._log = decisions.log(reading)
        self._next = decisions.next_number(self._log)
        self._here = {d.id: d for d in self._log}
        self._by_number = {d.number: d for d in self._log}
        self._taken_back = {
            d.number for d in self._log if d.order.verb == "adopt" and d.revoked_by is not None
        }
        self._known = 0
        self._refused = list(carried.broken)
        self._again: set[int] = set()
        self._new: list[Decision] = []
        self._lines: dict[int, int] = {}
        self._made = {actor.uuid: actor for c in carried.decisions for actor in c.actors}
        self._names = {uuid: actor.name for uuid, actor in self._made.items()}
        named = {uuid for c in carried.decisions for uuid in named_by(c.decision.order)}
        known = actors.as_found(reading, named)
        self._names |= {uuid: actor.name for uuid, actor in known.items()}
        for coming in sorted(carried.decisions, key=lambda c: (c.decision.at, c.decision.id)):
            self._meet(coming)
        if self._next + len(self._new) > DECISIONS:
            raise Unreadable(
                f"With these the library would hold more than {DECISIONS} decisions.",
                "Merge fewer of them.",
            )

    def told(self) -> Adoption:
        """What there is to say of it."""
        # What was taken back with its adoption holds as soon as it has come with another.
        joint = decisions.in_order(
            replace(d, brought_by=None) if d.number in self._again else d
            for d in (*self._log, *self._new)
        )
        return Adoption(
            library=self._carried.library,
            by=self._carried.by,
            new=len(self._lines),
            known=self._known,
            waiting=self._waiting([d for d in joint if d.number in self._lines]),
            conflicts=tuple(conflicts.between(joint, self._lines, self._log)),
            refused=tuple(sorted(self._refused, key=lambda told: told.line)),
        )

    def settle(self, writing: Writing, who: str) -> Decision:
        """Makes the new decisions part of the log, and has them followed."""
        named = {uuid for d in self._here.values() for uuid in named_by(d.order)}
        for uuid in sorted(named & self._made.keys() - actors.rows_of(writing, named).keys()):
            one = self._made[uuid]
            actors.create(
                writing, uuid, key=one.key, name=one.name, kind=one.kind, wikidata=one.wikidata
            )
        adoption = self._next + len(self._new)
        came = [replace(d, brought_by=adoption) for d in self._new]
        log = decisions.bring(writing, self._log, came)
        log = decisions.bring_again(writing, log, self._again, adoption)
        library = self._carried.library
        count = len(self._lines)
        several = "1 decision" if count == 1 else f"{count} decisions"
        order = Order("adopt", self._carried.sha256, (library,))
        words = f"Merged {several} of the library “{library}”."
        log = decisions.append(writing, log, Taken(order, who, Reach(0, 0), words))
        layer.follow(writing, log, meant(log[-1:], log))
        return log[-1]

    # ------------------------------------------------------------------------------------------

    def _meet(self, coming: Coming) -> None:
        one = coming.decision
        try:
            order = self._ordered(one)
            self._expect_actors(order)
            self._add(replace(one, order=order), coming)
        except Unreadable as error:
            self._refused.append(Told(one.number, error.what_happened))

    def _ordered(self, one: Decision) -> Order:
        if one.order.verb != "revoke":
            return one.order
        about = self._here.get(one.order.subject)
        if about is None or about.order.verb == "adopt":
            raise Unreadable("It takes back a decision that is neither here nor in the file.")
        if (about.at, about.id) >= (one.at, one.id):
            raise Unreadable("It takes back a decision that was taken later.")
        return replace(one.order, subject=str(about.number))

    def _expect_actors(self, order: Order) -> None:
        if any(uuid not in self._names for uuid in named_by(order)):
            raise Unreadable("It is about an actor that is neither here nor in its line.")

    def _add(self, one: Decision, coming: Coming) -> None:
        here = self._here.get(one.id)
        if here is None:
            number = self._next + len(self._new)
            made = replace(one, number=number, words=self._words(one.order, coming.title))
            self._here[one.id] = self._by_number[number] = made
            self._new.append(made)
            self._lines[number] = coming.decision.number
        elif (here.order, here.who, here.at) != (one.order, one.who, one.at):
            raise Unreadable(f"It is decision {here.number} by its identity, and says otherwise.")
        elif here.brought_by in self._taken_back:
            self._again.add(here.number)
            self._lines[here.number] = coming.decision.number
        else:
            self._known += 1

    def _words(self, order: Order, title: str) -> str:
        if order.verb == "revoke":
            return sentences.of_revoking(self._by_number, self._by_number[int(order.subject)])
        where = titled(title) or "an article without a title"
        return sentences.told(order, self._names.__getitem__, where)

    def _waiting(self, came: Sequence[Decision]) -> int:
        unknown = sum(
            d.revoked_by is None and d.order.verb == "metonym" and not metonyms.is_known(d.order)
            for d in came
        )
        return unknown + len(places.lost(self._reading, came))
