"""The first screen: a large place to drop files on, and the libraries opened last."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.actions import Actions
from workstation.desktop.pane import plain_label
from workstation.desktop.theme import Theme
from workstation.desktop.trouble import Trouble
from workstation.desktop.words import shown


class Welcome(QWidget):
    """Nothing is asked here: a drop, or one click, and there is something to see."""

    chosen = Signal(str)
    """A library that was opened before."""

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Welcome"))
        # It shares its place with the reader, which may be narrower.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._picture = QLabel()
        self._area = self._make_area()
        self._trouble = Trouble()
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(18)
        column.addStretch(2)
        column.addWidget(self._area, 12)
        column.addWidget(self._trouble)
        column.addLayout(self._make_buttons(actions))
        self._listed: list[QWidget] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        theme.changed.connect(self.dress)
        self.dress()

    def show_recent(self, recent: tuple[str, ...]) -> None:
        """Lists the libraries opened last."""
        for widget in self._listed:
            widget.deleteLater()
        self._listed = [plain_label(self.tr("Opened last"), "caption")] if recent else []
        for where in recent:
            # An ampersand would make the next letter a shortcut.
            button = QPushButton(shown(Path(where).stem).replace("&", "&&"))
            button.setObjectName("link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setAccessibleName(self.tr("Open {name}").format(name=Path(where).stem))
            button.setIcon(self._theme.icon("library", "accent"))
            button.clicked.connect(lambda _checked=False, w=where: self.chosen.emit(w))
            self._listed.append(button)
        for widget in self._listed:
            self._recent.addWidget(widget)

    def show_trouble(self, words: str) -> None:
        """Says why a library could not be opened; no words take it away."""
        self._trouble.say(words)

    def invite(self, *, over: bool) -> None:
        """Shows that a drop would be taken."""
        self._area.setProperty("over", over)
        self._area.style().polish(self._area)

    def dress(self) -> None:
        """Takes the colours of the theme."""
        self._picture.setPixmap(self._theme.picture("drop", "accent", 64))

    def _make_area(self) -> QFrame:
        area = QFrame()
        area.setObjectName("dropArea")
        area.setMinimumSize(420, 150)
        area.setMaximumHeight(320)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = plain_label(self.tr("Drop articles here"), "welcomeTitle")
        words = plain_label(
            self.tr(
                "Files, folders or text: web pages, PDF, Word, e-mail, plain text and more.\n"
                "They are copied into a library of your own; nothing leaves this computer."
            ),
            "welcomeWords",
        )
        inside = QVBoxLayout(area)
        inside.setContentsMargins(40, 16, 40, 16)
        inside.setSpacing(10)
        inside.addStretch(1)
        inside.addWidget(self._picture)
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        inside.addStretch(1)
        return area

    def _make_buttons(self, actions: Actions) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for name, primary in (("sample", True), ("new", False), ("open", False)):
            action = actions[name]
            button = QPushButton(action.text())
            button.setObjectName("primary" if primary else "")
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        return row
