from __future__ import annotations

import json
import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path

import pytest

from workstation import limits
from workstation.errors import ProcessesFailed
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


def test_a_request_is_answered_and_ended(warm: Crew) -> None:
    assert ask(warm, "say hello") == [Part("say hello", b"hello"), End("say hello", "done")]


def test_parts_arrive_in_order_and_before_the_end(warm: Crew) -> None:
    outcomes = ask(warm, "count 1000")
    assert text(outcomes) == [str(number) for number in range(1000)]
    assert outcomes[-1] == End("count 1000", "done")


def test_a_part_arrives_while_the_handler_still_works() -> None:
    with Crew("child_entries:obey") as crew:
        outcomes = crew.run([Request("endless", b"say-for-ever")])
        assert next(outcomes) == Part("endless", b"again")
        outcomes.close()


def test_requests_of_one_child_are_answered_in_their_order(warm: Crew) -> None:
    deeds = [f"say {number}" for number in range(200)]
    assert text(ask(warm, *deeds)) == [str(number) for number in range(200)]


def test_a_child_stays_warm_from_run_to_run(warm: Crew) -> None:
    assert text(ask(warm, "pid")) == text(ask(warm, "pid")) == [str(pid) for pid in warm.pids]


def test_a_run_without_requests_is_over_at_once(warm: Crew) -> None:
    assert ask(warm) == []


def test_a_refusal_carries_its_words(warm: Crew) -> None:
    assert ask(warm, "refuse") == [
        End("refuse", "refused", "The file is a picture.", "Convert it to text.", "picture")
    ]


def test_any_other_exception_fails_the_request_and_traces_it_to_the_log(
    warm: Crew, caplog: pytest.LogCaptureFixture
) -> None:
    assert ask(warm, "fail no such thing") == [
        End("fail no such thing", "failed", "LookupError: no such thing")
    ]
    assert "LookupError" in caplog.text
    assert "no such thing" not in caplog.text


def test_a_child_lives_on_after_refusals_and_failures(warm: Crew) -> None:
    before = warm.pids
    ask(warm, "refuse", "fail again", "say-too-much 40000000")
    assert warm.pids == before


def test_a_part_too_large_for_a_frame_fails(warm: Crew) -> None:
    (end,) = ask(warm, "say-too-much 40000000")
    assert isinstance(end, End)
    assert (end.verdict, "too large" in end.what_happened) == ("failed", True)


def test_a_part_of_several_megabytes_arrives_whole(warm: Crew) -> None:
    part, end = ask(warm, "say-too-much 20000000")
    assert isinstance(part, Part)
    assert (len(part.payload), end) == (20_000_000, End("say-too-much 20000000", "done"))


def test_a_request_of_several_megabytes_arrives_whole(warm: Crew) -> None:
    long = "x" * 8_000_000
    assert text(warm.run([Request(0, f"say {long}".encode()), Request(1, b"say y")])) == [long, "y"]


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


def test_a_crew_makes_one_run_at_a_time(warm: Crew) -> None:
    outcomes = warm.run([Request(0, b"say x")])
    next(outcomes)
    with pytest.raises(RuntimeError):
        ask(warm, "say y")
    outcomes.close()


def test_as_many_children_start_as_there_is_work_for() -> None:
    with Crew("child_entries:obey", workers=3) as crew:
        counts = [len(crew.pids)]
        ask(crew, "say x")
        counts.append(len(crew.pids))
        ask(crew, "say x", "say y", "say z", "say w")
        counts.append(len(crew.pids))
    assert counts == [0, 1, 3]


def test_the_setup_reaches_the_handler() -> None:
    setup: dict[str, object] = {"model": "de", "names": ["Ä", 1, None]}
    with Crew("child_entries:setup_teller", setup=setup) as crew:
        assert json.loads(text(ask(crew, ""))[0]) == setup


def test_a_child_is_confined_after_its_handler_is_made_and_before_its_first_request() -> None:
    with Crew("child_entries:tell_confinement", confine="child_entries:confine") as crew:
        assert text(ask(crew, "")) == ["False True"]


