"""Taking decisions, and taking them back."""

import getpass
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from workstation.curating import (
    aliases,
    apart,
    cleaning,
    dating,
    editing,
    layer,
    metonyms,
    outlets,
    places,
    placing,
    sentences,
    tenures,
)
from workstation.curating.placing import MAKING, At
from workstation.curating.usage import NEEDS, USAGE
from workstation.domain.actor import KINDS
from workstation.domain.clean import clean_line
from workstation.domain.decision import ABOUT_OUTLETS, PLACED, Decision, Order, Reach, Verb
from workstation.domain.names import fold
from workstation.errors import UnknownName, Unreadable
from workstation.library import actors, corpus, decisions, mentions
from workstation.library.decisions import Taken
from workstation.library.library import Library, Reading, Writing
from workstation.limits import ACTOR_NAME_CHARACTERS, REASON_CHARACTERS
from workstation.resolving.own.rows import trouble


def order(
    reading: Reading,
    verb: Verb,
    subject: str,
    *terms: str,
    reason: str = "",
    at: At | None = None,
    kind: str = "",
    near: Sequence[str] = (),
) -> Order:
    """An order with actors named as people name them, checked against the library.

    The verbs about a place, or about what an outlet repeats, take an article's number and a quote;
    `at` and `kind` are for them.
    A date takes an article's number, too, and a day or an instant in ISO 8601.
    An alias with `near` holds only where one of these words stands about a sentence away.

    Raises:
        UnknownName: an actor, an article or a quote is not there, or a name fits several.
        Unreadable: the verb asks for other terms (its code is "usage" if for another number), or
            it would make no sense here.
    """
    _expect_number(verb, len(terms))
    restrictions = (
        (at, PLACED | ABOUT_OUTLETS, "place"),
        (kind, MAKING, "kind"),
        (near, {"alias"}, "“near”"),
    )
    for given, verbs, noun in restrictions:
        if given and verb not in verbs:
            raise Unreadable(f"“{verb}” takes no {noun}.", USAGE[verb], code="usage")
    if verb in PLACED:
        made = placing.order(reading, verb, subject, terms, at=at, kind=kind, reason=reason)
    elif verb in ABOUT_OUTLETS:
        made = outlets.order(reading, verb, subject, terms[0], at=at, reason=reason)
    elif verb == "metonym":
        made = metonyms.order(subject, terms[0], reason=reason)
    elif verb == "date":
        made = dating.order(reading, subject, terms[0], reason=reason)
    elif verb == "edit":
        made = editing.order(reading, subject, terms[0], terms[1], reason=reason)
    else:
        made = _about_actor(reading, verb, subject, (*terms, *near), reason)
    made = _clean(made)
    _expect_sense(reading, made, decisions.log(reading))
    return made


def preview(library: Library, wanted: Order) -> Reach:
    """How many mentions and articles a decision would change."""
    with library.read() as reading:
        return _reach(reading, wanted)


def warning(reading: Reading, wanted: Order) -> str:
    """What an earlier decision says against an order, or ""."""
    return apart.warning(reading, wanted, decisions.log(reading))


def decide(library: Library, wanted: Order, *, who: str = "") -> Decision:
    """Takes a decision.

    Raises:
        UnknownName: an actor it names is not there.
        Unreadable: it would change nothing, or a name has no letter or is another actor's.
    """
    return decide_at_once(library, [wanted], who=who)[0]


def decide_at_once(library: Library, wanted: Sequence[Order], *, who: str = "") -> list[Decision]:
    """Takes decisions of which a later one may name the actors of an earlier; one undo for all.

    Raises:
        UnknownName: an actor they name is not there.
        Unreadable: one would change nothing, or a name has no letter or is another actor's.
    """
    with library.write() as writing:
        log = decisions.log(writing)
        taken: list[Taken] = []
        for order in map(_clean, wanted):
            _expect_sense(writing, order, log)
            if order.verb == "split":
                _make_split(writing, order)
            elif order.verb in PLACED:
                placing.make_actor(writing, order)
            words = sentences.of(writing, order)
            taken.append(Taken(order, who or me(), _reach(writing, order), words))
        return _append(writing, log, *taken)


def date_all(library: Library, wanted: Sequence[Order], *, who: str = "") -> list[Decision]:
    """Takes decisions about the dates of several articles, which one undo takes back.

    Raises:
        UnknownName: an article is not there.
    """
    who = who or me()
    clean = [_clean(one) for one in wanted]
    with library.write() as writing:
        taken = dating.taken(writing, clean, who)
        return _append(writing, decisions.log(writing), *taken) if taken else []


def told(taken: Sequence[Decision]) -> Decision:
    """One decision that says what several are that were taken together."""
    if len(taken) == 1:
        return taken[0]
    return replace(
        taken[0],
        words=f"{taken[0].words} ({len(taken)} decisions at once)",
        reach=Reach(
            sum(one.reach.mentions for one in taken), sum(one.reach.articles for one in taken)
        ),
    )


