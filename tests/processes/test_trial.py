from __future__ import annotations

import socket
from pathlib import Path

import pytest

from workstation.errors import ProcessesFailed
from workstation.processes import kernel, trial

CONFINED = kernel.landlock_version() and kernel.seccomp_possible()


@pytest.mark.skipif(not CONFINED, reason="this kernel does not close all doors")
def test_a_confined_child_finds_every_door_closed() -> None:
    assert trial.closed_doors() == dict.fromkeys(trial.DOORS, True)


def test_a_child_that_nothing_confines_comes_through_all_but_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trial, "_CONFINE", None)
    found = trial.closed_doors()
    # Memory is taken from every child, confined or not.
    assert found == {**dict.fromkeys(trial.DOORS, False), "memory": True}


def test_an_attempt_that_comes_through_leaves_its_trace(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("canary")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        asked = f'{{"canary": "{canary}", "port": {listener.getsockname()[1]}}}'
        list(trial.serve(None)(asked.encode(), None))
        listener.settimeout(10)
        listener.accept()[0].close()
    assert (tmp_path / "canary.new").read_bytes() == b"written"


def test_what_is_not_there_is_no_closed_door() -> None:
    def raises(error: Exception) -> bool:
        def attempt() -> None:
            raise error

        return trial._is_closed(attempt)

    assert not raises(FileNotFoundError())
    assert not raises(ConnectionRefusedError())
    assert raises(PermissionError())
    assert raises(MemoryError())


def test_a_child_that_tells_nothing_is_told_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_ENTRY", "child_entries:echo")
    with pytest.raises(ProcessesFailed, match="did not tell"):
        trial.closed_doors()
