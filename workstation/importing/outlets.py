"""Which outlet an article is of: by what names it, or by where it was found.

resources/outlets/README.md says which spellings are one outlet; others stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import msgspec

from workstation.domain.article import FROM_ADDRESS
from workstation.domain.names import fold
from workstation.resources import resource

_HOST = re.compile(r"(?:https?://)?(?P<host>[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,})(?P<path>/\S*)?")
# Hosts that show the pages of the one behind them.
_SAME = re.compile(r"^(?:(?:www\d?|amp|m|mobile|wap|touch|lite)\.)+(?=[^.]+\.)")
_PARTS = re.compile(r"\s+[|–—·•»:-]\s+|\s+\|\s*")


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    hosts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    outlets: tuple[_Row, ...]
    carriers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The name of an outlet, where it was read if nothing names it, and whether that is known."""

    name: str
    source: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Register:
    by_name: dict[str, str]
    by_host: dict[str, str]
    carriers: frozenset[str]


def outlet_of(said: str, address: str) -> Told:
    """The outlet that is `said` to be one, or that publishes at an address.

    What is said goes before the address, and stays as it is where the register has no such name.
    """
    words = " ".join(said.split())
    placed = _HOST.fullmatch(words)
    if words and not placed:
        return Told(_named(words, address))
    if placed:
        known = _register().by_name.get(fold(words))
        return Told(known or _at(placed["host"], placed["path"] or "") or _bare(words))
    return _found_at(address)


def is_known(words: str) -> bool:
    """Whether the register has an outlet of that name."""
    return fold(words) in _register().by_name


def names_at(address: str) -> tuple[str, ...]:
    """The outlet that is known to publish at an address, by every name that it has."""
    parts = _split(address)
    name = _at(*parts) if parts else ""
    return tuple(words for words, one in _register().by_name.items() if name and one == name)


def _named(words: str, address: str) -> str:
    register = _register()
    parts = _split(address)
    here = _at(*parts) if parts else ""
    if here:
        # The title of a feed or of a site may say more: "World news | The Guardian".
        for part in _PARTS.split(words):
            if register.by_name.get(fold(part)) == here:
                return here
    return register.by_name.get(fold(words), words)


def _found_at(address: str) -> Told:
    parts = _split(address)
    if parts is None:
        return Told("")
    known = _at(*parts)
    if known:
        return Told(known, FROM_ADDRESS)
    host = _SAME.sub("", parts[0])
    carriers = _register().carriers
    plain = _HOST.fullmatch(host) is not None and not any(one in carriers for one in _above(host))
    return Told(host, FROM_ADDRESS, known=False) if plain else Told("")


def _split(address: str) -> tuple[str, str] | None:
    """Host and path of an address; None for anything else."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removesuffix(".").lower()
    except ValueError:
        return None
    return (host, parts.path) if host else None


def _at(host: str, path: str) -> str:
    """The outlet that the register has at a host, or at a first folder of it; "" for none."""
    by_host = _register().by_host
    folder = path.lower().split("/")[1] if path.startswith("/") else ""
    for above in _above(host.lower()):
        known = by_host.get(f"{above}/{folder}") or by_host.get(above)
        if known:
            return known
    return ""


def _above(host: str) -> list[str]:
    """A host and those that it stands below."""
    labels = host.split(".")
    return [".".join(labels[n:]) for n in range(len(labels) - 1)] or [host]


def _bare(words: str) -> str:
    """A host that is said to be an outlet, without what is before and behind its name."""
    host = re.sub(r"^https?://", "", words).partition("/")[0]
    return _SAME.sub("", host)


@cache
def _register() -> _Register:
    raw = resource("outlets", "outlets.json").read_bytes()
    rows = msgspec.json.decode(raw, type=_File)
    return _Register(
        {fold(words): row.name for row in rows.outlets for words in (row.name, *row.also)},
        {host: row.name for row in rows.outlets for host in row.hosts},
        frozenset(rows.carriers),
    )
