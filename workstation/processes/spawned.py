"""One child process, as its host holds it."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection

from workstation import limits
from workstation.processes import child
from workstation.processes.confinement import ChildLimits
from workstation.processes.frames import (
    Ask,
    BrokenFrame,
    FromChild,
    Trace,
    decode_from_child,
    encode,
)
from workstation.processes.requests import Verdict
from workstation.processes.unseen import LastWords, unseen
from workstation.processes.wire import Inbox, Outbox

_log = logging.getLogger(__name__)


class ChildLost(Exception):
    """A child that cannot go on, and the verdict on what it was working on."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict: Verdict = verdict


@dataclass(frozen=True, slots=True)
class Duty:
    """What every child of a crew is there for."""

    entry: str
    setup: child.Setup
    limits: ChildLimits
    confine: str | None


class SpawnedChild:
    """A running child: its process and both directions of its pipe."""

    def __init__(self, duty: Duty) -> None:
        spawn = get_context("spawn")
        self._line, theirs = spawn.Pipe()
        self._last_words = LastWords()
        with theirs, unseen(self._last_words):
            self._process = spawn.Process(
                target=child.main,
                args=(theirs, duty.entry, duty.setup, duty.limits, duty.confine),
                daemon=True,
            )
            self._process.start()
        self.pid = self._process.pid or 0
        self._inbox = Inbox(self._line)
        self._outbox = Outbox(self._line, self.pid)

    @property
    def signs(self) -> tuple[Connection, int]:
        """What to wait on: the first is ready when the child speaks, the second when it ends."""
        return self._line, self._process.sentinel

    def send(self, ask: Ask, file: int | None) -> None:
        """Hands a request over; never waits for the child."""
        self._outbox.send(encode(ask), file)

    def receive(self) -> Iterator[FromChild]:
        """Yields the frames that have arrived; traces go to the log.

        Raises:
            ChildLost: the child is gone, or talks nonsense.
        """
        try:
            for encoded in self._inbox.receive():
                frame = decode_from_child(encoded)
                if isinstance(frame, Trace):
                    _log.warning("child %d: %s", self.pid, _printable(frame.text))
                else:
                    yield frame
        except BrokenFrame:
            raise ChildLost("broken") from None
        except (EOFError, OSError):
            raise ChildLost("crashed") from None

    def hang_up(self) -> None:
        """Closes the pipe: an idle child leaves by itself."""
        self._outbox.close()
        self._line.close()

    def bury(self, patience: float = 0.0) -> str:
        """Waits for the child to leave, kills it when the patience is over; says how it ended."""
        self._process.join(patience)
        left = self._process.exitcode is not None
        if not left:
            self._process.kill()
            self._process.join(limits.CHILD_END_SECONDS)
        how = _ending(self._process.exitcode) if left else "killed"
        self.hang_up()
        if said := self._last_words.end():
            _log.warning("child %d: %s", self.pid, _printable(said))
        # A process that even a kill does not end hangs in the kernel; it is collected later.
        if self._process.exitcode is not None:
            self._process.close()
        return how


def _ending(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"exit code {exit_code}"
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"signal {-exit_code}"


def _printable(text: str) -> str:
    # Lines are indented, so that a child cannot forge entries of the log.
    lines = ("".join(c if c.isprintable() else "?" for c in line) for line in text.splitlines())
    return "\n    ".join(lines)
