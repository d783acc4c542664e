"""How verbs tell what they did: numbers, JSON, exit codes, and progress on a terminal."""

import json
import sys
import time
from contextlib import suppress
from threading import Event
from types import TracebackType
from typing import Any, Self

from workstation.cli.interrupts import STOPPED
from workstation.cli.streams import complain, say_utf8
from workstation.domain.progress import Progress

_SOME_REFUSED = 3

_EVERY_SECONDS = 0.1


def several(n: int, noun: str) -> str:
    """A number with its noun: `1 article`, `3 articles`."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def is_library(name: str) -> bool:
    """Whether a name is that of a library, and not of a file to be read."""
    return name.rstrip("/\\").endswith(".mwlib") or "://" in name


def print_json(value: Any) -> int:
    """Prints a value as JSON, and says that all went well."""
    say_utf8(json.dumps(value, ensure_ascii=False, indent=1))
    return 0


def code_of(stop: Event, *, bad: bool) -> int:
    """The exit code of a job that could be stopped, and in which some inputs may be `bad`."""
    if stop.is_set():
        complain("Stopped. What was done is kept; run it again to go on.")
        return STOPPED
    return _SOME_REFUSED if bad else 0


class Line:
    """A line on stderr that is written over, where stderr is a terminal; else nothing."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._width = 0
        self._last = 0.0
        self._verb = ""
        self._began = time.monotonic()

    def tell(self, progress: Progress) -> None:
        """Shows how far the job is, at most ten times a second."""
        now = time.monotonic()
        if progress.verb != self._verb:
            self._verb, self._began = progress.verb, now
        if not self._shown or now - self._last < _EVERY_SECONDS:
            return
        self._last = now
        words = f"{progress.verb}: {progress.done} of {progress.total} {progress.unit}"
        rate = progress.done / (now - self._began) if now > self._began else 0.0
        if rate:
            left = (progress.total - progress.done) / rate
            words += f", {rate:.0f} a second, {left:.0f} s left"
        if progress.problems:
            words += f", {progress.problems} problems"
        self._write(words)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        if self._width:
            self._write("")

    def _write(self, words: str) -> None:
        with suppress(OSError):
            sys.stderr.write(f"\r{words.ljust(self._width)}" + ("" if words else "\r"))
            sys.stderr.flush()
        self._width = len(words)
