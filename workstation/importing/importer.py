"""Files become articles: stored first, read in confined processes, kept in the ledger."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.clean import clean_line
from workstation.domain.ledger import BETWEEN, LOST, Entry
from workstation.domain.progress import Progress, Tell, nobody
from workstation.errors import Refused
from workstation.importing import profiles, storing
from workstation.importing.folders import files_in
from workstation.importing.handed import Ended, Handed, NotBelieved, Wanted, decode_handed
from workstation.importing.in_hand import InArchive, InHand
from workstation.importing.losses import Lost
from workstation.importing.offered import Kept, Offered, left, plan
from workstation.importing.options import NOTHING_SAID, Options
from workstation.importing.scanned import NEEDS_OCR
from workstation.importing.scans import Scanned, Scans
from workstation.importing.verdicts import (
    Judged,
    Tally,
    judge,
    left_out,
    read_again,
    stopped,
    without_lost,
)
from workstation.library import erasing, ledger, originals
from workstation.library.library import Library, Writing
from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Feed, Part, Request

_ENTRY = "workstation.importing.sandbox:serve"
_CONFINE = "workstation.processes.doors:shut"
_BAD = ("refused", "partly")
_BY_ITSELF = ("done", "refused")

# A file may hold many articles, and each may take as long as one that stands alone.
_LIMITS = ChildLimits(
    answer_seconds=limits.CHILD_TOTAL_SECONDS, total_seconds=limits.READER_TOTAL_SECONDS
)


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

    Each file has a row from the start, and its original is safe in the library before it is read;
    a row without a verdict is one that an import was stopped at or before, and `resume`, or
    offering the same file again, finishes it. `jobs` are reader processes; 0 leaves one core to the
    window.

    Raises:
        WorkstationError: the library cannot be written, or no reader process comes up. What was
            stored before stays.
    """
    library.expect_writable()
    originals.sweep(library)
    files = plan(library, files_in(paths), options)
    return _Run(library, tell, cancelled or Event()).work(files, jobs)


