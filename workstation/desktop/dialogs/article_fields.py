"""The lines in which the facts of an article are typed, and the paper for its text."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from workstation.desktop.words import shown, tr
from workstation.limits import FIELD_CHARACTERS, TITLE_CHARACTERS

DATE: Final = "date"


def words_of(field: str) -> str:
    """What a line is called."""
    return {
        "title": tr("ArticleFields", "Title"),
        "outlet": tr("ArticleFields", "Outlet"),
        "author": tr("ArticleFields", "Author"),
        "language": tr("ArticleFields", "Language"),
        DATE: tr("ArticleFields", "Date"),
    }[field]


class ArticleFields(QWidget):
    """A line for each of some facts."""

    def __init__(self, fields: Iterable[str], hints: Mapping[str, str]) -> None:
        """`hints` stand in lines that are empty."""
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.lines: dict[str, QLineEdit] = {}
        for field in fields:
            line = QLineEdit()
            line.setMaxLength(TITLE_CHARACTERS if field == "title" else FIELD_CHARACTERS)
            line.setPlaceholderText(hints.get(field, ""))
            line.setAccessibleName(words_of(field))
            form.addRow(words_of(field), line)
            self.lines[field] = line

    def offer(self, field: str, values: Iterable[str]) -> None:
        """Offers what others of the library are, while somebody types."""
        completer = QCompleter([shown(value) for value in values if value], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lines[field].setCompleter(completer)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Shows what the facts are now."""
        for field, line in self.lines.items():
            line.setText(values.get(field, ""))
            line.setCursorPosition(0)

    def value(self, field: str) -> str:
        """What is typed in a line."""
        return self.lines[field].text().strip()


def text_paper() -> QPlainTextEdit:
    """The paper for a text: plain words, whatever is pasted; a line is a paragraph."""
    paper = QPlainTextEdit()
    paper.setAccessibleName(tr("ArticleFields", "Text"))
    paper.setTabChangesFocus(True)
    option = paper.document().defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    paper.document().setDefaultTextOption(option)
    return paper
