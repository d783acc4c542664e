from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.library.press import Press
from workstation.domain.article import article_uuid
from workstation.errors import LibraryDamaged, LibraryReadOnly, LibraryTooNew
from workstation.library import checks, decisions, migration, schema, wordings
from workstation.library.library import Library, Writing


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Where databases without a table stand."""
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path}/{uuid4()}.sqlite"
    made: Callable[[], str] = request.getfixturevalue("empty_database")
    return made


@pytest.fixture
def library(address: Callable[[], str]) -> Iterator[Library]:
    """A library whose tables may be changed."""
    with Library.create(address()) as made:
        yield made


@pytest.fixture
def empty(address: Callable[[], str]) -> Iterator[sa.Engine]:
    """A database without a table."""
    engine = sa.create_engine(address())
    yield engine
    engine.dispose()


def differences(engine: sa.Engine) -> list[Any]:
    """What Alembic's own check finds between a database and the tables as they are written."""

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return not (
            kind in ("table", "index") and str(name).startswith(("article_fts", "running_fts"))
        )

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        return list(compare_metadata(context, schema.metadata))


def tables(engine: sa.Engine) -> dict[str, Any]:
    seen = sa.inspect(engine)
    return {
        name: (
            {
                c["name"]: (str(c["type"]), c["nullable"], c["default"])
                for c in seen.get_columns(name)
            },
            seen.get_pk_constraint(name)["constrained_columns"],
            sorted(
                (k["constrained_columns"], k["referred_table"], k["options"])
                for k in seen.get_foreign_keys(name)
            ),
            sorted((i["name"], i["column_names"], i["unique"]) for i in seen.get_indexes(name)),
            sorted((u["name"], u["column_names"]) for u in seen.get_unique_constraints(name)),
        )
        for name in seen.get_table_names()
        if not name.startswith("alembic")
    }


def test_the_migrations_lead_to_the_tables_as_they_are_written(
    empty: sa.Engine, library: Library
) -> None:
    migration._upgrade(empty)
    assert differences(empty) == []
    assert tables(empty) == tables(library._engine)


def test_a_new_library_has_the_tables_as_they_are_written(library: Library) -> None:
    assert differences(library._engine) == []


def test_the_newest_migration_is_the_version_that_is_written() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migration.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == migration.HEAD


AFTER_0004 = (
    "ALTER TABLE decisions DROP COLUMN brought_by",
    "DROP TABLE registers",
    "ALTER TABLE articles DROP COLUMN provider_version",
    "ALTER TABLE decisions DROP COLUMN together",
    "DROP TABLE decided_dates",
    "DROP TABLE found_dates",
    "ALTER TABLE ledger DROP COLUMN waiting",
    "ALTER TABLE ledger DROP COLUMN seen_at",
    "DROP TABLE searches",
    "DROP TABLE running_words",
    "DROP TABLE signs",
    "DROP TABLE notes",
    "DROP TABLE decided_facts",
    "DROP TABLE found_facts",
    "DROP TABLE erasures",
    "DROP TABLE events",
    "DROP TABLE forms",
)
"""What takes back the steps after that version, as far as opening does not mind."""


TRIGGERS = "SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'"


def take_back(writing: Writing, *steps: str) -> None:
    if writing.sqlite:
        writing.connection.exec_driver_sql("DROP TABLE running_fts")
        for name in writing.connection.exec_driver_sql(TRIGGERS).scalars().all():
            writing.connection.exec_driver_sql(f"DROP TRIGGER temp.{name}")
    for step in (*steps, *AFTER_0004):
        writing.connection.exec_driver_sql(step)


def as_version(library: Library, version: str) -> None:
    with library.write() as writing:
        writing.connection.execute(
            sa.text("UPDATE alembic_version SET version_num = :v"), {"v": version}
        )
    library.close()


def test_a_library_of_a_newer_program_is_refused_and_stays_as_it_is(library: Library) -> None:
    as_version(library, "9999")
    for writing in (True, False):
        with pytest.raises(LibraryTooNew):
            Library.open(library.where, writing=writing)


def test_an_older_library_is_not_read_as_if_it_were_new(library: Library) -> None:
    as_version(library, "0001")
    with pytest.raises(LibraryReadOnly):
        Library.open(library.where, writing=False)


