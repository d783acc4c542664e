"""Which registers of actors a library is read with, adding one's own, and removing them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.tables import fill, table_of
from workstation.desktop.trouble import Trouble
from workstation.desktop.words import day, isolated, number, several, shown, tip
from workstation.domain.register import Format, Register, Remark
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.library.library import Reading
    from workstation.tagging.registers import Added, Shipped

_SIZE: Final = (860, 640)
_NUMBERS: Final = (1, 2, 3)
_SOURCE: Final = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """The program's registers, and the library's."""

    shipped: "Sequence[Shipped]"
    own: Sequence[Register]


class RegistersDialog(QDialog):
    """Lists registers; what could not be read of one's own is told line by line."""

    def __init__(self, desk: Desk, tag: Callable[[], None], parent: QWidget) -> None:
        """`tag` is called when names have come or gone."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Registers"))
        self.resize(*_SIZE)
        self._desk = desk
        self._tag = tag
        self._listed = Listed((), ())
        self._wanted = ""
        about = plain_label(
            self.tr(
                "Registers say who is known by which names. Add your own: a table whose first "
                "line names its columns (name, kind, alias), JRC-Names, an actor dictionary of "
                "PETRARCH, or entities of FollowTheMoney. Your names outrank the shipped ones; "
                "only articles that hold them are matched again."
            )
        )
        about.setWordWrap(True)
        self.table = table_of(
            self.tr("Registers"),
            self.tr("Register"),
            self.tr("Actors"),
            self.tr("Names"),
            self.tr("Lines refused"),
            self.tr("Source"),
            self.tr("Added"),
            wide=_SOURCE,
            right=_NUMBERS,
        )
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        heads = self.tr("Line"), self.tr("What is to say")
        self.remarks = table_of(self.tr("Remarks"), *heads, wide=1, right=(0,))
        self._name = plain_label("", "cardName")
        self._details = plain_label("")
        self._details.setWordWrap(True)
        self._trouble = Trouble()
        self._trouble.setContentsMargins(-14, 0, 0, 0)
        self.add = QPushButton(self.tr("Add…"))
        self.add.clicked.connect(self._ask_for_file)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self.add, self.remove):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self.table, 3)
        column.addWidget(self._name)
        column.addWidget(self._details)
        column.addWidget(self.remarks, 2)
        column.addWidget(self._trouble)
        column.addWidget(buttons)
        self._show_chosen()
        self._ask()

    @property
    def chosen(self) -> Register | None:
        """The register of one's own that is selected."""
        row = self.table.currentRow() - len(self._listed.shipped)
        return self._listed.own[row] if 0 <= row < len(self._listed.own) else None

    # What there is ----------------------------------------------------------------------------

    def _ask(self) -> None:
        self._desk.ask(self, _listed, self._list, self._fail)

    def _list(self, listed: Listed) -> None:
        self._listed = listed
        names = {
            "states": self.tr("States"),
            "groups": self.tr("Groups and bodies"),
            "persons": self.tr("Persons"),
            "places": self.tr("Places"),
        }
        program = self.tr("Media Workstation")
        rows: list[tuple[str, ...]] = []
        for one in listed.shipped:
            counted = number(one.actors), number(one.aliases)
            rows.append((names.get(one.name, one.name), *counted, "", program, ""))
        rows += map(self._cells, listed.own)
        fill(self.table, rows, right=_NUMBERS)
        at = next((n for n, one in enumerate(listed.own) if one.name == self._wanted), None)
        self.table.setCurrentCell(0 if at is None else len(listed.shipped) + at, 0)
        self._show_chosen()

    def _cells(self, one: Register) -> tuple[str, ...]:
        return (
            shown(one.name),
            number(one.actors),
            number(one.aliases),
            number(one.refused),
            f"{isolated(one.file)} · {self._formats()[one.format]}",
            f"{day(one.at.astimezone().date())} · {isolated(one.who)}",
        )

    def _formats(self) -> dict[Format, str]:
        return {
            "csv": self.tr("table"),
            "jrc-names": self.tr("JRC-Names"),
            "petrarch": self.tr("PETRARCH"),
            "followthemoney": self.tr("FollowTheMoney"),
        }

    # What is chosen ---------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        one, library = self.chosen, self._desk.library
        writable = library is not None and not library.read_only
        self.add.setEnabled(writable)
        self.remove.setEnabled(writable and one is not None)
        self._name.setVisible(one is not None)
        self._details.setVisible(one is not None)
        self.remarks.setVisible(one is not None and bool(one.remarks))
        if one is None:
            return
        self._name.setText(isolated(one.name))
        self._details.setText(self._told(one))
        fill(self.remarks, [self._remark(remark) for remark in one.remarks], right=(0,))
        for row, remark in enumerate(one.remarks):
            cell = self.remarks.item(row, 1)
            if cell is not None:
                cell.setToolTip(tip(remark.words))

    def _told(self, one: Register) -> str:
        told = [
            several(one.actors, self.tr("{n} actor"), self.tr("{n} actors")),
            several(one.aliases, self.tr("{n} name"), self.tr("{n} names")),
            several(one.refused, self.tr("{n} line refused"), self.tr("{n} lines refused")),
        ]
        words = f"{', '.join(told)}."
        more = one.refused + one.told - len(one.remarks)
        if more:
            last = self.tr("{n} remark more was not kept.")
            words += " " + several(more, last, self.tr("{n} remarks more were not kept."))
        return words

    def _remark(self, remark: Remark) -> tuple[str, str]:
        verdict = self.tr("Refused:") if remark.refused else self.tr("Taken:")
        return number(remark.line), f"{verdict} {shown(remark.words)}"

    # What is done -----------------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Add a register"), str(Path.home()))
        if file:
            self.take(Path(file))

    def take(self, path: Path) -> None:
        """Adds the register in a file."""
        library = self._desk.library
        if library is None:
            return
        from workstation.tagging import registers  # noqa: PLC0415 - start-up stays light

        self._wait()
        self._desk.jobs.start(
            self.tr("Adding a register"),
            lambda _tell, _cancelled: registers.add(library, path),
            lambda added: self._added(cast("Added", added)),
            self._fail,
        )

    def _remove(self) -> None:
        one, library = self.chosen, self._desk.library
        if one is None or library is None:
            return
        from workstation.tagging import registers  # noqa: PLC0415 - start-up stays light

        self._wait()
        self._desk.jobs.start(
            self.tr("Removing a register"),
            lambda _tell, _cancelled: registers.remove(library, one.name),
            lambda _done: self._changed(),
            self._fail,
        )

    def _wait(self) -> None:
        self._trouble.hide()
        self.add.setEnabled(False)
        self.remove.setEnabled(False)

    def _added(self, added: "Added") -> None:
        self._wanted = added.register.name
        self._changed()

    def _changed(self) -> None:
        self._tag()
        # The dialog may be closed by now, and the work goes on without it.
        if isValid(self):
            self._ask()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, WorkstationError):
            self._desk.jobs.broke.emit(error)
            return
        if not isValid(self):
            self._desk.notices.warn(shown(error.sentence))
            return
        self._show_chosen()
        self._trouble.say(shown(error.sentence))


def _listed(reading: "Reading") -> Listed:
    from workstation.library import registers as kept  # noqa: PLC0415 - start-up stays light
    from workstation.tagging import registers  # noqa: PLC0415

    return Listed(registers.shipped(), kept.listed(reading))
