"""What made a period, as a menu: its stories and the words of their headlines, to be followed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.words import amount, isolated, several, tr
from workstation.domain.selection import Brush, Selection
from workstation.domain.spikes import Explanation, Told

if TYPE_CHECKING:
    from workstation.library.library import Reading

_WIDTH: Final = 420
"""Pixels of a headline: a menu wider than that hides the chart."""


@dataclass(frozen=True, slots=True)
class Why:
    """A period in words, its days, and what made it."""

    period: str
    days: Brush
    told: Explanation


def asked(selection: Selection, period: str, days: Brush) -> "Callable[[Reading], Why]":
    """The question what made some days; for the actors picked, where any are."""
    inside, picked = selection.corpus(), selection.picked

    def ask(reading: "Reading") -> Why:
        from workstation.library import spikes  # noqa: PLC0415 - start-up stays light

        return Why(period, days, spikes.explained(reading, inside, days, picked))

    return ask


def menu(why: Why, desk: Desk, parent: QWidget) -> QMenu:
    """The menu of a period; what is chosen in it becomes the selection."""
    made = QMenu(parent)
    made.setObjectName("why")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setToolTipsVisible(True)
    told = why.told
    heading = f"{why.period}: {amount(told.articles, 'articles')}"
    made.addAction(heading, partial(_brush, desk, why.days))
    if told.stories:
        _caption(made, tr("Why", "Told most"))
    metrics = QFontMetrics(made.font())
    for story in told.stories:
        words = metrics.elidedText(isolated(story.title), Qt.TextElideMode.ElideRight, _WIDTH)
        action = made.addAction(words + _copies(story), partial(_open, desk, story))
        action.setToolTip(isolated(story.title))
    if told.words:
        _caption(made, tr("Why", "Words of the headlines"))
    for word in told.words:
        made.addAction(isolated(word), partial(_search, desk, why.days, word))
    return made


def _caption(made: QMenu, words: str) -> None:
    # The titles of sections are not drawn in every style.
    made.addSeparator()
    made.addAction(words).setEnabled(False)


def _copies(story: Told) -> str:
    if story.articles == 1:
        return ""
    many = several(story.articles, "", tr("Why", "{n} articles"))
    outlets = several(story.outlets, tr("Why", "1 outlet"), tr("Why", "{n} outlets"))
    return f"   {many}, {outlets}"


def _brush(desk: Desk, days: Brush) -> None:
    desk.selection.change(brush=days, undated=False, doubtful=False)


def _open(desk: Desk, story: Told) -> None:
    desk.selection.narrow("story", str(story.story))


def _search(desk: Desk, days: Brush, word: str) -> None:
    desk.selection.change(words=word, brush=days, undated=False, doubtful=False)
