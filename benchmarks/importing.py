"""Mixed files imported by the window: their rate, what each process holds, the longest stall.

`python benchmarks/importing.py [FILES]`. Formats stand in the shares in which newsrooms hold them;
one file in fifty is damaged. Nothing is tagged: benchmarks/tagging.py measures that.
"""

import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import press
import stalls

# How many of a hundred files are of a format; the others are text.
SHARES = {
    "HTML": 22, "DOCX": 12, "PDF": 10, "mail, HTML": 8, "mail, plain": 6, "Markdown": 6,
    "MHTML": 4, "RTF": 4, "ODT": 2, "RSS": 2, "JSON Lines": 1, "CSV": 1, "XLSX": 1, "EPUB": 1,
    "mbox": 1, "MSG": 1, "ZIP": 1, "WARC": 1, "Nexis, Word": 1, "Factiva, HTML": 1,
    "NewsML-G2": 1, "Telegram": 1,
}  # fmt: skip
BAD = 50
"""One file in so many is cut off or filled with noise."""
LOOK_SECONDS = 0.2


def write(folder: Path, count: int) -> int:
    """Writes the files, and says how many stories are in the sound ones."""
    chance = random.Random(20241214)  # noqa: S311 - repeatable, not secret
    folder.mkdir()
    names = [name for name, share in SHARES.items() for _ in range(share)]
    names += ["text"] * (100 - len(names))
    chosen = [chance.choice(names) for _ in range(count)]
    coming = iter(press.stories(sum(press.FORMATS[name][1] for name in chosen)))
    sound = 0
    for number, name in enumerate(chosen):
        ending, each, writer = press.FORMATS[name]
        raw = writer([next(coming) for _ in range(each)])
        if number % BAD == BAD - 1:
            raw = raw[: len(raw) // 2] if chance.random() < 0.5 else chance.randbytes(4_000)
        else:
            sound += each
        (folder / f"{number:05}{ending}").write_bytes(raw)
    return sound


class Memory:
    """The most that this process and each of its children held."""

    def __init__(self) -> None:
        self.most: dict[int, int] = {}
        self._over = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            for pid in (os.getpid(), *_children()):
                self.most[pid] = max(self.most.get(pid, 0), _highest(pid))

    def told(self) -> str:
        """All of them in MiB, the window's process first."""
        self._over.set()
        mine = self.most.pop(os.getpid(), 0)
        others = sorted((size >> 20 for size in self.most.values() if size), reverse=True)
        return f"window {mine >> 20} MiB, children {', '.join(map(str, others)) or '-'} MiB"


def _children() -> list[int]:
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return [int(pid) for path in listed for pid in _read(path).split()]


def _highest(pid: int) -> int:
    for line in _read(Path(f"/proc/{pid}/status")).splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) << 10
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
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
    from workstation.library import ledger
    from workstation.library.library import Library
    from workstation.settings import Settings

    expected = write(folder / "files", count)
    Library.create(folder / "b.mwlib").close()
    app = QApplication(sys.argv)
    dress(app)
    empty = QMainWindow()
    empty.show()
    until = time.perf_counter() + stalls.IDLE_SECONDS
    idle = stalls.beats(app, lambda: time.perf_counter() < until)
    empty.close()

    theme = Theme("light", app)
    theme.apply()
    window = Window(theme, Settings.load())
    window.show()
    window.start(str(folder / "b.mwlib"), [])
    jobs = window.desk.jobs
    stalls.beats(app, lambda: not jobs.ended)
    memory = Memory()
    began = time.perf_counter()
    window.take(Drop((folder / "files",)))
    busy = stalls.beats(app, lambda: any("mport" in job.name for job in jobs.running))
    seconds = time.perf_counter() - began
    held = memory.told()
    window.close()

    with Library.open(folder / "b.mwlib", writing=False) as library, library.read() as reading:
        rows = [row for row in ledger.entries(reading) if not row.member]
    verdicts = Counter(row.verdict or "unread" for row in rows)
    articles = len({article for row in rows for article in row.articles})
    print(f"empty QMainWindow, idle:  {stalls.told(idle)}")
    print(f"our window, at work:      {stalls.told(busy)}")
    print(
        f"{len(rows)} files imported in {seconds:.0f} s: {len(rows) / seconds:.1f} files/s, "
        f"{articles} articles ({articles / seconds:.1f}/s), {expected} stories stand in the sound "
        "files"
    )
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    print(f"worst stall {max(busy):.0f} ms beside {max(idle):.0f} ms; {held}")


if __name__ == "__main__":
    main()
