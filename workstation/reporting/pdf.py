"""A report as a PDF, and a chart as a picture, set by Typst in a child process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from workstation import limits
from workstation.errors import ProcessesFailed, Unreadable, WorkstationError
from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.requests import End, Part, Request
from workstation.reporting import chart, sheet
from workstation.reporting.report import Report
from workstation.reporting.setting import Setting
from workstation.reporting.writing import write_whole

_CHILD = ChildLimits(
    memory_bytes=limits.REPORT_CHILD_MEMORY_BYTES,
    stall_seconds=limits.REPORT_SECONDS,
    total_seconds=limits.REPORT_SECONDS,
)


class _Cancelled(Exception):
    """The caller has set the event it gave."""


def write_pdf(report: Report, target: Path, *, cancelled: Event | None = None) -> bool:
    """Writes the report to the target; False if it was cancelled and nothing was written.

    The file is tagged (PDF/UA-1 and PDF/A-2a), and the same report gives the same bytes.

    Raises:
        Unreadable: the target's name does not end in .pdf.
        Unwritable: the target cannot be written; what stood there still stands.
        ProcessesFailed: the report could not be set.
    """
    if target.suffix.casefold() != ".pdf" and not target.is_dir():
        raise Unreadable(
            f"A report is a PDF, and “{target.name}” is none.", "Choose a name that ends in .pdf."
        )
    setting = Setting(
        "report.typ",
        {
            "report": sheet.sheet(report).decode(),
            "chart": chart.svg(report.frequency, events=report.events),
        },
        "pdf",
        sheet.timestamp(report),
    )
    try:
        write_whole(target, _set(setting, cancelled))
    except _Cancelled:
        return False
    return True


def picture(svg: str) -> bytes:
    """An SVG chart as a PNG of twice its size.

    Raises:
        ProcessesFailed: it could not be drawn.
    """
    return b"".join(_set(Setting("picture.typ", {"svg": svg}, "png"), None))


def _set(setting: Setting, cancelled: Event | None) -> Iterator[bytes]:
    with Crew("workstation.reporting.typesetter:serve", limits=_CHILD, attempts=1) as crew:
        for outcome in crew.run([Request("report", setting.encode())], cancelled):
            if isinstance(outcome, Part):
                yield outcome.payload
            else:
                _check(outcome)
    if cancelled is not None and cancelled.is_set():
        raise _Cancelled


def _check(end: End) -> None:
    if end.verdict == "done":
        return
    if end.verdict == "cancelled":
        raise _Cancelled
    if end.verdict == "refused":
        raise WorkstationError(end.what_happened, end.what_you_can_do, code=end.code)
    if end.verdict in ("memory", "crashed", "too-long", "stalled"):
        raise ProcessesFailed(
            "The report is too large to be set on this machine.",
            "Narrow the selection, or list the articles without their text.",
        )
    raise ProcessesFailed(f"The report could not be set: {end.what_happened}")
