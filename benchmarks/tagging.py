"""Articles a second through the program, beside the pipeline without it on the same texts.

The baselines are the model alone, and the model with the rules that make actors of what it finds;
neither stores anything. All run by turns, in as many processes of the same priority, and are
measured from before these start until they have ended; what the machine does besides slows all of
them, and the medians are told.
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
from functools import cache, partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING

import texts

from workstation.resources import resource

if TYPE_CHECKING:
    from workstation.domain.mention import Field, Span
    from workstation.library.articles import Untagged
    from workstation.resolving.resolver import Resolver
    from workstation.tagging.pipeline import Pipeline

JOBS = 2
NICE = 10
MODEL = "en_world_news"
ARTICLES, REPETITIONS = 1_000, 3


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


@cache
def resolver() -> "Resolver":
    from workstation.resolving.own.packing import joined
    from workstation.resolving.resolver import Resolver

    return Resolver(joined(()))


def model(article: "Untagged") -> "list[Span]":
    fields: tuple[tuple[Field, str], ...] = (
        ("title", article.body.title),
        ("text", article.body.text),
    )
    return [
        span for field, text in fields for found in pipeline().spans(text, field) for span in found
    ]


def rules(article: "Untagged") -> int:
    spans = model(article)
    found = resolver().resolve(
        article.body,
        spans,
        outlet=article.outlet,
        language=article.language,
        published=article.day,
    )
    return len(found)


def pool(read: "Callable[[Untagged], object]", articles: "list[Untagged]") -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(JOBS, os.nice, (NICE,)) as workers:
        for _ in workers.imap_unordered(read, articles, chunksize=5):
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
    costs: dict[str, list[tuple[Cost, Cost, Cost]]] = {"first": [], "again": []}
    with tempfile.TemporaryDirectory() as folder:
        imported = Path(folder) / "imported.mwlib"
        with Library.create(imported) as made:
            import_paths(made, texts.write(Path(folder) / "files", count), jobs=JOBS)
            with made.read() as reading:
                found = [
                    one
                    for pipeline in identity.of(reading)
                    for one in untagged(reading, pipeline.wanted, limit=count)
                ]
        words = sum(len(one.body.text.split()) for one in found)
        print(f"{len(found)} articles, {words} words, {JOBS} processes")
        for number in range(repetitions):
            copy = Path(folder) / f"{number}.mwlib"
            shutil.copytree(imported, copy)
            with Library.open(copy) as made:
                for name, again in (("first", None), ("again", Selection())):
                    alone = cost(partial(pool, model, found))
                    ruled = cost(partial(pool, rules, found))
                    program = cost(partial(tag, made, again=again, jobs=JOBS))
                    costs[name].append((alone, ruled, program))
                    told = ", ".join(
                        f"{what} {len(found) / one.wall:.1f} articles/s ({one.wall:.1f} s, "
                        f"{one.cpu:.1f} s of processor)"
                        for what, one in (
                            ("model", alone),
                            ("model and rules", ruled),
                            ("program", program),
                        )
                    )
                    print(f"{name} {number + 1}: {told}", flush=True)
    for name, runs in costs.items():
        for what, at in (("the model alone", 0), ("model and rules", 1)):
            wall = statistics.median(run[at].wall / run[2].wall for run in runs)
            cpu = statistics.median(run[at].cpu / run[2].cpu for run in runs)
            print(
                f"{name}: median ratio to {what} {wall:.2f} by the clock, "
                f"{cpu:.2f} by processor seconds"
            )


if __name__ == "__main__":
    main()
