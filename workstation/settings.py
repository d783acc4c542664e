"""Preferences, each with its default and its reason, and where they are kept."""

import json
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

from platformdirs import user_config_path, user_state_path

from workstation.errors import Unwritable

LANGUAGES = ("system", "en", "de")
"""What the window can speak; "system" is whatever the desktop speaks."""

_RECENT = 8
_THEMES = ("system", "light", "dark", "contrast")
_UNITS = ("articles", "stories", "outlets")
_ZOOMS = range(50, 401)
_MEASURES = ("share", "count", "mentions")
SIZES = (100, 125, 150, 175, 200, 250, 300)
READ_AFTER = (0, 1, 2, 5, 10, 30)
WORKERS = range(65)
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*(?=@)|(?<=[?&])password=[^&]*&?")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user chose; a value that cannot be read falls back to its default."""

    theme: str = "system"
    """"system", "light", "dark" or "contrast": the desktop's own choice is most likely right."""

    size: int = 100
    """How large the whole window is drawn, in per cent of what the screen asks for."""

    zoom: int = 100
    """The reader's letter size in per cent."""

    unit: str = "articles"
    """What every count counts: "articles", "stories" or "outlets"; articles can be looked at."""

    fold: bool = False
    """Whether a list shows copies of a story as one row: a beginner looks for every article."""

    language: str = "system"
    """One of `LANGUAGES`: the words of the window; the system's own is most likely right."""

    read_after: int = 2
    """Seconds after which an open article counts as read, which a glance is over by; 0: never."""

    measure: str = "share"
    """What the timeline shows first: "share", "count" or "mentions"; a share misleads least."""

    workers: int = 0
    """Processes that tag at the same time; 0 leaves one core to the window."""

    recent: tuple[str, ...] = ()
    """Libraries opened last, newest first; the first one opens when none is named."""

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
            _write(_file(), asdict(self))

    def opened(self, where: str) -> Self:
        """The settings after a library was opened; the password of a server is left out."""
        where = _without_password(where)
        others = [other for other in self.recent if other != where]
        return replace(self, recent=(where, *others)[:_RECENT])


def confirmed() -> tuple[str, ...]:
    """The code of strangers that a user allowed to run on this machine.

    Apart from the settings: an open window, which writes those when it closes, knows nothing of it.
    """
    with suppress(OSError, ValueError, RecursionError):
        read = json.loads(_confirmed_file().read_text(encoding="utf-8"))
        if isinstance(read, list) and all(isinstance(code, str) for code in read):
            return tuple(read)
    return ()


def confirm(code: str) -> None:
    """Remembers that some code may run here, in the place of older code of its first word.

    Raises:
        Unwritable: it cannot be remembered.
    """
    name = code.partition(" ")[0]
    others = [one for one in confirmed() if one.partition(" ")[0] != name]
    try:
        _write(_confirmed_file(), [*others, code])
    except OSError as error:
        raise Unwritable(
            f"It cannot be remembered in {_confirmed_file().parent} that {name} may run.",
            "Make room there, or let yourself write to it.",
        ) from error


def watched(where: str) -> tuple[str, ...]:
    """The folders whose files a library takes in, oldest first.

    Apart from the settings too: those are the user's, these a library's on this machine.
    """
    return _lists(_watched_file()).get(_without_password(where), ())


def watch(where: str, folders: Sequence[str]) -> None:
    """Remembers whose files a library takes in.

    Raises:
        Unwritable: it cannot be remembered.
    """
    _keep_list(_watched_file(), where, folders, "which folders are watched")


def pinned(where: str) -> tuple[str, ...]:
    """The identifiers of the actors that a user keeps on top of a library's list."""
    return _lists(_pinned_file()).get(_without_password(where), ())


def pin(where: str, actors: Sequence[str]) -> None:
    """Remembers which actors of a library stay on top.

    Raises:
        Unwritable: it cannot be remembered.
    """
    _keep_list(_pinned_file(), where, actors, "who is pinned")


def hidden(where: str) -> tuple[str, ...]:
    """The identifiers of the actors that a user does not want to see in a library's list."""
    return _lists(_hidden_file()).get(_without_password(where), ())


def hide(where: str, actors: Sequence[str]) -> None:
    """Remembers which actors of a library are not listed.

    Raises:
        Unwritable: it cannot be remembered.
    """
    _keep_list(_hidden_file(), where, actors, "who is hidden")


def _lists(file: Path) -> dict[str, tuple[str, ...]]:
    kept: dict[str, tuple[str, ...]] = {}
    with suppress(OSError, ValueError, RecursionError):
        read = json.loads(file.read_text(encoding="utf-8"))
        for where, some in read.items() if isinstance(read, dict) else ():
            if isinstance(some, list) and all(isinstance(one, str) for one in some):
                kept[where] = tuple(some)
    return kept


def _keep_list(file: Path, where: str, some: Sequence[str], what: str) -> None:
    others = _lists(file)
    others.pop(_without_password(where), None)
    kept = {**others, _without_password(where): tuple(some)} if some else others
    try:
        _write(file, kept)
    except OSError as error:
        raise Unwritable(
            f"It cannot be remembered in {file.parent} {what}.",
            "Make room there, or let yourself write to it.",
        ) from error


def column_mappings() -> dict[str, Any]:
    """The saved mappings of columns by name, as they stand on disk.

    Apart from the settings too: a window that was open meanwhile would write them back.
    """
    with suppress(OSError, ValueError, RecursionError):
        read = json.loads(_mappings_file().read_text(encoding="utf-8"))
        if isinstance(read, dict):
            return read
    return {}


def keep_column_mappings(mappings: dict[str, Any]) -> None:
    """Remembers mappings of columns.

    Raises:
        Unwritable: they cannot be remembered.
    """
    try:
        _write(_mappings_file(), mappings)
    except OSError as error:
        raise Unwritable(
            f"Column mappings cannot be saved in {_mappings_file().parent}.",
            "Make room there, or let yourself write to it.",
        ) from error


def state_folder() -> Path:
    """Where logs and the window's layout stand."""
    return user_state_path("media-workstation", appauthor=False)


def _without_password(where: str) -> str:
    return _PASSWORD.sub(r"\1", where) if "://" in where else where


def _file() -> Path:
    return user_config_path("media-workstation", appauthor=False) / "settings.json"


def _confirmed_file() -> Path:
    return _file().with_name("confirmed.json")


def _watched_file() -> Path:
    return _file().with_name("watched.json")


def _pinned_file() -> Path:
    return _file().with_name("pinned.json")


def _hidden_file() -> Path:
    return _file().with_name("hidden.json")


def _mappings_file() -> Path:
    return _file().with_name("mappings.json")


def _write(target: Path, value: object) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    try:
        unfinished.write_text(json.dumps(value, indent=1), encoding="utf-8")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


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
    allowed = {
        "theme": _THEMES,
        "size": SIZES,
        "zoom": _ZOOMS,
        "unit": _UNITS,
        "language": LANGUAGES,
        "read_after": READ_AFTER,
        "measure": _MEASURES,
        "workers": WORKERS,
    }
    return name not in allowed or value in allowed[name]
