"""Scanned PDFs become articles: pages are drawn in one confined process and read in another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Event
from typing import Final

import msgspec

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.selection import Selection
from workstation.importing import tesseract
from workstation.importing.handed import Ended, Handed, NotBelieved, decode_handed
from workstation.importing.hocr import PageLines
from workstation.importing.scanned import NEEDS_OCR, PICTURES, Compose, Draw, Setup, decode_image
from workstation.importing.tesseract import Tesseract
from workstation.importing.verdicts import stopped
from workstation.library import corpus, originals
from workstation.library.library import Library
from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Part, Request

Told = Callable[[int, int], None]
"""Hears how many pages of how many are done."""

NO_WORDS: Final = "no-words"
"""The code of a scan without words that could be recognised."""

_DRAWING: Final = "workstation.importing.scanning:serve"
_READING: Final = "workstation.importing.recognising:serve"
_CONFINE: Final = "workstation.processes.doors:shut"
_READER: Final = ChildLimits(
    memory_bytes=limits.OCR_MEMORY_BYTES,
    # It shows no progress while Tesseract works.
    stall_seconds=limits.OCR_PAGE_SECONDS,
    total_seconds=limits.OCR_PAGE_SECONDS,
)
_DRAWER: Final = ChildLimits(
    answer_seconds=limits.CHILD_TOTAL_SECONDS, total_seconds=limits.READER_TOTAL_SECONDS
)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What came of a scan: an article, a refusal, or both where pages are missing."""

    end: End
    draft: Draft | None = None

    @property
    def ended(self) -> Ended:
        """The same for a file in an archive."""
        end = self.end
        if end.verdict == "done":
            return Ended()
        if end.verdict == "refused":
            return Ended(end.code, f"{end.what_happened} {end.what_you_can_do}".strip())
        if end.verdict == "cancelled":
            return Ended(NEEDS_OCR, "The import was stopped while its words were recognised.")
        return Ended(f"reader-{end.verdict}", stopped(end.verdict))


@dataclass(slots=True)
class _Pages:
    """What was recognised so far."""

    of: int = 0
    done: int = 0
    failed: int = 0
    empty: int = 0
    words: int = 0
    doubtful: int = 0

    def count(self, lines: PageLines | None) -> None:
        self.done += 1
        self.failed += lines is None
        if lines is not None:
            self.empty += not lines.lines
            self.words += lines.words
            self.doubtful += lines.doubtful