@pytest.mark.parametrize(
    ("deed", "how"), [("exit 3", "exit code 3"), ("segfault", "SIGSEGV"), ("exit 0", "exit code 0")]
)
def test_a_crash_ends_its_request_alone(deed: str, how: str) -> None:
    with Crew("child_entries:obey", attempts=1) as crew:
        outcomes = ask(crew, "say before", deed, "say after", "say more")
        assert text(outcomes) == ["before", "after", "more"]
        crash = next(end for end in outcomes if isinstance(end, End) and end.key == deed)
        assert (crash.verdict, how in crash.what_happened) == ("crashed", True)
        assert crash.what_you_can_do
        assert crew.restarts == 1


def test_a_request_that_crashed_once_is_tried_again_alone_in_a_fresh_child(tmp_path: Path) -> None:
    mark = f"crash-once {tmp_path / 'mark'}"
    with Crew("child_entries:obey") as crew:
        outcomes = ask(crew, "pid", mark, "say behind", "pid")
        assert set(verdicts(outcomes).values()) == {"done"}
        # Nothing came between the crash and the second try.
        assert text(outcomes)[1:3] == ["the second time", "behind"]
        assert crew.restarts == 1


def test_a_request_that_crashes_twice_has_crashed() -> None:
    with Crew("child_entries:obey") as crew:
        assert verdicts(ask(crew, "exit 3", "say behind")) == {
            "exit 3": "crashed",
            "say behind": "done",
        }
        assert crew.restarts == 2


def test_a_request_with_delivered_parts_is_not_tried_again() -> None:
    with Crew("child_entries:obey") as crew:
        outcomes = ask(crew, "speak-then-exit once")
        assert text(outcomes) == ["once"]
        assert verdicts(outcomes) == {"speak-then-exit once": "crashed"}
        assert crew.restarts == 1


@pytest.mark.parametrize("deed", ["hang", "hang-holding-the-interpreter", "freeze"])
def test_a_child_without_progress_is_stalled(deed: str) -> None:
    with Crew("child_entries:obey", limits=QUICK) as crew:
        assert verdicts(ask(crew, deed, "say behind")) == {deed: "stalled", "say behind": "done"}


def test_an_empty_part_is_a_sign_of_life_and_not_delivered() -> None:
    with Crew("child_entries:obey", limits=QUICK) as crew:
        assert text(ask(crew, "live-for-a-while 15")) == ["alive"]


def test_a_request_may_not_go_on_for_ever() -> None:
    may = ChildLimits(total_seconds=0.5)
    with Crew("child_entries:obey", limits=may) as crew:
        assert verdicts(ask(crew, "say-for-ever", "say behind")) == {
            "say-for-ever": "too-long",
            "say behind": "done",
        }


def test_a_child_that_wants_too_much_memory_is_replaced() -> None:
    with Crew("child_entries:obey", limits=ChildLimits(memory_bytes=400 << 20)) as crew:
        outcomes = ask(crew, "eat-memory", "say behind")
        assert verdicts(outcomes) == {"eat-memory": "memory", "say behind": "done"}
        assert crew.restarts == 2


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


def test_a_child_that_died_while_idle_is_replaced_unnoticed() -> None:
    with Crew("child_entries:obey") as crew:
        ask(crew, "say x")
        os.kill(crew.pids[0], signal.SIGKILL)
        assert verdicts(ask(crew, "say y", "say z")) == {"say y": "done", "say z": "done"}
        assert crew.restarts == 1


def test_a_child_that_froze_while_idle_is_replaced_and_nobody_blamed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "CHILD_PICKUP_SECONDS", 1.0)
    with Crew("child_entries:obey", attempts=1) as crew:
        ask(crew, "say x")
        os.kill(crew.pids[0], signal.SIGSTOP)
        assert verdicts(ask(crew, "say y", "say z")) == {"say y": "done", "say z": "done"}
        assert crew.restarts == 1


def test_a_frozen_child_does_not_keep_the_host_from_handing_out_large_requests() -> None:
    large = b"say " + bytes(8_000_000)
    with Crew("child_entries:obey", workers=2, limits=QUICK) as crew:
        requests = [Request("frozen", b"freeze"), *(Request(key, large) for key in range(8))]
        ended = verdicts(crew.run(requests))
        assert ended.pop("frozen") == "stalled"
        assert set(ended.values()) == {"done"}


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


def test_a_closed_crew_says_so() -> None:
    crew = Crew("child_entries:obey")
    crew.close()
    crew.close()
    with pytest.raises(RuntimeError):
        ask(crew, "say x")


