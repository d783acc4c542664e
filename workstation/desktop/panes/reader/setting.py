"""Setting an article in type: blocks and formats made by us, never markup from a source."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from workstation.desktop.panes.reader.model import Piece, Placement
from workstation.desktop.theme import Theme, sans, serif
from workstation.domain.article import Passage

_LEADING: Final = 126.0
"""Line height in per cent: marks need air between the lines."""
_MARGIN: Final = 6
"""Room for the frame of a mark that stands at the edge."""
_PROPORTIONAL: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


@dataclass(frozen=True, slots=True)
class About:
    """The line below the title, and the address that its last words link to."""

    words: str
    link: str = ""
    address: str = ""

    @property
    def line(self) -> str:
        """The whole line."""
        return self.words + self.link


def set_in_type(
    document: QTextDocument,
    placement: Placement,
    about: About,
    passages: tuple[Passage, ...],
    theme: Theme,
    points: float,
) -> None:
    """Fills a document with one part of an article."""
    document.clear()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(_MARGIN)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    title, *pieces = placement.pieces
    cursor.setBlockFormat(_title_block(title))
    cursor.insertText(title.text, _letters(theme, points * 1.62, strong=True))
    _insert_about(cursor, about, theme, title, points)
    body = _letters(theme, points)
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        whole = following is None or not following.continues
        cursor.insertBlock(_paragraph(piece, points, ends=whole), body)
        cursor.insertText(piece.text)
    _dim(document, placement, passages, theme)
    cursor.endEditBlock()


def _insert_about(
    cursor: QTextCursor, about: About, theme: Theme, title: Piece, points: float
) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(points * 0.3)
    block.setBottomMargin(points * 1.3)
    block.setLayoutDirection(_direction(title))
    quiet = QTextCharFormat()
    quiet.setFont(sans(max(9.0, points * 0.78)))
    quiet.setForeground(theme.colour("muted"))
    cursor.insertBlock(block, quiet)
    cursor.insertText(about.words)
    if about.address:
        linked = QTextCharFormat(quiet)
        linked.setForeground(theme.colour("accent"))
        linked.setAnchor(True)
        linked.setAnchorHref(about.address)
        cursor.insertText(about.link, linked)


def _dim(
    document: QTextDocument, placement: Placement, passages: tuple[Passage, ...], theme: Theme
) -> None:
    dimmed = QTextCharFormat()
    dimmed.setForeground(theme.colour("dimmed"))
    for passage in passages:
        for stretch in placement.stretches("text", passage.start, passage.end):
            cursor = QTextCursor(document)
            cursor.setPosition(stretch.start)
            cursor.setPosition(stretch.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(dimmed)


def _title_block(title: Piece) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setHeadingLevel(1)
    block.setLineHeight(98.0, _PROPORTIONAL)
    block.setLayoutDirection(_direction(title))
    return block


def _paragraph(piece: Piece, points: float, *, ends: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(_LEADING, _PROPORTIONAL)
    block.setBottomMargin(points * 0.9 if ends else 0)
    block.setLayoutDirection(_direction(piece))
    return block


def _direction(piece: Piece) -> Qt.LayoutDirection:
    if piece.right_to_left:
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def _letters(theme: Theme, points: float, *, strong: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(serif(points, strong=strong))
    letters.setForeground(theme.colour("text"))
    return letters
