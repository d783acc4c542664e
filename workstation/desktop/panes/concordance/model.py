"""What the concordance asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workstation.domain.concordance import Concordance
from workstation.domain.selection import Selection
from workstation.library import concordance

if TYPE_CHECKING:
    from workstation.library.library import Reading


@dataclass(frozen=True, slots=True)
class Lined:
    """Lines, and how the store answered: of the actors picked, or of the words searched."""

    concordance: Concordance
    of_actors: bool


def lined(selection: Selection) -> "Callable[[Reading], Lined] | None":
    """The question for the lines of a selection; None where nothing is looked for in it."""
    corpus, picked = selection.corpus(), selection.picked
    if picked:
        return lambda reading: Lined(concordance.of_actors(reading, corpus, picked), of_actors=True)
    if corpus.words.strip():
        return lambda reading: Lined(concordance.of_words(reading, corpus), of_actors=False)
    return None
