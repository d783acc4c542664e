"""Actors of a user's register as bytes: for the library, and for the workers."""

from collections.abc import Iterable, Sequence
from functools import reduce

import msgspec

from workstation.domain.actor import Kind
from workstation.errors import LibraryDamaged
from workstation.resolving.conditions import TESTS, Condition
from workstation.resolving.known import OWN, Alias, AliasKind, Known
from workstation.resolving.register_files import LABELS
from workstation.resolving.registers import Registers

Packed = Sequence[tuple[str, bytes]]
"""Names and actors of registers, as a library keeps them."""


class _Alias(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    text: str
    line: int
    kind: AliasKind = "name"
    language: str = ""
    only_if: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()


class _Actor(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    key: str
    name: str
    kind: Kind
    aliases: tuple[_Alias, ...]
    wikidata: str = ""


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[_Actor, ...]).decode


def pack(actors: Iterable[Known]) -> bytes:
    """The actors of a register, without its name."""
    return _encode([_Actor(k.key, k.name, k.kind, _aliases(k), k.wikidata) for k in actors])


def unpack(name: str, packed: bytes) -> list[Known]:
    """The actors of the register of that name.

    Raises:
        LibraryDamaged: these are no actors.
    """
    try:
        return [_known(name, actor) for actor in _decode(packed)]
    except (msgspec.DecodeError, KeyError) as error:
        raise LibraryDamaged(
            f"The register “{name}” cannot be read.", "Remove it, and add it again."
        ) from error


def joined(packed: Packed) -> Registers:
    """The shipped registers with those of a library.

    Raises:
        LibraryDamaged: one of them cannot be read.
    """
    own = (unpack(name, actors) for name, actors in packed)
    return reduce(Registers.with_own, own, Registers.shipped())


def _aliases(known: Known) -> tuple[_Alias, ...]:
    return tuple(
        _Alias(a.text, a.line, a.kind, a.language, a.only_if, a.unless) for a in known.aliases
    )


def _known(register: str, actor: _Actor) -> Known:
    aliases = tuple(
        Alias(
            a.text,
            a.kind,
            a.language,
            _checked(a.only_if),
            _checked(a.unless),
            register=register,
            line=a.line,
        )
        for a in actor.aliases
    )
    label = LABELS[actor.kind]
    return Known(OWN, actor.key, actor.name, actor.kind, label, actor.wikidata, aliases)


def _checked(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    for condition in conditions:
        _ = TESTS[condition[0] if condition else ""]
    return conditions
