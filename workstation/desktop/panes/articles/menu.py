"""What can be done to articles, as the menu of their list offers it."""

from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QMenu

from workstation.desktop.words import tone_name, tr
from workstation.domain.signs import IRRELEVANT, READ, RELEVANT, STARRED, TONES, Sign


class Acts(Protocol):
    """Who does it to the chosen articles."""

    def toggle(self, sign: Sign) -> None:
        """Sets a sign, or takes it away."""

    def label(self) -> None:
        """Asks for labels."""

    def edit(self) -> None:
        """Asks what they are."""

    def date(self) -> None:
        """Asks for dates."""

    def erase(self) -> None:
        """Asks whether they are to go for good."""


def offer(menu: QMenu, acts: Acts) -> None:
    """Adds what only those may do who may write."""
    menu.addSeparator()
    for words, sign in (
        (tr("ArticlesPane", "Star"), STARRED),
        (tr("ArticlesPane", "Read or unread"), READ),
        (tr("ArticlesPane", "Relevant"), RELEVANT),
        (tr("ArticlesPane", "Not relevant"), IRRELEVANT),
    ):
        menu.addAction(words, partial(acts.toggle, sign))
    tones = menu.addMenu(tr("ArticlesPane", "Tone"))
    for tone in TONES:
        tones.addAction(tone_name(tone), partial(acts.toggle, Sign("tone", tone)))
    menu.addAction(tr("ArticlesPane", "Labels…"), acts.label)
    menu.addSeparator()
    menu.addAction(tr("ArticlesPane", "Edit…"), acts.edit)
    menu.addAction(tr("ArticlesPane", "Set dates…"), acts.date)
    menu.addSeparator()
    menu.addAction(tr("ArticlesPane", "Erase for good…"), acts.erase)
