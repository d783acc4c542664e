"""What a drop or a paste holds, made into files that can be imported."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Final

from PySide6.QtCore import QMimeData, QUrl

_NAME: Final = 60
_LINK: Final = re.compile(r"\w+://\S+")
_UNSAFE: Final = re.compile(r"[^\w\- ]+")
_UNNAMED: Final = "Dropped text"
_PAGE: Final = "<!DOCTYPE html><html><body>{}</body></html>"


@dataclass(frozen=True, slots=True)
class Drop:
    """Files and folders, links, or else a text."""

    paths: tuple[Path, ...] = ()
    links: tuple[str, ...] = ()
    """Addresses without anything of their pages."""
    text: str = ""
    page: str = ""
    """A text that came with nothing but its markup."""
    picture: bool = False
    """It is one, of which nobody here can read the words."""

    def __bool__(self) -> bool:
        return bool(self.paths or self.links or self.text.strip() or self.page)


def held(mime: QMimeData) -> Drop:
    """What a drop or the clipboard holds.

    Plain words go before their markup: what somebody picked is all article, and whoever looks for
    the article in a page would leave out part of it.
    """
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    links = tuple(_plain(url) for url in mime.urls() if not url.isLocalFile())
    text = mime.text() if mime.hasText() else ""
    if paths or links:
        return Drop(paths, links)
    if text.strip():
        lines = tuple(text.split())
        return Drop(links=lines) if all(map(_LINK.fullmatch, lines)) else Drop(text=text)
    if mime.hasImage():
        return Drop(picture=True)
    return Drop(page=mime.html() if mime.hasHtml() else "")


def named(names: Sequence[str]) -> Drop:
    """What the command line names: files, folders and links."""
    links = tuple(name for name in names if _LINK.fullmatch(name))
    return Drop(tuple(Path(name) for name in names if name not in links), links)


def hosts(links: Sequence[str]) -> list[str]:
    """The hosts that links lead to, each once, in letters that no other host can look like."""
    found = (QUrl(link).host(QUrl.ComponentFormattingOption.FullyEncoded) for link in links)
    return list(dict.fromkeys(filter(None, found)))


def _plain(url: QUrl) -> str:
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


class Scrap:
    """A dropped text in a file of its own, which lasts until it is thrown away."""

    def __init__(self, drop: Drop) -> None:
        self._folder = Path(mkdtemp(prefix="media-workstation-"))
        if drop.page:
            self.path = self._folder / f"{_UNNAMED}.html"
            self.path.write_text(_PAGE.format(drop.page), encoding="utf-8")
            return
        first = next((line for line in drop.text.splitlines() if line.strip()), "")
        name = _UNSAFE.sub("", first)[:_NAME].strip() or _UNNAMED
        self.path = self._folder / f"{name}.txt"
        self.path.write_text(drop.text, encoding="utf-8")

    def throw_away(self) -> None:
        """Removes the file."""
        rmtree(self._folder, ignore_errors=True)


def libraries(paths: Sequence[Path]) -> list[Path]:
    """Those of the paths that are libraries, to be opened and not imported."""
    return [path for path in paths if path.suffix == ".mwlib"]
