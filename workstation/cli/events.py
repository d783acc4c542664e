"""The verb for the events that are pinned on the timeline."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable

from workstation.cli import arguments
from workstation.cli.listing import table
from workstation.cli.streams import say
from workstation.cli.telling import print_json
from workstation.cli.typed import day, words
from workstation.errors import Unreadable

ACTS = ("add", "remove")
_DIGITS = 9


def add_verbs(verb: Callable[..., ArgumentParser]) -> None:
    """Adds the verb."""
    made = verb(
        "events",
        events,
        "list the events pinned on the timeline, pin one, or take one away",
        "desk.mwlib\n"
        '          workstation events desk.mwlib add 2024-12-08 "The fall of Damascus"\n'
        '          workstation events desk.mwlib add 2024-11-27 "The offensive" --to 2024-12-08\n'
        "          workstation events desk.mwlib remove 2",
    )
    arguments.library(made)
    made.add_argument("act", nargs="?", choices=ACTS, metavar="ACT", help=", ".join(ACTS))
    made.add_argument(
        "terms",
        nargs="*",
        type=words,
        metavar="DATE WORDS | NUMBER",
        help="when it was and what, or the number of an event",
    )
    made.add_argument("--to", dest="last", type=day, metavar="DATE", help="its last day")
    made.add_argument(
        "--article", type=int, metavar="ARTICLE", help="the number of an article that tells of it"
    )
    arguments.json(made)


def events(asked: Namespace) -> int:
    """Lists the events of a library, pins one, or takes one away."""
    act = {"add": _add, "remove": _remove}.get(asked.act, _list)
    return act(asked)


def _list(asked: Namespace) -> int:
    from workstation.library import events as kept
    from workstation.library.library import Library
    from workstation.reporting import rows

    if asked.terms or asked.last or asked.article is not None:
        raise _usage("Listing takes no terms.")
    with Library.open(asked.library, writing=False) as library, library.read() as reading:
        listed = [rows.event(event) for event in kept.listed(reading)]
    if asked.json:
        return print_json(listed)
    return table(listed, ("number", "first", "last", "article", "who", "words"))


def _add(asked: Namespace) -> int:
    from workstation.curating import decisions
    from workstation.library import events as kept
    from workstation.library.library import Library

    if len(asked.terms) != 2:  # noqa: PLR2004 - a day and words
        raise _usage("`add` takes a day and words.")
    try:
        first = day(asked.terms[0])
    except ArgumentTypeError as error:
        raise _usage(f"{error}.") from error
    with Library.open(asked.library) as library, library.write() as writing:
        number = kept.add(
            writing,
            first,
            asked.last or first,
            asked.terms[1],
            who=decisions.me(),
            article=asked.article,
        )
    if asked.json:
        return print_json({"number": number})
    say(f"Event {number} is pinned.")
    return 0


def _remove(asked: Namespace) -> int:
    from workstation.library import events as kept
    from workstation.library.library import Library

    number = asked.terms[0] if len(asked.terms) == 1 else ""
    if asked.last or asked.article is not None or not _is_number(number):
        raise _usage("`remove` takes the number of an event.")
    with Library.open(asked.library) as library, library.write() as writing:
        kept.remove(writing, int(number))
    if asked.json:
        return print_json({"number": int(number)})
    say(f"Event {number} is taken away.")
    return 0


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdecimal() and len(words) <= _DIGITS


def _usage(words: str) -> Unreadable:
    return Unreadable(words, "`workstation events --help` shows how.", code="usage")
