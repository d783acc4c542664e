"""Small drawings that several panes share: badges, markers and sparklines."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from workstation.desktop.theme import Theme, sans
from workstation.domain.actor import Kind

_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_POINTED_AT: Final = QStyle.StateFlag.State_MouseOver.value


def ground(painter: QPainter, box: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """What lies behind a row: its colour when it is chosen or pointed at, and a line below."""
    # As numbers: flags of Python are made anew by every comparison.
    stands = state.value
    if stands & _SELECTED:
        painter.fillRect(box, theme.colour("soft"))
    elif stands & _POINTED_AT:
        painter.fillRect(box, theme.colour("hover"))
    painter.setPen(theme.colour("line"))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def badge(painter: QPainter, box: QRectF, kind: Kind | None, theme: Theme) -> None:
    """The letter of a kind on its colour."""
    letter, ground, ink = theme.badge(kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.setFont(sans(8.5, strong=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def caution(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A sign that a name is not what it looks like."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("problem"), 1.4))
    sign = QRectF(0, 0, 12, 10.5)
    sign.moveCenter(box.center())
    painter.drawPolygon(
        [QPointF(sign.center().x(), sign.top()), sign.bottomRight(), sign.bottomLeft()]
    )
    middle = sign.center().x()
    painter.drawLine(QPointF(middle, sign.top() + 4), QPointF(middle, sign.bottom() - 3.6))
    painter.drawPoint(QPointF(middle, sign.bottom() - 1.8))
    painter.restore()


def pin(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A sign that a row stays where it is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = box.center()
    painter.setPen(QPen(theme.colour("muted"), 1.4))
    painter.drawLine(middle + QPointF(0, 1), middle + QPointF(0, 6))
    painter.setBrush(theme.colour("muted"))
    painter.drawEllipse(middle + QPointF(0, -2), 2.6, 2.6)
    painter.restore()


def marker(painter: QPainter, middle: QPointF, size: float, slot: int, theme: Theme) -> None:
    """The point of a series, in its colour and shape."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.series(slot))
    place = QTransform.fromTranslate(middle.x(), middle.y()).scale(size, size)
    painter.drawPath(place.map(theme.marker(slot)))
    painter.restore()


def spark(painter: QPainter, box: QRectF, values: Sequence[int], colour: QColor) -> None:
    """A line of values from the left to the right, its highest value at the top."""
    if len(values) == 1:
        values = (*values, *values)
    highest = max(values, default=0)
    if not highest:
        return
    step = box.width() / (len(values) - 1)
    path = QPainterPath()
    for index, value in enumerate(values):
        point = QPointF(box.left() + index * step, box.bottom() - value / highest * box.height())
        if index:
            path.lineTo(point)
        else:
            path.moveTo(point)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.4))
    painter.drawPath(path)
    painter.restore()


class Badge(QWidget):
    """The badge of a kind, as a widget."""

    def __init__(self, theme: Theme, side: int = 18) -> None:
        super().__init__()
        self._theme = theme
        self._side = side
        self._kind: Kind | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kind(self, kind: Kind | None) -> None:
        """Shows another kind."""
        self._kind = kind
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        badge(painter, QRectF(self.rect()), self._kind, self._theme)
        painter.end()


class Spark(QWidget):
    """A sparkline, as a widget."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._values: tuple[int, ...] = ()
        self.setFixedHeight(26)

    def show_values(self, values: tuple[int, ...]) -> None:
        """Shows other values."""
        self._values = values
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(1, 3, -1, -2)
        spark(painter, box, self._values, self._theme.colour("muted"))
        painter.end()
