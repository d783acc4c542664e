"""A crew of supervised child processes, as the rooms above see it."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from threading import Event, Lock
from types import TracebackType
from typing import Self

from workstation.limits import CHILD_END_SECONDS
from workstation.processes.child import Setup
from workstation.processes.confinement import ChildLimits
from workstation.processes.requests import Feed, Outcome, Request
from workstation.processes.run import Clock, Run
from workstation.processes.seat import Seat
from workstation.processes.spawned import Duty


class Crew:
    """Children that answer requests, and are killed and replaced when they misbehave.

    `entry` is "package.module:function", imported in the child only:
    `function(setup) -> handler`, `handler(request: bytes, file: BinaryIO | None) ->
    Iterator[bytes]`. Each yielded bytes is sent at once as a part; an empty one is not delivered
    and only says that work goes on. A handler that raises WorkstationError refuses the request; any
    other exception fails it. `confine` is "package.module:function", called without arguments in
    the child after `entry` has made its handler and before the first request.

    A request whose child crashed or ran out of memory is tried again, alone in a fresh child, up to
    `attempts` times in all; the last failure is its verdict. A request of which a part was already
    delivered is not tried again, so no part is ever delivered twice. Requests that merely waited
    behind a killed one are sent again and not blamed.

    Usable from any plain thread, one run at a time. Children start when there is work for them and
    stay until `close`.
    """

    def __init__(
        self,
        entry: str,
        *,
        setup: Setup = b"",
        workers: int = 1,
        limits: ChildLimits | None = None,
        confine: str | None = None,
        attempts: int = 2,
    ) -> None:
        duty = Duty(entry, setup, limits or ChildLimits(), confine)
        self._seats = [Seat(duty, attempts) for _ in range(workers)]
        self._clock = Clock()
        self._in_use = Lock()

    @property
    def pids(self) -> tuple[int, ...]:
        """The process ids of the children that live now."""
        return tuple(seat.child.pid for seat in self._seats if seat.child is not None)

    @property
    def restarts(self) -> int:
        """How many children were lost or killed, and so had to be replaced."""
        return sum(seat.losses for seat in self._seats)

    def run(
        self, requests: Iterable[Request] | Feed, cancelled: Event | None = None
    ) -> Generator[Outcome, None, None]:
        """Works through the requests; yields parts as they arrive and one End for each request.

        Requests are pulled when a child has room for them (two in flight for each). The run ends
        when all that was pulled has ended and the feed has no more; give a `Feed` to add requests
        while consuming. Once `cancelled` is set nothing more is pulled, what is in flight ends
        within a second (as "cancelled", unless it was faster), and requests never pulled get no
        End. Leaving the loop early abandons what is in flight.

        Raises:
            ProcessesFailed: children could not be started, or the entry refused its setup.
            RuntimeError: another run of this crew is not over, or the crew is closed.
            ValueError: a request's file can be written through.
        """
        if not self._seats:
            raise RuntimeError("this crew is closed")
        if not self._in_use.acquire(blocking=False):
            raise RuntimeError("a crew makes one run at a time")
        try:
            feed = requests if isinstance(requests, Feed) else Feed(requests)
            yield from Run(self._seats, self._clock, feed, cancelled).outcomes()
        finally:
            self._in_use.release()

    def close(self) -> None:
        """Ends all children and waits until they are gone; the crew cannot be used afterwards."""
        children = [child for seat in self._seats if (child := seat.dismiss())]
        self._seats.clear()
        for child in children:
            child.hang_up()
        by = time.monotonic() + CHILD_END_SECONDS
        for child in children:
            child.bury(max(0.0, by - time.monotonic()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.close()
