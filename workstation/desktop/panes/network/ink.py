"""Drawing a network: ties as lines, actors as discs, and as many names as there is room for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from workstation.desktop import drawing
from workstation.desktop.panes.network.model import Drawn
from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import shown
from workstation.domain.network import Node, Tie

_SIDE: Final = 70.0
_TOP: Final = 22.0
"""Pixels that stay free around the discs: names stand there."""
_SMALL: Final = 4.5
_LARGE: Final = 17.0
_ROOMY: Final = 500.0
"""The height of a picture from which on discs are as large as they get."""
_THIN: Final = 1.0
_THICK: Final = 6.0
_NEAR: Final = 4.0
"""Pixels beside a tie that still belong to it."""
_LONGEST_NAME: Final = 150.0
_LETTERED: Final = 8.0
"""The radius from which on the letter of a kind can be read on a disc."""
_FAINT: Final = 0.3
_QUIET: Final = 0.75


@dataclass(frozen=True)
class Scene:
    """Where the actors and ties of a network stand in a room."""

    drawn: Drawn
    room: QRectF

    @cached_property
    def middles(self) -> dict[str, QPointF]:
        """The middle of each actor's disc."""
        room = self.room.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        return {
            actor: QPointF(room.left() + x * room.width(), room.top() + y * room.height())
            for actor, (x, y) in self.drawn.places.items()
        }

    @cached_property
    def radii(self) -> dict[str, float]:
        """The radius of each disc: its area grows with the mentions."""
        nodes = self.drawn.network.nodes
        most = max((node.mentions for node in nodes), default=0) or 1
        largest = _LARGE * min(1.0, max(0.7, self.room.height() / _ROOMY))
        return {n.id: max(_SMALL, largest * sqrt(n.mentions / most)) for n in nodes}

    def width(self, tie: Tie) -> float:
        """The width of a tie's line."""
        most = self._heaviest
        part = tie.weight(self.drawn.network.ranking) / most if most else 0.0
        return _THIN + (_THICK - _THIN) * part

    @cached_property
    def _heaviest(self) -> float:
        network = self.drawn.network
        return max((tie.weight(network.ranking) for tie in network.ties), default=0.0)


def touched_node(scene: Scene, point: QPointF) -> str | None:
    """The actor at a point; of those one above the other, the upper one."""
    for node in scene.drawn.network.nodes:
        away = point - scene.middles[node.id]
        if sqrt(QPointF.dotProduct(away, away)) <= scene.radii[node.id] + 2:
            return node.id
    return None


def touched_tie(scene: Scene, point: QPointF) -> Tie | None:
    """The tie nearest to a point, where one is near."""
    near = [
        (_away(point, scene.middles[tie.first], scene.middles[tie.second]), place, tie)
        for place, tie in enumerate(scene.drawn.network.ties)
    ]
    away, _, tie = min(near, default=(_NEAR + _THICK, 0, None))
    return tie if tie is not None and away <= _NEAR + scene.width(tie) / 2 else None


def _away(point: QPointF, first: QPointF, last: QPointF) -> float:
    along = last - first
    length = QPointF.dotProduct(along, along)
    part = QPointF.dotProduct(point - first, along) / length if length else 0.0
    away = point - (first + along * min(1.0, max(0.0, part)))
    return sqrt(QPointF.dotProduct(away, away))


