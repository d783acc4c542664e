"""Registers of one's own: matched where they matter, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.library.press import Press
from workstation.domain.progress import Progress
from workstation.domain.selection import Selection
from workstation.errors import Refused, UnknownName, Unreadable, WorkstationError
from workstation.library import corpus, schema
from workstation.library import registers as kept
from workstation.library.library import Library
from workstation.library.schema import articles as table
from workstation.tagging import batches, identity, registers
from workstation.tagging.tagger import tag, to_do, waits

TEXTS = (
    "The Ambers took a hill near Tartus.",
    "Nobody spoke of them in Geneva.",
    "Азуры came, the Ambers-led force said.",
)


@pytest.fixture
def tagged(library: Library) -> Library:
    """Three articles, tagged by the program's own registers."""
    press = Press(library)
    for text in TEXTS:
        press.article(text, language="de")
    tag(library, jobs=1)
    return library


def add(library: Library, folder: Path, *rows: str, name: str = "desk.csv") -> registers.Added:
    file = folder / name
    file.write_text("name,kind,alias\n" + "\n".join(rows), encoding="utf-8")
    return registers.add(library, file, who="ann")


def waiting(library: Library) -> list[int]:
    with library.read() as reading:
        pipelines = [one.id for one in identity.of(reading)]
        asked = sa.select(table.c.id).where(
            sa.or_(table.c.tagged_with.is_(None), table.c.tagged_with.not_in(pipelines))
        )
        found = sorted(reading.connection.scalars(asked))
        assert len(found) == to_do(reading)
        assert waits(reading) == bool(found)
    return found


def named(library: Library) -> set[tuple[str | None, str]]:
    with library.read() as reading:
        return {(m.actor, m.why) for m in corpus.mentions(reading, Selection())}


def test_a_register_is_matched_in_the_articles_that_hold_its_names(
    tagged: Library, tmp_path: Path
) -> None:
    added = add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers", "Azures,party,Азуры")
    assert (added.register.actors, added.register.aliases, added.replaced) == (2, 4, False)
    assert waiting(tagged) == [1, 3]

    assert tag(tagged, jobs=1).articles == 2

    found = {actor for actor, _ in named(tagged)}
    assert {"Amber Brigade", "Azures"} <= found
    why = "“Ambers” → Amber Brigade: name of an armed group (register “desk.csv”, line 2)."
    assert ("Amber Brigade", why) in named(tagged)


