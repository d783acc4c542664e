from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="consoles are not terminals")

PROGRAM = """
import logging, os, signal, sys, time
if __name__ == "__mp_main__":
    {in_child}
from workstation.errors import ProcessesFailed
from workstation.processes.crew import Crew
from workstation.processes.requests import Part, Request
if __name__ == "__main__":
    logging.basicConfig(filename=sys.argv[1])
    try:
        with Crew("child_entries:obey") as crew:
            for outcome in crew.run([Request(0, b"say up")]):
                if isinstance(outcome, Part):
                    print(outcome.payload.decode())
    except ProcessesFailed as error:
        print(error.sentence)
    print("still here", file=sys.stderr)
"""


def run(folder: Path, in_child: str) -> tuple[subprocess.CompletedProcess[str], str]:
    program, log = folder / "program.py", folder / "log"
    program.write_text(PROGRAM.format(in_child=in_child), encoding="utf-8")
    paths = [str(ROOT), str(Path(__file__).parent / "in_child")]
    done = subprocess.run(
        [sys.executable, str(program), str(log)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
    )
    return done, log.read_text(encoding="utf-8") if log.exists() else ""


def test_an_interrupt_of_a_child_that_is_still_starting_is_not_noticed(tmp_path: Path) -> None:
    done, log = run(tmp_path, "os.kill(os.getpid(), signal.SIGINT)")
    assert done.stdout == "up\n"
    assert done.stderr == "still here\n"
    assert log == ""


def test_a_child_that_cannot_start_writes_to_the_log_and_not_to_the_terminal(
    tmp_path: Path,
) -> None:
    done, log = run(tmp_path, "raise ImportError('half of it is missing')")
    assert "did not come up" in done.stdout
    assert done.stderr == "still here\n"
    assert "half of it is missing" in log
