"""What is in force on this machine, and what is missing."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict

from workstation.cli import typed
from workstation.cli.streams import say
from workstation.cli.telling import print_json

_STATE, _SUBJECT = 9, 10
_LATER = " " * _STATE


def add_verbs(verb: Callable[..., ArgumentParser]) -> None:
    """Adds the verb."""
    made = verb(
        "doctor",
        doctor,
        "say what is in force on this machine, and what is missing",
        "desk.mwlib\n"
        "  What readers may do is tried in a reader's process, not asked. Exit code 1 if\n"
        "  something is missing; the line below it helps.",
    )
    made.add_argument(
        "library",
        nargs="?",
        type=typed.place,
        default="",
        metavar="LIBRARY",
        help="a library whose health is looked at too",
    )
    made.add_argument("--json", action="store_true", help="print JSON")


def doctor(asked: Namespace) -> int:
    """Looks at the program, the machine and a library."""
    from workstation.doctor import examine

    found = examine(asked.library)
    if asked.json:
        print_json(
            {
                "ok": found.is_whole,
                "doors": {door: "closed" if shut else "open" for door, shut in found.doors.items()},
                "findings": [asdict(one) for one in found.findings],
            }
        )
    else:
        for one in found.findings:
            say(f"{one.state:<{_STATE}}{one.subject:<{_SUBJECT}}{one.words}")
            if one.remedy:
                say(f"{_LATER}{one.remedy}")
    return 0 if found.is_whole else 1
