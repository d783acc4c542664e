from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import Newsroom
from workstation.desktop.desk import Desk
from workstation.desktop.panes.network.ink import Scene
from workstation.desktop.panes.network.layout import lay_out
from workstation.desktop.panes.network.model import Drawn, Remembered, told
from workstation.desktop.panes.network.view import NetworkPane
from workstation.desktop.panes.network.walking import onward
from workstation.desktop.theme import Theme
from workstation.domain.network import Network, Node, tie


@pytest.fixture
def pane(
    desk: Desk, newsroom: Newsroom, theme: Theme, seen: Callable[[QWidget], None], qtbot: QtBot
) -> NetworkPane:
    newsroom.fill(3)
    newsroom.publish("Zakaria Harir waits. Turkey waits.")
    newsroom.publish("Nobody waits.")
    made = NetworkPane(desk, theme)
    seen(made)
    qtbot.waitUntil(lambda: len(made.canvas.drawn.network.nodes) == 4)
    return made


def ids(pane: NetworkPane) -> dict[str, str]:
    return {node.name: node.id for node in pane.canvas.drawn.network.nodes}


def place(pane: NetworkPane, actor: str) -> QPoint:
    return pane.canvas.scene.middles[ids(pane)[actor]].toPoint()


def between(pane: NetworkPane, one: str, other: str) -> QPoint:
    middles = pane.canvas.scene.middles
    first, last = middles[ids(pane)[one]], middles[ids(pane)[other]]
    return (first + (last - first) * 0.5).toPoint()


def test_a_click_on_an_actor_picks_it_and_a_double_click_narrows(
    pane: NetworkPane, desk: Desk, qtbot: QtBot
) -> None:
    assert pane.figure.text() == "4 actors · 4 pairs · 5 articles"
    russia, turkey = ids(pane)["Russia"], ids(pane)["Turkey"]
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(pane.canvas, left, pos=place(pane, "Russia"))
    assert desk.selection.value.picked == (russia,)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(pane.canvas, left, control, place(pane, "Turkey"))
    assert desk.selection.value.picked == (russia, turkey)
    qtbot.mouseClick(pane.canvas, left, control, place(pane, "Russia"))
    assert desk.selection.value.picked == (turkey,)
    qtbot.mouseDClick(pane.canvas, left, pos=place(pane, "Turkey"))
    assert desk.selection.value.facet("actor") == (turkey,)


def test_a_click_on_a_tie_narrows_to_the_articles_that_name_both(
    pane: NetworkPane, desk: Desk, qtbot: QtBot
) -> None:
    before = dict(pane.canvas.drawn.places)
    both = {ids(pane)["Zakaria Harir"], ids(pane)["Turkey"]}
    qtbot.mouseClick(
        pane.canvas, Qt.MouseButton.LeftButton, pos=between(pane, "Zakaria Harir", "Turkey")
    )
    assert set(desk.selection.value.facet("together")) == both
    assert set(desk.selection.value.picked) == both
    qtbot.waitUntil(lambda: pane.canvas.drawn.network.among == 1)
    assert {node.id for node in pane.canvas.drawn.network.nodes} == both
    desk.selection.clear()
    qtbot.waitUntil(lambda: pane.canvas.drawn.network.among == 5)
    assert pane.canvas.drawn.places == before


def test_keys_walk_pick_and_narrow(pane: NetworkPane, desk: Desk, qtbot: QtBot) -> None:
    canvas = pane.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    canvas.go_to(ids(pane)["Hmeimim"])
    seen = set()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 4:
        qtbot.keyClick(canvas, key)
        seen.add(canvas.current)
    assert len(seen) > 1
    canvas.go_to(ids(pane)["Turkey"])
    assert canvas.accessibleDescription().startswith("\u2068Turkey\u2069 (state): 2 mentions in 2")
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert desk.selection.value.picked == (ids(pane)["Turkey"],)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert desk.selection.value.picked == ()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert desk.selection.value.facet("actor") == (ids(pane)["Turkey"],)


