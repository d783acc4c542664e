"""Which columns of a table hold what: guessed, shown, corrected, and saved for the next time."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from threading import Thread
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.column_fields import ColumnFields
from workstation.desktop.dialogs.column_preview import ColumnPreview
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, several, shown, tr
from workstation.domain.ledger import Entry
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.importing.columns import Given
    from workstation.importing.glimpse import Glimpse
    from workstation.importing.looking import Spyglass
    from workstation.importing.profiles import Profile
    from workstation.library.library import Library

_SIZE: Final = (860, 660)
_GUESSED: Final = ""


class Source(Protocol):
    """Whose table it is."""

    @property
    def about(self) -> str:
        """What will happen, in a sentence."""
        ...

    @property
    def verb(self) -> str:
        """What the button says."""
        ...

    def look(self, spyglass: "Spyglass", given: "Given | None", *, plain: bool) -> "Glimpse":
        """How it is understood, as before or as `given` says.

        Raises:
            Refused: it is no table, or cannot be read.
        """
        ...


class OfFiles:
    """Files with the same labels that are to be imported."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths

    @property
    def about(self) -> str:
        """What will happen, in a sentence."""
        name = isolated(self._paths[0].name)
        one = tr("Columns", "Each row of {name} becomes an article.")
        many = tr(
            "Columns",
            "Each row of {name}, and of the others with these columns, becomes an article.",
        )
        return (one if len(self._paths) == 1 else many).format(name=name)

    @property
    def verb(self) -> str:
        """What the button says."""
        one, many = tr("Columns", "Import"), tr("Columns", "Import {n} tables")
        return several(len(self._paths), one, many)

    def look(self, spyglass: "Spyglass", given: "Given | None", *, plain: bool) -> "Glimpse":
        """How the first of them is understood.

        Raises:
            Refused: it is no table, or cannot be read.
        """
        return spyglass.at_file(self._paths[0], given or (), plain=plain)


class OfEntry:
    """The kept original of a row of the ledger."""

    def __init__(self, library: "Library", entry: Entry) -> None:
        self._library = library
        self._entry = entry

    @property
    def about(self) -> str:
        """What will happen, in a sentence."""
        name = isolated(PurePath(self._entry.file.replace("\\", "/")).name)
        told = tr(
            "Columns",
            "{name} is read again from the original that the library kept. Articles whose words "
            "change get another version; the ones before are kept.",
        )
        return told.format(name=name)

    @property
    def verb(self) -> str:
        """What the button says."""
        return tr("Columns", "Read again")

    def look(self, spyglass: "Spyglass", given: "Given | None", *, plain: bool) -> "Glimpse":
        """How it is understood.

        Raises:
            Refused: it is no table, or cannot be read.
        """
        return spyglass.at_entry(self._library, self._entry, given, plain=plain)


