"""The reader: the article in focus, what it says and whom it names."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget
from typing_extensions import override

from workstation.desktop.desk import Desk, Spot
from workstation.desktop.pane import Pane, plain_label
from workstation.desktop.panes.reader import correcting, paragraph
from workstation.desktop.panes.reader import notes as noted
from workstation.desktop.panes.reader.aside import Aside
from workstation.desktop.panes.reader.asking import known, read, shows
from workstation.desktop.panes.reader.card import Card, Known
from workstation.desktop.panes.reader.find import FindBar
from workstation.desktop.panes.reader.line import about
from workstation.desktop.panes.reader.model import Opened, Placed
from workstation.desktop.panes.reader.paper import Paper
from workstation.desktop.panes.reader.strip import Strip
from workstation.desktop.panes.reader.turning import Turning
from workstation.desktop.theme import Theme
from workstation.domain.decision import Order, Verb
from workstation.domain.selection import Aspect, Selection
from workstation.errors import UnknownName
from workstation.importing.exports.standing import is_held_back, is_withdrawn

if TYPE_CHECKING:
    from workstation.library.library import Reading


class ReaderPane(Pane[Opened]):
    """Shows one article; a click on a mention picks its actor and explains it."""

    depends_on = frozenset[Aspect]({"focus"})
    listens_to = frozenset({"articles", "mentions", "actors", "signs"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Reader"), desk, theme)
        self.places: dict[int, int] = {}
        """Where somebody left the articles to which the reader returns, in code points."""
        self._held: int | None = None
        self._follows = True
        self.head.hide()
        self.paper = Paper(desk.selection, theme)
        self.finding = FindBar(self.paper, theme)
        self._strip = Strip(self.paper, desk.selection, theme)
        self.aside = Aside(desk)
        self._card = Card(theme, self.paper)
        self._carded: Placed | None = None
        self._sought: Spot | None = None
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.paper, 1)
        row.addWidget(self._strip)
        self._empty = plain_label(self.tr("Choose an article to read it here."), "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(sheet)
        self._turning = Turning()
        self._turning.turned.connect(self.turn)
        self._notes = noted.NotesBar(desk, self.paper)
        self.body.addWidget(self.aside)
        self.body.addWidget(self._notes)
        self.body.addWidget(self.finding)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._turning)
        self.paper.hit.connect(self._clicked)
        self.paper.menu_asked.connect(self._open_menu)
        self.paper.anchorClicked.connect(_visit)
        self.paper.turned.connect(self._card.hide)
        self.paper.verticalScrollBar().valueChanged.connect(self._card.hide)
        self.paper.verticalScrollBar().actionTriggered.connect(self.aside.stay)
        self.aside.wanted.connect(lambda article: desk.selection.change(focus=article))
        self.finding.moved.connect(self._strip.update)
        self._strip.asked.connect(self._go_to)
        self._card.ordered.connect(self._order)
        self._card.more_asked.connect(self._open_more)
        desk.sought.connect(self._seek)
        self.setFocusProxy(self.paper)

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Opened] | None":
        focus = selection.focus if self._follows else self._held
        if focus is None:
            self._put_away(self.tr("Choose an article to read it here."))
            return None
        return lambda reading: read(reading, focus)

    @override
    def present(self, answer: Opened) -> None:
        before = self.paper.opened
        same = before is not None and shows(before) == shows(answer)
        self._stack.setCurrentIndex(1)
        if same:
            self.paper.mark_again(answer)
        else:
            self.leave()
            self._open(answer)
            self._return(answer)
        self.say_trouble(answer.article.problem or self._standing(answer))
        self._mark_words()
        self._strip.update()
        self.aside.look(answer if self._follows else None)
        self._notes.look(answer.article.id)
        self._go_to_sought()

    def _standing(self, answer: Opened) -> str:
        """What the provider says of the use of its article."""
        if is_withdrawn(answer.hints):
            return self.tr("The provider has withdrawn this article: do not use it.")
        held = is_held_back(answer.hints)
        return self.tr("This article is under embargo: do not use it yet.") if held else ""

    @override
    def gestured(self, aspects: frozenset[Aspect]) -> None:
        if aspects - {"picked"}:
            self._card.hide()
        if "words" in aspects:
            self._mark_words()
        if "picked" in aspects:
            self._go_to_picked()
        opened = self.paper.opened
        if opened is not None and opened.article.id == self.article:
            self.aside.look(opened if self._follows else None)
        self.paper.viewport().update()
        self._strip.update()

    @override
    def dress(self) -> None:
        self._card.hide()
        self.paper.set_again()
        self._mark_words()

    @override
    def _selection_changed(self, selection: Selection, aspects: frozenset[Aspect]) -> None:
        super()._selection_changed(selection, aspects if self._follows else aspects - {"focus"})

    @override
    def _failed(self, error: BaseException) -> None:
        if isinstance(error, UnknownName):
            # What is no longer in the library is no longer on the screen.
            self._put_away(error.sentence)
            self._settle()
        else:
            super()._failed(error)

    # Beside another reader --------------------------------------------------------------------

    @property
    def article(self) -> int | None:
        """The article that is to be read here."""
        return self.desk.selection.value.focus if self._follows else self._held

    def follow(self, *, on: bool) -> None:
        """Reads what is in focus, or goes on with the article that was until now."""
        if self._follows and not on:
            self._held = self.desk.selection.value.focus
            self.aside.look(None)
        self._follows = on

    def hold(self, article: int | None) -> None:
        """Reads an article beside the one in focus."""
        self._held = article
        if article is None:
            self._put_away("")
        else:
            self.refresh()

    def leave(self) -> None:
        """Notes where the open article is left, if somebody is to return to it."""
        before = self.paper.opened
        if before is not None and before.article.id in self.places:
            self.places[before.article.id] = self.paper.first_seen()

    def _return(self, opened: Opened) -> None:
        place, placement = self.places.get(opened.article.id, 0), self.paper.placement
        if not place or placement is None:
            return
        part = placement.part_of(opened.body, place)
        if part != placement.part:
            self._open(opened, part)
        self.aside.stay()
        self.paper.begin_at(place)

    def _put_away(self, words: str) -> None:
        """Shows words in the place of an article, and keeps nothing of it."""
        self.leave()
        self._empty.setText(words)
        self._stack.setCurrentIndex(0)
        self._turning.hide()
        self._card.hide()
        self.say_trouble("")
        self.paper.put_away()
        self.aside.look(None)
        self._notes.look(None)

    # Commands ---------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Goes to the next or previous mention."""
        self._card.hide()
        self.aside.stay()
        if self.paper.step(by) is None:
            self.desk.notices.say(self.tr("Nothing is marked in this article."))

    def zoom(self, steps: int) -> None:
        """Makes the letters larger or smaller; no steps give back the first size."""
        self.paper.zoom(steps)
        self._mark_words()

    def turn(self, by: int) -> None:
        """Turns to the next or previous part of a long article."""
        opened, placement = self.paper.opened, self.paper.placement
        if opened is not None and placement is not None:
            part = min(max(0, placement.part + by), placement.parts - 1)
            self._open(opened, part)
            self._mark_words()

    def note(self) -> None:
        """Asks for a note about the selected words, or about the article."""
        wanted = noted.wish(self.paper)
        if wanted is not None:
            self.desk.noting.note_wanted.emit(wanted)

    def say_meaning(self, *, everywhere: bool) -> None:
        """Asks whom the selected words, or the mention looked at, mean: here or everywhere."""
        words, current = correcting.chosen(self.paper), self.paper.page.current
        if words is None and current is not None:
            words = correcting.at_mention(current.mention)
        self._card.hide()
        if words is None:
            self.desk.notices.say(self.tr("Select a name in the article, or step to a mention."))
        else:
            self.desk.deciding.ask_meaning(words, everywhere=everywhere)

    # ------------------------------------------------------------------------------------------

    def _open(self, opened: Opened, part: int = 0) -> None:
        self.paper.open(opened, about(opened, self.desk.library), part)
        placement = self.paper.placement
        self._turning.tell(part, placement.parts if placement is not None else 1)
        self._go_to_picked()

    def _mark_words(self) -> None:
        placement, opened = self.paper.placement, self.paper.opened
        words, found = self.desk.selection.value.words, self.paper.page
        found.found = placement.hits(words, opened.article.language) if placement and opened else []
        self.paper.viewport().update()
        self._strip.update()

    def _go_to_picked(self) -> None:
        picked = self.desk.selection.value.picked
        current = self.paper.page.current
        if not picked or (current is not None and current.mention.actor_id in picked):
            return
        self.paper.page.current = None
        newest = [p for p in self.paper.page.placed if p.mention.actor_id == picked[-1]]
        if newest:
            self.paper.reveal(newest[0].start, newest[0].end)

    def _seek(self, spot: Spot) -> None:
        self._sought = spot
        self._go_to_sought()

    def _go_to_sought(self) -> None:
        spot, opened, placement = self._sought, self.paper.opened, self.paper.placement
        if spot is None or opened is None or placement is None or opened.article.id != spot.article:
            return
        self._sought = None
        part = placement.part_of(opened.body, spot.start) if spot.field == "text" else 0
        if part != placement.part:
            self._open(opened, part)
            self._mark_words()
        now = self.paper.placement
        there = now.stretches(spot.field, spot.start, spot.end) if now is not None else []
        if there:
            self.aside.stay()
            self.paper.reveal(there[0].start, there[-1].end)

    def _clicked(self, placed: Placed | None, adding: bool) -> None:
        self.aside.stay()
        self._carded = placed
        self.paper.viewport().update()
        if placed is None:
            self._card.hide()
            return
        actor = placed.mention.actor_id
        picked = self.desk.selection.value.picked
        if actor is not None and actor not in picked:
            self.desk.selection.change(picked=(*picked, actor) if adding else (actor,))
        self._card.show_mention(placed.mention, self._on_paper(placed))
        if actor is not None:
            self.desk.ask(self._card, lambda reading: known(reading, actor), self._tell_known)

    def _on_paper(self, placed: Placed) -> QRect:
        return self.paper.box(placed).translated(self.paper.viewport().pos())

    def _tell_known(self, known: Known) -> None:
        carded = self._carded
        if carded is not None and carded.mention.actor_id == known.actor.id:
            self._card.show_known(known)

    def _order(self, verb: Verb) -> None:
        carded = self._carded
        self._card.hide()
        if carded is None:
            return
        words = correcting.at_mention(carded.mention)
        if verb == "assign":
            self.desk.deciding.ask_meaning(words, everywhere=False)
        elif verb == "no-mention":
            self.desk.deciding.names_nobody(words, here=True)
        elif carded.mention.actor_id is not None:
            self.desk.deciding.want(Order(verb, carded.mention.actor_id))

    def menu_at(self, point: QPoint) -> QMenu:
        """The menu for the selected words and for the mention at a point of the paper."""
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"), self.paper.copy)
        copy.setEnabled(self.paper.textCursor().hasSelection())
        if not self._writable:
            return menu
        words, placed = correcting.chosen(self.paper), self.paper.mention_at(point.toPointF())
        if words is not None:
            correcting.offer_words(menu, self.desk.deciding, words)
        elif placed is not None:
            self._carded = placed
            correcting.offer_mention(menu, self.desk.deciding, placed.mention)
        paragraph.offer(menu, self.paper, point, self.desk.deciding)
        noted.offer(menu, self.paper, self.desk)
        return menu

    @property
    def _writable(self) -> bool:
        library = self.desk.library
        return library is not None and not library.read_only

    def _open_menu(self, point: QPoint) -> None:
        self.menu_at(point).popup(self.paper.viewport().mapToGlobal(point))

    def _open_more(self, place: QPoint) -> None:
        carded = self._carded
        if carded is not None:
            menu = QMenu(self)
            correcting.offer_mention(menu, self.desk.deciding, carded.mention)
            menu.popup(place)

    def _go_to(self, place: float) -> None:
        bar = self.paper.verticalScrollBar()
        bar.setValue(round(place * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.paper.page.current
        if event.key() == Qt.Key.Key_Escape and self._card.isVisible():
            self._card.hide()
            self.paper.setFocus()
            return
        if event.key() == Qt.Key.Key_Delete and self._writable:
            self._carded = self._carded if self._card.isVisible() else current
            self._order("no-mention")
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current is not None:
            self._clicked(current, False)
            self._card.setFocus()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.hide()


def _visit(address: QUrl) -> None:
    if address.scheme() in {"http", "https"}:
        QDesktopServices.openUrl(address)
