from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from workstation.resolving.known import Alias
from workstation.resolving.register_files import read_decoys, read_register, read_translations
from workstation.resources import resource


def written(folder: Path, actors: str) -> Path:
    path = folder / "own.json"
    path.write_text(f'{{"register": "own", "actors": [{actors}]}}', "utf-8")
    return path


def test_an_actor_is_read_with_its_aliases(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '{"key": "amal", "name": "Port Amal", "kind": "place", "label": "GPE",'
        ' "aliases": {"name": ["Amal", {"alias": "Port", "unless": [["before a name"]]}]},'
        ' "languages": {"ru": {"name": ["Амаль"]}}}',
    )
    (known,) = read_register(path, {"amal": {"fr": {"name": ("Port-Amal",)}}})
    assert (known.key, known.kind, known.label) == ("own/amal", "place", "GPE")
    assert known.aliases == (
        Alias("Port Amal", "name"),
        Alias("Amal", "name"),
        Alias("Port", "name", unless=(("before a name",),)),
        Alias("Амаль", "name", "ru"),
        Alias("Port-Amal", "name", "fr"),
    )


def test_a_capital_in_another_language_means_the_same_town(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '{"key": "a", "name": "A", "kind": "state", "aliases": {"capital": ["Moscow"]},'
        ' "languages": {"ru": {"capital": ["Москв*"]}}}',
    )
    (known,) = read_register(path, {"a": {"de": {"capital": ("Moskau",)}}})
    capitals = [(alias.text, alias.town) for alias in known.aliases if alias.kind == "capital"]
    assert capitals == [("Moscow", "Moscow"), ("Москв*", "Moscow"), ("Moskau", "Moscow")]


def test_a_name_with_conditions_or_a_title_is_no_alias_by_itself(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '{"key": "q", "name": "Queen Amal", "kind": "person"},'
        '{"key": "a", "name": "Amal", "kind": "party",'
        ' "aliases": {"name": [{"alias": "Amal", "only_if": [["alone"]]}]}}',
    )
    queen, party = read_register(path)
    assert queen.aliases == ()
    assert [alias.text for alias in party.aliases] == ["Amal"]
    assert (queen.label, party.label) == ("PERSON", "ORG")


@pytest.mark.parametrize(
    "actor",
    [
        '{"key": "a", "name": "A", "kind": "planet"}',
        '{"key": "a", "name": "A", "kind": "place", "aliases": {"nickname": ["B"]}}',
        '{"key": "a", "name": "A", "kind": "place", "born": 1900}',
        '{"name": "A", "kind": "place"}',
    ],
)
def test_a_slip_of_the_hand_is_noticed(tmp_path: Path, actor: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        list(read_register(written(tmp_path, actor)))


def test_decoys_are_nobody() -> None:
    decoys = read_decoys(resource("actors", "decoys.json"))
    assert decoys.is_nobody
    assert Alias("Swiss cheese", "name") in decoys.aliases


def test_translations_are_by_state_and_language() -> None:
    names = read_translations(resource("actors", "translations.json"))
    assert names["SY"]["de"] == {"name": ("Syrien", "Syriens"), "capital": ("Damaskus",)}
    assert names["RU"]["ru"]["name"] == ("Россия", "России", "Россию", "Россией")