class Scans:
    """Reads scans with Tesseract, where it is installed."""

    def __init__(self, library: Library, cancelled: Event) -> None:
        self._library = library
        self._cancelled = cancelled
        self._crews: list[Crew] = []

    def read(self, sha256: str, name: str, member: str, told: Told) -> Scanned | None:
        """What comes of the pages of a PDF, or of one in an archive; None without Tesseract."""
        if self._program is None:
            return None
        pages = _Pages()
        lines: list[PageLines] = []
        refused = self._recognise(sha256, Draw(name, member), pages, lines, told)
        if refused is None and not any(page.lines for page in lines):
            refused = self._no_words()
        if refused is not None:
            return Scanned(refused)
        end, draft = self._compose(sha256, Compose(name, member, tuple(lines)))
        if draft is None:
            return Scanned(end)
        return Scanned(_missing(pages), replace(draft, notes=(*draft.notes, *self._notes(pages))))

    def complete(self, sha256: str, name: str, handed: Handed, told: Told) -> Handed | None:
        """An article with the words of those of its PDF's pages that are pictures, where it can.

        None of one that the import was stopped at.
        """
        pictured = handed.draft and any(kind == PICTURES for kind, _words in handed.draft.hints)
        if not pictured or self._program is None:
            return handed
        pages = _Pages()
        lines: list[PageLines] = []
        draw = Draw(name, handed.member, partly=True)
        refused = self._recognise(sha256, draw, pages, lines, told)
        if refused is not None:
            return None if refused.verdict == "cancelled" else handed
        compose = Compose(name, handed.member, tuple(lines), partly=True)
        _end, draft = self._compose(sha256, compose)
        if draft is None:
            return handed
        missing = _missing(pages)
        words = (missing.what_happened,) if missing.what_happened else ()
        notes = (*draft.notes, *self._notes(pages, "Some of the text"), *words)
        return replace(handed, draft=replace(draft, notes=notes))

    def close(self) -> None:
        """Ends the processes."""
        for crew in self._crews:
            crew.close()
        self._crews.clear()

    # Processes --------------------------------------------------------------------------------

    @cached_property
    def _program(self) -> Tesseract | None:
        return tesseract.find()

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        with self._library.read() as reading:
            had = [count.value for count in corpus.facet(reading, Selection(), "language")]
        known = (*had, *tesseract.languages_of_the_user())
        return tesseract.languages_for(self._program.languages if self._program else (), known)

    @cached_property
    def _drawer(self) -> Crew:
        return self._started(Crew(_DRAWING, limits=_DRAWER, confine=_CONFINE))

    @cached_property
    def _recogniser(self) -> Crew:
        program = self._program
        found = (program.program, program.folder) if program else ("", "")
        setup = msgspec.msgpack.encode(Setup(*found, self._languages))
        return self._started(Crew(_READING, setup=setup, limits=_READER))

    def _started(self, crew: Crew) -> Crew:
        self._crews.append(crew)
        return crew

    # The road ---------------------------------------------------------------------------------

    def _recognise(
        self,
        sha256: str,
        wanted: Draw,
        pages: _Pages,
        lines: list[PageLines],
        told: Told,
    ) -> End | None:
        """Fills in the lines of all pages; returns why that could not be done."""
        draw = msgspec.msgpack.encode(wanted)
        with originals.reading(self._library, sha256) as file:
            for outcome in self._drawer.run([Request(0, draw, file.fileno())], self._cancelled):
                if isinstance(outcome, End):
                    done = outcome.verdict == "done" or bool(lines and not self._cancelled.is_set())
                    return None if done else outcome
                found = self._page(outcome.payload, pages)
                if self._cancelled.is_set():
                    return End(0, "cancelled")
                pages.count(found)
                lines.append(found or PageLines(0.0))
                told(pages.done, pages.of)
        return None

    def _page(self, raw: bytes, pages: _Pages) -> PageLines | None:
        try:
            image = decode_image(raw)
            pages.of = max(pages.of, image.of)
        except (msgspec.MsgspecError, ValueError):
            return None
        if not image.grey:
            return None
        found = None
        for outcome in self._recogniser.run([Request(0, raw)], self._cancelled):
            if isinstance(outcome, Part):
                found = _believed(outcome.payload)
        return found

    def _compose(self, sha256: str, wanted: Compose) -> tuple[End, Draft | None]:
        draft = None
        request = msgspec.msgpack.encode(wanted)
        end = End(0, "broken")
        with originals.reading(self._library, sha256) as file:
            for outcome in self._drawer.run([Request(0, request, file.fileno())], self._cancelled):
                if isinstance(outcome, End):
                    end = outcome
                else:
                    try:
                        draft = decode_handed(outcome.payload).draft
                    except NotBelieved:
                        return End(0, "broken"), None
        return end, draft

    # Words ------------------------------------------------------------------------------------

    def _notes(self, pages: _Pages, what: str = "Text") -> Iterator[str]:
        program = self._program
        version = f" {program.version}" if program and program.version else ""
        read = f"{what} read from page images by Tesseract{version} ({'+'.join(self._languages)})"
        if pages.empty:
            verb = "page" if pages.empty == 1 else "pages"
            read += f"; {pages.empty} {verb} of {pages.done} came out empty"
        yield f"{read}."
        share = round(100 * pages.doubtful / max(1, pages.words))
        if share:
            yield f"{share} % of the {pages.words:,} words on its pages are doubtful."

    def _no_words(self) -> End:
        installed = ", ".join(self._languages)
        return End(
            0,
            "refused",
            f"The PDF holds pictures of pages, and Tesseract found no words on them ({installed}).",
            "If they are in another language, install it for Tesseract and read the file again.",
            NO_WORDS,
        )


def _missing(pages: _Pages) -> End:
    """Whether all pages were read."""
    missing = pages.failed + max(0, pages.of - pages.done)
    if not missing:
        return End(0, "done")
    return End(
        0,
        "refused",
        f"The words of {missing:,} pages of {pages.of:,} could not be recognised.",
        "Look at the original; split it if it is long.",
        "some-unread",
    )


def _believed(raw: bytes) -> PageLines | None:
    try:
        found = msgspec.msgpack.decode(raw, type=PageLines)
    except (msgspec.MsgspecError, ValueError):
        return None
    sound = (
        len(found.lines) <= limits.PDF_PAGE_PIECES
        and 0 <= found.doubtful <= found.words <= limits.OCR_PAGE_CHARACTERS
        and sum(len(line.words) for line in found.lines) <= limits.OCR_PAGE_CHARACTERS
    )
    return found if sound else None
