"""The sample library, and the window to show it in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.conftest import dressed, english, own_home, theme, window  # noqa: F401
from workstation import sample
from workstation.library.library import Library


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, filled once."""
    where = tmp_path_factory.mktemp("pictures") / "Sample.mwlib"
    with Library.create(where, zone="Asia/Damascus") as library:
        sample.fill(library)
    return where
