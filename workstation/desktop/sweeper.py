"""Python's garbage collector, kept to the window's own thread."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 300
"""Often enough that little piles up between two looks, and too seldom to be noticed."""


class Sweeper(QObject):
    """Collects on the GUI thread only.

    A collection in a reader's thread would end Qt objects there, and Qt objects must die in the
    thread they live in.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What start-up made stays until the end, and need not be looked at each time.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()
        self._settled = False

    def settle(self) -> None:
        """Looks no more at what there is once the panes are: they stay until the end, too."""
        if not self._settled:
            self._settled = True
            gc.collect()
            gc.freeze()

    def sweep(self) -> None:
        """Collects the oldest generation that has grown over its threshold, if any has."""
        grown = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (n, most) in enumerate(grown) if n > most]
        if due:
            gc.collect(due[-1])
