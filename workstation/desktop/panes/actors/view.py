"""The actor list: picked ones become series, and Enter narrows to the articles that name one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
)
from typing_extensions import override

from workstation.desktop.desk import Desk
from workstation.desktop.pane import Field, Pane, plain_label
from workstation.desktop.panes.actors.menu import (
    Arrangement,
    Standing,
    offer_actor,
    offer_standing,
)
from workstation.desktop.panes.actors.model import ActorRows, Before, Column
from workstation.desktop.panes.actors.rows import ActorRow
from workstation.desktop.panes.actors.table import ActorTable
from workstation.desktop.theme import Theme
from workstation.desktop.words import isolated, number
from workstation.domain.actor import Actor
from workstation.domain.decision import Order
from workstation.domain.selection import Aspect, Brush, Selection
from workstation.library import corpus

if TYPE_CHECKING:
    from workstation.library.library import Reading

_COUPLE: Final = 2


class ActorsPane(Pane[list[Actor]]):
    """Lists actors with their counts in the selection and in the article in focus."""

    depends_on = frozenset[Aspect]({"words", "brush", "undated", "doubtful", "facets"})
    listens_to = frozenset({"articles", "mentions", "actors"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Actors"), desk, theme)
        self.rows = ActorRows(self)
        self.rows.count_in(desk.selection.value.unit)
        self.filter = Field()
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the actors"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filtered)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 6)
        row.setSpacing(4)
        self._known: tuple[str, ...] = ()
        self._asked = self._listed = Selection()
        self.standing = Standing(desk, self.rows)
        self.standing.load()
        self.table = self._make_table()
        self.arrangement = Arrangement(self.rows, self.table, self._arranged, self)
        self.arrangement.dress(theme)
        row.addWidget(self.filter, 1)
        row.addWidget(self.arrangement)
        self.body.addLayout(row)
        self._empty = plain_label("", "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(24, 24, 24, 24)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)
        self._draw_trends = QTimer(self)
        self._draw_trends.setSingleShot(True)
        self._draw_trends.setInterval(0)
        self._draw_trends.timeout.connect(self._ask_trends)
        self.table.verticalScrollBar().valueChanged.connect(self._draw_trends.start)
        self.table.verticalScrollBar().rangeChanged.connect(self._draw_trends.start)
        self.rows.modelReset.connect(self._point)
        self.setFocusProxy(self.table)

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], list[Actor]] | None":
        self._ask_here()
        self._asked = asked = selection.without("actor").corpus()
        return lambda reading: corpus.actors(reading, asked)

    @override
    def present(self, answer: list[Actor]) -> None:
        # Other articles have other actors at the top; what only grew stays where it is read.
        moved, self._listed = self._listed != self._asked, self._asked
        top = 0 if moved else self.table.verticalScrollBar().value()
        self.rows.take(answer)
        self.table.verticalScrollBar().setValue(top)
        if moved:
            self._show(self._picked())
        self._tell_count()
        self._draw_trends.start()
        self._ask_before()

    @override
    def gestured(self, aspects: frozenset[Aspect]) -> None:
        if "focus" in aspects:
            self._ask_here()
        if "unit" in aspects:
            self.rows.count_in(self.desk.selection.value.unit)
        if "picked" in aspects:
            self._point()
            self._show_newest()
            self.table.viewport().update()

    @override
    def dress(self) -> None:
        self.arrangement.dress(self.theme)
        self.table.viewport().update()

    # Commands ---------------------------------------------------------------------------------

    def merge(self) -> None:
        """Proposes to merge the two picked actors, or the one into another."""
        known = self.rows.known(self._picked())
        if not known:
            self.desk.notices.say(self.tr("Select the two actors to merge first."))
        elif len(known) > _COUPLE:
            self.desk.notices.say(self.tr("Select just two actors to merge."))
        else:
            into = tuple(a.id for a in known[1:])
            self.desk.deciding.propose(Order("merge", known[0].id, into))

    def narrow(self) -> None:
        """Narrows to the articles that name any of the picked actors."""
        if picked := self._picked():
            self.desk.selection.narrow("actor", *picked)

    # ------------------------------------------------------------------------------------------

    def _picked(self) -> tuple[str, ...]:
        return self.desk.selection.value.picked

    def _filtered(self, words: str) -> None:
        self.rows.filter(words)
        self._tell_count()
        self._draw_trends.start()

    def _arranged(self) -> None:
        self._tell_count()
        self._draw_trends.start()
        self._ask_before()

    def _ask_before(self) -> None:
        asked = before(self.desk.selection.value, self.rows.ids)
        if asked is not None and Column.BEFORE in self.table.extra:
            self.desk.ask(self.arrangement, asked, self.rows.take_before)

    def _tell_count(self) -> None:
        seen, count = self.rows.rowCount(), self.rows.count
        told = number(count)
        if seen != count:
            told = self.tr("{n} of {all}").format(n=number(seen), all=told)
        self.figure.setText(told)
        nobody = self.tr("No actor is named in the selection.")
        self._empty.setText(self.tr("No actor here is called so.") if count else nobody)
        self._stack.setCurrentIndex(0 if seen else 1)

    def _show_newest(self) -> None:
        before, self._known = self._known, self._picked()
        self._show([p for p in self._known if p not in before])

    def _show(self, actors: Sequence[str]) -> None:
        row = next((self.rows.row_of(actor) for actor in actors), None)
        if row is not None:
            self.table.scrollTo(self.rows.index(row, Column.NAME))

    def _ask_here(self) -> None:
        focus = self.desk.selection.value.focus
        self.table.setColumnHidden(Column.HERE, focus is None)
        if focus is not None:
            self.desk.ask(
                self.rows, lambda reading: corpus.actors_in(reading, focus), self.rows.take_here
            )

    def _ask_trends(self) -> None:
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        seen = range(first, (self.rows.rowCount() if last < 0 else last) + 1)
        wanted = self.rows.without_trend(seen)
        if wanted:
            selection = self.desk.selection.value.without("brush").corpus()
            self.desk.ask(
                self.table,
                lambda reading: corpus.sparklines(reading, selection, wanted),
                self.rows.take_trends,
            )

    def _point(self) -> None:
        wanted = QItemSelection()
        for actor in self._picked():
            row = self.rows.row_of(actor)
            if row is not None:
                wanted.select(self.rows.index(row, 0), self.rows.index(row, len(Column) - 1))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if {i.row() for i in wanted.indexes()} != self._rows_selected():
            self.table.selectionModel().select(wanted, flags)

    def _rows_selected(self) -> set[int]:
        return {i.row() for i in self.table.selectionModel().selectedRows()}

    def _selected(self) -> None:
        chosen = [self.rows.actor(row) for row in sorted(self._rows_selected())]
        ids = [a.id for a in chosen if a is not None]
        # Picked actors that the filter hides stay picked, unless one was picked alone.
        hidden = [p for p in self._picked() if self.rows.row_of(p) is None]
        stay = {*ids, *(() if self.table.alone and ids else hidden)}
        kept = [p for p in self._picked() if p in stay]
        self.desk.selection.change(picked=(*kept, *ids))
        self._point()

    def _make_table(self) -> ActorTable:
        paint = ActorRow(self.theme, self.desk.selection, self)
        table = ActorTable(self.rows, paint, self.tr("Actors in the selection"), self)
        table.customContextMenuRequested.connect(self._open_menu)
        table.selectionModel().selectionChanged.connect(self._selected)
        # A click on the only row that is selected changes nothing there, yet drops hidden ones.
        table.clicked.connect(self._selected)
        table.doubleClicked.connect(self.narrow)
        return table

    def _open_menu(self, point: QPoint) -> None:
        actor = self.rows.actor(self.table.rowAt(point.y()))
        if actor is not None:
            self.menu_for(actor).popup(self.table.viewport().mapToGlobal(point))

    def menu_for(self, actor: Actor) -> QMenu:
        """What can be done with an actor, and with those that are picked together with it."""
        deciding, library = self.desk.deciding, self.desk.library
        menu = QMenu(self)
        name = isolated(actor.name).replace("&", "&&")
        only = self.tr("Only articles naming {actor}").format(actor=name)
        menu.addAction(only, partial(self.desk.selection.narrow, "actor", actor.id))
        picked = self._picked() if actor.id in self._picked() else (actor.id,)
        if library is not None and not library.read_only:
            menu.addSeparator()
            if len(self._picked()) == _COUPLE:
                menu.addAction(self.tr("Merge the two…"), self.merge)
            else:
                merge = Order("merge", actor.id)
                menu.addAction(self.tr("Merge into…"), partial(deciding.propose, merge))
            offer_actor(menu, deciding, actor)
        offer_standing(menu, self.standing, self.rows, picked)
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.table.hasFocus():
            self.narrow()
        elif event.key() == Qt.Key.Key_Escape and self._picked():
            self.desk.selection.change(picked=())
        else:
            super().keyPressEvent(event)


def before(selection: Selection, actors: Sequence[str]) -> "Callable[[Reading], Before] | None":
    """The question who was named in the period before that of a brush, and of how many articles."""
    first, last = selection.brush.first, selection.brush.last
    if first is None or last is None or not actors or first - date.min <= last - first:
        return None
    end = first - timedelta(days=1)
    now = selection.without("actor").corpus()
    then = replace(now, brush=Brush(end - (last - first), end))

    def ask(reading: "Reading") -> Before:
        named = corpus.actors(reading, then, actor_ids=actors, limit=None)
        sizes = corpus.extent(reading, then), corpus.extent(reading, now)
        return Before(then.brush, {actor.id: actor for actor in named}, *sizes)

    return ask
