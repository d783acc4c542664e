"""The notes about the open article: one quiet line each, and their passages marked on the paper."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk, Spot
from workstation.desktop.noting import Wish
from workstation.desktop.pane import Figure
from workstation.desktop.panes.reader.paper import Paper
from workstation.desktop.words import isolated, tip, tr
from workstation.domain.changes import Changes
from workstation.domain.note import Note
from workstation.library import notes

_LINE: Final = 26
_LINES: Final = 4
"""Lines that are shown at once: what is read is the article."""


class NotesBar(QScrollArea):
    """Lists the notes of one article; there is none while there are no notes."""

    def __init__(self, desk: Desk, paper: Paper) -> None:
        super().__init__()
        self._desk = desk
        self._paper = paper
        self._article: int | None = None
        self.notes: list[Note] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Notes"))
        desk.changed.connect(self._library_changed)
        paper.turned.connect(self._mark)
        self.hide()

    def look(self, article: int | None) -> None:
        """Shows the notes of another article, or of the same one again."""
        self._article = article
        if article is None:
            self._desk.jobs.forget(self)
            self._show([])
            return
        self._desk.ask(self, lambda reading: notes.of(reading, article), self._show)

    def _library_changed(self, changes: Changes) -> None:
        if "notes" in changes.kinds:
            self.look(self._article)

    def _show(self, found: list[Note]) -> None:
        self.notes = found
        lines = QFrame()
        lines.setObjectName("aside")
        column = QVBoxLayout(lines)
        column.setContentsMargins(24, 2, 14, 2)
        column.setSpacing(0)
        for note in found:
            column.addWidget(self._line(note))
        self.setWidget(lines)
        self.setFixedHeight(min(len(found), _LINES) * _LINE + 5)
        self.setVisible(bool(found))
        self._mark()

    def _line(self, note: Note) -> QWidget:
        line = QWidget()
        line.setFixedHeight(_LINE)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = Figure(isolated(" ".join(note.words.split())))
        words.setToolTip(tip(note.words))
        about = self._about(note)
        row.addWidget(words, 3)
        if about:
            row.addWidget(Figure(about), 2)
        row.addStretch(1 if about else 0)
        library = self._desk.library
        acts = []
        if note.place is not None:
            acts.append((self.tr("Show"), partial(self._go_to, note)))
        if library is not None and not library.read_only:
            acts.append((self.tr("Change…"), partial(self._change, note)))
            acts.append((self.tr("Delete"), partial(self._desk.noting.delete, note)))
        for told, act in acts:
            button = QPushButton(told)
            button.setObjectName("link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        return line

    def _about(self, note: Note) -> str:
        if note.anchor is None:
            return ""
        quote = f"“{isolated(note.anchor.quote)}”"
        lost = self.tr("{quote} is not in this version")
        return lost.format(quote=quote) if note.lost else quote

    def _go_to(self, note: Note) -> None:
        if note.place is not None:
            self._desk.go_to(Spot(note.article, *note.place))

    def _change(self, note: Note) -> None:
        quote = note.anchor.quote if note.anchor else ""
        self._desk.noting.note_wanted.emit(Wish(note.article, None, quote, note))

    def _mark(self) -> None:
        opened, placement = self._paper.opened, self._paper.placement
        if opened is None or placement is None:
            return
        here = [n.place for n in self.notes if n.place and n.article == opened.article.id]
        self._paper.page.noted = sorted(
            (placement.stretches(*place) for place in here),
            key=lambda stretches: stretches[0].start if stretches else 0,
        )
        self._paper.viewport().update()


def wish(paper: Paper) -> Wish | None:
    """The note that may be written now: about the selected passage, or about the article."""
    opened, place = paper.opened, paper.chosen()
    if opened is None:
        return None
    field, start, end = place or ("text", 0, 0)
    words = (opened.body.title if field == "title" else opened.body.text)[start:end].split()
    # A title that was made of the text's first words is no place to hold on to.
    if place is not None and words and (field == "text" or not opened.article.title_derived):
        return Wish(opened.article.id, place, " ".join(words))
    return Wish(opened.article.id)


def offer(menu: QMenu, paper: Paper, desk: Desk) -> None:
    """Adds that a note may be written."""
    wanted = wish(paper)
    if wanted is not None:
        told = tr("Reader", "Note on the article…")
        if wanted.passage is not None:
            told = tr("Reader", "Note on the selected words…")
        menu.addSeparator()
        menu.addAction(told, partial(desk.noting.note_wanted.emit, wanted))
