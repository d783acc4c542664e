from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait

import pytest

from workstation import limits
from workstation.processes import run
from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Feed, Outcome, Part, Request

QUICK = ChildLimits(stall_seconds=1.0, total_seconds=60.0)


@pytest.fixture(scope="module")
def warm() -> Iterator[Crew]:
    """One child for all tests that leave it alive."""
    with Crew("child_entries:obey") as crew:
        yield crew


def ask(crew: Crew, *deeds: str) -> list[Outcome]:
    return list(crew.run(Request(deed, deed.encode()) for deed in deeds))


def verdicts(outcomes: Iterable[Outcome]) -> dict[object, str]:
    return {end.key: end.verdict for end in outcomes if isinstance(end, End)}


def text(outcomes: Iterable[Outcome]) -> list[str]:
    return [part.payload.decode() for part in outcomes if isinstance(part, Part)]


def test_requests_are_pulled_only_two_ahead_for_each_child(warm: Crew) -> None:
    pulled = []

    def requests() -> Iterator[Request]:
        for number in range(50):
            pulled.append(number)
            yield Request(number, b"say x")

    for outcome in warm.run(requests()):
        if isinstance(outcome, End):
            assert len(pulled) <= int(str(outcome.key)) + 2


def test_the_consumer_may_add_requests_while_it_runs(warm: Crew) -> None:
    feed = Feed([Request("batch", b"refuse"), Request("next", b"say next")])
    ended = []
    for outcome in warm.run(feed):
        if isinstance(outcome, End):
            ended.append(outcome.key)
        if isinstance(outcome, End) and outcome.verdict == "refused":
            feed.add(Request("first half", b"say one"))
            feed.add(Request("second half", b"say two"))
    assert sorted(map(str, ended)) == ["batch", "first half", "next", "second half"]


def test_requests_added_at_the_very_end_are_answered(warm: Crew) -> None:
    feed = Feed([Request(0, b"say x")])
    ended = []
    for outcome in warm.run(feed):
        if isinstance(outcome, End):
            ended.append(outcome.key)
            if len(ended) < 5:
                feed.add(Request(len(ended), b"say x"))
    assert ended == [0, 1, 2, 3, 4]


def test_time_in_which_the_consumer_is_busy_is_not_the_childs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hours = advance_clock(monkeypatch)
    with Crew("child_entries:obey", workers=2, limits=QUICK) as crew:
        requests = [Request(number, b"live-for-a-while 1") for number in range(6)]
        ends = []
        for outcome in crew.run(requests):
            hours(1)
            ends.append(outcome)
        assert set(verdicts(ends).values()) == {"done"}


def test_time_in_which_the_program_is_suspended_is_not_the_childs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hours = advance_clock(monkeypatch)
    waited = nights_while_waiting(monkeypatch, hours)
    with Crew("child_entries:obey", limits=QUICK) as crew:
        assert text(ask(crew, "live-for-a-while 5")) == ["alive"]
    assert waited["nights"] > 1


def advance_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Puts the clock of runs forward by so many hours at each call."""
    real = time.monotonic
    ahead = [0.0]
    monkeypatch.setattr(run, "time", type("Time", (), {"monotonic": lambda: real() + ahead[0]}))

    def hours(number: int) -> None:
        ahead[0] += 3600.0 * number

    return hours


def nights_while_waiting(
    monkeypatch: pytest.MonkeyPatch, hours: Callable[[int], None]
) -> dict[str, int]:
    """Lets a night pass whenever a run waits."""
    waited = {"nights": 0}

    def wait_overnight(signs: list[Connection | int], patience: float) -> Sequence[object]:
        ready = wait(signs, patience)
        waited["nights"] += 1
        hours(8)
        return ready

    monkeypatch.setattr("workstation.processes.run.wait", wait_overnight)
    return waited


def test_a_cancel_ends_what_hangs() -> None:
    cancelled = threading.Event()
    taken = []

    def requests() -> Iterator[Request]:
        for number in range(100):
            taken.append(number)
            yield Request(number, b"say begun" if number == 0 else b"hang")

    with Crew("child_entries:obey", workers=2) as crew:
        ended = {}
        for outcome in crew.run(requests(), cancelled):
            if isinstance(outcome, Part):
                cancelled.set()
            else:
                ended[outcome.key] = outcome.verdict
        # Without the cancel the hanging ones would have stalled.
        assert set(ended.values()) <= {"done", "cancelled"}
        assert set(ended) == set(taken)
        assert len(taken) < 10
        assert verdicts(ask(crew, "say on")) == {"say on": "done"}


def test_a_cancel_before_the_start_takes_nothing_up() -> None:
    cancelled = threading.Event()
    cancelled.set()
    with Crew("child_entries:obey") as crew:
        assert list(crew.run([Request(0, b"hang")], cancelled)) == []
        assert crew.pids == ()


def test_a_cancel_from_another_thread_is_noticed() -> None:
    cancelled = threading.Event()
    with Crew("child_entries:obey") as crew:
        ask(crew, "say warm")
        timer = threading.Timer(0.2, cancelled.set)
        timer.start()
        assert verdicts(crew.run([Request(0, b"hang")], cancelled)) == {0: "cancelled"}
        timer.join()


def test_looking_and_grace_leave_a_cancel_within_a_second() -> None:
    assert limits.CHILD_CANCEL_LOOK_SECONDS + limits.CHILD_CANCEL_GRACE_SECONDS < 0.8


def test_a_cancel_keeps_children_that_are_quick_enough(warm: Crew) -> None:
    cancelled = threading.Event()
    ask(warm, "say warm")
    before = warm.pids
    for outcome in warm.run((Request(n, b"say x") for n in range(1000)), cancelled):
        if isinstance(outcome, End):
            cancelled.set()
    assert warm.pids == before


def test_a_run_left_early_leaves_a_crew_that_works() -> None:
    with Crew("child_entries:obey", workers=2) as crew:
        outcomes = crew.run([Request(0, b"say x"), Request(1, b"hang"), Request(2, b"hang")])
        assert isinstance(next(outcomes), Part)
        outcomes.close()
        assert text(ask(crew, "say y")) == ["y"]


def test_an_exception_of_the_consumer_leaves_nothing_behind() -> None:
    crew = Crew("child_entries:obey")

    def consume() -> None:
        with crew:
            for _ in crew.run([Request(0, b"say x"), Request(1, b"hang")]):
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        consume()
    assert crew.pids == ()
