from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from workstation.domain.actor import Actor, actor_uuid
from workstation.domain.mention import Found
from workstation.domain.selection import Selection
from workstation.errors import UnknownName
from workstation.library import actors, corpus, schema
from workstation.library.actors import Standing
from workstation.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.library.press import Press


def uuid(name: str) -> str:
    return actor_uuid(f"state/{name}")


def stand(library: Library, names: list[str], decided: Callable[[Standing], Standing]) -> None:
    with library.write() as writing:
        actors.stand(writing, [uuid(name) for name in names], decided)


def merge(library: Library, into: dict[str, str]) -> None:
    wanted = {uuid(one): uuid(other) for one, other in into.items()}

    def decided(found: Standing) -> Standing:
        canonical = wanted.get(found.uuid, found.uuid)
        return Standing(found.uuid, found.name, found.kind, canonical)

    stand(library, [*into, *into.values()], decided)


def find(library: Library, name: str) -> Actor:
    with library.read() as reading:
        return corpus.find_actor(reading, name)


def test_an_actor_is_found_by_identifier_key_name_and_alias(library: Library, press: Press) -> None:
    press.tag(press.article("Москва and Russia."), {"Москва": "Russia", "Russia": "Russia"})
    for name in (uuid("Russia"), "state/Russia", "Russia", "russia", "МОСКВА", "  Russia "):
        assert find(library, name).id == uuid("Russia")


def test_a_name_outranks_an_alias(library: Library, press: Press) -> None:
    press.tag(press.article("Georgia."), {"Georgia": "Georgia"})
    press.tag(press.article("Georgia."), {"Georgia": "Atlanta"})
    assert find(library, "Georgia").name == "Georgia"
    assert find(library, "Atlanta").aliases == ("Georgia",)


def test_an_alias_of_several_actors_is_told_with_all_of_them(
    library: Library, press: Press
) -> None:
    press.tag(press.article("Smith."), {"Smith": "Adam Smith"})
    press.tag(press.article("Smith."), {"Smith": "John Smith"})
    with pytest.raises(UnknownName) as caught:
        find(library, "smith")
    for name in ("Adam Smith", "John Smith"):
        assert f"{name} (state, {uuid(name)})" in caught.value.what_happened


def test_an_actor_that_is_mentioned_outranks_one_that_is_not(
    library: Library, press: Press
) -> None:
    number = press.named("Georgia.", "Georgia")
    press.tag(number, {"Georgia": "Atlanta"})
    assert find(library, "Georgia").name == "Atlanta"
    press.tag(number, {})
    assert find(library, "Georgia").mentions == 0


def test_a_name_no_text_spells_so_is_found_letter_by_letter(library: Library, press: Press) -> None:
    press.tag(press.article("Ankara."), {"Ankara": "Türkiye"})
    assert find(library, "turkiye").name == "Türkiye"


@pytest.mark.parametrize("name", ["", "Nobody", "\0", "\ud800", "%", "'; DROP TABLE actors; --"])
def test_nobody_is_called_so(library: Library, press: Press, name: str) -> None:
    press.named("Russia.", "Russia")
    with pytest.raises(UnknownName):
        find(library, name)
    with library.read() as reading, pytest.raises(UnknownName):
        actors.name_of(reading, name.replace("\0", "").replace("\ud800", ""))


def test_a_merged_actor_stands_for_the_one_it_became(library: Library, press: Press) -> None:
    press.named("Russia and Moscow.", "Russia", "Moscow")
    merge(library, {"Moscow": "Russia"})
    found = find(library, "Moscow")
    assert (found.name, found.mentions, found.articles) == ("Russia", 2, 1)
    assert found.aliases == ("Moscow",)
    assert find(library, uuid("Moscow")).id == uuid("Russia")


def test_a_merge_changes_one_row_and_comes_back(library: Library, press: Press) -> None:
    press.named("Russia, Moscow, Syria.", "Russia", "Moscow", "Syria")

    def dump() -> dict[str, list[tuple[object, ...]]]:
        tables = (
            schema.actors,
            schema.mentions,
            schema.article_actors,
            schema.actor_days,
            schema.aliases,
            schema.articles,
        )
        with library.read() as reading:
            return {
                table.name: sorted(
                    map(tuple, reading.connection.execute(sa.select(table))), key=repr
                )
                for table in tables
            }

    before = dump()
    merge(library, {"Moscow": "Russia"})
    after = dump()
    assert len(set(before["actors"]) ^ set(after["actors"])) == 2
    assert {t: r for t, r in before.items() if t != "actors"} == {
        t: r for t, r in after.items() if t != "actors"
    }
    merge(library, {})
    assert dump() == before


def test_an_actor_that_does_not_count_is_taken_from_every_number(
    library: Library, press: Press
) -> None:
    number = press.named("Monday in Russia.", "Monday", "Russia")
    with library.write() as writing:
        actors.stand(
            writing,
            [uuid("Monday")],
            lambda found: Standing(found.uuid, found.name, found.kind, found.uuid, counted=False),
        )
        assert [a.name for a in corpus.actors(writing, Selection())] == ["Russia"]
        assert corpus.article(writing, number).mentions == 1
        assert corpus.actors_in(writing, number) == {uuid("Russia"): 1}
        assert [m.counted for m in corpus.mentions_in(writing, number)] == [False, True]
        only = Selection().with_facet("actor", (uuid("Monday"),))
        assert corpus.count(writing, only) == 0
    merge(library, {})
    with library.read() as reading:
        assert corpus.article(reading, number).mentions == 2


def test_whoever_is_merged_into_one_that_does_not_count_does_not_count(
    library: Library, press: Press
) -> None:
    number = press.named("Monday, Tuesday.", "Monday", "Tuesday")
    stand(
        library,
        ["Monday", "Tuesday"],
        lambda found: Standing(found.uuid, found.name, found.kind, uuid("Monday"), counted=False),
    )
    with library.read() as reading:
        assert corpus.article(reading, number).mentions == 0
        assert corpus.actors(reading, Selection()) == []


def test_a_name_and_a_kind_are_what_was_decided(library: Library, press: Press) -> None:
    press.named("HTS.", "HTS")
    stand(
        library,
        ["HTS"],
        lambda found: Standing(found.uuid, "Hayat Tahrir al-Sham", "armed-group", found.uuid),
    )
    found = find(library, "hayat tahrir al-sham")
    assert (found.id, found.kind, found.aliases) == (uuid("HTS"), "armed-group", ("HTS",))
    press.named("HTS.", "HTS")
    assert find(library, "HTS").name == "Hayat Tahrir al-Sham"
    stand(library, [], lambda found: found)
    assert find(library, "HTS").name == "HTS"


def test_a_new_actor_is_not_called_as_a_dateline_spells_it(library: Library) -> None:
    found = [
        Found("text", at, at + 7, spelt, "GPE", "model", "place/chtaura", spelt, "place", "")
        for at, spelt in enumerate(("CHTAURA", "Chtaura", "chtaura"))
    ]
    with library.write() as writing:
        actors.ensure(writing, found)
        assert actors.name_of(writing, actor_uuid("place/chtaura")) == "Chtaura"
