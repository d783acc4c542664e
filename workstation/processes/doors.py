"""Closes the doors of a child that reads what strangers wrote, or runs it."""

from __future__ import annotations

import contextlib
import os
import sys
import sysconfig
from pathlib import Path

import workstation
from workstation import limits
from workstation.processes import kernel

if sys.platform != "win32":
    import resource

_SYSTEM = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share/zoneinfo",
           "/etc/ld.so.cache", "/etc/localtime")  # fmt: skip

_LOADERS = ("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", "/lib/ld-musl-x86_64.so.1",
            "/lib/ld-musl-aarch64.so.1")  # fmt: skip
_LINE_BYTES = 256


def shut(*readable: Path) -> None:
    """Takes network, writing, other files and other programs from this process, for good.

    What is below `readable` can still be read, and so can the program and its libraries.
    """
    _limit()
    kernel.allow_only_reading([*_libraries(), *readable])
    kernel.deny_calls()


def shut_around(program: Path, *readable: Path) -> None:
    """The same, but that one other program can still be started, behind the same doors.

    What it needs to read stands below `readable`.
    """
    _limit()
    kernel.allow_only_reading([*_libraries(), *readable], _started_with(program))
    kernel.deny_calls(("fork", "vfork", "execve"))


def shut_in_started() -> None:
    """Keeps a process that is about to become that program from outliving this one, or forking."""
    kernel.die_with_the_thread_that_started_it()
    kernel.deny_calls(("execve",))


def _limit() -> None:
    if sys.platform != "win32":
        # Writing fails instead of ending the process: Python ignores the signal.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(
                resource.RLIMIT_NOFILE, (limits.READER_OPEN_FILES, limits.READER_OPEN_FILES)
            )


def all_shut() -> bool:
    """Whether this machine's kernel closes all of them."""
    return bool(kernel.landlock_version()) and kernel.seccomp_possible()


def _started_with(program: Path) -> list[Path]:
    """The files that are run when a program starts: itself, a script's interpreter, a loader."""
    with program.open("rb") as file:
        first = file.readline(_LINE_BYTES)
    found = [program, *map(Path, _LOADERS)]
    if first.startswith(b"#!"):
        found.append(Path(os.fsdecode(first[2:].split()[0])))
    return found


def _libraries() -> list[Path]:
    """Where the code stands that a child may still have to load."""
    known = sysconfig.get_paths()
    places = [known[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    frozen = getattr(sys, "_MEIPASS", None)
    return [Path(place) for place in (*places, *workstation.__path__, *_SYSTEM, frozen) if place]
