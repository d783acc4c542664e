from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.selection import FACETS, Brush, Facet, Selection

VALUES = st.lists(st.text(max_size=5), max_size=3).map(tuple)
CHOICES = st.lists(st.tuples(st.sampled_from(FACETS), VALUES), max_size=6)


@given(CHOICES)
def test_equal_choices_make_equal_selections_in_any_order(
    choices: list[tuple[Facet, tuple[str, ...]]],
) -> None:
    last = dict(choices)
    forwards = backwards = Selection()
    for name, values in last.items():
        forwards = forwards.with_facet(name, values)
    for name, values in reversed(last.items()):
        backwards = backwards.with_facet(name, values)
    assert forwards == backwards
    assert hash(forwards) == hash(backwards)
    assert all(forwards.facet(name) == values for name, values in last.items())


def test_a_facet_pane_leaves_out_its_own_choice_only() -> None:
    chosen = Selection(words="gas").with_facet("outlet", ("A",)).with_facet("language", ("en",))
    assert chosen.without("outlet") == Selection(words="gas").with_facet("language", ("en",))
    assert chosen.without("words").words == ""
    assert chosen.without("words").facets == chosen.facets


def test_the_timeline_leaves_out_the_brush_and_the_undated() -> None:
    brushed = Selection(brush=Brush(first=date(2024, 12, 1)), undated=True, doubtful=True)
    assert brushed.without("brush") == Selection()


def test_an_empty_choice_is_no_choice() -> None:
    assert Selection().with_facet("actor", ()) == Selection()
    assert Selection().with_facet("actor", ("a",)).with_facet("actor", ()) == Selection()


def test_what_is_picked_or_read_narrows_nothing() -> None:
    looking = Selection(picked=("a",), focus=3)
    assert not looking.narrows
    assert looking.corpus() == Selection()


def test_words_brush_undated_and_facets_narrow() -> None:
    assert not Selection(words="  ").narrows
    assert Selection(words="gas").narrows
    assert Selection(brush=Brush(last=date(2024, 12, 1))).narrows
    assert Selection(undated=True).narrows
    assert Selection(doubtful=True).narrows
    assert Selection().with_facet("outlet", ("A",)).narrows
