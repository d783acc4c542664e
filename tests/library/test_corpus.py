from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workstation.domain.actor import actor_uuid
from workstation.domain.frequency import BYS, UNITS, By, Unit
from workstation.domain.selection import Brush, Facet, Selection
from workstation.library import actors, corpus, periods
from workstation.library.actors import Standing
from workstation.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.library.press import Press

MODEST = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
NAMES = ("Russia", "Moscow", "Syria", "Monday")
KINDS = {"Russia": "state", "Moscow": "state", "Syria": "people", "Monday": "state"}
OUTLETS = ("Halyard Wire", "Levant Dispatch", "")


def uuid(name: str) -> str:
    return actor_uuid(f"state/{name}")


@dataclass(frozen=True)
class Sheet:
    """An article as the naive recount knows it."""

    outlet: str
    day: date | None
    story: int
    names: tuple[str, ...]


SHEETS = st.lists(
    st.builds(
        Sheet,
        st.sampled_from(OUTLETS),
        st.none() | st.dates(date(2024, 12, 1), date(2024, 12, 6)),
        st.integers(0, 3),
        st.lists(st.sampled_from(NAMES), max_size=5).map(tuple),
    ),
    max_size=7,
)
SELECTIONS = st.builds(
    lambda words, brush, undated, chosen: Selection(
        words=words, brush=brush, undated=undated, facets=tuple(sorted(chosen.items()))
    ),
    st.sampled_from(["", "", "Russia", "Syria -Moscow", "Russia OR Syria"]),
    st.sampled_from([Brush(), Brush(), Brush(date(2024, 12, 2), date(2024, 12, 4))]),
    st.sampled_from([False, False, True]),
    st.fixed_dictionaries(
        {},
        optional={
            "outlet": st.sampled_from([OUTLETS[:1], OUTLETS[:2]]),
            "actor": st.sampled_from([(uuid("Russia"),), (uuid("Moscow"), uuid("Syria"))]),
            "kind": st.just(("people",)),
        },
    ),
)


def root(name: str) -> str:
    """Moscow is merged into Russia."""
    return "Russia" if name == "Moscow" else name


def counted(sheet: Sheet) -> Counter[str]:
    """Monday is no actor."""
    return Counter(root(name) for name in sheet.names if name != "Monday")


def has_words(words: str, sheet: Sheet) -> bool:
    named = set(sheet.names)
    return {
        "": True,
        "Russia": "Russia" in named,
        "Syria -Moscow": "Syria" in named and "Moscow" not in named,
        "Russia OR Syria": bool({"Russia", "Syria"} & named),
    }[words]


def fits(selection: Selection, sheet: Sheet) -> bool:
    named = counted(sheet)
    wanted = {root(name) for name in NAMES if uuid(name) in selection.facet("actor")}
    kinds = selection.facet("kind")
    first, last = selection.brush.first or date.min, selection.brush.last or date.max
    return (
        has_words(selection.words, sheet)
        and (not selection.brush or (sheet.day is not None and first <= sheet.day <= last))
        and (not selection.undated or sheet.day is None)
        and (not selection.facet("outlet") or sheet.outlet in selection.facet("outlet"))
        and (not wanted or bool(wanted & named.keys()))
        and (not kinds or any(KINDS[name] in kinds for name in named))
    )


@pytest.fixture
def stocked(library: Library, press: Press) -> Library:
    """A library whose articles are replaced by each example."""
    press.named(" ".join(NAMES), *NAMES)

    def decided(found: Standing) -> Standing:
        canonical = uuid("Russia") if found.name == "Moscow" else found.uuid
        kind, counts = KINDS[found.name], found.name != "Monday"
        return Standing(found.uuid, found.name, kind, canonical, counted=counts)

    with library.write() as writing:
        actors.stand(writing, [uuid(name) for name in NAMES], decided)
    return library


def fill(press: Press, sheets: list[Sheet]) -> dict[int, Sheet]:
    with press.library.write() as writing:
        if writing.sqlite:
            writing.connection.exec_driver_sql(
                "INSERT INTO article_fts(article_fts) VALUES ('delete-all')"
            )
        for table in ("actor_days", "article_actors", "mentions", "bodies", "articles"):
            writing.connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
        stored = {}
        for sheet in sheets:
            arrival = press.arrival(
                " ".join(sheet.names),
                title="",
                outlet=sheet.outlet,
                on=sheet.day,
                story=1_000 + sheet.story,
            )
            number = corpus.article_rows.add(writing, arrival).article
            press.tag_within(writing, number, {name: name for name in NAMES})
            stored[number] = sheet
    return stored


