"""The columnar image answers what SQL answers, after whatever is written."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.library.press import Press
from workstation.domain.frequency import UNITS
from workstation.domain.selection import Brush, Selection
from workstation.domain.signs import Sign
from workstation.library import concordance, corpus, counts, folding, network, signs
from workstation.library.articles import add
from workstation.library.columns import stored
from workstation.library.library import Library, Reading
from workstation.library.schema import actors, articles

_FIRST = date(2024, 1, 1)
_ACTORS = ["Arland", "Borland", "Corland", "Dorland", "Erland", "Forland"]
_OUTLETS = ["", "Halyard Wire", "Östlicher Bote", "The Lantern"]

Ask = Callable[[Reading], object]


def _fill(library: Library, many: int, seed: int) -> None:
    press = Press(library)
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    with library.write() as writing:
        for number in range(many):
            named = chance.choices(_ACTORS, k=chance.randrange(5))
            arrival = press.arrival(
                f"{number}: " + " saw ".join([*named, "a heron"]) + ".",
                outlet=chance.choice(_OUTLETS),
                language=chance.choice(["en", "de", ""]),
                on=_FIRST + timedelta(chance.randrange(70)) if chance.random() < 0.9 else None,
                story=chance.randrange(1, number) if number > 2 and chance.random() < 0.3 else None,
            )
            article = add(writing, arrival).article
            press.tag_within(writing, article, {actor: actor for actor in named})


def _merge(library: Library, one: int, into: int) -> None:
    with library.write() as writing:
        writing.connection.execute(
            sa.update(actors).where(actors.c.canonical_id == one).values(canonical_id=into)
        )
        writing.touched("actors")


def _set(library: Library, which: int, **values: object) -> None:
    with library.write() as writing, counts.recounted(writing, [which]):
        writing.connection.execute(
            sa.update(articles).where(articles.c.id == which).values(**values)
        )
        writing.touched("articles")


def _remove(library: Library, which: int) -> None:
    with library.write() as writing, counts.recounted(writing, [which]):
        writing.connection.execute(sa.delete(articles).where(articles.c.id == which))
        writing.touched("articles")


def _silence(library: Library, actor: int, *, counted: bool) -> None:
    with library.write() as writing:
        writing.connection.execute(
            sa.update(actors).where(actors.c.id == actor).values(counted=counted, kind="place")
        )
        counts.refresh_articles(writing, [actor])
        writing.touched("actors")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Library]:
    """A library of some sixty articles whose image is kept."""
    with Library.create(tmp_path / "x.mwlib", zone="UTC") as made:
        _fill(made, 60, seed=7)
        _merge(made, 2, 1)
        made.keep_columns()
        yield made


def _questions(selection: Selection, named: list[str]) -> dict[str, Ask]:
    asked: dict[str, Ask] = {
        "size": corpus.size,
        "count": lambda r: corpus.count(r, selection),
        "extent": lambda r: corpus.extent(r, selection),
        "actors": lambda r: corpus.actors(r, selection),
        "kinds": lambda r: corpus.actors(r, selection, kinds=("place",)),
        "some actors": lambda r: corpus.actors(r, selection, actor_ids=named[:2], limit=1),
        "sparklines": lambda r: corpus.sparklines(r, selection, named),
        "concordance": lambda r: concordance.of_actors(r, selection, named[:2], limit=7),
        "all of the concordance": lambda r: concordance.of_actors(r, selection, named[:2]),
        "words": lambda r: concordance.of_words(
            r, replace(selection, words=f"{selection.words} heron"), limit=40
        ),
        "places": lambda r: concordance.number_of(r, selection, named[:2]),
        "sentences": lambda r: network.in_sentences(r, selection, most=9),
    }
    for unit in UNITS:
        asked |= {
            f"outlets in {unit}": lambda r, u=unit: corpus.facet(r, selection, "outlet", u),
            f"languages in {unit}": lambda r, u=unit: corpus.facet(r, selection, "language", u),
            f"network in {unit}": lambda r, u=unit: network.in_units(
                r, selection, unit=u, beside=named[3:]
            ),
            f"days in {unit}": lambda r, u=unit: corpus.frequency(
                r, selection, named, "week", unit=u, beside=UNITS
            ),
        }
    for order in corpus.ORDERS:
        asked |= {
            f"list, {order}": lambda r, o=order: corpus.articles(
                r, selection, order=o, offset=3, limit=9
            ),
            f"folded, {order}": lambda r, o=order: folding.rows(
                r, selection, order=o, opened=[1, 2], offset=1, limit=9
            ),
        }
    return asked


def _equal(kept: Library, selection: Selection) -> None:
    """Asks the image, and SQL through another opening of the same library."""
    with Library.open(kept.where, writing=False) as plain:
        with plain.read() as reading:
            assert reading.columns is None
            named = list(reading.connection.scalars(sa.select(actors.c.uuid)))
        selection = Selection(
            selection.words, selection.brush, selection.undated, selection.doubtful,
            tuple((f, tuple(named[int(v)] for v in vs) if f in ("actor", "together") else vs)
                  for f, vs in selection.facets),
        )  # fmt: skip
        for what, ask in _questions(selection, named).items():
            with kept.read() as reading:
                assert reading.columns is not None
                fast = ask(reading)
            with plain.read() as reading:
                assert fast == ask(reading), what


_SELECTIONS = [
    Selection(),
    Selection(brush=Brush(date(2024, 1, 20), date(2024, 2, 10))),
    Selection(brush=Brush(None, date(2024, 1, 9))),
    Selection(undated=True),
    Selection(undated=True, doubtful=True),
    Selection(words="heron NOT Arland"),
    Selection(words="nothing-like-this"),
    Selection().with_facet("outlet", ("", "The Lantern")),
    Selection().with_facet("language", ("de",)),
    Selection().with_facet("kind", ("state",)),
    Selection().with_facet("label", ("kept",)),
    Selection().with_facet("actor", ("0", "3")),
    Selection().with_facet("together", ("0", "2")),
    Selection().with_facet("story", ("1",)).with_facet("language", ("en",)),
    Selection().with_facet("article", ("1", "5", "999999999")),
]


def test_the_image_answers_as_sql_does(kept: Library) -> None:
    with kept.write() as writing:
        signs.change(writing, [1, 4, 9], put=[Sign("label", "kept")], who="a")
    for selection in _SELECTIONS:
        _equal(kept, selection)


_numbers = st.integers(1, 60)
_writes = st.lists(
    st.one_of(
        st.builds(lambda a, d: ("set", a, {"day": d}), _numbers, st.sampled_from([None, 738900])),
        st.builds(lambda a, o: ("set", a, {"outlet": o}), _numbers, st.sampled_from(["", "New"])),
        st.builds(lambda a, s: ("set", a, {"story": s}), _numbers, _numbers),
        st.builds(lambda a: ("remove", a), _numbers),
        st.builds(lambda a, b: ("merge", a, b), st.integers(1, 6), st.integers(1, 6)),
        st.builds(lambda a, on: ("silence", a, on), st.integers(1, 6), st.booleans()),
        st.builds(lambda n: ("fill", n), st.integers(0, 99)),
    ),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(writes=_writes)
def test_the_image_follows_whatever_is_written(
    tmp_path_factory: pytest.TempPathFactory, writes: list[tuple[object, ...]]
) -> None:
    with Library.create(tmp_path_factory.mktemp("x") / "x.mwlib", zone="UTC") as library:
        _fill(library, 25, seed=3)
        library.keep_columns()
        for verb, *terms in writes:
            if verb == "set":
                _set(library, terms[0], **terms[1])  # type: ignore[arg-type]
            elif verb == "remove":
                _remove(library, terms[0])  # type: ignore[arg-type]
            elif verb == "merge":
                _merge(library, *terms)  # type: ignore[arg-type]
            elif verb == "silence":
                _silence(library, terms[0], counted=bool(terms[1]))  # type: ignore[arg-type]
            else:
                _fill(library, 3, seed=int(str(terms[0])))
        _equal(library, Selection())
        _equal(library, Selection(brush=Brush(date(2024, 1, 5), None)))


def test_a_reading_is_answered_as_of_its_own_moment(kept: Library) -> None:
    with kept.read() as before:
        held = corpus.count(before, Selection())
        _fill(kept, 2, seed=1)
        assert corpus.count(before, Selection()) == held
    with kept.read() as after:
        assert corpus.count(after, Selection()) == held + 2


def test_a_write_that_is_taken_back_leaves_the_image_alone(kept: Library) -> None:
    with kept.read() as reading:
        image = reading.columns
    with pytest.raises(sa.exc.DatabaseError), kept.write() as writing:
        writing.connection.exec_driver_sql("DELETE FROM articles WHERE id < 9; SELECT 1")
    with kept.read() as reading:
        assert reading.columns is image


def test_a_write_too_large_to_follow_is_read_anew(
    kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workstation.library.columns.touching.COLUMNS_TOUCHED", 3)
    with kept.read() as reading:
        assert reading.columns is not None
    with kept.write() as writing:
        writing.connection.execute(sa.update(articles).values(outlet="One for all"))
    with kept.read() as reading:
        found = corpus.facet(reading, Selection(), "outlet")
    assert [(one.value, one.count) for one in found] == [("One for all", 60)]


def test_the_image_is_there_at_once_when_the_library_opens_again(kept: Library) -> None:
    with kept.read() as reading:
        before = reading.columns
        assert before is not None
    _fill(kept, 1, seed=5)
    kept.close()
    file = Path(kept.where) / "columns.npz"
    with closing(Library.open(kept.where)) as again:
        with again.read() as reading:
            assert reading.columns is None
        again.keep_columns()
        with again.read() as reading:
            found = reading.columns
        assert found is not None
        assert stored.load(file, found.generation) is not None
        _equal(again, Selection())


@pytest.mark.parametrize("harm", ["cut", "noise", "empty", "gone"])
def test_an_image_on_disk_that_was_harmed_is_made_anew(kept: Library, harm: str) -> None:
    with kept.read() as reading:
        assert reading.columns is not None
    kept.close()
    file = Path(kept.where) / "columns.npz"
    whole = file.read_bytes()
    if harm == "gone":
        file.unlink()
    else:
        harmed = {"cut": whole[:-70], "empty": b"", "noise": bytes(len(whole))}[harm]
        file.write_bytes(harmed)
    with closing(Library.open(kept.where)) as again:
        again.keep_columns()
        _equal(again, Selection())


def test_an_image_of_another_state_of_the_library_is_not_taken(kept: Library) -> None:
    kept.close()
    with closing(Library.open(kept.where)) as without:
        _fill(without, 1, seed=2)
    with closing(Library.open(kept.where)) as again:
        again.keep_columns()
        with again.read() as reading:
            assert corpus.count(reading, Selection()) == 61
            assert reading.columns is not None


def test_who_may_only_read_has_an_image_too_and_writes_none(tmp_path: Path) -> None:
    with Library.create(tmp_path / "r.mwlib", zone="UTC") as made:
        _fill(made, 5, seed=1)
    with Library.open(tmp_path / "r.mwlib", writing=False) as library:
        library.keep_columns()
        with library.read() as reading:
            assert reading.columns is not None
            assert corpus.count(reading, Selection()) == 5
    assert not (tmp_path / "r.mwlib" / "columns.npz").exists()


def test_a_compacted_library_leaves_no_former_name_in_its_image(kept: Library) -> None:
    with kept.read() as reading:
        assert reading.columns is not None
    with kept.write() as writing:
        writing.connection.execute(sa.update(articles).values(outlet="One for all"))
    kept.compact()
    with kept.read() as reading:
        assert reading.columns is not None
    kept.close()
    assert b"Halyard" not in (Path(kept.where) / "columns.npz").read_bytes()


def test_a_library_closes_while_its_image_is_being_built(kept: Library) -> None:
    kept.close()
    (Path(kept.where) / "columns.npz").unlink(missing_ok=True)
    with Library.open(kept.where) as again:
        again.keep_columns()
