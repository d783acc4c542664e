"""Work that must not keep the window waiting: questions, writes, and long jobs.

Questions run in reader threads and only the latest of an owner is delivered. Writes run one after
the other and each is delivered. Long jobs have a thread of their own and tell their progress.
All answers arrive on the GUI thread, through a queued signal.
"""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Final, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workstation.desktop.pace import Pace, told
from workstation.desktop.words import tr
from workstation.domain.progress import Progress, Tell

Answer = TypeVar("Answer")
Work = Callable[[Tell, threading.Event], object]

_READERS: Final = 2
"""Panes ask together; more readers would only wait for the same two or four cores."""

_BEAT_MS: Final = 250
"""Progress is drawn at most four times a second: faster cannot be read."""


@dataclass(frozen=True, slots=True)
class _Delivery:
    future: "Future[object]"
    owner: object
    ticket: int
    deliver: Callable[[object], None]
    fail: Callable[[BaseException], None]


class Jobs(QObject):
    """Runs every kind of work beside the GUI thread."""

    listed = Signal()
    """A long job has begun or ended."""
    beat = Signal()
    """The progress of some long job may have moved."""
    broke = Signal(object)
    """Something failed that nobody said how to handle."""

    _answered = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="reader")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._latest: dict[object, int] = {}
        self._tickets = 0
        self.running: list[Job] = []
        self.ended: list[Job] = []
        self._clock = QTimer(self)
        self._clock.setInterval(_BEAT_MS)
        self._clock.timeout.connect(self._tick)
        self._answered.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        owner: object,
        function: Callable[[], Answer],
        deliver: Callable[[Answer], None],
        fail: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Answers a question of `owner`; its older questions are forgotten."""
        self._tickets += 1
        self._latest[owner] = ticket = self._tickets

        def ask() -> Answer:
            # A question that was overtaken while it waited is not asked at all.
            if self._latest.get(owner) != ticket:
                raise CancelledError
            return function()

        self._submit(self._readers, ask, owner, ticket, deliver, fail)

    def write(
        self,
        function: Callable[[], Answer],
        deliver: Callable[[Answer], None],
        fail: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Does a short write; every answer is delivered, in the order of the calls."""
        self._submit(self._writer, function, None, 0, deliver, fail)

    def forget(self, owner: object) -> None:
        """Delivers nothing more to an owner."""
        self._latest.pop(owner, None)

    def start(
        self,
        name: str,
        work: Work,
        done: Callable[[object], None] | None = None,
        fail: Callable[[BaseException], None] | None = None,
    ) -> "Job":
        """Begins a long job in a thread of its own."""
        job = Job(name, work, done, fail, self._ended.emit)
        self.running.append(job)
        self._clock.start()
        job.thread.start()
        self.listed.emit()
        return job

    def cancel_all(self) -> "list[Job]":
        """Asks every long job to stop, and returns these."""
        for job in self.running:
            job.cancel()
        return list(self.running)

    def close(self, patience: float) -> None:
        """Cancels all work and waits up to `patience` seconds for it to stop."""
        for pool in (self._readers, self._writer):
            pool.shutdown(wait=False, cancel_futures=True)
        self.cancel_all()
        until = monotonic() + patience
        for job in self.running:
            job.thread.join(max(0.0, until - monotonic()))
        self._clock.stop()
        self._latest.clear()

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        function: Callable[[], Answer],
        owner: object,
        ticket: int,
        deliver: Callable[[Answer], None],
        fail: Callable[[BaseException], None] | None,
    ) -> None:
        future = cast("Future[object]", pool.submit(function))
        untyped = cast("Callable[[object], None]", deliver)
        delivery = _Delivery(future, owner, ticket, untyped, fail or self.broke.emit)
        future.add_done_callback(partial(self._pass_on, delivery))

    def _pass_on(self, delivery: _Delivery, _future: "Future[object]") -> None:
        # The window may be gone while the last answers still come in.
        if shiboken6.isValid(self):
            self._answered.emit(delivery)

    def _receive(self, delivery: _Delivery) -> None:
        if delivery.ticket and self._latest.get(delivery.owner) != delivery.ticket:
            return
        if isinstance(delivery.owner, QObject) and not shiboken6.isValid(delivery.owner):
            self.forget(delivery.owner)
            return
        if delivery.future.cancelled():
            return
        error = delivery.future.exception()
        if error is None:
            delivery.deliver(delivery.future.result())
        elif not isinstance(error, CancelledError):
            delivery.fail(error)

    def _tick(self) -> None:
        for job in self.running:
            if job.paused:
                job.pace.rest()
            else:
                job.pace.see(job.progress)
        self.beat.emit()

    def _finish(self, job: "Job") -> None:
        self.running.remove(job)
        self.ended.insert(0, job)
        if not self.running:
            self._clock.stop()
        self.listed.emit()
        if job.error is None:
            if job.done is not None:
                job.done(job.result)
        else:
            (job.fail or self.broke.emit)(job.error)


class Job:
    """One long piece of work, how far it is, and how it ended."""

    def __init__(
        self,
        name: str,
        work: Work,
        done: Callable[[object], None] | None,
        fail: Callable[[BaseException], None] | None,
        ended: Callable[["Job"], None],
    ) -> None:
        self.name = name
        self.done = done
        self.fail = fail
        self.progress = Progress(name, "", 0, 0)
        self.pace = Pace()
        self.result: object = None
        self.error: BaseException | None = None
        self._work = work
        self._ended = ended
        self._cancelled = threading.Event()
        self._going = threading.Event()
        self._going.set()
        self.thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        """Whether somebody asked the job to rest."""
        return not self._going.is_set()

    @property
    def words(self) -> str:
        """How far the job is, in a line."""
        words = told(self.progress, self.pace, self.name)
        if self.cancelled:
            return f"{words} · {tr('Jobs', 'stopping')}"
        return f"{words} · {tr('Jobs', 'paused')}" if self.paused else words

    def cancel(self) -> None:
        """Asks the job to stop; what is done stays done."""
        self._cancelled.set()
        self._going.set()

    def turn(self) -> None:
        """Asks the job to rest where it next tells its progress, or ends the rest."""
        if self.paused:
            self._going.set()
        elif not self.cancelled:
            self._going.clear()

    def _run(self) -> None:
        try:
            self.result = self._work(self._tell, self._cancelled)
        except BaseException as error:  # noqa: BLE001 - handed to the GUI thread, which sorts it
            self.error = error
        try:
            self._ended(self)
        except RuntimeError:
            # The window is gone: there is nobody left to tell.
            return

    def _tell(self, progress: Progress) -> None:
        self.progress = progress
        self._going.wait()
