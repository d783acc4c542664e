"""Quiet buttons in the heading of a pane: plain ones, and those that offer a choice."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup, QIcon
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

Offered = TypeVar("Offered")


def flat(words: str, icon: QIcon | None = None) -> QToolButton:
    """A button without a frame, with an icon beside its words if there is one."""
    button = QToolButton()
    button.setObjectName("flat")
    button.setText(words)
    button.setAccessibleName(words)
    if icon is not None:
        button.setIcon(icon)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def chooser(
    offered: Mapping[Offered, str],
    now: Offered,
    choose: Callable[[Offered], None],
    icon: QIcon,
) -> QToolButton:
    """A button that says what is chosen, and opens a menu of all that is offered.

    Its actions hold the choices; saying another choice is left to `choose`.
    """
    button = flat(offered[now], icon)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    # Only the arrow stands on the other side, not the marks in the menu.
    menu.setLayoutDirection(QApplication.layoutDirection())
    group = QActionGroup(menu)
    for choice, words in offered.items():
        action = menu.addAction(words, partial(choose, choice))
        action.setData(choice)
        action.setCheckable(True)
        action.setChecked(choice == now)
        group.addAction(action)
    button.setMenu(menu)
    return button
