from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workstation.desktop.jobs import Job, Jobs
from workstation.desktop.pace import Pace, duration, told
from workstation.domain.progress import Progress


@pytest.fixture
def jobs(qtbot: QtBot):
    made = Jobs()
    yield made
    made.close(5)


def test_only_the_latest_question_of_an_owner_is_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    go_on, answers = threading.Event(), []

    def slow() -> str:
        go_on.wait(5)
        return "old"

    jobs.read("pane", slow, answers.append)
    jobs.read("pane", lambda: "new", answers.append)
    go_on.set()
    qtbot.waitUntil(lambda: answers == ["new"])
    jobs.read("other", lambda: "last", answers.append)
    qtbot.waitUntil(lambda: "last" in answers)
    assert answers == ["new", "last"]


def test_a_question_overtaken_in_the_queue_is_not_asked(jobs: Jobs, qtbot: QtBot) -> None:
    go_on, asked, answers = threading.Event(), [], []
    for owner in range(3):
        jobs.read(owner, lambda: go_on.wait(5), lambda _: None)
    for n in range(50):
        jobs.read("pane", lambda n=n: asked.append(n), answers.append)
    go_on.set()
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert asked == [49]


def test_questions_run_off_the_gui_thread_and_answers_arrive_on_it(
    jobs: Jobs, qtbot: QtBot
) -> None:
    threads: list[tuple[int, int]] = []
    jobs.read(
        "pane", threading.get_ident, lambda asked: threads.append((asked, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(threads))
    asked, delivered = threads[0]
    assert delivered == threading.get_ident() != asked


def test_every_write_is_delivered_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[int] = []
    for n in range(20):
        jobs.write(lambda n=n: n, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == list(range(20))


def test_an_error_goes_to_who_handles_it_and_else_to_all(jobs: Jobs, qtbot: QtBot) -> None:
    handled, broken = [], []
    jobs.broke.connect(broken.append)

    def fail() -> None:
        raise KeyError("wrong")

    jobs.read("a", fail, lambda _: None, handled.append)
    jobs.read("b", fail, lambda _: None)
    qtbot.waitUntil(lambda: len(handled) == len(broken) == 1)
    assert isinstance(handled[0], KeyError)


def test_an_owner_that_is_gone_is_told_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    owner, answers, go_on = QObject(), [], threading.Event()
    jobs.read(owner, lambda: go_on.wait(5), answers.append)
    shiboken6.delete(owner)
    go_on.set()
    jobs.read("other", lambda: "here", answers.append)
    qtbot.waitUntil(lambda: answers == ["here"])


def test_a_long_job_tells_its_progress_and_its_end(jobs: Jobs, qtbot: QtBot) -> None:
    go_on, results = threading.Event(), []

    def work(tell, cancelled):
        tell(Progress("Importing", "files", 3, 10, 1))
        go_on.wait(5)
        return "done"

    job = jobs.start("Import", work, results.append)
    with qtbot.waitSignal(jobs.beat):
        pass
    assert job.words == "Importing 3 of 10 files · 1 problem"
    go_on.set()
    qtbot.waitUntil(lambda: results == ["done"])
    assert jobs.running == []


def test_a_cancelled_job_stops_by_itself(jobs: Jobs, qtbot: QtBot) -> None:
    results: list[object] = []
    job = jobs.start("Import", lambda _tell, cancelled: cancelled.wait(5), results.append)
    job.cancel()
    qtbot.waitUntil(lambda: results == [True])
    assert job.words.endswith("stopping")


def test_a_paused_job_rests_where_it_tells_its_progress(jobs: Jobs, qtbot: QtBot) -> None:
    go_on, told, results = threading.Event(), [], []

    def work(tell, cancelled):
        tell(Progress("Importing", "files", 1, 3))
        go_on.wait(5)
        for n in (2, 3):
            tell(Progress("Importing", "files", n, 3))
            told.append(n)
        return "done"

    job = jobs.start("Import", work, results.append)
    qtbot.waitUntil(lambda: job.progress.done == 1)
    job.turn()
    go_on.set()
    qtbot.waitUntil(lambda: job.progress.done == 2)
    with qtbot.waitSignal(jobs.beat):
        pass
    assert told == []
    assert job.words.endswith("paused")
    assert not job.pace.rate
    job.turn()
    qtbot.waitUntil(lambda: results == ["done"])
    assert told == [2, 3]


def test_a_paused_job_can_be_stopped(jobs: Jobs, qtbot: QtBot) -> None:
    results: list[object] = []

    def work(tell, cancelled):
        tell(Progress("Importing", "files", 1, 3))
        return cancelled.is_set()

    job = Job("Import", work, None, None, lambda job: results.append(job.result))
    job.turn()
    job.thread.start()
    qtbot.waitUntil(lambda: job.progress.done == 1)
    assert results == []
    job.cancel()
    job.turn()
    assert not job.paused
    qtbot.waitUntil(lambda: results == [True])


def test_a_failed_job_says_why(jobs: Jobs, qtbot: QtBot) -> None:
    errors: list[BaseException] = []

    def work(_tell, _cancelled):
        raise ValueError("wrong")

    jobs.start("Import", work, fail=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert str(errors[0]) == "wrong"


def test_a_pace_is_taken_over_the_last_seconds() -> None:
    pace = Pace()
    assert (pace.rate, pace.seconds_left) == (0, None)
    for second in range(100):
        pace.see(Progress("Importing", "files", second * 4, 1_000), float(second))
    assert pace.rate == 4
    assert pace.seconds_left == (1_000 - 396) / 4


def test_a_pace_begins_anew_with_the_next_part_of_a_job() -> None:
    pace = Pace()
    pace.see(Progress("Importing", "files", 50, 50), 10.0)
    pace.see(Progress("Tagging", "articles", 1, 40), 11.0)
    assert pace.rate == 0


def test_a_job_is_told_in_its_own_units() -> None:
    pace = Pace()
    pace.see(Progress("Importing", "files", 0, 5_000), 0.0)
    progress = Progress("Importing", "files", 412, 5_000, problems=3)
    pace.see(progress, 10.0)
    words = told(progress, pace, "Import")
    assert words == "Importing 412 of 5,000 files · 41/s · 2 min left · 3 problems"


@pytest.mark.parametrize(
    ("seconds", "words"), [(4.2, "4 s"), (119, "2 min"), (3_700, "1 h"), (9_000, "2 h")]
)
def test_a_time_is_told_in_its_largest_unit(seconds: float, words: str) -> None:
    assert duration(seconds) == words
