"""What the concordance asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workstation.domain.concordance import Concordance
from workstation.domain.selection import Selection
from workstation.library import concordance
from workstation.limits import CONCORDANCE_FIRST, CONCORDANCE_LINES

if TYPE_CHECKING:
    from workstation.library.library import Reading


@dataclass(frozen=True, slots=True)
class Lined:
    """Lines, and how the store answered: of the actors picked, or of the words searched."""

    concordance: Concordance
    of_actors: bool
    places: int | None
    """How many lines there would be without any limit; None where that is not known."""
    whole: bool
    """Whether all lines are here that can be shown."""


def lined(selection: Selection, *, whole: bool) -> "Callable[[Reading], Lined] | None":
    """The question for the lines of a selection; None where nothing is looked for in it.

    Unless the `whole` is wanted, it is answered by the first lines.
    """
    corpus, picked = selection.corpus(), selection.picked
    limit = CONCORDANCE_LINES if whole else CONCORDANCE_FIRST

    def of_actors(reading: "Reading") -> Lined:
        places = concordance.number_of(reading, corpus, picked)
        found = concordance.of_actors(reading, corpus, picked, limit=limit)
        return Lined(found, of_actors=True, places=places, whole=whole or not found.more)

    def of_words(reading: "Reading") -> Lined:
        found = concordance.of_words(reading, corpus, limit=limit)
        places = None if found.more else len(found.lines)
        return Lined(found, of_actors=False, places=places, whole=whole or not found.more)

    if picked:
        return of_actors
    return of_words if corpus.words.strip() else None
