from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import Body, Passage
from workstation.domain.mention import Mention
from workstation.reporting.paragraphs import Run, direction, paragraphs, title


def mention(start: int, end: int, *, counted: bool = True, field: str = "text") -> Mention:
    return Mention(
        start, 1, field, start, end, "", "GPE", "id-1", "Russia", "state", "model", counted, ""
    )  # type: ignore[arg-type]


def test_a_mention_is_a_run_of_its_own_with_the_actors_number() -> None:
    body = Body("", "In Moscow it rains.\n\nNobody minds.")
    first, second = paragraphs(body, [mention(3, 9)], {"id-1": 4}, "en")
    assert first.runs == (Run("In "), Run("Moscow", "state", 4), Run(" it rains."))
    assert second.runs == (Run("Nobody minds."),)


def test_a_mention_that_does_not_count_is_not_marked() -> None:
    body = Body("", "In Moscow it rains.")
    (only,) = paragraphs(body, [mention(3, 9, counted=False)], {}, "en")
    assert only.runs == (Run("In Moscow it rains."),)


def test_boilerplate_is_said_of_each_run() -> None:
    body = Body("", "Read more: Moscow\n\nOwn words.", (Passage(0, 17),))
    first, second = paragraphs(body, [mention(11, 17)], {}, "en")
    assert first.runs == (
        Run("Read more: ", boilerplate=True),
        Run("Moscow", "state", boilerplate=True),
    )
    assert not second.runs[0].boilerplate


def test_of_two_mentions_that_overlap_the_first_and_longer_is_marked() -> None:
    body = Body("", "New York Times")
    (only,) = paragraphs(body, [mention(0, 8), mention(0, 14), mention(4, 8)], {}, "en")
    assert only.runs == (Run("New York Times", "state"),)


def test_a_title_is_marked_by_its_own_mentions() -> None:
    body = Body("Moscow waits", "Moscow waits.")
    assert title(body, [mention(0, 6, field="title")], {}) == (
        Run("Moscow", "state"),
        Run(" waits"),
    )


def test_a_paragraph_runs_the_way_of_its_first_letter() -> None:
    assert direction("«روسيا» and NATO", "en") == "rtl"
    assert direction("NATO و", "ar") == "ltr"
    assert direction("2024", "fa-IR") == "rtl"
    assert direction("2024", "") == "ltr"


edges = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(
    st.lists(st.text("ab ", min_size=1, max_size=20), min_size=1, max_size=4),
    st.lists(edges, max_size=6),
    st.lists(edges, max_size=3),
)
def test_runs_add_up_to_the_text(
    pieces: list[str], named: list[list[int]], promoted: list[list[int]]
) -> None:
    text = "\n\n".join(pieces)
    body = Body("", text, tuple(Passage(*edge) for edge in promoted))
    made = paragraphs(body, [mention(*edge) for edge in named], {}, "en")
    assert ["".join(run.text for run in p.runs) for p in made] == [p for p in pieces if p.strip()]