def resume(
    library: Library,
    *,
    jobs: int = 0,
    tell: Tell = nobody,
    cancelled: Event | None = None,
) -> list[Entry]:
    """Reads what a stopped import left unread: originals it had stored, and files where they were.

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
    """Reads the files of open rows, and returns these closed.

    Raises:
        WorkstationError: as `import_paths`.
    """
    files = left(library, entries)
    return _Run(library, tell, cancelled or Event()).work(files, jobs) if files else []


def crew_of_readers(workers: int) -> Crew:
    """Processes that may do nothing but read the files they are handed."""
    known = profiles.encode(profiles.saved())
    return Crew(_ENTRY, setup=known, workers=workers, limits=_LIMITS, confine=_CONFINE)


def _believed(payload: bytes) -> Handed | None:
    try:
        return decode_handed(payload)
    except NotBelieved:
        return None


class _Run:
    """One import."""

    def __init__(self, library: Library, tell: Tell, cancelled: Event) -> None:
        self._library = library
        self._tell = tell
        self._cancelled = cancelled
        self._in_hand: dict[int, InHand] = {}
        self._entries: dict[int, Entry] = {}
        self._total = 0
        self._problems = 0
        self._articles = 0
        self._scans = Scans(library, cancelled)

    def work(self, files: Sequence[Offered | Kept], jobs: int) -> list[Entry]:
        """Reads the files and returns their rows, in the order they were offered."""
        self._total = len(files)
        workers = min(jobs or max(1, (os.cpu_count() or 2) - 1), max(1, len(files)))
        self._report()
        try:
            with crew_of_readers(workers) as crew:
                feed = Feed(self._requests(files))
                for outcome in crew.run(feed, self._cancelled):
                    file = self._in_hand[int(str(outcome.key))]
                    if isinstance(outcome, Part):
                        self._take(file, outcome.payload)
                    elif self._goes_on(file, outcome):
                        feed.add(file.request())
                    else:
                        end = self._scanned(file, outcome)
                        self._end(self._in_hand.pop(file.entry.id), end)
        finally:
            self._scans.close()
            for left in self._in_hand.values():
                os.close(left.descriptor)
        return [self._entries[number] for number in sorted(self._entries)]

    def _requests(self, files: Sequence[Offered | Kept]) -> Iterator[Request]:
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
            in_hand = InHand(entry, file.options, _wanted(file), descriptor, known)
            self._in_hand[entry.id] = in_hand
            yield in_hand.request()

    def _refuse(self, file: Offered | Kept, error: Refused) -> None:
        with self._library.write() as writing:
            entry = file.row(writing)
            self._close(writing, entry.id, Tally(), Judged("refused", error.code, error.sentence))
        self._report()

    def _take(self, file: InHand, payload: bytes) -> None:
        handed = _believed(payload)
        if handed is None or file.nonsense:
            file.nonsense = True
            return
        whole = self._scans.complete(file.entry.sha256, file.wanted.name, handed, self._turn_page)
        file.stopped |= whole is None
        if whole is None or file.stopped:
            return
        handed = whole
        file.losses.follow(handed)
        if handed.ended is not None and handed.ended.code == NEEDS_OCR:
            scan = self._scan(file, handed.reader, handed.member)
            handed = replace(handed, ended=scan.ended) if scan else handed
        if handed.draft is not None or handed.ended is not None:
            self._deal(file, handed)
        elif not handed.member:
            file.tally.reader = handed.reader

    def _goes_on(self, file: InHand, end: End) -> bool:
        """Whether the rest of a file is to be read by another reader, without what was lost."""
        end = End(end.key, "broken") if file.nonsense else end
        lost = None if self._cancelled.is_set() else file.losses.take(end)
        for one in lost or ():
            ended = Ended(f"reader-{one.how}", stopped(one.how))
            self._deal(file, Handed("", None, one.name, ended) if one.is_file else one)
        file.nonsense &= lost is None
        return lost is not None

    def _scanned(self, file: InHand, end: End) -> End:
        """The end of a file; a scanned one has its words recognised first."""
        scan = self._scan(file, file.tally.reader) if end.code == NEEDS_OCR else None
        return replace(scan.end, key=end.key) if scan else end

    def _scan(self, file: InHand, reader: str, member: str = "") -> Scanned | None:
        scan = self._scans.read(file.entry.sha256, file.wanted.name, member, self._turn_page)
        if scan is not None and scan.draft is not None:
            self._deal(file, Handed(reader, scan.draft, member))
        return scan

    def _deal(self, file: InHand, one: Handed | Lost) -> None:
        file.seen += 1
        if file.seen <= file.known:
            self._skip(file, one)
            return
        file.waiting.append(one)
        if len(file.waiting) >= limits.ARTICLES_PER_TRANSACTION:
            with self._library.write() as writing:
                self._store(writing, file)
            self._report()

    def _skip(self, file: InHand, handed: Handed | Lost) -> None:
        """Counts what an earlier import has dealt with."""
        if isinstance(handed, Lost):
            return
        if handed.ended is not None:
            file.member = InArchive()
            file.members.count += 1
        for tally in (file.tally, file.member.tally) if handed.draft else ():
            tally.new += 1

    def _store(self, writing: Writing, file: InHand) -> None:
        numbers = []
        for handed in file.waiting:
            if isinstance(handed, Lost):
                _close_lost(writing, file, handed)
                continue
            if handed.draft is not None:
                numbers += self._store_draft(writing, file, handed, handed.draft)
            if handed.ended is not None:
                self._close_member(writing, file, handed, handed.ended)
        ledger.advance(writing, file.entry.id, len(file.waiting), numbers)
        file.waiting.clear()

    def _store_draft(
        self, writing: Writing, file: InHand, handed: Handed, draft: Draft
    ) -> list[int]:
        shown = _shown(file.entry, handed.member)
        complete = file.options.complete(draft, "" if handed.member else handed.reader)
        stored = storing.store(writing, file, shown, handed.reader, complete)
        if not handed.member:
            file.tally.reader = handed.reader
        if stored is None:
            return []
        for tally in (file.tally, file.member.tally):
            tally.count(stored.outcome, draft)
        file.member.articles.append(stored.article)
        self._articles += stored.outcome in ("new", "version")
        return [stored.article]

    def _close_member(self, writing: Writing, file: InHand, handed: Handed, ended: Ended) -> None:
        """Gives a file in an archive its row, in the transaction that stores its last article."""
        member, file.member = file.member, InArchive()
        member.tally.reader = handed.reader
        end = End(handed.member, "refused" if ended.code else "done", ended.words, "", ended.code)
        judged = judge(member.tally, end)
        shown, entry = _shown(file.entry, handed.member), file.entry
        row = ledger.offer(writing, shown, entry.sha256, given=entry.given)
        ledger.advance(writing, row.id, 0, member.articles)
        _close(writing, row.id, member.tally, judged)
        file.members.count += 1
        if judged.verdict in _BAD:
            file.members.bad[handed.member] = judged.message

    def _end(self, file: InHand, end: End) -> None:
        os.close(file.descriptor)
        if end.verdict == "cancelled" or file.stopped:
            # Its row stays open: the same file offered again goes on where this one stopped.
            return
        verdict = End(end.key, "broken") if file.nonsense else end
        with self._library.write() as writing:
            if file.waiting:
                self._store(writing, file)
            judged = without_lost(file.members.judge(file.tally, verdict), file.tally, file.losses)
            if verdict.verdict in _BY_ITSELF:
                # Those that were lost before were read now, or have just got a row anew.
                shown = _shown(file.entry, file.options.member)
                ledger.dismiss_lost(writing, shown, file.entry)
            if file.options.again:
                judged = _judged_again(writing, file, judged)
            if file.tally.erased:
                erasing.note_original(writing, file.entry.sha256)
            self._close(writing, file.entry.id, file.tally, judged)
        if file.tally.erased:
            # It holds what was erased, whatever else stands in it.
            originals.remove(self._library, file.entry.sha256)
        self._report()

    def _close(self, writing: Writing, entry: int, tally: Tally, judged: Judged) -> None:
        self._entries[entry] = _close(writing, entry, tally, judged)
        self._problems += judged.verdict in _BAD

    def _turn_page(self, done: int, of: int) -> None:
        self._tell(Progress("Recognising", "pages", done, of, self._problems, self._articles))

    def _report(self) -> None:
        done = len(self._entries)
        self._tell(
            Progress("Importing", "files", done, self._total, self._problems, self._articles)
        )


def _close_lost(writing: Writing, file: InHand, lost: Lost) -> None:
    """Gives a record that ended its reader a row of its own."""
    entry = file.entry
    row = ledger.offer(writing, _shown(entry, lost.name), entry.sha256, given=entry.given)
    tally = Tally(reader=file.tally.reader)
    _close(writing, row.id, tally, Judged("refused", LOST, left_out(lost)))


def _wanted(file: Offered | Kept) -> Wanted:
    given = file.options
    return Wanted(
        file.name,
        given.columns,
        encoding=given.encoding,
        charset=given.source.charset if given.source else "",
        reader=given.reader,
        member=given.member,
    )


def _judged_again(writing: Writing, file: InHand, judged: Judged) -> Judged:
    shown = _shown(file.entry, file.options.member)
    if judged.verdict == "refused" and ledger.gave_articles(writing, shown, file.entry.sha256):
        # What was read before is still there: an attempt that failed leaves nothing to be done.
        ledger.dismiss(writing, [file.entry.id])
    unread = sum(reading.left for reading in file.former.values())
    return read_again(judged, file.options, unread)


def _shown(entry: Entry, member: str) -> str:
    """How an article's file is told: a file in an archive by both names."""
    shown = f"{entry.file}{BETWEEN}{member}" if member else entry.file
    return clean_line(shown, limits.NAME_CHARACTERS)


def _close(writing: Writing, entry: int, tally: Tally, judged: Judged) -> Entry:
    return ledger.close(
        writing,
        entry,
        judged.verdict,
        reader=tally.reader,
        code=judged.code,
        message=judged.message,
        details=judged.details,
    )
