"""The other window: panes of the same selection, for another screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget
from typing_extensions import override

from workstation.desktop.actions import Actions
from workstation.desktop.drops import held

_SIZE = (900, 600)


class Annex(QMainWindow):
    """Holds panes that stood in the main window; closed, it gives them back."""

    closed = Signal()
    dropped = Signal(object)
    """The `Drop` that somebody let go over this window."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("annex")
        self.setWindowTitle(self.tr("More panes"))
        self.setDockNestingEnabled(True)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        # The keys of the commands hold in both windows.
        self.addActions(list(actions))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What is dragged from here is in the library already.
        if event.source() is None and held(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        # Whoever is told that its words were moved takes them away.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(held(event.mimeData()))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
