"""The gold articles: reports written for this project, with every actor's mention marked."""

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_HEADER = ("Title", "Outlet", "Date", "Topic")

Place = tuple[str, int, int]
"""Field, start, end."""


@dataclass(frozen=True)
class Article:
    """A report without its marks; `actors` tells who is named at each place."""

    name: str
    header: dict[str, str]
    title: str
    text: str
    actors: dict[Place, str]

    @property
    def plain(self) -> str:
        """The report as a file that somebody could import."""
        head = f"{self.title}\nOutlet: {self.header['Outlet']}\nDate: {self.header['Date']}"
        return f"{head}\n\n{self.text}\n"


def read(folder: Path) -> list[Article]:
    """Every article of a folder, by name."""
    return [_article(path) for path in sorted(folder.glob("*.txt"))]


def _article(path: Path) -> Article:
    head, _, body = path.read_text(encoding="utf-8").strip().partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    if set(header) != set(_HEADER):
        raise ValueError(f"{path}: its header has {sorted(header)}")
    title, in_title = _bare(header["Title"], "title")
    text, in_text = _bare(body, "text")
    return Article(path.stem, header, title, text, in_title | in_text)


def _bare(marked: str, field: str) -> tuple[str, dict[Place, str]]:
    bare, at, actors = "", 0, {}
    for mark in _MARK.finditer(marked):
        bare += marked[at : mark.start()]
        actors[field, len(bare), len(bare) + len(mark[2])] = mark[1].strip()
        bare += mark[2]
        at = mark.end()
    bare += marked[at:]
    if "[" in bare or "]" in bare:
        raise ValueError(f"an unfinished mark in “{bare[:80]}”")
    return bare, actors
