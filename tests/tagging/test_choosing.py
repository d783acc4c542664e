"""Pipelines of others, in real worker processes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.library.press import Press
from tests.tagging.packages import Packages, Pattern
from workstation.curating import decisions
from workstation.domain.selection import Selection
from workstation.errors import Refused, UnknownName, WorkstationError
from workstation.library import corpus
from workstation.library.library import Library
from workstation.settings import confirmed
from workstation.tagging import tagger
from workstation.tagging.choosing import Choice, choices, choose
from workstation.tagging.tagger import tag

TEXT = "Gestern sprach Hanna Quast in Niederfehn, und die Reederei Seewind schwieg."
NAMES: list[Pattern] = [
    {"label": "PER", "pattern": "Hanna Quast"},
    {"label": "LOC", "pattern": "Niederfehn"},
    {"label": "ORG", "pattern": "Reederei Seewind"},
    {"label": "MISC", "pattern": "Gestern"},
]


@pytest.fixture
def german(library: Library) -> Library:
    """A library with an article in German, and one in English, tagged as they come."""
    press = Press(library)
    press.article(TEXT, language="de", title="")
    press.article("Ann Hollis left Russia for Aden.", language="en", title="")
    tag(library, jobs=1)
    return library


def names(library: Library, language: str = "de") -> list[tuple[str, str]]:
    with library.read() as reading:
        selection = Selection().with_facet("language", (language,))
        return [(m.text, m.label) for m in corpus.mentions(reading, selection)]


def tagged_with(library: Library) -> dict[str, str]:
    with library.read() as reading:
        rows = reading.connection.exec_driver_sql("SELECT language, tagged_with FROM articles")
        return {row[0]: row[1].partition("+")[0] for row in rows}


def row(library: Library, name: str) -> Choice:
    with library.read() as reading:
        (found,) = [one for one in choices(reading) if one.name == name]
    return found


def test_a_confirmed_package_reads_the_articles_of_its_language(
    german: Library, packages: Packages
) -> None:
    packages.real("de_harbour", NAMES)
    assert names(german) == []
    assert row(german, "de_harbour").state == "needs confirmation"

    assert choose(german, "de_harbour", typed="de_harbour") == 1
    tagged = tag(german, jobs=1)

    assert (tagged.articles, tagged.problems, tagged.left, tagged.waiting) == (1, 0, 0, ())
    assert names(german) == [
        ("Hanna Quast", "PERSON"), ("Niederfehn", "LOC"), ("Reederei Seewind", "ORG"),
    ]  # fmt: skip
    told = row(german, "de_harbour")
    assert (told.state, told.words_per_second, told.unused) == ("in use", 12345.6, ("MISC",))
    which = tagged_with(german)
    assert which["de"].startswith("de_harbour-1.2.3-")
    assert which["en"].startswith("en_world_news-")
    assert "de_harbour" not in sys.modules
    assert tag(german, jobs=1).articles == 0


def test_a_package_is_refused_before_it_is_imported_unless_its_name_is_typed(
    german: Library, packages: Packages, tmp_path: Path
) -> None:
    canary = tmp_path / "canary"
    packages.real("de_harbour", NAMES, before=f"open({str(canary)!r}, 'w').write('sung')\n")
    for typed in ("", "yes", "de-harbour", "de_harbour2"):
        with pytest.raises(WorkstationError) as refused:
            choose(german, "de_harbour", typed=typed)
        assert refused.value.code == "not-confirmed"
    tag(german, jobs=1, again=Selection())
    assert not canary.exists()
    assert tagged_with(german)["de"] == "no-model"


CANARY = """
import os, pathlib, socket, subprocess
def tried(what):
    try:
        what()
    except OSError:
        return
    raise SystemExit("a door was open")
