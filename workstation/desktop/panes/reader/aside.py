"""What stands beside an article: whether the selection holds it, and whom it does not name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from workstation.desktop.desk import Desk
from workstation.desktop.pane import Figure
from workstation.desktop.panes.reader.model import Opened
from workstation.desktop.words import isolated, several
from workstation.domain.selection import Selection
from workstation.library import corpus

if TYPE_CHECKING:
    from workstation.library.library import Reading

_LOOKED_AT: Final = 40
"""Articles among which the best is sought: those with the most mentions name most actors most."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands to the selection, and to the actor picked last if it names it not."""

    inside: bool
    actor: str = ""
    others: int = 0
    best: int | None = None


def standing(
    selection: Selection, article: int, missing: str | None
) -> "Callable[[Reading], Standing]":
    """The question how an article stands to the selection, and who names an actor it does not."""

    def ask(reading: "Reading") -> Standing:
        inside = not selection.narrows or _holds(reading, selection, article)
        # Counted as the list of actors counts: its own narrowing left out.
        among = selection.without("actor").corpus()
        ids = () if missing is None else (missing,)
        here = corpus.actors(reading, among, actor_ids=ids) if ids else []
        known = here or (corpus.actors(reading, Selection(), actor_ids=ids) if ids else [])
        if not known:
            return Standing(inside)
        if not here:
            return Standing(inside, known[0].name)
        best = _best(reading, among, known[0].id)
        return Standing(inside, known[0].name, here[0].articles, best)

    return ask


def _holds(reading: "Reading", selection: Selection, article: int) -> bool:
    chosen = selection.facet("article")
    alone = selection.corpus().with_facet("article", (str(article),))
    return (not chosen or str(article) in chosen) and corpus.count(reading, alone) > 0


def _best(reading: "Reading", among: Selection, actor: str) -> int | None:
    naming = among.with_facet("actor", (actor,))
    found = corpus.articles(reading, naming, order="mentions", limit=_LOOKED_AT)
    counted = corpus.mentions_of(reading, actor, [one.id for one in found])
    return max(counted, key=counted.__getitem__, default=None)


class Aside(QFrame):
    """A quiet line, there only while there is something to say.

    Until somebody chooses an article, the reader follows the actors: instead of saying that the
    article does not name one, it opens the article that names it most.
    """

    wanted = Signal(int)
    """An article to open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._best: int | None = None
        self._follows = True
        self._focus: int | None = None
        self._led: int | None = None
        self.setObjectName("aside")
        self.words = Figure()
        self.open = QPushButton(self.tr("Open the best one"))
        self.open.setObjectName("link")
        self.open.setCursor(Qt.CursorShape.PointingHandCursor)
        self.open.clicked.connect(self._ask_for_best)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 3, 14, 3)
        row.setSpacing(6)
        row.addWidget(self.words)
        row.addWidget(self.open)
        row.addStretch(1)
        desk.selection.changed.connect(self._see)
        desk.opened.connect(self._start_over)
        self.hide()

    def stay(self) -> None:
        """Leaves the article that is open alone: somebody reads it."""
        self._follows = False

    def look(self, opened: Opened | None) -> None:
        """Finds out how the open article stands to the selection as it is."""
        selection = self._desk.selection.value
        if opened is None:
            self._desk.jobs.forget(self)
            self.hide()
            return
        named = {mention.actor_id for mention in opened.mentions}
        newest = selection.picked[-1] if selection.picked else None
        missing = None if newest in named else newest
        self._desk.ask(self, standing(selection, opened.article.id, missing), self._tell)

    def _tell(self, told: Standing) -> None:
        if told.best is not None and self._follows:
            self._led = told.best
            self.wanted.emit(told.best)
            return
        self._best = told.best
        parts = [] if told.inside else [self.tr("Not in the present selection")]
        if told.actor:
            parts.append(self._named_elsewhere(told))
        self.words.setText(" · ".join(parts))
        self.open.setVisible(told.best is not None)
        self.setVisible(bool(parts))

    def _named_elsewhere(self, told: Standing) -> str:
        actor = isolated(told.actor)
        if not told.others:
            return self.tr("{actor} is not named in this article").format(actor=actor)
        one = self.tr("{actor} is not named in this article; 1 other names them")
        many = self.tr("{actor} is not named in this article; {n} others name them")
        return several(told.others, one, many, actor=actor)

    def _ask_for_best(self) -> None:
        if self._best is not None:
            self.wanted.emit(self._best)

    def _see(self, selection: Selection) -> None:
        if self._focus is not None and selection.focus not in {None, self._focus, self._led}:
            self.stay()
        self._focus = selection.focus

    def _start_over(self) -> None:
        self._follows = True
        self._led = None
