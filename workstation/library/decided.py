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
    actor: int | None
    """The row the mentions count under; None: they name nobody."""
    why: str
    among: frozenset[int] = frozenset()
    """Only the mentions that stand under one of these rows by then; none: all of them."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One place that means an actor, whatever its surface means elsewhere."""

    anchor: Anchor
    actor: int | None
    """The row the mention counts under; None: it names nobody."""
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
    rank: int = 0
    """Of two about one paragraph the one with the higher rank in the log holds."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Paragraphs that are, or are not, the own words of any article of an outlet."""

    key: str
    """What `paragraph_key` makes of them."""
    own: bool
    why: str
    rank: int = 0


Placed = Pin | Mark | Rule
"""What a decision says of places in an article."""


@dataclass(frozen=True, slots=True)
class Decided:
    """All of it: `places` by article and `rules` by outlet, as they were decided."""

    surfaces: Sequence[Meaning] = ()
    places: Mapping[int, Sequence[Pin | Mark]] = field(default_factory=dict)
    rules: Mapping[str, Sequence[Rule]] = field(default_factory=dict)

    def of(self, article: int, outlet: str) -> list[Placed]:
        """What is decided of an article, in the order in which it was decided."""
        said = [*self.places.get(article, ()), *self.rules.get(outlet, ())]
        # Pins compete among themselves only, and stay in their order.
        return sorted(said, key=lambda one: 0 if isinstance(one, Pin) else one.rank)


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
