"""The verbs that fill a library and look after it: open, import, tag, check, sample."""

import os
import sys
import threading
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workstation.cli.interrupts import stoppable
from workstation.cli.listing import selection_of
from workstation.cli.streams import complain, say
from workstation.cli.telling import Line, code_of, is_library, print_json, several
from workstation.errors import LibraryLocked, WorkstationError

if TYPE_CHECKING:
    from workstation.domain.article import Article
    from workstation.domain.ledger import Entry
    from workstation.domain.progress import Progress
    from workstation.importing.fetching import Fetcher
    from workstation.library.library import Library
    from workstation.tagging.tagger import Tagged


def open_window(arguments: Namespace) -> int:
    """Opens the window; the first name is a library if it looks like one."""
    names: list[str] = arguments.names
    where = names.pop(0) if names and is_library(names[0]) else None
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise WorkstationError(
            "There is no display to open a window on.",
            "The other verbs work without one: see `workstation --help`.",
        )
    from workstation.desktop import app

    return app.run(where, names)


@dataclass(slots=True)
class _Imported:
    """What an import brought; `resumed` are files that an earlier one had left unread."""

    offered: "list[Entry]"
    resumed: "list[Entry]"
    articles: int
    untagged: "list[Article]"
    waiting: tuple[str, ...] = ()

    @property
    def bad(self) -> "list[Entry]":
        return [e for e in (*self.offered, *self.resumed) if e.verdict in ("refused", "partly")]

    @property
    def told(self) -> "list[Entry]":
        """Those that somebody should know of, read or not: a provider may have withdrawn one."""
        return [e for e in (*self.offered, *self.resumed) if e.needs_you or e in self.bad]

    def summary(self) -> dict[str, int]:
        return {
            "files": len(self.offered),
            "articles": self.articles,
            "duplicates": sum(entry.verdict == "duplicate" for entry in self.offered),
            "refused": sum(entry.verdict == "refused" for entry in self.offered),
            "resumed": len(self.resumed),
            "problems": len(self.untagged),
        }


def import_files(arguments: Namespace) -> int:
    """Reads files, and tags what came of them."""
    from workstation.library.library import Library
    from workstation.reporting import rows

    with Library.open_or_create(arguments.library) as library, stoppable() as stop, Line() as line:
        done = _import(library, arguments, line, stop)
    for entry in done.told:
        complain(f"{entry.verdict}: {entry.file}: {entry.message}")
    _tell_untagged(done.untagged)
    _tell_waiting(done.waiting, arguments)
    summary = done.summary()
    if arguments.json:
        print_json(
            {
                **summary,
                "ledger": [rows.entry(entry) for entry in done.offered],
                "not_tagged": _rows(done.untagged),
            }
        )
    else:
        say(
            f"{several(summary['files'], 'file')}, {several(summary['articles'], 'article')}, "
            f"{several(summary['duplicates'], 'duplicate')}, {summary['refused']} refused"
            + (f", {summary['problems']} not tagged." if done.untagged else ".")
        )
        if done.resumed:
            verb = "was" if len(done.resumed) == 1 else "were"
            say(f"{several(len(done.resumed), 'file')} of the last import {verb} finished.")
    return code_of(stop, bad=bool(done.bad or done.untagged or done.waiting))


def tag_library(arguments: Namespace) -> int:
    """Tags what is to be tagged."""
    from workstation.library.library import Library

    with Library.open(arguments.library) as library, stoppable() as stop, Line() as line:
        tagged = _tag(library, arguments, line, stop)
        untagged = _untagged(library)
    _tell_untagged(untagged)
    _tell_waiting(tagged.waiting, arguments)
    if arguments.json:
        print_json({**asdict(tagged), "not_tagged": _rows(untagged)})
    else:
        rate = tagged.articles / tagged.seconds if tagged.seconds else 0.0
        say(
            f"{several(tagged.articles, 'article')} tagged in {tagged.seconds:.1f} s "
            f"({rate:.1f} a second), {several(len(untagged), 'problem')}, {tagged.left} left."
        )
    return code_of(stop, bad=bool(untagged or tagged.waiting))


