"""The habits of the house, kept by machine."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
SOURCES = sorted((ROOT / "workstation").rglob("*.py"))
LONGEST_FILE = 400


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_an_upper_floor_imports_lower_ones_only() -> None:
    found = run("lint-imports")
    assert found.returncode == 0, found.stdout


def test_the_code_is_clean() -> None:
    found = run("ruff", "check", ".")
    assert found.returncode == 0, found.stdout
    formatted = run("ruff", "format", "--check", ".")
    assert formatted.returncode == 0, formatted.stdout


def test_every_type_is_right() -> None:
    found = run("mypy")
    assert found.returncode == 0, found.stdout


def test_no_file_outgrows_its_room() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in SOURCES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
        and "versions" not in path.parts
    }
    assert long == {}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_hold_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = re.findall(r"^[A-Za-z0-9_.\-\[\]]+==", text, re.MULTILINE)
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(pinned) == len(blocks) > 20
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_every_run_time_pin_is_also_the_development_pin() -> None:
    def pins(lock: str) -> set[str]:
        text = (ROOT / lock).read_text(encoding="utf-8")
        return set(re.findall(r"^(\S+==\S+)", text, re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_only_text_and_formats_that_we_made_reach_qt() -> None:
    desktop = [path for path in SOURCES if "desktop" in path.parts]
    html = [
        p.name for p in desktop if re.search(r"\.(setHtml|insertHtml|appendHtml)\(", p.read_text())
    ]
    assert html == []


def test_starting_a_verb_loads_neither_window_nor_store() -> None:
    asked = (
        "import sys, workstation.cli; "
        "heavy = ('PySide6', 'sqlalchemy', 'spacy', 'onnxruntime', 'numpy');"
        "print([m for m in heavy if m in sys.modules])"
    )
    found = run("python", "-c", asked)
    assert found.stdout.strip() == "[]", found.stderr


def test_a_tagging_worker_loads_neither_window_nor_store() -> None:
    asked = (
        "import sys, workstation.tagging.worker; "
        "print([m for m in ('PySide6', 'sqlalchemy') if m in sys.modules])"
    )
    found = run("python", "-c", asked)
    assert found.stdout.strip() == "[]", found.stderr


def test_a_reading_worker_loads_neither_window_nor_store_nor_pipeline() -> None:
    asked = (
        "import sys, workstation.importing.sandbox; "
        "print([m for m in ('PySide6', 'sqlalchemy', 'spacy', 'onnxruntime') if m in sys.modules])"
    )
    found = run("python", "-c", asked)
    assert found.stdout.strip() == "[]", found.stderr
