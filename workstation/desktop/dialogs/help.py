"""The guide in a window of its own: its pages, and a field to search them."""

from collections.abc import Iterable
from typing import Any, Final, cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workstation.desktop import guide
from workstation.desktop.theme import Theme, sans

_SIZE: Final = (880, 640)
_LIST: Final = 250
_POINTS: Final = 11.5


class HelpDialog(QDialog):
    """Shows pages that are shipped with the program, and nothing from anywhere else."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self._theme = theme
        self.name = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Search the help"))
        self.line.setAccessibleName(self.tr("Search the help"))
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper = Leaf()
        self.paper.setAccessibleName(self.tr("Page"))
        self.paper.document().setDocumentMargin(18)
        self.paper.document().setDefaultFont(sans(_POINTS))
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(12, 12, 8, 12)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(1)
        both.addWidget(beside)
        both.addWidget(self.paper)
        both.setStretchFactor(1, 1)
        both.setSizes([_LIST, _SIZE[0] - _LIST])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both)
        self.resize(*_SIZE)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self.paper.setFocus)
        self.list.currentItemChanged.connect(self._choose)
        self.paper.anchorClicked.connect(self._follow)
        theme.changed.connect(self._dress)
        self._search("")

    def show_page(self, name: str) -> None:
        """Shows a page."""
        self.line.clear()
        names = [page.name for page in guide.pages()]
        self.list.setCurrentRow(names.index(name if name in names else guide.FIRST))

    def _search(self, words: str) -> None:
        before = self.name
        self.list.blockSignals(True)
        self.list.clear()
        for page in guide.searched(words):
            row = QListWidgetItem(page.title)
            row.setData(Qt.ItemDataRole.UserRole, page.name)
            self.list.addItem(row)
        self.list.blockSignals(False)
        there = [n for n in range(self.list.count()) if self._name_in(n) == before]
        self.list.setCurrentRow(there[0] if there and not words else 0)

    def _name_in(self, row: int) -> str:
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def _choose(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self.name = row.data(Qt.ItemDataRole.UserRole)
            self._dress()

    def _dress(self) -> None:
        page = next((page for page in guide.pages() if page.name == self.name), None)
        if page is None:
            return
        # The colours of links are taken when a page is read.
        self.paper.document().setMarkdown(
            page.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        _set_in_type(self.paper.document(), self._theme)
        words = self.line.text().split()
        if words:
            self.paper.find(words[0])

    def _follow(self, address: QUrl) -> None:
        name = address.path().removesuffix(".md")
        if name in {page.name for page in guide.pages()}:
            self.show_page(name)


def _set_in_type(document: QTextDocument, theme: Theme) -> None:
    """Gives strong words the face that there is, and keys a ground in the place of a fixed face."""
    strong, key = QTextCharFormat(), QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    key.setFont(sans(_POINTS))
    key.setBackground(theme.colour("hover"))
    block = document.begin()
    while block.isValid():
        # A change while they are walked would end the walk.
        for text in [piece.fragment() for piece in cast("Iterable[Any]", block)]:
            shape = text.charFormat()
            wanted = key if shape.fontFixedPitch() else strong
            if wanted is key or shape.fontWeight() > QFont.Weight.DemiBold:
                cursor = QTextCursor(document)
                cursor.setPosition(text.position())
                end = text.position() + text.length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(wanted)
        block = block.next()


class Leaf(QTextBrowser):
    """A page, which reads no file and no address whatever it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None
