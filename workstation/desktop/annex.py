"""The other window: panes of the same selection, for another screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget
from typing_extensions import override

from workstation.desktop.actions import Actions

_SIZE = (900, 600)


class Annex(QMainWindow):
    """Holds panes that stood in the main window; closed, it gives them back."""

    closed = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("annex")
        self.setWindowTitle(self.tr("More panes"))
        self.setDockNestingEnabled(True)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.resize(*_SIZE)
        # The keys of the commands hold in both windows.
        self.addActions(list(actions))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
