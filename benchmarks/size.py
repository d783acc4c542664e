"""The window over a large library: its start, what a gesture costs a pane, searching, a brush.

`python benchmarks/size.py LIBRARY [GESTURES]`, over a library that benchmarks/generated.py made.
The baseline is the same window over the same library without the columnar image, asked by SQL.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from workstation.desktop.window import Window

PANES = ("articles", "facets", "actors", "timeline", "network")
STEPS = 40
DRAGGED_FRAMES = 120
PATIENCE = 120.0


def main() -> None:
    where = sys.argv[1]
    gestures = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    if len(sys.argv) > 3:
        print(json.dumps(measure(where, gestures, image=sys.argv[3] == "image")))
        return
    ours, sql = (_run(where, gestures if how == "image" else 10, how) for how in ("image", "sql"))
    for what, found in ours.items():
        other = sql[what]
        print(
            f"{what:22} median {found[0]:7.0f} ms, 95 % within {found[1]:7.0f}, worst "
            f"{found[2]:7.0f}; by SQL alone {other[0]:7.0f}, ratio {found[0] / other[0]:.2f}"
        )


def _run(where: str, gestures: int, how: str) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "XDG_CONFIG_HOME": home,
            "XDG_STATE_HOME": home,
        }
        command = [sys.executable, __file__, where, str(gestures), how]
        told = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE)
    found: dict[str, list[float]] = json.loads(told.stdout.splitlines()[-1])
    return found


def measure(where: str, gestures: int, *, image: bool) -> dict[str, list[float]]:
    began = time.perf_counter()
    from PySide6.QtWidgets import QApplication

    from workstation.desktop.app import dress
    from workstation.desktop.theme import Theme
    from workstation.desktop.window import Window
    from workstation.library.library import Library
    from workstation.settings import Settings

    if not image:
        Library.keep_columns = lambda _self: None  # type: ignore[method-assign]
    app = QApplication(sys.argv[:1])
    dress(app)
    theme = Theme("light", app)
    theme.apply()
    window = Window(theme, Settings.load())
    window.resize(1600, 1000)
    window.show()
    window.start(where, [])
    until(app, lambda: window.docks is not None and idle(window) and _furnished(window))
    times: dict[str, list[float]] = {"start to all panes": [(time.perf_counter() - began) * 1000]}
    times |= _gestures(app, window, gestures)
    times |= _searches(app, window)
    times["next article"] = _reading(app, window)
    times["brush, between frames"] = _dragging(app, window)
    window.close()
    return {what: _told(found) for what, found in times.items()}


def _gestures(app: "QApplication", window: "Window", many: int) -> dict[str, list[float]]:
    """What each pane takes to answer another selection."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    docks = window.docks
    assert docks is not None
    known = [docks.actors.rows.actor(row) for row in range(60)]
    actors = [actor.id for actor in known if actor is not None]
    outlets = [row.value for row in docks.facets.rows.rows if row.facet == "outlet" and row.value]
    selection = window.desk.selection
    times: dict[str, list[float]] = {}
    for dock in docks.docks:
        if dock.objectName() == "network":
            dock.raise_()
    until(app, lambda: idle(window))
    selection.change(picked=tuple(actors[:4]))
    until(app, lambda: idle(window))
    for number in range(many):
        first = date(2022, 1, 1) + timedelta(chance.randrange(900))
        last = first + timedelta(chance.choice([6, 30, 90, 365, 700]))
        with _heard(docks, times):
            match number % 4:
                case 0 | 1:
                    selection.change(brush=type(selection.value.brush)(first, last))
                case 2:
                    selection.narrow("actor", chance.choice(actors))
                case _:
                    selection.narrow("outlet", chance.choice(outlets))
            until(app, lambda: idle(window))
        if number % 4 == 3:
            selection.become(selection.value.with_facet("actor", ()).with_facet("outlet", ()))
            until(app, lambda: idle(window))
    selection.become(type(selection.value)())
    until(app, lambda: idle(window))
    return {f"{pane}, a gesture": found for pane, found in times.items()}


