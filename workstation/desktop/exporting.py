"""What is in the selection, to files for other programs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.words import isolated, shown
from workstation.domain.frequency import Frequency, Measure
from workstation.domain.network import Network
from workstation.domain.selection import Selection
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.library.library import Reading

TABLES: Final = (".csv", ".jsonl")
DRAWINGS: Final = (".png", ".svg", *TABLES)
NETWORKS: Final = (".gexf", ".graphml")

Write = Callable[["Reading", Path], object]
"""What writes a file; it raises what the exports raise."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file that can be written: its name, the forms it may have, and what writes it."""

    name: str
    forms: tuple[str, ...]
    write: Write


def articles(selection: Selection, name: str) -> Export:
    """The articles of a selection, a row each."""
    from workstation.reporting import exports  # noqa: PLC0415 - start-up stays light

    return Export(
        name, TABLES, lambda reading, target: exports.write_articles(reading, selection, target)
    )


def mentions(selection: Selection, name: str) -> Export:
    """The mentions in a selection, a row each; of the actors picked, where any are."""
    from workstation.reporting import exports  # noqa: PLC0415 - start-up stays light

    def write(reading: "Reading", target: Path) -> object:
        inside, picked = selection.corpus(), selection.picked
        return exports.write_mentions(reading, inside, target, actor_ids=picked)

    return Export(name, TABLES, write)


def chart(frequency: Frequency, measure: Measure, selection: Selection, name: str) -> Export:
    """A frequency as a drawing below which the selection is written, or as a table."""
    from workstation.library import events  # noqa: PLC0415 - start-up stays light
    from workstation.reporting import exports  # noqa: PLC0415

    def write(reading: "Reading", target: Path) -> None:
        caption = _told(reading, selection.without("brush"))
        pinned = events.listed(reading)
        exports.write_frequency(frequency, target, measure=measure, caption=caption, events=pinned)

    return Export(name, DRAWINGS, write)


def network(counted: Network, selection: Selection, name: str) -> Export:
    """A network for other programs, with the selection as its description."""
    from workstation.reporting import exports  # noqa: PLC0415 - start-up stays light

    def write(reading: "Reading", target: Path) -> None:
        exports.write_network(counted, target, caption=_told(reading, selection))

    return Export(name, NETWORKS, write)


def _told(reading: "Reading", selection: Selection) -> str:
    from workstation.library import corpus  # noqa: PLC0415 - start-up stays light
    from workstation.reporting import words  # noqa: PLC0415

    def called(actor: str) -> str:
        return corpus.find_actor(reading, actor).name

    return ", ".join(words.filters(selection, called))


class Exporting(QObject):
    """Asks for a file, and starts the job that writes it."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk

    def ask(self, wanted: Export) -> None:
        """Asks where a file shall stand, and writes it there."""
        kinds = [self.tr("{form} file (*{suffix})").format(form=f[1:].upper(), suffix=f)
                 for f in wanted.forms]  # fmt: skip
        suggested = Path.home() / (shown(wanted.name).replace("/", "-") + wanted.forms[0])
        file, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export"), str(suggested), ";;".join(kinds)
        )
        if file:
            form = wanted.forms[kinds.index(kind)] if kind in kinds else wanted.forms[0]
            named = file.lower().endswith(wanted.forms)
            self.export(wanted, Path(file if named else f"{file}{form}"))

    def export(self, wanted: Export, target: Path) -> None:
        """Writes a file."""
        library = self._desk.library
        if library is None:
            return

        def write(_tell: object, _cancelled: Event) -> None:
            with library.read() as reading:
                wanted.write(reading, target)

        def done(_nothing: object) -> None:
            words = self.tr("{file} is written.").format(file=isolated(target.name))
            self._desk.notices.say(words)

        self._desk.jobs.start(self.tr("Exporting"), write, done, self._warn)

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._desk.notices.warn(error.sentence)
        else:
            self._desk.jobs.broke.emit(error)
