"""Offers mutated files of every format to the program: `mutants [--files N] [--only FORMAT]`.

Asserts that the program never falls, that every file gets a verdict with a sentence in time, and
that the library is whole afterwards. The same seed makes the same files.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.campaigns.mutation import mutated
from tests.campaigns.road import Outcome, Walk, check, told, walk
from tests.campaigns.specimens import Specimen, specimens
from workstation import limits

BATCH = 500
"""Files a process imports: what a fall would take along."""
IN_TIME = limits.CHILD_TOTAL_SECONDS + 10


def mutant(known: dict[str, list[Specimen]], file_format: str, number: int, seed: int) -> Specimen:
    """The mutant of that number; the first ones of a format are its sound files."""
    own = known[file_format]
    if number < len(own):
        return own[number]
    chance = random.Random(f"{seed}:{file_format}:{number}")  # noqa: S311 - the same each time
    one = chance.choice(own)
    # Mostly of the same format, so that the parser goes on.
    others = own if chance.random() < 0.7 else known[chance.choice(list(known))]
    return Specimen(one.name, mutated(one.content, chance, chance.choice(others).content))


def batches(
    known: dict[str, list[Specimen]], formats: list[str], each: int
) -> Iterator[tuple[str, range]]:
    for file_format in formats:
        for first in range(0, each, BATCH):
            yield file_format, range(first, min(each, first + BATCH))


class Campaign:
    """The files, the libraries they went into, and what became of them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed
        self._known = specimens()
        self.outcomes: dict[str, list[Outcome]] = {}
        self.faults: list[str] = []
        self.restarts: Counter[str] = Counter()
        self.host_peak = 0

    def run(self, formats: list[str], each: int, processes: int) -> None:
        """Offers so many files of each format, in several processes at a time."""
        todo = batches(self._known, formats or list(self._known), each)
        with ThreadPoolExecutor(processes) as pool:
            for (file_format, numbers), done in pool.map(self._batch, todo):
                self._judge(file_format, numbers, done)

    def _batch(self, batch: tuple[str, range]) -> tuple[tuple[str, range], tuple[Walk, str]]:
        file_format, numbers = batch
        place = self._folder / f"{file_format}-{numbers.start:05}"
        place.mkdir(parents=True)
        files = []
        for number in numbers:
            made = mutant(self._known, file_format, number, self._seed)
            path = place / f"{number:05}{made.ending}"
            path.write_bytes(made.content)
            files.append(path)
        library = place / "held.mwlib"
        done = walk(library, files, place / "results.json")
        well, words = check(library)
        shutil.rmtree(library / "originals", ignore_errors=True)
        return batch, (done, "" if well else words)

    def _judge(self, file_format: str, numbers: range, judged: tuple[Walk, str]) -> None:
        done, unwell = judged
        name = f"{file_format}-{numbers.start:05}"
        if done.exit_code or done.said or len(done.outcomes) != len(numbers):
            self.faults.append(f"{name}: the program fell ({done.exit_code}): {done.said[-2000:]}")
        if unwell:
            self.faults.append(f"{name}: the library is not well: {unwell}")
        for one in (*done.outcomes, *done.members):
            if fault := one.fault or ("too slow" if one.seconds > IN_TIME else ""):
                self.faults.append(f"{name}/{one.name}: {fault}")
        self.restarts[file_format] += done.restarts
        self.host_peak = max(self.host_peak, done.host_peak)
        self.outcomes.setdefault(file_format, []).extend(done.outcomes)
        slow = max(done.outcomes, key=lambda one: one.seconds, default=None)
        sys.stderr.write(f"{name}: {done.seconds:.0f} s, slowest {slow and slow.name}\n")

    def table(self) -> str:
        """What became of the files of each format."""
        head = ("format", "files", "imported", "partly", "duplicate", "refused", "children lost",
                "slowest s", "most MiB")  # fmt: skip
        rows = [
            self._row(name, found, self.restarts[name]) for name, found in self.outcomes.items()
        ]
        every = [one for found in self.outcomes.values() for one in found]
        total = self._row("**all**", every, self.restarts.total())
        return told([head, *rows, total])

    def _row(self, name: str, found: list[Outcome], lost: int) -> tuple[object, ...]:
        counts = Counter(one.verdict for one in found)
        return (
            name,
            len(found),
            *(counts[verdict] for verdict in ("imported", "partly", "duplicate", "refused")),
            lost,
            f"{max((one.seconds for one in found), default=0):.1f}",
            max((one.peak for one in found), default=0) >> 20,
        )

    def lost(self) -> list[str]:
        """The files that cost a reader process."""
        return [
            f"{name}/{one.name} ({one.seconds:.1f} s): {one.code}"
            for name, found in self.outcomes.items()
            for one in found
            if one.lost
        ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000, help="in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", default=[], metavar="FORMAT")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=Path("build/campaigns/mutants"))
    given = parser.parse_args()
    shutil.rmtree(given.folder, ignore_errors=True)
    known = given.only or list(specimens())
    campaign = Campaign(given.folder.absolute(), given.seed)
    began = time.monotonic()
    campaign.run(known, -(-given.files // len(known)), given.processes)
    seconds = time.monotonic() - began
    print(campaign.table())
    print(f"\nSeed {given.seed}, {seconds:.0f} s; the host held {campaign.host_peak >> 20} MiB.")
    print("\n".join(("", *campaign.lost(), *campaign.faults)))
    print(f"{len(campaign.faults)} faults.")
    return 1 if campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main())
