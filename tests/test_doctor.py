from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from workstation import doctor, limits
from workstation.doctor import Examined, Finding
from workstation.errors import ProcessesFailed
from workstation.library.library import Library
from workstation.tagging import identity

# The same doors, tried by a process that shuts them itself, and by none of the code examined.
TRIER = """
import json, os, resource, socket, sys
from workstation.processes import doors
canary, port = sys.argv[1], int(sys.argv[2])
line = socket.socket()
doors.shut()
def closed(attempt):
    try:
        attempt()
    except OSError:
        return True
    return False
def start():
    if not os.fork():
        os._exit(0)
    os.wait()
print(json.dumps({
    "read": closed(lambda: open(canary).read()),
    "write": closed(lambda: open(canary + ".new", "w").write("x")),
    "network": closed(lambda: line.connect(("127.0.0.1", port))),
    "program": closed(start),
}))
"""


@pytest.fixture(autouse=True)
def children_do_not_run_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    # A spawned child runs the main module of its parent first, here that of the test runner.
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "__spec__", None)
    monkeypatch.delattr(main, "__file__", raising=False)


def really_closed(folder: Path) -> dict[str, bool]:
    """What a confined process finds closed on this machine."""
    canary = folder / "canary.txt"
    canary.write_text("canary")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        words = [sys.executable, "-c", TRIER, str(canary), str(listener.getsockname()[1])]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
    found: dict[str, bool] = json.loads(done.stdout)
    return found


def of(examined: Examined, subject: str) -> list[Finding]:
    return [one for one in examined.findings if one.subject == subject]


def test_what_is_said_of_readers_is_what_a_confined_process_can_do(tmp_path: Path) -> None:
    where = tmp_path / "desk.mwlib"
    Library.create(where, zone="UTC").close()
    found = doctor.examine(str(where))
    closed = really_closed(tmp_path)
    assert {door: found.doors[door] for door in closed} == closed  # type: ignore[index]
    (readers,) = of(found, "Readers")
    said = {door: words[0] in readers.words for door, words in doctor._SHUT.items()}
    assert said == found.doors
    assert readers.state == ("ok" if all(found.doors.values()) else "note")
    (library,) = of(found, "Library")
    assert library.words.startswith("0 articles, 0 mentions, 0 originals; all is well.")
    assert {one.subject for one in found.findings} >= {"Program", "Window", "Pipeline", "Disk"}
    (pipeline,) = of(found, "Pipeline")
    assert re.search(r"en_world_news \d+\.\d+.*spaCy 3\.", pipeline.words)


def test_an_open_door_is_a_note_that_names_it() -> None:
    said = doctor._confinement(dict.fromkeys(doctor.DOORS, True) | {"network": False})
    assert said.state == "note"
    assert "On this system they can reach the network." in said.words
    assert "not confined" in doctor._confinement(dict.fromkeys(doctor.DOORS, False)).words


def test_missing_libraries_come_with_the_line_that_installs_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(doctor, "_WINDOW", {"libnothing.so.9": "libnothing9", "libc.so.6": "libc6"})
    said = doctor._window()
    assert said.state == "missing"
    assert "libnothing.so.9." in said.words
    assert said.remedy == "sudo apt-get install --no-install-recommends -y libnothing9"


def test_the_libraries_are_those_that_the_makefile_installs() -> None:
    made = (Path(__file__).parents[1] / "Makefile").read_text()
    listed = re.search(r"^APT_RUN := (.*?[^\\])$", made, re.MULTILINE | re.DOTALL)
    assert listed
    packages = set(listed[1].replace("\\", " ").split())
    assert set(doctor._WINDOW.values()) == packages - {
        "python3-venv", "fontconfig", "fonts-dejavu-core",
    }  # fmt: skip


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_tesseract_is_named_with_its_languages_or_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(
        "#!/bin/sh\n[ $1 = --version ] && echo 'tesseract 5.3.0' && exit\n"
        "echo 'List of available languages (3):'; echo ara; echo eng; echo osd\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = Finding("Scans", "ok", "Tesseract 5.3.0 reads scanned pages, in: ara, eng.")
    assert doctor._scans() == found
    program.unlink()
    monkeypatch.setattr(sys, "platform", platform)
    missing = doctor._scans()
    assert missing.state == "note"
    assert "Tesseract is not installed" in missing.words
    assert "esseract" in missing.remedy


def test_what_is_missing_is_told_and_nothing_is_whole_then(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails() -> dict[str, bool]:
        raise ProcessesFailed("A background process did not come up.", "Close other programs.")

    monkeypatch.setattr(doctor, "closed_doors", fails)
    monkeypatch.setattr(doctor, "_has_font", lambda _listed, code: code != "ja")
    monkeypatch.setattr(limits, "DISK_LOW_BYTES", 1 << 60)
    monkeypatch.setattr(doctor.identity, "model", lambda: tmp_path / "gone")
    found = doctor.examine(str(tmp_path / "none.mwlib"))
    assert not found.is_whole
    missing = {one.subject for one in found.findings if one.state == "missing"}
    assert missing == {"Readers", "Disk", "Pipeline", "Library"}
    assert all(one.remedy for one in found.findings if one.state == "missing")
    assert all("Japanese:" in one.words for one in of(found, "Fonts"))


def test_a_damaged_model_is_found_by_loading_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "model"
    shutil.copytree(identity.model(), broken)
    network = broken / "names.onnx"
    network.write_bytes(network.read_bytes()[:1000])
    monkeypatch.setattr(identity, "model", lambda: broken)
    (found,) = (one for one in doctor.examine().findings if one.subject == "Pipeline")
    assert found.state == "missing"
    assert found.words == f"The tagger's model in {broken} is damaged: it cannot be loaded."
