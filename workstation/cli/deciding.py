"""The verbs that correct what was found: decide, merge-decisions, undo, redo."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from workstation.cli.streams import complain, say
from workstation.cli.telling import code_of, print_json, several
from workstation.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from workstation.curating.adopting import Adoption
    from workstation.curating.conflicts import Told
    from workstation.domain.decision import Decision, Verb
    from workstation.library.library import Library


def decide(arguments: Namespace) -> int:
    """Takes a decision."""
    from workstation.curating import decisions
    from workstation.library.library import Library

    with Library.open(arguments.library) as library:
        near = [part.strip() for part in arguments.near.split(";") if part.strip()]
        with library.read() as reading:
            order = decisions.order(
                reading,
                _verb(arguments),
                arguments.subject,
                *arguments.terms,
                near=near,
                reason=arguments.reason,
                at=arguments.at,
                kind=arguments.kind,
            )
            against = decisions.warning(reading, order)
        if against:
            complain(against)
        return _done(library, lambda: decisions.decide(library, order), arguments)


def undo(arguments: Namespace) -> int:
    """Takes a decision back."""
    from workstation.curating import decisions
    from workstation.library.library import Library

    with Library.open(arguments.library) as library:
        number = arguments.number
        return _done(library, lambda: decisions.undo(library, number=number), arguments)


def redo(arguments: Namespace) -> int:
    """Takes an undo back."""
    from workstation.curating import decisions
    from workstation.library.library import Library

    with Library.open(arguments.library) as library:
        return _done(library, lambda: decisions.redo(library), arguments)


def merge(arguments: Namespace) -> int:
    """Merges the decisions of another library, or tells what would come of it."""
    from workstation.curating import adopting
    from workstation.library.library import Library
    from workstation.tagging import tagger

    path = Path(arguments.file)
    with Library.open(arguments.library, writing=not arguments.dry_run) as library:
        if arguments.dry_run:
            adoption = adopting.preview(library, path)
        else:
            with library.read() as reading:
                waiting = tagger.to_do(reading)
            adoption = adopting.adopt(library, path)
            if not waiting:
                tagger.tag(library)
    if arguments.json:
        print_json(_row(adoption))
    else:
        _tell(adoption, dry=arguments.dry_run)
    return code_of(Event(), bad=bool(adoption.refused))


def _verb(arguments: Namespace) -> "Verb":
    verb: Verb = arguments.verb
    if not arguments.outlet_wide:
        return verb
    wide: dict[Verb, Verb] = {"boilerplate": "outlet-boilerplate", "body": "outlet-body"}
    if verb not in wide:
        raise Unreadable(
            f"“{verb}” is not for a whole outlet.",
            "`--outlet-wide` goes with boilerplate and body.",
            code="usage",
        )
    return wide[verb]


def _row(adoption: "Adoption") -> dict[str, Any]:
    from workstation.reporting import rows

    decision = None if adoption.decision is None else rows.decision(adoption.decision)
    return {**asdict(adoption), "decision": decision}


def _tell(adoption: "Adoption", *, dry: bool) -> None:
    for told in adoption.conflicts:
        say(f"{_line(told)}decided differently: {told.words}")
    for told in adoption.refused:
        complain(f"{_line(told)}refused: {told.words}")
    would = "would be merged" if dry else "merged"
    say(
        f"From “{adoption.library}”: {several(adoption.new, 'decision')} {would}, "
        f"{adoption.known} here already, {adoption.waiting} waiting for their articles, "
        f"{several(len(adoption.conflicts), 'conflict')}, {len(adoption.refused)} refused."
    )
    if adoption.decision is not None:
        say("`workstation undo` takes all of it back.")


def _line(told: "Told") -> str:
    return f"line {told.line}: " if told.line else ""


def _done(library: "Library", act: "Callable[[], Decision]", arguments: Namespace) -> int:
    """Takes a decision, and looks for the names that it gives or takes away."""
    from workstation.reporting import rows
    from workstation.tagging import tagger

    with library.read() as reading:
        waiting = tagger.to_do(reading)
    decision = act()
    # Articles that wait for the tagger anyway go on waiting for their own command.
    again = 0 if waiting else tagger.tag(library).articles
    if arguments.json:
        return print_json(rows.decision(decision))
    reach = decision.reach
    changed = f"{several(reach.mentions, 'mention')} in {several(reach.articles, 'article')}"
    looked = f"; looked for in {several(again, 'article')}" if again else ""
    say(f"{decision.words} ({changed}{looked})")
    return 0
