"""Which doors are really closed: a confined child tries each of them, and tells."""

from __future__ import annotations

import json
import mmap
import os
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final, Literal, get_args

from workstation import limits
from workstation.errors import ProcessesFailed
from workstation.processes.child import Handler
from workstation.processes.crew import Crew
from workstation.processes.requests import Part, Request

Door = Literal["read", "write", "network", "program", "memory"]
"""Opening another file, writing one, reaching an address, starting a program, taking more memory
than a child may have."""

DOORS: Final[tuple[Door, ...]] = get_args(Door)

_ENTRY: Final = "workstation.processes.trial:serve"
_CONFINE: Final = "workstation.processes.doors:shut"
_MORE: Final = 1 << 20


def closed_doors() -> Mapping[Door, bool]:
    """Which doors a child that is confined as readers are finds closed, each by trying it.

    The child tries them on a file and a listener of ours, on this machine only.

    Raises:
        ProcessesFailed: no child comes up, or it ends before it has told.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        socket.create_server(("127.0.0.1", 0)) as listener,
        Crew(_ENTRY, confine=_CONFINE) as crew,
    ):
        canary = Path(folder, "canary.txt")
        canary.write_text("canary", encoding="ascii")
        asked = json.dumps({"canary": str(canary), "port": listener.getsockname()[1]}).encode()
        told = [one.payload for one in crew.run([Request(0, asked)]) if isinstance(one, Part)]
    try:
        found = json.loads(told[0])
        return {door: bool(found[door]) for door in DOORS}
    except (LookupError, TypeError, ValueError) as error:
        raise ProcessesFailed(
            "A confined process did not tell what it may do.",
            "Try again; the log says more.",
        ) from error


def serve(_setup: object) -> Handler:
    """What tries the doors in a child."""
    return _try_all


def _try_all(request: bytes, _file: BinaryIO | None) -> Iterator[bytes]:
    given = json.loads(request)
    canary, port = Path(given["canary"]), int(given["port"])
    attempts: dict[Door, Callable[[], object]] = {
        "read": canary.read_bytes,
        "write": lambda: canary.with_suffix(".new").write_bytes(b"written"),
        "network": lambda: _connect(port),
        "program": _start,
        "memory": _take_memory,
    }
    yield json.dumps({door: _is_closed(attempt) for door, attempt in attempts.items()}).encode()


def _is_closed(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except (FileNotFoundError, ConnectionError, TimeoutError):
        # Whoever learns that nothing is there has got through.
        return False
    except (OSError, MemoryError):
        return True
    return False


def _connect(port: int) -> None:
    with socket.socket() as line:
        line.settimeout(limits.CHILD_PICKUP_SECONDS / 2)
        line.connect(("127.0.0.1", port))


def _start() -> None:
    if not hasattr(os, "fork"):
        return
    process = os.fork()
    if not process:
        os._exit(0)
    os.waitpid(process, 0)


def _take_memory() -> None:
    mmap.mmap(-1, limits.CHILD_MEMORY_BYTES + _MORE).close()
