"""What became of every file: the list, and files that are read again."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from workstation.cli import arguments
from workstation.cli.interrupts import stoppable
from workstation.cli.listing import table
from workstation.cli.streams import complain, say
from workstation.cli.telling import Line, code_of, print_json, several
from workstation.cli.typed import encoding, words

if TYPE_CHECKING:
    from workstation.domain.ledger import Totals


def add_verbs(verb: Callable[..., ArgumentParser]) -> None:
    """Adds the verbs of the ledger."""
    made = verb("ledger", ledger, "what became of every file ever offered", "desk.mwlib --problems")
    arguments.library(made)
    made.add_argument(
        "--problems", action="store_true", help="only files that were not read, or not whole"
    )
    arguments.json(made)

    made = verb(
        "read-again",
        read_again,
        "read files again from the originals that the library kept",
        "desk.mwlib 17 --encoding windows-1251",
    )
    arguments.library(made)
    made.add_argument(
        "entries", nargs="+", type=int, metavar="N", help="rows, as `ledger` numbers them"
    )
    made.add_argument(
        "--encoding",
        type=encoding,
        default="",
        metavar="NAME",
        help="what they are written in, such as windows-1251 or koi8-r",
    )
    made.add_argument(
        "--reader", type=words, default="", metavar="NAME", help="who reads them, such as text"
    )
    arguments.columns(made)
    made.add_argument("--no-tag", action="store_true", help="leave tagging for later")
    arguments.jobs(made)
    arguments.json(made)


def ledger(asked: Namespace) -> int:
    """Lists what became of every file, or only of those that need somebody."""
    from workstation.library import ledger as entries
    from workstation.library.library import Library
    from workstation.reporting import rows

    with Library.open(asked.library, writing=False) as library, library.read() as reading:
        found = entries.needing(reading) if asked.problems else entries.entries(reading)
        totals = entries.totals(reading)
    listed = [rows.entry(entry) for entry in found]
    if asked.json:
        return print_json(listed)
    if listed:
        table(listed, ("id", "verdict", "reader", "file", "message"))
    say(_sentence(totals))
    return 0


def read_again(asked: Namespace) -> int:
    """Reads files again from the originals that the library kept, and tags what changed."""
    from workstation.importing.again import Otherwise, read_again
    from workstation.library import ledger as entries
    from workstation.library.library import Library
    from workstation.reporting import rows
    from workstation.tagging.tagger import tag

    how = Otherwise(asked.encoding, asked.reader, asked.columns)
    with Library.open(asked.library) as library, stoppable() as stop, Line() as line:
        job = {"jobs": asked.jobs, "tell": line.tell, "cancelled": stop}
        with library.read() as reading:
            wanted = [entries.entry(reading, number) for number in asked.entries]
        named = how if how != Otherwise() else None
        done = read_again(library, wanted, otherwise=named, **job)
        if not asked.no_tag and not stop.is_set():
            tag(library, **job)
    bad = [entry for entry in done if entry.verdict in ("refused", "partly")]
    if asked.json:
        print_json([rows.entry(entry) for entry in done])
    else:
        for entry in done:
            tell = complain if entry in bad else say
            tell(f"{entry.verdict}: {entry.file}: {entry.message}")
    return code_of(stop, bad=bool(bad))


def _sentence(totals: "Totals") -> str:
    """The ledger in a line: `42 files → 1,310 articles, 7 need you`."""
    told = f"{_several(totals.files, 'file')} → {_several(totals.articles, 'article')}"
    if totals.needs_you:
        verb = "needs" if totals.needs_you == 1 else "need"
        told += f", {totals.needs_you:,} {verb} you"
    if totals.unread:
        told += f", {totals.unread:,} still to be read"
    return f"{told}."


def _several(n: int, noun: str) -> str:
    return several(n, noun).replace(str(n), f"{n:,}", 1)
