"""What the children in these tests run; importable by a child through sys.path."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from workstation.errors import Refused, WorkstationError

Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]


def echo(setup: object) -> Handler:
    """Answers with what was asked."""

    def handler(request: bytes, file: BinaryIO | None) -> Iterator[bytes]:
        yield request

    return handler


def setup_teller(setup: object) -> Handler:
    """Answers with its setup."""

    def handler(request: bytes, file: BinaryIO | None) -> Iterator[bytes]:
        yield json.dumps(setup).encode()

    return handler


def obey(setup: object) -> Handler:
    """Does what the request says: "word argument"."""

    def handler(request: bytes, file: BinaryIO | None) -> Iterator[bytes]:
        word, _, argument = request.decode().partition(" ")
        yield from _DEEDS[word](argument)

    return handler


def _say(argument: str) -> Iterator[bytes]:
    yield argument.encode()


def _count(argument: str) -> Iterator[bytes]:
    for number in range(int(argument)):
        yield str(number).encode()


def _pid(argument: str) -> Iterator[bytes]:
    yield str(os.getpid()).encode()


def _exit(argument: str) -> Iterator[bytes]:
    yield b""
    os._exit(int(argument))


def _speak_then_exit(argument: str) -> Iterator[bytes]:
    yield argument.encode()
    os._exit(3)


def _segfault(argument: str) -> Iterator[bytes]:
    yield b""
    ctypes.string_at(0)


def _hang(argument: str) -> Iterator[bytes]:
    yield b"hanging"
    time.sleep(3600)


def _hang_holding_the_interpreter(argument: str) -> Iterator[bytes]:
    yield b"hanging"
    ctypes.PyDLL(None).pause()


def _freeze(argument: str) -> Iterator[bytes]:
    yield b""
    os.kill(os.getpid(), signal.SIGSTOP)


def _say_for_ever(argument: str) -> Iterator[bytes]:
    while True:
        yield b"again"
        time.sleep(0.01)


def _live_for_a_while(argument: str) -> Iterator[bytes]:
    for _ in range(int(argument)):
        time.sleep(0.1)
        yield b""
    yield b"alive"


def _eat_memory(argument: str) -> Iterator[bytes]:
    yield b""
    eaten = []
    while True:
        eaten.append(bytearray(16 << 20))


def _refuse(argument: str) -> Iterator[bytes]:
    yield b""
    raise Refused("The file is a picture.", "Convert it to text.", code="picture")


def _fail(argument: str) -> Iterator[bytes]:
    yield b""
    raise LookupError(argument)


def _say_too_much(argument: str) -> Iterator[bytes]:
    yield bytes(int(argument))


def _crash_once(argument: str) -> Iterator[bytes]:
    mark = Path(argument)
    if not mark.exists():
        mark.touch()
        os._exit(3)
    yield b"the second time"


def _loaded(argument: str) -> Iterator[bytes]:
    yield json.dumps(sorted(sys.modules)).encode()


def _print(argument: str) -> Iterator[bytes]:
    print(argument, flush=True)  # noqa: T201 - as a parser may
    print(argument, file=sys.stderr, flush=True)  # noqa: T201
    os.write(1, argument.encode())
    os.write(2, argument.encode())
    yield b"printed"


def _limits(argument: str) -> Iterator[bytes]:
    found = {
        "memory": resource.getrlimit(resource.RLIMIT_AS)[0],
        "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "nice": os.nice(0),
        "ignores interrupts": signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    }
    yield json.dumps(found).encode()


_DEEDS: dict[str, Callable[[str], Iterator[bytes]]] = {
    "say": _say,
    "count": _count,
    "pid": _pid,
    "exit": _exit,
    "speak-then-exit": _speak_then_exit,
    "segfault": _segfault,
    "hang": _hang,
    "hang-holding-the-interpreter": _hang_holding_the_interpreter,
    "freeze": _freeze,
    "say-for-ever": _say_for_ever,
    "live-for-a-while": _live_for_a_while,
    "eat-memory": _eat_memory,
    "refuse": _refuse,
    "fail": _fail,
    "say-too-much": _say_too_much,
    "crash-once": _crash_once,
    "loaded": _loaded,
    "limits": _limits,
    "print": _print,
}


def read_file(setup: object) -> Handler:
    """Answers with the file's text, or with what happened on the way."""

    def handler(request: bytes, file: BinaryIO | None) -> Iterator[bytes]:
        if file is None:
            yield b"no file"
        elif request == b"read":
            yield file.read()
        elif request == b"write":
            try:
                os.write(file.fileno(), b"written by a child")
            except OSError as error:
                yield type(error).__name__.encode()
        elif request == b"slowly":
            for _ in range(3):
                os.read(file.fileno(), 1)
                time.sleep(1.1)
            yield b"read"

    return handler


def _is_socket(number: int) -> bool:
    try:
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    except OSError:
        return False


def write_raw(setup: object) -> Handler:
    """Writes the request to the host as it is, past all framing, and stays silent then."""
    # The only socket a child has is the pipe to its host.
    pipe = next(number for number in range(3, 64) if _is_socket(number))

    def handler(request: bytes, file: BinaryIO | None) -> Iterator[bytes]:
        os.write(pipe, request)
        time.sleep(3600)
        yield b""

    return handler


def refuse_setup(setup: object) -> Handler:
    """Cannot work with any setup."""
    raise WorkstationError("The model is missing.", "Install it again.", code="no-model")


def fail_to_start(setup: object) -> Handler:
    """Does not come up."""
    raise ImportError("a library is broken")


_confined = False


def confine() -> None:
    """Remembers that the child was confined."""
    global _confined  # noqa: PLW0603
    _confined = True


def tell_confinement(setup: object) -> Handler:
    """Answers whether the child was confined, when it was made and when it was asked."""
    at_first = _confined

    def handler(request: bytes, file: BinaryIO | None) -> Iterator[bytes]:
        yield f"{at_first} {_confined}".encode()

    return handler
