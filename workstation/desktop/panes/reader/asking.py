"""What the reader asks the library, off the GUI thread."""

from typing import TYPE_CHECKING

from workstation.desktop.panes.reader.card import Known
from workstation.desktop.panes.reader.model import Opened
from workstation.domain.selection import Selection
from workstation.domain.signs import Signs
from workstation.library import corpus, corrections, hints, signs
from workstation.tagging.identity import REGISTERS_ONLY

if TYPE_CHECKING:
    from workstation.library.library import Reading


def read(reading: "Reading", article: int) -> Opened:
    """An article with all that its reader shows.

    Raises:
        UnknownName: there is no such article.
    """
    return Opened(
        corpus.article(reading, article),
        corpus.body(reading, article),
        tuple(corpus.mentions_in(reading, article)),
        hints.of(reading, article),
        signs.of(reading, [article]).get(article, Signs()).tone,
        corrections.corrected_by(reading, article),
    )


def shows(opened: Opened) -> object:
    """What the paper is set anew for; marks are drawn over it."""
    article = opened.article
    only_registers = article.tagged_with.startswith(REGISTERS_ONLY)
    line = (article.outlet, article.published, article.author, article.title_derived)
    return article.id, line, opened.tone, opened.corrected, opened.body, only_registers


def known(reading: "Reading", actor: str) -> Known:
    """An actor, and how often it was named over time.

    Raises:
        UnknownName: there is no such actor.
    """
    found = corpus.find_actor(reading, actor)
    trend = corpus.sparklines(reading, Selection(), [found.id]).get(found.id, ())
    return Known(found, trend)
