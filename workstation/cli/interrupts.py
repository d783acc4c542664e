"""What Ctrl-C does, from the first moment to the last."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

STOPPED = 130


class Interrupts:
    """Ctrl-C leaves at once, except while there is something to be ended well.

    `ours`: the process is this program's, and not one that merely calls it. A process that was
    started deaf to interrupts, as shells start what runs in the background, stays so.
    """

    def __init__(self, *, ours: bool) -> None:
        self.asked = False
        self._ours = ours and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
        if self._ours:
            signal.signal(signal.SIGINT, _leave)

    @contextmanager
    def ended_well(self) -> Iterator[None]:
        """Makes a Ctrl-C a KeyboardInterrupt, and remembers it should that get lost."""
        if not self._ours:
            yield
            return
        signal.signal(signal.SIGINT, self._raise)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, _leave)

    def _raise(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        raise KeyboardInterrupt


@contextmanager
def stoppable() -> Iterator[threading.Event]:
    """An event that the first Ctrl-C sets, so that the job ends well; a second one breaks off."""
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    deaf = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if deaf or threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _leave(_number: int, _frame: FrameType | None) -> None:
    # Nothing is at work, and half of the program may not be imported yet.
    with suppress(OSError):
        os.write(2, b"workstation: Stopped.\n")
    os._exit(STOPPED)
