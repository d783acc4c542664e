"""The program's own road, walked in a process of its own, and what each file cost on it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_NO_SENTENCE = re.compile(
    r"Traceback|\bFile \"|\b\w+(?:Error|Exception|Warning)\b|<class |0x[0-9a-f]{6,}|^$|[^.!?”)]$"
)


@dataclass(frozen=True)
class Outcome:
    """What became of a file."""

    name: str
    verdict: str
    code: str
    message: str
    details: str
    articles: int
    seconds: float
    peak: int
    """Bytes that the reader process held at most meanwhile."""

    @property
    def lost(self) -> bool:
        """Whether it cost a reader process, or met a bug of one."""
        return self.code.startswith("reader-")

    @property
    def fault(self) -> str:
        """Why no user should be told so; "" if it is a verdict with a sentence."""
        if not self.verdict:
            return "no verdict"
        if _NO_SENTENCE.search(self.message) or "Traceback" in self.details:
            return f"no sentence: {self.message} {self.details}"
        return f"a bug of a reader: {self.details}" if self.code == "reader-failed" else ""


@dataclass(frozen=True)
class Walk:
    """An import as a whole."""

    outcomes: list[Outcome]
    members: list[Outcome]
    """The rows of files in archives; they cost nothing of their own."""
    exit_code: int
    said: str
    """What the process wrote to its stderr: nothing, unless it fell."""
    restarts: int
    host_peak: int
    seconds: float


def walk(library: Path, files: Sequence[Path], results: Path) -> Walk:
    """Imports files into a library, one after the other, in a process of their own."""
    listed = results.with_suffix(".files")
    listed.write_text("\n".join(map(str, files)), encoding="utf-8")
    results.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.campaigns.walked", library, listed, results]
    began = time.monotonic()
    ended = subprocess.run(
        list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False
    )
    seconds = time.monotonic() - began
    told: dict[str, Any] = {}
    if results.exists():
        told = json.loads(results.read_text(encoding="utf-8"))
    return Walk(
        [Outcome(**one) for one in told.get("outcomes", [])],
        [Outcome(**one) for one in told.get("members", [])],
        ended.returncode,
        ended.stderr,
        told.get("restarts", 0),
        told.get("host_peak", 0),
        seconds,
    )


def check(library: Path) -> tuple[bool, str]:
    """Whether the program itself finds a library whole, and its words."""
    command = [sys.executable, "-m", "workstation", "check", str(library)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return ended.returncode == 0, (ended.stdout + ended.stderr).strip()


def told(rows: Sequence[Sequence[object]]) -> str:
    """A table in Markdown; the first row is its head."""
    head, *rest = [[str(cell) for cell in row] for row in rows]
    return "\n".join(
        "| " + " | ".join(row) + " |" for row in (head, ["---", *["---:"] * (len(head) - 1)], *rest)
    )