def undo(library: Library, *, who: str = "", number: int | None = None) -> Decision:
    """Takes back my last decision that holds, or the one with that number.

    Those that were taken together go together, unless a number tells one of them. Decisions that
    came from another library are taken back one by one, or with their adoption.

    Raises:
        UnknownName: there is none.
    """
    who = who or me()

    def holds(decision: Decision) -> bool:
        ordinary = decision.order.verb != "revoke" and decision.revoked_by is None
        return ordinary and (decision.who == who if number is None else decision.number == number)

    with library.write() as writing:
        log = decisions.log(writing)
        found = [decision for decision in log if holds(decision)]
        if not found:
            nothing = f"Decision {number} does not hold." if number else "There is nothing to undo."
            raise UnknownName(nothing, "`workstation decisions` lists them.")
        return told(_revoke(writing, log, _last(found), who))


def redo(library: Library, *, who: str = "") -> Decision:
    """Takes back my last undo, unless I have decided something since.

    Raises:
        UnknownName: there is none.
    """
    who = who or me()
    with library.write() as writing:
        log = decisions.log(writing)
        verbs = {d.number: d.order.verb for d in log}
        undone: list[Decision] = []
        for decision in log:
            if decision.who != who:
                continue
            if decision.order.verb != "revoke":
                undone = []
            elif decision.revoked_by is None and verbs[int(decision.order.subject)] != "revoke":
                undone.append(decision)
        if not undone:
            raise UnknownName("There is nothing to redo.", "Only an undo can be redone.")
        return told(_revoke(writing, log, _last(undone), who))


def put_back(library: Library, number: int, *, who: str = "") -> Decision:
    """Lets the decision with that number hold again, whenever it was taken back.

    Raises:
        UnknownName: it holds, or it was taken back with the adoption that it came with.
    """
    with library.write() as writing:
        log = decisions.log(writing)
        by_number = {d.number: d for d in log}
        found = by_number.get(number)
        if found is None or found.revoked_by is None:
            raise UnknownName(f"Decision {number} was not taken back.", "Nothing was changed.")
        revocation = by_number[found.revoked_by]
        if revocation.order.subject != str(number):
            raise UnknownName(
                f"Decision {number} came with decision {found.brought_by} and went with it.",
                f"Put decision {found.brought_by} back.",
            )
        return told(_revoke(writing, log, [revocation], who or me()))


def _last(some: Sequence[Decision]) -> list[Decision]:
    """The last of some decisions, with those that were taken together with it."""
    last = some[-1]
    if last.together is None:
        return [last]
    return [one for one in some if one.together == last.together]


def log(reading: Reading) -> list[Decision]:
    """Every decision, oldest first; the words of one that has no place say so."""
    taken = decisions.log(reading)
    lost = places.lost(reading, taken)
    said = {True: "lost its place", False: "waits for its article"}
    return [
        replace(d, words=f"{d.words} ({said[lost[d.number]]})") if d.number in lost else d
        for d in taken
    ]


