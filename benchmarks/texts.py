"""Articles for measuring: paragraphs of the sample library, shuffled with a fixed seed."""

import random
from pathlib import Path

from workstation.resources import seeds

_SEED = 20241214


def paragraphs() -> list[str]:
    """Every English paragraph of the sample library's plain-text files."""
    found = []
    for path in sorted(seeds().glob("*.txt")):
        text = path.read_bytes().decode("utf-8", errors="ignore").replace("\r\n", "\n")
        found += [p.strip() for p in text.split("\n\n") if len(p) > 150]
    return found


def articles(count: int) -> list[str]:
    """So many different texts of ten paragraphs."""
    chance = random.Random(_SEED)  # noqa: S311 - repeatable, not secret
    known = paragraphs()
    return [
        f"Dispatch number {number}.\n\n" + "\n\n".join(chance.sample(known, 10))
        for number in range(count)
    ]


def write(folder: Path, count: int) -> list[Path]:
    """The same as files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(articles(count)):
        day = 1 + number % 28
        path = folder / f"{number:05d}.txt"
        path.write_text(
            f"Dispatch {number}\nOutlet: Outlet {number % 7}\nDate: 2024-12-{day:02d}\n\n{text}\n",
            encoding="utf-8",
        )
        paths.append(path)
    return paths
