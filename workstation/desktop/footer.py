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

from workstation.desktop.counting import Counting
from workstation.desktop.desk import Desk
from workstation.desktop.pane import Figure
from workstation.desktop.tally import Tally
from workstation.desktop.words import several


class Footer(QStatusBar):
    """Three places: numbers at the left, the running job in the middle, safety at the right."""

    activity_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tally: Tally | None = None
        self.setSizeGripEnabled(False)
        self.counting = Counting(desk.selection)
        self._picked = Figure()
        numbers = QWidget()
        left = QHBoxLayout(numbers)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        left.addWidget(self.counting)
        left.addWidget(self._picked, 1)
        self._saved = Figure()
        for end in (numbers, self._picked, self._saved):
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
        self.addWidget(numbers, 1)
        self.addWidget(self._job)
        self.addWidget(self._saved, 1)
        desk.jobs.listed.connect(self._tell_job)
        desk.jobs.beat.connect(self._tell_job)
        desk.changed.connect(self._tell_saved)
        desk.opened.connect(self._opened)
        desk.selection.changed.connect(self._tell_numbers)

    def show_tally(self, tally: Tally) -> None:
        """Says how many articles, stories and outlets the selection holds."""
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
        tally, library = self._tally, self._desk.library
        self.counting.setVisible(tally is not None and library is not None)
        if tally is None or library is None:
            self._picked.setText("")
            return
        self.counting.show_tally(tally)
        picked = len(self._desk.selection.value.picked)
        chosen = several(picked, self.tr("1 actor chosen"), self.tr("{n} actors chosen"))
        self._picked.setText(f"· {chosen}" if picked else "")

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
