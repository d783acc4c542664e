from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from workstation.importing import sandbox
from workstation.importing.handed import Wanted, decode_handed, encode
from workstation.processes import kernel

needs_landlock = pytest.mark.skipif(
    not kernel.landlock_version(), reason="this kernel has no Landlock"
)
needs_seccomp = pytest.mark.skipif(
    not kernel.seccomp_possible(), reason="the system calls of this machine are not known"
)

# What a reader that was taken over would try.
FILES = (
    "open(canary).read()",
    "os.listdir(os.path.dirname(canary))",
    "open('/etc/passwd').read()",
    "open(canary + '.new', 'w')",
    "open(canary, 'a')",
    "os.truncate(canary, 0)",
    "os.unlink(canary)",
    "os.rename(canary, canary + '.moved')",
    "os.mkdir(canary + '.folder')",
    "os.symlink('/etc/passwd', canary + '.link')",
)
CALLS = (
    "ready.connect(('127.0.0.1', port))",
    "socket.socket()",
    "socket.socketpair()",
    "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "subprocess.run(['sh', '-c', 'true'])",
    "os.fork()",
    "os.execv('/bin/sh', ['sh'])",
    "os.posix_spawn('/bin/sh', ['sh'], {})",
    "os.kill(os.getppid(), 0)",
    "call('tkill', os.getppid(), 0)",
    "call('tgkill', os.getppid(), os.getppid(), 0)",
    "call('shmget', 0, 4096, 0o1600)",
    "os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)",
    "os.sched_setaffinity(os.getppid(), {0})",
    "resource.prlimit(os.getppid(), resource.RLIMIT_FSIZE, (0, 0))",
    "fcntl.fcntl(ready, fcntl.F_SETOWN, os.getppid())",
    "fcntl.fcntl(ready, 10, 9)",
    "os.chmod(canary, 0o777)",
    "os.utime(canary)",
)
NEEDED = (
    "started = threading.Thread(target=int); started.start(); started.join()",
    "import sqlite3, csv, encodings.cp1251",
    "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))",
    "fcntl.fcntl(ready, fcntl.F_GETFD)",
)
# The answers go to an open pipe, which stays allowed.
TRIER = """
import ctypes, fcntl, json, os, platform, resource, socket, subprocess, sys, threading
from workstation.processes import doors, kernel
canary, port, attempts = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
ready = socket.socket()
libc, column = ctypes.CDLL(None, use_errno=True), platform.machine() == "aarch64"
def call(name, *given):
    if libc.syscall(kernel._DENIED[name][column], *given) < 0:
        raise OSError(ctypes.get_errno(), name)
doors.shut()
outcomes = {}
for attempt in attempts:
    try:
        exec(attempt)
    except OSError as error:
        outcomes[attempt] = type(error).__name__
    else:
        outcomes[attempt] = "allowed"
print(json.dumps(outcomes))
"""


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("canary") / "canary.txt"
    path.write_text("CANARY")
    return path


@pytest.fixture(scope="module")
def outcomes(canary: Path) -> dict[str, str]:
    """What came of each attempt in one confined process."""
    attempts = json.dumps((*FILES, *CALLS, *NEEDED))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", TRIER, str(canary), port, attempts],
            capture_output=True,
            text=True,
            check=True,
        )
    found: dict[str, str] = json.loads(done.stdout)
    return found


@needs_landlock
@pytest.mark.parametrize("attempt", FILES)
def test_a_confined_reader_opens_and_changes_no_other_file(
    attempt: str, outcomes: dict[str, str]
) -> None:
    assert outcomes[attempt] == "PermissionError"


@needs_landlock
def test_the_canary_lives(canary: Path, outcomes: dict[str, str]) -> None:
    assert outcomes
    assert canary.read_text() == "CANARY"
    assert [path.name for path in canary.parent.iterdir()] == ["canary.txt"]


@needs_seccomp
@pytest.mark.parametrize("attempt", CALLS)
def test_a_confined_reader_reaches_no_network_and_starts_nothing(
    attempt: str, outcomes: dict[str, str]
) -> None:
    assert outcomes[attempt] == "PermissionError"


@pytest.mark.parametrize("attempt", NEEDED)
def test_a_confined_reader_may_still_use_threads_and_its_own_libraries(
    attempt: str, outcomes: dict[str, str]
) -> None:
    assert outcomes[attempt] == "allowed"


def test_a_request_is_answered_with_the_reader_and_the_articles(tmp_path: Path, body: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(body)
    handler = sandbox.serve(b"")
    with path.open("rb") as file:
        (answer,) = handler(encode(Wanted("x.txt")), file)
    handed = decode_handed(answer)
    assert handed.reader == "text 1"
    assert handed.draft is not None
    assert handed.draft.text == body


def test_a_request_without_a_file_is_a_bug() -> None:
    with pytest.raises(ValueError, match="with a file"):
        list(sandbox.serve(b"")(encode(Wanted("x.txt")), None))


def test_readers_carry_neither_the_store_nor_the_window() -> None:
    code = (
        "import sys; from workstation.importing import sandbox; sandbox.serve(b'')\n"
        "heavy = [m for m in ('sqlalchemy', 'PySide6', 'spacy', 'pyqtgraph') if m in sys.modules]\n"
        "print(heavy)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