def check_library(arguments: Namespace) -> int:
    """Checks that the library is whole."""
    from workstation.library import checks
    from workstation.library.library import Library

    try:
        library = Library.open(arguments.library)
    except LibraryLocked:
        library = Library.open(arguments.library, writing=False)
    with library:
        found = checks.check(library)
    if arguments.json:
        print_json({"ok": not found.problems, **asdict(found)})
    else:
        for words in (*found.problems, *found.unchecked):
            say(words)
        say(
            f"{several(found.articles, 'article')}, {several(found.mentions, 'mention')}, "
            f"{several(found.originals, 'original')}: "
            + (several(len(found.problems), "problem") + "." if found.problems else "all is well.")
        )
    return 1 if found.problems else 0


def fill_sample(arguments: Namespace) -> int:
    """Makes a library of the sample articles."""
    from workstation import sample
    from workstation.library.library import Library

    with Library.open_or_create(arguments.library) as library, stoppable() as stop, Line() as line:
        filled = sample.fill(library, jobs=arguments.jobs, tell=line.tell, cancelled=stop)
    say(f"{arguments.library}: {filled} sample articles.")
    return code_of(stop, bad=False)


def _import(
    library: "Library", arguments: Namespace, line: Line, stop: threading.Event
) -> _Imported:
    from workstation.importing.importer import import_paths, resume
    from workstation.importing.links import import_links
    from workstation.importing.options import Options
    from workstation.importing.web_address import looks_like_address

    options = Options(
        outlet=arguments.outlet,
        published=arguments.published,
        columns=arguments.columns,
        erased=arguments.erased,
    )
    links = [name for name in arguments.paths if looks_like_address(name)]
    paths = [Path(name) for name in arguments.paths if not looks_like_address(name)]
    done = _Imported([], [], 0, [])
    before = 0

    def tell(progress: "Progress") -> None:
        done.articles = before + progress.articles
        line.tell(progress)

    job = {"options": options, "jobs": arguments.jobs, "tell": tell, "cancelled": stop}
    done.offered = import_paths(library, paths, **job) if paths else []
    if links and not stop.is_set():
        before = done.articles
        fetcher = _fetcher(private=arguments.private)
        done.offered += import_links(library, links, fetcher=fetcher, **job)
    if not stop.is_set():
        done.resumed = resume(library, jobs=arguments.jobs, tell=line.tell, cancelled=stop)
    if not arguments.no_tag and not stop.is_set():
        tagged = _tag(library, arguments, line, stop)
        done.untagged = _untagged(library) if tagged.problems else []
        done.waiting = tagged.waiting
    return done


def _fetcher(*, private: bool) -> "Fetcher":
    from workstation.importing.fetching import Fetcher
    from workstation.importing.web_address import is_public_or_intranet

    return Fetcher(allowed=is_public_or_intranet) if private else Fetcher()


def _tag(library: "Library", arguments: Namespace, line: Line, stop: threading.Event) -> "Tagged":
    from workstation.tagging.tagger import tag

    again = None
    if getattr(arguments, "again", False):
        with library.read() as reading:
            again = selection_of(arguments, reading)
    return tag(library, again=again, jobs=arguments.jobs, tell=line.tell, cancelled=stop)


def _untagged(library: "Library") -> "list[Article]":
    from workstation.library import corpus

    with library.read() as reading:
        return corpus.not_tagged(reading)


def _tell_untagged(articles: "Iterable[Article]") -> None:
    for article in articles:
        complain(f"not tagged: {article.file}: {article.problem}")


def _tell_waiting(waiting: "Iterable[str]", arguments: Namespace) -> None:
    for words in waiting:
        complain(f"{words} `workstation pipelines {arguments.library}` tells more.")


def _rows(articles: "Iterable[Article]") -> list[dict[str, Any]]:
    return [
        {"id": one.id, "file": one.file, "title": one.title, "problem": one.problem}
        for one in articles
    ]
