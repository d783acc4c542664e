from __future__ import annotations

import os
import random
import signal
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from workstation import limits
from workstation.errors import ProcessesFailed
from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Outcome, Part, Request

QUICK = ChildLimits(stall_seconds=1.0, total_seconds=60.0)


def ask(crew: Crew, *deeds: str) -> list[Outcome]:
    return list(crew.run(Request(deed, deed.encode()) for deed in deeds))


def verdicts(outcomes: Iterable[Outcome]) -> dict[object, str]:
    return {end.key: end.verdict for end in outcomes if isinstance(end, End)}


def text(outcomes: Iterable[Outcome]) -> list[str]:
    return [part.payload.decode() for part in outcomes if isinstance(part, Part)]


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


def test_signs_of_life_are_no_answers() -> None:
    may = ChildLimits(stall_seconds=60.0, answer_seconds=0.5)
    with Crew("child_entries:obey", limits=may) as crew:
        assert verdicts(ask(crew, "live-for-a-while 60")) == {"live-for-a-while 60": "too-long"}


def test_a_child_that_wants_too_much_memory_is_replaced() -> None:
    with Crew("child_entries:obey", limits=ChildLimits(memory_bytes=400 << 20)) as crew:
        outcomes = ask(crew, "eat-memory", "say behind")
        assert verdicts(outcomes) == {"eat-memory": "memory", "say behind": "done"}
        assert crew.restarts == 2


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


def test_many_lost_children_lose_no_request() -> None:
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
        # Each of the forty is tried twice; how many more the kills hit is chance.
        assert crew.restarts >= 80
    assert ended == Counter(range(len(deeds)))
    assert max(parts.values()) == 1
    # A kill from outside may hit a request that had just been answered; hardly ever one twice.
    assert verdict["exit", "crashed"] == 40
    assert verdict["say", "done"] > 280
