"""Starting a child whose first breath nobody sees: no interrupt hits it, no fault is printed."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from multiprocessing import resource_tracker
from threading import Lock

from workstation import limits

_turn = Lock()


class LastWords:
    """What a child writes to its stderr before it falls silent: why it does not come up."""

    def __init__(self) -> None:
        self._heard, self._said = os.pipe()
        if sys.platform != "win32":
            os.set_blocking(self._heard, False)

    @contextlib.contextmanager
    def instead_of_stderr(self) -> Iterator[None]:
        """Gives what is started meanwhile this ear for its stderr; once only."""
        try:
            stderr = os.dup(2)
        except OSError:
            # Nobody listens there anyway.
            stderr = -1
        os.dup2(self._said, 2)
        try:
            yield
        finally:
            self._hush()
            os.close(2)
            if stderr >= 0:
                os.dup2(stderr, 2)
                os.close(stderr)

    def end(self) -> str:
        """What was said, when the child is gone; nothing can be heard afterwards."""
        self._hush()
        said = b""
        with contextlib.suppress(OSError):
            said = os.read(self._heard, limits.CHILD_TRACE_CHARACTERS)
        os.close(self._heard)
        return said.decode("utf-8", "replace")

    def _hush(self) -> None:
        if self._said >= 0:
            os.close(self._said)
            self._said = -1


@contextlib.contextmanager
def unseen(words: LastWords) -> Iterator[None]:
    """Starts what is started meanwhile deaf to interrupts, and with other ears for its stderr.

    A terminal sends an interrupt to children too, and one that is still importing would print
    where it was; it inherits from the thread that starts it that interrupts are blocked.
    """
    if sys.platform == "win32":
        # A console's handles are not inherited this way.
        yield
        return
    # It would be started on the first occasion otherwise, keep the ear, and unblock the signal.
    resource_tracker.ensure_running()
    with _turn:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            with words.instead_of_stderr():
                yield
        except OSError:
            words.end()
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
