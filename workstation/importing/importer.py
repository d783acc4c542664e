"""Files become articles: stored first, read in confined processes, kept in the ledger."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from threading import Event

import msgspec

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.ledger import Entry
from workstation.domain.progress import Progress, Tell, nobody
from workstation.errors import Refused
from workstation.importing import fingerprint
from workstation.importing.folders import files_in, shown_path
from workstation.importing.handed import Handed, NotBelieved, Wanted, decode_handed, encode
from workstation.importing.options import NOTHING_SAID, Options
from workstation.importing.verdicts import Judged, Tally, judge
from workstation.library import articles, ledger, originals
from workstation.library.articles import Arrival, Stored
from workstation.library.library import Library, Writing
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Part, Request

_ENTRY = "workstation.importing.sandbox:serve"
_CONFINE = "workstation.processes.doors:shut"


_options = msgspec.json.Decoder(Options).decode


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    options: Options = NOTHING_SAID,
    jobs: int = 0,
    tell: Tell = nobody,
    cancelled: Event | None = None,
) -> list[Entry]:
    """Imports files, and folders with all files in them; returns the ledger's rows of those read.

    Each original is safe in the library before its row, and its row before it is read; a row
    without a verdict is one that an import was stopped at, and offering the same file again
    finishes it. `jobs` are reader processes; 0 leaves one core to the window.

    Raises:
        WorkstationError: the library cannot be written, or no reader process comes up. What was
            stored before stays.
    """
    library.expect_writable()
    originals.sweep(library)
    files = [_Offered(library, path, options) for path in files_in(paths)]
    return _Run(library, tell, cancelled or Event()).work(files, jobs)


def resume(
    library: Library,
    *,
    jobs: int = 0,
    tell: Tell = nobody,
    cancelled: Event | None = None,
) -> list[Entry]:
    """Reads what a stopped import left unread, from the originals it had stored.

    What the user said of these files then is said again. No other import may be under way.

    Raises:
        WorkstationError: as `import_paths`.
    """
    library.expect_writable()
    with library.read() as reading:
        left = ledger.unfinished(reading)
    return read_kept(library, left, jobs=jobs, tell=tell, cancelled=cancelled)


def read_kept(
    library: Library,
    entries: Sequence[Entry],
    *,
    jobs: int = 0,
    tell: Tell = nobody,
    cancelled: Event | None = None,
) -> list[Entry]:
    """Reads the originals of open rows, and returns these closed.

    Raises:
        WorkstationError: as `import_paths`.
    """
    files = [_Kept(library, entry) for entry in entries]
    return _Run(library, tell, cancelled or Event()).work(files, jobs) if files else []


class _Offered:
    """A file somebody offers."""

    def __init__(self, library: Library, path: Path, options: Options) -> None:
        self._library = library
        self._path = path
        self.options = options
        self.shown = shown_path(path)
        self.name = PurePath(self.shown).name

    def enter(self) -> Entry:
        """Stores the original and opens its row.

        Raises:
            Refused: there is no such file, or it cannot be kept.
        """
        size = self._size()
        sha256 = originals.store(self._library, self._path)
        with self._library.write() as writing:
            originals.note(writing, sha256, name=self.shown, size=size)
            given = msgspec.json.encode(self.options).decode()
            return ledger.offer(writing, self.shown, sha256, given=given)

    def row(self, writing: Writing) -> Entry:
        """A row for a file that was never stored."""
        return ledger.offer(writing, self.shown, "")

    def _size(self) -> int:
        try:
            size = self._path.stat().st_size
        except (OSError, ValueError) as error:
            raise Refused(
                "There is no such file, or it may not be looked at.",
                "Check its name and its rights.",
                code="missing",
            ) from error
        if self._path.is_dir():
            raise Refused(
                "The folder cannot be opened, or lies in too many others.",
                "Check your rights to it, or give it by itself.",
                code="folder",
            )
        if not self._path.is_file():
            raise Refused("This is no file.", "Give files and folders.", code="not-a-file")
        if size > limits.READER_FILE_BYTES:
            raise Refused(
                f"The file is larger than {limits.READER_FILE_BYTES >> 30} GB.",
                "Split it and import the parts.",
                code="too-large",
            )
        return size


class _Kept:
    """A file whose original the library holds already."""

    def __init__(self, library: Library, entry: Entry) -> None:
        self._library = library
        self._entry = entry
        self.options = _options(entry.given) if entry.given else Options()
        source = self.options.source
        self.name = source.name if source else PurePath(entry.file).name

    def enter(self) -> Entry:
        """The row that was left open.

        Raises:
            Refused: the original is gone.
        """
        if not originals.path(self._library, self._entry.sha256).is_file():
            raise Refused(
                "The import was stopped, and the stored file is gone.",
                "Import it again.",
                code="missing",
            )
        return self._entry

    def row(self, _writing: Writing) -> Entry:
        """The row that was left open."""
        return self._entry


def _believed(payload: bytes) -> Handed | None:
    try:
        return decode_handed(payload)
    except NotBelieved:
        return None


@dataclass(slots=True)
class _InHand:
    """A file that is being read."""

    entry: Entry
    options: Options
    descriptor: int
    known: int
    """Drafts of it that an earlier import has dealt with."""
    seen: int = 0
    waiting: list[Draft] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    nonsense: bool = False


class _Run:
    """One import."""

    def __init__(self, library: Library, tell: Tell, cancelled: Event) -> None:
        self._library = library
        self._tell = tell
        self._cancelled = cancelled
        self._in_hand: dict[int, _InHand] = {}
        self._entries: dict[int, Entry] = {}
        self._total = 0
        self._problems = 0
        self._articles = 0

    def work(self, files: Sequence[_Offered | _Kept], jobs: int) -> list[Entry]:
        """Reads the files and returns their rows, in the order they were offered."""
        self._total = len(files)
        workers = min(jobs or max(1, (os.cpu_count() or 2) - 1), max(1, len(files)))
        self._report()
        try:
            with Crew(_ENTRY, workers=workers, confine=_CONFINE) as crew:
                for outcome in crew.run(self._requests(files), self._cancelled):
                    if isinstance(outcome, Part):
                        self._take(self._in_hand[int(str(outcome.key))], outcome.payload)
                    else:
                        self._end(self._in_hand.pop(int(str(outcome.key))), outcome)
        finally:
            for left in self._in_hand.values():
                os.close(left.descriptor)
        return [self._entries[number] for number in sorted(self._entries)]

    def _requests(self, files: Sequence[_Offered | _Kept]) -> Iterator[Request]:
        for file in files:
            if self._cancelled.is_set():
                return
            try:
                entry = file.enter()
            except Refused as error:
                self._refuse(file, error)
                continue
            with self._library.read() as reading:
                known = ledger.cursor(reading, entry.id)
            original = originals.path(self._library, entry.sha256)
            descriptor = os.open(original, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            self._in_hand[entry.id] = _InHand(entry, file.options, descriptor, known)
            yield Request(entry.id, encode(Wanted(file.name, file.options.columns)), descriptor)

    def _refuse(self, file: _Offered | _Kept, error: Refused) -> None:
        with self._library.write() as writing:
            entry = file.row(writing)
            self._close(writing, entry.id, Tally(), Judged("refused", error.code, error.sentence))
        self._report()

    def _take(self, file: _InHand, payload: bytes) -> None:
        handed = _believed(payload)
        if handed is None or file.nonsense:
            file.nonsense = True
            return
        file.tally.reader = handed.reader
        if handed.draft is None:
            return
        file.seen += 1
        file.tally.notes.update(dict.fromkeys(handed.draft.notes))
        if file.seen <= file.known:
            file.tally.new += 1
            return
        file.waiting.append(file.options.complete(handed.draft))
        if len(file.waiting) >= limits.ARTICLES_PER_TRANSACTION:
            with self._library.write() as writing:
                self._store(writing, file)
            self._report()

    def _store(self, writing: Writing, file: _InHand) -> None:
        stored = [self._store_one(writing, file, draft) for draft in file.waiting]
        for one in stored:
            file.tally.count(one.outcome)
        self._articles += sum(one.outcome in ("new", "version") for one in stored)
        ledger.advance(writing, file.entry.id, len(stored), [one.article for one in stored])
        file.waiting.clear()

    def _store_one(self, writing: Writing, file: _InHand, draft: Draft) -> Stored:
        found = fingerprint.signature(fingerprint.own_words(draft))
        bands = () if found is None else fingerprint.bands(found)
        near = [(n.story, n.signature) for n in articles.neighbours(writing, bands)]
        arrival = Arrival(
            draft=draft,
            identity=fingerprint.identity(draft, writing.zone),
            text_hash=fingerprint.text_hash(draft.text),
            file=file.entry.file,
            sha256=file.entry.sha256,
            reader=file.tally.reader,
            story=None if found is None else fingerprint.story_of(found, near),
            signature=b"" if found is None else fingerprint.to_bytes(found),
            bands=bands,
        )
        return articles.add(writing, arrival)

    def _end(self, file: _InHand, end: End) -> None:
        os.close(file.descriptor)
        if end.verdict == "cancelled":
            # Its row stays open: the same file offered again goes on where this one stopped.
            return
        verdict = End(end.key, "broken") if file.nonsense else end
        with self._library.write() as writing:
            if file.waiting:
                self._store(writing, file)
            self._close(writing, file.entry.id, file.tally, judge(file.tally, verdict))
        self._report()

    def _close(self, writing: Writing, entry: int, tally: Tally, judged: Judged) -> None:
        self._entries[entry] = ledger.close(
            writing,
            entry,
            judged.verdict,
            reader=tally.reader,
            code=judged.code,
            message=judged.message,
            details=judged.details,
        )
        self._problems += judged.verdict in ("refused", "partly")

    def _report(self) -> None:
        done = len(self._entries)
        self._tell(
            Progress("Importing", "files", done, self._total, self._problems, self._articles)
        )
