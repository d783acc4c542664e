"""The bar at the top: import, back and forward, the search, the chips, and the report."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from workstation.desktop.actions import Actions
from workstation.desktop.pane import Field
from workstation.desktop.saved import Saved
from workstation.desktop.search_menu import SearchMenu
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.tally import Chip, Tally, chips
from workstation.desktop.theme import Theme
from workstation.desktop.words import number, tip
from workstation.domain.frequency import Size
from workstation.domain.selection import Aspect, Selection

_TYPING_MS: Final = 160
"""Between two letters of a quick typist: every pause is searched, but not every letter."""
_CHIP: Final = 26
"""Letters of a chip's words: an outlet's name must not push the search field away."""
_SHORTEST: Final = 5
_LETTER: Final = 7
_AROUND: Final = 40
"""Pixels that a letter of a chip takes, and the chip around its letters."""
_OTHERS: Final = 450
"""Pixels that the buttons and the narrowest search field take."""


class Toolbar(QToolBar):
    """Writes words into the selection as they are typed, and a chip for each narrowing."""

    def __init__(
        self, actions: Actions, selection: SelectionModel, theme: Theme, saved: Saved
    ) -> None:
        super().__init__()
        self._selection = selection
        self._theme = theme
        self._saved = saved
        self._mark = QAction(self)
        self._menu = SearchMenu(saved, actions, self)
        self._tally = Tally(Size(), 0, {})
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.search = self._make_search()
        self._shown: list[ChipButton] = []
        self._chips = QHBoxLayout()
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(6)
        holder = QWidget()
        holder.setLayout(self._chips)
        self._primary = self._make_primary(actions["import"])
        self.addWidget(self._primary)
        for name in ("back", "forward"):
            self.addWidget(self._button(actions[name], "step", words=False))
        self.addWidget(self.search)
        self.addWidget(holder)
        self._clear = self.addWidget(self._button(actions["clear"], "", words=True))
        self.addWidget(self._button(actions["report"], "", words=True))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._searched)
        self.search.textEdited.connect(self._typing.start)
        self.search.returnPressed.connect(self._searched)
        selection.changed.connect(self._follow)
        theme.changed.connect(self.dress)
        saved.changed.connect(self.dress)
        self.dress()
        self._follow(selection.value, frozenset({"words"}))

    def show_tally(self, tally: Tally) -> None:
        """Gives the chips their names."""
        self._tally = tally
        self.search.setProperty("problem", False)
        self.search.setToolTip("")
        self.search.style().polish(self.search)
        self._list_chips()

    def show_problem(self, words: str) -> None:
        """Says on the search field that the query makes no sense."""
        self.search.setProperty("problem", True)
        self.search.setToolTip(tip(words))
        self.search.style().polish(self.search)

    def dress(self) -> None:
        """Takes the colours of the theme."""
        self._primary.setIcon(self._theme.icon("import", "on_accent"))
        self._glass.setIcon(self._theme.icon("search", "muted"))
        new = self._saved.new
        self._mark.setIcon(self._theme.icon("saved", "accent" if new else "muted"))
        counted = self.tr("Saved searches, {n} new articles").format(n=number(new))
        self._mark.setToolTip(counted if new else self.tr("Saved searches"))

    def _show_menu(self) -> None:
        below = self.search.mapToGlobal(self.search.rect().bottomRight())
        self._menu.popup(below - QPoint(self._menu.sizeHint().width(), -2))

    def _follow(self, selection: Selection, aspects: frozenset[Aspect]) -> None:
        if "words" in aspects and self.search.text().strip() != selection.words:
            self.search.setText(selection.words)
        self._clear.setVisible(selection.narrows)
        self._list_chips()

    def _searched(self) -> None:
        self._typing.stop()
        self._selection.change(words=self.search.text().strip())

    def _list_chips(self) -> None:
        wanted = chips(self._selection.value, self._tally.names)
        while len(self._shown) < len(wanted):
            self._shown.append(ChipButton(self._selection, self._theme))
            self._chips.addWidget(self._shown[-1])
        room = (self.width() - _OTHERS) // max(1, len(wanted)) - _AROUND
        letters = min(_CHIP, max(_SHORTEST, room // _LETTER))
        for index, button in enumerate(self._shown):
            button.setVisible(index < len(wanted))
            if index < len(wanted):
                button.show_chip(wanted[index], letters)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list_chips()

    def _make_search(self) -> QLineEdit:
        search = Field()
        search.setPlaceholderText(self.tr("Search the library: words, “a phrase”, word*, -not"))
        search.setAccessibleName(self.tr("Search the library"))
        search.setToolTip(
            self.tr(
                "Words, “a phrase”, word*; OR, NOT, ( )\n"
                "withdraw* NEAR/8 actor:Russia - at most eight words from each other\n"
                "title: outlet: actor: kind: lang: before: after: story: label: note:\n"
                "is:starred is:unread is:relevant is:irrelevant is:noted"
            )
        )
        search.setClearButtonEnabled(True)
        search.setMinimumWidth(90)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._glass = QAction(search)
        search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        search.addAction(self._mark, QLineEdit.ActionPosition.TrailingPosition)
        self._mark.triggered.connect(self._show_menu)
        return search

    def _make_primary(self, action: QAction) -> QToolButton:
        # Not the action's own button: its icon stands on the accent colour.
        button = QToolButton()
        button.setObjectName("primary")
        button.setText(action.text())
        button.setToolTip(action.toolTip())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _button(self, action: QAction, name: str, *, words: bool) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setObjectName(name)
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if words
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        button.setAccessibleName(action.text().replace("&", ""))
        return button


class ChipButton(QPushButton):
    """A narrowing that a click takes away."""

    def __init__(self, selection: SelectionModel, theme: Theme) -> None:
        super().__init__()
        self._selection = selection
        self._theme = theme
        self._chip: Chip | None = None
        self.setObjectName("chip")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIconSize(QSize(10, 10))
        self.clicked.connect(self._remove)

    def show_chip(self, chip: Chip, letters: int) -> None:
        """Shows another narrowing, in so many letters."""
        self._chip = chip
        words = chip.words if len(chip.words) <= letters else f"{chip.words[:letters]}…"
        # An ampersand would make the next letter a shortcut.
        self.setText(words.replace("&", "&&"))
        self.setIcon(self._theme.icon("close", "on_soft"))
        self.setAccessibleName(self.tr("Remove {words}").format(words=chip.words))
        self.setToolTip(tip(self.tr("{words}: click to remove").format(words=chip.words)))

    def _remove(self) -> None:
        if self._chip is not None:
            self._selection.become(self._chip.without)
