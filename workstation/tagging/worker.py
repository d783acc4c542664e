"""What runs in a worker process: articles in, mentions out; it never sees the database."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from workstation.domain.actor import Naming
from workstation.domain.article import Body
from workstation.domain.mention import Field, Span
from workstation.resolving.registers import Registers
from workstation.resolving.resolver import Resolver
from workstation.tagging.pipeline import Pipeline
from workstation.tagging.task import Done, Task, decode_tasks, encode

_ALIVE = b""

Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]


class Setup(msgspec.Struct, frozen=True):
    """What a worker is started with."""

    model: str
    aliases: tuple[Naming, ...] = ()


def serve(setup: bytes) -> Handler:
    """Loads the pipeline and the registers once, and answers batches with them."""
    given = msgspec.msgpack.decode(setup, type=Setup)
    resolver = Resolver(Registers.shipped().with_aliases(given.aliases))
    # Loaded when the first article needs it: most of the time only registers have changed.
    pipeline = cache(partial(Pipeline, Path(given.model)))

    def answer(request: bytes, _file: BinaryIO | None) -> Iterator[bytes]:
        done: list[Done] = []
        for task in decode_tasks(request):
            spans = list(task.spans or ())
            if task.spans is None:
                for found in _spans(pipeline(), task):
                    spans += found
                    yield _ALIVE
            body = Body(task.title, task.text, task.passages)
            named = resolver.resolve(body, spans, outlet=task.outlet, language=task.language)
            new = tuple(spans) if task.spans is None else None
            done.append(Done(task.article, task.version, tuple(named), new))
        yield encode(done)

    return answer


def _spans(pipeline: Pipeline, task: Task) -> Iterator[list[Span]]:
    fields: tuple[tuple[Field, str], ...] = (("title", task.title), ("text", task.text))
    for field, text in fields:
        yield from pipeline.spans(text, field)