class ColumnsDialog(QDialog):
    """Shows the first rows as articles; nothing is imported before its button is pressed."""

    def __init__(
        self, desk: Desk, source: Source, act: "Callable[[Given], None]", parent: QWidget
    ) -> None:
        """`act` is told the columns."""
        from workstation.importing.looking import Spyglass  # noqa: PLC0415 - start-up stays light

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Columns of a table"))
        self.resize(*_SIZE)
        self._desk, self._source, self._act = desk, source, act
        self._spyglass = Spyglass()
        self._labels: tuple[str, ...] = ()
        self._profiles: dict[str, Profile] = {}
        about = plain_label(source.about)
        self.doubts = plain_label(self.tr("Looking at the table…"), "caption")
        self.profile = QComboBox()
        self.profile.setAccessibleName(self.tr("Saved mapping"))
        self.profile.activated.connect(self._use_profile)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setObjectName("small")
        self.remove.setToolTip(self.tr("Forgets this saved mapping"))
        self.remove.clicked.connect(self._remove)
        self.fields = ColumnFields()
        self.fields.changed.connect(self._corrected)
        self.preview = ColumnPreview()
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Save as"))
        self.name.setPlaceholderText(
            self.tr("A name, to have it chosen by itself when the same columns come again")
        )
        self.trouble = plain_label("", "trouble")
        self.trouble.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(source.verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for words in (about, self.doubts, self.trouble):
            words.setWordWrap(True)
        column.addWidget(about)
        column.addWidget(self.doubts)
        column.addLayout(_row(self.tr("Saved mapping"), self.profile, self.remove))
        column.addWidget(self.fields)
        column.addWidget(self.preview, 1)
        column.addWidget(self.trouble)
        column.addLayout(_row(self.tr("Save as"), self.name))
        column.addWidget(buttons)
        self.finished.connect(self._put_away)
        self._set_ready(ready=False)
        desk.jobs.read(self.profile, _saved, self._list_profiles)
        self._look(None)

    # Looking ----------------------------------------------------------------------------------

    def _look(self, given: "Given | None", *, plain: bool = False) -> None:
        self._set_ready(ready=False)
        source, spyglass = self._source, self._spyglass
        self._desk.jobs.read(
            self, lambda: source.look(spyglass, given, plain=plain), self._show, self._fail
        )

    def _show(self, glimpse: "Glimpse") -> None:
        self._labels = glimpse.labels
        self.fields.show_glimpse(glimpse)
        self.preview.show_drafts(glimpse.drafts)
        if glimpse.profile:
            self.profile.setCurrentIndex(max(0, self.profile.findData(glimpse.profile)))
        self.doubts.setText(self._told(glimpse))
        self.trouble.hide()
        self._set_ready(ready=bool(glimpse.drafts))

    def _told(self, glimpse: "Glimpse") -> str:
        if not glimpse.drafts:
            return self.tr("Choose the column that holds the title, the text, or both.")
        if glimpse.doubts:
            guessed = self.tr("The columns were guessed:")
            return " ".join((guessed, *map(shown, glimpse.doubts)))
        return self.tr("The first rows, as articles:")

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, WorkstationError):
            self.reject()
            self._desk.jobs.broke.emit(error)
            return
        self._complain(error)

    def _complain(self, error: WorkstationError) -> None:
        self.trouble.setText(shown(error.sentence))
        self.trouble.show()

    def _set_ready(self, *, ready: bool) -> None:
        self.take.setEnabled(ready)
        self.remove.setEnabled(self.profile.currentData() not in {None, _GUESSED})

    # Choosing ---------------------------------------------------------------------------------

    def _list_profiles(self, profiles: "Sequence[Profile]") -> None:
        now = self.profile.currentData()
        self._profiles = {profile.name: profile for profile in profiles}
        self.profile.clear()
        self.profile.addItem(self.tr("none: as guessed, or as chosen below"), _GUESSED)
        for name in self._profiles:
            self.profile.addItem(shown(name), name)
        self.profile.setCurrentIndex(max(0, self.profile.findData(now)))
        self.remove.setEnabled(self.profile.currentData() != _GUESSED)

    def _use_profile(self) -> None:
        profile = self._profiles.get(self.profile.currentData())
        self.name.setText(profile.name if profile else "")
        self._look(profile.given if profile else (), plain=True)

    def _corrected(self) -> None:
        self._look(self.fields.given, plain=True)

    def _remove(self) -> None:
        from workstation.importing import profiles  # noqa: PLC0415 - start-up stays light

        name = str(self.profile.currentData())

        def remove() -> "tuple[Profile, ...]":
            profiles.remove(name)
            return profiles.saved()

        def done(left: "tuple[Profile, ...]") -> None:
            self._list_profiles(left)
            self.name.clear()

        self._desk.jobs.write(remove, done, self._fail)

    def _accept(self) -> None:
        given, name = self.fields.given, self.name.text().strip()
        if not name:
            self._done(given)
            return
        from workstation.importing import profiles  # noqa: PLC0415 - start-up stays light

        profile = profiles.Profile(name, given, self._labels)
        self._set_ready(ready=False)

        def fail(error: BaseException) -> None:
            self._set_ready(ready=True)
            self._fail(error)

        self._desk.jobs.write(
            lambda: profiles.save(profile), lambda _nothing: self._done(given), fail
        )

    def _done(self, given: "Given") -> None:
        self.accept()
        self._act(given)

    def _put_away(self) -> None:
        self._desk.jobs.forget(self)
        # Ending a process may take a second.
        Thread(target=self._spyglass.put_away, name="spyglass", daemon=True).start()


def _row(words: str, field: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    label = plain_label(words)
    label.setBuddy(field)
    row.addWidget(label)
    row.addWidget(field, 1)
    for other in others:
        row.addWidget(other)
    return row


def _saved() -> "tuple[Profile, ...]":
    from workstation.importing import profiles  # noqa: PLC0415 - start-up stays light

    return profiles.saved()
