"""The verbs that correct what was found: decide, undo, redo."""

from argparse import Namespace
from typing import TYPE_CHECKING

from workstation.cli.streams import say
from workstation.cli.telling import print_json, several

if TYPE_CHECKING:
    from collections.abc import Callable

    from workstation.domain.decision import Decision
    from workstation.library.library import Library


def decide(arguments: Namespace) -> int:
    """Takes a decision."""
    from workstation.curating import decisions
    from workstation.library.library import Library

    with Library.open(arguments.library) as library:
        with library.read() as reading:
            order = decisions.order(
                reading,
                arguments.verb,
                arguments.subject,
                *arguments.terms,
                reason=arguments.reason,
                at=arguments.at,
                kind=arguments.kind,
            )
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
