from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest

from workstation import limits
from workstation.errors import Refused
from workstation.importing import profiles
from workstation.importing.again import Otherwise, read_again
from workstation.importing.glimpse import NO_TABLE, Glimpse, decode_glimpse
from workstation.importing.importer import import_paths
from workstation.importing.looking import Spyglass, may_be_table
from workstation.importing.options import Options
from workstation.importing.profiles import Profile
from workstation.library import ledger
from workstation.library.library import Library

pytestmark = pytest.mark.usefixtures("children_do_not_run_pytest")

LONG = "The ferry did not leave on Monday, because the captain had lost his keys. " * 3
TABLE = f"Kopf;Rumpf;Tag\nFähre;{LONG};07/08/2024\nZug;{LONG};09/08/2024\n"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def spyglass() -> Iterator[Spyglass]:
    with Spyglass() as made:
        yield made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "fähren.csv"
    path.write_text(TABLE)
    return path


def test_a_table_is_shown_as_it_would_be_imported(spyglass: Spyglass, table: Path) -> None:
    seen = spyglass.at_file(table)
    assert seen.columns == ("Kopf", "Rumpf", "Tag")
    assert seen.examples[0] == "Fähre"
    assert dict(seen.given) == {"text": "Rumpf", "published": "Tag"}
    assert any("by what stands in it" in words for words in seen.doubts)
    assert [draft.published for draft in seen.drafts if draft] == [None, None]

    given = (("title", "Kopf"), ("text", "Rumpf"), ("published", "Tag"), ("dates", "day-first"))
    corrected = spyglass.at_file(table, given)
    assert [draft.title for draft in corrected.drafts if draft] == ["Fähre", "Zug"]
    assert [d.published.iso() for d in corrected.drafts if d and d.published] == [
        "2024-08-07", "2024-08-09",
    ]  # fmt: skip
    assert corrected.doubts == ()
    assert corrected.given == given

    with pytest.raises(Refused, match="no column “Titel”"):
        spyglass.at_file(table, (("title", "Titel"),))
    nothing = spyglass.at_file(table, (("text", ""), ("author", "Kopf")))
    assert nothing.drafts == ()


def test_what_is_no_table_is_told(spyglass: Spyglass, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(LONG)
    with pytest.raises(Refused) as refused:
        spyglass.at_file(path)
    assert refused.value.code == NO_TABLE
    with pytest.raises(Refused, match="cannot be opened"):
        spyglass.at_file(tmp_path / "gone.csv")
    (tmp_path / "empty.csv").write_text("")
    with pytest.raises(Refused, match="is empty"):
        spyglass.at_file(tmp_path / "empty.csv")


def test_the_kept_original_is_shown_and_read_again_with_other_columns(
    library: Library, spyglass: Spyglass, table: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "press.zip"
    with ZipFile(archive, "w") as packed:
        packed.write(table, "week/fähren.csv")
    wrong = Options(columns=(("title", "Rumpf"), ("text", "Kopf")))
    import_paths(library, [archive], options=wrong, jobs=1)
    archive.unlink()
    with library.read() as reading:
        row = next(entry for entry in ledger.entries(reading) if entry.member)
    seen = spyglass.at_entry(library, row)
    assert dict(seen.given)["title"] == "Rumpf"
    right = (("title", "Kopf"), ("text", "Rumpf"), ("published", "Tag"), ("dates", "day-first"))
    assert spyglass.at_entry(library, row, right).drafts[0].title == "Fähre"
    (again,) = read_again(library, [row], otherwise=Otherwise(columns=right), jobs=1)
    assert again.verdict == "imported"


def test_doubtful_columns_stand_in_the_ledger_until_they_are_saved(
    library: Library, table: Path, tmp_path: Path
) -> None:
    (entry,) = import_paths(library, [table], jobs=1)
    assert any(note.startswith("Columns guessed: “Rumpf” was taken") for note in entry.notes)
    given = (("title", "Kopf"), ("text", "Rumpf"), ("published", "Tag"), ("dates", "day-first"))
    profiles.save(Profile("Fähren", given, ("Kopf", "Rumpf", "Tag")))
    other = tmp_path / "other.csv"
    other.write_text(TABLE.replace("Zug", "Bus").replace("Fähre", "Boot"))
    (entry,) = import_paths(library, [other], jobs=1)
    assert entry.notes == ("The columns were told by the saved mapping “Fähren”.",)


def test_an_answer_that_no_process_of_ours_makes_is_not_believed() -> None:
    glimpse = Glimpse(("a",), ("x",), ("a",), (), ())
    assert decode_glimpse(msgspec.msgpack.encode(glimpse)) == glimpse
    for bad in (
        Glimpse(("a",), (), ("a",), (), ()),
        Glimpse(("a" * (limits.ADDRESS_CHARACTERS + 1),), ("x",), (), (), ()),
        Glimpse((), (), (), (), (None,) * (limits.GLIMPSE_ROWS + 1)),
    ):
        with pytest.raises(ValueError, match="the"):
            decode_glimpse(msgspec.msgpack.encode(bad))


def test_tables_are_told_by_their_names() -> None:
    assert may_be_table(Path("a/b.XLSX"))
    assert not may_be_table(Path("a/b.docx"))
