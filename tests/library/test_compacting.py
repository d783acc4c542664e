"""A library that cannot be written anew says why, and is as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.press import Press
from workstation.domain.selection import Selection
from workstation.library import corpus
from workstation.library.library import Library

_FULL = """
import resource, signal, sys
from workstation.errors import Unwritable
from workstation.library.library import Library
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Library.open(sys.argv[1]) as library:
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
    try:
        library.compact()
    except Unwritable as error:
        print(error)
"""


@pytest.fixture
def where(tmp_path: Path) -> Path:
    with Library.create(tmp_path / "x.mwlib", zone="UTC") as made:
        Press(made).named("Russia met Turkey. " + "They spoke. " * 500, "Russia", "Turkey")
    return tmp_path / "x.mwlib"


def _is_whole(where: Path) -> None:
    with Library.open(where) as library:
        assert library.check() == []
        with library.read() as reading:
            assert corpus.count(reading, Selection(words="spoke")) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of the size of files there")
def test_a_full_disk_is_told_in_words(where: Path) -> None:
    run = [sys.executable, "-c", _FULL, str(where)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert "could not be written" in done.stdout, done.stderr
    _is_whole(where)
