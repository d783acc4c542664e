"""The longest time the window's thread stands still while articles are imported and tagged."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

BEAT_MS = 5
IDLE_SECONDS = 10


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        measure(Path(folder), count)


def measure(folder: Path, count: int) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from workstation.desktop.app import dress
    from workstation.desktop.drops import Drop
    from workstation.desktop.theme import Theme
    from workstation.desktop.window import Window
    from workstation.library.library import Library
    from workstation.settings import Settings

    files = folder / "files"
    texts.write(files, count)
    Library.create(folder / "b.mwlib").close()
    app = QApplication(sys.argv)
    dress(app)

    empty = QMainWindow()
    empty.show()
    until = time.perf_counter() + IDLE_SECONDS
    idle = beats(app, lambda: time.perf_counter() < until)
    empty.close()

    theme = Theme("light", app)
    theme.apply()
    window = Window(theme, Settings.load())
    window.show()
    window.start(str(folder / "b.mwlib"), [])
    jobs = window.desk.jobs
    beats(app, lambda: not jobs.ended)
    began = time.perf_counter()
    window.take(Drop((files,)))
    busy = beats(app, lambda: bool(jobs.running))
    seconds = time.perf_counter() - began
    window.close()

    print(f"empty QMainWindow, idle:  {told(idle)}")
    print(f"our window, at work:      {told(busy)}")
    print(
        f"{count} articles imported and tagged in {seconds:.0f} s ({count / seconds:.1f}/s), "
        f"worst stall {max(busy):.0f} ms beside {max(idle):.0f} ms"
    )


def beats(app: "QApplication", going_on: Callable[[], bool]) -> list[float]:
    """Gaps between the beats of a timer on the window's thread, in milliseconds."""
    from PySide6.QtCore import QTimer

    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now
        if not going_on():
            app.exit()

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(BEAT_MS)
    app.exec()
    timer.stop()
    return gaps


def told(gaps: list[float]) -> str:
    ordered = sorted(gaps)
    late = ", ".join(f"{sum(gap > limit for gap in ordered)} over {limit}" for limit in (50, 100))
    return (
        f"{len(ordered)} beats, median {ordered[len(ordered) // 2]:.0f} ms, "
        f"99.9 % within {ordered[int(len(ordered) * 0.999)]:.0f} ms, "
        f"worst {ordered[-1]:.0f} ms ({late} ms)"
    )


if __name__ == "__main__":
    main()
