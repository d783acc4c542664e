"""A small library, and the command run inside this process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.library.press import Press
from workstation.cli import main
from workstation.library.library import Library

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Said:
    """What a run of the command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Say = Callable[..., Said]


@pytest.fixture(autouse=True, scope="session")
def interruptible() -> None:
    """Whoever runs the tests in the background of a shell makes them, and the command, deaf."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two articles; copied before it is changed."""
    where = tmp_path_factory.mktemp("stock") / "desk.mwlib"
    with Library.create(where, zone="Asia/Damascus") as library:
        press = Press(library)
        press.named(
            "Russia met Syria in Latakia. Russia left.", "Russia", "Syria", on=date(2024, 12, 14)
        )
        press.named("Turkey spoke to Russia.", "Turkey", "Russia", title="On the phone")
    return where


@pytest.fixture
def desk(stock: Path, tmp_path: Path) -> str:
    """A library of one's own."""
    return str(copytree(stock, tmp_path / "desk.mwlib"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and logs of nobody's."""
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name))
    return tmp_path / "home"


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs the command inside this process."""

    def run(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return Said(code, told.out, told.err)

    return run


@pytest.fixture
def program() -> Callable[..., subprocess.Popen[str]]:
    """Starts the command as a program of its own."""

    def start(*words: str | bytes, before: str = "", **how: Any) -> subprocess.Popen[str]:
        """`before` is run first, in the same process."""
        code = f"{before}\nfrom workstation.cli import main\nraise SystemExit(main())"
        paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
        return subprocess.Popen(
            [sys.executable, "-c", code, *words],
            text=True,
            encoding="utf-8",
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
            | how.pop("env", {}),
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how,
        )

    return start


@pytest.fixture
def ask(program: Callable[..., subprocess.Popen[str]]) -> Say:
    """Runs the command as a program of its own, to its end."""

    def run(*words: str | bytes, **how: Any) -> Said:
        with program(*words, **how) as process:
            out, err = process.communicate()
        assert "Traceback" not in err
        return Said(process.returncode, out, err)

    return run
