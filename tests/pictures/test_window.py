"""The pictures in the README are the window's own; `make pictures` puts them there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from workstation.desktop.panes.actors.model import TREND, Column
from workstation.desktop.theme import Look, Theme
from workstation.desktop.window import Window
from workstation.domain.selection import Selection
from workstation.library import corpus

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PICTURES = Path(__file__).parents[2] / "build" / "pictures"
SHOWN = "Six hulls in the harbour of Latakia"


def colours(image: QImage) -> Counter[str]:
    return Counter(
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_window_shows_the_sample_library_in_its_own_colours(
    look: Look,
    sample_library: Path,
    window: Window,
    theme: Theme,
    qtbot: QtBot,
) -> None:
    theme.choose(look)
    window.resize(1280, 800)
    window.start(str(sample_library), [])
    qtbot.waitUntil(lambda: window.docks is not None and window.docks.actors.rows.count > 0)
    qtbot.waitUntil(lambda: not window.desk.jobs.running)
    actors = window.docks.actors.rows
    ids = {a.name: a.id for a in map(actors.actor, range(actors.rowCount())) if a is not None}
    focus: list[int] = []
    window.desk.ask(
        window,
        lambda reading: corpus.articles(reading, Selection(words=f'"{SHOWN}"')),
        lambda found: focus.extend(article.id for article in found if article.title == SHOWN),
    )
    qtbot.waitUntil(lambda: bool(focus))
    picked = (ids["Russia"], ids["Israel"])
    window.desk.selection.change(focus=focus[0], picked=picked)
    qtbot.waitUntil(lambda: window.docks.timeline.chart.frequency is not None)
    qtbot.waitUntil(lambda: len(window.docks.timeline.chart.frequency.series) == len(picked))
    qtbot.waitUntil(lambda: window.docks.reader.paper.opened.article.title == SHOWN)
    qtbot.waitUntil(lambda: bool(actors.index(0, Column.TREND).data(TREND)))

    picture = window.grab()
    PICTURES.mkdir(parents=True, exist_ok=True)
    assert picture.save(str(PICTURES / f"window-{look}.png"))

    seen = colours(picture.toImage())
    assert (picture.width(), picture.height()) == (1280, 800)
    assert seen.most_common(1)[0][0] == theme.colour("page").name()
    assert all(seen[theme.series(slot).name()] > 20 for slot in range(len(picked)))
    assert all(seen[theme.mark(kind).faint.name()] > 100 for kind in ("state", "person", "place"))
