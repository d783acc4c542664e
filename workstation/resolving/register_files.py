"""Reading actor registers; resources/actors/README.md explains how they are written."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec.structs import replace

from workstation.domain.actor import Kind
from workstation.domain.mention import Label
from workstation.resolving.conditions import Condition
from workstation.resolving.known import DECOYS, Alias, AliasKind, Known, Role
from workstation.resolving.vocabulary import VOCABULARY

LABELS: dict[Kind, Label] = {
    "person": "PERSON",
    "state": "GPE",
    "people": "NORP",
    "place": "LOC",
    "government": "ORG",
    "party": "ORG",
    "organisation": "ORG",
    "company": "ORG",
    "outlet": "ORG",
    "military": "ORG",
    "armed-group": "ORG",
    "product": "PRODUCT",
    "event": "EVENT",
}
"""The label that a mention of each kind of actor gets, where its register says no other."""


class _AliasRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    alias: str
    only_if: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    town: str = ""


_Rows = dict[AliasKind, tuple[str | _AliasRow, ...]]

Translations = dict[str, dict[str, _Rows]]
"""Aliases by actor and language."""

_Day = Annotated[str, msgspec.Meta(pattern="^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")]
"""A day, a month or a year; "" is not known, or not over."""


class _RoleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    office: str
    of: str
    since: _Day = msgspec.field(name="from", default="")
    until: _Day = msgspec.field(name="to", default="")


class _ActorRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    name: str
    kind: Kind
    label: Label | None = None
    wikidata: str = ""
    aliases: _Rows = {}
    languages: dict[str, _Rows] = {}
    roles: tuple[_RoleRow, ...] = ()
    after_title: tuple[str, ...] = ()


class _RegisterFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    register: str
    actors: tuple[_ActorRow, ...]


class _DecoyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    register: str
    phrases: tuple[str | _AliasRow, ...]


class _TranslationFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    register: str
    names: Translations


def read_translations(path: Path) -> Translations:
    """The aliases of a translation file."""
    return msgspec.json.decode(path.read_bytes(), type=_TranslationFile).names


def read_decoys(path: Path) -> Known:
    """The phrases that mean nobody, as one actor that is nobody."""
    file = msgspec.json.decode(path.read_bytes(), type=_DecoyFile)
    aliases = tuple(_alias(row, "name", "") for row in file.phrases)
    return Known(DECOYS, DECOYS, "", "event", "EVENT", "", aliases)


def read_register(path: Path, translations: Translations | None = None) -> Iterator[Known]:
    """The actors of a register, with their names in other languages added."""
    file = msgspec.json.decode(path.read_bytes(), type=_RegisterFile)
    for row in file.actors:
        aliases = list(_aliases(row.aliases, ""))
        aliases[:0] = _own_name(row, aliases)
        town = next((alias.town for alias in aliases if alias.kind == "capital"), "")
        translated = (translations or {}).get(row.key, {})
        for language, rows in (*row.languages.items(), *translated.items()):
            aliases += _aliases(rows, language, town)
        yield Known(
            file.register,
            f"{file.register}/{row.key}",
            row.name,
            row.kind,
            row.label or LABELS[row.kind],
            row.wikidata,
            tuple(aliases),
            tuple(Role(role.office, role.of, role.since, role.until) for role in row.roles),
            row.after_title,
        )


def _own_name(row: _ActorRow, aliases: Iterable[Alias]) -> list[Alias]:
    """An actor's name is an alias, unless it has conditions or begins with a title."""
    listed = any(alias.text == row.name for alias in aliases)
    titled = row.kind == "person" and row.name.split()[0].casefold() in VOCABULARY.titles
    return [] if titled or listed else [Alias(row.name, "name")]


def _aliases(rows: _Rows, language: str, town: str = "") -> Iterator[Alias]:
    for kind, listed in rows.items():
        made = [_alias(row, kind, language) for row in listed]
        if kind == "capital":
            # Other spellings come after the first; another town says so.
            usual = town or ("" if language else made[0].text)
            made = [replace(alias, town=alias.town or usual) for alias in made]
        yield from made


def _alias(row: str | _AliasRow, kind: AliasKind, language: str) -> Alias:
    if isinstance(row, str):
        return Alias(row, kind, language)
    return Alias(row.alias, kind, language, row.only_if, row.unless, row.town)