def me() -> str:
    """Who is at work, as decisions name them."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        name = ""
    return clean_line(name, ACTOR_NAME_CHARACTERS) or "analyst"


def _revoke(
    writing: Writing, log: list[Decision], some: Iterable[Decision], who: str
) -> list[Decision]:
    by_number = {d.number: d for d in log}
    taken = [
        Taken(
            Order("revoke", str(one.number)), who, one.reach, sentences.of_revoking(by_number, one)
        )
        for one in some
    ]
    return _append(writing, log, *taken)


def _append(writing: Writing, log: list[Decision], *taken: Taken) -> list[Decision]:
    log = decisions.append(writing, log, *taken)
    new = log[-len(taken) :]
    layer.follow(writing, log, meant(new, log))
    return new


def meant(some: Iterable[Decision], log: Iterable[Decision]) -> list[Order]:
    """The orders that some decisions, perhaps revocations or adoptions, are about in the end."""
    by_number = {d.number: d for d in log}
    found: list[Order] = []
    waiting = list(some)
    while waiting:
        decision = waiting.pop()
        if decision.order.verb == "revoke":
            waiting.append(by_number[int(decision.order.subject)])
        elif decision.order.verb == "adopt":
            waiting += [d for d in by_number.values() if d.brought_by == decision.number]
        else:
            found.append(decision.order)
    return found


def _about_actor(
    reading: Reading, verb: Verb, subject: str, terms: tuple[str, ...], reason: str
) -> Order:
    if verb == "role":
        return tenures.order(reading, subject, *terms, reason=reason)
    uuid = corpus.find_actor(reading, subject).id
    if verb in ("merge", "not-the-same"):
        terms = (corpus.find_actor(reading, terms[0]).id,)
    if verb == "kind" and terms[0] not in KINDS:
        raise Unreadable(f"There is no kind “{terms[0]}”.", f"Kinds are {', '.join(KINDS)}.")
    return Order(verb, uuid, terms, reason)


def _expect_number(verb: Verb, given: int) -> None:
    needed = NEEDS[verb]
    if given < needed or (given > needed and verb not in ("split", "role")):
        names = "name" if not needed else "names or more" if verb == "split" else "names"
        raise Unreadable(
            f"“{verb}” takes {needed + 1} {names}, not {given + 1}.", USAGE[verb], code="usage"
        )


def _clean(wanted: Order) -> Order:
    terms = wanted.terms
    # A quote is as the text has it, or it is refused.
    if wanted.verb not in {*PLACED, *ABOUT_OUTLETS, "edit"}:
        terms = tuple(clean_line(term, ACTOR_NAME_CHARACTERS) for term in terms)
    return replace(wanted, terms=terms, reason=clean_line(wanted.reason, REASON_CHARACTERS))


def _expect_sense(reading: Reading, wanted: Order, log: Iterable[Decision]) -> None:
    if wanted.verb in PLACED:
        placing.expect_sense(reading, wanted)
    elif wanted.verb in _SENSES:
        _SENSES[wanted.verb](reading, wanted, log)
    elif wanted.verb == "date":
        dating.expect_sense(reading, wanted)
    elif wanted.verb == "edit":
        editing.expect_sense(reading, wanted)
    elif wanted.verb == "metonym":
        metonyms.expect_sense((d for d in log if d.revoked_by is None), wanted)
    elif wanted.verb in ABOUT_OUTLETS:
        outlets.expect_sense(wanted, (d for d in log if d.revoked_by is None))
    else:
        _expect_sense_of_actors(reading, wanted)
    if wanted.verb == "accept" and cleaning.is_accepted(reading, wanted, log):
        raise Unreadable(f"“{wanted.terms[0]}” is accepted already.", "Nothing was changed.")


def _expect_sense_of_actors(reading: Reading, wanted: Order) -> None:
    if not all(any(map(str.isalnum, term)) for term in wanted.terms):
        raise Unreadable("A name without a letter or a digit names nobody.", USAGE[wanted.verb])
    if wanted.verb == "alias" and (words := trouble(wanted.terms[0])):
        raise Unreadable(f"“{wanted.terms[0]}” {words}.", USAGE["alias"])
    if wanted.verb in ("split", "accept", "no-name"):
        _expect_spellings(reading, wanted)
    if wanted.verb == "merge" and wanted.subject in wanted.terms:
        raise Unreadable("Both names mean the same actor already.", "Name two actors.")
    if wanted.verb == "kind" and corpus.find_actor(reading, wanted.subject).kind == wanted.terms[0]:
        raise Unreadable(f"Its kind is “{wanted.terms[0]}” already.", "Nothing was changed.")
    if wanted.verb == "rename" and actors.is_taken(reading, wanted.terms[0], but=wanted.subject):
        raise Unreadable(
            f"There is another actor named “{wanted.terms[0]}”.",
            "Merge the two, or choose a name that tells them apart.",
        )


def _expect_spellings(reading: Reading, wanted: Order) -> None:
    terms = wanted.terms[1:] if wanted.verb == "split" else wanted.terms
    for term in terms:
        if not mentions.reach(reading, wanted.subject, folded=[fold(term)]).mentions:
            name = corpus.find_actor(reading, wanted.subject).name
            raise Unreadable(
                f"No mention of “{name}” is spelled “{term}”.",
                USAGE[wanted.verb],
            )


def _make_split(writing: Writing, wanted: Order) -> None:
    uuid = layer.split_off(wanted)
    if not actors.rows_of(writing, [uuid]):
        subject = corpus.find_actor(writing, wanted.subject)
        key = layer.split_key(wanted)
        actors.create(writing, uuid, key=key, name=wanted.terms[0], kind=subject.kind)


def _reach(reading: Reading, wanted: Order) -> Reach:
    if wanted.verb in _REACHES:
        return _REACHES[wanted.verb](reading, wanted)
    if wanted.verb == "metonym":
        return mentions.reach(reading, folded=[fold(wanted.terms[0])])
    if wanted.verb == "split":
        return mentions.reach(reading, wanted.subject, folded=layer.surfaces(wanted))
    if wanted.verb in ("accept", "no-name"):
        return mentions.reach(reading, wanted.subject, folded=[fold(wanted.terms[0])])
    return mentions.reach(reading, wanted.subject)


_REACHES: dict[Verb, Callable[[Reading, Order], Reach]] = {
    **dict.fromkeys(PLACED, placing.reach),
    **dict.fromkeys(ABOUT_OUTLETS, outlets.reach),
    "date": dating.reach,
    "edit": dating.reach,
    "alias": aliases.reach,
    "not-the-same": lambda _reading, _wanted: Reach(0, 0),
    "role": tenures.reach,
}

_SENSES: dict[Verb, Callable[[Reading, Order, Iterable[Decision]], None]] = {
    "not-the-same": apart.expect_sense,
    "role": tenures.expect_sense,
}
