"""What the window remembers on this machine: one small file each, written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from workstation.limits import LAYOUT_BYTES
from workstation.settings import state_folder

Kept = TypeVar("Kept")


def keep(name: str, value: object) -> bool:
    """Writes a value to a file of the state folder; whether that went well."""
    import msgspec  # noqa: PLC0415 - start-up stays light

    target = _file(name)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # What somebody searched for is nobody else's business.
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.encode(value))
        unfinished.replace(target)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        return False
    return True


def kept(name: str, kind: type[Kept]) -> Kept | None:
    """The value in a file of the state folder; None where there is none, or a damaged one."""
    raw = _bytes(name)
    if raw is None:
        return None
    import msgspec  # noqa: PLC0415 - as above

    with suppress(msgspec.DecodeError, RecursionError, UnicodeError):
        return msgspec.json.decode(raw, type=kind)
    return None


def _bytes(name: str) -> bytes | None:
    with suppress(OSError), _file(name).open("rb") as file:
        raw = file.read(LAYOUT_BYTES + 1)
        return raw if len(raw) <= LAYOUT_BYTES else None
    return None


def _file(name: str) -> Path:
    return state_folder() / f"{name}.json"
