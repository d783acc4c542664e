"""Mappings of columns that somebody saved, to be used again when the same labels come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from workstation import limits, settings
from workstation.domain.clean import clean_line
from workstation.domain.names import fold
from workstation.errors import UnknownName, Unreadable, Unwritable
from workstation.importing.columns import DATES, FIELDS, LABELS, Given, makes_sense, parse_given

_KIND: Final = "column mapping"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Profile:
    """A mapping by its name, and the labels of the table that it was made for."""

    name: str
    given: Given
    labels: tuple[str, ...] = ()

    def fits(self, columns: Sequence[str]) -> bool:
        """Whether a table has the same labels, in whatever order."""
        return bool(self.labels) and _known(self.labels) == _known(columns)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of the columns of tables: of these, and of any that somebody met before."""

    given: Given = ()
    profiles: tuple[Profile, ...] = ()

    def profile_for(self, columns: Sequence[str]) -> Profile | None:
        """The saved mapping of a table with these labels."""
        return next((profile for profile in self.profiles if profile.fits(columns)), None)


NOTHING_SAID: Final = Said()


class _Filed(msgspec.Struct, frozen=True):
    """A mapping in a file."""

    kind: str
    version: int
    name: str
    columns: dict[str, str]
    labels: tuple[str, ...] = ()


class _Kept(msgspec.Struct, frozen=True):
    columns: dict[str, str]
    labels: tuple[str, ...] = ()


def saved() -> tuple[Profile, ...]:
    """The saved mappings, in the order of their names; what makes no sense is left out."""
    found = []
    for name, kept in settings.column_mappings().items():
        try:
            filed = msgspec.convert(kept, _Kept)
            found.append(_checked(Profile(name, tuple(filed.columns.items()), filed.labels)))
        except (msgspec.ValidationError, Unreadable):
            continue
    return tuple(sorted(found, key=lambda profile: fold(profile.name)))


def profile_named(name: str) -> Profile:
    """The saved mapping of that name.

    Raises:
        UnknownName: there is none.
    """
    every = saved()
    found = next((profile for profile in every if fold(profile.name) == fold(name)), None)
    if found is None:
        names = ", ".join(f"“{profile.name}”" for profile in every)
        raise UnknownName(
            f"No column mapping is saved as “{name}”.",
            f"Saved are: {names}." if names else "None is saved yet.",
        )
    return found


def save(profile: Profile) -> None:
    """Keeps a mapping, in the place of one of the same name.

    Raises:
        Unreadable: it makes no sense, or there are too many.
        Unwritable: it cannot be kept.
    """
    checked = _checked(profile)
    others = [one for one in saved() if fold(one.name) != fold(checked.name)]
    if len(others) >= limits.COLUMN_PROFILES:
        raise Unreadable(
            f"No more than {limits.COLUMN_PROFILES} column mappings can be saved.",
            "Remove those that are not used any more.",
        )
    _keep([*others, checked])


def remove(name: str) -> None:
    """Forgets a saved mapping.

    Raises:
        UnknownName: there is none of that name.
        Unwritable: it cannot be forgotten.
    """
    gone = profile_named(name)
    _keep(one for one in saved() if one.name != gone.name)


def read_file(path: Path) -> Profile:
    """The mapping in a file that a colleague wrote.

    Raises:
        Unreadable: there is no such file, or no mapping in it.
    """
    try:
        with path.open("rb") as file:
            # A longer one is no mapping, and cut off it is no JSON.
            raw = file.read(limits.COLUMN_PROFILE_BYTES)
    except OSError as error:
        raise Unreadable(
            f"The file “{path.name}” cannot be read.", "Check its name and its rights."
        ) from error
    try:
        filed = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=_Filed)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise _no_mapping(path) from error
    if filed.kind != _KIND:
        raise _no_mapping(path)
    if filed.version > _VERSION:
        raise Unreadable(
            f"The column mapping “{path.name}” was written by a newer program.",
            "Install that, or make the mapping anew.",
        )
    return _checked(Profile(filed.name, tuple(filed.columns.items()), filed.labels))


def write_file(profile: Profile, path: Path) -> None:
    """Writes a mapping for a colleague.

    Raises:
        Unwritable: the file cannot be written.
    """
    filed = {
        "kind": _KIND,
        "version": _VERSION,
        "name": profile.name,
        "columns": dict(profile.given),
        "labels": list(profile.labels),
    }
    try:
        path.write_text(json.dumps(filed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise Unwritable(
            f"“{path.name}” cannot be written: {error.strerror}.", "Choose another place."
        ) from error


def given_by(words: str) -> Given:
    """What is meant by a saved name, by fields with columns, or by the file of a mapping.

    Raises:
        Unreadable: it is none of them, or makes no sense.
    """
    known = next((one for one in saved() if fold(one.name) == fold(words)), None)
    if known is not None:
        return known.given
    if words.partition("=")[0].strip() in (*FIELDS, DATES, LABELS) or not Path(words).is_file():
        return _typed(words)
    return read_file(Path(words)).given


def encode(profiles: Sequence[Profile]) -> bytes:
    """The bytes in which they travel to a reader process."""
    return msgspec.msgpack.encode(profiles)


def decode(raw: bytes) -> tuple[Profile, ...]:
    """What the host says; the host is believed."""
    return msgspec.msgpack.decode(raw, type=tuple[Profile, ...]) if raw else ()


def _typed(words: str) -> Given:
    if "=" in words:
        return parse_given(words)
    names = ", ".join(f"“{profile.name}”" for profile in saved())
    raise Unreadable(
        f"“{words}” does not say which column holds what: it is no saved mapping and no file.",
        f"Write FIELD=COLUMN, with one of the fields {', '.join(FIELDS)}."
        + (f" Saved are: {names}." if names else ""),
    )


def _known(columns: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(fold, columns)))


def _keep(profiles: Iterable[Profile]) -> None:
    settings.keep_column_mappings(
        {one.name: {"columns": dict(one.given), "labels": list(one.labels)} for one in profiles}
    )


def _checked(profile: Profile) -> Profile:
    """The same with a clean name.

    Raises:
        Unreadable: it makes no sense.
    """
    name = clean_line(profile.name, limits.FIELD_CHARACTERS)
    if not name or "=" in name:
        raise Unreadable(
            f"A column mapping cannot be called “{name}”.", "Give it a name without “=”."
        )
    for what, column in profile.given:
        if not makes_sense(what, column):
            raise Unreadable(
                f"The column mapping “{name}” says “{what}={column}”, which makes no sense.",
                f"It may name the fields {', '.join(FIELDS)}.",
            )
    said = dict(profile.given)
    if not any(said.get(one) for one in ("title", "text", "summary")):
        raise Unreadable(
            f"The column mapping “{name}” names no column for the title or the text.",
            "Choose one of them at least.",
        )
    return Profile(name, profile.given, profile.labels)


def _no_mapping(path: Path) -> Unreadable:
    return Unreadable(
        f"“{path.name}” holds no column mapping.",
        "Give a file that `workstation mappings export` wrote.",
    )
