"""Painting what a page marks: mentions, the words of a search, and what is looked at."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from PySide6.QtGui import QPainter, QTextDocument

from workstation.desktop.panes.reader import marks
from workstation.desktop.panes.reader.model import Placed, Stretch
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.theme import Theme

_REACH: Final = 600
"""UTF-16 units before the view in which a stretch may begin that still reaches into it."""

Ranged = TypeVar("Ranged", Placed, Stretch)


@dataclass(slots=True)
class Page:
    """What is marked on a page, each in the order of the text."""

    placed: list[Placed] = field(default_factory=list)
    found: list[Stretch] = field(default_factory=list)
    """The words of the library's search."""
    hunted: list[Stretch] = field(default_factory=list)
    """The words looked for in this article."""
    noted: list[list[Stretch]] = field(default_factory=list)
    """The passages with notes: the stretches of each."""
    current: Placed | None = None
    hunted_at: int = -1


class Ink:
    """Paints the marks of a page on a document."""

    def __init__(self, theme: Theme, selection: SelectionModel) -> None:
        self._theme = theme
        self._selection = selection

    def below(self, painter: QPainter, document: QTextDocument, page: Page, view: Stretch) -> None:
        """Paints what lies under the words."""
        found = self._theme.colour("found")
        for stretch in [*visible(page.found, view), *visible(page.hunted, view)]:
            for box in marks.boxes(document, stretch.start, stretch.end):
                marks.fill(painter, box, found)
        picked = self._selection.value.picked
        for placed in visible(page.placed, view):
            mention = placed.mention
            if not mention.counted:
                continue
            mark = self._theme.mark(mention.kind)
            tone = mark.faint if picked and mention.actor_id not in picked else mark.fill
            for box in marks.boxes(document, placed.start, placed.end):
                marks.fill(painter, box, tone)

    def above(self, painter: QPainter, document: QTextDocument, page: Page, view: Stretch) -> None:
        """Paints underlines and frames over the words."""
        for placed in visible(page.placed, view):
            mark = self._theme.mark(placed.mention.kind)
            slot = self._selection.slot(placed.mention.actor_id or "")
            for box in marks.boxes(document, placed.start, placed.end):
                marks.underline(painter, box, mark)
                if slot is not None:
                    marks.frame(painter, box, self._theme.series(slot))
                if placed is page.current:
                    marks.frame(painter, box.adjusted(-2, -2, 2, 2), self._theme.colour("text"))
        self._frame_words(painter, document, page, view)
        self._bracket_notes(painter, document, page, view)

    def _bracket_notes(
        self, painter: QPainter, document: QTextDocument, page: Page, view: Stretch
    ) -> None:
        colour = self._theme.colour("accent")
        edge = document.rootFrame().frameFormat().leftMargin()
        for stretches in page.noted:
            for at, stretch in enumerate(stretches):
                if stretch.end < view.start or stretch.start > view.end:
                    continue
                boxes = list(marks.boxes(document, stretch.start, stretch.end))
                for box in boxes:
                    marks.bar(painter, box, edge, colour)
                if boxes and at == 0:
                    marks.bracket(painter, boxes[0], colour, opens=True)
                if boxes and at == len(stretches) - 1:
                    marks.bracket(painter, boxes[-1], colour, opens=False)

    def _frame_words(
        self, painter: QPainter, document: QTextDocument, page: Page, view: Stretch
    ) -> None:
        line = self._theme.colour("found_line")
        for stretch in [*visible(page.found, view), *visible(page.hunted, view)]:
            for box in marks.boxes(document, stretch.start, stretch.end):
                marks.frame(painter, box.adjusted(1.5, 0.5, -1.5, -1), line, 1.0)
        if 0 <= page.hunted_at < len(page.hunted):
            at = page.hunted[page.hunted_at]
            for box in marks.boxes(document, at.start, at.end):
                marks.frame(painter, box, line, 2.4)


def visible(stretches: Sequence[Ranged], view: Stretch) -> Sequence[Ranged]:
    """Those of the stretches, which are in order, that reach into the view."""
    first = bisect_left(stretches, view.start - _REACH, key=lambda s: s.start)
    last = bisect_right(stretches, view.end, key=lambda s: s.start)
    return [s for s in stretches[first:last] if s.end >= view.start]