def test_an_entry_that_refuses_its_setup_is_told_in_its_words() -> None:
    with Crew("child_entries:refuse_setup") as crew:
        for _ in range(2):
            with pytest.raises(ProcessesFailed) as failure:
                ask(crew, "say x")
            assert failure.value.what_happened == "The model is missing."
            assert failure.value.code == "no-model"


@pytest.mark.parametrize(
    "entry", ["child_entries:fail_to_start", "child_entries:nothing", "no.such.module:at_all"]
)
def test_children_that_do_not_come_up_end_the_run_with_words(
    entry: str, caplog: pytest.LogCaptureFixture
) -> None:
    with Crew(entry) as crew:
        with pytest.raises(ProcessesFailed):
            ask(crew, "say x")
        assert crew.restarts == limits.CHILD_START_ATTEMPTS
    assert "Error" in caplog.text


def test_a_child_that_never_says_hello_has_not_come_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHILD_START_SECONDS", 0.001)
    with Crew("child_entries:obey") as crew, pytest.raises(ProcessesFailed):
        ask(crew, "say x")


def test_children_import_neither_widgets_nor_the_store_nor_the_host() -> None:
    with Crew("child_entries:obey") as crew:
        loaded = json.loads(text(ask(crew, "loaded"))[0])
    assert not [
        name
        for name in loaded
        if name.split(".")[0] in {"PySide6", "sqlalchemy", "spacy", "numpy", "pytest"}
    ]
    rooms = {name for name in loaded if name.startswith("workstation.")}
    assert rooms == {
        "workstation.errors",
        "workstation.limits",
        "workstation.processes",
        "workstation.processes.child",
        "workstation.processes.confinement",
        "workstation.processes.frames",
        "workstation.processes.wire",
    }


def test_a_hundred_lost_children_lose_no_request() -> None:
    dice = random.Random(7)  # noqa: S311 - for a test
    deeds = [f"say {number}" for number in range(300)] + ["exit 3"] * 40
    dice.shuffle(deeds)
    verdict: Counter[tuple[str, str]] = Counter()
    ended: Counter[object] = Counter()
    parts: Counter[object] = Counter()
    with Crew("child_entries:obey", workers=2) as crew:
        for outcome in crew.run(Request(key, deed.encode()) for key, deed in enumerate(deeds)):
            if isinstance(outcome, Part):
                parts[outcome.key] += 1
                continue
            ended[outcome.key] += 1
            word = deeds[int(str(outcome.key))].split()[0]
            verdict[word, outcome.verdict] += 1
            if (word, outcome.verdict) == ("say", "done"):
                assert parts[outcome.key] == 1
                if dice.random() < 0.08:
                    os.kill(dice.choice(crew.pids), signal.SIGKILL)
        assert crew.restarts >= 100
    assert ended == Counter(range(len(deeds)))
    assert max(parts.values()) == 1
    # A kill from outside may hit a request that had just been answered; hardly ever one twice.
    assert verdict["exit", "crashed"] == 40
    assert verdict["say", "done"] > 280


def test_nothing_is_left_of_crews_that_were_closed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    file = os.open(path, os.O_RDONLY)

    def use_a_crew() -> None:
        with Crew("child_entries:obey", workers=2, attempts=1) as crew:
            list(crew.run(Request(key, b"exit 3", file) for key in range(2)))
            cancelled = threading.Event()
            for outcome in crew.run((Request(key, b"say x", file) for key in range(9)), cancelled):
                if isinstance(outcome, End):
                    cancelled.set()
            next(crew.run([Request(0, b"say x", file), Request(1, b"hang", file)]))

    # The first crew also starts the resource tracker of multiprocessing, which stays.
    use_a_crew()
    before = (children(), len(list(Path("/proc/self/fd").iterdir())), threading.active_count())
    use_a_crew()
    use_a_crew()
    after = (children(), len(list(Path("/proc/self/fd").iterdir())), threading.active_count())
    os.close(file)
    assert after == before


def children() -> set[str]:
    """The processes, zombies too, whose parent is this one."""
    own = str(os.getpid())
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = stat.read_text().partition(" (")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if rest.rpartition(") ")[2].split()[1] == own:
            found.add(pid)
    return found