def test_the_table_holds_the_same_pairs(pane: NetworkPane, desk: Desk, qtbot: QtBot) -> None:
    pane.reach("sentences")
    qtbot.waitUntil(lambda: pane.canvas.drawn.network.within == "sentences")
    assert pane.rows.rowCount() == 3
    pane.rank("count")
    qtbot.waitUntil(lambda: pane.canvas.drawn.network.ranking == "count")
    pane._tabling.setChecked(True)
    assert pane.table.isVisible()
    pane.copy()
    head, first, *_ = QGuiApplication.clipboard().text().splitlines()
    assert head == "actor\tnamed with\tsentences\tby chance\tassociation"
    assert first.split("\t")[2] == "3"
    pane.table.clicked.emit(pane.rows.index(0, 0))
    assert len(desk.selection.value.picked) == 2
    pane.table.activated.emit(pane.rows.index(0, 0))
    assert len(desk.selection.value.facet("together")) == 2


def test_whoever_is_pointed_at_is_told(pane: NetworkPane, qtbot: QtBot) -> None:
    at = place(pane, "Turkey")
    qtbot.mouseMove(pane.canvas, at)
    qtbot.waitUntil(lambda: "Turkey" in pane._readout.text())
    asking = QHelpEvent(QEvent.Type.ToolTip, at, pane.canvas.mapToGlobal(at))
    QApplication.sendEvent(pane.canvas, asking)
    assert "2 mentions in 2 articles" in QToolTip.text()
    QToolTip.hideText()
    qtbot.mouseMove(pane.canvas, between(pane, "Zakaria Harir", "Turkey"))
    qtbot.waitUntil(lambda: "1 article together, by chance 0.4" in pane._readout.text())


def test_a_rare_actor_that_is_picked_is_shown_and_nobody_where_nobody_is_named(
    pane: NetworkPane, desk: Desk, qtbot: QtBot
) -> None:
    asked = pane.canvas.drawn
    desk.selection.change(picked=(ids(pane)["Russia"],))
    assert pane.canvas.drawn is asked
    desk.selection.change(picked=(str(UUID(int=7)),))
    qtbot.waitUntil(lambda: pane.canvas.drawn is not asked)
    desk.selection.change(words="nowheretobefound")
    qtbot.waitUntil(lambda: not pane.canvas.drawn.network.nodes)
    assert not pane.canvas.isVisible()
    assert pane.figure.text() == ""


# Where actors stand ------------------------------------------------------------------------------


def network(many: int, *, left_out: int = 0) -> Network:
    nodes = [Node(str(UUID(int=n * 7919 << 60)), f"Actor {n}", "state", n + 1, 5)
             for n in range(1, many + 1)]  # fmt: skip
    ties = [tie(a.id, b.id, 3, (5, 5), 50) for a, b in pairwise(nodes)]
    return Network(nodes=tuple(nodes), ties=tuple(ties), among=50, left_out=left_out)


def test_a_network_is_laid_out_the_same_again_and_inside_its_room() -> None:
    whole = network(20)
    places = lay_out(whole, {})
    assert places == lay_out(whole, {})
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())
    assert len({(round(x, 2), round(y, 2)) for x, y in places.values()}) == 20
    assert lay_out(Network(), {}) == {}


def test_a_small_change_moves_little() -> None:
    before = lay_out(network(20), {})
    after = lay_out(network(21), before)
    moved = [abs(after[a][0] - before[a][0]) + abs(after[a][1] - before[a][1]) for a in before]
    assert max(moved) < 0.15
    remembered = Remembered()
    drawn = Drawn(network(20), before)
    remembered.keep(drawn)
    remembered.keep(Drawn(network(21), after))
    assert remembered.layer()(network(20)) == drawn
    remembered.forget()
    assert remembered.layer()(network(20)) == drawn


def test_arrows_lead_to_those_named_with_an_actor_first() -> None:
    three = network(3)
    a, b, c = (node.id for node in three.nodes)
    scene = Scene(
        Drawn(three, {a: (0.1, 0.5), c: (0.4, 0.5), b: (0.9, 0.5)}), QRectF(0, 0, 600, 300)
    )
    assert onward(scene, None, Qt.Key.Key_Left) == a
    assert onward(scene, a, Qt.Key.Key_Right) == b
    assert onward(scene, c, Qt.Key.Key_Left) == a
    assert onward(scene, a, Qt.Key.Key_Up) is None
    assert scene.middles[a] == QPointF(70 + 46, 150)


def test_ties_that_gave_way_are_told() -> None:
    assert told(network(3, left_out=2)) == "3 actors · the strongest 2 of 4 pairs · 50 articles"
