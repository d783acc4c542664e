from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workstation.desktop.selection_model import SERIES, SelectionModel
from workstation.domain.selection import Brush, Selection

WEEK = Brush(date(2024, 12, 2), date(2024, 12, 8))


class Ear(QObject):
    def __init__(self, model: SelectionModel) -> None:
        super().__init__()
        self.told: list[tuple[Selection, frozenset[str]]] = []
        model.changed.connect(lambda selection, aspects: self.told.append((selection, aspects)))


def test_an_equal_value_is_told_to_nobody(qtbot: QtBot) -> None:
    model = SelectionModel()
    ear = Ear(model)
    model.change(words="")
    model.change(words="ships")
    model.change(words="ships")
    assert [aspects for _, aspects in ear.told] == [{"words"}]


def test_aspects_that_change_together_are_told_once(qtbot: QtBot) -> None:
    model = SelectionModel()
    ear = Ear(model)
    model.change(words="ships", brush=WEEK)
    assert ear.told == [(Selection(words="ships", brush=WEEK), frozenset({"words", "brush"}))]


def test_an_echo_dies(qtbot: QtBot) -> None:
    model = SelectionModel()
    ear = Ear(model)
    model.changed.connect(lambda selection, _: model.change(words=selection.words))
    model.change(words="ships")
    assert len(ear.told) == 1


def test_back_and_forward_walk_through_the_selections(qtbot: QtBot) -> None:
    model = SelectionModel()
    model.change(words="ships")
    model.narrow("outlet", "Halyard Wire")
    model.back()
    assert model.value == Selection(words="ships")
    model.back()
    assert model.value == Selection()
    assert not model.can_go_back
    model.forward()
    model.forward()
    assert model.value.facet("outlet") == ("Halyard Wire",)
    assert not model.can_go_forward


def test_a_new_gesture_forgets_what_lay_ahead(qtbot: QtBot) -> None:
    model = SelectionModel()
    model.change(words="ships")
    model.back()
    model.change(words="roads")
    assert not model.can_go_forward


def test_reading_on_is_no_step_of_its_own(qtbot: QtBot) -> None:
    model = SelectionModel()
    model.change(words="ships")
    for article in range(5):
        model.change(focus=article)
    model.back()
    assert model.value.words == ""


def test_clearing_keeps_what_is_read_and_picked(qtbot: QtBot) -> None:
    model = SelectionModel()
    model.change(words="ships", brush=WEEK, picked=("a",), focus=3)
    model.clear()
    assert model.value == Selection(picked=("a",), focus=3)


def test_an_actor_keeps_its_colour_while_others_come_and_go(qtbot: QtBot) -> None:
    model = SelectionModel()
    model.change(picked=("a", "b", "c"))
    model.change(picked=("b", "c"))
    assert (model.slot("a"), model.slot("b"), model.slot("c")) == (None, 1, 2)
    model.change(picked=("b", "c", "d"))
    assert model.slot("d") == 0


def test_no_more_actors_are_picked_than_colours_stay_apart(qtbot: QtBot) -> None:
    model = SelectionModel()
    model.change(picked=(*tuple("abcdefghijk"), "a"))
    assert model.value.picked == tuple("abcdefgh")
    assert {model.slot(actor) for actor in "abcdefgh"} == set(range(SERIES))
