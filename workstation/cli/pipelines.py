"""The verb that lists and chooses pipelines."""

import sys
from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from workstation.cli.listing import table
from workstation.cli.streams import complain, say
from workstation.cli.telling import print_json, several
from workstation.errors import Unreadable

if TYPE_CHECKING:
    from workstation.tagging.choosing import Choice


def pipelines(arguments: Namespace) -> int:
    """Lists the pipelines of each language, or chooses one."""
    if arguments.what:
        return _use(arguments)
    from workstation.library.library import Library
    from workstation.tagging import choosing

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        found = choosing.choices(reading)
    if arguments.json:
        return print_json([asdict(one) for one in found])
    table(
        map(_row, found),
        ("language", "articles", "tagged", "pipeline", "licence", "speed", "state", "finds"),
    )
    for one in found:
        if one.why and one.state != "offered":
            complain(": ".join(filter(None, (one.language, one.name, one.why))))
    return 0


def _use(arguments: Namespace) -> int:
    if not arguments.name:
        raise Unreadable("It was not said which pipeline to use.", "Name one, or `shipped`.")
    from workstation.library.library import Library
    from workstation.tagging import choosing

    with Library.open(arguments.library) as library:
        typed = arguments.confirm
        if not typed and choosing.needs_confirmation(arguments.name) and sys.stdin.isatty():
            typed = _ask(arguments.name)
        left = choosing.choose(library, arguments.name, language=arguments.language, typed=typed)
    if arguments.json:
        return print_json({"pipeline": arguments.name, "to_tag": left})
    say(
        f"{arguments.name} is chosen; {several(left, 'article')} to be tagged: "
        f"`workstation tag {arguments.library}`"
    )
    return 0


def _ask(name: str) -> str:
    from workstation.tagging import choosing

    complain(f"{choosing.warning(name)}\nType its name, {name}, if you trust who made it:")
    try:
        return input()
    except EOFError:
        return ""


def _row(one: "Choice") -> dict[str, Any]:
    speed = (
        f"{one.words_per_second:,.0f} words a second, its makers say"
        if one.words_per_second
        else None
    )
    finds = ", ".join(one.labels)
    unused = f" (not used: {', '.join(one.unused)})" if one.unused else ""
    return {
        "language": one.language or None,
        "articles": one.articles,
        "tagged": one.tagged,
        "pipeline": f"{one.name} {one.version}".strip(),
        "licence": one.licence or None,
        "speed": speed,
        "state": one.state + (" (chosen)" if one.chosen and one.state != "in use" else ""),
        "finds": f"{finds}{unused}" or None,
    }
