"""Painting marks under and over the words of a text document.

Character formats know neither frames nor double and thick underlines, and cost time for every
mention of an article; these marks are painted for what is visible only.
"""

from collections.abc import Iterator
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextDocument, QTextLine

from workstation.desktop.theme import Mark

_ROUND: Final = 3.0
_WAVE: Final = 3.0
_CORNER: Final = 4.0
_BESIDE: Final = 10.0
_SPACE: Final = " ".encode("utf-16-le")
_PATTERNS: Final[dict[str, tuple[float, list[float]]]] = {
    "solid": (1.6, []),
    "thin": (1.0, []),
    "thick": (3.0, []),
    "dotted": (1.8, [1.0, 1.6]),
    "dashed": (1.8, [3.2, 2.0]),
    "dash-dot": (1.6, [4.0, 2.0, 1.0, 2.0]),
}


def boxes(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """Where a stretch of one block stands: a box for each line, in the document's coordinates."""
    block = document.findBlock(start)
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    text = block.text()
    letters = text.encode("utf-16-le", "surrogatepass")
    two_ways = not text.isascii() and any("\u0590" <= c <= "\u08ff" for c in text)
    first, last = start - block.position(), end - block.position()
    foremost = layout.lineForTextPosition(first)
    for index in range(foremost.lineNumber() if foremost.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(index)
        if line.textStart() >= last:
            break
        begin = max(first, line.textStart())
        until = min(last, line.textStart() + line.textLength())
        while until > begin and letters[2 * until - 2 : 2 * until] == _SPACE:
            until -= 1
        if begin >= until:
            continue
        runs = line.glyphRuns(begin, until - begin) if two_ways else []
        if runs:
            area = runs[0].boundingRect()
            for run in runs[1:]:
                area = area.united(run.boundingRect())
            left, right = area.left(), area.right()
        else:
            left, right = sorted((_x(line, begin), _x(line, until)))
        yield QRectF(left, line.y(), right - left, line.height()).translated(origin)


def fill(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """The ground of a mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box.adjusted(-1, 0, 1, 1), _ROUND, _ROUND)


def underline(painter: QPainter, box: QRectF, mark: Mark) -> None:
    """The second cue of a mark: a line in the style of its kind."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bottom = box.bottom() - 0.5
    if mark.cue == "wavy":
        painter.setPen(QPen(mark.line, 1.3 * mark.weight))
        painter.drawPath(_wave(box.left(), box.right(), bottom - 0.5))
    elif mark.cue == "double":
        painter.setPen(QPen(mark.line, 1.2 * mark.weight))
        for y in (bottom - 1.2 - 1.2 * mark.weight, bottom + 0.2):
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    else:
        width, dashes = _PATTERNS[mark.cue]
        width *= mark.weight
        pen = QPen(mark.line, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(dashes)
        y = bottom - width / 2 + 0.5
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def frame(painter: QPainter, box: QRectF, colour: QColor, width: float = 1.8) -> None:
    """The frame of a chosen actor."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), _ROUND + 1, _ROUND + 1)


def bar(painter: QPainter, box: QRectF, edge: float, colour: QColor) -> None:
    """A bar in the margin beside a line of a passage with a note."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(edge - _BESIDE, box.top(), 2.5, box.height()))


def bracket(painter: QPainter, box: QRectF, colour: QColor, *, opens: bool) -> None:
    """The corner at which a passage with a note begins or ends."""
    painter.setPen(QPen(colour, 1.6))
    x = box.left() - 1.5 if opens else box.right() + 1.5
    y, reach = (box.top(), _CORNER) if opens else (box.bottom(), -_CORNER)
    painter.drawLine(QPointF(x, y), QPointF(x, y + 2 * reach))
    painter.drawLine(QPointF(x, y), QPointF(x + reach, y))


def _wave(left: float, right: float, middle: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, middle))
    x, up = left, True
    while x < right:
        end = min(x + _WAVE, right)
        path.quadTo(QPointF((x + end) / 2, middle + (-2.2 if up else 2.2)), QPointF(end, middle))
        x, up = end, not up
    return path


def _x(line: QTextLine, cursor: int) -> float:
    # The stubs do not say that the answer comes with the cursor it holds for.
    return cast("tuple[float, int]", line.cursorToX(cursor))[0]