@contextmanager
def _heard(docks: Any, times: dict[str, list[float]]) -> Iterator[None]:
    """Notes when each pane has shown its answer."""
    began = time.perf_counter()
    last: dict[str, float] = {}
    for name in PANES:
        pane = getattr(docks, name)
        show = type(pane).present

        def present(answer: Any, pane: Any = pane, name: str = name, show: Any = show) -> None:
            show(pane, answer)
            last[name] = (time.perf_counter() - began) * 1000

        pane.present = present
    yield
    for name in PANES:
        del getattr(docks, name).present
    for name, when in last.items():
        times.setdefault(name, []).append(when)


def _searches(app: "QApplication", window: "Window") -> dict[str, list[float]]:
    """The first page of a search, and all panes after it."""
    docks = window.docks
    assert docks is not None
    assert window.desk.library is not None
    from workstation.library import corpus

    texts: list[str] = []

    def read() -> None:
        with window.desk.library.read() as reading:  # type: ignore[union-attr]
            texts.extend(corpus.body(reading, number).text for number in range(1, 400, 20))

    window.desk.jobs.write(read, lambda _: None)
    until(app, lambda: len(texts) > 0 and idle(window))
    times: dict[str, list[float]] = {}
    for number, text in enumerate(texts):
        words = text.split()
        asked = (words[number % 5], f'"{words[0]} {words[1]}"', f"{words[0]} {words[8]}")[
            number % 3
        ]
        with _heard(docks, times):
            window.desk.selection.change(words=asked)
            until(app, lambda: idle(window))
    window.desk.selection.change(words="")
    until(app, lambda: idle(window))
    return {"search, first page": times["articles"], "search, the actors": times["actors"]}


def _reading(app: "QApplication", window: "Window") -> list[float]:
    """From the key to the next article's text."""
    docks = window.docks
    assert docks is not None
    times: list[float] = []
    for _ in range(STEPS):
        before = docks.reader.paper.toPlainText()
        began = time.perf_counter()
        docks.articles.step(1)
        until(app, lambda: docks.reader.paper.toPlainText() != before)  # noqa: B023
        times.append((time.perf_counter() - began) * 1000)
        until(app, lambda: idle(window))
    return times


def _dragging(app: "QApplication", window: "Window") -> list[float]:
    """The times between frames while a brush is dragged over the timeline, one at each."""
    from PySide6.QtCore import QTimer

    selection = window.desk.selection
    brush = type(selection.value.brush)
    frames: list[float] = []
    last = time.perf_counter()

    def frame() -> None:
        nonlocal last
        now = time.perf_counter()
        frames.append((now - last) * 1000)
        last = now
        first = date(2022, 3, 1) + timedelta(5 * len(frames))
        selection.change(brush=brush(first, first + timedelta(90)))
        docks = window.docks
        assert docks is not None
        docks.timeline.chart.viewport().repaint()

    timer = QTimer()
    timer.setInterval(1000 // 60)
    timer.timeout.connect(frame)
    timer.start()
    until(app, lambda: len(frames) >= DRAGGED_FRAMES)
    timer.stop()
    until(app, lambda: idle(window))
    return frames[1:]


def _furnished(window: "Window") -> bool:
    """Whether every pane that a user sees first shows something."""
    docks = window.docks
    return docks is not None and all(
        rows.rowCount() > 0 for rows in (docks.articles.rows, docks.facets.rows, docks.actors.rows)
    )


def idle(window: "Window") -> bool:
    """Whether no pane waits for an answer."""
    docks = window.docks
    if docks is None or window.desk.library is None:
        return False
    shown = [getattr(docks, name) for name in PANES]
    seen = [pane for pane in shown if pane.isVisible() and not pane._behind]  # noqa: SLF001
    return not any(pane._asking or pane._stale for pane in seen)  # noqa: SLF001


def until(app: "QApplication", reached: Callable[[], bool]) -> None:
    """Lets the window work until something is so."""
    late = time.perf_counter() + PATIENCE
    while not reached():
        app.processEvents()
        if time.perf_counter() > late:
            raise TimeoutError
        time.sleep(0.003)


def _told(found: list[float]) -> list[float]:
    ordered = sorted(found)
    return [statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]]


if __name__ == "__main__":
    main()
