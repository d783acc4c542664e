from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workstation import limits
from workstation.domain.article import Draft, Passage, Published
from workstation.importing.handed import Handed, NotBelieved, decode_handed, encode

DRAFT = Draft(
    text="The ferry did not leave.\n\nIt rained.",
    title="Ferry",
    outlet="Island Post",
    published=Published.at(datetime(2024, 12, 14, 16, 20, tzinfo=UTC), "json-ld"),
    captured=datetime(2024, 12, 15, tzinfo=UTC),
    passages=(Passage(26, 36),),
    hints=(("outlet", "Island Post"),),
    notes=("The encoding was guessed.",),
)


@pytest.mark.parametrize(
    "draft",
    [
        DRAFT,
        replace(DRAFT, published=Published.on(date(2024, 12, 14), "file name"), captured=None),
        replace(DRAFT, published=None, passages=()),
    ],
)
def test_what_a_reader_makes_arrives_as_it_was(draft: Draft) -> None:
    assert decode_handed(encode(Handed("text 1", draft))) == Handed("text 1", draft)


def test_a_refusal_names_only_its_reader() -> None:
    assert decode_handed(encode(Handed("pdf 1"))) == Handed("pdf 1")


@pytest.mark.parametrize(
    "changes",
    [
        {"text": ""},
        {"text": "no\x00"},
        {"text": "two\nlines"},
        {"text": "e\u0301"},
        {"text": "turned \u202e around"},
        {"title": "two\n\nlines"},
        {"title": "x" * (limits.TITLE_CHARACTERS + 1)},
        {"outlet": "x" * (limits.FIELD_CHARACTERS + 1)},
        {"url": "x" * (limits.ADDRESS_CHARACTERS + 1)},
        {"hints": (("outlet", "\x1b[31m"),)},
        {"notes": ("x" * (limits.NOTE_CHARACTERS + 1),)},
        {"passages": (Passage(-1, 3),)},
        {"passages": (Passage(3, 99),)},
        {"passages": (Passage(3, 3),)},
        {"passages": (Passage(5, 9), Passage(0, 3))},
        {"published": Published("x")},
        {"published": Published("x", datetime(2024, 1, 1, tzinfo=UTC), date(2024, 1, 1))},
        {"published": Published("x", datetime(1, 1, 1, tzinfo=UTC))},
        {"captured": datetime(9999, 12, 31, tzinfo=UTC)},
        {"captured": datetime(2024, 1, 1)},  # noqa: DTZ001 - the point
    ],
)
def test_what_no_reader_makes_is_not_believed(changes: dict[str, Any]) -> None:
    with pytest.raises(NotBelieved):
        decode_handed(encode(Handed("text 1", replace(DRAFT, **changes))))


@given(st.binary(max_size=200))
def test_no_bytes_are_an_error_of_another_kind(raw: bytes) -> None:
    with pytest.raises(NotBelieved):
        decode_handed(raw)


@settings(max_examples=40)
@given(
    st.recursive(
        st.none() | st.integers() | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_values_of_wrong_types_are_not_believed(value: object) -> None:
    for wrapped in (value, {"reader": value}, {"reader": "x", "draft": {"text": value}}):
        try:
            raw = msgspec.msgpack.encode(wrapped)
        except (OverflowError, UnicodeEncodeError):
            continue
        try:
            handed = decode_handed(raw)
        except NotBelieved:
            continue
        assert isinstance(handed.reader, str)
        assert handed.draft is None or isinstance(handed.draft.text, str)
