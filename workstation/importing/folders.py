"""Which files a drop or a command line means."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from workstation import limits
from workstation.domain.clean import clean_line

# What programs leave beside documents: locks, unfinished downloads, and views of folders.
_LEFT_OUT = re.compile(
    r"\..*|~.*|.*~|.*\.(?:tmp|part|crdownload|download|lock|swp|lnk|ini)|thumbs\.db|desktop\.ini|"
    r"__macosx|.*\.mwlib",
    re.IGNORECASE,
)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that the paths mean, each once: files as given, folders by what is in them, sorted.

    A path that does not exist, is no file, or lies too deep is given back, so that somebody says
    so. In folders, hidden files, locks, unfinished downloads and libraries are left out, no folder
    is entered twice, and links are followed only to what lies in the folder that was given.
    """
    found: dict[Path, None] = {}
    entered: set[tuple[int, int]] = set()
    for path in paths:
        inside = _walk(path, path.resolve(), entered, 0) if path.is_dir() else (path,)
        found.update(dict.fromkeys(inside))
    return list(found)


def shown_path(path: Path) -> str:
    """A path as the ledger keeps it."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"), limits.NAME_CHARACTERS)


def is_left_out(name: str) -> bool:
    """Whether a file or folder of that name is none that somebody keeps."""
    return _LEFT_OUT.fullmatch(name) is not None


def _walk(folder: Path, top: Path, entered: set[tuple[int, int]], depth: int) -> Iterator[Path]:
    try:
        known = folder.stat()
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names sort alike on every system
    except OSError:
        # A folder that may not be opened is a path that somebody has to say something about.
        yield folder
        return
    place = (known.st_dev, known.st_ino)
    if place in entered:
        return
    if depth > limits.FOLDER_DEPTH:
        yield folder
        return
    entered.add(place)
    for name in names:
        path = folder / name
        if is_left_out(name) or _leads_out(path, top):
            continue
        if path.is_dir():
            yield from _walk(path, top, entered, depth + 1)
        else:
            yield path


def _leads_out(path: Path, top: Path) -> bool:
    """Whether it is a link to something that lies elsewhere: an unpacked archive may hold one."""
    try:
        return path.is_symlink() and path.exists() and not path.resolve().is_relative_to(top)
    except OSError:
        return False
