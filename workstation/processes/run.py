"""One run of a crew: requests are given out, children heard, limits kept, losses made good."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Collection, Generator, Iterator, Sequence
from multiprocessing.connection import wait
from threading import Event

from workstation import limits
from workstation.processes.frames import FromChild
from workstation.processes.requests import Feed, Outcome
from workstation.processes.seat import Flight, Seat
from workstation.processes.spawned import ChildLost, SpawnedChild
from workstation.processes.wire import refuse_writable


class Clock:
    """Counts the seconds in which the host looks after its children.

    It stands still while the consumer is busy and while the program is suspended: that time is not
    the children's.
    """

    def __init__(self) -> None:
        self._counted = 0.0
        self._since: float | None = None

    def go(self) -> None:
        """Starts counting."""
        self._since = time.monotonic()

    def stop(self) -> None:
        """Stops counting."""
        self._counted = self.now()
        self._since = None

    def now(self) -> float:
        """The seconds counted so far."""
        return self._counted + (0.0 if self._since is None else time.monotonic() - self._since)

    def forget(self, seconds: float) -> None:
        """Takes back seconds that were counted wrongly."""
        self._counted -= seconds


class Run:
    """The state of one run over the seats of a crew."""

    def __init__(
        self, seats: Sequence[Seat], clock: Clock, feed: Feed, cancelled: Event | None
    ) -> None:
        self._seats = seats
        self._clock = clock
        self._feed = feed
        self._cancelled = cancelled
        self._cancelled_at: float | None = None
        self._returned: deque[Flight] = deque()

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Yields what happens until nothing is left to happen.

        Raises:
            ProcessesFailed: children do not come up, or refuse their setup.
        """
        self._clock.go()
        try:
            while True:
                cut_short = self._give_out()
                if not cut_short and not any(seat.load for seat in self._seats):
                    return
                for outcome in cut_short or self._turn():
                    self._clock.stop()
                    yield outcome
                    self._clock.go()
        finally:
            self._clock.stop()
            for seat in self._seats:
                seat.clear()

    def _give_out(self) -> list[Outcome]:
        now = self._clock.now()
        if self._cancelled is not None and self._cancelled.is_set():
            return self._wind_up(now)
        while (seat := self._emptiest()) and (flight := self._next()):
            seat.assign(flight, now)
        for seat in self._seats:
            if seat.load and seat.child is None:
                seat.start(now)
        return []

    def _wind_up(self, now: float) -> list[Outcome]:
        if self._cancelled_at is None:
            self._cancelled_at = now
        has_grace = now < self._cancelled_at + limits.CHILD_CANCEL_GRACE_SECONDS
        dropped = list(self._returned)
        self._returned.clear()
        for seat in self._seats:
            if not (has_grace and seat.is_up):
                dropped += seat.clear()
        return [flight.end("cancelled", "Cancelled before it was finished.") for flight in dropped]

    def _emptiest(self) -> Seat | None:
        roomy = (seat for seat in self._seats if seat.has_room)
        return min(roomy, key=lambda seat: (seat.load, seat.child is None), default=None)

    def _next(self) -> Flight | None:
        if self._returned:
            return self._returned.popleft()
        request = self._feed.take()
        if request is None:
            return None
        if request.file is not None:
            refuse_writable(request.file)
        return Flight(request)

    def _turn(self) -> list[Outcome]:
        ready = self._wait()
        now = self._clock.now()
        return [
            outcome
            for seat in self._seats
            if seat.child is not None
            for outcome in self._look_after(seat, seat.child, ready, now)
        ]

    def _look_after(
        self, seat: Seat, child: SpawnedChild, ready: Collection[object], now: float
    ) -> Iterator[Outcome]:
        try:
            for frame in _received(child, ready):
                if outcome := seat.hear(frame, now):
                    yield outcome
            seat.check(now)
        except ChildLost as lost:
            if end := seat.lose(lost.verdict):
                yield end
            self._returned.extend(seat.followers_of_a_suspect())

    def _wait(self) -> Collection[object]:
        before = self._clock.now()
        # Looking at least once a beat is what shows that the program itself was suspended.
        patience = limits.CHILD_BEAT_SECONDS
        if self._cancelled is not None:
            patience = limits.CHILD_CANCEL_LOOK_SECONDS
        soonest = min(seat.deadline for seat in self._seats)
        patience = max(0.0, min(patience, soonest - before))
        signs = [
            sign for seat in self._seats if seat.child is not None for sign in seat.child.signs
        ]
        ready = wait(signs, patience)
        overslept = self._clock.now() - before - patience
        if overslept > limits.CHILD_BEAT_SECONDS:
            self._clock.forget(overslept)
        return ready


def _received(child: SpawnedChild, ready: Collection[object]) -> Iterator[FromChild]:
    line, sentinel = child.signs
    if line in ready:
        yield from child.receive()
    elif sentinel in ready:
        raise ChildLost("crashed")
