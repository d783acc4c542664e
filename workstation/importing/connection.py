"""One connection to a web server whose address was checked: bounded, and given up at once."""

from __future__ import annotations

import io
import os
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from threading import Event, Thread
from typing import Final, Self, TypeVar

from typing_extensions import Buffer, override

from workstation import limits
from workstation.errors import Refused
from workstation.importing.web_address import IPAddress

Answer = TypeVar("Answer")

# Where systems keep whom they trust, should this Python have been built for another one.
_BUNDLES: Final = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


_OLDER: Final = 4


class Stopped(Exception):
    """Nobody wants the answer any more."""


class Patience:
    """How long all of a fetch may still take, and whether it is still wanted."""

    def __init__(self, seconds: float, cancelled: Event) -> None:
        self._until = time.monotonic() + seconds
        self._cancelled = cancelled

    def check(self) -> None:
        """Goes on, or does not.

        Raises:
            Stopped: the fetch was cancelled.
            Refused: its time is over.
        """
        if self._cancelled.is_set():
            raise Stopped
        if time.monotonic() >= self._until:
            raise Refused(
                f"The page did not come within {limits.FETCH_SECONDS:g} seconds.",
                "Try again later, or save it in a browser.",
                code="too-slow",
            )

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """The answer to what cannot be interrupted, such as a question to a name server.

        Raises:
            Stopped, Refused: as `check`; the question is then left to itself.
        """
        answers: list[Answer] = []
        errors: list[BaseException] = []
        answered = Event()

        def run() -> None:
            try:
                answers.append(question())
            except BaseException as error:  # noqa: BLE001 - raised where it is waited for
                errors.append(error)
            answered.set()

        Thread(target=run, daemon=True).start()
        while not answered.wait(limits.FETCH_LOOK_SECONDS):
            self.check()
        if errors:
            raise errors[0]
        return answers[0]


class Connection(io.RawIOBase):
    """A socket that never blocks for longer than a look at the clock; reads as a raw file."""

    def __init__(self, line: socket.socket, patience: Patience) -> None:
        super().__init__()
        self._socket = line
        self._patience = patience
        self._read = 0

    @classmethod
    def to(cls, address: IPAddress, port: int, patience: Patience) -> Self:
        """A connection to a machine.

        Raises:
            OSError: nobody answers there.
            Stopped, Refused: as `Patience.check`.
        """
        family = socket.AF_INET if address.version == _OLDER else socket.AF_INET6
        line = socket.socket(family, socket.SOCK_STREAM)
        try:
            line.setblocking(False)
            made = cls(line, patience)
            made._connect(str(address), port)
        except BaseException:
            line.close()
            raise
        return made

    def _connect(self, address: str, port: int) -> None:
        until = time.monotonic() + limits.FETCH_CONNECT_SECONDS
        with suppress(BlockingIOError):
            self._socket.connect((address, port))
        while not self._ready(EVENT_WRITE):
            self._patience.check()
            if time.monotonic() >= until:
                raise TimeoutError("nobody answers")
        error = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error, os.strerror(error))

    def secure(self, host: str) -> None:
        """Encrypts what follows, with the machine that can prove to be the host.

        Raises:
            ssl.SSLError: it cannot, or does not speak so.
            OSError, Stopped, Refused: as when connecting.
        """
        wrapped = _trusting().wrap_socket(
            self._socket, server_hostname=host, do_handshake_on_connect=False
        )
        self._socket = wrapped
        self._patiently(wrapped.do_handshake)

    def send(self, words: bytes) -> None:
        """Sends all of the words.

        Raises:
            OSError, Stopped, Refused: as when connecting.
        """
        left = memoryview(words)
        while left:
            part = left
            left = left[self._patiently(lambda part=part: self._socket.send(part)) :]  # type: ignore[misc]

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What the parser of answers reads from."""
        return io.BufferedReader(self)

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, target: Buffer) -> int:
        count = self._patiently(lambda: self._socket.recv_into(target))
        self._read += count
        if self._read > limits.FETCH_BYTES + limits.FETCH_HEADER_BYTES:
            raise too_large()
        return count

    @override
    def close(self) -> None:
        if not self.closed:
            self._socket.close()
        super().close()

    def _patiently(self, act: Callable[[], Answer]) -> Answer:
        while True:
            self._patience.check()
            try:
                return act()
            except (BlockingIOError, ssl.SSLWantReadError):
                self._ready(EVENT_READ)
            except ssl.SSLWantWriteError:
                self._ready(EVENT_WRITE)

    def _ready(self, event: int) -> bool:
        with DefaultSelector() as selector:
            selector.register(self._socket, event)
            return bool(selector.select(limits.FETCH_LOOK_SECONDS))


def too_large() -> Refused:
    """The refusal of an answer without end."""
    return Refused(
        f"The page is larger than {limits.FETCH_BYTES >> 20} MB.",
        "Save it in a browser, and import the file.",
        code="too-large",
    )


def _trusting() -> ssl.SSLContext:
    """Trusts whom this system trusts, and nobody else."""
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    if not (known.cafile or known.capath):
        for bundle in filter(Path.is_file, map(Path, _BUNDLES)):
            context.load_verify_locations(bundle)
    return context
