"""A web server on this machine that says exactly what a test wants it to say."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CERTIFICATES = Path(__file__).parent / "certificates"

Say = Callable[[socket.socket], None]


_ENCRYPTED = b"\x16"
"""How those begin who want to speak in cipher."""


class Site:
    """Answers each path with what was laid down for it, and remembers what it was asked."""

    def __init__(self, *, certificate: str = "", host: str = "127.0.0.1") -> None:
        self.answers: dict[str, bytes | Say] = {}
        self.asked: list[str] = []
        self._context: ssl.SSLContext | None = None
        if certificate:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(CERTIFICATES / certificate)
        self._door = socket.create_server((host, 0))
        self.host, self.port = self._door.getsockname()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._open = True
        self._thread.start()

    def address(self, path: str = "/", *, host: str = "") -> str:
        scheme = "https" if self._context else "http"
        return f"{scheme}://{host or self.host}:{self.port}{path}"

    def page(self, path: str, content: bytes, kind: str = "text/html", extra: str = "") -> str:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n"
        self.answers[path] = f"{head}{extra}\r\n".encode() + content
        return self.address(path)

    def leads(self, path: str, to: str, status: int = 302) -> str:
        self.answers[path] = f"HTTP/1.1 {status} There\r\nLocation: {to}\r\n\r\n".encode()
        return self.address(path)

    def close(self) -> None:
        self._open = False
        with suppress(OSError):
            # Wakes the thread that waits for guests.
            socket.create_connection((self.host, self.port)).close()
        self._thread.join()
        self._door.close()

    def _serve(self) -> None:
        while True:
            guest, _ = self._door.accept()
            if not self._open:
                guest.close()
                return
            with suppress(OSError, UnicodeDecodeError), guest:
                if self._context is None:
                    self._answer(guest)
                else:
                    with self._context.wrap_socket(guest, server_side=True) as secure:
                        self._answer(secure)

    def _answer(self, guest: socket.socket) -> None:
        asked = b""
        while b"\r\n\r\n" not in asked and not asked.startswith(_ENCRYPTED):
            piece = guest.recv(65_536)
            if not piece:
                return
            asked += piece
        words = asked.decode(errors="replace")
        self.asked.append(words)
        answer = self.answers.get(
            words.split(" ")[1] if " " in words else "", b"HTTP/1.1 404 No\r\n\r\n"
        )
        if callable(answer):
            answer(guest)
        else:
            guest.sendall(answer)


_LISTENING: list[list[str]] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket.") and _LISTENING:
        for heard in _LISTENING:
            heard.append(f"{event} {arguments[1:]}")


sys.addaudithook(_hear)


@contextmanager
def sockets_heard() -> Iterator[list[str]]:
    """What this whole process does with sockets meanwhile, as the interpreter itself tells it."""
    heard: list[str] = []
    _LISTENING.append(heard)
    try:
        yield heard
    finally:
        _LISTENING.remove(heard)


def opened(heard: list[str]) -> list[str]:
    """Those of the events that make a socket or connect one."""
    return [event for event in heard if event.startswith(("socket.__new__", "socket.connect"))]
