from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from workstation.processes.crew import Crew
from workstation.processes.requests import End, Outcome, Part, Request


@pytest.fixture(scope="module")
def warm() -> Iterator[Crew]:
    """One child for all tests that leave it alive."""
    with Crew("child_entries:obey") as crew:
        yield crew


def ask(crew: Crew, *deeds: str) -> list[Outcome]:
    return list(crew.run(Request(deed, deed.encode()) for deed in deeds))


def text(outcomes: Iterable[Outcome]) -> list[str]:
    return [part.payload.decode() for part in outcomes if isinstance(part, Part)]


def test_a_request_is_answered_and_ended(warm: Crew) -> None:
    assert ask(warm, "say hello") == [Part("say hello", b"hello"), End("say hello", "done")]


def test_parts_arrive_in_order_and_before_the_end(warm: Crew) -> None:
    outcomes = ask(warm, "count 1000")
    assert text(outcomes) == [str(number) for number in range(1000)]
    assert outcomes[-1] == End("count 1000", "done")


def test_a_part_arrives_while_the_handler_still_works() -> None:
    with Crew("child_entries:obey") as crew:
        outcomes = crew.run([Request("endless", b"say-for-ever")])
        assert next(outcomes) == Part("endless", b"again")
        outcomes.close()


def test_requests_of_one_child_are_answered_in_their_order(warm: Crew) -> None:
    deeds = [f"say {number}" for number in range(200)]
    assert text(ask(warm, *deeds)) == [str(number) for number in range(200)]


def test_a_child_stays_warm_from_run_to_run(warm: Crew) -> None:
    assert text(ask(warm, "pid")) == text(ask(warm, "pid")) == [str(pid) for pid in warm.pids]


def test_a_run_without_requests_is_over_at_once(warm: Crew) -> None:
    assert ask(warm) == []


def test_a_refusal_carries_its_words(warm: Crew) -> None:
    assert ask(warm, "refuse") == [
        End("refuse", "refused", "The file is a picture.", "Convert it to text.", "picture")
    ]


def test_any_other_exception_fails_the_request_and_traces_it_to_the_log(
    warm: Crew, caplog: pytest.LogCaptureFixture
) -> None:
    assert ask(warm, "fail no such thing") == [
        End("fail no such thing", "failed", "LookupError: no such thing")
    ]
    assert "LookupError" in caplog.text
    assert "no such thing" not in caplog.text


def test_a_child_lives_on_after_refusals_and_failures(warm: Crew) -> None:
    before = warm.pids
    ask(warm, "refuse", "fail again", "say-too-much 40000000")
    assert warm.pids == before


def test_a_part_too_large_for_a_frame_fails(warm: Crew) -> None:
    (end,) = ask(warm, "say-too-much 40000000")
    assert isinstance(end, End)
    assert (end.verdict, "too large" in end.what_happened) == ("failed", True)


def test_a_part_of_several_megabytes_arrives_whole(warm: Crew) -> None:
    part, end = ask(warm, "say-too-much 20000000")
    assert isinstance(part, Part)
    assert (len(part.payload), end) == (20_000_000, End("say-too-much 20000000", "done"))


def test_a_request_of_several_megabytes_arrives_whole(warm: Crew) -> None:
    long = "x" * 8_000_000
    assert text(warm.run([Request(0, f"say {long}".encode()), Request(1, b"say y")])) == [long, "y"]


def test_a_crew_makes_one_run_at_a_time(warm: Crew) -> None:
    outcomes = warm.run([Request(0, b"say x")])
    next(outcomes)
    with pytest.raises(RuntimeError):
        ask(warm, "say y")
    outcomes.close()


def test_as_many_children_start_as_there_is_work_for() -> None:
    with Crew("child_entries:obey", workers=3) as crew:
        counts = [len(crew.pids)]
        ask(crew, "say x")
        counts.append(len(crew.pids))
        ask(crew, "say x", "say y", "say z", "say w")
        counts.append(len(crew.pids))
    assert counts == [0, 1, 3]


def test_the_setup_reaches_the_handler() -> None:
    setup: dict[str, object] = {"model": "de", "names": ["Ä", 1, None]}
    with Crew("child_entries:setup_teller", setup=setup) as crew:
        assert json.loads(text(ask(crew, ""))[0]) == setup


def test_a_child_is_confined_after_its_handler_is_made_and_before_its_first_request() -> None:
    with Crew("child_entries:tell_confinement", confine="child_entries:confine") as crew:
        assert text(ask(crew, "")) == ["False True"]


def test_a_closed_crew_says_so() -> None:
    crew = Crew("child_entries:obey")
    crew.close()
    crew.close()
    with pytest.raises(RuntimeError):
        ask(crew, "say x")


def test_children_import_neither_widgets_nor_the_store_nor_the_host() -> None:
    with Crew("child_entries:obey") as crew:
        loaded = json.loads(text(ask(crew, "loaded"))[0])
    assert not [
        name
        for name in loaded
        if name.split(".")[0] in {"PySide6", "sqlalchemy", "spacy", "numpy", "pytest"}
    ]
    rooms = {name for name in loaded if name.startswith("workstation.")}
    rooms = {name for name in rooms if not name.startswith("workstation.limits.")}
    assert rooms == {
        "workstation.errors",
        "workstation.limits",
        "workstation.processes",
        "workstation.processes.child",
        "workstation.processes.confinement",
        "workstation.processes.frames",
        "workstation.processes.wire",
    }


def test_nothing_is_left_of_crews_that_were_closed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    file = os.open(path, os.O_RDONLY)

    def use_a_crew() -> None:
        with Crew("child_entries:obey", workers=2, attempts=1) as crew:
            list(crew.run(Request(key, b"exit 3", file) for key in range(2)))
            cancelled = threading.Event()
            for outcome in crew.run((Request(key, b"say x", file) for key in range(9)), cancelled):
                if isinstance(outcome, End):
                    cancelled.set()
            next(crew.run([Request(0, b"say x", file), Request(1, b"hang", file)]))

    # The first crew also starts the resource tracker of multiprocessing, which stays.
    use_a_crew()
    before = (children(), len(list(Path("/proc/self/fd").iterdir())), threading.active_count())
    use_a_crew()
    use_a_crew()
    after = (children(), len(list(Path("/proc/self/fd").iterdir())), threading.active_count())
    os.close(file)
    assert after == before


def children() -> set[str]:
    """The processes, zombies too, whose parent is this one."""
    own = str(os.getpid())
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = stat.read_text().partition(" (")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if rest.rpartition(") ")[2].split()[1] == own:
            found.add(pid)
    return found
