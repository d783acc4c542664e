"""A paragraph that an outlet repeats: what setting it aside everywhere would change, and why."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, mentions_in_articles, shown
from workstation.domain.decision import Order, Reach

_SHOWN = 300
"""Letters of the paragraph that are shown: enough to know it again."""


class OutletWideDialog(QDialog):
    """Shows what an order about an outlet reaches; nothing is changed before its button."""

    def __init__(self, desk: Desk, order: Order, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._order = order
        outlet, paragraph = order.terms
        question = plain_label(self._question().format(outlet=isolated(outlet)))
        question.setWordWrap(True)
        short = paragraph if len(paragraph) <= _SHOWN else f"{paragraph[:_SHOWN]}…"
        quote = plain_label(f"“{isolated(short)}”", "figure")
        quote.setWordWrap(True)
        alike = plain_label(
            self.tr("Paragraphs of the same words count as this one, whatever numbers they hold.")
        )
        alike.setWordWrap(True)
        self.reach = plain_label(" ", "caption")
        self.reach.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason, if you like"))
        self.reason.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton(self.tr("Everywhere"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for widget in (question, quote, alike, self.reach, self.reason, buttons):
            column.addWidget(widget)
        self.setWindowTitle(shown(outlet))
        self.setMinimumWidth(460)
        self.accepted.connect(self._decide)
        desk.deciding.preview(self.reach, order, self._show_reach)

    def _question(self) -> str:
        if self._order.verb == "outlet-body":
            return self.tr("Are these the article's words in every article of {outlet}?")
        return self.tr("Are these not the article's words in every article of {outlet}?")

    def _show_reach(self, reach: Reach) -> None:
        told = self.tr("Changes {reach}, and articles to come. It can be undone.")
        self.reach.setText(told.format(reach=mentions_in_articles(reach.mentions, reach.articles)))

    def _decide(self) -> None:
        reason = self.reason.text().strip()
        self._desk.deciding.take(replace(self._order, reason=reason))
