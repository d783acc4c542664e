"""The verb that lists, adds and removes registers of actors."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from workstation.cli.interrupts import stoppable
from workstation.cli.listing import table
from workstation.cli.streams import complain, say
from workstation.cli.telling import Line, code_of, print_json, several
from workstation.domain.clean import clean_line
from workstation.errors import Unreadable
from workstation.limits import FIELD_CHARACTERS

if TYPE_CHECKING:
    from workstation.domain.register import Register, Remark
    from workstation.library.library import Library

ACTS = ("add", "remove", "show", "export")

_OPTIONS = {"-o": "export", "--name": "add"}
_COMPLAINTS = 20


def registers(arguments: Namespace) -> int:
    """Lists the registers of a library, or does what was asked with one."""
    _expect_sense(arguments)
    if arguments.act != "add":
        arguments.name = clean_line(arguments.name, FIELD_CHARACTERS)
    act: dict[str, Callable[[Namespace], int]] = {
        "add": _add,
        "remove": _remove,
        "show": _show,
        "export": _export,
    }
    return act.get(arguments.act, _list)(arguments)


def _expect_sense(arguments: Namespace) -> None:
    given = {"-o": arguments.output, "--name": arguments.called}
    unfit = [option for option, act in _OPTIONS.items() if given[option] and arguments.act != act]
    words = ""
    if arguments.act and not arguments.name:
        words = f"`{arguments.act}` needs a name."
    elif unfit:
        words = f"{unfit[0]} is for `{_OPTIONS[unfit[0]]}` only."
    elif arguments.act == "export" and not arguments.output:
        words = "`export` needs -o FILE.csv."
    if words:
        raise Unreadable(words, "`workstation registers --help` shows how.", code="usage")


def _list(arguments: Namespace) -> int:
    from workstation.library import registers as kept
    from workstation.library.library import Library
    from workstation.reporting import rows

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        found = [rows.register(register) for register in kept.listed(reading)]
    if arguments.json:
        return print_json(found)
    return table(found, ("name", "format", "actors", "aliases", "refused", "at", "who", "file"))


def _add(arguments: Namespace) -> int:
    from workstation.library.library import Library
    from workstation.tagging import registers as own

    with Library.open(arguments.library) as library:
        waiting = _waiting(library)
        added = own.add(library, Path(arguments.name), name=arguments.called)
        register = added.register
        matched, code = _match(library, waiting, bad=bool(register.refused))
    _complain(register)
    if arguments.json:
        print_json({**_row(register), "replaced": added.replaced, "matched": matched})
        return code
    verb = "replaced" if added.replaced else "added"
    say(
        f"“{register.name}” {verb}: {several(register.actors, 'actor')}, "
        f"{several(register.aliases, 'name')}, {several(register.refused, 'line')} refused; "
        f"looked for in {several(matched, 'article')}."
    )
    if register.refused or register.told:
        say(f"`workstation registers {arguments.library} show {register.name}` tells more.")
    return code


def _remove(arguments: Namespace) -> int:
    from workstation.library.library import Library
    from workstation.tagging import registers as own

    with Library.open(arguments.library) as library:
        waiting = _waiting(library)
        own.remove(library, arguments.name)
        matched, code = _match(library, waiting, bad=False)
    if arguments.json:
        print_json({"name": arguments.name, "matched": matched})
    else:
        say(f"“{arguments.name}” removed; {several(matched, 'article')} matched again.")
    return code


def _show(arguments: Namespace) -> int:
    from workstation.library import registers as kept
    from workstation.library.library import Library

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        register = kept.named(reading, arguments.name)
    if arguments.json:
        return print_json(_row(register))
    say(
        f"{register.name} ({register.format}): {several(register.actors, 'actor')}, "
        f"{several(register.aliases, 'name')}, from {register.file}, by {register.who}"
    )
    table(map(_remark, register.remarks), ("line", "verdict", "words"))
    _tell_more(register)
    return 0


def _export(arguments: Namespace) -> int:
    from workstation.library.library import Library
    from workstation.reporting import exports
    from workstation.tagging import registers as own

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        actors = own.actors(reading, arguments.name)
    count = exports.write_register(actors, Path(arguments.output))
    complain(f"Written: {arguments.output} ({several(count, 'actor')})")
    return 0


def _waiting(library: "Library") -> int:
    from workstation.tagging import tagger

    with library.read() as reading:
        return tagger.to_do(reading)


def _match(library: "Library", waiting: int, *, bad: bool) -> tuple[int, int]:
    """Looks for the names that have changed: articles matched, and the exit code."""
    from workstation.tagging import tagger

    # Articles that wait for the tagger anyway go on waiting for their own command.
    if waiting:
        return 0, code_of(Event(), bad=bad)
    with stoppable() as stop, Line() as line:
        matched = tagger.tag(library, tell=line.tell, cancelled=stop).articles
    return matched, code_of(stop, bad=bad)


def _complain(register: "Register") -> None:
    refused = [remark for remark in register.remarks if remark.refused]
    for remark in refused[:_COMPLAINTS]:
        complain(f"refused: line {remark.line}: {remark.words}")
    if register.refused > _COMPLAINTS:
        complain(f"refused: {register.refused - _COMPLAINTS} lines more")


def _tell_more(register: "Register") -> None:
    more = register.refused + register.told - len(register.remarks)
    if more:
        complain(f"{several(more, 'remark')} more were not kept.")


def _row(register: "Register") -> dict[str, Any]:
    from workstation.reporting import rows

    return {**rows.register(register), "remarks": [_remark(one) for one in register.remarks]}


def _remark(remark: "Remark") -> dict[str, Any]:
    verdict = "refused" if remark.refused else "told"
    return {"line": remark.line, "verdict": verdict, "words": remark.words}
