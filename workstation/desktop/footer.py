"""The status bar: how much is selected, what runs, and when everything was saved."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.pane import Figure
from workstation.desktop.tally import Tally
from workstation.desktop.words import number, several


class Footer(QStatusBar):
    """Three places: numbers at the left, the running job in the middle, safety at the right."""

    activity_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tally: Tally | None = None
        self.setSizeGripEnabled(False)
        self._numbers = Figure()
        self._saved = Figure()
        for end in (self._numbers, self._saved):
            end.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._job = QWidget()
        row = QHBoxLayout(self._job)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(110)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._words = QPushButton()
        self._words.setObjectName("link")
        self._words.setMinimumWidth(80)
        self._words.clicked.connect(self.activity_asked)
        row.addWidget(self._bar)
        row.addWidget(self._words)
        self.pause = self._small("", self._turn)
        self.stop = self._small(self.tr("Stop"), self._stop)
        self.stop.setToolTip(self.tr("Stop; what is done stays done"))
        row.addWidget(self.pause)
        row.addWidget(self.stop)
        self._job.hide()
        self.addWidget(self._numbers, 1)
        self.addWidget(self._job)
        self.addWidget(self._saved, 1)
        desk.jobs.listed.connect(self._tell_job)
        desk.jobs.beat.connect(self._tell_job)
        desk.changed.connect(self._tell_saved)
        desk.opened.connect(self._opened)
        desk.selection.changed.connect(self._tell_numbers)

    def show_tally(self, tally: Tally) -> None:
        """Says how many articles the selection holds."""
        self._tally = tally
        self._tell_numbers()

    def _small(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("link")
        button.clicked.connect(act)
        return button

    def _turn(self) -> None:
        for job in self._desk.jobs.running[:1]:
            job.turn()
        self._tell_job()

    def _stop(self) -> None:
        for job in self._desk.jobs.running[:1]:
            job.cancel()
        self._tell_job()

    def _tell_numbers(self) -> None:
        tally, selection = self._tally, self._desk.selection.value
        if tally is None or self._desk.library is None:
            self._numbers.setText("")
            return
        if selection.narrows:
            told = self.tr("{n} of {all} articles").format(
                n=number(tally.count), all=number(tally.size)
            )
        else:
            told = several(tally.size, self.tr("1 article"), self.tr("{n} articles"))
        if picked := len(selection.picked):
            chosen = several(picked, self.tr("1 actor chosen"), self.tr("{n} actors chosen"))
            told = f"{told} · {chosen}"
        self._numbers.setText(told)

    def _tell_job(self) -> None:
        running = self._desk.jobs.running
        self._job.setVisible(bool(running))
        if not running:
            return
        job = running[0]
        others = f" · +{len(running) - 1}" if len(running) > 1 else ""
        self._words.setText((job.words + others).replace("&", "&&"))
        self._words.setAccessibleName(job.words)
        self._words.adjustSize()
        self._bar.setMaximum(max(0, job.progress.total))
        self._bar.setValue(job.progress.done)
        self.pause.setText(self.tr("Go on") if job.paused else self.tr("Pause"))
        self.pause.setVisible(bool(job.progress.total) and not job.cancelled)
        self.stop.setVisible(not job.cancelled)

    def _opened(self) -> None:
        library = self._desk.library
        if library is None:
            self._saved.setText("")
        elif library.read_only:
            self._saved.setText(self.tr("Read only"))
        else:
            self._saved.setText(self.tr("All changes saved"))
        self._tell_numbers()

    def _tell_saved(self) -> None:
        now = datetime.now().astimezone()
        self._saved.setText(self.tr("All changes saved, {time}").format(time=f"{now:%H:%M}"))
