"""The menu bar, from the same commands as the toolbar and the command palette."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from workstation.desktop.actions import Actions
from workstation.desktop.arranging import Arranging
from workstation.desktop.theme import WISHES, Theme, Wish
from workstation.desktop.words import isolated, tr
from workstation.domain.signs import TONES

_FILE: Final = (
    "new", "open", "recent", "sample", "close", "", "import", "import-table", "import-folder",
    "watch", "write", "import-watchlist", "", "tag", "pipelines", "registers", "", "report",
    "export-articles", "export-mentions", "", "export-decisions", "merge-decisions", "", "quit",
)  # fmt: skip
_EDIT: Final = (
    "undo", "redo", "history", "", "paste", "", "find", "search", "save-search", "searches",
    "forget-searches", "", "commands", "preferences",
)  # fmt: skip
_ARTICLE: Final = (
    "edit", "date", "", "labels", "note", "tone", "", "star", "read", "relevant", "irrelevant", "",
    "cite", "pin-event", "", "erase",
)  # fmt: skip
_GO: Final = (
    "back", "forward", "clear", "", "undated", "doubtful", "", "next-article",
    "previous-article", "", "keep-tab", "close-tab", "next-tab", "previous-tab", "",
    "next-mention", "previous-mention", "", "next-pane", "previous-pane",
    "only-pane",
)  # fmt: skip
_ACTORS: Final = (
    "meaning", "meaning-everywhere", "", "merge", "narrow", "", "cleaning",
)  # fmt: skip
_VIEW: Final = (
    "look", "language", "", "side-by-side", "other-side", "", "larger", "smaller", "normal", "",
    "count-articles", "count-stories", "count-outlets", "", "fold", "",
    "concordance", "appellations", "network", "activity", "",
    "new-window", "move-pane", "", "panes", "layouts-menu",
)  # fmt: skip
_HELP: Final = ("help", "shortcuts", "describe", "", "about")


class Menus:
    """Fills a menu bar."""

    def __init__(
        self,
        bar: QMenuBar,
        actions: Actions,
        theme: Theme,
        choose: Callable[[Wish], None],
        languages: QMenu,
        arranging: Arranging,
    ) -> None:
        """`choose` is called with the look that the user picks."""
        self._actions = actions
        self._submenus = {
            "language": languages,
            "panes": arranging.panes,
            "layouts-menu": arranging.layouts,
        }
        self._recent = QMenu(tr("Menus", "Opened last"), bar)
        self._look = QMenu(tr("Menus", "Appearance"), bar)
        self._tone = QMenu(tr("Menus", "Tone"), bar)
        self._tone.addActions([actions[tone] for tone in TONES])
        names: dict[Wish, str] = {
            "system": tr("Menus", "Like the system"),
            "light": tr("Menus", "Light"),
            "dark": tr("Menus", "Dark"),
            "contrast": tr("Menus", "High contrast"),
        }
        group = QActionGroup(self._look)
        for wish in WISHES:
            action = self._look.addAction(names[wish], partial(choose, wish))
            action.setCheckable(True)
            action.setChecked(wish == theme.wish)
            action.setData(wish)
            group.addAction(action)
        theme.changed.connect(lambda: self._tick(theme.wish))
        for words, names_of in (
            (tr("Menus", "&File"), _FILE),
            (tr("Menus", "&Edit"), _EDIT),
            (tr("Menus", "A&rticle"), _ARTICLE),
            (tr("Menus", "&Go"), _GO),
            (tr("Menus", "&Actors"), _ACTORS),
            (tr("Menus", "&View"), _VIEW),
            (tr("Menus", "&Help"), _HELP),
        ):
            self._fill(bar.addMenu(words), names_of)

    def show_recent(self, recent: Sequence[str], open_library: Callable[[str], None]) -> None:
        """Lists the libraries opened last."""
        self._recent.clear()
        for where in recent:
            self._recent.addAction(isolated(where), partial(open_library, where))
        self._recent.setEnabled(bool(recent))

    def offered(self) -> list[QAction]:
        """What the palette offers beside the commands: the libraries opened last."""
        words = tr("Menus", "Open: {library}")
        made = []
        for action in self._recent.actions():
            again = QAction(words.format(library=action.text()), self._recent)
            again.triggered.connect(action.trigger)
            made.append(again)
        return made

    def _tick(self, wish: Wish) -> None:
        for action in self._look.actions():
            action.setChecked(action.data() == wish)

    def _fill(self, menu: QMenu, names: Sequence[str]) -> None:
        submenus = {
            "recent": self._recent,
            "look": self._look,
            "tone": self._tone,
            **self._submenus,
        }
        for name in names:
            if not name:
                menu.addSeparator()
            elif name in submenus:
                menu.addMenu(submenus[name])
            else:
                menu.addAction(self._actions[name])
