"""What every pane is: it depends on aspects, asks off the GUI thread, and shows the answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workstation.desktop.desk import Desk
from workstation.desktop.theme import Theme
from workstation.desktop.trouble import Trouble
from workstation.domain.changes import Changes, Touched
from workstation.domain.selection import Aspect, Selection
from workstation.errors import WorkstationError

# On some systems a line takes these for "end of line" and "delete to its end".
_LETTERS: Final = 4
"""Letters that a quiet line shows at the least."""
_SIGNS: Final = frozenset[Touched]({"signs", "notes"})
"""What changes a selection that asks for it; what is read while it is read goes on standing."""
_WINDOW_KEYS: Final = frozenset({Qt.Key.Key_E, Qt.Key.Key_K})

if TYPE_CHECKING:
    from workstation.library.library import Reading

Answer = TypeVar("Answer")


class Pane(QWidget, Generic[Answer]):
    """A view of the selection; a hidden one marks itself stale and asks when it is shown."""

    depends_on: ClassVar[frozenset[Aspect]] = frozenset()
    listens_to: ClassVar[frozenset[Touched]] = frozenset()

    def __init__(self, name: str, desk: Desk, theme: Theme) -> None:
        """A pane whose accessible name and caption is `name`."""
        super().__init__()
        self.desk = desk
        self.theme = theme
        self._stale = True
        self._behind = False
        self._asking = False
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.caption = plain_label(name.upper(), "caption")
        self.figure = Figure()
        self._trouble = Trouble()
        self.heading = QHBoxLayout()
        self.heading.setContentsMargins(14, 6, 8, 6)
        self.heading.setSpacing(6)
        self.heading.addWidget(self.caption)
        self.heading.addStretch(1)
        self.heading.addWidget(self.figure)
        head = QWidget(self)
        head.setObjectName("heading")
        head.setLayout(self.heading)
        head.setFixedHeight(36)
        self.head = head
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(head)
        self.body.addWidget(self._trouble)
        desk.selection.changed.connect(self._selection_changed)
        desk.changed.connect(self._library_changed)
        desk.opened.connect(self.refresh)
        theme.changed.connect(self.dress)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # What a pane says of itself -----------------------------------------------------------------

    def question(self, selection: Selection) -> "Callable[[Reading], Answer] | None":
        """What to ask the library for this selection, or None where there is nothing to ask.

        Called on the GUI thread; the answer's function runs off it and may not touch widgets.
        """
        raise NotImplementedError

    def present(self, answer: Answer) -> None:
        """Shows an answer."""
        raise NotImplementedError

    def gestured(self, aspects: frozenset[Aspect]) -> None:
        """Draws aspects again that need no question, such as what is picked."""

    def dress(self) -> None:
        """Draws again in the colours of another theme."""
        self.update()

    # What all panes do --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Asks again, now or when the pane is next shown."""
        if self._behind or not self.isVisible() or self.desk.library is None:
            self._stale = True
            return
        self._stale = False
        question = self.question(self.desk.selection.value)
        self._asking = question is not None
        if question is None:
            self.desk.jobs.forget(self)
            return
        self.desk.ask(self, question, self._answered, self._failed)

    def come_forward(self, *, seen: bool) -> None:
        """Hears whether the pane is seen: Qt calls one visible that is behind another's tab."""
        self._behind = not seen
        if seen and self._stale:
            self.refresh()

    def say_trouble(self, words: str) -> None:
        """Says below the heading what is wrong with what is shown; no words take it away."""
        self._trouble.say(words)

    def _answered(self, answer: Answer) -> None:
        self.say_trouble("")
        self.present(answer)
        self._settle()

    def _settle(self) -> None:
        self._asking = False
        if self._stale:
            self.refresh()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self.say_trouble(error.sentence)
        else:
            self.desk.jobs.broke.emit(error)
        self._settle()

    def _selection_changed(self, _selection: Selection, aspects: frozenset[Aspect]) -> None:
        if aspects & self.depends_on:
            self.refresh()
        self.gestured(aspects)

    def _library_changed(self, changes: Changes) -> None:
        by_signs = self.desk.selection.value.by_signs and "facets" in self.depends_on
        if not changes.kinds & (self.listens_to | (_SIGNS if by_signs else frozenset())):
            return
        if self._asking:
            # Asked again when the answer has come, or an import would keep all readers busy.
            self._stale = True
        else:
            self.refresh()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        active = now is not None and self.isAncestorOf(now)
        if self.caption.property("active") != active:
            self.caption.setProperty("active", active)
            self.caption.style().polish(self.caption)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()


class Field(QLineEdit):
    """A line to type in, which leaves the window's own keys to the window."""

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            combination = event.keyCombination()
            if combination.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier and (
                combination.key() in _WINDOW_KEYS
            ):
                event.ignore()
                return True
        return super().event(event)


class Figure(QLabel):
    """A quiet line, which ends in an ellipsis where its room is too narrow."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("figure")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * _LETTERS
        whole = super().minimumSizeHint()
        return QSize(min(least, whole.width()), whole.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, int(side), self.palette(), self.isEnabled(), words, self.foregroundRole()
        )
        painter.end()


def plain_label(text: str, name: str = "") -> QLabel:
    """A label that never takes its text for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
