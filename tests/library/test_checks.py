from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from workstation.library import checks, corpus, originals
from workstation.library.library import Library

if TYPE_CHECKING:
    from tests.library.press import Press


@pytest.fixture
def stocked(library: Library, press: Press, tmp_path: Path) -> Library:
    source = tmp_path / "a.txt"
    source.write_text("Russia met Syria.")
    sha = originals.store(library, source)
    with library.write() as writing:
        originals.note(writing, sha, name="a.txt", size=17)
    press.named("Russia met Syria.", "Russia", "Syria", on=date(2024, 12, 14))
    press.named("Syria met Russia.", "Russia", "Syria")
    return library


def tamper(library: Library, command: str) -> tuple[str, ...]:
    with library.write() as writing:
        writing.connection.exec_driver_sql(command)
    return checks.check(library).problems


def test_a_whole_library_has_no_problem(stocked: Library) -> None:
    health = checks.check(stocked)
    assert health == checks.Health(articles=2, mentions=4, originals=1, problems=())


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("UPDATE article_actors SET mentions = 7 WHERE article_id = 1", "Counts that differ"),
        ("DELETE FROM article_actors WHERE article_id = 1", "Counts that differ"),
        ("UPDATE mentions SET counted = NOT counted WHERE article_id = 1", "not there"),
        ("UPDATE actor_days SET articles = 7 WHERE day = 0", "Days that differ"),
        ("UPDATE actor_days SET day = 5 WHERE day = 0", "Days of mentions"),
        ("DELETE FROM actor_days", "Days that differ"),
        ("UPDATE articles SET day = day + 1", "Days that differ"),
        ("UPDATE articles SET mentions = 7 WHERE id = 1", "wrong number"),
        ("UPDATE actors SET counted = NOT counted", "wrong number"),
        ('UPDATE mentions SET start = start + 1, "end" = "end" + 1', "words are not in"),
        ("DELETE FROM bodies WHERE article_id = 1", "without a text"),
    ],
)
def test_what_was_tampered_with_is_found(stocked: Library, command: str, told: str) -> None:
    assert any(told in problem for problem in tamper(stocked, command))


def test_a_missing_and_a_damaged_original_are_found(stocked: Library) -> None:
    (path,) = [p for p in (stocked.folder / "originals").rglob("*") if p.is_file()]
    path.write_text("something else")
    assert "is damaged" in checks.check(stocked).problems[0]
    path.unlink()
    assert "is missing" in checks.check(stocked).problems[0]


@pytest.fixture
def on_sqlite(stocked: Library) -> Library:
    if "://" in stocked.where:
        pytest.skip("a server keeps its own index and its own references")
    return stocked


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE bodies SET text = 'Other words.' WHERE article_id = 1",
        "INSERT INTO article_fts(article_fts) VALUES ('delete-all')",
        "INSERT INTO article_fts(rowid, title, text) VALUES (9, 'x', 'y')",
    ],
)
def test_an_index_that_does_not_fit_the_articles_is_found(on_sqlite: Library, command: str) -> None:
    assert "The full-text index does not fit the articles." in tamper(on_sqlite, command)


def test_a_row_whose_article_is_gone_is_found(on_sqlite: Library) -> None:
    with on_sqlite._engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM articles WHERE id = 1")
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        connection.exec_driver_sql("BEGIN")
    problems = checks.check(on_sqlite).problems
    assert "A row of bodies belongs to one of articles that is gone." in problems


def test_checking_tells_nobody_and_leaves_no_lock(stocked: Library, press: Press) -> None:
    told: list[object] = []
    stocked.listen(told.append)
    checks.check(stocked)
    assert told == []
    press.article("There is no lock.")
    with Library.open(stocked.where, writing=False) as reader:
        assert checks.check(reader).problems == ()
        with reader.read() as reading:
            assert corpus.size(reading) == 3
