"""From which actor of a network an arrow key leads to which."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from workstation.desktop.panes.network.ink import Scene

ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ASTRAY: Final = 2.0
"""How much farther an actor counts for each pixel that it stands beside the way."""


def onward(scene: "Scene", actor: str | None, arrow: Qt.Key) -> str | None:
    """The next actor in a direction: one named with this one, or any where there is none."""
    network = scene.drawn.network
    if actor is None or actor not in scene.middles:
        return network.nodes[0].id if network.nodes else None
    tied = {t.second if t.first == actor else t.first for t in network.ties if t.joins(actor)}
    others = [node.id for node in network.nodes if node.id != actor]
    return _nearest(scene, actor, (o for o in others if o in tied), ARROWS[arrow]) or _nearest(
        scene, actor, others, ARROWS[arrow]
    )


def _nearest(scene: "Scene", actor: str, others: Iterable[str], way: QPointF) -> str | None:
    here = scene.middles[actor]
    found: list[tuple[float, str]] = []
    for other in others:
        step = scene.middles[other] - here
        ahead = QPointF.dotProduct(step, way)
        aside = abs(step.x() * way.y()) + abs(step.y() * way.x())
        if ahead > aside:
            found.append((ahead + _ASTRAY * aside, other))
    return min(found)[1] if found else None
