"""Articles a second through the program, beside the bare pipeline on the same texts.

Both run by turns, in as many processes of the same priority, and are measured from before these
start until they have ended; what the machine does besides slows both, and the median is told.
"""

import multiprocessing
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING

import texts

from workstation.resources import resource

if TYPE_CHECKING:
    from workstation.tagging.pipeline import Pipeline

JOBS = 2
NICE = 10
MODEL = "en_world_news"
ARTICLES, REPETITIONS = 1_000, 3

Fields = tuple[str, str]
"""The title and the text of an article."""


@dataclass(frozen=True)
class Cost:
    """What a run took; `cpu` are processor seconds, those of its child processes among them."""

    wall: float
    cpu: float


def cost(run: Callable[[], object]) -> Cost:
    began, before = time.perf_counter(), _cpu()
    run()
    return Cost(time.perf_counter() - began, _cpu() - before)


def _cpu() -> float:
    used = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


@cache
def pipeline() -> "Pipeline":
    from workstation.tagging.pipeline import Pipeline

    return Pipeline(resource("models", MODEL))


def bare(article: Fields) -> int:
    title, text = article
    found = [*pipeline().spans(title, "title"), *pipeline().spans(text, "text")]
    return sum(map(len, found))


def pool(articles: list[Fields]) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(JOBS, os.nice, (NICE,)) as workers:
        for _ in workers.imap_unordered(bare, articles, chunksize=5):
            pass
        workers.close()
        workers.join()


def main() -> None:
    from workstation.domain.selection import Selection
    from workstation.importing.importer import import_paths
    from workstation.library.articles import untagged
    from workstation.library.library import Library
    from workstation.tagging import identity
    from workstation.tagging.tagger import tag

    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else REPETITIONS
    costs: dict[str, list[tuple[Cost, Cost]]] = {"first": [], "again": []}
    with tempfile.TemporaryDirectory() as folder:
        imported = Path(folder) / "imported.mwlib"
        with Library.create(imported) as made:
            import_paths(made, texts.write(Path(folder) / "files", count), jobs=JOBS)
            with made.read() as reading:
                found = [
                    (one.body.title, one.body.text)
                    for pipeline in identity.of(reading)
                    for one in untagged(reading, pipeline.wanted, limit=count)
                ]
        words = sum(len(text.split()) for _, text in found)
        print(f"{len(found)} articles, {words} words, {JOBS} processes")
        for number in range(repetitions):
            copy = Path(folder) / f"{number}.mwlib"
            shutil.copytree(imported, copy)
            with Library.open(copy) as made:
                for name, again in (("first", None), ("again", Selection())):
                    alone = cost(lambda: pool(found))
                    program = cost(lambda again=again: tag(made, again=again, jobs=JOBS))
                    costs[name].append((alone, program))
                    tell(f"{name} {number + 1}", len(found), alone, program)
    for name, pairs in costs.items():
        wall = statistics.median(alone.wall / program.wall for alone, program in pairs)
        cpu = statistics.median(alone.cpu / program.cpu for alone, program in pairs)
        print(f"{name}: median ratio {wall:.2f} by the clock, {cpu:.2f} by processor seconds")


def tell(name: str, count: int, alone: Cost, program: Cost) -> None:
    print(
        f"{name}: bare pipeline {count / alone.wall:.1f} articles/s ({alone.wall:.1f} s, "
        f"{alone.cpu:.1f} s of processor), program {count / program.wall:.1f} articles/s "
        f"({program.wall:.1f} s, {program.cpu:.1f} s): ratio {alone.wall / program.wall:.2f}, "
        f"of processor seconds {alone.cpu / program.cpu:.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
