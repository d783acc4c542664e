from __future__ import annotations

import json
from pathlib import Path

import pytest

from workstation import limits, settings
from workstation.domain.article import Draft
from workstation.errors import UnknownName, Unreadable, Unwritable
from workstation.importing import profiles
from workstation.importing.profiles import Profile, Said
from workstation.importing.rows import drafts_of_table, understood

DESK = Profile("Desk", (("title", "Kopf"), ("text", "Rumpf"), ("author", "")), ("Kopf", "Rumpf"))


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


def test_mappings_are_saved_under_their_names_and_removed() -> None:
    assert profiles.saved() == ()
    profiles.save(DESK)
    profiles.save(Profile("Archive", (("text", "Volltext"),)))
    assert [one.name for one in profiles.saved()] == ["Archive", "Desk"]
    assert profiles.profile_named("DESK") == DESK
    changed = Profile("desk", (("text", "Rumpf"),), ("Kopf", "Rumpf"))
    profiles.save(changed)
    assert profiles.saved()[1] == changed
    profiles.remove("Desk")
    assert [one.name for one in profiles.saved()] == ["Archive"]
    with pytest.raises(UnknownName, match="as “Desk”") as missed:
        profiles.remove("Desk")
    assert "“Archive”" in missed.value.what_you_can_do


def test_a_mapping_is_shared_as_a_file(tmp_path: Path) -> None:
    profiles.write_file(DESK, tmp_path / "desk.json")
    assert profiles.read_file(tmp_path / "desk.json") == DESK
    assert profiles.given_by(str(tmp_path / "desk.json")) == DESK.given
    with pytest.raises(Unwritable, match="cannot be written"):
        profiles.write_file(DESK, tmp_path / "nowhere" / "desk.json")


def test_a_map_is_a_saved_name_or_fields_with_columns() -> None:
    profiles.save(DESK)
    assert profiles.given_by("desk") == DESK.given
    assert profiles.given_by("title=Kopf") == (("title", "Kopf"),)
    with pytest.raises(Unreadable, match="no saved mapping and no file") as refused:
        profiles.given_by("Dest")
    assert "Saved are: “Desk”." in refused.value.what_you_can_do


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no column mapping"),
        ("{", "holds no column mapping"),
        ("[" * 100_000, "holds no column mapping"),
        (" " * (1 << 20) + "{}", "holds no column mapping"),
        ("{}", "holds no column mapping"),
        ({"kind": "song"}, "holds no column mapping"),
        ({"columns": ["title"]}, "holds no column mapping"),
        ({"version": 2}, "written by a newer program"),
        ({"columns": {"colour": "Red"}}, "says “colour=Red”, which makes no sense"),
        ({"columns": {"title": "A", "dates": "backwards"}}, "“dates=backwards”"),
        ({"columns": {"author": "By"}}, "names no column for the title or the text"),
        ({"columns": {"title": "", "text": ""}}, "names no column for the title or the text"),
        ({"name": "a=b"}, "cannot be called “a=b”"),
        ({"name": " "}, "cannot be called “”"),
    ],
)
def test_a_file_that_holds_no_sound_mapping_is_told(
    tmp_path: Path, content: object, words: str
) -> None:
    sound = {"kind": "column mapping", "version": 1, "name": "x", "columns": {"title": "A"}}
    if isinstance(content, dict) and content:
        content = json.dumps({**sound, **content})
    (tmp_path / "x.json").write_text(str(content))
    with pytest.raises(Unreadable, match=words):
        profiles.read_file(tmp_path / "x.json")


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        profiles.read_file(tmp_path / "x.json")


def test_saved_mappings_that_make_no_sense_are_passed_over() -> None:
    profiles.save(DESK)
    kept = settings.column_mappings()
    settings.keep_column_mappings({**kept, "a": 1, "b": {"columns": {"colour": "Red"}}, "c=": {}})
    assert profiles.saved() == (DESK,)


def test_there_are_only_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "COLUMN_PROFILES", 1)
    profiles.save(DESK)
    profiles.save(DESK)
    with pytest.raises(Unreadable, match="No more than 1"):
        profiles.save(Profile("Other", (("text", "Text"),)))


def test_what_cannot_be_kept_is_told(own_settings: Path) -> None:
    own_settings.write_text("a file where the folder should be")
    with pytest.raises(Unwritable, match="cannot be saved"):
        profiles.save(DESK)


def drafts(rows: list[list[str]], said: Said) -> list[Draft]:
    return [draft for draft in drafts_of_table(rows, said) if draft]


def test_a_saved_mapping_is_chosen_when_the_same_labels_come_again() -> None:
    rows = [["Search: ferries"], ["rumpf", "Kopf"], ["It stayed.", "Ferry"]]
    (draft,) = drafts(rows, Said((), (DESK,)))
    assert (draft.title, draft.text) == ("Ferry", "It stayed.")
    assert draft.notes == ("The columns were told by the saved mapping “Desk”.",)
    assert understood([["Kopf", "Rumpf", "More"]], Said((), (DESK,))).profile == ""


def test_what_is_said_goes_before_what_is_saved() -> None:
    rows = [["Kopf", "Rumpf"], ["Ferry", "It stayed."]]
    (draft,) = drafts(rows, Said((("text", "Kopf"),), (DESK,)))
    assert (draft.text, draft.notes) == ("Ferry", ())


def test_a_table_without_labels_gives_its_first_row_too() -> None:
    rows = [["Ferry", "It stayed."], ["Train", "It left."]]
    given = (("labels", "none"), ("title", "column 1"), ("text", "column 2"))
    assert [one.title for one in drafts(rows, Said(given))] == ["Ferry", "Train"]
    assert understood(rows, Said(given)).labels == ()


def test_mappings_travel_to_the_readers() -> None:
    assert profiles.decode(profiles.encode((DESK,))) == (DESK,)
    assert profiles.decode(b"") == ()
