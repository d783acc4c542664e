"""An hour of use in some minutes over a large library, while articles are imported and tagged.

`python benchmarks/use.py LIBRARY [ARTICLES_READ] [FILES]` works on LIBRARY itself: give it a copy.
A beat of 5 ms on the window's thread measures how long it stands still, and a second thread notes
what that thread does whenever the beat is late.
"""

import itertools
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from workstation.desktop.window import Window

BEAT_MS = 5
LATE_MS = 40
TOLD = 10
STACK = 14
IDLE_SECONDS = 10
PAUSE_MS = 150
"""Between gestures: a quick hand."""


def main() -> None:
    where = sys.argv[1]
    read = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    files = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    if len(sys.argv) > 4:
        measure(where, read, files, Path(sys.argv[4]))
        return
    with tempfile.TemporaryDirectory() as home:
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
        environment = {**os.environ, **dict.fromkeys(names, home), "TMPDIR": home}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, __file__, where, str(read), str(files), home]
        subprocess.run(command, check=True, env=environment)


def measure(where: str, read: int, files: int, home: Path) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from workstation.desktop.app import dress
    from workstation.desktop.drops import Drop
    from workstation.desktop.sweeper import Sweeper
    from workstation.desktop.theme import Theme
    from workstation.desktop.window import Window
    from workstation.settings import Settings

    texts.write(home / "files", files)
    app = QApplication(sys.argv[:1])
    dress(app)
    sweeper = Sweeper(app)
    empty = QMainWindow()
    empty.show()
    idle = Beats()
    _wait(app, IDLE_SECONDS * 1000)
    idle.stop()
    empty.close()

    theme = Theme("light", app)
    theme.apply()
    window = Window(theme, Settings.load())
    window.desk.opened.connect(sweeper.settle)
    window.resize(1600, 1000)
    window.show()
    window.start(where, [])
    while window.docks is None or not window.docks.actors.rows.rowCount():
        _wait(app, 100)
    began = time.perf_counter()
    window.take(Drop((home / "files",)))
    busy = Beats()
    done = 0
    for gesture in Session(window).gestures(read):
        busy.doing = gesture.__name__
        gesture()
        done += 1
        _wait(app, PAUSE_MS)
    busy.stop()
    seconds = time.perf_counter() - began
    working = ", ".join(job.words for job in window.desk.jobs.running) or "no job any more"
    window.close()
    print(f"empty QMainWindow, idle: {idle.told()}")
    print(f"our window, in use:      {busy.told()}")
    print(f"{done} gestures in {seconds:.0f} s; at the end: {working}")
    for late, cpu, doing, stacks in busy.worst():
        print(f"\n{late:.0f} ms ({cpu:.0f} ms of its own) in {doing}, seen {len(stacks)} times:")
        print("".join(stacks[len(stacks) // 2]) if stacks else "  nothing was seen")
    sys.stdout.flush()
    os._exit(0)


class Session:
    """What somebody does who knows the window well."""

    def __init__(self, window: "Window") -> None:
        assert window.docks is not None
        self._chance = random.Random(11)  # noqa: S311 - repeatable, not secret
        self._window, self._docks = window, window.docks
        self._selection = window.desk.selection
        actors = [self._docks.actors.rows.actor(row) for row in range(60)]
        self._known = [actor.id for actor in actors if actor is not None]
        self._panes = itertools.cycle(dock.objectName() for dock in self._docks.docks)

    def gestures(self, read: int) -> Iterator[Callable[[], object]]:
        """So many articles are read, and after each something else is done."""
        others = (
            self.search, self.pick_actors, self.drag_brush, self.keep_tab, self.bring_pane,
            self.bring_pane, self.star, self.decide, self.undo, self.clear, self.narrow,
            self.bring_pane, self.close_tab,
        )  # fmt: skip
        for number in range(read):
            yield self.next_article
            yield others[number % len(others)]
        yield self.clear

    def search(self) -> None:
        """Searches for words."""
        words = ("Aleppo", "border", '"the road"', "minister OR general", "harb*", "x NOT rain")
        self._selection.change(words=self._chance.choice(words))

    def pick_actors(self) -> None:
        """Clicks on some actors."""
        picked = self._chance.sample(self._known, self._chance.randrange(1, 4))
        self._selection.change(picked=tuple(picked))

    def drag_brush(self) -> None:
        """Narrows to some days."""
        first = date(2022, 1, 1) + timedelta(self._chance.randrange(900))
        last = first + timedelta(self._chance.choice([30, 90, 365]))
        self._selection.change(brush=type(self._selection.value.brush)(first, last))

    def next_article(self) -> None:
        """Reads on."""
        self._docks.articles.step(1)

    def keep_tab(self) -> None:
        """Gives the article a tab."""
        self._window.commands["keep-tab"].trigger()

    def close_tab(self) -> None:
        """Closes a tab."""
        self._window.commands["close-tab"].trigger()

    def bring_pane(self) -> None:
        """Looks at the next pane."""
        self._docks.dock(next(self._panes)).raise_()

    def star(self) -> None:
        """Sets a sign."""
        self._window.commands["star"].trigger()

    def decide(self) -> None:
        """Decides something about an actor."""
        from workstation.curating import decisions
        from workstation.domain.decision import Order

        library = self._window.desk.library
        order = Order("pin", self._chance.choice(self._known))
        assert library is not None
        self._window.desk.jobs.write(lambda: decisions.decide(library, order), lambda _: None)

    def undo(self) -> None:
        """Takes it back."""
        self._window.commands["undo"].trigger()

    def clear(self) -> None:
        """Widens the selection again."""
        self._selection.clear()

    def narrow(self) -> None:
        """Narrows to an actor."""
        self._selection.narrow("actor", self._chance.choice(self._known))


class Beats:
    """The gaps between beats of a timer, and what was done in those that were late."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self.doing = ""
        self._gaps: list[tuple[float, float, str]] = []
        self._seen: dict[int, list[list[str]]] = {}
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self._main = threading.get_ident()
        self._over = threading.Event()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        """Measures no more."""
        self._timer.stop()
        self._over.set()

    def told(self) -> str:
        """The gaps in a line."""
        late = sorted(gap for gap, _, _ in self._gaps)
        own = sorted(cpu for _, cpu, _ in self._gaps)
        parts = {"median": 0.5, "99 %": 0.99, "99.9 %": 0.999}
        words = [f"{name} {late[int(len(late) * at)]:.0f}" for name, at in parts.items()]
        busy = f"of its own 99.9 % {own[int(len(own) * 0.999)]:.0f}, worst {own[-1]:.0f}"
        return f"{len(late)} beats, ms: {', '.join(words)}, worst {late[-1]:.0f}; {busy}"

    def worst(self) -> list[tuple[float, float, str, list[list[str]]]]:
        """The worst gaps, what they cost, in which gesture, and what was seen."""
        order = sorted(range(len(self._gaps)), key=lambda at: -self._gaps[at][0])[:TOLD]
        return [(*self._gaps[at], self._seen.get(at, [])) for at in order]

    def _beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self._gaps.append(((now - self._last) * 1000, (cpu - self._cpu) * 1000, self.doing))
        self._last, self._cpu = now, cpu

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            if (time.perf_counter() - self._last) * 1000 > LATE_MS:
                frame = sys._current_frames().get(self._main)  # noqa: SLF001
                stack = traceback.format_stack(frame, limit=None)[-STACK:]
                self._seen.setdefault(len(self._gaps), []).append(stack)


def _wait(app: "QApplication", milliseconds: int) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(milliseconds, app.exit)
    app.exec()


if __name__ == "__main__":
    main()
