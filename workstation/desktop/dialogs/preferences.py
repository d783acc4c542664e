"""The preferences: each with a sentence about it, in force as soon as it is chosen."""

from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workstation.desktop.pane import plain_label
from workstation.desktop.preferring import Preference, Preferring, preferences
from workstation.settings import Settings

_SIZE: Final = (620, 640)


class PreferencesDialog(QDialog):
    """Lists the preferences by what they are about; it can stay open beside the window."""

    restart_asked = Signal()

    def __init__(self, preferring: Preferring, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self._preferring = preferring
        self._at_first = _later(preferring.now)
        self.boxes: dict[str, QCheckBox | QComboBox] = {}
        self.restart = QPushButton(self.tr("Start the program again"))
        self.restart.clicked.connect(self.restart_asked)
        self.restart.hide()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 16, 20, 12)
        self._column.setSpacing(4)
        for group, some in groupby(preferences(), key=lambda one: one.group):
            self._column.addWidget(plain_label(group.upper(), "caption"))
            for preference in some:
                self._add(preference)
            self._column.addSpacing(12)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setObjectName("clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("Preferences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.restart, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 12)
        around.addWidget(area, 1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(buttons)
        around.addLayout(row)
        self.resize(*_SIZE)
        preferring.changed.connect(self.show_all)
        self.show_all()

    def show_all(self) -> None:
        """Shows what is in force, wherever it was changed."""
        now = self._preferring.now
        for name, box in self.boxes.items():
            value = getattr(now, name)
            box.blockSignals(True)
            if isinstance(box, QCheckBox):
                box.setChecked(value)
            else:
                _choose(box, value)
            box.blockSignals(False)
        self.restart.setVisible(_later(now) != self._at_first)

    def _add(self, preference: Preference) -> None:
        why = plain_label(preference.why, "figure")
        why.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        if preference.offered:
            label = plain_label(preference.words)
            box = self._make_box(preference)
            label.setBuddy(box)
            row.addWidget(box)
            words.addWidget(label)
        else:
            tick = QCheckBox(preference.words)
            tick.toggled.connect(partial(self._preferring.prefer, preference.name))
            self._name(tick, preference)
            words.addWidget(tick)
        words.addWidget(why)
        self._column.addLayout(row)
        self._column.addSpacing(8)

    def _make_box(self, preference: Preference) -> QComboBox:
        box = Choice()
        for value, words in preference.offered.items():
            box.addItem(words, value)
        box.currentIndexChanged.connect(
            lambda at: self._preferring.prefer(preference.name, box.itemData(at))
        )
        self._name(box, preference)
        return box

    def _name(self, box: QCheckBox | QComboBox, preference: Preference) -> None:
        box.setAccessibleName(preference.words)
        box.setAccessibleDescription(preference.why)
        self.boxes[preference.name] = box


class Choice(QComboBox):
    """A box that the mouse wheel does not change while it only scrolls past."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()


def _later(settings: Settings) -> tuple[int, str]:
    """What is in force only when the program is started again."""
    return settings.size, settings.language


def _choose(box: QComboBox, value: object) -> None:
    at = box.findData(value)
    if at < 0:
        # Letters can be made any size in the reader.
        words = f"{value} %" if isinstance(value, int) else str(value)
        box.addItem(words, value)
        at = box.count() - 1
    box.setCurrentIndex(at)
