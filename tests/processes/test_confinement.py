from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.requests import Part, Request

HOST = Path(__file__).parent / "in_child" / "host.py"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def host() -> Iterator[subprocess.Popen[str]]:
    """A program whose two children hang, one of them in native code."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(HOST.parent)])}
    with subprocess.Popen(
        [sys.executable, str(HOST)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as program:
        yield program
        program.kill()


def lines(host: subprocess.Popen[str], number: int) -> list[str]:
    assert host.stdout is not None
    return [host.stdout.readline() for _ in range(number)]


def is_gone(pid: int) -> bool:
    """Waits for the end of a process that is not ours."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    ready, _, _ = select.select([watched], [], [], 10)
    os.close(watched)
    return bool(ready)


def test_children_outlive_the_thread_that_started_them(host: subprocess.Popen[str]) -> None:
    *before, after = lines(host, 3)
    *pids, restarts = after.split()
    assert {line.strip() for line in before} <= set(pids)
    assert restarts == "0"


def test_children_die_with_a_parent_that_is_killed(host: subprocess.Popen[str]) -> None:
    *_, after, hanging, hanging_too = lines(host, 5)
    *pids, _ = after.split()
    assert ("hanging" in hanging, "hanging" in hanging_too, len(pids)) == (True, True, 2)
    host.kill()
    assert all(is_gone(int(pid)) for pid in pids)


def test_children_leave_an_interrupt_to_their_parent() -> None:
    with Crew("child_entries:obey") as crew:
        list(crew.run([Request(0, b"say warm")]))
        before = crew.pids
        os.kill(crew.pids[0], signal.SIGINT)
        list(crew.run([Request(0, b"say on")]))
        assert crew.pids == before


def test_a_child_does_not_speak_into_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with Crew("child_entries:obey") as crew:
        part, _ = crew.run([Request(0, b"print \x1b[31mred")])
    assert part == Part(0, b"printed")
    assert capfd.readouterr() == ("", "")


def test_a_child_has_the_limits_of_its_crew() -> None:
    with Crew("child_entries:obey", limits=ChildLimits(memory_bytes=600 << 20, nice=3)) as crew:
        part, _ = crew.run([Request(0, b"limits")])
    assert isinstance(part, Part)
    assert json.loads(part.payload) == {
        "memory": 600 << 20,
        "core": 0,
        "nice": os.nice(0) + 3,
        "ignores interrupts": True,
    }
