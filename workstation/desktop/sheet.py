"""The style sheet of the window, with the colours of a look filled in."""

import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from workstation.resources import resource

_PICTURES: Final = {
    "choose": ("choose", "muted"),
    "ticked": ("check", "on_accent"),
    "partly": ("dash", "on_accent"),
    "tick": ("check", "text"),
}
"""What the sheet calls a picture, the icon it is, and the role whose colour it has."""


def sheet(surface: Mapping[str, str], *, strong: bool) -> str:
    """The sheet in the colours of a surface; with thick edges where contrast must be high."""
    written = resource("theme", "window.qss").read_text("utf-8")
    if strong:
        written += resource("theme", "contrast.qss").read_text("utf-8")
    pictures = {name: _picture(icon, surface[role]) for name, (icon, role) in _PICTURES.items()}
    return Template(written).substitute(surface, **pictures)


def tinted(icon: str, tint: str) -> str:
    """A shipped icon in another colour."""
    return re.sub(r"#0{6}", tint, resource("icons", f"{icon}.svg").read_text("utf-8"))


def _picture(icon: str, tint: str) -> str:
    """The path of an icon in a colour: a sheet can show files only."""
    file = Path(_folder().name) / f"{icon}-{tint[1:]}.svg"
    # A disk that refuses leaves boxes without ticks, and their colour still tells.
    with suppress(OSError):
        file.write_text(tinted(icon, tint), encoding="utf-8")
    return file.as_posix()


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="media-workstation-", ignore_cleanup_errors=True)
