"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from workstation.library.library import Library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes depends on what else the machine does.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library, open for writing, whose days are Damascus's."""
    with Library.create(tmp_path / "x.mwlib", zone="Asia/Damascus") as opened:
        yield opened