@MODEST
@given(sheets=SHEETS, selections=st.lists(SELECTIONS, min_size=6, max_size=6))
def test_a_corpus_counts_as_anybody_would_by_hand(
    stocked: Library, press: Press, sheets: list[Sheet], selections: list[Selection]
) -> None:
    stored = fill(press, sheets)
    for selection in selections:
        inside = {number: sheet for number, sheet in stored.items() if fits(selection, sheet)}
        with stocked.read() as reading:
            assert corpus.size(reading) == len(stored)
            assert corpus.count(reading, selection) == len(inside)
            found = corpus.articles(reading, selection)
            assert {article.id for article in found} == inside.keys()
            for article in found:
                sheet = inside[article.id]
                assert article.mentions == counted(sheet).total()
                assert corpus.actors_in(reading, article.id) == {
                    uuid(name): n for name, n in counted(sheet).items()
                }
                assert article.story_size == sum(s.story == sheet.story for s in sheets)
            size = corpus.extent(reading, selection)
            assert [size.of(u) for u in UNITS] == [different(inside.values(), u) for u in UNITS]
            for unit in UNITS:
                assert corpus.facet(reading, selection, "outlet", unit) == outlets(inside, unit)
            assert actor_rows(reading, selection) == by_hand(inside)
            listed = corpus.mentions(reading, selection, actor_ids=[uuid("Moscow")])
            assert len(listed) == sum(counted(sheet)["Russia"] for sheet in inside.values())


def different(sheets: Iterable[Sheet], unit: Unit) -> int:
    """How many articles, stories or outlets there are; an article without an outlet has none."""
    if unit == "articles":
        return len(list(sheets))
    if unit == "stories":
        return len({sheet.story for sheet in sheets})
    return len({sheet.outlet for sheet in sheets} - {""})


def outlets(inside: dict[int, Sheet], unit: Unit) -> list[corpus.FacetCount]:
    by_outlet = defaultdict(list)
    for sheet in inside.values():
        by_outlet[sheet.outlet].append(sheet)
    counted_in: Unit = "stories" if unit == "stories" else "articles"
    rows = [(different(s, counted_in), len(s), name) for name, s in by_outlet.items()]
    ordered = sorted(rows, key=lambda row: (-row[0], -row[1], row[2]))
    return [corpus.FacetCount(name, n) for n, _, name in ordered]


def actor_rows(reading: corpus.Reading, selection: Selection) -> list[tuple[object, ...]]:
    return [
        (a.name, a.kind, a.mentions, *map(a.named_in, UNITS), a.first, a.last)
        for a in corpus.actors(reading, selection)
    ]


def by_hand(inside: dict[int, Sheet]) -> list[tuple[object, ...]]:
    naming = defaultdict(list)
    for sheet in inside.values():
        for name, n in counted(sheet).items():
            naming[name].append((sheet, n))
    rows = []
    for name, sheets in naming.items():
        days = [sheet.day for sheet, _ in sheets if sheet.day]
        n = sum(n for _, n in sheets)
        units = [different([sheet for sheet, _ in sheets], unit) for unit in UNITS]
        first, last = min(days, default=None), max(days, default=None)
        rows.append((name, KINDS[name], n, *units, first, last))
    return sorted(rows, key=lambda row: (-row[2], row[0]))


