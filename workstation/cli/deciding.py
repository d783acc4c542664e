"""The verbs that correct what was found: decide, undo, redo."""

from argparse import Namespace
from typing import TYPE_CHECKING

from workstation.cli.streams import say
from workstation.cli.telling import print_json, several

if TYPE_CHECKING:
    from workstation.domain.decision import Decision


def decide(arguments: Namespace) -> int:
    """Takes a decision."""
    from workstation.curating import decisions
    from workstation.library.library import Library

    with Library.open(arguments.library) as library:
        with library.read() as reading:
            order = decisions.order(
                reading,
                arguments.verb,
                arguments.actor,
                *arguments.terms,
                reason=arguments.reason,
            )
        return _told(decisions.decide(library, order), arguments)


def undo(arguments: Namespace) -> int:
    """Takes a decision back."""
    from workstation.curating import decisions
    from workstation.library.library import Library

    with Library.open(arguments.library) as library:
        return _told(decisions.undo(library, number=arguments.number), arguments)


def redo(arguments: Namespace) -> int:
    """Takes an undo back."""
    from workstation.curating import decisions
    from workstation.library.library import Library

    with Library.open(arguments.library) as library:
        return _told(decisions.redo(library), arguments)


def _told(decision: "Decision", arguments: Namespace) -> int:
    from workstation.reporting import rows

    if arguments.json:
        return print_json(rows.decision(decision))
    reach = decision.reach
    changed = f"{several(reach.mentions, 'mention')} in {several(reach.articles, 'article')}"
    say(f"{decision.words} ({changed})")
    return 0
