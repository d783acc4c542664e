"""What the palette finds in the library: actors by any of their names, and outlets."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.commands import CommandPalette
from workstation.desktop.words import amount, shown

if TYPE_CHECKING:
    from workstation.library.library import Reading
    from workstation.library.suggestions import Suggestion

_LETTERS: Final = 2
"""Letters from which on names are looked for: with one, everything fits."""


class Finding(QObject):
    """Asks the library off the GUI thread for what is typed."""

    def __init__(self, palette: CommandPalette, desk: Desk) -> None:
        super().__init__(palette)
        self._palette = palette
        self._desk = desk
        palette.typed.connect(self._ask)

    def _ask(self, letters: str) -> None:
        from workstation.library import suggestions  # noqa: PLC0415 - start-up stays light

        beginning = letters.strip()
        if len(beginning) < _LETTERS:
            self._desk.jobs.forget(self)
            return

        def ask(reading: "Reading") -> "tuple[list[Suggestion], list[Suggestion]]":
            named = [suggestions.Typed("actor", beginning, 0)]
            named.append(suggestions.Typed("outlet", beginning, 0))
            actors, outlets = (suggestions.suggest(reading, one) for one in named)
            return actors, outlets

        self._desk.ask(self, ask, lambda found: self._offer(letters, *found))

    def _offer(self, letters: str, actors: "list[Suggestion]", outlets: "list[Suggestion]") -> None:
        selection = self._desk.selection
        made = []
        for one in actors:
            told = self.tr("actor · {articles}").format(articles=amount(one.count, "articles"))
            made.append(self._action(one, told, partial(self._pick, one.actor)))
        for one in outlets:
            told = self.tr("outlet · {articles}").format(articles=amount(one.count, "articles"))
            made.append(self._action(one, told, partial(selection.narrow, "outlet", one.words)))
        self._palette.offer(letters, made)

    def _pick(self, actor: str) -> None:
        self._desk.selection.change(picked=(actor,))

    def _action(self, one: "Suggestion", told: str, act: Callable[[], None]) -> QAction:
        action = QAction(shown(one.words).replace("&", "&&"), self)
        action.setStatusTip(told)
        action.triggered.connect(lambda _checked=False: act())
        return action
