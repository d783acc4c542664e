"""The card that says who a mention means, why, and what can be done about it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workstation.desktop import sentences
from workstation.desktop.drawing import Badge, Spark
from workstation.desktop.pane import plain_label
from workstation.desktop.theme import Theme
from workstation.desktop.words import days, isolated, kind_name, mentions_in_articles, shown
from workstation.domain.actor import Actor
from workstation.domain.decision import Verb
from workstation.domain.mention import Mention

_WIDTH: Final = 386
_GAP: Final = 7
_EDGE: Final = 8
_ALIASES: Final = 4


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of a mention's actor."""

    actor: Actor
    trend: tuple[int, ...]


class Card(QFrame):
    """Floats beside the mention that it explains, over it only where the page is too small."""

    ordered = Signal(str)
    """A `Verb` about the mention, or about its actor."""
    more_asked = Signal(QPoint)
    """Where on the screen the other things stand that can be done."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = parent
        self.setObjectName("card")
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._badge = Badge(theme)
        self._name = plain_label("", "cardName")
        self._name.setWordWrap(True)
        self._numbers = plain_label("", "cardWords")
        self._also = plain_label("", "cardWords")
        self._why = plain_label("", "cardWords")
        for label in (self._numbers, self._also, self._why):
            label.setWordWrap(True)
        self._spark = Spark(theme)
        self._buttons: list[QPushButton] = []
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(5)
        column.addLayout(head)
        for part in (self._numbers, self._spark, self._also, self._why):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(self._make_buttons())
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(22)
        shadow.setOffset(0, 4)
        shadow.setColor(theme.colour("shadow"))
        self.setGraphicsEffect(shadow)
        self.hide()

    def show_mention(self, mention: Mention, box: QRect) -> None:
        """Says what stands in the text, before the library is asked for more."""
        self._badge.show_kind(mention.kind)
        self._name.setText(shown(mention.actor or mention.text))
        self._numbers.setText(kind_name(mention.kind))
        self._why.setText(shown(sentences.told(mention.why)))
        self._why.setVisible(bool(mention.why))
        self._also.hide()
        self._spark.hide()
        for button in self._buttons:
            button.setEnabled(mention.actor_id is not None)
        self._nobody.setEnabled(mention.actor_id is not None)
        self.setAccessibleName(self._name.text())
        self._box = box
        self._place()
        self.show()
        self.raise_()

    def show_known(self, known: Known) -> None:
        """Adds what the library knows."""
        actor = known.actor
        told = mentions_in_articles(actor.mentions, actor.articles)
        counted = f"{kind_name(actor.kind)} · {told}"
        span = days(actor.first, actor.last)
        self._numbers.setText(f"{counted} · {span}" if span else counted)
        others = actor.aliases[:_ALIASES]
        also = self.tr("Also: {names}").format(names=", ".join(map(isolated, others)))
        self._also.setText(also)
        self._also.setVisible(bool(others))
        self._spark.show_values(known.trend)
        self._spark.setVisible(len(known.trend) > 1)
        self._place()

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        wanted: tuple[tuple[Verb, str], ...] = (
            ("assign", self.tr("Assign…")),
            ("merge", self.tr("Merge…")),
            ("rename", self.tr("Rename…")),
        )
        for verb, words in wanted:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, v=verb: self.ordered.emit(v))
            row.addWidget(button)
            if verb != "assign":
                self._buttons.append(button)
        self._nobody = QToolButton()
        self._nobody.setObjectName("flat")
        self._nobody.setIcon(self._theme.icon("not-an-actor", "muted"))
        self._nobody.setToolTip(self.tr("The words name nobody here (Delete)"))
        self._nobody.setAccessibleName(self.tr("The words name nobody here"))
        self._nobody.clicked.connect(lambda: self.ordered.emit("no-mention"))
        self._more = QToolButton()
        self._more.setObjectName("flat")
        self._more.setIcon(self._theme.icon("down", "muted"))
        self._more.setToolTip(self.tr("More"))
        self._more.setAccessibleName(self.tr("More that can be done"))
        self._more.clicked.connect(self._ask_more)
        row.addStretch(1)
        row.addWidget(self._nobody)
        row.addWidget(self._more)
        return row

    def _ask_more(self) -> None:
        self.more_asked.emit(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _place(self) -> None:
        # Lines that wrap are as high as the card is wide: its hint does not know that.
        layout = self.layout()
        if layout is not None:
            layout.activate()
            # The buttons' words are longer in other languages and larger in other looks.
            width = max(_WIDTH, layout.minimumSize().width())
            self.setFixedWidth(width)
            self.resize(width, layout.totalHeightForWidth(width))
        self.move(self._beside(self._page.rect(), self._box))

    def _beside(self, room: QRect, box: QRect) -> QPoint:
        """Below the mention, or above it, or at a side of it: wherever it covers least of it.

        All of the card is on the page: what it offers must not be cut off.
        """
        far_right = room.width() - self.width() - _EDGE
        low = room.height() - self.height() - _EDGE
        left, level = box.left() - 12, box.top()
        spots = (
            (left, box.bottom() + _GAP),
            (left, box.top() - _GAP - self.height()),
            (box.left() - _GAP - self.width(), level),
            (box.right() + _GAP, level),
        )
        inside = (QPoint(max(_EDGE, min(x, far_right)), max(_EDGE, min(y, low))) for x, y in spots)
        return min(inside, key=lambda spot: _covered(QRect(spot, self.size()), box))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._page.setFocus()
            return
        super().keyPressEvent(event)


def _covered(card: QRect, box: QRect) -> int:
    common = card.intersected(box)
    return common.width() * common.height() if common.isValid() else 0