class Ink:
    """Draws a scene in the colours of a theme."""

    def __init__(
        self,
        theme: Theme,
        slots: Mapping[str, int | None],
        over: str | Tie | None,
        current: str | None,
    ) -> None:
        """`slots` are the series of picked actors; `over` and `current` are pointed at."""
        self._theme = theme
        self._slots = slots
        self._over = over
        self._current = current
        if over is not None:
            self._told = {over.first, over.second} if isinstance(over, Tie) else {over}
        else:
            picked = {actor for actor, slot in slots.items() if slot is not None}
            self._told = {current} if current else picked
        self._out = theme.colour("accent")
        # Mixed beforehand: lines that can be seen through take twice the time.
        ground, bar = theme.colour("page"), theme.colour("bar")
        self._quiet = _mixed(ground, bar, _FAINT if self._told else _QUIET)
        self._faces = {strong: sans(9.5, strong=strong) for strong in (False, True)}
        self._metrics = {strong: QFontMetricsF(face) for strong, face in self._faces.items()}

    def draw(self, painter: QPainter, scene: Scene) -> None:
        """Draws ties below actors, and names above all."""
        for tie in reversed(scene.drawn.network.ties):
            if not self._stands_out(tie):
                self._draw_tie(painter, scene, tie)
        for tie in reversed(scene.drawn.network.ties):
            if self._stands_out(tie):
                self._draw_tie(painter, scene, tie)
        for node in reversed(scene.drawn.network.nodes):
            self._draw_node(painter, scene, node)
        self._draw_names(painter, scene)

    def _stands_out(self, tie: Tie) -> bool:
        if isinstance(self._over, Tie):
            return tie == self._over
        return any(tie.joins(actor) for actor in self._told)

    def _draw_tie(self, painter: QPainter, scene: Scene, tie: Tie) -> None:
        colour = self._out if self._stands_out(tie) else self._quiet
        width = scene.width(tie)
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(scene.middles[tie.first], scene.middles[tie.second])

    def _draw_node(self, painter: QPainter, scene: Scene, node: Node) -> None:
        middle, radius = scene.middles[node.id], scene.radii[node.id]
        letter, ground, ink = self._theme.badge(node.kind)
        painter.setPen(QPen(self._theme.colour("page"), 1.5))
        painter.setBrush(ground)
        painter.drawEllipse(middle, radius, radius)
        if radius >= _LETTERED:
            painter.setPen(ink)
            painter.setFont(sans(8.5, strong=True))
            painter.drawText(_square(middle, radius), Qt.AlignmentFlag.AlignCenter, letter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        slot = self._slots.get(node.id)
        if slot is not None:
            painter.setPen(QPen(self._theme.series(slot), 3))
            painter.drawEllipse(middle, radius + 2.5, radius + 2.5)
        if node.id == self._current:
            painter.setPen(QPen(self._theme.colour("focus"), 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(middle, radius + 6, radius + 6)

    def _draw_names(self, painter: QPainter, scene: Scene) -> None:
        taken = [_square(scene.middles[n.id], scene.radii[n.id]) for n in scene.drawn.network.nodes]
        for node in self._by_weight(scene):
            chosen = self._slots.get(node.id) is not None
            metrics = self._metrics[chosen or node.id in self._told]
            words = metrics.elidedText(shown(node.name), Qt.TextElideMode.ElideRight, _LONGEST_NAME)
            marked = 13.0 if chosen else 0.0
            wide, high = metrics.horizontalAdvance(words) + marked + 4, metrics.height()
            own = _square(scene.middles[node.id], scene.radii[node.id])
            places = [place for place in _places(own, wide, high) if scene.room.contains(place)]
            free = (p for p in places if not any(p.intersects(t) for t in taken if t != own))
            place = next(free, None)
            if place is None and node.id in self._told and places:
                place = places[0]
            if place is None:
                continue
            taken.append(place)
            self._draw_name(painter, place, words, node)

    def _draw_name(self, painter: QPainter, place: QRectF, words: str, node: Node) -> None:
        slot = self._slots.get(node.id)
        told = node.id in self._told
        ground = QColor(self._theme.colour("page"))
        ground.setAlphaF(0.9 if told else 0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 3, 3)
        room = place.adjusted(2, 0, -2, 0)
        if slot is not None:
            drawing.marker(
                painter, QPointF(room.left() + 5, room.center().y()), 9, slot, self._theme
            )
            room.setLeft(room.left() + 13)
        painter.setFont(self._faces[told or slot is not None])
        painter.setPen(self._theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _by_weight(self, scene: Scene) -> list[Node]:
        """The actors in the order in which their names find a place."""
        near: set[str] = set()
        for tie in scene.drawn.network.ties:
            if self._stands_out(tie):
                near |= {tie.first, tie.second}

        def rank(node: Node) -> tuple[bool, bool, bool]:
            return (
                node.id not in self._told,
                self._slots.get(node.id) is None,
                node.id not in near,
            )

        return sorted(scene.drawn.network.nodes, key=rank)


def _mixed(ground: QColor, colour: QColor, part: float) -> QColor:
    """A colour of which only a part covers the ground."""
    rest = 1 - part
    return QColor.fromRgbF(
        ground.redF() * rest + colour.redF() * part,
        ground.greenF() * rest + colour.greenF() * part,
        ground.blueF() * rest + colour.blueF() * part,
    )


def _square(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)


def _places(disc: QRectF, wide: float, high: float) -> Iterator[QRectF]:
    """Where the name of a disc may stand, the best place first."""
    middle = disc.center()
    yield QRectF(disc.right() + 3, middle.y() - high / 2, wide, high)
    yield QRectF(disc.left() - 3 - wide, middle.y() - high / 2, wide, high)
    yield QRectF(middle.x() - wide / 2, disc.bottom() + 2, wide, high)
    yield QRectF(middle.x() - wide / 2, disc.top() - 2 - high, wide, high)
    yield QRectF(disc.right() - 2, disc.bottom() - 2, wide, high)
    yield QRectF(disc.right() - 2, disc.top() - high + 2, wide, high)
    yield QRectF(disc.left() - wide + 2, disc.bottom() - 2, wide, high)
    yield QRectF(disc.left() - wide + 2, disc.top() - high + 2, wide, high)
