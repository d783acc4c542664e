"""The verb that watches a folder."""

import json
import threading
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.cli.interrupts import stoppable
from workstation.cli.streams import complain, finish, say, say_utf8
from workstation.cli.telling import Line
from workstation.errors import LibraryLocked, WorkstationError

if TYPE_CHECKING:
    from workstation.domain.ledger import Entry
    from workstation.importing.watching import Folder, Look, Offers
    from workstation.library.library import Library


def watch(arguments: Namespace) -> int:
    """Imports what appears in a folder, until it is interrupted."""
    from workstation.importing.watching import Folder, Watch

    path = Path(arguments.folder).absolute()
    if not path.is_dir():
        raise WorkstationError(
            f"There is no folder {path}.", "Make it, or give another one.", code="missing"
        )
    folder = Folder(path, _known(arguments.library, path))
    with stoppable() as stop:
        complain(f"Watching {path}; Ctrl-C ends it.")
        Watch([folder], _Taking(arguments, folder, stop).hear).run(stop)
    return 0


def _known(where: str, folder: Path) -> "Offers":
    from workstation.importing.watching import offers
    from workstation.library.library import Library

    try:
        library = Library.open_or_create(where)
    except LibraryLocked:
        # Looking needs no lock, and by the time that something comes the other may be gone.
        library = Library.open(where, writing=False)
    with library, library.read() as reading:
        return offers(reading, folder)


class _Taking:
    """Takes in what comes, with the library open only meanwhile."""

    def __init__(self, arguments: Namespace, folder: "Folder", stop: threading.Event) -> None:
        self._arguments = arguments
        self._folder = folder
        self._stop = stop
        self._waits = False

    def hear(self, look: "Look") -> None:
        if look.lost:
            complain(f"{look.folder} is gone. It is waited for.")
        if look.back:
            complain(f"{look.folder} is there again.")
        if look.ready:
            self._take(look)

    def _take(self, look: "Look") -> None:
        from workstation.library.library import Library

        try:
            library = Library.open(self._arguments.library)
        except LibraryLocked as error:
            self._folder.give_again(look.ready)
            if not self._waits:
                complain(f"{error.what_happened} Files wait until it is free.")
            self._waits = True
            return
        self._waits = False
        with library, Line() as line:
            entries = self._import(library, look, line)
        for entry in entries:
            self._tell(entry)
        finish()

    def _import(self, library: "Library", look: "Look", line: Line) -> "list[Entry]":
        from workstation.importing.importer import import_paths
        from workstation.importing.options import Options
        from workstation.tagging.tagger import tag

        given = self._arguments
        entries = import_paths(
            library,
            look.ready,
            options=Options(outlet=given.outlet),
            jobs=given.jobs,
            tell=line.tell,
            cancelled=self._stop,
        )
        if not given.no_tag and not self._stop.is_set():
            tag(library, jobs=given.jobs, tell=line.tell, cancelled=self._stop)
        return entries

    def _tell(self, entry: "Entry") -> None:
        from workstation.reporting import rows

        if self._arguments.json:
            say_utf8(json.dumps(rows.entry(entry), ensure_ascii=False))
        else:
            say(f"{entry.verdict}: {entry.file}: {entry.message}")
