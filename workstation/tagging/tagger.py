"""Feeds the workers, records what they find, and goes on where it was stopped."""

import os
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from threading import Event

import msgspec

from workstation.curating import layer
from workstation.domain.actor import Naming
from workstation.domain.pipeline import Package
from workstation.domain.progress import Progress, Tell, nobody
from workstation.domain.selection import Selection
from workstation.library import articles, dates, mentions, registers
from workstation.library.articles import Untagged
from workstation.library.library import Library, Reading
from workstation.library.mentions import Findings
from workstation.limits import (
    BATCH_ARTICLES,
    CHILD_STALL_SECONDS,
    PACKAGE_LOAD_SECONDS,
    TAGGER_MEMORY_BYTES,
    TAGGER_TOTAL_SECONDS,
)
from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Feed, Part, Request
from workstation.resolving.own.packing import Packed
from workstation.tagging import identity
from workstation.tagging.batches import batches
from workstation.tagging.identity import Identity
from workstation.tagging.task import Done, Task, decode_done, encode

_ENTRY = "workstation.tagging.worker:serve"

_WORDS = {
    "crashed": "Its worker process died while reading it.",
    "stalled": "Its worker process stood still while reading it.",
    "too-long": "Reading it took too long.",
    "memory": "Reading it took too much memory.",
    "broken": "Its worker process answered nonsense.",
}


_LOADING = {
    "crashed": "Its worker process died.",
    "stalled": "Loading it took too long.",
    "too-long": "Loading it took too long.",
    "memory": "Loading it took too much memory.",
    "broken": "Its worker process answered nonsense.",
}


@dataclass(frozen=True, slots=True)
class Tagged:
    """How a run of the tagger ended; `left` are articles it did not come to."""

    articles: int
    problems: int
    left: int
    seconds: float
    pipeline: str
    waiting: tuple[str, ...] = ()
    """Why some languages wait, in words: nothing else tags them behind the user's back."""


def tag(
    library: Library,
    *,
    again: Selection | None = None,
    jobs: int = 0,
    tell: Tell = nobody,
    cancelled: Event | None = None,
) -> Tagged:
    """Tags every article that its pipeline has not read; and those of `again`.

    What is to do is asked of the library, so a run that was killed goes on at the next call.
    `jobs` are worker processes; 0 leaves one core to the window.
    """
    with library.write() as writing:
        pipelines = identity.of(writing)
        for pipeline in pipelines:
            mentions.remember_pipeline(writing, pipeline.id, pipeline.words)
        if again is not None:
            asleep = [code for one in pipelines if one.missing for code in one.languages]
            articles.forget_tagging(writing, again, but=asleep)
    run = _Run(library, pipelines, tell)
    while run.total:
        names = run.names()
        run.work(names, jobs or max(1, (os.cpu_count() or 2) - 1), cancelled)
        if (cancelled and cancelled.is_set()) or not run.named_since(names):
            break
    return run.summary()


def to_do(reading: Reading) -> int:
    """How many articles their pipelines have to read, or to match with changed registers."""
    return _left(reading, identity.of(reading))


def waits(reading: Reading) -> bool:
    """Whether any article waits for its pipeline."""
    wanted = tuple(one.wanted for one in identity.of(reading))
    image = reading.columns
    if image is None:
        return articles.any_untagged(reading, wanted)
    # To find that none does, all are looked at.
    asked = partial(articles.any_untagged, reading, wanted)
    return image.memory.recall(("untagged", wanted), asked)


def trouble() -> str:
    """Why the shipped pipeline cannot be used, in a sentence; "" where a worker loads it."""
    with _crew(_Names((), ()), 1, None) as crew:
        ends = [one for one in crew.run(Feed([Request(0, encode(()))])) if isinstance(one, End)]
    bad = next((end for end in ends if end.verdict != "done"), None)
    return "" if bad is None else _LOADING.get(bad.verdict, bad.what_happened)


def _left(reading: Reading, pipelines: Sequence[Identity]) -> int:
    return sum(articles.count_untagged(reading, one.wanted) for one in pipelines)


@dataclass(frozen=True, slots=True)
class _Names:
    """What a library adds to the shipped registers."""

    decided: Sequence[Naming]
    registers: Packed


@dataclass(frozen=True, slots=True)
class _Batch:
    """What a worker was asked to read."""

    pipeline: Identity
    tasks: tuple[Task, ...]


