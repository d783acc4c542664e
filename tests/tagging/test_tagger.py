"""Tagging through real worker processes."""

import multiprocessing
import os
import signal
from pathlib import Path
from threading import Event

import pytest

from workstation.curating import decisions
from workstation.domain.progress import Progress
from workstation.domain.selection import Selection
from workstation.importing.importer import import_paths
from workstation.library import corpus
from workstation.library.library import Library
from workstation.resources import seeds
from workstation.tagging import batches, identity, tagger
from workstation.tagging.tagger import tag

# An export holds several articles, and these are counted by their files.
FILES = sorted(
    path
    for kind in ("2024-*.txt", "2024-*.md", "*.docx")
    for path in seeds().glob(kind)
    if "nexis" not in path.name
)


@pytest.fixture
def filled(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    # Small batches: there is always one more to come.
    monkeypatch.setattr(batches, "BATCH_ARTICLES", 3)
    import_paths(library, FILES)
    return library


def test_a_killed_worker_loses_no_article_and_blames_none(filled: Library) -> None:
    killed: list[int] = []

    def kill_after_the_first_batch(progress: Progress) -> None:
        if progress.done and not killed:
            for child in multiprocessing.active_children():
                if child.pid is not None and "resource" not in child.name:
                    killed.append(child.pid)
                    os.kill(child.pid, signal.SIGKILL)

    tagged = tag(filled, jobs=1, tell=kill_after_the_first_batch)

    assert killed
    assert (tagged.articles, tagged.problems, tagged.left) == (len(FILES), 0, 0)
    with filled.read() as reading:
        found = corpus.articles(reading, Selection(), limit=None)
    assert all(article.mentions and not article.problem for article in found)


def test_a_text_that_kills_its_worker_is_found_and_marked_and_no_other_is_lost(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A worker is killed when a batch takes too long; only the long text can take that long.
    monkeypatch.setattr(tagger, "TAGGER_TOTAL_SECONDS", 6.0)
    long = tmp_path / "long.txt"
    long.write_text("Ann Hollis left Port Sudan for Aden. " * 80_000)
    import_paths(library, [*FILES[:2], long, *FILES[2:5]])

    tagged = tag(library, jobs=1)

    assert (tagged.articles, tagged.problems, tagged.left) == (5, 1, 0)
    with library.read() as reading:
        found = corpus.articles(reading, Selection(), limit=None)
    marked = {article.file: article.problem for article in found if article.problem}
    assert marked == {str(long): "Reading it took too long."}
    assert all(article.mentions for article in found if not article.problem)
    assert tag(library, jobs=1).articles == 0


def test_a_cancelled_run_goes_on_where_it_stopped(filled: Library) -> None:
    stop = Event()

    def stop_after_the_first_batch(progress: Progress) -> None:
        if progress.done:
            stop.set()

    filled.keep_columns()
    first = tag(filled, jobs=1, tell=stop_after_the_first_batch, cancelled=stop)
    assert 0 < first.articles < len(FILES)
    assert first.left == len(FILES) - first.articles
    with filled.read() as reading:
        assert reading.columns is not None
        assert tagger.waits(reading)
    assert tag(filled, jobs=1).articles == first.left
    with filled.read() as reading:
        assert tagger.to_do(reading) == 0
        assert not tagger.waits(reading)


def test_a_date_decided_while_the_tagger_is_at_work_is_not_lost_on_it(filled: Library) -> None:
    done: list[int] = []

    def date_all_after_the_first_batch(progress: Progress) -> None:
        if progress.done and not done:
            done.append(progress.done)
            with filled.read() as reading:
                orders = [
                    decisions.order(reading, "date", str(one.id), "2011-11-11")
                    for one in corpus.articles(reading, Selection(), limit=None)
                ]
            decisions.date_all(filled, orders)

    tagged = tag(filled, jobs=1, tell=date_all_after_the_first_batch)
    assert tagged.articles >= len(FILES) + done[0]
    with filled.read() as reading:
        assert tagger.to_do(reading) == 0


def test_only_the_articles_of_a_selection_are_tagged_again(filled: Library) -> None:
    tag(filled, jobs=1)
    with filled.read() as reading:
        some = corpus.count(reading, Selection(words="Tartus"))
    assert 0 < some < len(FILES)
    assert tag(filled, jobs=1, again=Selection(words="Tartus")).articles == some


def test_a_new_alias_is_found_where_nobody_saw_a_name_and_no_model_runs_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in {
        "paid.txt": "Nobody in Russia said that qoph-nine had paid for the ships, but it had.",
        "other.txt": "The ferry to Cyprus left at noon, and nobody had paid for it.",
    }.items():
        (tmp_path / name).write_text(text)
    import_paths(library, [tmp_path / "paid.txt", tmp_path / "other.txt"])
    tag(library, jobs=1)

    def russia() -> list[str]:
        with library.read() as reading:
            return [m.text for m in corpus.mentions(reading, Selection()) if m.actor == "Russia"]

    before = russia()
    monkeypatch.setattr(identity, "model", lambda: tmp_path / "no-model")
    with library.read() as reading:
        order = decisions.order(reading, "alias", "Russia", "qoph-nine")
    decisions.decide(library, order)
    assert tag(library, jobs=1).articles == 1
    assert russia() == [*before, "qoph-nine"]
    decisions.undo(library)
    assert tag(library, jobs=1).articles == 1
    assert russia() == before


def test_an_alias_with_near_words_holds_only_beside_them_and_can_be_taken_back(
    library: Library, tmp_path: Path
) -> None:
    far = "Nobody knows the price of bread in that town by now. " * 6
    for name, text in {
        "near.txt": "Ships passed the Rock in the Strait of Gibraltar at noon.",
        "far.txt": f"Prisoners left the Rock at noon. {far}Gibraltar was quiet.",
    }.items():
        (tmp_path / name).write_text(text)
    import_paths(library, [tmp_path / "near.txt", tmp_path / "far.txt"])
    tag(library, jobs=1)

    def rocks() -> list[tuple[str, str | None]]:
        with library.read() as reading:
            found = corpus.mentions(reading, Selection())
        return sorted((m.text, m.actor) for m in found if m.text == "the Rock")

    before = rocks()
    with library.read() as reading:
        order = decisions.order(reading, "alias", "Gibraltar", "the Rock", near=["strait"])
    made = decisions.decide(library, order)
    assert made.words == "“the Rock” means “Gibraltar” near “strait”."
    tag(library, jobs=1)
    assert rocks() == [("the Rock", "Gibraltar")]
    with library.read() as reading:
        [why] = [m.why for m in corpus.mentions(reading, Selection()) if m.text == "the Rock"]
        assert "by decision" in why
        assert decisions.preview(library, order).mentions == 1
    decisions.undo(library)
    tag(library, jobs=1)
    assert rocks() == before


def test_tagging_twice_does_nothing_and_tagging_again_does_everything(filled: Library) -> None:
    tag(filled, jobs=1)
    assert tag(filled, jobs=1).articles == 0
    assert tag(filled, jobs=1, again=Selection()).articles == len(FILES)
