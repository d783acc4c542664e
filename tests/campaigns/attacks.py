"""What all campaigns of crafted files share: they are offered, judged, measured and told."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.campaigns.road import ROOT, Outcome, Walk, check, told, walk

CANARY = "kanarienvogel-7391"
"""Stands in a file that no attack may read."""
QUICK_SECONDS = 2.0
SMALL_BYTES = 256 << 20


@dataclass(frozen=True)
class Attack:
    """A file made to do harm."""

    group: str
    name: str
    make: Callable[[], bytes]
    """Its bytes, made when they are needed: some are large."""


@dataclass(frozen=True)
class Judged:
    """What became of the attacks of a campaign."""

    outcomes: dict[str, Outcome]
    groups: dict[str, str]
    walk: Walk
    faults: list[str]
    grown: int
    """Bytes by which the library is larger than the files it was given."""


def offer(attacks: Iterable[Attack], folder: Path) -> Judged:
    """Imports the attacks in a row, and finds what should not have happened."""
    shutil.rmtree(folder, ignore_errors=True)
    files = folder / "files"
    files.mkdir(parents=True)
    paths, groups = [], {}
    for attack in attacks:
        path = files / f"{attack.group}-{attack.name}"
        path.write_bytes(attack.make())
        paths.append(path)
        groups[path.name] = attack.group
    library = folder / "held.mwlib"
    done = walk(library, paths, folder / "results.json")
    well, words = check(library)
    faults = [] if well else [f"the library is not well: {words}"]
    if done.exit_code or done.said or len(done.outcomes) != len(paths):
        faults.append(f"the program fell ({done.exit_code}): {done.said[-3000:]}")
    every = (*done.outcomes, *done.members)
    faults += [f"{one.name}: {one.fault}" for one in every if one.fault]
    if CANARY in _all_words(library):
        faults.append("words of a file that nobody offered stand in the library")
    grown = _size(library) - sum(path.stat().st_size for path in paths)
    return Judged({one.name: one for one in done.outcomes}, groups, done, faults, grown)


def _all_words(library: Path) -> str:
    """Everything that the library tells of its articles and files."""
    said = ""
    for verb in (
        ["articles", str(library), "--text", "--json"],
        ["ledger", str(library), "--json"],
    ):
        command = [sys.executable, "-m", "workstation", *verb]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        # A pretty-printed word may be escaped; a loaded one is not.
        said += json.dumps(json.loads(ended.stdout), ensure_ascii=False)
    return said


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def table(judged: Judged) -> str:
    """A line for each group of attacks."""
    head = ("attacks", "files", "imported", "partly", "duplicate", "refused", "readers lost",
            "slowest s", "over 2 s", "most MiB", "over 256 MiB")  # fmt: skip
    rows = [
        _row(group, [one for one in judged.outcomes.values() if judged.groups[one.name] == group])
        for group in dict.fromkeys(judged.groups.values())
    ]
    return told([head, *rows, _row("**all**", list(judged.outcomes.values()))])


def _row(group: str, found: list[Outcome]) -> tuple[object, ...]:
    counts = Counter(one.verdict for one in found)
    return (
        group,
        len(found),
        *(counts[verdict] for verdict in ("imported", "partly", "duplicate", "refused")),
        sum(one.lost for one in found),
        f"{max((one.seconds for one in found), default=0):.1f}",
        sum(one.seconds > QUICK_SECONDS for one in found),
        max((one.peak for one in found), default=0) >> 20,
        sum(one.peak > SMALL_BYTES for one in found),
    )


def report(judged: Judged, details: bool) -> int:
    """Prints what became of the attacks; the exit code says whether something fell."""
    print(table(judged))
    print(
        f"\n{judged.walk.seconds:.0f} s; the host held {judged.walk.host_peak >> 20} MiB, lost "
        f"{judged.walk.restarts} readers; the library grew by {judged.grown / (1 << 20):.1f} MiB "
        "beside the originals."
    )
    for one in judged.outcomes.values():
        heavy = one.seconds > QUICK_SECONDS or one.peak > SMALL_BYTES or one.lost
        if details or heavy:
            print(
                f"{one.name}: {one.verdict} {one.code or '-'}, {one.articles} articles, "
                f"{one.seconds:.1f} s, {one.peak >> 20} MiB: {one.message[:160]}"
            )
    print("\n".join(judged.faults))
    print(f"{len(judged.faults)} faults.")
    return 1 if judged.faults else 0


def run(name: str, words: str | None, attacks: Callable[[Path], Iterable[Attack]]) -> int:
    """The command line of a campaign; `attacks` are given the path of a file with the canary."""
    parser = argparse.ArgumentParser(description=words)
    parser.add_argument("--only", action="append", default=[], metavar="GROUP")
    parser.add_argument("--name", default="", help="only attacks with these letters in their name")
    parser.add_argument("--details", action="store_true", help="tell of each file")
    parser.add_argument("--folder", type=Path, default=Path("build/campaigns"))
    given = parser.parse_args()
    folder = given.folder.absolute() / name
    folder.mkdir(parents=True, exist_ok=True)
    secret = folder.with_name(f"{name}-secret.txt")
    secret.write_text(f"Nobody offered the {CANARY}.\n", encoding="utf-8")
    chosen = [
        attack
        for attack in attacks(secret)
        if (not given.only or attack.group in given.only) and given.name in attack.name
    ]
    return report(offer(chosen, folder), given.details)
