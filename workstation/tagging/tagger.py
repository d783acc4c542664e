"""Feeds the workers, records what they find, and goes on where it was stopped."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event

import msgspec

from workstation.curating import layer
from workstation.domain.actor import Naming
from workstation.domain.progress import Progress, Tell, nobody
from workstation.domain.selection import Selection
from workstation.library import articles, mentions
from workstation.library.articles import Untagged
from workstation.library.library import Library, Reading
from workstation.library.mentions import Findings
from workstation.limits import (
    BATCH_ARTICLES,
    BATCH_CHARACTERS,
    TAGGER_MEMORY_BYTES,
    TAGGER_TOTAL_SECONDS,
)
from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Feed, Part, Request
from workstation.tagging import identity
from workstation.tagging.identity import Identity
from workstation.tagging.task import Task, decode_done, encode

_ENTRY = "workstation.tagging.worker:serve"

_WORDS = {
    "crashed": "Its worker process died while reading it.",
    "stalled": "Its worker process stood still while reading it.",
    "too-long": "Reading it took too long.",
    "memory": "Reading it took too much memory.",
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
        with library.read() as reading:
            namings = layer.namings(reading)
        setup = msgspec.msgpack.encode({"model": str(identity.model()), "aliases": namings})
        limits = ChildLimits(
            memory_bytes=TAGGER_MEMORY_BYTES, total_seconds=TAGGER_TOTAL_SECONDS, nice=10
        )
        workers = jobs or max(1, (os.cpu_count() or 2) - 1)
        with Crew(_ENTRY, setup=setup, workers=workers, limits=limits, attempts=1) as crew:
            run.work(crew, cancelled)
        if (cancelled and cancelled.is_set()) or not run.named_since(namings):
            break
    return run.summary()


def to_do(reading: Reading) -> int:
    """How many articles their pipelines have to read, or to match with changed registers."""
    return _left(reading, identity.of(reading))


def _left(reading: Reading, pipelines: Sequence[Identity]) -> int:
    return sum(articles.count_untagged(reading, one.wanted) for one in pipelines)


class _Run:
    """One run over the articles that are to do."""

    def __init__(self, library: Library, pipelines: Sequence[Identity], tell: Tell) -> None:
        self._library = library
        self._pipelines = pipelines
        with library.read() as reading:
            self.total = _left(reading, pipelines)
        self._tell = tell
        self._waiting: dict[int, tuple[Identity, tuple[Task, ...]]] = {}
        self._used: set[str] = set()
        self._next_key = 0
        self._done = 0
        self._problems = 0
        self._began = time.monotonic()

    def work(self, crew: Crew, cancelled: Event | None) -> None:
        """Feeds the crew until nothing is left to do."""
        feed = Feed(self._requests())
        self._report()
        for outcome in crew.run(feed, cancelled):
            if isinstance(outcome, Part):
                self._record(outcome)
            else:
                self._end(outcome, feed)
            self._report()

    def named_since(self, namings: Sequence[Naming]) -> bool:
        """Whether other names were decided on meanwhile, which the workers could not know.

        The articles that hold them are to do again.
        """
        with self._library.write() as writing:
            changed = set(namings) ^ set(layer.namings(writing))
            for naming in changed:
                articles.forget_resolving(writing, naming.alias)
            left = _left(writing, self._pipelines)
        if not (changed and left):
            return False
        self.total = self._done + left
        return True

    def summary(self) -> Tagged:
        """What was done."""
        left = max(0, self.total - self._done)
        seconds = time.monotonic() - self._began
        used = ", ".join(sorted(self._used)) or self._pipelines[0].id
        return Tagged(self._done - self._problems, self._problems, left, seconds, used)

    def _requests(self) -> Iterator[Request]:
        for pipeline in self._pipelines:
            after = 0
            while page := self._page(pipeline, after):
                after = page[-1].id
                for batch in _batches(page, read=not pipeline.others):
                    yield self._request(pipeline, batch)

    def _page(self, pipeline: Identity, after: int) -> Sequence[Untagged]:
        with self._library.read() as reading:
            return articles.untagged(reading, pipeline.wanted, after=after, limit=BATCH_ARTICLES)

    def _request(self, pipeline: Identity, tasks: Sequence[Task]) -> Request:
        self._next_key += 1
        self._waiting[self._next_key] = pipeline, tuple(tasks)
        return Request(self._next_key, encode(tuple(tasks)))

    def _record(self, part: Part) -> None:
        pipeline, _ = self._waiting[int(str(part.key))]
        done = decode_done(part.payload)
        findings = [Findings(one.article, one.version, one.found, one.spans) for one in done]
        with self._library.write() as writing:
            # Asked each time: a decision may be taken while the tagger is at work.
            decided = layer.meanings(writing)
            mentions.record(
                writing, pipeline.id, findings, meanings=decided, model=pipeline.model_id
            )
        self._used.add(pipeline.id)
        self._done += len(done)

    def _end(self, end: End, feed: Feed) -> None:
        pipeline, tasks = self._waiting.pop(int(str(end.key)))
        if end.verdict in ("done", "cancelled"):
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


def _batches(page: Sequence[Untagged], *, read: bool) -> Iterator[list[Task]]:
    """Tasks for a worker; unless they are to be `read`, only the registers look at them."""
    batch: list[Task] = []
    size = 0
    for article in page:
        body = article.body
        batch.append(
            Task(
                article=article.id,
                version=article.version,
                title=body.title,
                text=body.text,
                passages=body.passages,
                outlet=article.outlet,
                language=article.language,
                spans=article.spans if read else (),
            )
        )
        size += len(body.text)
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
