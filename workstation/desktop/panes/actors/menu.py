"""What can be done with an actor of the list, and how the list is arranged."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from workstation import settings
from workstation.desktop.deciding import Deciding
from workstation.desktop.desk import Desk
from workstation.desktop.panes.actors.model import EXTRA, ActorRows, Column
from workstation.desktop.panes.actors.table import ActorTable
from workstation.desktop.session import ActorList
from workstation.desktop.theme import Theme
from workstation.desktop.words import kind_name, number, several, tr
from workstation.domain.actor import KINDS, Actor, Kind
from workstation.domain.decision import Order
from workstation.errors import WorkstationError


class Standing:
    """Who stands on top of the list and who is left out: how a user likes it, and no decision."""

    def __init__(self, desk: Desk, rows: ActorRows) -> None:
        self._desk = desk
        self._rows = rows
        desk.opened.connect(self.load)

    def load(self) -> None:
        """Remembers how the library that is open was left."""
        library = self._desk.library
        self._rows.pinned = settings.pinned(library.where) if library is not None else ()
        self._rows.hidden = settings.hidden(library.where) if library is not None else ()

    def pin(self, actors: Sequence[str], *, on: bool) -> None:
        """Keeps some actors on top, or no longer."""
        self._rows.pinned = self._turn(self._rows.pinned, actors, settings.pin, on=on)
        self._rows.arrange()

    def hide(self, actors: Sequence[str], *, on: bool) -> None:
        """Leaves some actors out of the list, or no longer; their mentions still count."""
        self._rows.hidden = self._turn(self._rows.hidden, actors, settings.hide, on=on)
        self._rows.arrange()
        if on:
            one, many = tr("Actors", "1 actor is hidden."), tr("Actors", "{n} actors are hidden.")
            told = several(len(actors), one, many)
            words = tr("Actors", "{told} Their mentions still count.").format(told=told)
            back = partial(self.hide, actors, on=False)
            self._desk.notices.say(words, tr("Actors", "Undo"), back)

    def _turn(
        self,
        before: Sequence[str],
        actors: Sequence[str],
        keep: Callable[[str, Sequence[str]], None],
        *,
        on: bool,
    ) -> tuple[str, ...]:
        others = tuple(one for one in before if one not in actors)
        after = (*others, *actors) if on else others
        library = self._desk.library
        try:
            if library is not None:
                keep(library.where, after)
        except WorkstationError as error:
            self._desk.notices.warn(error.sentence)
        return after


def offer_actor(menu: QMenu, deciding: Deciding, actor: Actor) -> None:
    """Adds the decisions about an actor."""
    orders = (
        (tr("Actors", "Rename…"), Order("rename", actor.id)),
        (tr("Actors", "Another name…"), Order("alias", actor.id)),
        (tr("Actors", "Role…"), Order("role", actor.id)),
        (tr("Actors", "Split off…"), Order("split", actor.id)),
    )
    for words, order in orders:
        menu.addAction(words, partial(deciding.propose, order))
    kinds = menu.addMenu(tr("Actors", "Kind"))
    for kind in KINDS:
        kept = Order("kind", actor.id, (kind,))
        action = kinds.addAction(kind_name(kind), partial(deciding.want, kept))
        action.setCheckable(True)
        action.setChecked(kind == actor.kind)
    nobody = Order("not-an-actor", actor.id)
    menu.addAction(tr("Actors", "Not an actor"), partial(deciding.want, nobody))


def offer_standing(menu: QMenu, standing: Standing, rows: ActorRows, actors: Sequence[str]) -> None:
    """Adds whether actors stay on top, and whether they are listed."""
    menu.addSeparator()
    pinned = all(one in rows.pinned for one in actors)
    hidden = all(one in rows.hidden for one in actors)
    on_top = tr("Actors", "No longer on top") if pinned else tr("Actors", "Keep on top")
    menu.addAction(on_top, partial(standing.pin, actors, on=not pinned))
    listed = tr("Actors", "List again") if hidden else tr("Actors", "Hide in this list")
    menu.addAction(listed, partial(standing.hide, actors, on=not hidden))


class Arrangement(QToolButton):
    """The button beside the filter: kinds, grouping, further columns, and who is hidden."""

    def __init__(
        self, rows: ActorRows, table: ActorTable, arranged: Callable[[], None], parent: QWidget
    ) -> None:
        """`arranged` is called when the list was arranged otherwise."""
        super().__init__(parent)
        self._rows = rows
        self._table = table
        self._arranged = arranged
        self.menu_of = QMenu(self)
        self.menu_of.aboutToShow.connect(self.fill)
        self.setObjectName("flat")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self.menu_of)
        self.setAccessibleName(tr("Actors", "Kinds, columns and grouping"))
        self._tell()

    def dress(self, theme: Theme) -> None:
        """Takes its icon from a theme."""
        self.setIcon(theme.icon("filter", "muted"))

    def left(self) -> ActorList:
        """How the list is arranged, to be found so again."""
        head = self._table.horizontalHeader()
        return ActorList(
            head.sortIndicatorSection(),
            head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
            self._rows.by_kind,
            self._rows.with_hidden,
            tuple(sorted(self._rows.kinds)),
            tuple(map(int, self._table.extra)),
        )

    def resume(self, left: ActorList) -> None:
        """Arranges the list as it was left."""
        self._rows.by_kind, self._rows.with_hidden = left.by_kind, left.with_hidden
        self._rows.kinds = frozenset(left.kinds)
        for column in EXTRA:
            self._table.show_extra(column, on=column in left.columns)
        falling = Qt.SortOrder.DescendingOrder if left.descending else Qt.SortOrder.AscendingOrder
        by = left.by if left.by in tuple(Column) else Column.MENTIONS
        self._table.sortByColumn(by, falling)
        self._arrange()

    def fill(self) -> None:
        """Offers what makes sense for the actors that are here now."""
        menu, rows = self.menu_of, self._rows
        menu.clear()
        self._offer(tr("Actors", "Group by kind"), self._group, on=rows.by_kind)
        menu.addSeparator()
        self._offer(tr("Actors", "All kinds"), self._show_all, on=not rows.kinds)
        for kind, count in rows.kinds_here().items():
            words = f"{kind_name(kind)}  ·  {number(count)}"
            self._offer(words, partial(self._turn_kind, kind), on=kind in rows.kinds)
        menu.addSeparator()
        names = {
            Column.FIRST: tr("Actors", "First named"),
            Column.LAST: tr("Actors", "Last named"),
            Column.BEFORE: tr("Actors", "The period before"),
        }
        for column in EXTRA:
            turn = partial(self._turn_column, column)
            self._offer(names[column], turn, on=column in self._table.extra)
        if rows.hidden_here:
            menu.addSeparator()
            words = tr("Actors", "Hidden ones too  ·  {n}").format(n=number(rows.hidden_here))
            self._offer(words, self._turn_hidden, on=rows.with_hidden)

    def _offer(self, words: str, act: Callable[[], None], *, on: bool) -> None:
        action = self.menu_of.addAction(words, act)
        action.setCheckable(True)
        action.setChecked(on)

    def _group(self) -> None:
        self._rows.by_kind = not self._rows.by_kind
        self._arrange()

    def _show_all(self) -> None:
        self._rows.kinds = frozenset()
        self._arrange()

    def _turn_kind(self, kind: Kind) -> None:
        self._rows.kinds = self._rows.kinds ^ {kind}
        self._arrange()

    def _turn_hidden(self) -> None:
        self._rows.with_hidden = not self._rows.with_hidden
        self._arrange()

    def _turn_column(self, column: Column) -> None:
        self._table.show_extra(column, on=column not in self._table.extra)
        self._arranged()

    def _arrange(self) -> None:
        self._rows.arrange()
        self._tell()
        self._arranged()

    def _tell(self) -> None:
        kinds = sorted(self._rows.kinds, key=KINDS.index)
        self.setText(" · ".join(map(kind_name, kinds[:1])) + ("…" if len(kinds) > 1 else ""))
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(beside if kinds else Qt.ToolButtonStyle.ToolButtonIconOnly)
        told = ", ".join(map(kind_name, kinds)) or tr("Actors", "Kinds, columns and grouping")
        self.setToolTip(told)