class _Run:
    """One run over the articles that are to do."""

    def __init__(self, library: Library, pipelines: Sequence[Identity], tell: Tell) -> None:
        self._library = library
        self._pipelines = pipelines
        with library.read() as reading:
            self.total = _left(reading, pipelines)
        self._unusable: dict[str, str] = {}
        self._tell = tell
        self._waiting: dict[int, _Batch] = {}
        self._heard: list[tuple[_Batch, list[Done]]] = []
        self._largest = 0
        self._used: set[str] = set()
        self._next_key = 0
        self._done = 0
        self._problems = 0
        self._redated = False
        self._began = time.monotonic()

    def names(self) -> _Names:
        """What the workers are to know; what they find is kept under the present pipelines."""
        with self._library.read() as reading:
            self._pipelines = identity.of(reading)
            return _Names(layer.namings(reading), registers.packed(reading))

    def work(self, names: _Names, workers: int, cancelled: Event | None) -> None:
        """Lets workers read until nothing is left to do: first our own, then those of each package.

        No package shares a process with another, or with our own pipelines.
        """
        self._report()
        guests = {one.package for one in self._pipelines if one.package and not one.missing}
        for guest in (None, *sorted(guests, key=lambda package: package.name)):
            served = [
                one for one in self._pipelines if (None if one.missing else one.package) == guest
            ]
            with self._library.read() as reading:
                if not _left(reading, served) or (cancelled and cancelled.is_set()):
                    continue
            with _crew(names, workers, guest) as crew:
                if guest is None or self._comes_up(crew, served, cancelled):
                    self._feed(crew, self._requests(served, workers), cancelled)

    def _comes_up(self, crew: Crew, served: Sequence[Identity], cancelled: Event | None) -> bool:
        """Whether a package can be loaded, if it has to be: else no article is to blame."""
        with self._library.read() as reading:
            known = [replace(one.wanted, missing=True) for one in served]
            asked = _left(reading, served) - sum(
                articles.count_untagged(reading, wanted) for wanted in known
            )
        if not asked:
            return True
        ends = crew.run(Feed([Request(0, encode(()))]), cancelled)
        bad = next((o for o in ends if isinstance(o, End) and o.verdict != "done"), None)
        if bad is not None and bad.verdict != "cancelled":
            self._give_up(served[0], bad)
        return bad is None

    def _feed(self, crew: Crew, asked: Iterator[Request], cancelled: Event | None) -> None:
        feed = Feed(asked)
        try:
            for outcome in crew.run(feed, cancelled):
                if isinstance(outcome, Part):
                    self._hear(outcome)
                else:
                    self._end(outcome, feed)
                self._report()
        finally:
            self._record()
            self._report()

    def _give_up(self, pipeline: Identity, end: End) -> None:
        why = _LOADING.get(end.verdict, end.what_happened)
        name = pipeline.package.name if pipeline.package else pipeline.model_id
        self._unusable[pipeline.model_id] = f"{name} cannot be used. {why}"

    def named_since(self, names: _Names) -> bool:
        """Whether names or dates were decided on meanwhile, which the workers could not know.

        The articles that hold them are to do again.
        """
        before = [one.id for one in self._pipelines]
        with self._library.write() as writing:
            self._pipelines = identity.of(writing)
            moved = before != [one.id for one in self._pipelines]
            changed = set(names.decided) ^ set(layer.namings(writing))
            for naming in changed:
                articles.forget_resolving(writing, naming.alias)
            left = _left(writing, self._usable())
        redated, self._redated = self._redated, False
        if not ((changed or moved or redated) and left):
            return False
        self.total = self._done + left
        return True

    def summary(self) -> Tagged:
        """What was done."""
        left = max(0, self.total - self._done)
        seconds = time.monotonic() - self._began
        used = ", ".join(sorted(self._used)) or self._pipelines[0].id
        done = self._done - self._problems
        return Tagged(done, self._problems, left, seconds, used, tuple(self._asleep()))

    def _usable(self) -> list[Identity]:
        return [one for one in self._pipelines if one.model_id not in self._unusable]

    def _asleep(self) -> Iterator[str]:
        """Why articles wait that only a pipeline could read which cannot be asked."""
        for pipeline in self._pipelines:
            why = self._unusable.get(pipeline.model_id, pipeline.missing)
            if why:
                with self._library.read() as reading:
                    n = articles.count_untagged(reading, replace(pipeline.wanted, missing=False))
                if n:
                    many = "1 article waits for its" if n == 1 else f"{n} articles wait for their"
                    yield f"{many} pipeline ({pipeline.languages[0]}). {why}"

    def _requests(self, served: Sequence[Identity], workers: int) -> Iterator[Request]:
        for pipeline in served:
            with self._library.read() as reading:
                left = _left(reading, [pipeline])
            untagged = self._untagged(pipeline)
            for batch in batches(untagged, left, workers, read=not pipeline.others):
                yield self._request(pipeline, batch)

    def _untagged(self, pipeline: Identity) -> Iterator[Untagged]:
        after = 0
        while pipeline in self._usable() and (page := self._page(pipeline, after)):
            after = page[-1].id
            yield from page

    def _page(self, pipeline: Identity, after: int) -> Sequence[Untagged]:
        with self._library.read() as reading:
            return articles.untagged(reading, pipeline.wanted, after=after, limit=BATCH_ARTICLES)

    def _request(self, pipeline: Identity, tasks: Sequence[Task]) -> Request:
        self._next_key += 1
        batch = _Batch(pipeline, tuple(tasks))
        self._waiting[self._next_key] = batch
        return Request(self._next_key, encode(batch.tasks))

    def _hear(self, part: Part) -> None:
        batch = self._waiting[int(str(part.key))]
        asked = {(task.article, task.version) for task in batch.tasks}
        # A worker may run code of strangers, which has no say about other articles.
        done = [one for one in decode_done(part.payload) if (one.article, one.version) in asked]
        self._heard.append((batch, done))
        self._largest = max(self._largest, len(batch.tasks))
        # The small batches at the end are recorded together: a transaction has its price.
        if sum(len(batch.tasks) for batch, _ in self._heard) >= self._largest:
            self._record()

    def _record(self) -> None:
        heard, self._heard = self._heard, []
        if not heard:
            return
        findings: defaultdict[Identity, list[Findings]] = defaultdict(list)
        for batch, done in heard:
            findings[batch.pipeline] += (
                Findings(one.article, one.version, one.found, one.spans) for one in done
            )
        with self._library.write() as writing:
            # Asked each time: a decision may be taken while the tagger is at work.
            decided = layer.meanings(writing)
            for pipeline, found in findings.items():
                mentions.record(
                    writing, pipeline.id, found, meanings=decided, model=pipeline.model_id
                )
            days = {task.article: task.published for batch, _ in heard for task in batch.tasks}
            self._redated |= dates.match_again(writing, days)
        self._used.update(pipeline.id for pipeline in findings)
        self._done += sum(map(len, findings.values()))

    def _end(self, end: End, feed: Feed) -> None:
        batch = self._waiting.pop(int(str(end.key)))
        pipeline, tasks = batch.pipeline, batch.tasks
        if end.verdict in ("done", "cancelled") or pipeline not in self._usable():
            return
        if end.code == "model-unusable":
            self._give_up(pipeline, end)
            return
        if len(tasks) > 1:
            # One of them did it: each is tried alone, and the guilty one is marked.
            for task in tasks:
                feed.add(self._request(pipeline, (task,)))
            return
        words = _WORDS.get(end.verdict, f"It could not be read: {end.what_happened}")
        with self._library.write() as writing:
            articles.mark_problem(writing, tasks[0].article, pipeline.id, words)
        self._done += 1
        self._problems += 1

    def _report(self) -> None:
        self._tell(Progress("Tagging", "articles", self._done, self.total, self._problems))


def _crew(names: _Names, workers: int, guest: Package | None) -> Crew:
    given = {
        "model": str(identity.model()),
        "aliases": names.decided,
        "registers": names.registers,
        "package": guest,
    }
    limits = ChildLimits(
        memory_bytes=TAGGER_MEMORY_BYTES,
        stall_seconds=PACKAGE_LOAD_SECONDS if guest else CHILD_STALL_SECONDS,
        total_seconds=TAGGER_TOTAL_SECONDS,
        nice=10,
    )
    setup = msgspec.msgpack.encode(given)
    return Crew(_ENTRY, setup=setup, workers=workers, limits=limits, attempts=1)
