"""What runs in a child: requests in, streamed answers out."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from threading import Event, Lock, Thread
from typing import Any, BinaryIO

from workstation import limits
from workstation.errors import WorkstationError
from workstation.processes.confinement import (
    ChildLimits,
    die_with_the_parent,
    fall_silent,
    leave_interrupts_to_the_parent,
    limit_this_process,
)
from workstation.processes.frames import (
    Answer,
    Ask,
    Beat,
    Begun,
    FromChild,
    Hello,
    Over,
    Trace,
    Unable,
    clip,
    decode_ask,
    encode,
)
from workstation.processes.wire import receive_file

Setup = bytes | dict[str, object]
Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]


class Teller:
    """Sends frames to the host, one at a time, from whichever thread."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._turn = Lock()

    def tell(self, frame: FromChild) -> None:
        """Sends a frame.

        Raises:
            ValueError: it is larger than a frame may be.
        """
        encoded = encode(frame)
        if len(encoded) > limits.CHILD_FRAME_BYTES:
            raise ValueError(f"an answer part of {len(encoded)} bytes is too large")
        with self._turn:
            self._line.send_bytes(encoded)

    def trace(self, error: Exception) -> None:
        """Sends where an exception came from, without its text, which may quote an article."""
        where = "".join(traceback.format_tb(error.__traceback__))
        text = f"{where}{type(error).__qualname__}"
        self.tell(Trace(clip(text[-limits.CHILD_TRACE_CHARACTERS :], len(text))))


class Pulse:
    """Tells the host each second, while a request is worked on, how far its file was read."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._working = Event()
        self._resting = Event()
        self._serial = 0
        self._file: int | None = None
        Thread(target=self._beat, name="pulse", daemon=True).start()

    @contextlib.contextmanager
    def during(self, serial: int, file: BinaryIO | None) -> Iterator[None]:
        """Beats until the block is left."""
        self._serial = serial
        self._file = None if file is None else file.fileno()
        self._resting.clear()
        self._working.set()
        try:
            yield
        finally:
            self._working.clear()
            self._resting.set()

    def _beat(self) -> None:
        with contextlib.suppress(OSError):
            while self._working.wait():
                if not self._resting.wait(limits.CHILD_BEAT_SECONDS):
                    # Memory that the handler has used up is for the handler to report.
                    with contextlib.suppress(MemoryError):
                        self._teller.tell(Beat(self._serial, self._position()))

    def _position(self) -> int:
        if self._file is None:
            return 0
        try:
            return os.lseek(self._file, 0, os.SEEK_CUR)
        except OSError:
            return 0


def main(
    line: Connection, entry: str, setup: Setup, child_limits: ChildLimits, confine: str | None
) -> None:
    """Comes up, says hello, and answers requests until the host hangs up."""
    leave_interrupts_to_the_parent()
    fall_silent()
    die_with_the_parent()
    teller = Teller(line)
    # The host is gone or does not want this child any more: nobody is left to tell.
    with contextlib.suppress(EOFError, OSError):
        handler = _come_up(teller, entry, setup, child_limits, confine)
        if handler is not None:
            teller.tell(Hello())
            _serve(line, teller, handler)


def _come_up(
    teller: Teller, entry: str, setup: Setup, child_limits: ChildLimits, confine: str | None
) -> Handler | None:
    try:
        limit_this_process(child_limits)
        with _collecting_nothing():
            handler: Handler = _named(entry)(setup)
        if confine is not None:
            _named(confine)()
    except WorkstationError as error:
        teller.tell(Unable(*_words(error)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the host's log has to know
        teller.trace(error)
    else:
        return handler
    return None


@contextlib.contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Leaves what is loaded meanwhile alone for good: a tenth of the time goes into looking at it.

    Modules, registers and models make hardly any garbage, and stay as long as the process.
    """
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def _named(entry: str) -> Callable[..., Any]:
    module, _, function = entry.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def _serve(line: Connection, teller: Teller, handler: Handler) -> None:
    pulse = Pulse(teller)
    verdict = ""
    while verdict != "memory":
        ask = decode_ask(line.recv_bytes())
        with receive_file(line) if ask.has_file else contextlib.nullcontext() as file:
            teller.tell(Begun(ask.serial))
            with pulse.during(ask.serial, file):
                over = _answer(teller, handler, ask, file)
        teller.tell(over)
        verdict = over.verdict


def _answer(teller: Teller, handler: Handler, ask: Ask, file: BinaryIO | None) -> Over:
    try:
        for part in handler(ask.payload, file):
            teller.tell(Answer(ask.serial, part))
    except WorkstationError as error:
        return Over(ask.serial, "refused", *_words(error))
    except MemoryError:
        return Over(ask.serial, "memory", "The memory that one process may use is used up.")
    except Exception as error:  # noqa: BLE001 - a handler may fail in any way; the child goes on
        teller.trace(error)
        text = clip(f"{type(error).__name__}: {error}", limits.CHILD_WORDS_CHARACTERS)
        return Over(ask.serial, "failed", text)
    return Over(ask.serial, "done")


def _words(error: WorkstationError) -> tuple[str, str, str]:
    most = limits.CHILD_WORDS_CHARACTERS
    return (
        clip(error.what_happened, most),
        clip(error.what_you_can_do, most),
        clip(error.code, most),
    )
