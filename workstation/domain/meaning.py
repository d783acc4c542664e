"""What somebody says of words that they point at in an article."""

from dataclasses import dataclass

from workstation.domain.actor import Kind
from workstation.domain.mention import Field


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words of an article: where they stand, in code points, and how they read."""

    article: int
    field: Field
    start: int
    quote: str
    kind: Kind | None = None
    """What a machine took them for."""


@dataclass(frozen=True, slots=True)
class Said:
    """Whom some words mean: where they stand, or everywhere, perhaps only near other words."""

    words: Pointed
    actor: str
    """An identifier; with a `kind`, the name of somebody who may still have to be made."""
    kind: str = ""
    everywhere: bool = False
    near: tuple[str, ...] = ()
    reason: str = ""
