"""What lies over the window while something is dragged over it."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workstation.desktop.drops import Drop, hosts, libraries
from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import isolated

_EDGE: Final = 14
_ROUND: Final = 14
_PICTURE: Final = 56
_WORDS: Final = 15.0


class Veil(QWidget):
    """Says what a drop would do; it lies over everything and takes no part in it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._words = ""
        # What is dragged goes through to the window.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def invite(self, drop: Drop, *, read_only: bool) -> None:
        """Covers the window and says what would become of a drop."""
        words = self.tr("Drop to import; files are copied")
        if drop.links:
            told = self.tr("Drop to fetch the page from {host}")
            words = told.format(host=isolated(", ".join(hosts(drop.links))))
        if libraries(drop.paths):
            words = self.tr("Drop to open the library")
        elif read_only:
            words = self.tr("This library can only be read: nothing can be imported")
        self._words = words
        self.setAccessibleName(words)
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("veil"))
        border = QPen(self._theme.colour("accent"), 3, Qt.PenStyle.DashLine)
        painter.setPen(border)
        inside = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.drawRoundedRect(inside, _ROUND, _ROUND)
        picture = self._theme.picture("drop", "accent", _PICTURE)
        middle = inside.center()
        painter.drawPixmap(round(middle.x() - _PICTURE / 2), round(middle.y() - _PICTURE), picture)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(sans(_WORDS, strong=True))
        below = QRectF(inside.left(), middle.y() + 12, inside.width(), inside.height() / 2 - 12)
        side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, int(side | Qt.TextFlag.TextWordWrap), self._words)
        painter.end()
