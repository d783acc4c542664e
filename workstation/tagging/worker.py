"""What runs in a worker process: articles in, mentions out; it never sees the database."""

import sys
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from workstation.domain.actor import Naming
from workstation.domain.article import Body
from workstation.domain.mention import Field, Span
from workstation.domain.pipeline import Package
from workstation.errors import WorkstationError
from workstation.limits import CHILD_BEAT_SECONDS
from workstation.processes import doors
from workstation.resolving.own.packing import joined
from workstation.resolving.resolver import Resolver
from workstation.tagging.installed import find
from workstation.tagging.pipeline import Guest, Pipeline
from workstation.tagging.task import Done, Task, decode_tasks, encode

_ALIVE = b""
_LIBRARIES = ("site-packages", "dist-packages")

Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]


class Setup(msgspec.Struct, frozen=True):
    """What a worker is started with."""

    model: str
    aliases: tuple[Naming, ...] = ()
    registers: tuple[tuple[str, bytes], ...] = ()
    """The library's own, packed."""
    package: Package | None = None
    """Whose code is to run instead of the shipped model."""


def serve(setup: bytes) -> Handler:
    """Loads the pipeline and the registers once, and answers batches with them."""
    given = msgspec.msgpack.decode(setup, type=Setup)
    resolver = Resolver(joined(given.registers).with_aliases(given.aliases))
    # Loaded when the first article needs it: most of the time only registers have changed.
    pipeline = cache(
        _guest(given.package) if given.package else partial(Pipeline, Path(given.model))
    )

    def answer(request: bytes, _file: BinaryIO | None) -> Iterator[bytes]:
        done: list[Done] = []
        told = time.monotonic()
        tasks = decode_tasks(request)
        if not tasks:
            # Nothing is asked but whether the pipeline can be loaded.
            pipeline()
        for task in tasks:
            spans = list(task.spans or ())
            if task.spans is None:
                for found in _spans(pipeline(), task):
                    spans += found
                    if time.monotonic() - told > CHILD_BEAT_SECONDS:
                        told = time.monotonic()
                        yield _ALIVE
            body = Body(task.title, task.text, task.passages)
            named = resolver.resolve(
                body,
                spans,
                outlet=task.outlet,
                language=task.language,
                published=task.published,
            )
            new = tuple(spans) if task.spans is None else None
            done.append(Done(task.article, task.version, tuple(named), new))
        yield encode(done)

    return answer


def _guest(package: Package) -> Callable[[], Pipeline]:
    """A pipeline whose code does not run before the doors of this process are shut."""
    here = find(package.name)
    if here is None or here.package != package:
        raise WorkstationError(
            f"The pipeline {package.name} is no longer what was confirmed.", "Choose it again."
        )
    libraries = [Path(one) for one in sys.path if Path(one).name in _LIBRARIES]
    doors.shut(here.folder, *libraries)
    return partial(Guest, here)


def _spans(pipeline: Pipeline, task: Task) -> Iterator[list[Span]]:
    fields: tuple[tuple[Field, str], ...] = (("title", task.title), ("text", task.text))
    for field, text in fields:
        yield from pipeline.spans(text, field)
