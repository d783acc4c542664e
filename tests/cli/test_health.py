from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from workstation import doctor
from workstation.doctor import Examined, Finding

FOUND = Examined(
    (
        Finding("Program", "ok", "Media Workstation 1.0."),
        Finding(
            "Window", "missing", "The window needs libEGL.so.1.", "sudo apt-get install libegl1"
        ),
    ),
    {"read": True, "network": False},
)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found, without trying it again for each test."""
    monkeypatch.setattr(doctor, "examine", lambda _where: FOUND)


@pytest.mark.usefixtures("found")
def test_what_is_missing_is_listed_with_the_line_that_helps(say: Say) -> None:
    said = say("doctor")
    assert (said.code, said.err) == (1, "")
    assert said.out.splitlines() == [
        "ok       Program   Media Workstation 1.0.",
        "missing  Window    The window needs libEGL.so.1.",
        "         sudo apt-get install libegl1",
    ]


@pytest.mark.usefixtures("found")
def test_scripts_read_the_same_as_json(say: Say) -> None:
    said = say("doctor", "--json")
    assert said.code == 1
    assert said.json["ok"] is False
    assert said.json["doors"] == {"read": "closed", "network": "open"}
    assert [one["subject"] for one in said.json["findings"]] == ["Program", "Window"]


def test_a_library_that_is_none_is_missing(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "closed_doors", lambda: dict.fromkeys(doctor.DOORS, True))
    said = say("doctor", str(tmp_path / "none.mwlib"), "--json")
    assert said.code == 1
    assert said.json["findings"][-1]["state"] == "missing"
