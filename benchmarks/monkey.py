"""Seeded events of a user without a plan, against the window over a copy of a filled library.

`python benchmarks/monkey.py [EVENTS] [SEED] [LIBRARY]`; without a library, the sample is filled.
Every traceback and every warning of Qt is a fault, told with the events before it.
"""

import faulthandler
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

import texts
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from typing_extensions import override

from workstation import sample
from workstation.desktop import languages
from workstation.desktop.app import dress
from workstation.desktop.drops import Drop
from workstation.desktop.sweeper import Sweeper
from workstation.desktop.tasks import Tasks
from workstation.desktop.theme import WISHES, Theme
from workstation.desktop.window import Window
from workstation.domain.selection import Brush
from workstation.library.library import Library
from workstation.settings import Settings

PIECE = 10_000
"""Events for which one window lives; the next has another seed and the library as it was."""
REMEMBERED = 30
STUCK_SECONDS = 60.0
NESTED = 3
"""Menus and drags have an event loop of their own, inside which the monkey goes on."""
WAITS = 0.15
"""Seconds after which an act is taken to wait in such a loop."""
NEVER = {"quit"}
NONE = Qt.KeyboardModifier.NoModifier
HARMLESS = "This plugin does not support"
"""What a screen that is none says of itself."""
WORDS = (
    "Aleppo", "the", 'title:"border"', "actor:Russia", "withdraw* NEAR/8 actor:Russia", "NOT (",
    "before:2024-12-08", "سوريا", "大马士革", "\U0001f54a", "label:x OR story:3", "2024-12-31", "0",
    "'; DROP TABLE", "<b>&amp;", "%s", "a\u0301\u202e", "*", '"', " ", "New name", "=1+1",
)  # fmt: skip
KEYS = [
    getattr(Qt.Key, f"Key_{name}")
    for names in (
        "Left Right Up Down Home End PageUp PageDown Tab Backtab Escape Return Enter Delete",
        "Backspace Space Menu F1 F2 F6 F8 F10 F11 A E J K L M N P R S T U",
    )
    for name in names.split()
]
MODIFIERS = (
    NONE,
    NONE,
    NONE,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    if len(sys.argv) > 4:
        _child(Path(sys.argv[4]), events, seed)
        return
    failed = 0
    with tempfile.TemporaryDirectory(prefix="monkey-") as folder:
        home = Path(folder)
        filled = home / "filled.mwlib"
        if len(sys.argv) > 3:
            shutil.copytree(sys.argv[3], filled)
        else:
            with Library.create(filled) as library:
                sample.fill(library)
        for number, first in enumerate(range(0, events, PIECE)):
            failed += _piece(home, min(PIECE, events - first), seed + number, filled)
    print(f"{events} events from seed {seed}: {failed} kinds of faults")
    sys.exit(bool(failed))


def _piece(home: Path, events: int, seed: int, filled: Path) -> int:
    own = home / str(seed)
    (own / "tmp").mkdir(parents=True)
    shutil.copytree(filled, own / "monkey.mwlib")
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    environment = {**os.environ, **{name: str(own / name) for name in names}}
    environment |= {"TMPDIR": str(own / "tmp"), "PYTHONUNBUFFERED": "1"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, __file__, str(events), str(seed), "", str(own)]
    ended = subprocess.run(command, check=False, env=environment).returncode
    log = own / "last.txt"
    if ended < 0 or ended > 100:
        print(f"seed {seed}: the window died with {ended}; the last events:")
        print("\n".join(log.read_text("utf-8").splitlines()[-REMEMBERED:]), flush=True)
        ended = 1
    shutil.rmtree(own, ignore_errors=True)
    return ended


def _child(folder: Path, events: int, seed: int) -> None:
    app = QApplication(sys.argv[:1])
    dress(app)
    sweeper = Sweeper(app)
    languages.choose(app, random.Random(seed).choice(("en", "en", "de")))  # noqa: S311
    theme = Theme("light", app)
    theme.apply()
    faulthandler.enable()
    faults = Faults(folder, seed)
    faults.listen()
    nowhere = Nowhere()
    for scheme in ("http", "https", "file", "mailto"):
        QDesktopServices.setUrlHandler(scheme, nowhere, "take")
    Tasks.fetch = lambda _tasks, _links: None  # type: ignore[method-assign]
    window = Window(theme, Settings.load())
    window.desk.opened.connect(sweeper.settle)
    window.crash._happened.connect(lambda log: faults.take("crash", _last_entry(log)))  # noqa: SLF001
    stays = Stays()
    window.installEventFilter(stays)
    window.resize(1280, 800)
    window.show()
    monkey = Monkey(window, faults, folder, events, seed)
    monkey.begin()
    app.exec()
    window.removeEventFilter(stays)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    told = Counter(kind.splitlines()[-1] for kind in faults.kinds.elements())
    print(f"seed {seed}: {monkey.done} events, {monkey.seconds:.0f} s, faults: {dict(told)}")
    sys.stdout.flush()
    # Threads that hang are no reason to wait: what they did is told.
    os._exit(min(100, len(faults.kinds)))


def _last_entry(log: str) -> str:
    return Path(log).read_text("utf-8").rpartition("\n--- ")[2]


class Nowhere(QObject):
    """Where everything goes that would leave the program."""

    @Slot(QUrl)
    def take(self, _address: QUrl) -> None:
        """Goes nowhere."""
        return


class Stays(QObject):
    """Keeps the window open, whatever would close it."""

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            event.ignore()
            return True
        return False


class Faults:
    """Every traceback and warning, once by kind with what happened before it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.kinds: Counter[str] = Counter()
        self.last: deque[str] = deque(maxlen=REMEMBERED)
        self._seed = seed
        self._log = (folder / "last.txt").open("w", encoding="utf-8")
        self.beat = time.monotonic()

    def listen(self) -> None:
        """Hears of every fault from now on."""
        sys.excepthook = self._raised
        threading.excepthook = lambda told: self._raised(
            told.exc_type, told.exc_value, told.exc_traceback
        )
        sys.unraisablehook = lambda told: self._raised(
            told.exc_type, told.exc_value, told.exc_traceback
        )
        qInstallMessageHandler(self._said)
        threading.Thread(target=self._watch, daemon=True).start()

    def note(self, event: str) -> None:
        """Remembers what was done."""
        self.last.append(event)
        print(event, file=self._log, flush=True)
        self.beat = time.monotonic()

    def take(self, kind: str, words: str) -> None:
        """Tells a fault when it is the first of its kind."""
        told = f"{kind}: {words.strip().splitlines()[-1]}"
        self.kinds[told] += 1
        if self.kinds[told] == 1:
            before = "\n".join(f"  {one}" for one in self.last)
            print(f"FAULT, seed {self._seed}, {kind}:\n{words}\nafter\n{before}", flush=True)

    def _raised(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.take("traceback", "".join(traceback.format_exception(kind, error, trace)))

    def _said(self, level: QtMsgType, _where: object, message: str) -> None:
        quiet = level in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
        if not quiet and not message.startswith(HARMLESS):
            stack = "".join(traceback.format_stack(limit=12))
            self.take("Qt", f"{stack}\n{message}")

    def _watch(self) -> None:
        main = threading.main_thread().ident
        while True:
            time.sleep(1)
            if time.monotonic() - self.beat > STUCK_SECONDS and main is not None:
                stack = traceback.format_stack(sys._current_frames()[main])  # noqa: SLF001
                self.take("stuck", "".join(stack))
                self.beat = time.monotonic()


class Monkey:
    """Does one thing after the other, as chance will have it."""

    def __init__(
        self, window: Window, faults: Faults, folder: Path, events: int, seed: int
    ) -> None:
        self.done = 0
        self.seconds = 0.0
        self._window = window
        self._faults = faults
        self._folder = folder
        self._events = events
        self._chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self._library = str(folder / "monkey.mwlib")
        self._files = texts.write(folder / "files", 40)
        self._depth = 0
        self._turn = 0
        self._wait = 0
        self._began = 0.0
        shortcuts = [keys for action in window.commands for keys in action.shortcuts()]
        self._shortcuts = [keys[0] for keys in shortcuts if keys.count()]
        self._acts: dict[Callable[[], str], int] = {
            self._key: 16,
            self._shortcut: 10,
            self._click: 24,
            self._drag: 6,
            self._wheel: 6,
            self._type: 8,
            self._button: 8,
            self._command: 6,
            self._menu: 2,
            self._palette: 2,
            self._select: 4,
            self._look: 1,
            self._resize: 1,
            self._import: 1,
            self._copy: 1,
            self._rest: 3,
        }

    def begin(self) -> None:
        """Opens the library, and then does one thing after the other."""
        for name, answer in {
            "getSaveFileName": self._save_file,
            "getOpenFileName": lambda *_a, **_k: (self._some_file(), ""),
            "getOpenFileNames": lambda *_a, **_k: ([self._some_file()], ""),
            "getExistingDirectory": lambda *_a, **_k: self._some_folder(),
        }.items():
            setattr(QFileDialog, name, staticmethod(answer))
        self._window.start(self._library, [])
        self._began = time.monotonic()
        QTimer.singleShot(1500, self._step)
        QTimer.singleShot(1500, self._watch)

    # ------------------------------------------------------------------------------------------

    def _step(self) -> None:
        if self.done >= self._events:
            self.seconds = time.monotonic() - self._began
            QApplication.closeAllWindows()
            # To quit would ask the windows, of which one stays.
            QTimer.singleShot(1000, lambda: QCoreApplication.exit(0))
            return
        self._wait = 0
        self._depth += 1
        turn = self._turn = self._turn + 1
        try:
            self._act()
        finally:
            self._depth -= 1
            # Else somebody went on from inside the act.
            if turn == self._turn:
                QTimer.singleShot(self._wait, self._step)

    def _watch(self) -> None:
        """Goes on inside the loop of a menu or of a drag, or ends it."""
        QTimer.singleShot(50, self._watch)
        if not self._depth or time.monotonic() - self._faults.beat < WAITS:
            return
        popup = QApplication.activePopupWidget()
        if self._depth < NESTED:
            self._step()
        elif popup is not None:
            popup.close()

    def _act(self) -> None:
        self.done += 1
        acts = self._acts
        over = (QApplication.activePopupWidget(), QApplication.activeModalWidget())
        leave = 0.3 if over[0] is not None else 0.08 if over[1] is not None else 0.0
        if self.done % 997 == 0:
            act = self._reopen
        elif self._chance.random() < leave:
            act = self._escape
        else:
            act = self._chance.choices(list(acts), list(acts.values()))[0]
        self._faults.note(f"{self.done} {act.__name__.strip('_')}")
        told = act()
        self._faults.note(f"{self.done} {act.__name__.strip('_')} {told}")

    def _over(self) -> QWidget:
        """The window that a hand can reach."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:
            return over
        modal = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isModal()]
        if modal:
            return modal[-1]
        docks = self._window.docks
        if docks is not None and docks.other.isVisible() and self._chance.random() < 0.3:
            return docks.other
        return self._window

    def _target(self) -> tuple[QWindow | None, QPoint, str]:
        """A point of something that can be seen."""
        over = self._over()
        within = over.findChildren(QWidget)
        hit = over
        for _ in range(20 if within else 0):
            one = self._chance.choice(within)
            if one.window() is over and not one.visibleRegion().isEmpty():
                hit = one
                break
        box = hit.visibleRegion().boundingRect()
        if box.isEmpty():
            box = hit.rect()
        x = box.left() + self._chance.randrange(max(1, box.width()))
        y = box.top() + self._chance.randrange(max(1, box.height()))
        name = f"{type(hit).__name__} {hit.objectName()} of {type(over).__name__} at {x},{y}"
        return _handle(over), hit.mapTo(over, QPoint(x, y)), name

    def _keyboard(self) -> QWindow | None:
        over = self._over()
        return QGuiApplication.focusWindow() or _handle(over)

    # What hands do ----------------------------------------------------------------------------

    def _key(self) -> str:
        key, modifier = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        return self._press(key, modifier)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> str:
        window = self._keyboard()
        if QApplication.activePopupWidget() is not None or window != self._window.windowHandle():
            # A modifier is a key of its own: what closes then is gone while the test still sends.
            modifier = NONE
        # The window may be gone between the two.
        for act in (QTest.keyPress, QTest.keyRelease):
            if window is not None and _alive(window):
                act(window, key, modifier)
        return f"{modifier.name} {key.name}"

    def _shortcut(self) -> str:
        keys = self._chance.choice(self._shortcuts)
        return self._press(keys.key(), keys.keyboardModifiers())

    def _escape(self) -> str:
        return self._press(Qt.Key.Key_Escape, NONE)

    def _click(self) -> str:
        window, place, name = self._target()
        button = self._chance.choices(
            (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton),
            (8, 2, 1),
        )[0]
        modifier = self._chance.choice(MODIFIERS)
        twice = self._chance.random() < 0.15
        for _ in range(2 if twice else 1):
            for act in (QTest.mousePress, QTest.mouseRelease):
                if window is not None and _alive(window):
                    act(window, button, modifier, self._inside(window, place))
        return f"{'twice ' if twice else ''}{button.name} {modifier.name} {name}"

    def _inside(self, window: QWindow, place: QPoint) -> QPoint:
        """The place, or the next one of a window that has become smaller."""
        wide, high = window.width() - 1, window.height() - 1
        return QPoint(min(max(0, place.x()), wide), min(max(0, place.y()), high))

    def _drag(self) -> str:
        window, place, name = self._target()
        if window is None or not _alive(window):
            return "nothing"
        left = Qt.MouseButton.LeftButton
        far = self._chance.choice((8, 60, 600))
        wide, high = window.width() - 1, window.height() - 1
        places = [
            QPoint(
                min(max(0, place.x() + self._chance.randint(-far, far)), wide),
                min(max(0, place.y() + self._chance.randint(-far, far)), high),
            )
            for _ in range(4)
        ]
        # A drag of Qt's own waits in a loop for its end.
        QTimer.singleShot(60, lambda: self._release(window, places[-1]))
        QTest.mousePress(window, left, self._chance.choice(MODIFIERS), place)
        for there in places:
            if _alive(window):
                QTest.mouseMove(window, self._inside(window, there))
        self._release(window, places[-1])
        return f"{name} to {places[-1].x()},{places[-1].y()}"

    def _release(self, window: QWindow, place: QPoint) -> None:
        if _alive(window):
            left = Qt.MouseButton.LeftButton
            QTest.mouseRelease(window, left, NONE, self._inside(window, place))

    def _wheel(self) -> str:
        window, place, name = self._target()
        if window is None:
            return "nothing"
        turn = QPoint(0, self._chance.choice((-120, 120, -1200, 1200, 15)))
        modifier = self._chance.choice((NONE, NONE, Qt.KeyboardModifier.ControlModifier))
        event = QWheelEvent(
            QPointF(place),
            QPointF(window.mapToGlobal(place)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(window, event)
        return f"{turn.y()} {modifier.name} {name}"

    def _type(self) -> str:
        words = self._chance.choice(WORDS)
        widget = QApplication.focusWidget()
        for letter in words:
            if widget is not None and QApplication.focusWidget() is widget:
                QTest.keyClick(widget, letter) if letter.isascii() else QTest.sendKeyEvent(
                    QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, letter, NONE
                )
        return f"{words!r} into {type(widget).__name__}"

    def _button(self) -> str:
        over = self._over()
        buttons = [b for b in over.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        if not buttons:
            return "none"
        button = self._chance.choice(buttons)
        name = f"{type(button).__name__} {button.text() or button.accessibleName()!r}"
        window = _handle(button.window())
        if window is not None and button.window() is over:
            place = button.mapTo(over, button.rect().center())
            if over.rect().contains(place):
                for act in (QTest.mousePress, QTest.mouseRelease):
                    if _alive(window):
                        act(window, Qt.MouseButton.LeftButton, NONE, self._inside(window, place))
        return f"{name} of {type(over).__name__}"

    # What a program offers --------------------------------------------------------------------

    def _command(self) -> str:
        return self._trigger(list(self._window.commands))

    def _menu(self) -> str:
        found: list[QAction] = []
        menus = [action.menu() for action in self._window.menuBar().actions()]
        while menus:
            menu: Any = menus.pop()
            if menu is not None:
                found += [action for action in menu.actions() if action.menu() is None]
                menus += [action.menu() for action in menu.actions()]
        return self._trigger(found)

    def _trigger(self, actions: Iterable[QAction]) -> str:
        possible = [a for a in actions if a.isEnabled() and a.objectName() not in NEVER]
        # A hand reaches none of them while something is over the window.
        if self._over() is not self._window or not possible:
            return "none"
        action = self._chance.choice(possible)
        name = action.objectName() or action.text()
        action.trigger()
        return name

    def _palette(self) -> str:
        if self._over() is not self._window:
            return "none"
        self._press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        words = self._chance.choice(("art", "the", "copy", "Hal", "re", "pane", "x"))
        for letter in words:
            widget = QApplication.focusWidget()
            if widget is not None:
                QTest.keyClick(widget, letter)
        for _ in range(self._chance.randrange(5)):
            self._press(Qt.Key.Key_Down, NONE)
        if self._chance.random() < 0.6:
            self._press(Qt.Key.Key_Return, NONE)
        return words

    def _select(self) -> str:
        selection, docks = self._window.desk.selection, self._window.docks
        if docks is None or self._window.desk.library is None:
            return "nothing"
        first = date(2024, 11, 27) + timedelta(self._chance.randrange(25))
        known = [docks.actors.rows.actor(row) for row in range(docks.actors.rows.rowCount())]
        actors = [actor.id for actor in known if actor is not None]
        how = self._chance.randrange(5)
        if how == 0:
            selection.change(brush=Brush(first, first + timedelta(self._chance.randrange(9))))
        elif how == 1:
            selection.change(words=self._chance.choice(WORDS))
        elif how == 2 and actors:
            selection.change(picked=tuple(self._chance.sample(actors, min(3, len(actors)))))
        elif how == 3:
            selection.clear()
        else:
            selection.change(focus=self._chance.randrange(1, 60))
        return str(how)

    def _look(self) -> str:
        wish = self._chance.choice(WISHES)
        self._window.choose_look(wish)
        return wish

    def _resize(self) -> str:
        wide, high = self._chance.randrange(400, 2000), self._chance.randrange(300, 1200)
        self._window.resize(wide, high)
        return f"{wide} x {high}"

    def _import(self) -> str:
        if self._chance.random() < 0.7 or self._window.desk.library is None:
            return "nothing"
        some = self._chance.sample(self._files, 2)
        self._window.take(Drop(tuple(some)))
        return " ".join(path.name for path in some)

    def _copy(self) -> str:
        words = self._chance.choice(WORDS) + " stood in the paper."
        QGuiApplication.clipboard().setText(words)
        return words

    def _rest(self) -> str:
        self._wait = self._chance.choice((20, 100, 400))
        return str(self._wait)

    def _reopen(self) -> str:
        if self._window.desk.library is not None and self._chance.random() < 0.5:
            self._window.close_library()
            self._wait = self._chance.choice((0, 300))
            return "closed"
        self._window.open_library(self._library)
        self._wait = self._chance.choice((0, 800))
        return "opened"

    # What dialogs of files answer -------------------------------------------------------------

    def _save_file(self, *_asked: object, **_options: object) -> tuple[str, str]:
        if self._chance.random() < 0.4:
            return "", ""
        end = self._chance.choice((".pdf", ".csv", ".png", ".svg", ".gexf", ".json", ".x"))
        return str(self._folder / f"saved-{self._chance.randrange(9)}{end}"), ""

    def _some_file(self) -> str:
        return self._chance.choice(("", *map(str, self._files[:5])))

    def _some_folder(self) -> str:
        return self._chance.choice(("", str(self._folder / "files"), self._library))


def _handle(widget: QWidget) -> QWindow | None:
    window = widget.windowHandle()
    return window if window is not None and _alive(window) else None


def _alive(window: QWindow) -> bool:
    """Whether Qt still has a window: a test's event to another one would end the process."""
    return window in QGuiApplication.allWindows()


if __name__ == "__main__":
    main()
