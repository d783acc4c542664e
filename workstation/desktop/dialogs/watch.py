"""Which folders a library takes files from by itself."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.pane import plain_label
from workstation.desktop.watching import Watching
from workstation.desktop.words import shown, tip

_SIZE: Final = (560, 360)


class WatchDialog(QDialog):
    """Lists the watched folders; more can be added, and each removed."""

    def __init__(self, watching: Watching, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Watched folders"))
        self.resize(*_SIZE)
        self._watching = watching
        about = plain_label(
            self.tr(
                "What appears in these folders is imported into this library, each file once and "
                "only when it stands still. What comes while the library is closed is imported "
                "when it is opened again. The files stay where they are."
            )
        )
        about.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Watched folders"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.currentRowChanged.connect(self._choose)
        self._empty = plain_label(self.tr("No folder is watched yet."), "caption")
        self.add = QPushButton(self.tr("Add…"))
        self.add.clicked.connect(self._ask_for_folder)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self.add, self.remove):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        column.addWidget(buttons)
        watching.changed.connect(self._list)
        self._list()

    def _list(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for folder in self._watching.folders:
            words = shown(str(folder))
            if folder in self._watching.lost:
                words = self.tr("{folder} (gone)").format(folder=words)
            line = QListWidgetItem(words)
            line.setToolTip(tip(str(folder)))
            self.list.addItem(line)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._empty.setVisible(not self._watching.folders)
        self._choose()

    def _choose(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)

    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Watch a folder"), str(Path.home()))
        if folder:
            self._watching.add(Path(folder).absolute())

    def _remove(self) -> None:
        self._watching.remove(self._watching.folders[self.list.currentRow()])
