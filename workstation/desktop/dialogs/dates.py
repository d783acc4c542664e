"""Setting the dates of one or many articles, with what would become of each before it does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.date_preview import DatePreview
from workstation.desktop.pane import plain_label
from workstation.desktop.words import number, several
from workstation.domain.article import Published
from workstation.domain.dating import read_when
from workstation.errors import Unreadable, WorkstationError
from workstation.limits import DATES_AT_ONCE

if TYPE_CHECKING:
    from workstation.importing.redating import Proposal, Way
    from workstation.library.library import Reading

_SIZE: Final = (760, 560)
_TYPING_MS: Final = 250
"""Asking after every letter would read all texts for half a pattern."""


class DatesDialog(QDialog):
    """Asks where the dates come from; nothing is changed before its button is pressed."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget) -> None:
        """`chosen` are articles of the present selection."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Set dates"))
        self.resize(*_SIZE)
        self._desk = desk
        self._chosen = chosen
        self._days: dict[int, Published] = {}
        self.scope = self._make_scope()
        self.by_day = QRadioButton(self.tr("This date"))
        self.by_name = QRadioButton(self.tr("As the file's name tells"))
        self.by_text = QRadioButton(self.tr("As the text tells"))
        self.day = self._make_line(self.tr("2024-12-14, or 2024-12-14T16:20+01:00"))
        self.name_pattern = self._make_line(self.tr("any date, or a pattern such as %d%m%y"))
        self.text_pattern = self._make_line(self.tr("Stand: %d.%m.%Y"))
        self.sure = QCheckBox(self.tr("Also articles whose date is sure"))
        self.sure.setToolTip(self.tr("Dates are sure that are not marked as doubtful."))
        self.preview = DatePreview()
        self._told = plain_label(" ", "caption")
        self._told.setWordWrap(True)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Reason, if you like"))
        self._reason.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(self.tr("Set dates"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.scope)
        column.addLayout(self._make_ways())
        column.addWidget(self.sure)
        column.addWidget(self.preview, 1)
        for part in (self._told, self._reason, buttons):
            column.addWidget(part)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._connect()
        self.by_day.setChecked(True)
        self._scoped()
        self.day.setFocus()

    # Parts ------------------------------------------------------------------------------------

    def _make_scope(self) -> QComboBox:
        scope = QComboBox()
        scope.setAccessibleName(self.tr("Articles"))
        if self._chosen.count:
            one, many = self.tr("The chosen article"), self.tr("The {n} chosen articles")
            scope.addItem(several(self._chosen.count, one, many), True)
        one = self.tr("The one article of the selection")
        many = self.tr("All {n} articles of the selection")
        scope.addItem(several(self._chosen.of, one, many), False)
        return scope

    def _make_line(self, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(example)
        return line

    def _make_ways(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for row, (way, line) in enumerate(self._ways()):
            grid.addWidget(way, row, 0)
            grid.addWidget(line, row, 1)
            line.setAccessibleName(way.text())
        grid.setColumnStretch(1, 1)
        return grid

    def _ways(self) -> tuple[tuple[QRadioButton, QLineEdit], ...]:
        return (
            (self.by_day, self.day),
            (self.by_name, self.name_pattern),
            (self.by_text, self.text_pattern),
        )

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._scoped)
        self.sure.toggled.connect(self._wait)
        self.accepted.connect(self._decide)
        for way, line in self._ways():
            way.toggled.connect(self._turned)
            line.textChanged.connect(self._wait)

    def _turned(self) -> None:
        for way, line in self._ways():
            line.setEnabled(way.isChecked())
        self._wait()

    def _scoped(self) -> None:
        # Whoever points at articles means them; a whole selection may hold dates worth keeping.
        self.sure.setChecked(bool(self.scope.currentData()))
        self._wait()

    # The preview ------------------------------------------------------------------------------

    def _wait(self) -> None:
        self.take.setEnabled(False)
        self._typing.start()

    def _ask(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._desk.jobs.forget(self)
            self._show_nothing(" ")
            return
        whole, sure = self._desk.selection.value.corpus(), self.sure.isChecked()
        chosen = self._chosen.ask if self.scope.currentData() else None

        def propose(reading: "Reading") -> "Proposal":
            from workstation.importing import redating  # noqa: PLC0415 - start-up stays light

            selection = whole if chosen is None else chosen(reading)
            return redating.propose(reading, selection, wanted(), also_sure=sure)

        self._desk.ask(self, propose, self._show, self._fail)

    def _wanted(self) -> "Callable[[], Way] | None":
        """What is asked for, to be understood off the GUI thread; None while nothing is typed."""
        line = next(line for way, line in self._ways() if way.isChecked())
        typed, by_name, by_text = line.text(), self.by_name.isChecked(), self.by_text.isChecked()
        if not typed.strip() and not by_name:
            return None

        def understand() -> "Way":
            from workstation.importing import redating  # noqa: PLC0415 - start-up stays light
            from workstation.importing.date_pattern import DatePattern  # noqa: PLC0415

            if by_text:
                return redating.InText(DatePattern(typed))
            if by_name:
                return redating.InFileName(DatePattern(typed) if typed.strip() else None)
            when = read_when(typed.strip(), "")
            if when is None:
                no_date, better = self.tr("That is no date."), self.tr("Give one like 2024-12-14.")
                raise Unreadable(no_date, better)
            return redating.Given(when)

        return understand

    def _show(self, proposal: "Proposal") -> None:
        self._days = {f.article.id: f.published for f in proposal.fixes if f.published}
        self.preview.show_proposal(proposal)
        count, left = len(proposal.fixes), len(proposal.left)
        undated = sum(fix.article.day is None for fix in proposal.left)
        told = several(count, self.tr("1 article gets a date"), self.tr("{n} articles get dates"))
        stay = several(left, self.tr("1 stays as it is"), self.tr("{n} stay as they are"))
        words = self.tr("{told}, {stay}").format(told=told, stay=stay) if left else told
        if undated:
            words += self.tr(" ({n} of them undated)").format(n=number(undated))
        many = self.tr("No more than {n} can be set at once: narrow the selection.")
        too_many = many.format(n=number(DATES_AT_ONCE)) if count > DATES_AT_ONCE else ""
        self._told.setText(f"{words}. {too_many}".rstrip())
        possible = bool(count) and not too_many
        self.take.setText(several(max(1, count), self.tr("Set date"), self.tr("Set {n} dates")))
        self.take.setEnabled(possible)
        self.take.setDefault(possible)

    def _show_nothing(self, words: str) -> None:
        self._days = {}
        self.preview.clear()
        self._told.setText(words)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, WorkstationError):
            self.reject()
            self._desk.jobs.broke.emit(error)
            return
        self._show_nothing(error.sentence)

    def _decide(self) -> None:
        self._desk.deciding.date(self._days, self._reason.text().strip())
