"""Tagging through real worker processes."""

import multiprocessing
import os
import signal
from threading import Event

import pytest

from workstation.domain.progress import Progress
from workstation.domain.selection import Selection
from workstation.importing.importer import import_paths
from workstation.library import articles, corpus
from workstation.library.library import Library
from workstation.resources import seeds
from workstation.tagging import identity, tagger
from workstation.tagging.tagger import tag

FILES = sorted([*seeds().glob("2024-*.txt"), *seeds().glob("2024-*.md"), *seeds().glob("*.docx")])


@pytest.fixture
def filled(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    # Small batches: there is always one more to come.
    monkeypatch.setattr(tagger, "BATCH_ARTICLES", 3)
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


def test_a_cancelled_run_goes_on_where_it_stopped(filled: Library) -> None:
    stop = Event()

    def stop_after_the_first_batch(progress: Progress) -> None:
        if progress.done:
            stop.set()

    first = tag(filled, jobs=1, tell=stop_after_the_first_batch, cancelled=stop)
    assert 0 < first.articles < len(FILES)
    assert first.left == len(FILES) - first.articles
    assert tag(filled, jobs=1).articles == first.left
    with filled.read() as reading:
        assert articles.count_untagged(reading, identity.shipped().id) == 0


def test_tagging_twice_does_nothing_and_tagging_again_does_everything(filled: Library) -> None:
    tag(filled, jobs=1)
    assert tag(filled, jobs=1).articles == 0
    assert tag(filled, jobs=1, again=True).articles == len(FILES)
