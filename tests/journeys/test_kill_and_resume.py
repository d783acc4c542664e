"""Killed anywhere, the program goes on where it was."""

import json
import subprocess
import sys
from pathlib import Path

from workstation.resources import seeds

IMPORTING = """
import sys
from pathlib import Path
from workstation.importing.importer import import_paths
from workstation.library.library import Library
if __name__ == "__main__":
    with Library.open_or_create(sys.argv[1]) as library:
        tell = lambda progress: print(progress.done, flush=True)
        import_paths(library, [Path(p) for p in sys.argv[2:]], tell=tell)
"""
TAGGING = """
import sys
from workstation.library.library import Library
from workstation.tagging.tagger import tag
if __name__ == "__main__":
    with Library.open(sys.argv[1]) as library:
        tag(library, tell=lambda progress: print(progress.done, flush=True))
"""


def killed_at(script: Path, code: str, steps: int, *arguments: str) -> None:
    """Runs a script until it says that so many steps are done, and kills it there."""
    script.write_text(code, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script), *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= steps:
                process.kill()
                break
        else:
            raise AssertionError("it was over before it could be killed")


def workstation(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workstation", *words], capture_output=True, text=True, check=False
    )


def told(*words: str) -> list[dict[str, object]]:
    found = workstation(*words, "--json")
    assert found.returncode == 0, found.stderr
    return list(json.loads(found.stdout))


def test_a_killed_import_and_a_killed_tagging_end_as_if_nothing_had_happened(
    tmp_path: Path,
) -> None:
    files = sorted(str(path) for path in seeds().glob("2024-*.txt"))
    killed, whole = str(tmp_path / "killed.mwlib"), str(tmp_path / "whole.mwlib")

    killed_at(tmp_path / "importing.py", IMPORTING, 4, killed, *files)
    again = workstation("import", killed, *files, "--no-tag")
    assert again.returncode == 0, again.stderr
    killed_at(tmp_path / "tagging.py", TAGGING, 0, killed)
    assert workstation("tag", killed).returncode == 0

    assert workstation("import", whole, *files).returncode == 0
    assert len(told("articles", killed)) == len(files)
    assert all(row["verdict"] for row in told("ledger", killed))
    counts = [
        [(a["name"], a["mentions"], a["articles"]) for a in told("actors", where)]
        for where in (killed, whole)
    ]
    assert counts[0] == counts[1]
    assert workstation("check", killed).returncode == 0
