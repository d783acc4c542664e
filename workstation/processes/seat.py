"""A place in a crew: the requests assigned to it, and whichever child sits there now."""

from __future__ import annotations

import itertools
import math
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from workstation import limits
from workstation.errors import ProcessesFailed
from workstation.processes.frames import Answer, Ask, Beat, Begun, FromChild, Hello, Over, Unable
from workstation.processes.requests import End, Outcome, Part, Request, Verdict
from workstation.processes.spawned import ChildLost, Duty, SpawnedChild

# A stall or an overlong request has had its time; a broken frame is no accident.
_WORTH_ANOTHER_TRY: frozenset[Verdict] = frozenset({"crashed", "memory"})

_serials = itertools.count()


@dataclass(slots=True)
class Flight:
    """A request that was taken up, and what has become of it so far."""

    request: Request
    serial: int = field(default_factory=lambda: next(_serials))
    failures: int = 0
    unblamed_losses: int = 0
    has_parts: bool = False

    @property
    def is_suspect(self) -> bool:
        """Whether it has lost a child and so has to fly alone."""
        return self.failures > 0

    def end(self, verdict: Verdict, *words: str) -> End:
        """Says how it ended."""
        return End(self.request.key, verdict, *words)


class Seat:
    """Gives its child the flights assigned to it, in order, and judges what comes back.

    Only the first flight is ever worked on; the others wait in the child's pipe.
    """

    def __init__(self, duty: Duty, attempts: int) -> None:
        self.child: SpawnedChild | None = None
        self.losses = 0
        self._duty = duty
        self._attempts = attempts
        self._failed_starts = 0
        self._flights: deque[Flight] = deque()
        self._state: Literal["empty", "starting", "ready", "working"] = "empty"
        self._since = 0.0
        self._progress = 0.0
        self._answered = 0.0
        self._position = 0

    @property
    def load(self) -> int:
        """How many flights are assigned."""
        return len(self._flights)

    @property
    def has_room(self) -> bool:
        """Whether another flight may be assigned; a suspect gets no company."""
        suspect = bool(self._flights) and self._flights[0].is_suspect
        return self.load < limits.CHILD_IN_FLIGHT and not suspect

    @property
    def is_up(self) -> bool:
        """Whether a child sits here that has said hello."""
        return self._state in ("ready", "working")

    @property
    def deadline(self) -> float:
        """When the child is overdue, unless it gives a sign before."""
        may = self._duty.limits
        if self._state == "starting":
            return self._since + limits.CHILD_START_SECONDS
        if self._state == "working":
            return min(self._progress + may.stall_seconds, self._longest)
        if self._state == "ready" and self._flights:
            return self._since + limits.CHILD_PICKUP_SECONDS
        return math.inf

    @property
    def _longest(self) -> float:
        may = self._duty.limits
        return min(self._since + may.total_seconds, self._answered + may.answer_seconds)

    def start(self, now: float) -> None:
        """Puts a new child on the empty seat.

        Raises:
            ProcessesFailed: the system does not allow another process.
        """
        try:
            self.child = SpawnedChild(self._duty)
        except OSError as error:
            raise ProcessesFailed(
                f"The system does not allow another process ({error.strerror}).",
                "Close other programs and try again.",
            ) from error
        self._state = "starting"
        self._since = now

    def assign(self, flight: Flight, now: float) -> None:
        """Adds a flight behind those already assigned."""
        self._flights.append(flight)
        if self.is_up:
            if self.load == 1:
                self._since = now
            self._send(flight)

    def hear(self, frame: FromChild, now: float) -> Outcome | None:
        """Takes a frame of the child in.

        Raises:
            ChildLost: it makes no sense at this point, or is the child's farewell.
            ProcessesFailed: the entry refused its setup.
        """
        match frame:
            case Hello() if self._state == "starting":
                self._greet(now)
            case Unable() if self._state == "starting":
                self._vacate()
                raise ProcessesFailed(frame.what_happened, frame.what_you_can_do, code=frame.code)
            case Begun() if self._state == "ready" and self._is_first(frame.serial):
                self._begin(now)
            case Beat():
                self._follow(frame.position, now)
            case Answer() if self._state == "working" and self._is_first(frame.serial):
                return self._deliver(frame.payload, now)
            case Over() if self._state == "working" and self._is_first(frame.serial):
                return self._finish(frame, now)
            case _:
                raise ChildLost("broken")
        return None

    def check(self, now: float) -> None:
        """Looks at the clock.

        Raises:
            ChildLost: the child is overdue.
        """
        if now < self.deadline:
            return
        if self._state != "working":
            raise ChildLost("crashed")
        raise ChildLost("too-long" if now >= self._longest else "stalled")

    def lose(self, verdict: Verdict) -> End | None:
        """Buries the child and judges its first flight, which stays if it gets another try.

        Raises:
            ProcessesFailed: children do not come up here.
        """
        state = self._state
        how = self._vacate(limits.CHILD_EXIT_SECONDS if verdict == "crashed" else 0.0)
        if state == "starting":
            self._count_failed_start(how)
            return None
        if not self._flights:
            return None
        first = self._flights[0]
        if state == "ready" and first.unblamed_losses < limits.CHILD_UNBLAMED_LOSSES:
            first.unblamed_losses += 1
            return None
        first.failures += 1
        tried_enough = first.failures >= self._attempts or first.has_parts
        if verdict in _WORTH_ANOTHER_TRY and not tried_enough:
            return None
        return self._flights.popleft().end(verdict, *self._words(verdict, how))

    def followers_of_a_suspect(self) -> list[Flight]:
        """Takes away what waits behind a first flight that has to fly alone."""
        if self.has_room or not self._flights or not self._flights[0].is_suspect:
            return []
        first, *followers = self._flights
        self._flights = deque([first])
        return followers

    def clear(self) -> list[Flight]:
        """Takes all flights away, and the child with them if it knows of any."""
        flights = list(self._flights)
        self._flights.clear()
        if flights and self.is_up:
            self._vacate()
        return flights

    def dismiss(self) -> SpawnedChild | None:
        """Gives up all flights, and the child to whoever buries it."""
        child, self.child = self.child, None
        self._flights.clear()
        self._state = "empty"
        return child

    def _send(self, flight: Flight) -> None:
        if self.child is not None:
            request = flight.request
            ask = Ask(flight.serial, request.payload, request.file is not None)
            self.child.send(ask, request.file)

    def _is_first(self, serial: int) -> bool:
        return bool(self._flights) and self._flights[0].serial == serial

    def _greet(self, now: float) -> None:
        self._failed_starts = 0
        self._state = "ready"
        self._since = now
        for flight in self._flights:
            self._send(flight)

    def _begin(self, now: float) -> None:
        self._state = "working"
        self._since = self._progress = self._answered = now
        self._position = 0

    def _follow(self, position: int, now: float) -> None:
        # A last beat may come after its request is over: it is nobody's progress, and no harm.
        if position != self._position:
            self._position = position
            self._progress = now

    def _deliver(self, payload: bytes, now: float) -> Part | None:
        self._progress = now
        if not payload:
            return None
        self._answered = now
        self._flights[0].has_parts = True
        return Part(self._flights[0].request.key, payload)

    def _finish(self, over: Over, now: float) -> End:
        if over.verdict == "memory":
            raise ChildLost("memory")
        self._state = "ready"
        self._since = now
        words = (over.what_happened, over.what_you_can_do, over.code)
        return self._flights.popleft().end(over.verdict, *words)

    def _vacate(self, patience: float = 0.0) -> str:
        how = ""
        if self.child is not None:
            how = self.child.bury(patience)
            self.losses += 1
        self.child = None
        self._state = "empty"
        return how

    def _count_failed_start(self, how: str) -> None:
        self._failed_starts += 1
        if self._failed_starts >= limits.CHILD_START_ATTEMPTS:
            self._failed_starts = 0
            raise ProcessesFailed(
                f"A background process did not come up ({how}), {limits.CHILD_START_ATTEMPTS} "
                "times in a row.",
                "Close other programs to free memory and try again; the log says more.",
            )

    def _words(self, verdict: Verdict, how: str) -> tuple[str, str]:
        may = self._duty.limits
        what_happened = {
            "crashed": f"The process working on this ended unexpectedly ({how}).",
            "stalled": f"There was no progress for {may.stall_seconds:g} seconds.",
            "too-long": (
                "This was not finished after "
                f"{min(may.total_seconds, may.answer_seconds):g} seconds."
            ),
            "memory": f"This needs more than the {may.memory_bytes >> 20} MiB that a process gets.",
            "broken": "The process working on this sent an answer that makes no sense.",
        }
        return what_happened[verdict], "Try it again, or leave it out: all else goes on without it."
