"""What a drop or a paste holds, made into files that can be imported."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Final

from PySide6.QtCore import QMimeData

_NAME: Final = 60
_LINK: Final = re.compile(r"\w+://\S+")
_UNSAFE: Final = re.compile(r"[^\w\- ]+")


@dataclass(frozen=True, slots=True)
class Drop:
    """Files and folders, or else a text."""

    paths: tuple[Path, ...] = ()
    text: str = ""
    link: str = ""
    """An address without anything of its page."""

    def __bool__(self) -> bool:
        return bool(self.paths or self.text.strip() or self.link)


def held(mime: QMimeData) -> Drop:
    """What a drop holds; a link is told apart from text, for nothing is fetched from anywhere."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if paths:
        return Drop(paths)
    text = mime.text() if mime.hasText() else ""
    if mime.hasUrls() or _LINK.fullmatch(text.strip()):
        return Drop(link=text.strip() or mime.urls()[0].toString())
    return Drop(text=text)


class Scrap:
    """A text in a file of its own, which lasts until it is thrown away."""

    def __init__(self, text: str) -> None:
        self._folder = Path(mkdtemp(prefix="media-workstation-"))
        first = next((line for line in text.splitlines() if line.strip()), "")
        name = _UNSAFE.sub("", first)[:_NAME].strip() or "Dropped text"
        self.path = self._folder / f"{name}.txt"
        self.path.write_text(text, encoding="utf-8")

    def throw_away(self) -> None:
        """Removes the file."""
        rmtree(self._folder, ignore_errors=True)


def libraries(paths: Sequence[Path]) -> list[Path]:
    """Those of the paths that are libraries, to be opened and not imported."""
    return [path for path in paths if path.suffix == ".mwlib"]
