"""The verbs for what people do to articles themselves: write, edit, erase."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING, Final

from workstation.cli import arguments
from workstation.cli.streams import complain, say
from workstation.cli.telling import code_of, print_json, several
from workstation.cli.typed import words
from workstation.errors import Unreadable
from workstation.limits import TEXT_BYTES

if TYPE_CHECKING:
    from workstation.curating.erasing import Erasure
    from workstation.domain.decision import Decision, Edited
    from workstation.library.library import Library

_FIELDS: "Final[dict[Edited, str]]" = {
    "title": "its title",
    "author": "who wrote it; “” for nobody",
    "outlet": "where it appeared; “” for nowhere",
    "language": "its code, such as en; “” if it is not known",
}


def add_verbs(verb: Callable[..., ArgumentParser]) -> None:
    """Adds the verbs."""
    made = verb(
        "write",
        write,
        "put an article of your own words into a library",
        'desk.mwlib call.txt --title "A call" --outlet "Radio Quay" --date 2024-12-14\n'
        "          workstation write desk.mwlib - < call.txt",
    )
    arguments.library(made)
    made.add_argument("text", metavar="FILE", help="its text in UTF-8; - reads standard input")
    for name, told in (*_FIELDS.items(), ("date", "a day like 2024-12-14, or an instant")):
        made.add_argument(f"--{name}", type=words, default="", metavar=name.upper(), help=told)
    made.add_argument("--no-tag", action="store_true", help="leave tagging for later")
    arguments.json(made)

    made = verb(
        "edit",
        edit,
        "correct titles, authors, outlets, languages or a text",
        'desk.mwlib 12 14 --outlet "Halyard Wire"\n'
        '          workstation edit desk.mwlib 12 --title "Envoys meet" --author ""\n'
        "          workstation edit desk.mwlib 12 --text corrected.txt\n"
        "          workstation edit desk.mwlib 12 --version 1\n"
        "  `workstation undo` takes back what was said of titles, authors, outlets and languages;\n"
        "  --version puts a former text back, as `workstation versions` lists them.",
    )
    arguments.library(made)
    made.add_argument("articles", nargs="+", type=int, metavar="ARTICLE", help="by number")
    for name, told in _FIELDS.items():
        made.add_argument(f"--{name}", type=words, metavar=name.upper(), help=told)
    text = made.add_mutually_exclusive_group()
    text.add_argument(
        "--text", metavar="FILE", help="a file with the corrected text; - reads standard input"
    )
    text.add_argument(
        "--version", type=int, dest="former", metavar="N", help="the former text to go back to"
    )
    made.add_argument("--reason", type=words, default="", help="why, for the log of decisions")
    arguments.json(made)

    made = verb(
        "erase",
        erase,
        "remove articles for good, from backups and originals too",
        "desk.mwlib 12 14\n"
        "          workstation erase desk.mwlib 12 --dry-run\n"
        "  This cannot be undone. What would go is told first; then the number of articles has to\n"
        "  be typed, or --yes given. Without an article, an erasure that was stopped is finished.",
    )
    arguments.library(made)
    made.add_argument("articles", nargs="*", type=int, metavar="ARTICLE", help="by number")
    sure = made.add_mutually_exclusive_group()
    sure.add_argument("--dry-run", action="store_true", help="only tell what would go")
    sure.add_argument("--yes", action="store_true", help="do not ask")
    arguments.json(made)


def write(asked: Namespace) -> int:
    """Imports an article that somebody typed, and tags it."""
    from workstation.importing import typed
    from workstation.importing.importer import import_paths
    from workstation.library.library import Library
    from workstation.reporting import rows
    from workstation.tagging import tagger

    fields = {name: getattr(asked, name) for name in _FIELDS}
    wanted = typed.Typed(read_text(asked.text), published=asked.date, **fields)
    with TemporaryDirectory(prefix="media-workstation-") as folder:
        path = typed.write(wanted, Path(folder))
        with Library.open_or_create(asked.library) as library:
            (entry,) = import_paths(library, [path], options=typed.OPTIONS, jobs=1)
            if not asked.no_tag:
                tagger.tag(library)
    if asked.json:
        print_json(rows.entry(entry))
    else:
        say(f"{entry.message} {', '.join(f'Article {n}.' for n in entry.articles)}".rstrip())
    return code_of(Event(), bad=entry.verdict == "refused")


def edit(asked: Namespace) -> int:
    """Edits articles, and looks for the names in what they are now."""
    from workstation.curating import decisions
    from workstation.importing import rewriting
    from workstation.library.library import Library
    from workstation.reporting import rows
    from workstation.tagging import tagger

    text = None if asked.text is None else read_text(asked.text)
    rewrites = text is not None or asked.former is not None
    _expect_something(asked, rewrites=rewrites)
    with Library.open(asked.library) as library:
        with library.read() as reading:
            waiting = tagger.to_do(reading)
        taken = _decide(library, asked)
        if rewrites:
            with library.write() as writing:
                (number,) = asked.articles
                who = decisions.me()
                if text is None:
                    rewriting.restore(writing, number, asked.former, who=who)
                else:
                    rewriting.rewrite(writing, number, text, who=who)
        # Articles that wait for the tagger anyway go on waiting for their own command.
        again = 0 if waiting else tagger.tag(library).articles
    if asked.json:
        told = [rows.decision(one) for one in taken]
        return print_json({"decisions": told, "rewritten": asked.articles if rewrites else []})
    for one in taken:
        say(one.words)
    if not taken and not rewrites:
        say("Nothing was changed: it is so already.")
    if rewrites:
        say(f"Article {asked.articles[0]} has another text; the former one is kept.")
    if again:
        say(f"{several(again, 'article')} tagged again.")
    return 0


def erase(asked: Namespace) -> int:
    """Erases articles, after it was told what goes with them."""
    from workstation.curating import erasing
    from workstation.library.library import Library

    numbers = list(dict.fromkeys(asked.articles))
    with Library.open(asked.library, writing=not asked.dry_run) as library:
        if not numbers:
            finished = erasing.finish(library)
            say("The erasure is finished." if finished else "No erasure was stopped.")
            return 0
        erasure = erasing.preview(library, numbers)
        if not asked.json:
            say(_what_goes(erasure))
        if not asked.dry_run:
            _expect_sure(erasure.articles, sure=asked.yes)
            erasing.erase(library, numbers)
    if asked.json:
        return print_json({**asdict(erasure), "dry_run": asked.dry_run})
    if not asked.dry_run:
        say(f"{several(erasure.articles, 'article')} erased.")
    return 0


def _what_goes(erasure: "Erasure") -> str:
    parts = [
        (erasure.articles, "article", "with its text and index"),
        (erasure.versions, "former text", ""),
        (erasure.mentions, "mention", ""),
        (erasure.notes, "note", ""),
        (erasure.decisions, "decision", "about it"),
        (erasure.originals, "original file", ""),
        (erasure.backups, "backup", "of the whole library"),
    ]
    lines = [f"  {several(n, noun)} {more}".rstrip() for n, noun, more in parts if n]
    if erasure.sharing:
        shared = several(erasure.sharing, "other article")
        lines.append(f"{shared} came from the same files, and can no more be read again.")
    if erasure.copies:
        lines.append(f"{several(erasure.copies, 'other article')} of the same story stay.")
    return "\n".join(("For good will go:", *lines))


def _expect_sure(number: int, *, sure: bool) -> None:
    if sure:
        return
    typed = ""
    if sys.stdin is not None and sys.stdin.isatty():
        complain(f"Type {number} to erase {several(number, 'article')} for good:")
        typed = sys.stdin.readline().strip()
    if typed != str(number):
        raise Unreadable("Nothing was erased.", "Type the number of articles, or give --yes.")


def read_text(name: str) -> str:
    """The text of a file, or of standard input.

    Raises:
        Unreadable: it cannot be read, or is no text.
    """
    try:
        if name == "-":
            raw = sys.stdin.buffer.read(TEXT_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                raw = file.read(TEXT_BYTES + 1)
        text = raw.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise Unreadable(f"“{name}” cannot be read as text in UTF-8.", "Check the name.") from error
    if len(raw) > TEXT_BYTES:
        raise Unreadable(f"“{name}” is longer than any article.", "Make several articles of it.")
    return text


def _decide(library: "Library", asked: Namespace) -> "list[Decision]":
    from workstation.curating import decisions, editing

    fields = {name: value for name in _FIELDS if (value := getattr(asked, name)) is not None}
    with library.read() as reading:
        wanted = editing.changes(reading, asked.articles, fields)
        orders = list(editing.orders(reading, wanted, reason=asked.reason))
    return decisions.decide_at_once(library, orders) if orders else []


def _expect_something(asked: Namespace, *, rewrites: bool) -> None:
    some = rewrites or any(getattr(asked, name) is not None for name in _FIELDS)
    alone = rewrites or asked.title is not None
    if not some or (alone and len(asked.articles) > 1):
        raise Unreadable(
            "Several articles cannot have one text or title." if some else "Nothing is to change.",
            "`workstation edit --help` shows examples.",
            code="usage",
        )
