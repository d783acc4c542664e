"""The two ends of the pipe between host and child.

A child may stop in the middle of a frame, or stop reading. Neither may hold up the host, so the
host reads only what has arrived, and a thread of each child's own does the writing.
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import sys
from collections.abc import Iterator
from multiprocessing import reduction
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from workstation import limits
from workstation.processes.frames import BrokenFrame

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# What Connection.send_bytes writes before the bytes of a frame.
_LENGTH = struct.Struct("!i")


class Inbox:
    """Reads a child's frames without ever waiting for the rest of one."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._arrived = bytearray()

    def receive(self) -> Iterator[bytes]:
        """Reads once and yields the frames that are whole by now.

        Raises:
            EOFError: the child's end is closed.
            BrokenFrame: the child announced a frame larger than any may be.
        """
        if sys.platform == "win32":
            yield self._receive_message()
        else:
            chunk = os.read(self._line.fileno(), limits.CHILD_READ_BYTES)
            if not chunk:
                raise EOFError
            self._arrived += chunk
            yield from self._whole_frames()

    def _receive_message(self) -> bytes:
        # Windows pipes keep messages whole: one that can be read is all there.
        try:
            return self._line.recv_bytes(limits.CHILD_FRAME_BYTES)
        except EOFError:
            raise
        except OSError:
            raise BrokenFrame("too large") from None

    def _whole_frames(self) -> Iterator[bytes]:
        start = 0
        while len(self._arrived) - start >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._arrived, start)
            if not 0 <= length <= limits.CHILD_FRAME_BYTES:
                raise BrokenFrame("impossible length")
            end = start + _LENGTH.size + length
            if end > len(self._arrived):
                break
            yield bytes(self._arrived[start + _LENGTH.size : end])
            start = end
        del self._arrived[:start]


class Outbox:
    """Writes frames and open files to a child from a thread of its own."""

    def __init__(self, line: Connection, pid: int) -> None:
        self._line = line
        self._pid = pid
        self._waiting: SimpleQueue[tuple[bytes, int | None] | None] = SimpleQueue()
        self._thread = Thread(target=self._write, name=f"outbox of {pid}", daemon=True)
        self._thread.start()

    def send(self, frame: bytes, file: int | None) -> None:
        """Takes a frame, and a duplicate of the file that belongs to it."""
        self._waiting.put((frame, None if file is None else os.dup(file)))

    def close(self) -> None:
        """Stops writing, wherever it stands, and hangs up."""
        self._waiting.put(None)
        if sys.platform != "win32":
            # A child's own children may keep its end open: then only this wakes the writer.
            with contextlib.suppress(OSError), _as_socket(self._line) as wire:
                wire.shutdown(socket.SHUT_RDWR)
        self._thread.join(limits.CHILD_END_SECONDS)

    def _write(self) -> None:
        hung_up = False
        while (waiting := self._waiting.get()) is not None:
            frame, file = waiting
            try:
                if not hung_up:
                    self._line.send_bytes(frame)
                    if file is not None:
                        _send_file(self._line, file, self._pid)
            except OSError:
                hung_up = True
            finally:
                if file is not None:
                    os.close(file)


def receive_file(line: Connection) -> BinaryIO:
    """Receives an open file from the host: read-only, and rewound where that is possible.

    Raises:
        EOFError: the host is gone.
    """
    file = os.fdopen(_receive_descriptor(line), "rb")
    if file.seekable():
        file.seek(0)
    return file


def refuse_writable(file: int) -> None:
    """Keeps a descriptor that can be written through from reaching a child.

    Raises:
        ValueError: it was not opened for reading only.
    """
    if sys.platform == "win32":
        return
    if fcntl.fcntl(file, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY:
        raise ValueError("a child gets only files that were opened for reading only")


# multiprocessing.reduction.send_handle waits on macOS for an acknowledgement on the same pipe,
# which a hostile child need not send; here the descriptor stays open until the request's end,
# which is what the acknowledgement is for.
if sys.platform == "win32":

    def _send_file(line: Connection, file: int, pid: int) -> None:
        reduction.send_handle(line, msvcrt.get_osfhandle(file), pid)

    def _receive_descriptor(line: Connection) -> int:
        return msvcrt.open_osfhandle(reduction.recv_handle(line), os.O_RDONLY | os.O_BINARY)

else:

    def _as_socket(line: Connection) -> socket.socket:
        return socket.socket(fileno=os.dup(line.fileno()))

    def _send_file(line: Connection, file: int, pid: int) -> None:  # noqa: ARG001 - Windows needs it
        with _as_socket(line) as wire:
            socket.send_fds(wire, [b"f"], [file])

    def _receive_descriptor(line: Connection) -> int:
        with _as_socket(line) as wire:
            _, descriptors, _, _ = socket.recv_fds(wire, 1, 1)
        if not descriptors:
            raise EOFError
        os.set_inheritable(descriptors[0], False)
        return descriptors[0]
