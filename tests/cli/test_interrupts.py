"""Ctrl-C at a terminal: all processes in front are interrupted at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said

Program = Callable[..., "subprocess.Popen[str]"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")

# What the program does when it comes to a certain point: it interrupts itself and its children.
INTERRUPTED = """
import os, signal, sys
from importlib.abc import MetaPathFinder
class AtImport(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            os.killpg(0, signal.SIGINT)
sys.meta_path.insert(0, AtImport())
"""


def ended(process: subprocess.Popen[str]) -> Said:
    with process:
        out, err = process.communicate()
    return Said(process.returncode, out, err)


@pytest.mark.parametrize(
    "module",
    [
        "workstation.cli.running",
        "argparse",
        "workstation.cli.parser",
        "workstation.library.library",
        "sqlalchemy",
        "workstation.reporting.rows",
    ],
)
def test_ctrl_c_while_the_program_is_still_loading_is_told_in_a_line(
    module: str, desk: str, program: Program
) -> None:
    said = ended(
        program("articles", desk, before=INTERRUPTED.format(module=module), start_new_session=True)
    )
    assert said.code == 130
    assert said.err.startswith("workstation: Stopped.")
    assert len(said.err.splitlines()) == 1
    assert said.out == ""


AT_THE_END = """
import atexit, os, signal
atexit.register(lambda: os.killpg(0, signal.SIGINT))
"""


def test_ctrl_c_at_the_very_end_is_not_lost(desk: str, program: Program) -> None:
    said = ended(program("articles", desk, before=AT_THE_END, start_new_session=True))
    assert said.code == 130
    assert "Traceback" not in said.err


IN_A_DESTRUCTOR = """
import os, signal
class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(100): pass
from workstation.cli import ledger
def dying(asked):
    Dying()
    return 0
ledger.ledger = dying
"""


def test_ctrl_c_where_nothing_can_be_raised_is_not_lost(desk: str, program: Program) -> None:
    said = ended(program("ledger", desk, before=IN_A_DESTRUCTOR, start_new_session=True))
    assert said.code == 130


DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"


def test_a_program_in_the_background_of_a_script_goes_on(desk: str, program: Program) -> None:
    before = DEAF + INTERRUPTED.format(module="sqlalchemy")
    said = ended(program("articles", desk, "--json", before=before, start_new_session=True))
    assert said.code == 0
    assert len(json.loads(said.out)) == 2


WHEN_A_CHILD_STARTS = """
import os, signal, threading
from multiprocessing.process import BaseProcess
start = BaseProcess.start
def start_and_interrupt(process):
    start(process)
    for pause in {pauses}:
        threading.Timer(pause, os.killpg, (0, signal.SIGINT)).start()
BaseProcess.start = start_and_interrupt
"""


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.15, 0.3])
def test_ctrl_c_while_children_start_shows_none_of_them(
    pause: float, desk: str, tmp_path: Path, program: Program
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Russia has left the pier, and nobody said a word about it.")
    before = WHEN_A_CHILD_STARTS.format(pauses=(pause,))
    said = ended(program("import", desk, str(article), before=before, start_new_session=True))
    assert said.code == 130
    assert said.err == "Stopped. What was done is kept; run it again to go on.\n"
    assert not list(Path(desk).glob("holder.json"))


def test_a_report_that_was_interrupted_is_not_written(
    desk: str, tmp_path: Path, program: Program
) -> None:
    target = tmp_path / "r.pdf"
    before = WHEN_A_CHILD_STARTS.format(pauses=(0.0,))
    said = ended(program("report", desk, "-o", str(target), before=before, start_new_session=True))
    assert said.code == 130
    assert "Traceback" not in said.err
    assert not [path for path in tmp_path.iterdir() if path.suffix in (".pdf", ".part")]


def test_a_chart_that_was_interrupted_is_not_written(
    desk: str, tmp_path: Path, program: Program
) -> None:
    before = WHEN_A_CHILD_STARTS.format(pauses=(0.0,))
    target = str(tmp_path / "f.png")
    said = ended(program("frequency", desk, "-o", target, before=before, start_new_session=True))
    assert said.code == 130
    assert said.err == "workstation: Stopped. What was done before is kept.\n"
    assert not list(tmp_path.glob("*.png"))
    assert not list(tmp_path.glob(".*.part"))
