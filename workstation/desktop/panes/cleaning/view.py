"""Cleaning: what is most likely wrong comes first, with its sentences, and one key mends it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workstation.desktop.desk import Desk
from workstation.desktop.lines import NODE, LineTable
from workstation.desktop.paging import seen_pages
from workstation.desktop.pane import Figure, Pane, plain_label
from workstation.desktop.panes.cleaning.model import (
    FormRows,
    MergeRows,
    Queued,
    doubt_words,
    key_of,
    queued,
    suggested,
    why_words,
)
from workstation.desktop.panes.cleaning.table import QueueTable
from workstation.desktop.theme import Theme
from workstation.desktop.words import kind_name, mentions_in_articles, several
from workstation.domain.actor import KINDS
from workstation.domain.cleaning import Doubted, Suggestion
from workstation.domain.concordance import Concordance
from workstation.domain.decision import Order, Reach
from workstation.domain.selection import Selection
from workstation.library import concordance

if TYPE_CHECKING:
    from workstation.library.library import Reading

_NODE: Final = 120
_SENTENCES: Final = 50
"""Places shown of a form: the newest ones tell what it means, or nothing does."""


class CleaningPane(Pane[Queued]):
    """Lists doubtful forms, or merges that may be right; nothing is decided by itself."""

    listens_to = frozenset({"mentions", "actors", "decisions"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Cleaning"), desk, theme)
        # The tab of the dock says the name already.
        self.caption.hide()
        self._merging = False
        self._anew = True
        self._skipped: frozenset[object] = frozenset()
        self.forms = FormRows(theme, self._want, self)
        self.merges = MergeRows(self._want, self)
        key = Qt.Key
        self.table = QueueTable(
            self.forms,
            theme,
            self.tr("Forms that deserve a look"),
            {
                key.Key_Return: self.accept,
                key.Key_Enter: self.accept,
                key.Key_A: self.assign,
                key.Key_C: self.choose_kind,
                key.Key_X: self.ignore,
                key.Key_S: self.skip,
            },
        )
        self.merge_table = QueueTable(
            self.merges,
            theme,
            self.tr("Actors that may be one"),
            {
                key.Key_Return: self.accept,
                key.Key_Enter: self.accept,
                key.Key_N: self.tell_apart,
                key.Key_S: self.skip,
            },
        )
        self.lines = LineTable(desk, theme, self.tr("Places of the form"))
        self.lines.setColumnWidth(NODE, _NODE)
        self._about = plain_label("", "cardWords")
        self._about.setWordWrap(True)
        self._empty = plain_label("", "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._empty.setAccessibleName(self.tr("Why nothing is listed"))
        self._told = Figure()
        self._told.setObjectName("headline")
        self._tables = QStackedWidget()
        for table in (self.table, self.merge_table):
            self._tables.addWidget(table)
            table.selectionModel().selectionChanged.connect(self._read)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._both())
        self._stack.addWidget(self._empty)
        self.heading.insertWidget(1, self._told)
        self._views = self._make_views()
        self._buttons = self._make_buttons()
        self._buttons[4].hide()
        self.body.addWidget(self._stack, 1)
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(0)
        self._fetch.timeout.connect(self._ask_pages)
        desk.opened.connect(self._start_over)
        self._stand()

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Queued] | None":
        self._anew = True
        ask = suggested if self._merging else queued
        return ask(self._seen_pages(), self._skipped)

    @override
    def present(self, answer: Queued) -> None:
        at, chosen = max(0, self._now().currentIndex().row()), self.chosen
        self.forms.decided = frozenset()
        if self._merging:
            self.merges.take_pages(answer.count, answer.merges, anew=self._anew)
            one, many = self.tr("1 merge is suggested"), self.tr("{n} merges are suggested")
        else:
            self.forms.take_pages(answer.count, answer.forms, anew=self._anew)
            one, many = self.tr("1 form deserves a look"), self.tr("{n} forms deserve a look")
        self._anew = False
        self._told.setText(several(answer.count, one, many) if answer.count else "")
        self._empty.setText(
            self.tr("No two actors look as if they were one.")
            if self._merging
            else self.tr("Nothing is doubtful that nobody has decided about.")
        )
        self._stack.setCurrentIndex(0 if answer.count else 1)
        self._stand()
        if isinstance(chosen, Doubted) and not self._merging:
            # Rows before it may be gone by now.
            there = self.forms.row_with(key_of(chosen))
            at = at if there is None else there
        if answer.count:
            self._now().selectRow(min(at, answer.count - 1))
        self._read()

    @override
    def dress(self) -> None:
        self._now().viewport().update()

    # Commands ---------------------------------------------------------------------------------

    def show_merges(self, *, on: bool) -> None:
        """Lists the suggested merges, or the doubtful forms."""
        self._merging = on
        self._views[on].setChecked(True)
        self._tables.setCurrentIndex(int(on))
        for only_forms in self._buttons[1:4]:
            only_forms.setVisible(not on)
        self._buttons[4].setVisible(on)
        self._buttons[0].setText(self.tr("Merge…  ⏎") if on else self.tr("Right  ⏎"))
        self._told.setText("")
        self._read()
        self.refresh()

    @property
    def chosen(self) -> Doubted | Suggestion | None:
        """The row that is chosen."""
        rows = self._now().selectionModel().selectedRows()
        if not rows:
            return None
        return (self.merges if self._merging else self.forms).at(rows[0].row())

    def accept(self) -> None:
        """Says that a form rightly means its actor, or asks whether two actors be merged."""
        row = self._ready()
        if isinstance(row, Suggestion):
            merge = Order("merge", row.lesser.id, (row.greater.id,))
            self.desk.deciding.propose(merge)
        elif row is not None:
            self._decide(row, Order("accept", row.form.actor, (row.form.surface,)))

    def assign(self) -> None:
        """Asks which other actor the form means, wherever it stands."""
        row = self._ready()
        if isinstance(row, Doubted):
            self.desk.deciding.propose(Order("alias", "", (row.form.surface,)))

    def choose_kind(self) -> None:
        """Offers the kinds that the actor of the form may be of."""
        row, table = self._ready(), self._now()
        if isinstance(row, Doubted):
            box = table.visualRect(table.currentIndex())
            self.kinds(row).popup(table.viewport().mapToGlobal(box.bottomLeft()))

    def kinds(self, row: Doubted) -> QMenu:
        """The kinds that the actor of a form may be of."""
        menu = QMenu(self)
        for kind in KINDS:
            order = Order("kind", row.form.actor, (kind,))
            action = menu.addAction(kind_name(kind), partial(self.desk.deciding.want, order))
            action.setCheckable(True)
            action.setChecked(kind == row.form.kind)
        return menu

    def ignore(self) -> None:
        """Says that the form's actor is none; of one with other names, that the form is none."""
        row = self._ready()
        if isinstance(row, Doubted):
            none = Order("not-an-actor", row.form.actor)
            no_name = Order("no-name", row.form.actor, (row.form.surface,))
            self._decide(row, none if row.forms == 1 else no_name)

    def tell_apart(self) -> None:
        """Says that two actors are not the same, so that their merge is not suggested again."""
        row = self._ready()
        if isinstance(row, Suggestion):
            order = Order("not-the-same", row.lesser.id, (row.greater.id,))
            self.forms.decided |= {key_of(row)}
            self.desk.deciding.take(order)

    def skip(self) -> None:
        """Leaves a row out until the library is opened again."""
        row = self.chosen
        if row is not None:
            self._skipped |= {key_of(row)}
            self.refresh()

    # ------------------------------------------------------------------------------------------

    def _ready(self) -> Doubted | Suggestion | None:
        """The row chosen, if it can be decided about and that is not under way."""
        row, library = self.chosen, self.desk.library
        if row is None or library is None or library.read_only:
            return None
        return None if key_of(row) in self.forms.decided else row

    def _decide(self, row: Doubted, order: Order) -> None:
        """Decides, and goes on to the next row without waiting for the queue."""
        self.forms.decided |= {key_of(row)}
        self.desk.deciding.take(order)
        at = self.forms.next_after(self.table.currentIndex().row())
        self.table.selectRow(at)
        self.table.viewport().update()

    def _now(self) -> QueueTable:
        return self.merge_table if self._merging else self.table

    def _start_over(self) -> None:
        self._skipped = frozenset()

    def _stand(self) -> None:
        empty = self._stack.currentWidget() is self._empty
        self.setFocusProxy(self._empty if empty else self._now())

    def _want(self, _pages: frozenset[int]) -> None:
        self._fetch.start()

    def _ask_pages(self) -> None:
        ask = suggested if self._merging else queued
        asked = ask(self._seen_pages(), self._skipped)
        self.desk.ask(self, asked, self._answered, self._failed)

    def _seen_pages(self) -> set[int]:
        return seen_pages(self._now())

    def _read(self) -> None:
        row, library = self.chosen, self.desk.library
        writing = row is not None and library is not None and not library.read_only
        for button in self._buttons:
            button.setEnabled(writing)
        self._about.setText(_about(row))
        if row is None:
            self.desk.jobs.forget(self.lines)
            self.lines.rows.take(Concordance(), "newest")
            return
        if isinstance(row, Suggestion):
            merge = Order("merge", row.lesser.id, (row.greater.id,))
            self.desk.deciding.preview(self._about, merge, self._show_reach)
        self.desk.ask(self.lines, _places(row), self._show_lines)

    def _show_lines(self, lines: Concordance) -> None:
        self.lines.rows.take(lines, "newest")

    def _show_reach(self, reach: Reach) -> None:
        words = self.tr("Merging them would change {reach}.")
        told = mentions_in_articles(reach.mentions, reach.articles)
        self._about.setText(f"{_about(self.chosen)} {words.format(reach=told)}")

    # Parts ------------------------------------------------------------------------------------

    def _both(self) -> QSplitter:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lines, 1)
        self._about.setContentsMargins(14, 4, 14, 6)
        column.addWidget(self._about)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(1)
        both.addWidget(self._tables)
        both.addWidget(beside)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        return both

    def _make_views(self) -> tuple[QToolButton, QToolButton]:
        group = QButtonGroup(self)
        made = []
        for merging, words in ((False, self.tr("Forms")), (True, self.tr("Merges"))):
            button = QToolButton()
            button.setObjectName("flat")
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(not merging)
            button.clicked.connect(partial(self._show, merging))
            group.addButton(button)
            self.heading.insertWidget(2 + merging, button)
            made.append(button)
        return made[0], made[1]

    def _show(self, merging: bool, _checked: bool = False) -> None:
        self.show_merges(on=merging)

    def _make_buttons(self) -> list[QToolButton]:
        made = []
        for words, tip, act in (
            (self.tr("Right  ⏎"), self.tr("The form rightly means its actor"), self.accept),
            (self.tr("Means…  A"), self.tr("The form means another actor"), self.assign),
            (self.tr("Kind  C"), self.tr("The actor is of another kind"), self.choose_kind),
            (self.tr("Nobody  X"), self.tr("The actor is none, or this name of it"), self.ignore),
            (self.tr("Not the same  N"), self.tr("They are two, for good"), self.tell_apart),
            (self.tr("Skip  S"), self.tr("Leave it for now"), self.skip),
        ):
            button = QToolButton()
            button.setObjectName("flat")
            button.setText(words)
            button.setToolTip(tip)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self.heading.addWidget(button)
            made.append(button)
        return made


def _about(row: Doubted | Suggestion | None) -> str:
    """What is doubtful about a form, or why two actors may be one, in a sentence."""
    if row is None:
        return ""
    if isinstance(row, Suggestion):
        words = why_words(row)
    else:
        words = "; ".join(doubt_words(row, doubt) for doubt in row.doubts)
    return f"{words[:1].upper()}{words[1:]}."


def _places(row: Doubted | Suggestion) -> "Callable[[Reading], Concordance]":
    """The question for the places of a form, or of two actors that may be one."""
    if isinstance(row, Doubted):
        form = row.form
        return lambda reading: concordance.of_actors(
            reading, Selection(), [form.actor], surface=form.folded, limit=_SENTENCES
        )
    both = row.lesser.id, row.greater.id

    def ask(reading: "Reading") -> Concordance:
        half = _SENTENCES // 2
        found = [concordance.of_actors(reading, Selection(), [actor], limit=half) for actor in both]
        return Concordance(tuple(line for some in found for line in some.lines))

    return ask
