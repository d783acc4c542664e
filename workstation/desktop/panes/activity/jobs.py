"""The long jobs, each with how far it is and a way to stop it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from workstation.desktop.jobs import Job, Jobs
from workstation.desktop.pane import Figure


class JobList(QWidget):
    """A line for each running job."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._lines: dict[Job, JobLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        jobs.listed.connect(self._list)
        jobs.beat.connect(self._beat)

    def _list(self) -> None:
        for job in [j for j in self._lines if j not in self._jobs.running]:
            self._lines.pop(job).deleteLater()
        for job in self._jobs.running:
            if job not in self._lines:
                self._lines[job] = JobLine(job)
                self._column.addWidget(self._lines[job])
        self._tell()

    def _beat(self) -> None:
        # A bar paints at once when it is set, even where a tab stands in front of it.
        if not self.visibleRegion().isEmpty():
            self._tell()

    def _tell(self) -> None:
        for line in self._lines.values():
            line.tell()


class JobLine(QWidget):
    """A job's words, a bar and a stop."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self._words = Figure()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(job.name)
        self._pause = QPushButton()
        self._pause.setObjectName("small")
        self._pause.clicked.connect(self._turn)
        stop = QPushButton(self.tr("Stop"))
        stop.setObjectName("small")
        stop.setToolTip(self.tr("Stop; what is done stays done"))
        stop.setAccessibleName(self.tr("Stop {job}").format(job=job.name))
        stop.clicked.connect(job.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 10, 3)
        row.setSpacing(10)
        row.addWidget(self._bar)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self._pause)
        row.addWidget(stop)
        self.tell()

    def _turn(self) -> None:
        self._job.turn()
        self.tell()

    def tell(self) -> None:
        """Says how far the job is."""
        progress = self._job.progress
        self._words.setText(self._job.words)
        self._bar.setMaximum(max(0, progress.total))
        self._bar.setValue(progress.done)
        self._pause.setText(self.tr("Go on") if self._job.paused else self.tr("Pause"))
        # A job that never says how far it is has no place to rest at.
        self._pause.setVisible(bool(progress.total) and not self._job.cancelled)
