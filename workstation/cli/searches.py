"""The verb that lists, saves, renames and deletes searches."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.cli import arguments
from workstation.cli.listing import selection_of, table
from workstation.cli.streams import complain, say
from workstation.cli.telling import print_json
from workstation.errors import Unreadable

if TYPE_CHECKING:
    from workstation.library.library import Writing

ACTS = ("save", "rename", "delete", "seen", "import")

_TERMS = {"save": 1, "rename": 2, "delete": 1, "seen": 1, "import": 1}


def add_verbs(verb: Callable[..., ArgumentParser]) -> None:
    """Adds the verb."""
    made = verb(
        "searches",
        searches,
        "list the saved searches with what is new in them, or save one",
        "desk.mwlib\n"
        "          workstation searches desk.mwlib save Withdrawal "
        '--query "withdraw* NEAR/8 actor:Russia"\n'
        "          workstation searches desk.mwlib rename Withdrawal Retreat\n"
        "          workstation searches desk.mwlib seen Retreat        (nothing is new any more)\n"
        "          workstation searches desk.mwlib delete Retreat\n"
        "          workstation searches desk.mwlib import watchlist.csv\n"
        "          workstation articles desk.mwlib --search Retreat\n"
        "  A watchlist is a table with a column name, and aliases, kind and id if you like;\n"
        "  each of its lines becomes a search.",
    )
    arguments.selection(made)
    made.add_argument("act", nargs="?", choices=ACTS, metavar="ACT", help=", ".join(ACTS))
    made.add_argument("names", nargs="*", metavar="NAME|FILE", help="of a search")
    arguments.json(made)


def searches(asked: Namespace) -> int:
    """Lists the saved searches of a library, or does what was asked with one."""
    if asked.act and len(asked.names) != _TERMS[asked.act]:
        raise Unreadable(
            f"`{asked.act}` takes {'a name' if _TERMS[asked.act] == 1 else 'two names'}.",
            "`workstation searches --help` shows how.",
            code="usage",
        )
    return _change(asked) if asked.act else _list(asked)


def _list(asked: Namespace) -> int:
    from workstation.library import searches as kept
    from workstation.library.library import Library
    from workstation.reporting import rows

    with Library.open(asked.library, writing=False) as library, library.read() as reading:
        found = [rows.search(search) for search in kept.listed(reading)]
    if asked.json:
        return print_json(found)
    return table(found, ("new", "articles", "group", "name", "query"))


def _change(asked: Namespace) -> int:
    from workstation.library.library import Library

    act: dict[str, Callable[[Namespace, Writing], str]] = {
        "save": _save,
        "rename": _rename,
        "delete": _delete,
        "seen": _seen,
        "import": _import,
    }
    with Library.open(asked.library) as library, library.write() as writing:
        told = act[asked.act](asked, writing)
    if asked.json:
        return print_json({"act": asked.act, "name": asked.names[-1]})
    say(told)
    return 0


def _save(asked: Namespace, writing: "Writing") -> str:
    from workstation.library import searches as kept

    name = asked.names[0]
    selection = selection_of(asked, writing)
    if not selection.narrows:
        raise Unreadable(
            "A search for everything needs no name.",
            "Give --query or another choice.",
            code="usage",
        )
    replaced = kept.save(writing, name, selection)
    return f"“{name}” saved, in the place of the one before." if replaced else f"“{name}” saved."


def _rename(asked: Namespace, writing: "Writing") -> str:
    from workstation.library import searches as kept

    kept.rename(writing, *asked.names)
    return f"“{asked.names[0]}” is now called “{asked.names[1]}”."


def _delete(asked: Namespace, writing: "Writing") -> str:
    from workstation.library import searches as kept

    kept.remove(writing, asked.names[0])
    return f"“{asked.names[0]}” deleted; its articles stay."


def _seen(asked: Namespace, writing: "Writing") -> str:
    from workstation.library import searches as kept

    kept.note_opened(writing, asked.names[0])
    return f"Nothing is new in “{asked.names[0]}” any more."


def _import(asked: Namespace, writing: "Writing") -> str:
    from workstation.library import watchlists

    file = Path(asked.names[0])
    taken = watchlists.take(writing, watchlists.bytes_of(file), file.name)
    for remark in taken.remarks:
        complain(f"line {remark.line} is left out: {remark.words}")
    searches = "1 search" if taken.saved == 1 else f"{taken.saved} searches"
    return f"{searches} saved in the watchlist “{file.name}”."
