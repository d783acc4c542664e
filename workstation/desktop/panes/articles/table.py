"""The table of articles: tall rows in one column, which can be dragged out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from workstation.desktop.panes.articles.model import ArticleRows
from workstation.desktop.panes.articles.rows import HEIGHT, ArticleRow


class ArticleTable(QTableView):
    """Rows of articles, several of which can be chosen."""

    dragged = Signal()
    """Somebody drags the chosen rows away."""

    def __init__(self, rows: ArticleRows, paint: ArticleRow) -> None:
        super().__init__()
        self.setModel(rows)
        self.setItemDelegate(paint)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        # What is dragged has to be read first, which takes a moment.
        self.dragged.emit()
