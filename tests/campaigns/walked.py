"""The process in which a campaign's files are imported: `walked LIBRARY LIST RESULTS`."""

from __future__ import annotations

import contextlib
import json
import resource
import sys
import threading
import time
from pathlib import Path
from typing import Any

# Children load this module too: what is heavy is imported inside.
_LOOK_SECONDS = 0.02
_WARM_UP = "Ferry\n\nThe ferry was late again on Monday, and nobody on the quay was surprised.\n"


class Watch:
    """Looks how much memory the children of a crew hold, and how many were lost."""

    def __init__(self) -> None:
        self.crew: Any = None
        self.restarts = 0
        self._peak = 0
        self._floor = self._fresh = 0
        threading.Thread(target=self._look, daemon=True).start()

    def take(self) -> int:
        """The most that a fresh child would have held for what it did since the last time."""
        self._see()
        if self.crew is None:
            return 0
        self.restarts = self.crew.restarts
        # What earlier files left in the child is not this one's.
        peak = self._peak - self._floor + self._fresh
        for pid in self.crew.pids:
            # The kernel then forgets the highest mark.
            with contextlib.suppress(OSError):
                Path(f"/proc/{pid}/clear_refs").write_text("5")
        self._peak = 0
        self._see()
        self._floor = self._peak
        self._fresh = self._fresh or self._floor
        return peak

    def _see(self) -> None:
        for pid in self.crew.pids if self.crew else ():
            self._peak = max(self._peak, _highest(pid))

    def _look(self) -> None:
        while True:
            time.sleep(_LOOK_SECONDS)
            self._see()


def _highest(pid: int) -> int:
    with contextlib.suppress(OSError, ValueError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) << 10
    return 0


def imported(library: Path, files: list[Path]) -> dict[str, Any]:
    """Imports with a crew of one that has one file in hand, so that costs belong to a file."""
    from workstation import limits
    from workstation.domain.progress import Progress
    from workstation.importing import importer
    from workstation.library import ledger
    from workstation.library.library import Library
    from workstation.processes.crew import Crew

    watch = Watch()
    costs: list[tuple[float, int]] = []
    last = time.monotonic()
    hire = importer.crew_of_readers

    def hired(workers: int) -> Crew:
        watch.crew = crew = hire(workers)
        return crew

    def tell(progress: Progress) -> None:
        nonlocal last
        if progress.done > len(costs):
            now = time.monotonic()
            costs.append((now - last, watch.take()))
            last = now

    importer.crew_of_readers = hired
    limits.CHILD_IN_FLIGHT = 1
    opened = Library.open(library) if library.exists() else Library.create(library, zone="UTC")
    # The first file waits for its reader process to come up; that is not its own cost.
    warm = library.with_suffix(".txt")
    warm.write_text(_WARM_UP, encoding="utf-8")
    with opened as held:
        _first, *entries = importer.import_paths(held, [warm, *files], jobs=1, tell=tell)
        with held.read() as reading:
            given = set(map(str, (warm, *files)))
            rows = [row for row in ledger.entries(reading) if row.file not in given]
    outcomes = [_told(entry, *cost) for entry, cost in zip(entries, costs[1:], strict=True)]
    return {
        "outcomes": outcomes,
        "members": [_told(row, 0.0, 0) for row in rows],
        "restarts": watch.restarts,
        "host_peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10,
    }


def _told(entry: Any, seconds: float, peak: int) -> dict[str, Any]:
    return {
        "name": Path(entry.file).name,
        "verdict": entry.verdict or "",
        "code": entry.code,
        "message": entry.message,
        "details": entry.details,
        "articles": len(entry.articles),
        "seconds": seconds,
        "peak": peak,
    }


def main() -> None:
    """Imports, and writes what became of the files."""
    library, listed, results = map(Path, sys.argv[1:])
    files = [Path(line) for line in listed.read_text(encoding="utf-8").splitlines()]
    results.write_text(json.dumps(imported(library, files)), encoding="utf-8")


if __name__ == "__main__":
    main()