tried(lambda: open({canary!r}, "w").write("sung"))
tried(lambda: open({secret!r}).read())
tried(lambda: socket.socket())
tried(lambda: subprocess.run(["true"]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shuts all doors")
def test_confirmed_code_runs_behind_closed_doors(
    german: Library, packages: Packages, tmp_path: Path
) -> None:
    canary, secret = str(tmp_path / "canary"), str(tmp_path / "secret")
    Path(secret).write_text("SECRET")
    packages.real("de_harbour", NAMES, before=CANARY.format(canary=canary, secret=secret))
    choose(german, "de_harbour", typed="de_harbour")
    assert tag(german, jobs=1).waiting == ()
    assert len(names(german)) == 3
    assert not Path(canary).exists()


@pytest.mark.parametrize("meta_group", ["spacy_factories", "spacy_languages"])
def test_what_calls_itself_an_addition_to_spacy_is_not_imported(
    library: Library, packages: Packages, tmp_path: Path, meta_group: str
) -> None:
    canary = tmp_path / "canary"
    packages.bare("en", {}, code=f"open({str(canary)!r}, 'w').write('sung')\n")
    packages.advertise("en", group=meta_group)
    Press(library).article("Ann Hollis left Port Sudan for Aden.", title="")
    assert tag(library, jobs=1).articles == 1
    assert len(names(library, "en")) == 3
    assert not canary.exists()


def test_a_broken_package_beside_it_stops_no_pipeline(library: Library, packages: Packages) -> None:
    for broken in ("left-over-1.0.dist-info", "no_name-1.0.dist-info"):
        (packages.site / broken).mkdir()
    (packages.site / "no_name-1.0.dist-info" / "METADATA").write_bytes(b"\xff\xfe\x00")
    (packages.site / "left-over-1.0.dist-info" / "entry_points.txt").write_text("[spacy_models\n=")
    Press(library).article("Ann Hollis left Port Sudan for Aden.", title="")
    assert tag(library, jobs=1).articles == 1
    assert row(library, "en_world_news").state == "in use"


# What a package cannot do ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("raise RuntimeError('no weights')\n", "no weights"),
        ("import os; os._exit(3)\n", "died"),
        ("raise SystemExit\n", "died"),
        ("whole = bytearray(1 << 40)\n", "memory"),
    ],
)
def test_a_package_that_cannot_be_loaded_blames_no_article_and_changes_none(
    german: Library, packages: Packages, before: str, words: str
) -> None:
    packages.real("de_harbour", NAMES)
    choose(german, "de_harbour", typed="de_harbour")
    tag(german, jobs=1)
    good = names(german)
    packages.real("de_other", NAMES, before=before)
    choose(german, "de_other", typed="de_other")

    tagged = tag(german, jobs=1)

    assert (tagged.articles, tagged.problems) == (0, 0)
    (waiting,) = tagged.waiting
    assert "de_other cannot be used" in waiting
    assert words in waiting
    assert names(german) == good
    with german.read() as reading:
        assert corpus.not_tagged(reading) == []


def test_changed_files_are_confirmed_again(german: Library, packages: Packages) -> None:
    packages.real("de_harbour", NAMES)
    choose(german, "de_harbour", typed="de_harbour")
    (packages.site / "de_harbour" / "more.py").write_text("import os\n")
    assert "not those" in row(german, "de_harbour").why
    (waiting,) = tag(german, jobs=1).waiting
    assert waiting.startswith("1 article waits")
    with pytest.raises(WorkstationError, match="not typed"):
        choose(german, "de_harbour")
    choose(german, "de_harbour", typed="de_harbour")
    assert tag(german, jobs=1).articles == 1


def test_a_library_of_somebody_else_makes_no_code_run(
    german: Library, packages: Packages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    packages.real("de_harbour", NAMES)
    choose(german, "de_harbour", typed="de_harbour")
    tag(german, jobs=1)
    good = names(german)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "another-user"))
    assert confirmed() == ()
    assert row(german, "de_harbour").state == "needs confirmation"
    new = Press(german).article(f"{TEXT} Niemand widersprach.", language="de", title="")

    (waiting,) = tag(german, jobs=1, again=Selection()).waiting

    assert "nobody confirmed on this machine" in waiting
    assert names(german) == good
    with german.read() as reading:
        assert tagger.to_do(reading) == 0
    choose(german, "shipped", language="de")
    assert tag(german, jobs=1).articles == 2
    assert tagged_with(german)["de"] == "no-model"
    assert new


