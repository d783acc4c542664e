"""Drawing what is set on an article: quiet signs at the edges of its row."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from workstation.desktop.theme import Theme
from workstation.desktop.words import isolated, shown, tone_name, tr
from workstation.domain.signs import Signs

SIDE: Final = 13
"""Pixels that a star or a tick takes."""
_GAP: Final = 5
_AROUND: Final = 12
"""Pixels of a chip beside its letters."""
_LONGEST: Final = 110
_SHORTEST: Final = 36
"""Pixels of a chip that still has a letter or two."""
_DOT: Final = 2.6


def room(signs: Signs) -> int:
    """The width that the signs beside a title take."""
    count = int(signs.starred) + int(signs.relevant is True) + int(bool(signs.tone))
    return count * (SIDE + _GAP)


def unread(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    """The dot before an article that nobody has read."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(middle, _DOT, _DOT)
    painter.restore()


def beside_title(painter: QPainter, box: QRectF, signs: Signs, theme: Theme) -> None:
    """A star, a tick and the tone at the end of a title's line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(box.right() - SIDE, box.center().y() - SIDE / 2 + 1, SIDE, SIDE)
    if signs.starred:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("found_line"))
        painter.drawPolygon(_star(place.center(), SIDE / 2))
        place.translate(-SIDE - _GAP, 0)
    if signs.relevant:
        painter.setPen(_pen(theme.colour("good")))
        painter.drawPolyline(
            [
                QPointF(place.left() + 2, place.center().y()),
                QPointF(place.left() + 5, place.bottom() - 3),
                QPointF(place.right() - 1.5, place.top() + 3),
            ]
        )
        place.translate(-SIDE - _GAP, 0)
    if signs.tone:
        painter.setPen(QPen(theme.colour("muted"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(_pen(theme.colour("text")))
        painter.drawLines(_tone(signs.tone, place.center()))
    painter.restore()


def widest(labels: Sequence[str], metrics: QFontMetrics) -> int:
    """The width that the first label would like."""
    return min(_chip(labels[0], metrics), _LONGEST) + _GAP if labels else 0


def chips(
    painter: QPainter, box: QRectF, labels: Sequence[str], metrics: QFontMetrics, theme: Theme
) -> None:
    """As many labels as a box has room for, and how many more there are."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = box.left()
    for at, label in enumerate(labels):
        rest = f"+{len(labels) - at - 1}" if at + 1 < len(labels) else ""
        free = box.right() - left - (metrics.horizontalAdvance(rest) + _GAP if rest else 0)
        width = min(_chip(label, metrics), _LONGEST)
        if (at and width > free) or free < _SHORTEST:
            painter.setPen(theme.colour("muted"))
            more = isolated(f"+{len(labels) - at}")
            if left + metrics.horizontalAdvance(more) <= box.right() + 1:
                painter.drawText(QPointF(left, box.bottom() - metrics.descent()), more)
            break
        width = min(width, int(free))
        chip = QRectF(left, box.top() + 0.5, width, box.height() - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(theme.colour("text"))
        words = metrics.elidedText(shown(label), Qt.TextElideMode.ElideRight, width - _AROUND + 2)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
        left += width + _GAP
    painter.restore()


def aloud(signs: Signs) -> str:
    """What is set on an article, as it is read out; nothing where only its reading is known."""
    said = [
        (signs.starred, tr("Signs", "starred")),
        (signs.relevant is True, tr("Signs", "relevant")),
        (signs.relevant is False, tr("Signs", "not relevant")),
        (bool(signs.tone), tone_name(signs.tone)),
        (not signs.read, tr("Signs", "unread")),
    ]
    return ", ".join([words for is_so, words in said if is_so] + [shown(x) for x in signs.labels])


def _chip(label: str, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(shown(label)) + _AROUND


def _pen(colour: QColor) -> QPen:
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _tone(tone: str, middle: QPointF) -> list[QLineF]:
    """What stands in the circle: minus, plus, both above each other, or two even strokes."""
    reach = QPointF(3, 0)

    def level(above: float) -> QLineF:
        at = middle - QPointF(0, above)
        return QLineF(at - reach, at + reach)

    upright = QLineF(middle - QPointF(0, 3), middle + QPointF(0, 3))
    mixed = QLineF(middle - QPointF(0, 4), middle + QPointF(0, 1))
    return {
        "negative": [level(0)],
        "positive": [level(0), upright],
        "neutral": [level(1.6), level(-1.6)],
        "mixed": [level(1.5), mixed, level(-3.2)],
    }.get(tone, [])


def _star(middle: QPointF, reach: float) -> QPolygonF:
    corners = []
    for corner in range(10):
        far = reach if corner % 2 == 0 else reach * 0.42
        turn = pi * corner / 5
        corners.append(middle + QPointF(sin(turn) * far, -cos(turn) * far))
    return QPolygonF(corners)
