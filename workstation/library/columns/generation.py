"""The state of a library that an image is of."""

import secrets
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from workstation.library.schema import facts

_NAME: Final = "generation"


@dataclass(frozen=True, slots=True)
class Generation:
    """What tells the states of a library apart: later ones have higher numbers."""

    number: int = 0
    seal: str = ""
    """Random: a library that was restored is not taken for the one that came as far before."""


def of(connection: sa.Connection) -> Generation:
    """The state that the connection's transaction sees."""
    found = connection.scalar(sa.select(facts.c.value).where(facts.c.name == _NAME))
    number, _, seal = (found or "0").partition("-")
    return Generation(int(number), seal)


def advance(connection: sa.Connection) -> tuple[Generation, Generation]:
    """Notes that the library is no longer what it was; returns the state before and the new one."""
    since = of(connection)
    now = Generation(since.number + 1, secrets.token_hex(8))
    value = f"{now.number}-{now.seal}"
    replaced = sa.update(facts).where(facts.c.name == _NAME).values(value=value)
    if not connection.execute(replaced).rowcount:
        connection.execute(sa.insert(facts).values(name=_NAME, value=value))
    return since, now