def test_an_alias_is_found_in_what_a_package_read_before_it_went(
    german: Library, packages: Packages
) -> None:
    packages.real("de_harbour", NAMES)
    choose(german, "de_harbour", typed="de_harbour")
    tag(german, jobs=1)
    (packages.site / "de_harbour" / "__init__.py").unlink()
    with german.read() as reading:
        order = decisions.order(reading, "alias", "Russia", "schwieg")
    decisions.decide(german, order)
    assert tag(german, jobs=1).articles == 1
    assert [text for text, _ in names(german)] == [
        "Hanna Quast", "Niederfehn", "Reederei Seewind", "schwieg",
    ]  # fmt: skip


def test_decisions_hold_when_the_pipeline_changes_and_changes_back(
    german: Library, packages: Packages
) -> None:
    packages.real("de_harbour", NAMES)
    packages.real("de_quay", NAMES[:2])
    for name in ("de_harbour", "de_quay"):
        choose(german, name, typed=name)
    choose(german, "de_harbour")
    tag(german, jobs=1)
    number = 1
    for verb, subject, *terms in (
        ("merge", "Reederei Seewind", "Russia"),
        ("alias", "Hanna Quast", "schwieg"),
        ("assign", str(number), "Niederfehn", "Aden"),
        ("mention", str(number), "Gestern", "Gestern Verlag"),
        ("not-an-actor", "Ann Hollis"),
    ):
        with german.read() as reading:
            kind = "company" if verb == "mention" else ""
            order = decisions.order(reading, verb, subject, *terms, kind=kind)
        decisions.decide(german, order)
    tag(german, jobs=1)

    def actors() -> list[tuple[str, str, bool]]:
        with german.read() as reading:
            found = corpus.mentions(reading, Selection())
            return sorted((m.text, m.actor or "", m.counted) for m in found)

    before = actors()
    decided = [found for found in before if found[0] != "Reederei Seewind"]
    assert ("Niederfehn", "Aden", True) in decided
    choose(german, "de_quay")
    assert tag(german, jobs=1).articles == 1
    assert actors() == decided
    choose(german, "de_harbour")
    assert tag(german, jobs=1).articles == 1
    assert actors() == before


# What can be chosen ----------------------------------------------------------------------------


def test_only_what_is_there_and_fits_can_be_chosen(german: Library, packages: Packages) -> None:
    packages.real("de_harbour", NAMES)
    packages.advertise("de_hollow")
    packages.real("xx_any", NAMES)
    with pytest.raises(UnknownName, match="de_nowhere"):
        choose(german, "de_nowhere", typed="de_nowhere")
    with pytest.raises(Refused, match="not where it was installed"):
        choose(german, "de_hollow", typed="de_hollow")
    with pytest.raises(Refused, match="not for fr"):
        choose(german, "de_harbour", typed="de_harbour", language="fr")
    with pytest.raises(Refused, match="several languages"):
        choose(german, "xx_any", typed="xx_any")
    with pytest.raises(Refused, match="which language"):
        choose(german, "shipped")
    assert confirmed() == ()
    assert choose(german, "xx_any", typed="xx_any", language="de") == 1
    assert tag(german, jobs=1).articles == 1
    assert len(names(german)) == 3


def test_english_can_be_read_by_another_and_by_ours_again(
    german: Library, packages: Packages
) -> None:
    packages.real("en_harbour", [{"label": "ORG", "pattern": "left"}])
    assert len(names(german, "en")) == 3
    choose(german, "en_harbour", typed="en_harbour")
    assert tag(german, jobs=1).articles == 1
    assert tagged_with(german)["en"].startswith("en_harbour")
    choose(german, "shipped", language="en")
    assert tag(german, jobs=1).articles == 1
    assert len(names(german, "en")) == 3


def test_every_language_of_the_library_has_a_row(german: Library, packages: Packages) -> None:
    assert packages.site.is_dir()
    with german.read() as reading:
        found = {one.language: one for one in choices(reading)}
    assert set(found) == {"de", "en"}
    assert found["de"].name == "registers only"
    assert (found["en"].name, found["en"].state) == ("en_world_news", "in use")
