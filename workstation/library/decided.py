"""What decisions say of mentions and paragraphs, with rows of this library for actors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workstation.domain.anchor import Anchor
from workstation.domain.mention import Label
from workstation.domain.names import fold


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a decision makes of every mention of one surface."""

    surface: str
    """As the analyst wrote it; mentions are compared with it folded."""
    actor: int
    """The row the mentions count under."""
    why: str
    among: frozenset[int] = frozenset()
    """Only the mentions that stand under one of these rows by then; none: all of them."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One place that means an actor, whatever its surface means elsewhere."""

    anchor: Anchor
    actor: int
    """The row the mention counts under."""
    label: Label
    why: str
    new: bool
    """Whether the analyst saw a mention where machines need not have found one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Paragraphs that are, or are not, the article's own words."""

    anchor: Anchor
    own: bool
    why: str


@dataclass(frozen=True, slots=True)
class Decided:
    """All of it: `places` by article, each in the order in which they were decided."""

    surfaces: Sequence[Meaning] = ()
    places: Mapping[int, Sequence[Pin | Mark]] = field(default_factory=dict)


class Surfaces:
    """What mentions mean by decisions about their surfaces."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self._meanings: dict[str, list[Meaning]] = {}
        for meaning in meanings:
            self._meanings.setdefault(fold(meaning.surface), []).append(meaning)

    def meant(self, folded: str, actor: int | None, why: str) -> tuple[int | None, str]:
        """The actor that a mention found as `actor` means, and why; later decisions hold."""
        for meaning in self._meanings.get(folded, ()):
            if not meaning.among or actor in meaning.among:
                actor, why = meaning.actor, meaning.why
        return actor, why