@MODEST
@given(
    sheets=SHEETS,
    selections=st.lists(SELECTIONS, min_size=4, max_size=4),
    by=st.sampled_from(BYS),
    unit=st.sampled_from(UNITS),
)
def test_a_frequency_counts_as_anybody_would_by_hand(
    stocked: Library,
    press: Press,
    sheets: list[Sheet],
    selections: list[Selection],
    by: By,
    unit: Unit,
) -> None:
    stored = fill(press, sheets)
    for selection in selections:
        inside = [sheet for sheet in stored.values() if fits(selection, sheet)]
        with stocked.read() as reading:
            ids = [uuid("Moscow"), uuid("Syria"), uuid("Russia"), uuid("Monday"), "nobody"]
            counts = corpus.frequency(reading, selection, ids, by, unit=unit, beside=UNITS)
            sparks = corpus.sparklines(reading, selection, ids)

        def when(sheet: Sheet) -> date | None:
            return periods.start_of(sheet.day, by) if sheet.day else None

        def of(period: date | None, sheets: Iterable[Sheet] = inside, unit: Unit = unit) -> int:
            return different([sheet for sheet in sheets if when(sheet) == period], unit)

        covered = {when(sheet) for sheet in stored.values()}
        assert counts.undated_total == of(None)
        assert counts.totals == tuple(map(of, counts.periods))
        assert counts.dated_total == different([s for s in inside if s.day], unit)
        assert counts.covered == tuple(period in covered for period in counts.periods)
        # Moscow was merged into Russia: one series, however many of its names are asked for.
        assert [s.actor for s in counts.series] == ["Russia", "Syria", "Monday"]
        for series in counts.series:
            naming = [(sheet, counted(sheet)[series.actor]) for sheet in inside]
            naming = [(sheet, n) for sheet, n in naming if n]
            for i, period in enumerate(counts.periods):
                there = [n for sheet, n in naming if when(sheet) == period]
                assert (series.mentions[i], series.articles[i]) == (sum(there), len(there))
                for each in UNITS:
                    assert series.named_in(each)[i] == of(period, [s for s, _ in naming], each)
            undated = [n for sheet, n in naming if sheet.day is None]
            assert series.undated_mentions == sum(undated)
            assert series.undated_articles == len(undated)
            for each in UNITS:
                assert series.undated_in(each) == of(None, [s for s, _ in naming], each)
            dated = sum(n for sheet, n in naming if sheet.day)
            assert sum(series.mentions) == sum(sparks[series.actor_id]) == dated


# Lists --------------------------------------------------------------------------------------


def test_pages_follow_each_other_in_every_order(library: Library, press: Press) -> None:
    for n in range(9):
        day = date(2024, 12, 1 + n % 3) if n % 4 else None
        press.named("Russia " * (n % 3), "Russia", title=f"T{n % 2}", outlet=OUTLETS[n % 2], on=day)
    with library.read() as reading:
        for order in ("newest", "oldest", "title", "outlet", "mentions"):
            whole = corpus.articles(reading, Selection(), order=order)
            pages = [
                article
                for offset in range(0, 9, 2)
                for article in corpus.articles(
                    reading, Selection(), order=order, offset=offset, limit=2
                )
            ]
            assert pages == whole
            assert len(whole) == 9
        newest = [a.day for a in corpus.articles(reading, Selection())]
        oldest = [a.day for a in corpus.articles(reading, Selection(), order="oldest")]
        most = [a.mentions for a in corpus.articles(reading, Selection(), order="mentions")]
    dated = [day for day in newest if day]
    assert newest == [*sorted(dated, reverse=True), None, None, None]
    assert oldest == [*sorted(dated), None, None, None]
    assert most == sorted(most, reverse=True)


def test_the_same_day_is_ordered_by_the_minute(library: Library, press: Press) -> None:
    for hour in (9, 7, 8):
        press.article("x", title=str(hour), at=datetime(2024, 12, 14, hour, tzinfo=UTC))
    with library.read() as reading:
        newest = [a.title for a in corpus.articles(reading, Selection())]
    assert newest == ["9", "8", "7"]


@pytest.mark.parametrize(
    ("name", "values", "fits"),
    [
        ("language", ("ru",), 1),
        ("language", ("ru", "en"), 2),
        ("outlet", ("Halyard Wire",), 2),
        ("outlet", ("nobody's",), 0),
        ("story", ("1",), 2),
        ("article", ("1", "2", "x", "²", "9" * 30), 2),
        ("actor", ("nobody",), 0),
        ("kind", ("state",), 1),
        ("kind", ("party",), 0),
    ],
)
def test_a_facet_holds_any_of_its_values(
    library: Library, press: Press, name: Facet, values: tuple[str, ...], fits: int
) -> None:
    with library.write() as writing:
        for language in ("en", "ru"):
            arrival = press.arrival("Russia.", language=language, story=1)
            corpus.article_rows.add(writing, arrival)
        press.tag_within(writing, 1, {"Russia": "Russia"})
    with library.read() as reading:
        assert corpus.count(reading, Selection().with_facet(name, values)) == fits


