"""The guide: pages of our own that are shipped, and which of them fits what has the focus."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtWidgets import QDockWidget, QLineEdit, QWidget

from workstation.domain.names import fold
from workstation.resources import resource

FIRST: Final = "start"
_ORDER: Final = (
    "start", "importing", "articles", "reader", "actors", "timeline", "searching", "concordance",
    "names", "network", "cleaning", "decisions", "marking", "report", "windows", "keyboard",
)  # fmt: skip
_OF_DOCKS: Final = {"facets": "articles", "appellations": "names", "activity": "importing"}
"""The pages of docks that have none of their own name."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name, its title, and its text in Markdown."""

    name: str
    title: str
    text: str


@cache
def pages() -> tuple[Page, ...]:
    """All pages, in the order in which they are read."""
    return tuple(_page(name) for name in _ORDER)


def searched(words: str) -> Sequence[Page]:
    """The pages that hold all of some words, those with one in their title first."""
    wanted = fold(words).split()
    found = [page for page in pages() if all(word in fold(page.text) for word in wanted)]
    return sorted(found, key=lambda p: not any(word in fold(p.title) for word in wanted))


def page_for(widget: QWidget | None) -> str:
    """The name of the page about the pane that a widget belongs to."""
    line = isinstance(widget, QLineEdit)
    while widget is not None:
        if isinstance(widget, QDockWidget):
            return _OF_DOCKS.get(widget.objectName(), widget.objectName())
        if widget.objectName() == "toolbar" and line:
            return "searching"
        if widget.objectName() == "pane":
            inside = widget.parentWidget()
            docked = inside is not None and isinstance(inside, QDockWidget)
            if not docked:
                return "reader"
        widget = widget.parentWidget()
    return FIRST


def _page(name: str) -> Page:
    text = resource("guide", f"{name}.md").read_text("utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Page(name, title, text)
