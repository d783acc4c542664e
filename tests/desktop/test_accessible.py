"""Whoever works with a screen reader hears a name for every part."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from workstation.desktop.guiding import Guiding
from workstation.desktop.window import Window

NAMED = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QDockWidget, QLineEdit,
    QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip


def says(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def own(widget: QWidget) -> bool:
    """Parts that Qt makes for itself inside others are named by these."""
    parent = widget.parentWidget()
    inside = isinstance(parent, QComboBox | QLineEdit | QAbstractItemView | QTabBar | QTextEdit)
    popup = parent is not None and "ComboBox" in parent.metaObject().className()
    return not inside and not popup and not widget.objectName().startswith("qt_")


def unnamed(root: QWidget) -> list[str]:
    parts = [w for w in root.findChildren(QWidget) if isinstance(w, NAMED) and own(w)]
    assert len(parts) > 2
    return [
        f"{type(w).__name__} {w.objectName()!r} in {type(w.parentWidget()).__name__}"
        for w in parts
        # The button of a notice has words as soon as there is one.
        if not says(w) and w.objectName() != "noticeAction"
    ]


def test_every_part_of_the_furnished_window_that_takes_input_has_a_name(opened: Window) -> None:
    assert unnamed(opened) == []


def test_every_pane_has_a_name_and_every_focus_lands_on_something_named(opened: Window) -> None:
    for pane in opened.docks:
        assert pane.accessibleName()
        stop = pane.focusProxy() or pane
        while stop.focusProxy() is not None:
            stop = stop.focusProxy()
        assert stop.accessibleName(), type(stop).__name__


def test_preferences_keys_and_help_are_named_throughout(opened: Window) -> None:
    guiding = opened.findChild(Guiding)
    assert guiding is not None
    for dialog in (guiding.show_preferences(), guiding.show_shortcuts(), guiding.show_help()):
        assert dialog.windowTitle()
        assert unnamed(dialog) == []
        dialog.reject()
