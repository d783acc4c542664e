"""An actor of a register, the ways to write it, and where a text does."""

from typing import Literal

import msgspec

from workstation.domain.actor import Kind
from workstation.domain.mention import Label
from workstation.resolving.conditions import Condition

AliasKind = Literal[
    "name", "short", "adjective", "tongue", "people", "capital", "seat", "prefix", "surname",
    "office",
]  # fmt: skip

DECOYS = "decoys"
OWN = "own"
"""The register of actors that only users' registers know."""


class Alias(msgspec.Struct, frozen=True):
    """One way to write an actor, with what must and must not stand around it."""

    text: str
    kind: AliasKind
    language: str = ""
    only_if: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    town: str = ""
    """The usual name of the town that a capital is, where its state is not meant."""
    always: Literal["", "place", "state"] = ""
    """What a capital means by decision, whatever stands around it."""
    register: str = ""
    """The user's register that the alias stands in; none: a shipped one or a decision."""
    line: int = 0
    decided: bool = False
    """Whether a decision gave it."""


class Role(msgspec.Struct, frozen=True):
    """An office that a person held; `of` is the key of the actor whose office it is.

    Days are ISO 8601, a day, a month or a year; "" is not known, or not over.
    """

    office: str
    of: str
    since: str = ""
    until: str = ""

    def began(self, day: str) -> bool:
        """Whether it was held on a day or before."""
        return day[: len(self.since)] >= self.since

    def ended(self, day: str) -> bool:
        """Whether it was over before a day."""
        return bool(self.until) and day[: len(self.until)] > self.until


class Held(msgspec.Struct, frozen=True):
    """The office whose title stands before a surname: "President Assad"."""

    said: str
    words: str
    """Who the person was, as in "was president of Syria on 2024-11-30"."""
    holders: frozenset[str]
    """The keys of all of this surname who ever held such an office."""


class Known(msgspec.Struct, frozen=True):
    """An actor of a register; its key begins with the register's name ("states/RU")."""

    register: str
    key: str
    name: str
    kind: Kind
    label: Label
    wikidata: str
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...] = ()
    after_title: tuple[str, ...] = ()
    """What follows a title where it is not the last word of the name: "Lee" of Lee Jae-myung."""

    @property
    def is_nobody(self) -> bool:
        """Whether this is a phrase that only looks like an actor, such as "Swiss cheese"."""
        return self.register == DECOYS


class Match(msgspec.Struct, frozen=True):
    """Where a text uses an alias, in code points."""

    start: int
    end: int
    known: Known
    alias: Alias
    town: bool = False
    """Whether a capital stands for itself here and not for its state."""
    held: Held | None = None
    """The office by whose title a surname means this person here."""

    @property
    def label(self) -> Label:
        """Adjectives and people of states and places are NORP, all else is the actor's label."""
        if self.alias.kind in ("adjective", "tongue", "people", "prefix"):
            return "NORP"
        return self.known.label