def test_languages_are_counted_most_articles_first(library: Library, press: Press) -> None:
    for language in ("en", "ru", "ru", ""):
        press.article("x", language=language)
    with library.read() as reading:
        found = corpus.facet(reading, Selection(), "language")
    assert [(f.value, f.count) for f in found] == [("ru", 2), ("", 1), ("en", 1)]


def test_mentions_may_be_asked_of_some_actors_some_kinds_and_up_to_a_limit(
    library: Library, press: Press
) -> None:
    press.named("Russia met Syria. Russia left.", "Russia", "Syria")
    press.named("Russia came back.", "Russia", outlet="Levant Dispatch")
    with library.read() as reading:
        every = corpus.mentions(reading, Selection())
        assert [m.text for m in every] == ["Russia", "Syria", "Russia", "Russia"]
        assert corpus.mentions(reading, Selection(), limit=2) == every[:2]
        syria = corpus.mentions(reading, Selection(), actor_ids=[uuid("Syria")])
        assert [m.text for m in syria] == ["Syria"]
        assert corpus.mentions(reading, Selection(), actor_ids=["nobody"]) == []
        assert corpus.mentions(reading, Selection(), kinds=["party"]) == []
        assert corpus.mentions(reading, Selection(), kinds=["state"]) == every
        there = Selection().with_facet("outlet", ("Levant Dispatch",))
        assert corpus.mentions(reading, there) == every[3:]


def test_actors_may_be_asked_of_some_kinds_and_up_to_a_limit(
    library: Library, press: Press
) -> None:
    press.named("Russia met Syria. Russia left.", "Russia", "Syria")
    with library.read() as reading:
        every = corpus.actors(reading, Selection())
        assert [a.name for a in every] == ["Russia", "Syria"]
        assert corpus.actors(reading, Selection(), limit=1) == every[:1]
        assert corpus.actors(reading, Selection(), kinds=["party"]) == []
        assert corpus.actors(reading, Selection(), actor_ids=[uuid("Syria")]) == every[1:]


def test_the_commonest_spellings_of_an_actor_are_its_aliases(
    library: Library, press: Press
) -> None:
    press.tag(
        press.article("RUSSIA, Russia, the Kremlin, Moscow."),
        {"RUSSIA": "Russia", "Russia": "Russia", "the Kremlin": "Russia", "Moscow": "Russia"},
    )
    with library.read() as reading:
        (russia,) = corpus.actors(reading, Selection())
    assert sorted(russia.aliases, key=str.casefold) == ["Moscow", "RUSSIA", "the Kremlin"]


def test_a_sparkline_has_at_most_forty_steps_and_loses_nothing(
    library: Library, press: Press
) -> None:
    for day in (date(2020, 1, 1), date(2022, 6, 1), date(2024, 12, 31)):
        press.named("Russia. Russia.", "Russia", on=day)
    with library.read() as reading:
        sparks = corpus.sparklines(reading, Selection(), [uuid("Russia")])
        brushed = Selection(brush=Brush(date(2022, 6, 1), date(2022, 6, 3)))
        days = corpus.sparklines(reading, brushed, [uuid("Russia")])
    assert len(sparks[uuid("Russia")]) <= 40
    assert sum(sparks[uuid("Russia")]) == 6
    assert days == {uuid("Russia"): (2, 0, 0)}


def test_an_empty_library_has_no_numbers_and_no_errors(library: Library) -> None:
    with library.read() as reading:
        assert corpus.size(reading) == corpus.count(reading, Selection()) == 0
        assert corpus.articles(reading, Selection()) == []
        assert corpus.actors(reading, Selection()) == []
        assert corpus.facet(reading, Selection(), "outlet") == []
        counts = corpus.frequency(reading, Selection(), ["nobody"], "week")
        assert (counts.periods, counts.series, counts.undated_total) == ((), (), 0)
        brushed = Selection(brush=Brush(date(2024, 12, 1), date(2024, 12, 3)))
        assert corpus.frequency(reading, brushed, []).totals == (0, 0, 0)
        assert corpus.sparklines(reading, Selection(), []) == {}
