"""The pipeline as workers use it: any text in, spans on that text out."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workstation.domain.mention import LABELS, Span
from workstation.limits import PIPELINE_CHARACTERS
from workstation.tagging import identity
from workstation.tagging.pipeline import Pipeline, stretch

SNIPPETS = st.sampled_from(
    [
        "President Ama Owusu flew to Accra. ",
        "Troops of the United Nations left Damascus",
        "\n\n",
        "\n",
        " \u00a0",
        "\u200b\u200d",
        "وصل الوفد إلى القاهرة ",
        "הממשלה בירושלים ",
        "𝒜𝓂𝒶 𝒪𝓌𝓊𝓈𝓊 👩‍👩‍👧 ",
        "北京市長",
        "e\u0301",
        "W" * 300,
        "W" * 900,
        '[("' * 200,
        "https://example.org/" + "a/" * 100,
        "[SEP] [CLS] [PAD] ",
        "\ufffd\ufeff\x00",
    ]
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(identity.model())


def spans_of(pipeline: Pipeline, text: str) -> list[Span]:
    return [span for spans in pipeline.spans(text, "text") for span in spans]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.lists(SNIPPETS | st.text(max_size=40), max_size=25).map("".join))
def test_every_span_lies_on_its_text(pipeline: Pipeline, text: str) -> None:
    reached = 0
    for span in spans_of(pipeline, text):
        assert reached <= span.start < span.end <= len(text)
        name = text[span.start : span.end]
        assert name.strip() == name
        assert "\n\n" not in name
        assert span.label in LABELS
        reached = span.end


@pytest.mark.parametrize("before", ["", "👩‍👩‍👧 ", "\u200b", "𝒜 ", "عربي ", "\n\n", "\ufeff"])
def test_a_name_is_found_where_it_stands(pipeline: Pipeline, before: str) -> None:
    text = f"{before}A spokesman for the United Nations said in Geneva that it had rained."

    found = {text[span.start : span.end] for span in spans_of(pipeline, text)}

    assert {"United Nations", "Geneva"} <= found


def test_signs_without_end_are_read_like_any_text(pipeline: Pipeline) -> None:
    # In time that grows with its square this would take hours.
    text = "“" * 60_000 + " The envoy flew from Nairobi to Geneva on Monday. " + "[(" * 30_000
    names = {text[span.start : span.end] for span in spans_of(pipeline, text)}
    assert {"Nairobi", "Geneva"} <= names


def test_a_long_text_is_read_a_stretch_at_a_time(pipeline: Pipeline) -> None:
    line = "The envoy flew from Nairobi to Geneva on Monday.\n\n"
    text = line * (3 * PIPELINE_CHARACTERS // len(line))

    parts = list(pipeline.spans(text, "text"))

    assert len(parts) > 2
    names = {text[span.start : span.end] for spans in parts for span in spans}
    assert names == {"Nairobi", "Geneva"}


@given(text=st.text(alphabet="ab \n", max_size=80).map(lambda text: text * 1_000))
@settings(max_examples=20)
def test_stretches_cover_a_text_without_gaps(text: str) -> None:
    cut = list(stretch(text))

    assert "".join(text[start:end] for start, end in cut) == text
    assert all(0 < end - start <= PIPELINE_CHARACTERS for start, end in cut)


def test_a_word_of_a_million_characters_is_read(pipeline: Pipeline) -> None:
    text = "W" * 1_000_000

    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(pipeline, text))
