"""Names: how outlets call an actor, or how it is called over time; a click reads the places."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from workstation.desktop.buttons import chooser, flat
from workstation.desktop.desk import Desk
from workstation.desktop.handing import hand_out
from workstation.desktop.lines import LineTable
from workstation.desktop.pane import Pane, plain_label
from workstation.desktop.panes.appellations.model import (
    MENTIONS,
    SHARE,
    WHO,
    Called,
    NameRows,
    called,
    read_out,
)
from workstation.desktop.theme import Theme
from workstation.desktop.words import isolated, number, several
from workstation.domain.appellation import Users
from workstation.domain.concordance import Concordance
from workstation.domain.selection import Aspect, Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading

_HIGH: Final = 24
_WHO: Final = 150
_NUMBER: Final = 76
_NAME: Final = 86


class AppellationsPane(Pane[Called]):
    """Shows the names of the actor picked last, and the sentences behind each number."""

    depends_on = frozenset[Aspect]({"words", "brush", "undated", "doubtful", "facets", "picked"})
    listens_to = frozenset({"articles", "mentions", "actors"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Names"), desk, theme)
        # The tab of the dock says the name already.
        self.caption.hide()
        self._users: Users = "outlets"
        self._told: Called | None = None
        self.rows = NameRows(self)
        self.table = self._make_table()
        self.lines = LineTable(desk, theme, self.tr("Places behind a number"))
        self._hint = _empty(self.tr("Click a number to read the sentences behind it."))
        self._reading = QStackedWidget()
        self._reading.addWidget(self._hint)
        self._reading.addWidget(self.lines)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setHandleWidth(1)
        beside.addWidget(self.table)
        beside.addWidget(self._reading)
        beside.setStretchFactor(0, 3)
        beside.setStretchFactor(1, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            _empty(self.tr("Choose an actor to see which outlet calls it by which name."))
        )
        self._stack.addWidget(beside)
        self.body.addWidget(self._stack, 1)
        down = theme.icon("down", "muted")
        self._choosing = chooser(self._choices(), self._users, self.tell, down)
        self._choosing.setAccessibleName(self.tr("Whose names"))
        copying = flat(self.tr("Copy"))
        copying.clicked.connect(self.copy)
        self.heading.addWidget(self._choosing)
        self.heading.addWidget(copying)
        # What is told stands left, where the name would.
        self.heading.removeWidget(self.figure)
        self.heading.insertWidget(1, self.figure)
        self.setFocusProxy(self.table)

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Called] | None":
        asked = called(selection, self._users)
        if asked is None:
            self._told = None
            self.figure.setText("")
            self._stack.setCurrentIndex(0)
        return asked

    @override
    def present(self, answer: Called) -> None:
        self._told = answer
        told = answer.appellations
        self.rows.take(told)
        self._reading.setCurrentWidget(self._hint)
        self._stack.setCurrentIndex(1)
        head = self.table.horizontalHeader()
        for column in range(self.rows.columnCount()):
            wide = {WHO: _WHO, MENTIONS: _NUMBER}.get(column, _NAME)
            head.resizeSection(column, wide)
        n = len(told.names) + told.other_names
        names = several(n, self.tr("1 name"), self.tr("{n} names"))
        mentions = number(sum(usage.mentions for usage in told.usages))
        self.figure.setText(
            self.tr("{actor}: {names}, {mentions} mentions").format(
                actor=isolated(answer.name), names=names, mentions=mentions
            )
        )

    @override
    def dress(self) -> None:
        self.table.viewport().update()

    # Commands ---------------------------------------------------------------------------------

    def tell(self, users: Users) -> None:
        """Tells the names of each outlet, or those of each period."""
        self._users = users
        self._choosing.setText(self._choices()[users])
        self.refresh()

    def copy(self) -> None:
        """Copies the table, its columns with tabs between."""
        QGuiApplication.clipboard().setText(self.rows.text)

    # ------------------------------------------------------------------------------------------

    def _open(self, index: QModelIndex) -> None:
        usage = self.rows.usage(index.row())
        if usage is None or self._told is None:
            return
        ask = read_out(self.desk.selection.value, self._told, usage, self.rows.name(index.column()))
        self.desk.ask(self.lines, ask, self._read)

    def _read(self, found: Concordance) -> None:
        self.lines.rows.take(found, "newest")
        self.lines.scrollToTop()
        self._reading.setCurrentWidget(self.lines)

    def _choices(self) -> dict[Users, str]:
        return {"outlets": self.tr("By outlet"), "periods": self.tr("Over time")}

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        hand_out(table)
        table.setObjectName("plain")
        table.setItemDelegate(_Share(self.theme, table))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_HIGH)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.clicked.connect(self._open)
        table.activated.connect(self._open)
        table.setAccessibleName(self.tr("Names of the actor"))
        return table


def _empty(words: str) -> QWidget:
    label = plain_label(words, "empty")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


class _Share(QStyledItemDelegate):
    """A number with a bar behind it that is as long as its share."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        share = index.data(SHARE)
        if share:
            room = option.rect.adjusted(4, 3, -4, -3)
            bar = QRectF(room)
            bar.setWidth(room.width() * share)
            if option.direction == Qt.LayoutDirection.LeftToRight:
                # It grows from the side on which the number stands.
                bar.moveRight(QRectF(room).right())
            painter.fillRect(bar, self._theme.colour("soft"))
        super().paint(painter, option, index)
