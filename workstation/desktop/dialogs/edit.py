"""Editing articles: the facts of one or of many, and the text of one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.article_fields import ArticleFields, text_paper
from workstation.desktop.pane import plain_label
from workstation.desktop.words import several
from workstation.domain.article import Article
from workstation.domain.clean import clean_text
from workstation.domain.decision import EDITED, Edited
from workstation.domain.selection import Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading

_ONE: Final = (760, 620)
_MANY: Final = (520, 240)


@dataclass(frozen=True, slots=True)
class _Present:
    """What the chosen articles are now; of several only what all of them are."""

    articles: int
    article: Article | None
    text: str
    outlets: tuple[str, ...]
    languages: tuple[str, ...]


class EditDialog(QDialog):
    """Asks what an article is; what is left as it was is not decided."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._chosen = chosen
        self._present: _Present | None = None
        alone = chosen.count == 1
        self.setWindowTitle(self.tr("Edit the article") if alone else self.tr("Edit articles"))
        self.resize(*(_ONE if alone else _MANY))
        one, many = self.tr("1 article"), self.tr("{n} articles: what you leave empty stays")
        self._about = plain_label(several(chosen.count, one, many), "caption")
        self._about.setHidden(alone)
        as_it_is = "" if alone else self.tr("as it is")
        fields = EDITED if alone else EDITED[1:]
        self.fields = ArticleFields(fields, dict.fromkeys(fields, as_it_is))
        self.text = text_paper()
        self.text.setVisible(alone)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason, if you like"))
        self.reason.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(False)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(self.fields)
        column.addWidget(self.text, 1)
        column.addWidget(self.reason)
        column.addWidget(buttons)
        desk.ask(self, lambda reading: _present(reading, chosen), self._show, self._fail)

    def _show(self, present: _Present) -> None:
        self._present = present
        if present.article is not None:
            title = "" if present.article.title_derived else present.article.title
            facts: dict[str, str] = {field: getattr(present.article, field) for field in EDITED}
            self.fields.show_values(facts | {"title": title})
            self.fields.lines["title"].setPlaceholderText(present.article.title)
            self.text.setPlainText(present.text)
        self.fields.offer("outlet", present.outlets)
        self.fields.offer("language", present.languages)
        self.take.setEnabled(True)
        self.take.setDefault(True)

    def _accept(self) -> None:
        present = self._present
        if present is None:
            return
        facts = {field: value for field in EDITED if (value := self._changed(field)) is not None}
        if facts:
            self._desk.handwork.edit(self._chosen, facts, self.reason.text().strip())
        if present.article is not None and self.text.document().isModified():
            text = self.text.toPlainText()
            if clean_text(text) != present.text:
                self._desk.handwork.rewrite(present.article.id, text)
        self.accept()

    def _changed(self, field: Edited) -> str | None:
        """What is typed for a field, if it is to be something else."""
        if field not in self.fields.lines or self._present is None:
            return None
        value, article = self.fields.value(field), self._present.article
        if article is None or field == "title":
            # A title cannot be taken away: the text would be given one again.
            return value or None if article is None or value != article.title else None
        return value if value != getattr(article, field) else None

    def _fail(self, error: BaseException) -> None:
        self.reject()
        self._desk.jobs.broke.emit(error)


def _present(reading: "Reading", chosen: Chosen) -> _Present:
    from workstation.library import corpus  # noqa: PLC0415 - start-up stays light

    selection = chosen.ask(reading)
    found = corpus.articles(reading, selection, limit=2)
    article = found[0] if len(found) == 1 and chosen.count == 1 else None
    every = Selection()
    return _Present(
        corpus.count(reading, selection),
        article,
        corpus.body(reading, article.id).text if article else "",
        tuple(one.value for one in corpus.facet(reading, every, "outlet")),
        tuple(one.value for one in corpus.facet(reading, every, "language")),
    )