@pytest.mark.parametrize("version", ["", "0000", "first"])
def test_a_version_that_never_was_is_damage(library: Library, version: str) -> None:
    as_version(library, version)
    for writing in (True, False):
        with pytest.raises(LibraryDamaged):
            Library.open(library.where, writing=writing)


def test_a_step_up_is_whole_or_not_done(
    library: Library, monkeypatch: pytest.MonkeyPatch, make_step: Callable[[str], str]
) -> None:
    newer = make_step("op.add_column('facts', sa.Column('note', sa.Text()))\n    op.nonsense()")
    monkeypatch.setattr(migration, "HEAD", newer)
    library.close()
    with pytest.raises(AttributeError):
        Library.open(library.where)
    monkeypatch.undo()
    with Library.open(library.where) as opened:
        assert "note" not in {c["name"] for c in sa.inspect(opened._engine).get_columns("facts")}
        assert checks.check(opened).problems == ()


def test_an_older_library_is_brought_up_when_it_is_opened(
    library: Library, monkeypatch: pytest.MonkeyPatch, make_step: Callable[[str], str]
) -> None:
    newer = make_step("op.add_column('facts', sa.Column('note', sa.Text()))")
    monkeypatch.setattr(migration, "HEAD", newer)
    library.close()
    with Library.open(library.where) as opened:
        assert "note" in {c["name"] for c in sa.inspect(opened._engine).get_columns("facts")}
    Library.open(library.where, writing=False).close()


def test_what_was_not_counted_is_kept_as_found_so(
    library: Library,
) -> None:
    maker = Press(library)
    maker.tag(maker.article("Russia."), {"Russia": "Russia"}, counted=False)
    maker.named("Syria.", "Syria")
    with library.write() as writing:
        take_back(
            writing,
            "ALTER TABLE mentions DROP COLUMN found_counted",
            "ALTER TABLE mentions DROP COLUMN decided",
            "DROP TABLE decided_paragraphs",
        )
    as_version(library, "0003")
    with Library.open(library.where) as opened, opened.read() as reading:
        asked = sa.select(schema.mentions.c.surface, schema.mentions.c.found_counted)
        found = {tuple(row) for row in reading.connection.execute(asked)}
    assert found == {("Russia", False), ("Syria", True)}


def test_old_decisions_keep_their_order_and_find_their_articles_again(library: Library) -> None:
    maker = Press(library)
    maker.named("Russia.", "Russia", identity="id:7")
    with library.write() as writing:
        writing.connection.exec_driver_sql("UPDATE articles SET uuid = 'by chance'")
        # The clock was set back between the first and the second.
        for number, verb, subject, at in (
            (1, "body", "by chance", 1_700_000_000),
            (2, "revoke", "1", 1_600_000_000),
            (3, "revoke", "2", 1_700_000_000),
        ):
            writing.connection.execute(
                sa.insert(schema.decisions).values(
                    number=number,
                    uuid=f"{9 - number}",
                    verb=verb,
                    subject=subject,
                    terms='["Russia", "text", "", "", "", ""]',
                    reason="",
                    who="ann",
                    at=at,
                    mentions=0,
                    articles=0,
                    words="",
                )
            )
        take_back(writing)
    as_version(library, "0004")
    with Library.open(library.where) as opened, opened.read() as reading:
        log = decisions.log(reading)
        assert [(d.number, d.revoked_by) for d in log] == [(1, None), (2, 3), (3, None)]
        assert log[0].order.subject == wordings.uuid_of(reading, 1) == article_uuid("id:7")
        assert [d.at.year for d in log] == [2023, 2023, 2023]


@pytest.fixture
def make_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Writes one more migration beside copies of ours; its version."""

    def make(body: str) -> str:
        ours = Path(migration.__file__).parent / "migrations"
        copy = tmp_path / "library" / "migrations"
        (copy / "versions").mkdir(parents=True)
        for path in [*ours.glob("*.*"), *ours.glob("versions/*.py")]:
            (copy / path.relative_to(ours)).write_bytes(path.read_bytes())
        (copy / "versions" / "9000_test.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            f"revision = '9000'\ndown_revision = '{migration.HEAD}'\n"
            "branch_labels = None\ndepends_on = None\n"
            f"def upgrade():\n    {body}\n"
        )
        monkeypatch.setattr(migration, "__file__", str(copy.parent / "migration.py"))
        return "9000"

    return make
