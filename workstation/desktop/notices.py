"""Words that appear, offer one action, and leave by themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

_STAY_MS: Final = 7_000
"""Long enough to read two sentences and to reach for Undo."""
_MARGIN: Final = 14


@dataclass(frozen=True, slots=True)
class Notice:
    """One or two sentences, and what may be done about them."""

    words: str
    action: str = ""
    act: Callable[[], None] | None = None
    problem: bool = False


class Notices(QObject):
    """Where every part of the window posts what it has to say."""

    posted = Signal(object)

    def say(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Posts a notice."""
        self.posted.emit(Notice(words, action, act))

    def warn(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Posts a notice of something that did not work."""
        self.posted.emit(Notice(words, action, act, problem=True))


class NoticeBar(QFrame):
    """Shows the latest notice at the foot of a part of the window, over what stands there."""

    def __init__(self, notices: Notices, room: QWidget) -> None:
        super().__init__(room.window())
        self.setObjectName("notice")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setObjectName("noticeAction")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._act)
        self._room = room
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.setSpacing(14)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._notice: Notice | None = None
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(_STAY_MS)
        self._leave.timeout.connect(self.hide)
        notices.posted.connect(self.show_notice)
        room.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Shows a notice in the place of the one before."""
        self._notice = notice
        self._words.setText(notice.words)
        self._button.setText(notice.action)
        self._button.setVisible(bool(notice.action))
        self.setAccessibleName(notice.words)
        self.setProperty("problem", notice.problem)
        self.style().polish(self)
        self._place()
        self.show()
        self.raise_()
        self._leave.start()

    def _act(self) -> None:
        act = self._notice.act if self._notice else None
        self.hide()
        if act is not None:
            act()

    def _place(self) -> None:
        room = QRect(self._room.mapTo(self.window(), QPoint()), self._room.size())
        widest = min(620, room.width() - 2 * _MARGIN)
        self._words.setMinimumWidth(0)
        wanted = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4
        button = self._button.sizeHint().width() + 14 if self._button.text() else 0
        width = min(widest, wanted + button + 30)
        self.setFixedWidth(width)
        height = max(44, self._row.heightForWidth(width))
        left = room.x() + (room.width() - width) // 2
        self.setGeometry(left, room.bottom() - height - _MARGIN, width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._leave.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._leave.start()
        super().leaveEvent(event)
