"""Preferences, each with its default and its reason, and where they are kept."""

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

from platformdirs import user_config_path, user_state_path

_RECENT = 8
_THEMES = ("system", "light", "dark")
_ZOOMS = range(50, 401)
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*(?=@)|(?<=[?&])password=[^&]*&?")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user chose; a value that cannot be read falls back to its default."""

    theme: str = "system"
    """"system", "light" or "dark": the desktop's own choice is most likely right."""

    zoom: int = 100
    """The reader's letter size in per cent."""

    recent: tuple[str, ...] = ()
    """Libraries opened last, newest first; the first one opens when none is named."""

    confirmed: tuple[str, ...] = ()
    """Pipeline packages whose code may run here, by name, version and hash: none until asked."""

    @classmethod
    def load(cls) -> Self:
        """The settings on disk, or the defaults."""
        with suppress(OSError, ValueError, RecursionError):
            read = json.loads(_file().read_text(encoding="utf-8"))
            if isinstance(read, dict):
                return cls(**_fitting(read))
        return cls()

    def save(self) -> None:
        """Writes the settings, whole or not at all; a disk that refuses is no reason to stop."""
        with suppress(OSError):
            target = _file()
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished = target.with_suffix(f".{os.getpid()}.part")
            unfinished.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
            unfinished.replace(target)

    def confirming(self, code: str) -> Self:
        """The settings after a user confirmed some code, in the place of older code of its name."""
        name = code.partition(" ")[0]
        others = [one for one in self.confirmed if one.partition(" ")[0] != name]
        return replace(self, confirmed=(*others, code))

    def opened(self, where: str) -> Self:
        """The settings after a library was opened; the password of a server is left out."""
        where = _PASSWORD.sub(r"\1", where) if "://" in where else where
        others = [other for other in self.recent if other != where]
        return replace(self, recent=(where, *others)[:_RECENT])


def state_folder() -> Path:
    """Where logs and the window's layout stand."""
    return user_state_path("media-workstation", appauthor=False)


def _file() -> Path:
    return user_config_path("media-workstation", appauthor=False) / "settings.json"


def _fitting(read: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for field in fields(Settings):
        value = read.get(field.name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = tuple(value)
        if type(value) is type(field.default) and _makes_sense(field.name, value):
            kept[field.name] = value
    return kept


def _makes_sense(name: str, value: object) -> bool:
    allowed = {"theme": _THEMES, "zoom": _ZOOMS}
    return name not in allowed or value in allowed[name]
