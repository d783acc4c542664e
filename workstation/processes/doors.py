"""Closes the doors of a child that reads what strangers wrote, or runs it."""

from __future__ import annotations

import contextlib
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


def shut(*readable: Path) -> None:
    """Takes network, writing, other files and other programs from this process, for good.

    What is below `readable` can still be read, and so can the program and its libraries.
    """
    if sys.platform != "win32":
        # Writing fails instead of ending the process: Python ignores the signal.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(
                resource.RLIMIT_NOFILE, (limits.READER_OPEN_FILES, limits.READER_OPEN_FILES)
            )
    kernel.allow_only_reading([*_libraries(), *readable])
    kernel.deny_calls()


def all_shut() -> bool:
    """Whether this machine's kernel closes all of them."""
    return bool(kernel.landlock_version()) and kernel.seccomp_possible()


def _libraries() -> list[Path]:
    """Where the code stands that a child may still have to load."""
    known = sysconfig.get_paths()
    places = [known[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    frozen = getattr(sys, "_MEIPASS", None)
    return [Path(place) for place in (*places, *workstation.__path__, *_SYSTEM, frozen) if place]
