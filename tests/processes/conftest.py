from __future__ import annotations

import sys
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def children_find_their_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "in_child"))


@pytest.fixture(autouse=True)
def children_do_not_run_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    # A spawned child runs the main module of its parent first, here that of the test runner.
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "__spec__", None)
    monkeypatch.delattr(main, "__file__", raising=False)
