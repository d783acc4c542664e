"""The bar below a long article, which is read part by part."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workstation.desktop.pane import Figure


class Turning(QWidget):
    """Says which part is shown, and asks for another; a short article has no bar."""

    turned = Signal(int)
    """By how many parts to turn."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        self._part = Figure()
        before = QPushButton(self.tr("Previous part"))
        after = QPushButton(self.tr("Next part"))
        before.clicked.connect(partial(self.turned.emit, -1))
        after.clicked.connect(partial(self.turned.emit, 1))
        row.addStretch(1)
        for widget in (before, self._part, after):
            row.addWidget(widget)
        row.addStretch(1)
        self.hide()

    def tell(self, part: int, parts: int) -> None:
        """Shows which of how many parts is open."""
        self.setVisible(parts > 1)
        self._part.setText(self.tr("Part {n} of {all}").format(n=part + 1, all=parts))
