"""The verbs that do something: open, import, tag, decide, report, export, check, sample."""

import os
import signal
import sys
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from workstation.cli.listing import print_json, selection_of
from workstation.cli.telling import Line, several
from workstation.cli.verbs import VERBS
from workstation.errors import LibraryLocked, WorkstationError

if TYPE_CHECKING:
    from workstation.domain.decision import Decision
    from workstation.library.library import Library
    from workstation.tagging.tagger import Tagged

_USAGE, _SOME_REFUSED, _STOPPED = 2, 3, 130


def open_window(arguments: Namespace) -> int:
    """Opens the window; the first name is a library if it looks like one."""
    names: list[str] = arguments.names
    _expect_verb_or_file(names)
    where = names.pop(0) if names and _is_library(names[0]) else None
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise WorkstationError(
            "There is no display to open a window on.",
            "The other verbs work without one: see `workstation --help`.",
        )
    from workstation.desktop import app

    return app.run(where, [Path(name) for name in names])


def import_files(arguments: Namespace) -> int:
    """Reads files, and tags what came of them."""
    from workstation.importing.importer import Options, import_paths, resume
    from workstation.library.library import Library
    from workstation.reporting import rows

    options = Options(outlet=arguments.outlet, published=arguments.published)
    paths = [Path(path) for path in arguments.paths]
    with Library.open_or_create(arguments.library) as library, _stoppable() as stop, Line() as line:
        entries = import_paths(
            library, paths, options=options, jobs=arguments.jobs, tell=line.tell, cancelled=stop
        )
        if not stop.is_set():
            entries += resume(library, jobs=arguments.jobs, tell=line.tell, cancelled=stop)
        if not arguments.no_tag and not stop.is_set():
            _tag(library, arguments, line, stop)
    bad = [entry for entry in entries if entry.verdict in ("refused", "partly")]
    for entry in bad:
        print(f"{entry.verdict}: {entry.file}: {entry.message}", file=sys.stderr)
    new = {article for e in entries if e.verdict != "duplicate" for article in e.articles}
    summary = {
        "files": len(entries),
        "articles": len(new),
        "duplicates": sum(entry.verdict == "duplicate" for entry in entries),
        "refused": sum(entry.verdict == "refused" for entry in entries),
    }
    if arguments.json:
        print_json({**summary, "ledger": [rows.entry(entry) for entry in entries]})
    else:
        print(
            f"{several(len(entries), 'file')}, {several(len(new), 'article')}, "
            f"{several(summary['duplicates'], 'duplicate')}, {summary['refused']} refused."
        )
    return _code(stop, bad=bool(bad))


def tag_library(arguments: Namespace) -> int:
    """Tags what is to be tagged."""
    from workstation.library.library import Library

    with Library.open(arguments.library) as library, _stoppable() as stop, Line() as line:
        tagged = _tag(library, arguments, line, stop)
    if arguments.json:
        print_json(asdict(tagged))
    else:
        rate = tagged.articles / tagged.seconds if tagged.seconds else 0.0
        print(
            f"{several(tagged.articles, 'article')} tagged in {tagged.seconds:.1f} s "
            f"({rate:.1f} a second), {tagged.problems} problems, {tagged.left} left."
        )
    return _code(stop, bad=bool(tagged.problems))


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


def report(arguments: Namespace) -> int:
    """Writes the PDF report."""
    from workstation.library.library import Library
    from workstation.reporting import pdf
    from workstation.reporting.report import Specification, build

    with Library.open(arguments.library, writing=False) as library:
        with library.read() as reading:
            selection = selection_of(arguments, reading)
            made = build(
                reading,
                Specification(
                    selection=selection,
                    issued=datetime.now(library.zone).date(),
                    title=arguments.title or "Media report",
                    articles=arguments.articles,
                    library=library.name,
                ),
            )
        if not made.figures.articles:
            print("No article is in this selection, and so the report is empty.", file=sys.stderr)
        with _stoppable() as stop:
            if not pdf.write_pdf(made, Path(arguments.output), cancelled=stop):
                return _code(stop, bad=False)
    print(f"Written: {arguments.output}", file=sys.stderr)
    return 0


def export(arguments: Namespace) -> int:
    """Writes the selection's articles as a table."""
    from workstation.library.library import Library
    from workstation.reporting import exports

    with (
        Library.open(arguments.library, writing=False) as library,
        library.read() as reading,
    ):
        selection = selection_of(arguments, reading)
        count = exports.write_articles(reading, selection, Path(arguments.output))
    print(f"Written: {arguments.output} ({several(count, 'article')})", file=sys.stderr)
    return 0


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
            print(words)
        print(
            f"{several(found.articles, 'article')}, {several(found.mentions, 'mention')}, "
            f"{several(found.originals, 'original')}: "
            + (several(len(found.problems), "problem") + "." if found.problems else "all is well.")
        )
    return 1 if found.problems else 0


def fill_sample(arguments: Namespace) -> int:
    """Makes a library of the sample articles."""
    from workstation import sample
    from workstation.library.library import Library

    with Library.open_or_create(arguments.library) as library, _stoppable() as stop, Line() as line:
        filled = sample.fill(library, jobs=arguments.jobs, tell=line.tell, cancelled=stop)
    print(f"{arguments.library}: {filled} sample articles.")
    return _code(stop, bad=False)


def _expect_verb_or_file(names: list[str]) -> None:
    # A mistyped verb would open the window with a file that is not there.
    if not names or _is_library(names[0]) or Path(names[0]).exists():
        return
    near = get_close_matches(names[0], VERBS, 1)
    meant = f" Did you mean “{near[0]}”?" if near else " `workstation --help` lists the verbs."
    print(f"workstation: There is no verb or file “{names[0]}”.{meant}", file=sys.stderr)
    raise SystemExit(_USAGE)


def _is_library(name: str) -> bool:
    return name.rstrip("/\\").endswith(".mwlib") or "://" in name


def _tag(library: "Library", arguments: Namespace, line: Line, stop: threading.Event) -> "Tagged":
    from workstation.tagging.tagger import tag

    again = getattr(arguments, "again", False)
    return tag(library, again=again, jobs=arguments.jobs, tell=line.tell, cancelled=stop)


def _told(decision: "Decision", arguments: Namespace) -> int:
    from workstation.reporting import rows

    if arguments.json:
        return print_json(rows.decision(decision))
    reach = decision.reach
    changed = f"{several(reach.mentions, 'mention')} in {several(reach.articles, 'article')}"
    print(f"{decision.words} ({changed})")
    return 0


def _code(stop: threading.Event, *, bad: bool) -> int:
    if stop.is_set():
        print("Stopped. What was done is kept; run it again to go on.", file=sys.stderr)
        return _STOPPED
    return _SOME_REFUSED if bad else 0


@contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """An event that the first Ctrl-C sets, so that the job ends well; a second one breaks off."""
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> Any:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
