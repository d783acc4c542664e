"""Saved column mappings of tables: listed, shared as files, and removed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workstation.cli import arguments
from workstation.cli.listing import table
from workstation.cli.streams import say
from workstation.cli.telling import print_json
from workstation.cli.typed import columns, words
from workstation.errors import Unreadable

if TYPE_CHECKING:
    from workstation.importing.profiles import Profile

ACTS = ("add", "export", "remove")


def add_verbs(verb: Callable[..., ArgumentParser]) -> None:
    """Adds the verb."""
    made = verb(
        "mappings",
        mappings,
        "list the saved column mappings of tables, or add, export or remove one",
        "\n"
        "          workstation mappings add meltwater.json\n"
        "          workstation mappings add --name Desk --map title=Kopf,text=Rumpf\n"
        "          workstation mappings export Desk -o desk.json\n"
        "          workstation mappings remove Desk\n"
        "  One is chosen by itself when a table with the labels comes that it was saved for.",
    )
    made.add_argument("act", nargs="?", choices=ACTS, metavar="ACT", help=", ".join(ACTS))
    made.add_argument(
        "name", nargs="?", default="", metavar="FILE|NAME", help="a file to add, or a saved mapping"
    )
    made.add_argument(
        "--name", dest="called", type=words, default="", metavar="NAME", help="what it is called"
    )
    made.add_argument(
        "--map",
        type=columns,
        default=(),
        dest="columns",
        metavar="FIELD=COLUMN,…",
        help="which columns hold what",
    )
    made.add_argument("-o", "--output", default="", metavar="FILE.json", help="where it goes")
    arguments.json(made)


def mappings(asked: Namespace) -> int:
    """Lists the saved mappings, or changes them."""
    from workstation.importing import profiles

    if asked.act == "add":
        profiles.save(_to_add(asked))
    elif asked.act == "export":
        profile = profiles.profile_named(_expected(asked.name, "Name the mapping."))
        profiles.write_file(profile, Path(_expected(asked.output, "Say where with -o.")))
    elif asked.act == "remove":
        profiles.remove(_expected(asked.name, "Name the mapping."))
    listed = [_row(profile) for profile in profiles.saved()]
    if asked.json:
        return print_json(listed)
    if listed:
        table([{**row, "columns": _told(row["columns"])} for row in listed], ("name", "columns"))
    else:
        say("No column mapping is saved.")
    return 0


def _to_add(asked: Namespace) -> "Profile":
    from workstation.importing.profiles import Profile, read_file

    if asked.columns:
        return Profile(_expected(asked.called, "Say how with --name."), asked.columns)
    found = read_file(Path(_expected(asked.name, "Name its file, or give --name and --map.")))
    return Profile(asked.called or found.name, found.given, found.labels)


def _expected(words: str, otherwise: str) -> str:
    if not words:
        raise Unreadable("Something is missing.", otherwise)
    return words


def _row(profile: "Profile") -> dict[str, Any]:
    return {
        "name": profile.name,
        "columns": dict(profile.given),
        "labels": list(profile.labels),
    }


def _told(columns: dict[str, str]) -> str:
    return ", ".join(f"{field}={column}" for field, column in columns.items() if column)
