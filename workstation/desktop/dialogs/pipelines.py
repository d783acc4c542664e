"""Which pipeline reads which language, what else is installed, and choosing it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.tables import fill, strengthen, table_of
from workstation.desktop.trouble import Trouble
from workstation.desktop.words import isolated, language_name, number, several, shown
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.tagging.choosing import Choice

_SIZE: Final = (900, 640)
_FINDS: Final = 4
_STRONG: Final = (1, 5)
_MEBIBYTE: Final = 1 << 20


class PipelinesDialog(QDialog):
    """Lists the pipelines of every language; one that is program code has to be confirmed."""

    def __init__(self, desk: Desk, tag: Callable[[], None], parent: QWidget) -> None:
        """`tag` is called when another pipeline was chosen."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pipelines"))
        self.resize(*_SIZE)
        self._desk = desk
        self._tag = tag
        self._choices: Sequence[Choice] = ()
        about = plain_label(
            self.tr(
                "A pipeline finds names that no register holds. A language without one is read by "
                "the registers only. Packages for spaCy that are installed beside Media "
                "Workstation are offered here; decisions hold whatever finds the names."
            )
        )
        about.setWordWrap(True)
        self.table = table_of(
            self.tr("Pipelines"),
            self.tr("Language"),
            self.tr("Pipeline"),
            self.tr("Licence"),
            self.tr("Words a second"),
            self.tr("Finds"),
            self.tr("State"),
            wide=_FINDS,
        )
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.confirmation = Confirmation()
        self.confirmation.line.textChanged.connect(self._enable)
        self.confirmation.line.returnPressed.connect(self._choose)
        self._name = plain_label("", "cardName")
        self._details = plain_label("")
        self._details.setWordWrap(True)
        self._trouble = Trouble()
        self._trouble.setContentsMargins(-14, 0, 0, 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.use = QPushButton()
        self.use.setDefault(True)
        self.use.clicked.connect(self._choose)
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self.table, 1)
        for part in (self._name, self._details, self.confirmation, self._trouble, buttons):
            column.addWidget(part)
        self._show_chosen()
        self._ask()

    @property
    def chosen(self) -> "Choice | None":
        """The row that is selected."""
        row = self.table.currentRow()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    # What there is ----------------------------------------------------------------------------

    def _ask(self) -> None:
        from workstation.tagging import choosing  # noqa: PLC0415 - start-up stays light

        self._desk.ask(self, choosing.choices, self._list, self._fail)

    def _list(self, choices: "Sequence[Choice]") -> None:
        before = self.chosen
        self._choices = choices
        rows: list[list[str]] = []
        language = None
        for one in choices:
            rows.append([*map(shown, self._cells(one, first=one.language != language))])
            language = one.language
        fill(self.table, rows)
        for at, one in enumerate(choices):
            if one.state == "in use":
                strengthen(self.table, at, _STRONG)
        row = next((n for n, one in enumerate(choices) if before and _same(one, before)), 0)
        self.table.setCurrentCell(row, 0)
        self._show_chosen()

    def _cells(self, one: "Choice", *, first: bool) -> tuple[str, ...]:
        name = language_name(one.language) if one.language else self.tr("Unknown")
        counted = several(one.articles, self.tr("{n} article"), self.tr("{n} articles"))
        return (
            (f"{name} · {counted}" if one.articles else name) if first else "",
            self._named(one),
            one.licence,
            number(round(one.words_per_second)) if one.words_per_second else "",
            self._found(one),
            self._states()[one.state],
        )

    def _named(self, one: "Choice") -> str:
        from workstation.tagging import choosing  # noqa: PLC0415 - start-up stays light

        if one.name == choosing.REGISTERS:
            return self.tr("Registers only")
        return f"{one.name} {one.version}".strip()

    def _found(self, one: "Choice") -> str:
        names = {
            "PERSON": self.tr("persons"),
            "ORG": self.tr("organisations"),
            "NORP": self.tr("peoples"),
            "GPE": self.tr("states and towns"),
            "LOC": self.tr("places"),
            "FAC": self.tr("buildings"),
            "PRODUCT": self.tr("products"),
            "EVENT": self.tr("events"),
        }
        return ", ".join(names[label] for label in names if label in one.labels)

    def _states(self) -> dict[str, str]:
        return {
            "in use": self.tr("In use"),
            "offered": self.tr("Offered"),
            "needs confirmation": self.tr("Needs confirmation"),
            "cannot be used": self.tr("Cannot be used"),
        }

    # What is chosen ---------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        one = self.chosen
        self.use.setVisible(one is not None)
        self.confirmation.setVisible(one is not None and one.state == "needs confirmation")
        self._trouble.hide()
        if one is None:
            return
        self._name.setText(isolated(self._named(one)))
        self._details.setText(" ".join(self._told(one)))
        self.use.setText(self.tr("Use for {language}").format(language=language_name(one.language)))
        if one.state == "needs confirmation":
            from workstation.tagging import choosing  # noqa: PLC0415 - start-up stays light

            self.confirmation.ask(one.name, choosing.warning(one.name))
        self._enable()

    def _told(self, one: "Choice") -> list[str]:
        told = [shown(one.why)] if one.why else []
        if one.tagged:
            done = several(one.tagged, self.tr("{n} article"), self.tr("{n} articles"))
            told.append(self.tr("Has tagged {articles}.").format(articles=done))
        if one.labels:
            told.append(self.tr("Finds {names}.").format(names=self._found(one)))
        if one.unused:
            unused = self.tr("What it calls {labels} is not used.")
            told.append(unused.format(labels=", ".join(map(isolated, one.unused))))
        if one.words_per_second:
            speed = self.tr("Reads {n} words a second, as its makers measured.")
            told.append(speed.format(n=number(round(one.words_per_second))))
        if one.bytes:
            size = self.tr("Takes {n} MiB on disk.")
            told.append(size.format(n=number(max(1, round(one.bytes / _MEBIBYTE)))))
        return told

    def _enable(self) -> None:
        one, library = self.chosen, self._desk.library
        possible = one is not None and library is not None and not library.read_only
        if one is not None and one.state == "needs confirmation":
            possible = possible and self.confirmation.given
        elif one is not None:
            possible = possible and one.state == "offered"
        self.use.setEnabled(possible)

    def _choose(self) -> None:
        one, library = self.chosen, self._desk.library
        if one is None or library is None or not self.use.isEnabled():
            return
        from workstation.tagging import choosing  # noqa: PLC0415 - start-up stays light

        name = choosing.SHIPPED if one.own else one.name
        typed = self.confirmation.line.text()
        self.use.setEnabled(False)
        self._desk.jobs.write(
            lambda: choosing.choose(library, name, language=one.language, typed=typed),
            self._taken,
            self._fail,
        )

    def _taken(self, left: int) -> None:
        self._ask()
        if left:
            one = self.tr("1 article is tagged anew.")
            self._desk.notices.say(several(left, one, self.tr("{n} articles are tagged anew.")))
        self._tag()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, WorkstationError):
            self._desk.jobs.broke.emit(error)
            return
        self._trouble.say(shown(error.sentence))
        self._enable()


class Confirmation(QFrame):
    """Says that a package is program code, and takes its name as the word that it may run."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("warning")
        self._name = ""
        self._words = plain_label("")
        self._words.setWordWrap(True)
        self._ask = QLabel()
        self._ask.setTextFormat(Qt.TextFormat.PlainText)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("The package's name"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._ask)
        row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addLayout(row)

    @property
    def given(self) -> bool:
        """Whether the name was typed exactly."""
        return bool(self._name) and self.line.text() == self._name

    def ask(self, name: str, warning: str) -> None:
        """Asks for a name; what was typed for another one is forgotten."""
        self._words.setText(shown(warning))
        words = self.tr("Type {name} if you trust who made it:")
        self._ask.setText(words.format(name=isolated(name)))
        if name != self._name:
            self.line.clear()
        self._name = name


def _same(one: "Choice", other: "Choice") -> bool:
    return (one.language, one.name) == (other.language, other.name)
