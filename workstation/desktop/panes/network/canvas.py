"""The picture of a network: actors that can be picked, and ties that can be clicked."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from workstation.desktop.panes.network.ink import Ink, Scene, touched_node, touched_tie
from workstation.desktop.panes.network.model import Drawn, node_words, tie_words
from workstation.desktop.panes.network.walking import ARROWS, onward
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.theme import Theme
from workstation.desktop.words import tip
from workstation.domain.network import Network, Tie

_LEAST: Final = QSize(260, 120)
_ADDING: Final = Qt.KeyboardModifier.ControlModifier


class Canvas(QWidget):
    """Draws actors and ties; arrows walk from actor to actor."""

    picking = Signal(str, bool)
    """An actor, and whether it joins those that are picked already."""
    narrowing = Signal(str)
    """An actor to whose articles to narrow."""
    opening = Signal(object)
    """A `Tie` to whose articles to narrow."""
    pointed = Signal(str)
    """What is pointed at, in words; no words where it is nothing."""

    def __init__(self, selection: SelectionModel, theme: Theme) -> None:
        super().__init__()
        self.drawn = Drawn(Network(), {})
        self.current: str | None = None
        """The actor at which the keyboard is."""
        self._selection = selection
        self._theme = theme
        self._over: str | Tie | None = None
        self.setMinimumSize(_LEAST)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Network"))

    def show_network(self, drawn: Drawn) -> None:
        """Shows another network."""
        self.drawn = drawn
        self._over = None
        if self.current not in drawn.places:
            self.current = None
        strongest = drawn.network.ties[:1]
        words = [tie_words(drawn.network, tie) for tie in strongest]
        self.setAccessibleDescription("".join(words))
        self.update()

    @property
    def scene(self) -> Scene:
        """Where everything stands in the widget as large as it is."""
        return Scene(self.drawn, QRectF(self.rect()))

    def go_to(self, actor: str) -> None:
        """Takes the keyboard to an actor."""
        self.current = actor
        node = self.drawn.network.node(actor)
        if node is not None:
            words = node_words(self.drawn.network, node)
            self.setAccessibleDescription(words)
            self.pointed.emit(words)
        self.update()

    # Events -----------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slots = {actor: self._selection.slot(actor) for actor in self.drawn.places}
        current = self.current if self.hasFocus() else None
        Ink(self._theme, slots, self._over, current).draw(painter, self.scene)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._words(self._at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), tip(words) if words else "", self)
            return True
        return super().event(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position())
        if over != self._over:
            self._over = over
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if over is not None else Qt.CursorShape.ArrowCursor)
            self.pointed.emit(self._words(over))
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self.pointed.emit("")
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        under = self._at(event.position())
        if isinstance(under, str):
            self.go_to(under)
            self.picking.emit(under, bool(event.modifiers() & _ADDING))
        elif under is not None:
            self.opening.emit(under)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Only where an actor stands: the first click on a tie has narrowed already.
        under = self._at(event.position())
        if isinstance(under, str):
            self.narrowing.emit(under)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, adding = Qt.Key(event.key()), bool(event.modifiers() & _ADDING)
        if key in ARROWS:
            found = onward(self.scene, self.current, key)
            if found is not None:
                self.go_to(found)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.current:
            self._enter(self.current, key, adding=adding)
        elif key == Qt.Key.Key_Escape and self._selection.value.picked:
            self._selection.change(picked=())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.drawn.network.nodes and event.reason() in _BY_KEYS:
            self.go_to(self.drawn.network.nodes[0].id)
        self.update()

    # ------------------------------------------------------------------------------------------

    def _enter(self, actor: str, key: Qt.Key, *, adding: bool) -> None:
        """Enter picks, and narrows to an actor that is the only one picked."""
        if key != Qt.Key.Key_Space and not adding and self._selection.value.picked == (actor,):
            self.narrowing.emit(actor)
        else:
            self.picking.emit(actor, adding)

    def _at(self, point: QPointF) -> str | Tie | None:
        scene = self.scene
        node = touched_node(scene, point)
        return node if node is not None else touched_tie(scene, point)

    def _words(self, what: str | Tie | None) -> str:
        network = self.drawn.network
        if isinstance(what, Tie):
            return tie_words(network, what)
        node = network.node(what) if what is not None else None
        return node_words(network, node) if node is not None else ""


_BY_KEYS: Final = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
