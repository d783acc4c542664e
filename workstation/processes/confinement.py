"""What a child takes from itself before it meets a stranger's file."""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import os
import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import wait
from threading import Thread

from workstation import limits

if sys.platform != "win32":
    import fcntl
    import resource


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What each child of a crew may use; `math.inf` seconds means no limit.

    `memory_bytes` bounds the address space, not the resident memory (Unix only), so it has to hold
    all libraries that the entry imports as well. Seconds count only while the run is being
    iterated: a slow consumer is never blamed on a child.
    """

    memory_bytes: int = limits.CHILD_MEMORY_BYTES
    stall_seconds: float = limits.CHILD_STALL_SECONDS
    total_seconds: float = limits.CHILD_TOTAL_SECONDS
    answer_seconds: float = math.inf
    """How long it may work without sending a part of its answer, whatever progress it shows."""
    nice: int = 0


def limit_this_process(child_limits: ChildLimits) -> None:
    """Takes memory, core dumps and priority from the running process, for good."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS knows the limit but does not always take it.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(
            resource.RLIMIT_AS, (child_limits.memory_bytes, child_limits.memory_bytes)
        )
    os.nice(child_limits.nice)


def fall_silent() -> None:
    """Keeps what parsers print, and what a file makes them print, out of terminal and output."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def leave_interrupts_to_the_parent() -> None:
    """Ignores the interrupt that a terminal sends to parent and children alike."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def die_with_the_parent() -> None:
    """Sees to it that the running child does not outlive its parent, whatever it is doing."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    Thread(target=_leave_after, args=(parent.sentinel,), name="orphan watch", daemon=True).start()
    if sys.platform != "win32":
        _let_the_kernel_watch(parent.sentinel)


def _leave_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


if sys.platform != "win32":

    def _let_the_kernel_watch(sentinel: int) -> None:
        # A thread cannot leave while native code holds the interpreter. The sentinel is a pipe that
        # nobody writes to any more: the kernel signals its end, and both signals end the process.
        # PR_SET_PDEATHSIG would not do: it fires when the *thread* that started the child ends.
        if sys.platform == "linux":
            fcntl.fcntl(sentinel, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(sentinel, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(sentinel, fcntl.F_SETFL, fcntl.fcntl(sentinel, fcntl.F_GETFL) | os.O_ASYNC)
