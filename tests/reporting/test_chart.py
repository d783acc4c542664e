from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from workstation.domain.event import Event
from workstation.domain.frequency import Frequency, Measure, Series
from workstation.limits import CHART_EVENTS
from workstation.reporting import chart
from workstation.reporting.palette import paper

FIRST = date(2024, 12, 1)


def frequency(*names: str, days: int = 10, undated: int = 0) -> Frequency:
    counts = tuple(n % 4 for n in range(days))
    return Frequency(
        "day",
        tuple(FIRST + timedelta(n) for n in range(days)),
        (4,) * days,
        (True,) * days,
        tuple(Series(name, name, counts, counts, 1, 1) for name in names),
        undated,
    )


def drawn(of: Frequency, *, measure: Measure = "share", caption: str = "") -> etree._Element:
    return etree.fromstring(chart.svg(of, measure=measure, caption=caption).encode())


def words(svg: etree._Element) -> list[str]:
    return [str(text) for text in svg.xpath("//*[local-name()='text']/text()")]


def test_each_series_has_a_line_of_its_own_colour_and_its_name_in_the_colour_of_text() -> None:
    svg = drawn(frequency("Russia", "Syria"))
    lines = svg.xpath("//*[local-name()='path' and @stroke-linejoin]/@stroke")
    assert lines == [stroke.colour for stroke in paper().series[:2]]
    for name in ("Russia", "Syria"):
        (label,) = svg.xpath(f"//*[local-name()='text' and .='{name}']")
        assert label.get("fill") == paper().surface["ink"]


def test_events_have_numbered_flags_and_their_words_below() -> None:
    def event(n: int, first: int, last: int) -> Event:
        days = FIRST + timedelta(first), FIRST + timedelta(last)
        return Event(n, *days, f"What happened {n}", "ann", datetime(2024, 12, 14, tzinfo=UTC))

    of = frequency("Russia")
    some = [event(1, 3, 3), event(2, 1, 4), event(3, 40, 40)]
    svg = etree.fromstring(chart.svg(of, events=some, caption="All").encode())
    told = words(svg)
    assert "1 · 2–5 December 2024: What happened 2" in told
    assert "2 · 4 December 2024: What happened 1" in told
    assert not [line for line in told if "What happened 3" in line], "it is no day of the chart"
    assert float(svg.get("height")) > chart.HEIGHT + 20
    assert chart.svg(of, events=some[2:]) == chart.svg(of)
    many = [event(n, 2, 2) for n in range(CHART_EVENTS + 3)]
    assert words(etree.fromstring(chart.svg(of, events=many).encode()))[-1] == (
        "and 3 further events"
    )


def test_no_more_than_eight_series_are_drawn_and_all_markers_differ() -> None:
    svg = drawn(frequency(*(f"Actor {n}" for n in range(12))))
    assert len(svg.xpath("//*[local-name()='path' and @stroke-linejoin]")) == 8
    assert len({stroke.marker for stroke in paper().series}) == 8


def test_the_axis_says_what_it_shows() -> None:
    shares = words(drawn(frequency("Russia")))
    assert "Share of each day’s articles that name the actor" in shares
    assert "80 %" in shares
    counts = words(drawn(frequency("Russia"), measure="mentions"))
    assert "Mentions of the actor, by day" in counts
    assert "3" in counts


def test_days_that_the_library_does_not_cover_are_hatched_and_break_the_line() -> None:
    whole = frequency("Russia")
    holed = replace(whole, covered=(True,) * 4 + (False,) * 2 + (True,) * 4)
    assert not drawn(whole).xpath("//*[@fill='url(#none)']")
    svg = drawn(holed)
    assert len(svg.xpath("//*[@fill='url(#none)']")) == 1
    (line,) = svg.xpath("//*[local-name()='path' and @stroke-linejoin]/@d")
    assert line.count("M") == 2
    assert "hatched: the library holds no article of that time" in words(svg)


def test_undated_articles_stand_in_a_bar_of_their_own() -> None:
    assert "undated" not in words(drawn(frequency("Russia")))
    svg = drawn(frequency("Russia", "Syria", undated=3))
    assert "undated" in words(svg)
    for stroke in paper().series[:2]:
        assert svg.xpath(f"//*[local-name()='rect' and @fill='{stroke.colour}']")


def test_a_hostile_name_is_text_and_not_markup() -> None:
    svg = drawn(frequency('</text><script>alert("1")</script>'))
    assert not svg.xpath("//*[local-name()='script']")
    assert any(word.startswith("</text><script>") for word in words(svg))


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_gives_a_picture_that_xml_allows(text: str) -> None:
    svg = drawn(frequency(text, days=2, undated=1), caption=text)
    assert len(words(svg)) > 3


def test_signs_that_turn_text_around_stay_out_of_the_picture() -> None:
    assert "aissuR" in words(drawn(frequency("\u202eaissuR\x1b\ufffe\udcff")))


def test_a_long_name_is_cut_and_labels_stay_inside_the_picture() -> None:
    svg = drawn(frequency("Office of the High Commissioner for Refugees"))
    assert "Office of the High Comm…" in words(svg)
    for text in svg.xpath("//*[local-name()='text']"):
        assert 0 <= float(text.get("x")) <= chart.WIDTH
        assert 0 <= float(text.get("y")) <= chart.HEIGHT


def test_nothing_to_draw_is_said_in_words() -> None:
    nobody = frequency()
    assert "No actor is named in the selection." in words(drawn(nobody))
    undated = Frequency("day", (), (), (), (Series("a", "Russia", (), ()),), 3)
    assert "No article of the selection has a date." in words(drawn(undated))
    assert "no article of the selection has a date" in chart.describe(undated)


def test_a_single_day_is_drawn() -> None:
    assert "1 Dec" in words(drawn(frequency("Russia", days=1)))


def test_the_chart_in_words_names_the_highest_day_of_each_actor() -> None:
    told = chart.describe(frequency("Russia"))
    assert told == (
        "Share of articles naming each actor, by day, 1–10 December 2024."
        " Russia: at most 75 %, on 4 December 2024."
    )
    assert "Russia: at most 3, on 4 December 2024." in chart.describe(
        frequency("Russia"), measure="mentions"
    )


def test_a_caption_is_written_under_the_chart() -> None:
    assert "matching “withdraw*”" in words(drawn(frequency("a"), caption="matching “withdraw*”"))


def test_the_same_numbers_give_the_same_picture() -> None:
    assert chart.svg(frequency("Russia", undated=2)) == chart.svg(frequency("Russia", undated=2))
