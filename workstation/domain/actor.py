"""Who or what the news is about."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, get_args
from uuid import UUID, uuid5

from workstation.domain.frequency import Unit

Kind = Literal[
    "person", "state", "people", "place", "government", "party", "organisation", "company",
    "outlet", "military", "armed-group", "product", "event",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)

_ACTORS = UUID("5f1d7a52-0c1f-5c0e-9d4b-6a3c2f6d8e10")


@lru_cache(50_000)
def actor_uuid(key: str) -> str:
    """The stable identifier of an actor known by `key`, the same in every library.

    A key is `register/name` for an actor of a register ("states/RU"), and
    `kind/folded name` for one found in texts ("person/zakaria harir").
    """
    return str(uuid5(_ACTORS, key))


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that somebody held, by decision; `of` is the key of whose it is, or "".

    Days are ISO 8601, a day, a month or a year; "" is not known, or not over.
    """

    office: str
    of: str
    owner: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A further name of an actor, given by a decision; `key` as for `actor_uuid`.

    With `always` it is none: then `alias` is the actor's capital, and means one thing everywhere.
    Nor is it with `held`, an office that the actor had.
    """

    key: str
    name: str
    kind: Kind
    alias: str
    always: Literal["", "place", "state"] = ""
    near: tuple[str, ...] = ()
    """The name means the actor only where one of these words stands about a sentence away."""
    held: Tenure | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as the actor list shows it, merged ones counted together."""

    id: str
    name: str
    kind: Kind
    mentions: int
    articles: int
    stories: int
    first: date | None
    last: date | None
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    outlets: int = 0

    def named_in(self, unit: Unit) -> int:
        """How many articles, stories or outlets name the actor."""
        return {"articles": self.articles, "stories": self.stories, "outlets": self.outlets}[unit]
