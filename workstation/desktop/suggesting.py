"""Suggestions below the search field: fields, what they hold, and what was searched before."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate
from typing_extensions import override

from workstation.desktop.desk import Desk
from workstation.desktop.words import amount, shown
from workstation.limits import RECENT_SEARCHES

if TYPE_CHECKING:
    from workstation.library.suggestions import Suggestion, Typed

_WHOLE: Final = Qt.ItemDataRole.UserRole


class Suggesting(QObject):
    """Asks the library off the GUI thread; arrows choose, Enter takes, Escape takes none."""

    def __init__(self, line: QLineEdit, desk: Desk) -> None:
        super().__init__(line)
        self._line = line
        self._desk = desk
        self.recent: list[str] = []
        self.model = QStandardItemModel(self)
        self._completer = QCompleter(self.model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(RECENT_SEARCHES + 2)
        self._completer.setWidget(line)
        popup = self._completer.popup()
        assert popup is not None  # noqa: S101 - a completer that shows one makes it
        self.popup = popup
        popup.setObjectName("suggestions")
        # The completer's own rows know nothing of the style.
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.setAccessibleName(self.tr("Suggestions"))
        self._completer.setCompletionRole(_WHOLE)
        self._completer.activated.connect(self._take)
        line.textEdited.connect(self._ask)
        line.editingFinished.connect(self._remember)
        line.installEventFilter(self)

    def _ask(self) -> None:
        from workstation.library import suggestions  # noqa: PLC0415 - start-up stays light

        text = self._line.text()[: self._line.cursorPosition()]
        wanted = suggestions.typed(text)
        if wanted is None:
            self._desk.jobs.forget(self)
            self._show([], text)
            return

        def deliver(found: "list[Suggestion]") -> None:
            # What came too late for what is typed by now was asked for something else.
            if self._line.text()[: self._line.cursorPosition()] == text:
                self._show(self._rows(wanted, found), text)

        self._desk.ask(self, lambda reading: suggestions.suggest(reading, wanted), deliver)

    def _rows(self, wanted: "Typed", found: "list[Suggestion]") -> list[tuple[str, str]]:
        from workstation.library.suggestions import written  # noqa: PLC0415 - as above

        text, after = self._line.text(), self._line.text()[self._line.cursorPosition() :]
        rows = []
        for one in found:
            whole = text[: wanted.at] + written(wanted.field, one.words) + after.lstrip()
            words = shown(one.words)
            told = f"{words}   {amount(one.count, 'articles')}"
            rows.append((told if one.count else words, whole))
        return rows

    def _show(self, rows: list[tuple[str, str]], text: str) -> None:
        begun = text.strip().casefold()
        before = [one for one in self.recent if begun and one.casefold().startswith(begun)]
        rows = rows + [(shown(one), one) for one in before if one.strip() != text.strip()]
        self.model.clear()
        for words, whole in rows:
            row = QStandardItem(words)
            row.setData(whole, _WHOLE)
            self.model.appendRow(row)
        if rows and self._line.hasFocus():
            self._completer.complete()
        else:
            self.popup.hide()

    def _take(self, whole: str) -> None:
        self._line.setText(whole)
        # As if it had been typed: it is searched, and a field goes on with what it holds.
        self._line.textEdited.emit(whole)

    def _remember(self) -> None:
        words = self._line.text().strip()
        if words:
            others = [one for one in self.recent if one != words]
            self.recent = [words, *others][:RECENT_SEARCHES]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = event.key() if isinstance(event, QKeyEvent) else 0
        pressed = event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Down
        if pressed and not self.popup.isVisible():
            if self._line.text().strip():
                self._ask()
            else:
                self._show([(shown(one), one) for one in self.recent], "")
            return True
        return super().eventFilter(watched, event)
