"""The reader: the article in focus, what it says and whom it names."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from workstation.desktop.desk import Desk, Spot
from workstation.desktop.pane import Figure, Pane, plain_label
from workstation.desktop.panes.reader import correcting, paragraph
from workstation.desktop.panes.reader import notes as noted
from workstation.desktop.panes.reader.aside import Aside
from workstation.desktop.panes.reader.card import Card, Known
from workstation.desktop.panes.reader.find import FindBar
from workstation.desktop.panes.reader.model import Opened, Placed
from workstation.desktop.panes.reader.paper import Paper
from workstation.desktop.panes.reader.setting import About
from workstation.desktop.panes.reader.strip import Strip
from workstation.desktop.theme import Theme
from workstation.desktop.words import day, isolated, language_name, outlet_name, several
from workstation.domain.article import Article
from workstation.domain.dating import doubt, is_set
from workstation.domain.decision import Order, Verb
from workstation.domain.selection import Aspect, Selection
from workstation.importing.exports.standing import is_held_back, is_withdrawn
from workstation.library import corpus, hints
from workstation.tagging.identity import REGISTERS_ONLY

if TYPE_CHECKING:
    from workstation.library.library import Reading


class ReaderPane(Pane[Opened]):
    """Shows one article; a click on a mention picks its actor and explains it."""

    depends_on = frozenset[Aspect]({"focus"})
    listens_to = frozenset({"articles", "mentions", "actors"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Reader"), desk, theme)
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
        empty = plain_label(self.tr("Choose an article to read it here."), "empty")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(sheet)
        self._turning = self._make_turning()
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
        focus = selection.focus
        if focus is None:
            self._stack.setCurrentIndex(0)
            self._turning.hide()
            self.aside.look(None)
            self._notes.look(None)
            return None
        return lambda reading: _opened(reading, focus)

    @override
    def present(self, answer: Opened) -> None:
        before = self.paper.opened
        same = before is not None and _shows(before) == _shows(answer)
        self._stack.setCurrentIndex(1)
        if same:
            self.paper.mark_again(answer)
        else:
            self._open(answer)
        self.say_trouble(answer.article.problem or self._standing(answer))
        self._mark_words()
        self._strip.update()
        self.aside.look(answer)
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
        if opened is not None and opened.article.id == self.desk.selection.value.focus:
            self.aside.look(opened)
        self.paper.viewport().update()
        self._strip.update()

    @override
    def dress(self) -> None:
        self._card.hide()
        self.paper.set_again()
        self._mark_words()

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
        self.paper.open(opened, self._about(opened.article), part)
        placement = self.paper.placement
        parts = placement.parts if placement is not None else 1
        self._turning.setVisible(parts > 1)
        self._part.setText(self.tr("Part {n} of {all}").format(n=part + 1, all=parts))
        self._go_to_picked()

    def _about(self, article: Article) -> About:
        parts = [isolated(outlet_name(article.outlet))]
        parts.append(self._when(article))
        if article.captured is not None and self.desk.library is not None:
            saved = article.captured.astimezone(self.desk.library.zone)
            parts.append(self.tr("saved {day}").format(day=day(saved.date())))
        if article.author:
            parts.append(self.tr("by {author}").format(author=isolated(article.author)))
        parts.append(several(article.words, self.tr("{n} word"), self.tr("{n} words")))
        if article.title_derived:
            parts.append(self.tr("title taken from the text"))
        if article.tagged_with.startswith(REGISTERS_ONLY):
            found = self.tr("names from the registers only: no pipeline for {language}")
            parts.append(found.format(language=language_name(article.language)))
        host = urlsplit(article.url).hostname or ""
        # Each part by itself: the article's direction is not that of every part.
        words = " · ".join(f"\u2068{part}\u2069" for part in parts)
        if host and urlsplit(article.url).scheme in {"http", "https"}:
            return About(words + " · ", isolated(host.removeprefix("www.")), article.url)
        return About(words)

    def _when(self, article: Article) -> str:
        if article.day is None:
            return self.tr("undated")
        library = self.desk.library
        published = article.published
        if published is None or library is None:
            return day(article.day)
        clock = ""
        if published.instant is not None:
            clock = f", {published.instant.astimezone(library.zone):%H:%M}"
        told = doubt(published) or is_set(published)
        return f"{day(article.day)}{clock}" + (f" ({isolated(published.source)})" if told else "")

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
            self.desk.ask(self._card, lambda reading: _known(reading, actor), self._tell_known)

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

    def _make_turning(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 12, 4)
        self._part = Figure()
        before = QPushButton(self.tr("Previous part"))
        after = QPushButton(self.tr("Next part"))
        before.clicked.connect(lambda: self.turn(-1))
        after.clicked.connect(lambda: self.turn(1))
        row.addStretch(1)
        for widget in (before, self._part, after):
            row.addWidget(widget)
        row.addStretch(1)
        bar.hide()
        return bar

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


def _opened(reading: "Reading", article: int) -> Opened:
    return Opened(
        corpus.article(reading, article),
        corpus.body(reading, article),
        tuple(corpus.mentions_in(reading, article)),
        hints.of(reading, article),
    )


def _shows(opened: Opened) -> object:
    """What the paper is set anew for; marks are drawn over it."""
    only_registers = opened.article.tagged_with.startswith(REGISTERS_ONLY)
    return opened.article.id, opened.article.published, opened.body, only_registers


def _known(reading: "Reading", actor: str) -> Known:
    known = corpus.find_actor(reading, actor)
    trend = corpus.sparklines(reading, Selection(), [known.id]).get(known.id, ())
    return Known(known, trend)


def _visit(address: QUrl) -> None:
    if address.scheme() in {"http", "https"}:
        QDesktopServices.openUrl(address)