def test_the_model_does_not_run_again_for_a_register(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(library)
    press.article(TEXTS[0])
    tag(library, jobs=1)
    add(library, tmp_path, "Amber Brigade,armed-group,Ambers")
    # A worker that had to load it would find none.
    monkeypatch.setattr(identity, "model", lambda: tmp_path / "nothing")
    assert (tag(library, jobs=1).articles, waiting(library)) == (1, [])
    assert "Amber Brigade" in {actor for actor, _ in named(library)}


def test_removing_a_register_takes_its_names_away(tagged: Library, tmp_path: Path) -> None:
    before = named(tagged)
    add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers")
    tag(tagged, jobs=1)
    registers.remove(tagged, "desk.csv")
    assert waiting(tagged) == [1, 3]
    tag(tagged, jobs=1)
    assert named(tagged) == before
    with tagged.read() as reading:
        assert kept.listed(reading) == []


def test_adding_a_register_again_replaces_it_and_concerns_what_changed(
    tagged: Library, tmp_path: Path
) -> None:
    add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers", "Azures,party,Азуры")
    tag(tagged, jobs=1)
    assert add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers", "Azures,party,Азуры").replaced
    assert waiting(tagged) == []
    added = add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers", "Azures,party,Geneva")
    assert added.replaced
    assert waiting(tagged) == [2, 3]


def test_many_names_make_all_articles_ones_to_match_again(
    tagged: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registers, "REGISTER_NAMES_SOUGHT", 1)
    add(tagged, tmp_path, "Nobody here,armed-group,No one there")
    assert waiting(tagged) == [1, 2, 3]


def test_a_register_added_while_workers_are_at_work_is_matched_in_the_end(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH_ARTICLES", 1)
    press = Press(library)
    for text in TEXTS:
        press.article(text, language="de")
    added = []

    def add_one(progress: Progress) -> None:
        if progress.done == 1 and not added:
            added.append(add(library, tmp_path, "Amber Brigade,armed-group,Ambers"))

    tag(library, jobs=1, tell=add_one)
    assert added
    assert waiting(library) == []
    assert sum(actor == "Amber Brigade" for actor, _ in named(library)) == 1
    with library.read() as reading:
        (actor,) = (a for a in corpus.actors(reading, Selection()) if a.name == "Amber Brigade")
    assert actor.articles == 2


def test_registers_travel_with_the_library(tagged: Library, tmp_path: Path) -> None:
    add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers")
    tag(tagged, jobs=1)
    where = tagged.where
    tagged.close()
    Path(where).rename(tmp_path / "moved.mwlib")
    with Library.open(tmp_path / "moved.mwlib") as moved:
        assert waiting(moved) == []
        press = Press(moved)
        press.article("Ambers again.", language="de")
        tag(moved, jobs=1)
        with moved.read() as reading:
            (actor,) = (a for a in corpus.actors(reading, Selection()) if a.name == "Amber Brigade")
            assert actor.articles == 3
            (register,) = kept.listed(reading)
            assert (register.who, register.format) == ("ann", "csv")
            assert [known.name for known in registers.actors(reading, "desk.csv")] == [actor.name]


def test_of_two_registers_the_first_comes_first_and_it_is_told(
    tagged: Library, tmp_path: Path
) -> None:
    add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers")
    second = add(tagged, tmp_path, "Amber Bank,company,Ambers", name="banks.csv")
    assert [remark.words for remark in second.register.remarks] == [
        "“Ambers” is Amber Brigade in the register “desk.csv”, which comes first."
    ]
    tag(tagged, jobs=1)
    assert "Amber Bank" not in {actor for actor, _ in named(tagged)}
    registers.remove(tagged, "desk.csv")
    tag(tagged, jobs=1)
    assert "Amber Bank" in {actor for actor, _ in named(tagged)}


def test_a_library_holds_no_more_names_than_its_workers_can(
    tagged: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registers, "REGISTER_ALIASES", 3)
    add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers")
    with pytest.raises(Refused, match="more than 3 names"):
        add(tagged, tmp_path, "Amber Bank,company,AB", name="banks.csv")
    add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers;AB")


def test_what_is_not_there_is_said(tagged: Library, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="There is no file"):
        registers.add(tagged, tmp_path / "none.csv")
    with pytest.raises(Unreadable):
        registers.add(tagged, tmp_path)
    (tmp_path / "x.csv").write_text("name,kind\nAmbers,party")
    with pytest.raises(Unreadable, match="needs a name"):
        registers.add(tagged, tmp_path / "x.csv", name=" - ")
    with pytest.raises(UnknownName, match="no register “none”"):
        registers.remove(tagged, "none")
    with tagged.read() as reading, pytest.raises(UnknownName):
        registers.actors(reading, "none")


def test_a_damaged_register_is_told_with_words_and_can_be_removed(
    tagged: Library, tmp_path: Path
) -> None:
    add(tagged, tmp_path, "Amber Brigade,armed-group,Ambers")
    for packed in (b"", b"\x00", b"\x91\x91\x01", b"\xff" * 99):
        with tagged.write() as writing:
            writing.connection.execute(sa.update(schema.registers).values(packed=packed))
        with pytest.raises(WorkstationError, match="register “desk"):
            tag(tagged, jobs=1)
    registers.remove(tagged, "desk.csv")
    assert waiting(tagged) == [1, 2, 3]
    assert tag(tagged, jobs=1).articles == 3
