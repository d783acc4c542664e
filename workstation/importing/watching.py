"""Folders that are watched: what appears there, and stands still, is given on once."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from threading import Event

from workstation import limits
from workstation.domain.ledger import Offer
from workstation.importing.folders import files_in, shown_path
from workstation.library import ledger
from workstation.library.library import Reading

Offers = Mapping[str, Offer]


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a folder found that is new."""

    folder: Path
    ready: tuple[Path, ...] = ()
    lost: bool = False
    """The folder is gone since the last look."""
    back: bool = False
    """It is there again."""

    def __bool__(self) -> bool:
        return bool(self.ready) or self.lost or self.back


@dataclass(frozen=True, slots=True)
class _Mark:
    """By what a change of a file is noticed."""

    size: int
    changed: int
    """Nanoseconds."""


@dataclass(frozen=True, slots=True)
class _Standing:
    mark: _Mark
    since: float


def offers(reading: Reading, folder: Path) -> Offers:
    """What the ledger knows of a folder's files."""
    return ledger.latest(reading, shown_path(folder))


class Folder:
    """One folder, and which of its files were given on.

    The ledger is the memory: what it has a verdict on is not given on again unless it holds
    something else by now.
    """

    def __init__(self, folder: Path, known: Offers) -> None:
        self.path = folder
        self._known = {name: offer.sha256 for name, offer in known.items()}
        self._offers = known
        self._taken: dict[Path, _Mark] = {}
        self._standing: dict[Path, _Standing] = {}
        self._lost = False

    def walk(self, now: float) -> Look:
        """What stands still by `now`, in seconds of any clock that never goes back."""
        if not self.path.is_dir():
            lost, self._lost = not self._lost, True
            self._standing.clear()
            return Look(self.path, lost=lost)
        back, self._lost = self._lost, False
        marks = {path: mark for path in files_in([self.path]) if (mark := _mark(path))}
        still = [path for path, mark in marks.items() if self._stands(path, mark, now)]
        self._standing = {path: it for path, it in self._standing.items() if path in marks}
        return Look(self.path, tuple(still), back=back)

    def sift(self, look: Look) -> Look:
        """The same without files that hold what they held when they were given on before."""
        return replace(look, ready=tuple(filter(self._is_new, look.ready)))

    def give_again(self, paths: Iterable[Path]) -> None:
        """Forgets that files were given on: they could not be taken."""
        for path in paths:
            self._taken.pop(path, None)
            self._known.pop(shown_path(path), None)

    def _stands(self, path: Path, mark: _Mark, now: float) -> bool:
        if self._taken.get(path) == mark:
            return False
        if path not in self._taken and self._was_offered(path, mark):
            self._taken[path] = mark
            return False
        standing = self._standing.get(path)
        if standing is None or standing.mark != mark:
            self._standing[path] = _Standing(mark, now)
            return False
        return now - standing.since >= limits.WATCH_STILL_SECONDS

    def _was_offered(self, path: Path, mark: _Mark) -> bool:
        offer = self._offers.get(shown_path(path))
        if offer is None or offer.bytes not in (None, mark.size):
            return False
        return mark.changed < (offer.at - limits.WATCH_CLOCK_SECONDS) * 10**9

    def _is_new(self, path: Path) -> bool:
        self._taken[path] = self._standing[path].mark
        name, digest = shown_path(path), _digest(path)
        before = self._known.get(name)
        self._known[name] = digest
        return not digest or before != digest


class Watch:
    """Looks at folders again and again, and never so often that anybody would notice."""

    def __init__(self, folders: Sequence[Folder], hear: Callable[[Look], None]) -> None:
        """`hear` is told what is new, in the watching thread."""
        self._folders = folders
        self._hear = hear

    def run(self, stop: Event) -> None:
        """Watches until `stop` is set."""
        pause = 0.0
        while not stop.wait(pause):
            spent, began = time.thread_time(), time.monotonic()
            looks = [folder.walk(began) for folder in self._folders]
            spent, took = time.thread_time() - spent, time.monotonic() - began
            for folder, look in zip(self._folders, looks, strict=True):
                if new := folder.sift(look):
                    self._hear(new)
            # Slow folders are those of other machines: they rest at least as long as they work.
            pause = max(limits.WATCH_PAUSE_SECONDS, spent / limits.WATCH_SHARE, took)


def _mark(path: Path) -> _Mark | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    # A file without a byte is one that somebody is about to write.
    if not S_ISREG(found.st_mode) or not found.st_size:
        return None
    return _Mark(found.st_size, max(found.st_mtime_ns, found.st_ctime_ns))


def _digest(path: Path) -> str:
    """What a file holds; "" if it cannot be read, which the importer has words for."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
