"""What the analyst looks at: one value that every pane, search and report understands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, get_args

from workstation.domain.frequency import Unit

UNKNOWN_LANGUAGE: Final = "unknown"
"""How those say it who name the language of a text that does not tell: its own value is ""."""

Facet = Literal[
    "actor", "together", "outlet", "language", "kind", "tone", "label", "story", "article"
]
FACETS: tuple[Facet, ...] = get_args(Facet)
_BY_SIGNS: Final = re.compile(r"\b(?:label|note|is):", re.IGNORECASE)
Aspect = Literal["words", "brush", "undated", "doubtful", "facets", "picked", "focus", "unit"]


@dataclass(frozen=True, slots=True)
class Brush:
    """A stretch of days, both ends counted; None leaves an end open."""

    first: date | None = None
    last: date | None = None

    def __bool__(self) -> bool:
        return self.first is not None or self.last is not None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles count, and what is picked among them.

    `words` is a query; `facets` are (facet, values): within a facet *or*, between facets *and*;
    only of those "together" every one has to be named. Actors are named by identifier. `picked`
    are the actors shown as series (identifiers), and `focus` is the article being read; neither
    changes which articles count, nor does the `unit`: whether they count one by one, copies of a
    story as one, or all of an outlet as one.
    """

    words: str = ""
    brush: Brush = Brush()
    undated: bool = False
    """Only articles without a day."""
    doubtful: bool = False
    """Only articles whose day deserves a second look; with `undated`, both."""
    facets: tuple[tuple[Facet, tuple[str, ...]], ...] = ()
    picked: tuple[str, ...] = ()
    focus: int | None = None
    unit: Unit = "articles"

    def facet(self, name: Facet) -> tuple[str, ...]:
        """The values chosen in one facet."""
        return dict(self.facets).get(name, ())

    def with_facet(self, name: Facet, values: tuple[str, ...]) -> "Selection":
        """The same selection with other values in one facet; none removes it."""
        chosen: Mapping[Facet, tuple[str, ...]] = {**dict(self.facets), name: values}
        return replace(self, facets=tuple(sorted((f, v) for f, v in chosen.items() if v)))

    def without(self, aspect: Facet | Literal["brush", "words"]) -> "Selection":
        """The selection as the pane of that aspect asks it: its own choice left out."""
        if aspect == "brush":
            return replace(self, brush=Brush(), undated=False, doubtful=False)
        if aspect == "words":
            return replace(self, words="")
        return self.with_facet(aspect, ())

    @property
    def narrows(self) -> bool:
        """Whether any article may be left out."""
        by_day = self.brush or self.undated or self.doubtful
        return bool(self.words.strip() or by_day or self.facets)

    @property
    def by_signs(self) -> bool:
        """Whether what analysts set on articles, or wrote, may leave any out."""
        return bool(self.facet("label") or self.facet("tone") or _BY_SIGNS.search(self.words))

    def corpus(self) -> "Selection":
        """The part that decides which articles count."""
        return replace(self, picked=(), focus=None, unit="articles")
